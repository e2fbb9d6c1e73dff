// At a citation: its entry in the list of references, shown where the reader is. The entry is on the page already,
// so nothing is fetched. Without this script, or in a browser without popovers, a citation is a link to its entry.
"use strict";
{
// So long a pointer rests before a card opens, and may be away before it closes, in milliseconds.
const OPENS_AFTER = 150;
const CLOSES_AFTER = 250;
const GAP = 6;

const template = document.querySelector("template[data-citation-card]");
if (template && "popover" in HTMLElement.prototype) setUp(template.content.firstElementChild);

function setUp(card) {
  const entry = card.querySelector(".citation-card__entry");
  const label = card.querySelector(".citation-card__label");
  const copy = card.querySelector("button");
  const toList = card.querySelector("a");
  const copyWords = copy.textContent;
  let shown = null;
  let waiting = 0;
  let pointer = "";

  function open(link, point) {
    clearTimeout(waiting);
    if (shown === link) return;
    close();
    const references = entriesOf(link);
    if (references.length === 0) return;
    shown = link;
    // The dash of a range stands for the numbers within it, and its name says them.
    label.textContent = /[\p{L}\p{N}]/u.test(link.textContent) ? link.textContent : link.getAttribute("aria-label");
    entry.replaceChildren(...references.flatMap(partsOf));
    // What is read aloud is in the language of the entry, which may be that of the text beside this page's.
    entry.lang = references[0].closest("[lang]").lang;
    copy.textContent = copyWords;
    toList.href = link.href;
    // Whoever reads on by the Tab key passes from citation to citation; the key that the page names leads in.
    for (const stop of stops()) stop.tabIndex = -1;
    // Beside the link, so that the Tab key leads on from what is in it.
    link.after(card);
    card.showPopover();
    put(card, link, point);
    link.setAttribute("aria-describedby", entry.id);
  }

  function close() {
    clearTimeout(waiting);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    card.remove();
  }

  function later(act, delay) {
    clearTimeout(waiting);
    waiting = setTimeout(act, delay);
  }

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (shown && !isOf(event.target)) close();
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = citationOf(event.target);
    if (link) later(() => open(link, event), shown ? 0 : OPENS_AFTER);
    else if (card.contains(event.target)) clearTimeout(waiting);
    else if (shown && !card.contains(document.activeElement)) later(close, CLOSES_AFTER);
    else if (!shown) clearTimeout(waiting);
  });
  document.addEventListener("focusin", (event) => {
    const link = citationOf(event.target);
    if (link?.matches(":focus-visible")) open(link);
    else if (shown && !isOf(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && shown && shown === document.activeElement) {
      event.preventDefault();
      for (const stop of stops()) stop.tabIndex = 0;
      stops()[0].focus();
    }
    if (event.key !== "Escape" || !shown) return;
    const link = shown;
    if (card.contains(document.activeElement)) link.focus();
    close();
  });
  document.addEventListener("click", (event) => {
    const link = citationOf(event.target);
    if (!link) return;
    // A finger cannot hover: it opens the card, in which a link leads on.
    const isFirstTap = pointer === "touch" && shown !== link && entriesOf(link).length > 0;
    if (isFirstTap) {
      event.preventDefault();
      open(link);
    } else {
      close();
    }
  });
  toList.addEventListener("click", () => queueMicrotask(close));
  copy.addEventListener("click", async () => {
    const [text, ...others] = entry.querySelectorAll(".reference__text");
    const isCopied = others.length === 0 ? sholu.copied(text) : sholu.copied(...inLines([text, ...others]));
    if (await isCopied) copy.textContent = copy.dataset.done;
  });

  function stops() {
    return [...card.querySelectorAll("a, button")];
  }

  function isOf(target) {
    return card.contains(target) || shown.contains(target);
  }
}

function citationOf(target) {
  return target.closest?.("a.citation__work") ?? null;
}

// The entry of the work, and those of the works that stand unnamed behind it.
function entriesOf(link) {
  const addresses = [link.hash];
  let next = link.nextElementSibling;
  // The card itself stands behind the link that it is of.
  while (next?.matches(".citation__within, .citation-card")) {
    if (next.dataset.entry) addresses.push(next.dataset.entry);
    next = next.nextElementSibling;
  }
  return addresses.map(sholu.targetOf).filter(Boolean);
}

// The entry and the editor's note; no id may stand twice on a page.
function partsOf(reference) {
  // Side by side an entry holds its counterpart too.
  const half = reference.closest(".pair__other");
  const parts = [...reference.querySelectorAll(".reference__text, .reference__note")];
  return parts.filter((part) => part.closest(".pair__other") === half).map((part) => {
    const copy = part.cloneNode(true);
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    return copy;
  });
}

// The texts of entries a paragraph each, and as lines.
function inLines(texts) {
  const whole = document.createElement("div");
  whole.append(...texts.map((text) => {
    const paragraph = document.createElement("p");
    paragraph.append(...text.cloneNode(true).childNodes);
    return paragraph;
  }));
  return [whole, texts.map((text) => text.textContent.trim()).join("\n")];
}

// Puts the card below the line of the link that was pointed at, or above it where there is no room below.
function put(card, link, point) {
  const lines = [...link.getClientRects()];
  const line = lines.find((one) => point && point.clientY >= one.top && point.clientY <= one.bottom) ?? lines[0];
  const { height } = card.getBoundingClientRect();
  sholu.lay(card, line, GAP, line.bottom + GAP + height <= innerHeight || line.top < height + GAP);
}
}
