// Runs beside the page: reads the index of the page's language, answers what the reader types.
"use strict";

const LONGEST_TEASER = 220;
const MOST_PAGES = 30;

let index = null;
let isLost = false;
// What was typed last before the index came.
let waiting = null;

self.onmessage = ({ data }) => {
  if (data.bytes !== undefined) load(data);
  else if (index) reply(data.query);
  else if (isLost) self.postMessage({ isLost });
  else waiting = data.query;
};

function load({ bytes, language }) {
  if (bytes) index = new SearchIndex(JSON.parse(new TextDecoder().decode(bytes)).docs, language);
  else isLost = true;
  if (isLost) self.postMessage({ isLost });
  else if (waiting !== null) reply(waiting);
}

function reply(query) {
  self.postMessage({ query, ...answer(query) });
}

// Gathers the documents that were found by page; a page is as good as its best part.
function answer(query) {
  const { found, forms } = index.search(query);
  const pages = new Map();
  for (const one of found) {
    const document = index.documents[one.number];
    const [address] = document.location.split("#");
    if (!pages.has(address)) pages.set(address, []);
    pages.get(address).push([document, one]);
  }
  const shown = [...pages].slice(0, MOST_PAGES).map(([address, parts]) => ({
    title: pageTitle(address),
    parts: parts.map(([document, one]) => ({
      location: document.location,
      isPage: document.location === address,
      title: marked(document.title, forms),
      teaser: marked(excerpt(document.text, forms), forms),
      forms: [...formsIn(`${document.title} ${document.text}`, forms)],
      missing: one.missing,
    })),
  }));
  return { pages: shown, count: pages.size, instead: pages.size ? [] : index.nearest(query) };
}

function pageTitle(address) {
  return index.documents.find((document) => document.location === address)?.title ?? "";
}

// Returns the words of a text that were found, each once, for the page that is opened to mark them too.
function formsIn(text, forms) {
  return new Set([...text.matchAll(WORD)].map(([word]) => word.toLowerCase()).filter((word) => forms.has(word)));
}

// Cuts a text into words that were found and what stands between: [text, isFound] each.
function marked(text, forms) {
  const parts = [];
  let end = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    if (!forms.has(word.toLowerCase())) continue;
    parts.push([text.slice(end, start), false], [word, true]);
    end = start + word.length;
  }
  parts.push([text.slice(end), false]);
  return parts.filter(([words]) => words);
}

// Returns the stretch of a text that holds most of the different words that were found.
function excerpt(text, forms) {
  const places = [...text.matchAll(WORD)].filter(({ 0: word }) => forms.has(word.toLowerCase()));
  let best = 0;
  let start = 0;
  for (let first = 0, last = 0; first < places.length; first += 1) {
    while (last < places.length && places[last].index < places[first].index + LONGEST_TEASER - 40) last += 1;
    const different = new Set(places.slice(first, last).map(({ 0: word }) => word.toLowerCase())).size;
    if (different > best) [best, start] = [different, places[first].index];
  }
  const from = start > 40 ? text.indexOf(" ", start - 40) + 1 : 0;
  const beyond = text.indexOf(" ", from + LONGEST_TEASER);
  const to = beyond < 0 ? text.length : beyond;
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}
