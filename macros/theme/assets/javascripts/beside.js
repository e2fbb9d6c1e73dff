// Two languages side by side: each block of the page with its counterpart, which has the same id there.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, table, blockquote, figure, dt, dd";

// Shows another version of the page beside this one; returns a function that takes it away again.
export async function showBeside(article, { href, language, locale }) {
  const address = new URL(href, document.baseURI);
  address.hash = "";
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  const undo = [];
  // A list, so that what is put in is not met again.
  for (const own of [...article.querySelectorAll(BLOCKS)]) {
    const counterpart = counterpartOf(own, other);
    if (!counterpart) continue;
    const copy = copyOf(counterpart, { address, language });
    undo.push(own.tagName === "LI" ? pairItem(own, copy, { language, locale }) : pair(own, copy, { language, locale }));
  }
  article.classList.add("is-beside");
  document.body.classList.add("has-beside");
  return () => {
    for (const step of undo.reverse()) step();
    article.classList.remove("is-beside");
    document.body.classList.remove("has-beside");
  };
}

function counterpartOf(own, other) {
  if (own.classList.contains("admonition-title")) {
    const first = own.parentElement.querySelector("[id]");
    const box = first && other.getElementById(first.id)?.closest(".admonition");
    return box?.querySelector(".admonition-title");
  }
  // What stands in a block that is paired comes with it.
  const isInside = own.parentElement.closest("li[id], blockquote[id], table, figure[id]") && own.tagName !== "LI";
  return own.id && !isInside ? other.getElementById(own.id) : null;
}

// Ids get the language before them, since no id may stand twice on a page; links follow them.
function copyOf(counterpart, { address, language }) {
  const copy = document.importNode(counterpart, true);
  copy.querySelectorAll(".block-link, .headerlink").forEach((link) => link.remove());
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) {
    if (element.id) element.id = `${language}--${element.id}`;
  }
  for (const link of copy.querySelectorAll("a[href]")) {
    const target = link.getAttribute("href");
    link.href = target.startsWith("#") ? `#${language}--${target.slice(1)}` : new URL(target, address).href;
  }
  for (const image of copy.querySelectorAll("img[src]")) {
    image.src = new URL(image.getAttribute("src"), address).href;
  }
  return copy;
}

function pair(own, copy, { language, locale }) {
  // Material puts tables into boxes that scroll.
  const whole = own.closest(".md-typeset__scrollwrap") ?? own;
  const row = document.createElement("div");
  row.className = "pair";
  whole.before(row);
  row.append(mark(whole, "pair__own", locale), mark(copy, "pair__other", language));
  return () => {
    unmark(whole);
    row.replaceWith(whole);
  };
}

// An item of a list stays one: its words are paired inside of it, lists in it follow below.
function pairItem(own, copy, { language, locale }) {
  const row = document.createElement("div");
  row.className = "pair";
  const [mine, theirs] = [own, copy].map((item) => {
    const half = document.createElement("div");
    const nodes = [...item.childNodes];
    const list = nodes.findIndex((node) => ["UL", "OL", "DL"].includes(node.nodeName));
    half.append(...nodes.slice(0, list < 0 ? nodes.length : list));
    return half;
  });
  theirs.id = copy.id;
  row.append(mark(mine, "pair__own", locale), mark(theirs, "pair__other", language));
  own.prepend(row);
  return () => row.replaceWith(...mine.childNodes);
}

function mark(element, name, language) {
  element.classList.add(name);
  element.lang = language;
  return element;
}

function unmark(element) {
  element.classList.remove("pair__own");
  element.removeAttribute("lang");
}
