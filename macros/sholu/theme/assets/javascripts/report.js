// Fills the place of a mistake into the link by which it is reported.
"use strict";
{
document.currentScript.offers = { reportAddress };

const PLACE = "paragraph-in-question";
// So much of a paragraph suffices to know it again.
const LONGEST = 120;

// Returns the address of the report on a paragraph, by its id; on the page as a whole without one, and null where
// the review has no link for reports. The menu of a paragraph asks for it, too.
function reportAddress(id) {
  const link = document.querySelector(".report[data-report]");
  if (!link) return null;
  const block = id ? document.getElementById(id) : null;
  if (!block) return link.dataset.report.replace(PLACE, "");
  const copy = block.cloneNode(true);
  copy.querySelectorAll(".block-link, .headerlink").forEach((one) => one.remove());
  const words = copy.textContent.replace(/\s+/g, " ").trim();
  // Chinese has no spaces.
  const end = words.lastIndexOf(" ", LONGEST);
  const short = words.length > LONGEST ? `${words.slice(0, end < 0 ? LONGEST : end)} …` : words;
  return link.dataset.report.replace(PLACE, encodeURIComponent(`#${id} — ${short}`));
}
}
