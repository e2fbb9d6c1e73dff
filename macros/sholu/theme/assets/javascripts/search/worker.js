// Answers what a reader types, beside the page: in a worker, or on a page that was opened from a folder, for which a
// browser starts none.
"use strict";

// Parts of one page that stand together; more come after all other pages.
const MOST_TOGETHER = 3;
const FEW = 5;
// Nobody reads the answer to more.
const LONGEST_QUERY = 400;

function serve(port) {
  let index = null;
  port.onmessage = ({ data }) => {
    try {
      if (data.language) index = new SearchIndex(data.docs ?? JSON.parse(new TextDecoder().decode(data.bytes)).docs, data.language);
      else port.postMessage({ query: data.query, ...answer(index, { ...data, query: data.query.slice(0, LONGEST_QUERY) }) });
    } catch (error) {
      port.postMessage({ isLost: true });
      throw error;
    }
  };
}

if (typeof document === "undefined") {
  serve(self);
  self.postMessage("ready");
} else {
  document.currentScript.offers = {
    connect() {
      const { port1, port2 } = new MessageChannel();
      serve(port1);
      return port2;
    },
  };
}

// Returns the first `most` of the documents that were found.
function answer(index, { query, most }) {
  const { found, forms, meant, also, isInitials, isNothingAsked } = index.search(query);
  const results = together(index, found).slice(0, most).map(([one, page]) => {
    const { location, title, titleLangs, text, langs } = index.documents[one.number];
    return {
      location,
      page: location === page ? "" : pageTitle(index, page),
      title: marked(title, { places: placesOf(title, forms), languages: titleLangs }),
      excerpt: excerpt(text, forms, langs),
      forms: formsIn(`${title} ${text}`, forms),
      missing: one.missing,
    };
  });
  // What finds hardly anything may be a slip; what was read as other keys, or followed by the glossary, is none.
  const slip = found.length && found.length <= FEW && !meant && !also.length ? index.corrected(query) : "";
  const instead = isInitials ? [] : found.length ? [slip].filter(Boolean) : index.nearest(query);
  return { results, total: found.length, meant, also, isInitials, isNothingAsked, instead };
}

// Puts parts of one page together: a page is as good as its best part, and does not fill the list with all the others.
function together(index, found) {
  const pages = new Map();
  for (const one of found) {
    const [page] = index.documents[one.number].location.split("#");
    if (!pages.has(page)) pages.set(page, []);
    pages.get(page).push([one, page]);
  }
  const first = [...pages.values()].flatMap((parts) => parts.slice(0, MOST_TOGETHER));
  const rest = new Set(first.map(([one]) => one));
  const others = found.filter((one) => !rest.has(one));
  return [...first, ...others.map((one) => [one, index.documents[one.number].location.split("#")[0]])];
}

function pageTitle(index, address) {
  return index.documents.find(({ location }) => location === address)?.title ?? "";
}

// Returns the words of a text that were found, each once and as it is written there, for the page that is opened.
function formsIn(text, forms) {
  return [...new Set(placesOf(text, forms).map(({ start, end }) => text.slice(start, end).toLowerCase()))];
}
