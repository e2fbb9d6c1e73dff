// What a reader does in "Cite": today as the date of access, copying an entry. Without it the entries stand there
// with a blank for the date.
"use strict";
{
document.currentScript.offers = { setUp };

function setUp(box) {
  fillInToday(box);
  const said = box.querySelector("[role=status]");
  for (const button of box.querySelectorAll(".cite__copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const entry = button.parentElement.querySelector(".cite__text");
      const isCopied = await sholu.copied(entry);
      // Emptied first, so that a screen reader says it again at the second entry.
      said.textContent = "";
      requestAnimationFrame(() => (said.textContent = isCopied ? box.dataset.copied : box.dataset.failed));
    });
  }
  sholu.closable(box);
}

function fillInToday(box) {
  const now = new Date();
  const written = {
    numeric: [now.getDate(), now.getMonth() + 1].map((part) => String(part).padStart(2, "0")).join(".") + `.${now.getFullYear()}`,
    long: new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(now),
  };
  for (const blank of box.querySelectorAll("[data-today]")) blank.textContent = written[blank.dataset.today];
}
}
