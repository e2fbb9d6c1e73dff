// The page of all works: filters and orders its list. The choice stands in the address (?topic=water&sort=year), so
// it can be shared and the Back key undoes it. Without this script the list is there whole.
"use strict";
{
const catalogue = document.querySelector("[data-catalogue]");
if (catalogue) setUp(catalogue);

function setUp(root) {
  const form = root.querySelector("form");
  const list = root.querySelector(".references");
  const count = root.querySelector(".catalogue__count");
  const nothing = root.querySelector(".catalogue__nothing");
  const selects = [...form.querySelectorAll("select")];
  const items = [...list.children].map((element, place) => ({ element, place, words: "" }));

  form.addEventListener("submit", (event) => event.preventDefault());
  // Typing changes the address as it goes; a choice is a step that the Back key takes back.
  form.elements.q.addEventListener("input", () => go(address(), "replaceState"));
  for (const select of selects) select.addEventListener("change", () => go(address(), "pushState"));
  root.querySelector(".catalogue__reset").addEventListener("click", () => {
    go(location.pathname, "pushState");
    form.elements.q.focus();
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.href, "pushState");
    root.scrollIntoView({ block: "start" });
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest(".reference__files a");
    // In a folder a page may not read files; there the link saves that of all works, as without a script.
    if (!link || location.protocol === "file:") return;
    event.preventDefault();
    saveEntry(link);
  });
  addEventListener("popstate", show);
  addEventListener("hashchange", reveal);
  for (const copy of root.querySelectorAll(".journal-list__copy")) {
    const words = copy.textContent;
    copy.addEventListener("click", async () => {
      const entries = copy.closest("details").querySelector(".journal-list__entries");
      // What is not shown cannot be selected.
      copy.closest("details").open = true;
      if (!(await sholu.copied(entries, [...entries.children].map((line) => line.textContent).join("\n")))) return;
      copy.textContent = copy.dataset.done;
      setTimeout(() => (copy.textContent = words), 2000);
    });
  }
  let order = "";
  if (location.search) show();
  reveal();

  function address() {
    const chosen = new URLSearchParams();
    if (form.elements.q.value.trim()) chosen.set("q", form.elements.q.value.trim());
    for (const select of selects) if (select.selectedIndex > 0) chosen.set(select.name, select.value);
    return `${chosen}` ? `?${chosen}` : location.pathname;
  }

  function go(target, step) {
    // What other scripts keep in the address stays there.
    const url = new URL(target, location.href);
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (!(name in form.elements)) url.searchParams.append(name, value);
    }
    history[step](history.state, "", url);
    show();
  }

  // Shows what the address asks for.
  function show() {
    const asked = new URLSearchParams(location.search);
    const query = asked.get("q") ?? "";
    if (form.elements.q.value.trim() !== query) form.elements.q.value = query;
    for (const select of selects) {
      const wanted = [...select.options].findIndex((option) => option.value === asked.get(select.name));
      select.selectedIndex = Math.max(wanted, 0);
    }
    const words = folded(query).split(/\s+/).filter(Boolean);
    const facets = selects.filter((select) => select.name !== "sort" && select.selectedIndex > 0);
    let shown = 0;
    for (const item of items) {
      const fits =
        facets.every((select) => item.element.dataset[select.name].split(";").includes(select.value)) &&
        words.every((word) => wordsOf(item).includes(word));
      item.element.hidden = !fits;
      if (fits) shown += 1;
    }
    if (order !== form.elements.sort.value) {
      order = form.elements.sort.value;
      list.append(...ordered(order).map((item) => item.element));
    }
    count.textContent = count.dataset.shown.replace("{n}", shown).replace("{total}", items.length);
    nothing.hidden = shown > 0;
    // An empty list is none to who listens.
    list.parentElement.hidden = shown === 0;
    keepInOtherLanguages(asked);
  }

  // Whoever changes the language sees the same selection there.
  function keepInOtherLanguages(asked) {
    for (const link of document.querySelectorAll(".languages a")) {
      const url = new URL(link.href);
      for (const { name } of [form.elements.q, ...selects]) {
        if (asked.has(name)) url.searchParams.set(name, asked.get(name));
        else url.searchParams.delete(name);
      }
      link.href = url.href;
    }
  }

  // A link to an entry leads to it, whatever was chosen before.
  function reveal() {
    const target = sholu.targetOf(location.hash);
    if (!target?.hidden || !list.contains(target)) return;
    go(`${location.pathname}${location.hash}`, "replaceState");
    target.scrollIntoView();
  }

  // What has no year and what is cited nowhere comes last.
  function ordered(name) {
    if (!["author", "year", "first"].includes(name)) return items;
    const number = (item) => Number(item.element.dataset[name] || Infinity);
    return [...items].sort((one, other) => {
      const [a, b] = [number(one), number(other)];
      return a === b ? one.place - other.place : a - b;
    });
  }

  function wordsOf(item) {
    if (!item.words) {
      const parts = [...item.element.querySelectorAll(".reference__text, .reference__names, .reference__note")];
      const texts = parts.map((part) => part.textContent);
      item.words = folded([...texts, item.element.dataset.words, item.element.dataset.year].join(" "));
    }
    return item.words;
  }
}

// Saves what the file of all works has of one.
async function saveEntry(link) {
  const { entry, name } = link.parentElement.dataset;
  const ending = link.pathname.split(".").pop();
  const saved = document.createElement("a");
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
    const text = CUT[ending](await answer.text(), entry);
    saved.href = URL.createObjectURL(new Blob([text], { type: answer.headers.get("Content-Type") ?? "" }));
    saved.download = `${name}.${ending}`;
  } catch {
    saved.href = link.href;
    saved.download = link.download;
  }
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60000);
}

// How one entry is found in a file of each format.
const CUT = {
  bib: (text, key) => alone(text.split(/^(?=@)/m).find((one) => one.split(/[{,]/, 2)[1] === key)),
  ris: (text, key) => alone(text.split(/^(?=TY  - )/m).find((one) => one.includes(`\nID  - ${key}\n`))),
  json: (text, key) => `${JSON.stringify(JSON.parse(text).filter((one) => one.id === key), null, 1)}\n`,
};

function alone(entry) {
  return `${entry.replace(/\n+$/, "")}\n`;
}

function folded(text) {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");
}
}
