// The page of all works: filters and orders its list. The choice stands in the address (?topic=water&sort=year), so
// it can be shared and the Back key undoes it. Without this script the list is there whole; a long one has further
// pages, of which this script shows more as the reader goes on. What all works are filtered and ordered by is a file
// beside them (catalogue/index.py), so that nothing but what is shown is fetched and read as HTML.
"use strict";
{
const catalogue = document.querySelector("[data-catalogue]");
if (catalogue) {
  catalogue.addEventListener("click", (event) => {
    const link = event.target.closest(".reference__files a");
    if (!link) return;
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
  const items = [...list.children].map((element, place) => ({ element, place, of: element.dataset, words: "" }));
  const steps = root.querySelector(".catalogue__parts");
  const isLong = steps !== null && location.protocol !== "file:";
  const total = Number(steps?.dataset.total ?? items.length);
  // So many works at once.
  const first = isLong ? items.length : Infinity;
  let limit = first;
  let shownFor = location.search;
  let turn = 0;
  let fetchedIndex = null;
  const pieces = new Map();
  if (isLong) offerMore();

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

  // More works come as the reader nears their end; the button is for whoever goes on by keys.
  function offerMore() {
    const more = document.createElement("button");
    more.type = "button";
    more.className = "catalogue__more";
    more.textContent = steps.dataset.more;
    steps.replaceChildren(more);
    more.addEventListener("click", async () => {
      const before = new Set(list.children);
      limit += first;
      await show();
      // Where the button was, the reader goes on.
      const next = [...list.children].find((element) => !before.has(element));
      next?.querySelector("summary").focus({ preventScroll: true });
    });
    // Nothing comes to whoever passes the end by a link to what stands below.
    const nearing = new IntersectionObserver(
      async ([seen]) => {
        if (!seen.isIntersecting || seen.boundingClientRect.top < 0) return;
        nearing.disconnect();
        limit += first;
        await show();
        nearing.observe(steps);
      },
      { rootMargin: "0px 0px 600px" },
    );
    nearing.observe(steps);
    // Who goes to the filters will ask for what they need.
    form.addEventListener("focusin", () => known().catch(() => {}), { once: true });
  }

  // Learns of all works what they are filtered and ordered by.
  function known() {
    fetchedIndex ??= (async () => {
      try {
        const answer = await fetch(steps.dataset.works);
        if (!answer.ok) throw new Error(`${steps.dataset.works}: ${answer.status}`);
        const { facets, works } = await answer.json();
        const names = ["key", "text", "year", "first", "author", ...facets];
        works.forEach((values, place) => {
          const of = Object.fromEntries(values.map((value, number) => [names[number], value]));
          items[place] = { element: null, words: "", ...items[place], place, of };
        });
      } catch (error) {
        // The next question asks anew.
        fetchedIndex = null;
        throw error;
      }
    })();
    return fetchedIndex;
  }

  // Makes the elements of works that stand on further pages.
  async function made(works) {
    const missing = works.filter((item) => !item.element);
    const numbers = new Set(missing.map((item) => Math.floor(item.place / first) + 1));
    await Promise.all([...numbers].map(piecesOf));
    const template = document.createElement("template");
    const bare = await Promise.all(
      missing.map(async (item) => (await piecesOf(Math.floor(item.place / first) + 1))[item.place % first]),
    );
    template.innerHTML = bare.join("");
    const elements = [...template.content.children];
    missing.forEach((item, number) => (item.element ??= elements[number]));
    // Zotero reads anew what is listed.
    if (missing.length) document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
  }

  // Fetches the works of a page of the list, once, each as HTML.
  function piecesOf(number) {
    if (!pieces.has(number)) {
      const address = steps.dataset.second.replace(/2\.html$/, `${number}.html`);
      const coming = worksOf(address);
      coming.catch(() => pieces.delete(number));
      pieces.set(number, coming);
    }
    return pieces.get(number);
  }

  // Shows what the address asks for, of all works, once they are known.
  async function show() {
    const own = ++turn;
    // A link within the page leaves what was shown.
    if (location.search !== shownFor) limit = first;
    shownFor = location.search;
    const isChosen = [...new URLSearchParams(location.search).keys()].some((name) => name in form.elements);
    if (isLong && (isChosen || limit > first)) {
      try {
        await known();
      } catch {
        // What is here is shown; the count says that it is not all.
      }
    }
    if (own !== turn) return;
    const fitting = chosen();
    const shown = fitting.slice(0, limit);
    const rest = fitting.length > shown.length || (isLong && !isChosen && items.length < total);
    say(isChosen ? fitting.length : Math.min(limit, fitting.length));
    put(shown);
    if (steps && isLong) steps.hidden = !rest;
    if (!isLong) return;
    try {
      await made(shown);
    } catch {
      // As above.
    }
    if (own === turn) put(shown);
  }

  // Returns the works that fit what the address asks for, in its order.
  function chosen() {
    const asked = new URLSearchParams(location.search);
    const query = asked.get("q") ?? "";
    if (form.elements.q.value.trim() !== query) form.elements.q.value = query;
    for (const select of selects) {
      const wanted = [...select.options].findIndex((option) => option.value === asked.get(select.name));
      select.selectedIndex = Math.max(wanted, 0);
    }
    keepInOtherLanguages(asked);
    const words = folded(query).split(/\s+/).filter(Boolean);
    const facets = selects.filter((select) => select.name !== "sort" && select.selectedIndex > 0);
    return ordered(form.elements.sort.value).filter(
      (item) =>
        facets.every((select) => isOneOf(select.value.split(";"), item.of[select.name].split(";"))) &&
        words.every((word) => wordsOf(item).includes(word)),
    );
  }

  function say(number) {
    count.textContent = count.dataset.shown.replace("{n}", number).replace("{total}", total);
    nothing.hidden = number > 0;
    // An empty list is none to who listens.
    list.parentElement.hidden = number === 0;
  }

  // Puts works into the list, in their order, and hides all others; what stands there already is not moved.
  function put(works) {
    const here = works.map((item) => item.element).filter(Boolean);
    const wanted = new Set(here);
    for (const element of list.children) element.hidden = !wanted.has(element);
    let next = list.firstElementChild;
    for (const element of here) {
      while (next?.hidden) next = next.nextElementSibling;
      if (element === next) {
        next = next.nextElementSibling;
      } else {
        element.hidden = false;
        list.insertBefore(element, next);
      }
    }
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

  // A link to an entry leads to it, whatever was chosen before; on a further page if it stands there.
  async function reveal() {
    if (isLong && location.hash.startsWith("#ref-") && !sholu.targetOf(location.hash)) {
      try {
        await known();
      } catch {
        return;
      }
      const key = decoded(location.hash.slice("#ref-".length));
      const wanted = items.find((item) => item.of.key === key);
      const number = Math.floor((wanted?.place ?? 0) / first) + 1;
      const address = steps.dataset.second.replace(/2\.html$/, `${number}.html`);
      if (number > 1) location.replace(new URL(address + location.hash, location.href));
      return;
    }
    const target = sholu.targetOf(location.hash);
    if (!target?.hidden || !list.contains(target)) return;
    go(`${location.pathname}${location.hash}`, "replaceState");
    const place = items.find((item) => item.element === target).place;
    if (place >= limit) {
      limit = place + 1;
      await show();
    }
    target.scrollIntoView();
  }

  // What has no year and what is cited nowhere comes last.
  function ordered(name) {
    if (!["author", "year", "first"].includes(name)) return items;
    const number = (item) => Number(item.of[name] || Infinity);
    return [...items].sort((one, other) => {
      const [a, b] = [number(one), number(other)];
      return a === b ? one.place - other.place : a - b;
    });
  }

  function wordsOf(item) {
    if (!item.words) item.words = folded(item.of.text ?? textOf(item.element));
    return item.words;
  }

  function textOf(element) {
    const parts = [...element.querySelectorAll(".reference__text, .reference__names, .reference__note")];
    return [...parts.map((part) => part.textContent), element.dataset.words, element.dataset.year].join(" ");
  }
}

// A page of a long list from which a work has moved leads to the first, which finds it.
function leadToFirst() {
  if (!location.hash.startsWith("#ref-") || sholu.targetOf(location.hash)) return;
  location.replace(new URL(catalogue.querySelector(".catalogue__parts").dataset.first + location.hash, location.href));
}

// Fetches a page of the list and cuts its works out; a page takes ten times as long to be read as HTML.
async function worksOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const text = await answer.text();
  const begin = text.indexOf('<ul class="references">', text.indexOf(" data-catalogue="));
  const item = '<li class="reference"';
  return text
    .slice(begin, text.indexOf("</ul></div>", begin))
    .split(item)
    .slice(1)
    .map((rest) => item + rest);
}

function isOneOf(asked, values) {
  return asked.some((one) => values.includes(one));
}

// A fragment that somebody has typed may be none that can be read.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Saves what the file of all works has of one.
async function saveEntry(link) {
  const { entry, name } = link.parentElement.dataset;
  const ending = link.pathname.split(".").pop();
  const saved = document.createElement("a");
  try {
    const answer = await (location.protocol === "file:" ? handedOver(link, ending) : fetch(link.href));
    if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
    const text = cutOut(await answer.text(), entry, wholeFile(link).dataset);
    saved.href = URL.createObjectURL(new Blob([text], { type: answer.headers.get("Content-Type") ?? "" }));
    saved.download = `${name}.${ending}`;
  } catch {
    saved.href = link.href;
    saved.download = link.download;
  }
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60000);
}

// In a folder a page may read no file, but fetch a script, which has the texts of all (catalogue/files.py).
async function handedOver({ href }, ending) {
  const files = await sholu.part("references.js", href);
  return new Response(files[ending]);
}

// Returns the link above the list to the file of which a link below an entry saves a part.
function wholeFile(link) {
  return [...catalogue.querySelectorAll(".catalogue__files a")].find((one) => one.href === link.href);
}

// Makes a file of one entry, which is found as the format says (exports/record.py).
function cutOut(text, key, { found, before = "", after = "" }) {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [entry] = text.match(new RegExp(found.replace("{key}", () => escaped), "m"));
  return `${before}${entry}${after}`;
}

function folded(text) {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");
}
}
