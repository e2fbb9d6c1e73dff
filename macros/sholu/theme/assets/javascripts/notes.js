// Switches the editors' notes off and on; the choice is kept for all pages, where the browser keeps anything.
"use strict";
{
document.currentScript.offers = { setUp };

const KEPT = "sholu-notes";
const OFF = "without-notes";
const root = document.documentElement;

function setUp(button) {
  const show = (isShown) => {
    root.classList.toggle(OFF, !isShown);
    button.setAttribute("aria-pressed", String(isShown));
  };
  show(!root.classList.contains(OFF));
  button.addEventListener("click", () => {
    const isShown = root.classList.contains(OFF);
    show(isShown);
    try {
      if (isShown) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, "off");
    } catch {
      // It lasts as long as the page.
    }
  });
  // Whoever follows a link to a note wants to see it.
  const reveal = () => {
    let aimed = null;
    try {
      aimed = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!aimed?.closest(".admonition.editor") || !root.classList.contains(OFF)) return;
    show(true);
    aimed.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}
}
