// Two languages side by side: each block of the page with its counterpart, which has the same id there.
"use strict";
{
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, table, blockquote, figure, dt, dd";
const LISTS = ["UL", "OL", "DL"];
// Notes of citations, which a version that cites otherwise has not.
const NOTES = ".citation-note";
// Longer than this nobody waits.
const PATIENCE = 20000;

document.currentScript.offers = { fetchBeside };

// Fetches another version of the page; returns a function that shows it beside this one and returns one that takes
// it away again.
async function fetchBeside(article, { href, language, locale }) {
  const address = new URL(href, document.baseURI);
  address.hash = "";
  const text = await (address.protocol === "file:" ? handedOver(address) : fetched(address));
  const other = new DOMParser().parseFromString(text, "text/html");
  return () => show(article, other, { address, language, locale });
}

async function fetched(address) {
  const patience = new AbortController();
  const end = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(address, { signal: patience.signal });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.text();
  } finally {
    clearTimeout(end);
  }
}

// A page in a folder may not read another, but may be sent it: the other hands itself over when it is in such a frame.
async function handedOver(address) {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.name = sholu.HANDS_OVER;
  frame.src = sholu.fileOf(address);
  let take = null;
  let end = 0;
  try {
    return await new Promise((resolve, reject) => {
      take = (event) => event.source === frame.contentWindow && resolve(event.data);
      end = setTimeout(() => reject(new Error(`${address}: nothing came`)), PATIENCE);
      addEventListener("message", take);
      document.body.append(frame);
    });
  } finally {
    clearTimeout(end);
    removeEventListener("message", take);
    frame.remove();
  }
}

function show(article, other, choice) {
  const undo = [];
  // A list, so that what is put in is not met again.
  for (const own of [...article.querySelectorAll(BLOCKS)]) {
    const counterpart = counterpartOf(own, other);
    if (counterpart) undo.push(pair(own, numbered(copyOf(counterpart, choice), counterpart, own), choice));
    else if (own.matches(`[data-only-here], ${NOTES}`)) undo.push(pair(own, null, choice));
  }
  for (const alone of other.querySelectorAll(".md-content [data-only-here]")) {
    const step = insertAlone(alone, choice);
    if (step) undo.push(step);
  }
  undo.push(insertNotes(article, other, choice));
  mendLinks(article, choice);
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
  // What stands in a block that is paired comes with it; items of lists are blocks of their own.
  const isInside = own.parentElement.closest("li[id], dd[id], blockquote[id], table, figure[id]");
  if (!own.id || (isInside && !["LI", "DT", "DD"].includes(own.tagName))) return null;
  return other.getElementById(own.id);
}

// Ids get the language before them, since no id may stand twice on a page; links follow them.
function copyOf(counterpart, { address, language }) {
  const copy = document.importNode(counterpart, true);
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

// A note has its own number where that is not the one beside it.
function numbered(copy, note, own = null) {
  const number = numberOf(note);
  if (number && number !== numberOf(own)) (copy.querySelector("p") ?? copy).prepend(`${number}. `);
  return copy;
}

function numberOf(item) {
  return item?.closest(".footnote") && item.tagName === "LI" ? [...item.parentElement.children].indexOf(item) + 1 : 0;
}

// Links into what is not shown here lead to the other page.
function mendLinks(article, { address, language }) {
  for (const link of article.querySelectorAll(`.pair__other a[href^="#${language}--"]`)) {
    if (sholu.targetOf(link.hash)) continue;
    const id = link.hash.slice(1);
    link.href = new URL(`#${id.slice(language.length + 2)}`, address).href;
  }
}

function pair(own, copy, choice) {
  return ["LI", "DT", "DD"].includes(own.tagName) ? pairInside(own, copy, choice) : pairWhole(own, copy, choice);
}

function pairWhole(own, copy, { language, locale }) {
  // Material puts tables into boxes that scroll.
  const whole = own.closest(".md-typeset__scrollwrap") ?? own;
  const row = newRow();
  whole.before(row);
  row.append(mark(whole, "pair__own", locale));
  if (copy) row.append(mark(copy.tagName === "TABLE" ? scrolling(copy) : copy, "pair__other", language));
  return () => {
    unmark(whole);
    row.replaceWith(whole);
  };
}

function scrolling(table) {
  const box = document.createElement("div");
  box.className = "md-typeset__scrollwrap";
  box.append(document.createElement("div"));
  box.firstChild.className = "md-typeset__table";
  box.firstChild.append(table);
  return box;
}

// An item of a list stays one: its words are paired inside of it, lists in it follow below.
function pairInside(own, copy, { language, locale }) {
  const row = newRow();
  const mine = half(own);
  row.append(mark(mine, "pair__own", locale));
  if (copy) {
    const theirs = half(copy);
    theirs.id = copy.id;
    row.append(mark(theirs, "pair__other", language));
  }
  own.prepend(row);
  return () => row.replaceWith(...mine.childNodes);
}

function half(item) {
  const box = document.createElement("div");
  const nodes = [...item.childNodes];
  const list = nodes.findIndex((node) => LISTS.includes(node.nodeName));
  box.append(...nodes.slice(0, list < 0 ? nodes.length : list));
  return box;
}

// A block that only the other version has stands after the one that it follows there.
function insertAlone(alone, choice) {
  if (document.getElementById(`${choice.language}--${alone.id}`)) return null;
  const isBefore = (block) => block.compareDocumentPosition(alone) & Node.DOCUMENT_POSITION_FOLLOWING;
  const before = [...alone.ownerDocument.querySelectorAll(`.md-content :is(${BLOCKS})[id]`)].filter(isBefore);
  const place = before
    .reverse()
    .map((block) => document.getElementById(`${choice.language}--${block.id}`))
    .find(Boolean);
  if (!place) return null;
  const copy = copyOf(alone, choice);
  const isItem = ["LI", "DT", "DD"].includes(copy.tagName);
  const box = isItem ? half(copy) : copy.tagName === "TABLE" ? scrolling(copy) : copy;
  if (isItem) box.id = copy.id;
  const row = newRow();
  row.append(mark(box, "pair__other", choice.language));
  place.closest(".pair").after(row);
  return () => row.remove();
}

// Notes that only the other version has stand below those of this one, or at the end of the text.
function insertNotes(article, other, choice) {
  const box = document.createElement("div");
  box.className = "footnote";
  for (const note of other.querySelectorAll(`.md-content ${NOTES}`)) {
    if (document.getElementById(`${choice.language}--${note.id}`)) continue;
    const copy = numbered(copyOf(note, choice), note);
    const words = half(copy);
    words.id = copy.id;
    const row = newRow();
    row.append(mark(words, "pair__other", choice.language));
    box.append(row);
  }
  const place = article.querySelector(".footnote") ?? article.querySelector(".references-heading")?.closest(".pair")?.previousElementSibling;
  if (box.firstChild && place) place.after(box);
  else if (box.firstChild) article.append(box);
  return () => box.remove();
}

function newRow() {
  const row = document.createElement("div");
  row.className = "pair";
  return row;
}

function mark(element, name, language) {
  element.classList.add(name);
  element.lang = language;
  return element;
}

function unmark(element) {
  element.classList.remove("pair__own");
  if (!element.className) element.removeAttribute("class");
  element.removeAttribute("lang");
}
}
