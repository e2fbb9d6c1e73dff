// The page of all works: filters and orders its list. The choice stands in the address (?topic=water&sort=year), so
// it can be shared and the Back key undoes it. Without this script the list is there whole; a long one has further
// pages, whose works are fetched into the first when the reader asks for more of them or for any that fits.
"use strict";
{
const catalogue = document.querySelector("[data-catalogue]");
if (catalogue) {
  catalogue.addEventListener("click", (event) => {
    const link = event.target.closest(".reference__files a");
    // In a folder a page may not read files; there the link saves that of all works, as without a script.
    if (!link || location.protocol === "file:") return;
    event.preventDefault();
    saveEntry(link);
  });
  if (catalogue.querySelector("form")) setUp(catalogue);
  else leadToFirst();
}

function setUp(root) {
  const form = root.querySelector("form");
  const list = root.querySelector(".references");
  const count = root.querySelector(".catalogue__count");
  const nothing = root.querySelector(".catalogue__nothing");
  const selects = [...form.querySelectorAll("select")];
  const items = [...list.children].map((element, place) => ({ element, place, words: "" }));
  const steps = root.querySelector(".catalogue__parts");
  const total = Number(steps?.dataset.total ?? items.length);
  // Addresses of the pages of the list that are not yet here.
  const rest = steps ? furtherPages(steps) : [];
  let coming = null;
  if (rest.length && location.protocol !== "file:") offerMore();

  form.addEventListener("submit", (event) => event.preventDefault());
  // Typing changes the address as it goes; a choice is a step that the Back key takes back.
  form.elements.q.addEventListener("input", () => go(address(), "replaceState"));
  for (const select of selects) select.addEventListener("change", () => go(address(), "pushState"));
  root.querySelector(".catalogue__reset").addEventListener("click", () => {
    go(location.pathname, "pushState");
    form.elements.q.focus();
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest(".reference__like a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.href, "pushState");
    root.scrollIntoView({ block: "start" });
  });
  addEventListener("popstate", () => show());
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

  function offerMore() {
    const more = document.createElement("button");
    more.type = "button";
    more.className = "catalogue__more";
    more.textContent = steps.dataset.more;
    steps.replaceChildren(more);
    more.addEventListener("click", async () => {
      const next = items.length;
      await fetched(1);
      show();
      // Where the button was, the reader goes on.
      const link = items[next]?.element.querySelector("summary");
      link?.focus({ preventScroll: true });
    });
  }

  // Fetches so many further pages of the list; whoever asks meanwhile waits for the same.
  async function fetched(count) {
    while (coming) await coming;
    const addresses = rest.slice(0, count);
    if (!addresses.length) return;
    coming = Promise.all(addresses.map(worksOf));
    try {
      for (const works of await coming) {
        rest.shift();
        for (const element of works) items.push({ element, place: items.length, words: "" });
        list.append(...works);
      }
      // Zotero reads anew what is listed.
      document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
    } finally {
      coming = null;
    }
    order = "";
    steps.hidden = !rest.length;
  }

  // Shows what the address asks for, of all works, once they are here.
  async function show() {
    const isChosen = [...new URLSearchParams(location.search).keys()].some((name) => name in form.elements);
    if (isChosen && rest.length && location.protocol !== "file:") {
      try {
        await fetched(rest.length);
      } catch {
        // What is here is shown; the count says that it is not all.
      }
    }
    select();
  }

  function select() {
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
    count.textContent = count.dataset.shown.replace("{n}", shown).replace("{total}", total);
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
  async function reveal() {
    if (rest.length && location.hash.startsWith("#ref-") && !sholu.targetOf(location.hash)) {
      try {
        await fetched(rest.length);
      } catch {
        return;
      }
      select();
      sholu.targetOf(location.hash)?.scrollIntoView();
    }
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

// A page of a long list from which a work has moved leads to the first, which finds it.
function leadToFirst() {
  if (!location.hash.startsWith("#ref-") || sholu.targetOf(location.hash)) return;
  location.replace(new URL(catalogue.querySelector(".catalogue__parts").dataset.first + location.hash, location.href));
}

// The second page's address has its number last; so have those behind it.
function furtherPages(steps) {
  const second = steps.querySelector("[rel=next]").href;
  const numbers = Array.from({ length: steps.dataset.parts - 1 }, (_, place) => place + 2);
  return numbers.map((number) => second.replace(/2\.html$/, `${number}.html`));
}

// Fetches the works of a page of the list.
async function worksOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll(".catalogue .references > .reference")];
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
