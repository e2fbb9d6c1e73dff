// What a page does besides being read. Each part is fetched when a reader first asks for it.

const search = document.querySelector("[data-sholu-search]");
if (search) setUpSearch(search, document.getElementById("__search"));

const article = document.querySelector(".md-content__inner");
const BLOCKS = ":is(h1, h2, h3, h4, h5, h6, p, li, table, blockquote, figure, dt, dd)[id]";
const beside = document.querySelector("[data-beside]");
// The language that is read beside the page's own, as it stands in the address: ?with=ru
const WITH = "with";
if (article) keepPlace();
if (article && beside) setUpBeside();
offerLanguage();
setUpTerms();
if (document.querySelector(".timeline, .graph")) import("./pictures.js");

function setUpSearch(root, toggle) {
  const input = root.querySelector("input");
  let isSetUp = false;
  let before = null;

  function begin() {
    if (isSetUp) return;
    isSetUp = true;
    import(new URL(root.dataset.dialog, document.baseURI)).then(({ setUp }) => setUp(root, toggle));
  }

  function open() {
    before = document.activeElement;
    toggle.checked = true;
    begin();
    input.focus();
  }

  function close() {
    toggle.checked = false;
    input.blur();
    before?.focus?.();
  }

  // ?q= asks, as Material has it; ?h= marks what a result of the search was found by, and leaves the address.
  const asked = new URL(location.href);
  if (asked.searchParams.get("q")) {
    input.value = asked.searchParams.get("q");
    open();
  }
  const forms = asked.searchParams.get("h");
  if (forms) {
    asked.searchParams.delete("h");
    history.replaceState(history.state, "", asked);
    const script = new URL(root.dataset.marks, document.baseURI);
    import(script).then(({ mark }) => mark(document.querySelector(".md-content__inner"), forms.split(" ")));
  }

  toggle.addEventListener("change", () => (toggle.checked ? open() : input.blur()));
  input.addEventListener("focus", () => {
    toggle.checked = true;
    begin();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      close();
      return;
    }
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    // By place on the keyboard, since a Kazakh or Russian one has other letters there.
    if (["KeyF", "KeyS"].includes(event.code) || ["f", "s", "/"].includes(event.key)) {
      event.preventDefault();
      open();
    }
  });
}

// A link to another language leads to the paragraph at which the reader is.
function keepPlace() {
  for (const link of document.querySelectorAll(".languages a")) {
    const lead = () => {
      const address = new URL(link.href);
      address.hash = place();
      const other = besideLanguage();
      // Whoever reads Kazakh with Russian beside it goes on to Russian with Kazakh beside it.
      if (other) address.searchParams.set(WITH, other === link.lang ? document.documentElement.lang : other);
      link.href = address.href;
    };
    for (const event of ["pointerdown", "focus", "click", "auxclick"]) link.addEventListener(event, lead);
  }
}

function place() {
  const header = document.querySelector(".md-header")?.offsetHeight ?? 0;
  const isSeen = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > header + 4 && top < innerHeight;
  };
  const aimed = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (aimed && isSeen(aimed)) return location.hash;
  if (scrollY < header) return "";
  const first = [...article.querySelectorAll(BLOCKS)].find((block) => !block.closest(".pair__other") && isSeen(block));
  return first ? `#${first.id}` : "";
}

function besideLanguage() {
  return new URLSearchParams(location.search).get(WITH) ?? "";
}

function setUpBeside() {
  const links = [...beside.querySelectorAll("[data-language]")];
  let hide = null;

  async function show(language) {
    const link = links.find((one) => one.dataset.language === language);
    if (!link) return;
    const { showBeside } = await import(new URL(beside.dataset.script, document.baseURI));
    const choice = { href: link.getAttribute("href"), language, locale: beside.dataset.locale };
    await inPlace(async () => {
      hide = await showBeside(article, choice);
    });
    address(language);
  }

  function address(language) {
    const now = new URL(location.href);
    if (language) now.searchParams.set(WITH, language);
    else now.searchParams.delete(WITH);
    history.replaceState(history.state, "", now);
    for (const link of links) link.setAttribute("aria-pressed", link.dataset.language === language);
  }

  async function choose(language) {
    const isShown = hide && besideLanguage() === language;
    if (hide) {
      await inPlace(hide);
      hide = null;
      address("");
    }
    if (!isShown) await show(language).catch(fail);
  }

  function fail(error) {
    console.warn(error);
    beside.querySelector("span").textContent = beside.dataset.failed;
    address("");
  }

  for (const link of links) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(link.dataset.language);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      choose(link.dataset.language);
    });
  }
  // The choice goes on with the reader, to the other pages of this language.
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, takeAlong, { capture: true });

  function takeAlong(event) {
    const link = event.target.closest?.("a[href]");
    if (!hide || !link || link.closest(".languages, [data-beside], .pair__other")) return;
    const target = new URL(link.href);
    if (target.origin !== location.origin || target.pathname === location.pathname) return;
    target.searchParams.set(WITH, besideLanguage());
    link.href = target.href;
  }

  if (besideLanguage()) show(besideLanguage()).catch(fail);
}

// Does what makes the page longer or shorter, and leaves before the reader's eyes what was there.
async function inPlace(change) {
  const name = place();
  const block = name ? document.getElementById(decodeURIComponent(name.slice(1))) : null;
  const before = block?.getBoundingClientRect().top;
  await change();
  if (block) scrollBy({ top: block.getBoundingClientRect().top - before, behavior: "instant" });
}

// On the first page, a reader whose browser prefers another language of the review is told that it is there.
function offerLanguage() {
  const offers = [...document.querySelectorAll("[data-offer]")];
  const kept = "sholu-offer-declined";
  const own = document.documentElement.lang;
  const wanted = navigator.languages.map((code) => code.split("-")[0]);
  const first = wanted.find((code) => code === own || offers.some((offer) => offer.dataset.offer === code));
  const offer = offers.find((one) => one.dataset.offer === first);
  if (!offer || recalled(kept)) return;
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => {
    offer.hidden = true;
    recall(kept);
  });
}

// A term says what it means where the pointer or the keyboard is; without this its title does.
function setUpTerms() {
  for (const kind of ["pointerover", "focusin", "click"]) {
    document.addEventListener(kind, ({ target }) => {
      const term = target.closest?.(".term");
      if (term) import("./terms.js").then(({ explain }) => explain(term));
    });
  }
}

// A browser may forbid a page to remember anything; then it offers again.
function recalled(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function recall(name) {
  try {
    localStorage.setItem(name, "1");
  } catch {
    // Nothing is lost but the memory.
  }
}
