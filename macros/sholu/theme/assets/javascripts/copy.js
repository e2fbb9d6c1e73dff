// Copies elements with their italics: formatted for a word processor, as plain text for everything else.
"use strict";
{
document.currentScript.offers = { copied };

// Returns whether it did. Where a browser gives no leave, what could not be copied is left selected.
async function copied(element, plain = element.textContent.trim()) {
  try {
    const types = { "text/plain": plain, "text/html": bare(element) };
    const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    // A browser that copies no HTML, or a page without HTTPS: what is selected goes with its formatting.
  }
  getSelection().selectAllChildren(element);
  if (document.execCommand("copy")) {
    getSelection().removeAllRanges();
    return true;
  }
  try {
    await navigator.clipboard.writeText(plain);
    getSelection().removeAllRanges();
    return true;
  } catch {
    return false;
  }
}

// Without what is of this page alone: buttons, ids, classes.
function bare(element) {
  const copy = element.cloneNode(true);
  for (const one of copy.querySelectorAll("button, [hidden]")) one.remove();
  for (const one of copy.querySelectorAll("*")) {
    for (const { name } of [...one.attributes]) if (!["href", "lang", "dir"].includes(name)) one.removeAttribute(name);
  }
  for (const link of copy.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), document.baseURI).href);
  }
  return copy.innerHTML;
}
}
