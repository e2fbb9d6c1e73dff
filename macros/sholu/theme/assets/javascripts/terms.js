// What a term means, shown beside it: at the pointer, at the place of the keyboard, under a finger.
"use strict";
{
const DISTANCE = 4;
const MARGIN = 8;
const tip = document.createElement("div");
tip.id = "term-tip";
tip.className = "term-tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
// Within the text, where whoever walks by landmarks finds all that is on the page.
(document.querySelector("main") ?? document.body).append(tip);
let shown = null;

document.currentScript.offers = { explain };

function explain(term) {
  // The reader may have gone on while this script was fetched.
  if (term === shown || !term.matches(":hover, :focus")) return;
  hide();
  shown = term;
  const [name, ...rest] = term.title.split("\n");
  const head = document.createElement(rest.length ? "strong" : "span");
  head.textContent = name;
  // A space, since a screen reader reads both lines as one.
  tip.replaceChildren(head, rest.length ? ` ${rest.join(" ")}` : "");
  tip.lang = term.closest("[lang]").lang;
  // The browser would show its own beside ours.
  term.dataset.said = term.title;
  term.removeAttribute("title");
  term.setAttribute("aria-describedby", tip.id);
  tip.hidden = false;
  place(term.getClientRects());
}

function hide() {
  if (!shown) return;
  shown.title = shown.dataset.said;
  delete shown.dataset.said;
  shown.removeAttribute("aria-describedby");
  shown = null;
  tip.hidden = true;
}

// Below the last line of the term, or above its first where there is no room below.
function place(lines) {
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const width = document.documentElement.clientWidth;
  tip.style.left = "0";
  const below = last.bottom + DISTANCE;
  const above = first.top - DISTANCE - tip.offsetHeight;
  const header = document.querySelector(".md-header")?.offsetHeight ?? 0;
  const isAbove = below + tip.offsetHeight > innerHeight && above > header;
  const top = isAbove ? above : below;
  const start = (isAbove ? first : last).left;
  const left = Math.max(MARGIN, Math.min(start, width - tip.offsetWidth - MARGIN));
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${top + scrollY}px`;
}

const isOurs = (node) => shown && node instanceof Node && (shown.contains(node) || tip.contains(node));

document.addEventListener("pointerout", (event) => {
  const stays = isOurs(event.relatedTarget) || shown === document.activeElement;
  if (event.pointerType === "mouse" && isOurs(event.target) && !stays) hide();
});
document.addEventListener("pointerdown", (event) => {
  if (!isOurs(event.target)) hide();
});
document.addEventListener("focusout", (event) => {
  if (event.target === shown && !shown.matches(":hover")) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
}
