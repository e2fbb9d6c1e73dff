// What a reader sees of the search: sends what is typed to the worker, shows what it answers.

const MOST_PARTS = 3;

export function setUp(root, toggle, worker) {
  const input = root.querySelector("input");
  const meta = root.querySelector(".md-search-result__meta");
  const list = root.querySelector(".md-search-result__list");
  const nothing = root.querySelector(".search-nothing");
  const words = root.dataset;
  let asked = null;

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
    if (input.value.trim()) worker.postMessage({ query: input.value });
    else {
      list.replaceChildren();
      nothing.hidden = true;
      say(words.placeholder);
    }
  }

  function show({ pages, count, instead }) {
    list.replaceChildren(...pages.map(item));
    nothing.hidden = count > 0;
    if (count === 0) suggest(instead);
    const text = count === 0 ? words.none : count === 1 ? words.one : words.other.replace("#", count);
    say(text);
    root.querySelector(".md-search__scrollwrap").scrollTop = 0;
  }

  // Where nothing is found, other spellings are offered, and the same words in the other languages.
  function suggest(spellings) {
    const spelt = nothing.querySelector(".search-nothing__spellings");
    spelt.hidden = !spellings.length;
    spelt.querySelector("span").replaceChildren(
      ...spellings.flatMap((spelling) => {
        const button = element("button", "", spelling);
        button.type = "button";
        button.addEventListener("click", () => {
          input.value = spelling;
          input.focus();
          ask();
        });
        return [button, " "];
      }),
    );
    for (const link of nothing.querySelectorAll("a")) {
      const there = new URL(link.href);
      there.searchParams.set("q", input.value);
      link.href = there.href;
    }
  }

  function item({ title, parts }) {
    const shown = parts.slice(0, MOST_PARTS).map((part, position) => link(part, position === 0 ? title : ""));
    const more = parts.slice(MOST_PARTS).map((part) => link(part, ""));
    const rest = more.length ? [folded(more)] : [];
    return element("li", "md-search-result__item", ...shown, ...rest);
  }

  function folded(links) {
    const text = links.length === 1 ? words.oneMore : words.more.replace("#", links.length);
    const summary = element("summary", "", element("div", "", text));
    return element("details", "md-search-result__more", summary, ...links);
  }

  function link({ location, isPage, title, teaser, missing, forms }, page) {
    const article = element("article", "md-search-result__article md-typeset");
    if (page && !isPage) article.append(element("p", "search-page", page));
    article.append(element(isPage ? "h1" : "h2", "", ...marks(title)), ...marks(teaser));
    if (missing.length) {
      const crossed = missing.flatMap((word) => [element("del", "", word), " "]);
      article.append(element("p", "md-search-result__terms", `${words.missing}: `, ...crossed));
    }
    const anchor = element("a", "md-search-result__link", article);
    const there = new URL(root.dataset.home + location, document.baseURI);
    // The page that is opened marks what was found.
    if (forms.length) there.searchParams.set("h", forms.join(" "));
    anchor.href = there.href;
    return anchor;
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
    const shown = root.querySelectorAll(".md-search-result :is(a, summary, button)");
    const stops = [input, ...[...shown].filter((stop) => stop.offsetParent)];
    const next = stops.indexOf(document.activeElement) + step;
    stops[(next + stops.length) % stops.length].focus();
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    // A result on this very page changes the address alone; the dialog would stay above it.
    if (event.target.closest("a")) toggle.checked = false;
  });
  ask();
}

function marks(parts) {
  return parts.map(([text, isFound]) => (isFound ? element("mark", "", text) : text));
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
