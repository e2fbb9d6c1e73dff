// What a reader sees of the search: sends what is typed to the worker, shows what it answers.

// So many results are shown at first, and so many more when they are asked for.
const STEP = 50;
// A reader who goes on typing for so many milliseconds is not asking yet.
const PAUSE = 500;

document.currentScript.offers = { setUp };

// `startIn` starts what answers in another language.
function setUp(root, toggle, worker, startIn) {
  const input = root.querySelector("input");
  const meta = root.querySelector(".md-search-result__meta");
  const list = root.querySelector(".md-search-result__list");
  const nothing = root.querySelector(".search-nothing");
  // A review of one language has no other.
  const elsewhere = root.querySelector(".search-elsewhere") ?? document.createElement("p");
  const others = new Map();
  let waiting = 0;
  const meant = root.querySelector(".search-meant");
  const also = root.querySelector(".search-also");
  const slip = root.querySelector(".search-slip");
  const more = root.querySelector(".search-more");
  const words = root.dataset;
  const plurals = new Intl.PluralRules(words.language);
  // "one # result | other # results", by the names that CLDR has for the forms.
  const forms = new Map(words.found.split("|").map((form) => /(\w+) +(.*)/.exec(form.trim()).slice(1)));
  let asked = null;
  let most = STEP;

  worker.onerror = () => say(words.failed);
  worker.onmessage = ({ data }) => {
    if (data.isLost) say(words.failed);
    else if (data.query === input.value) show(data);
  };

  function say(text) {
    meta.textContent = text;
  }

  // The same words are not asked twice: results that come anew would take the focus from the one that has it.
  function ask() {
    if (input.value === asked) return;
    asked = input.value;
    most = STEP;
    if (input.value.trim()) worker.postMessage({ query: input.value, most });
    else wait();
  }

  function wait() {
    list.replaceChildren();
    nothing.hidden = meant.hidden = also.hidden = slip.hidden = more.hidden = true;
    say(words.placeholder);
  }

  function show({ results, total, instead, ...answer }) {
    // A quotation mark, a minus are the beginning of a question.
    if (answer.isNothingAsked) {
      wait();
      return;
    }
    const before = list.children.length;
    list.replaceChildren(...results.map((result, place) => item(result, results[place - 1])));
    nothing.hidden = total > 0;
    nothing.querySelector(".search-nothing__initials").hidden = !answer.isInitials;
    if (!total) offerElsewhere();
    offer(nothing.querySelector(".search-nothing__spellings"), total ? [] : instead);
    offer(slip, total ? instead : []);
    meant.hidden = !answer.meant;
    meant.querySelector("strong").textContent = answer.meant;
    also.hidden = !answer.also.length;
    also.querySelector("strong").textContent = answer.also.join(", ");
    more.hidden = results.length === total;
    say(count(results.length, total));
    if (most === STEP) root.querySelector(".md-search__scrollwrap").scrollTop = 0;
    else list.children[before]?.querySelector("a").focus();
  }

  // The number that is said first is that of the results that are there.
  function count(shown, total) {
    if (!total) return words.none;
    if (shown < total) return words.first.replace("{n}", shown).replace("{total}", total);
    return (forms.get(plurals.select(total)) ?? forms.get("other")).replace("#", total);
  }

  // Other spellings are asked for by a click; of a phrase, its words without the quotation marks, which is said.
  function offer(place, spellings) {
    const unquoted = input.value.replace(/["'«»“”„‟‹›「」『』‘’‚‛＂″]/g, "").trim();
    place.hidden = !spellings.length;
    place.querySelector("span").replaceChildren(
      ...spellings.flatMap((spelling) => {
        const isBare = spelling === unquoted && spelling !== input.value.trim();
        const button = element("button", "", isBare ? `${spelling} (${words.unquoted})` : spelling);
        button.type = "button";
        button.addEventListener("click", () => {
          input.value = spelling;
          input.focus();
          ask();
        });
        return [button, " "];
      }),
    );
  }

  // Where nothing is found, the same words may be in the other languages: it is said how often, when that is known.
  function offerElsewhere() {
    const query = input.value;
    for (const link of elsewhere.querySelectorAll("a")) {
      const there = new URL(link.href);
      there.searchParams.set("q", query);
      link.href = there.href;
      link.nextElementSibling.textContent = "";
      link.parentElement.hidden = false;
    }
    elsewhere.hidden = false;
    clearTimeout(waiting);
    waiting = setTimeout(() => elsewhere.querySelectorAll("a").forEach((link) => countElsewhere(link, query)), PAUSE);
  }

  async function countElsewhere(link, query) {
    let other = null;
    try {
      if (!others.has(link)) others.set(link, startIn({ home: link.dataset.home, language: link.hreflang }));
      other = await others.get(link);
    } catch {
      // The link is there, and leads to the search of that language.
      others.delete(link);
      return;
    }
    other.onmessage = ({ data }) => {
      if (data.isLost || data.query !== input.value) return;
      link.nextElementSibling.textContent = `: ${count(data.total, data.total)}`;
      link.parentElement.hidden = !data.total;
      elsewhere.hidden = [...elsewhere.querySelectorAll("a")].every((one) => one.parentElement.hidden);
    };
    other.postMessage({ query, most: 1 });
  }

  // The page is named once above the results in it.
  function item({ location, page, title, excerpt, missing, forms: found }, before) {
    const article = element("article", "md-search-result__article md-typeset");
    if (page && before?.page !== page) article.append(element("p", "search-page", page));
    article.append(element(page ? "h2" : "h1", "", ...marks(title)), element("p", "search-excerpt", ...marks(excerpt)));
    if (missing.length) {
      const crossed = missing.flatMap((word) => [element("del", "", word), " "]);
      article.append(element("p", "md-search-result__terms", `${words.missing}: `, ...crossed));
    }
    const anchor = element("a", "md-search-result__link", article);
    const there = new URL(root.dataset.home + location, document.baseURI);
    // The page that is opened marks what was found.
    if (found.length) there.searchParams.set("h", found.join(" "));
    anchor.href = there.href;
    return element("li", "md-search-result__item", anchor);
  }

  input.addEventListener("input", ask);
  // Some input methods write a word without telling so by an input event.
  input.addEventListener("keyup", ask);
  root.querySelector("form").addEventListener("reset", () => {
    input.focus();
    queueMicrotask(ask);
  });
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const shown = root.querySelectorAll(".md-search-result :is(a, button)");
    const stops = [input, ...[...shown].filter((stop) => stop.offsetParent)];
    const next = stops.indexOf(document.activeElement) + step;
    stops[(next + stops.length) % stops.length].focus();
    event.preventDefault();
  });
  more.addEventListener("click", () => {
    most += STEP;
    worker.postMessage({ query: input.value, most });
  });
  list.addEventListener("click", (event) => {
    // A result on this very page changes the address alone; the dialog would stay above it.
    if (event.target.closest("a") && toggle.checked) toggle.click();
  });
  ask();
}

function marks(parts) {
  return parts.map(([text, isFound, language]) => {
    if (!isFound && !language) return text;
    const made = element(isFound ? "mark" : "span", "", text);
    if (language) made.lang = language;
    return made;
  });
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
