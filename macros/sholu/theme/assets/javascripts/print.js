// Prints the page, or one section of it alone: the title of the page, the heading, and what stands below it.
"use strict";
{
document.currentScript.offers = { setUp };

function setUp(box) {
  const article = document.querySelector(".md-content__inner");
  const list = box.querySelector("ul");
  const headings = [...article.querySelectorAll("h2[id]")].filter((one) => one.closest(".md-content__inner") === article);
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words(heading);
    button.addEventListener("click", () => print(box, article, heading));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  box.querySelector("[data-print]").addEventListener("click", () => print(box, article, null));
  sholu.closable(box);
}

function words(heading) {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll(".headerlink, .block-link").forEach((one) => one.remove());
  return copy.textContent.trim();
}

function print(box, article, heading) {
  box.open = false;
  const left = heading ? others(article, heading) : [];
  for (const one of left) one.setAttribute("data-unprinted", "");
  addEventListener("afterprint", () => left.forEach((one) => one.removeAttribute("data-unprinted")), { once: true });
  window.print();
}

// All that is neither the title nor in the section: it goes from its heading to the next one of its rank or higher.
function others(article, heading) {
  const found = [];
  const ranks = [...article.querySelectorAll("h1, h2")];
  const next = ranks[ranks.indexOf(heading) + 1] ?? null;
  const title = article.querySelector("h1");
  const keeps = (element) => {
    if (element === title || element.contains(title) || element.matches(".printed")) return true;
    const isAfter = element === heading || heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isBefore = !next || next.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
    return Boolean(isAfter && isBefore && !element.contains(next));
  };
  const walk = (parent) => {
    for (const child of parent.children) {
      if (child.contains(heading) && child !== heading) walk(child);
      else if (!keeps(child)) found.push(child);
    }
  };
  walk(article);
  return found;
}
}
