// What a page does besides being read. Each part is fetched when a reader first asks for it.

const search = document.querySelector("[data-sholu-search]");
if (search) setUpSearch(search, document.getElementById("__search"));

const article = document.querySelector(".md-content__inner");
const BLOCKS = ":is(h1, h2, h3, h4, h5, h6, p, li, table, blockquote, figure, dt, dd)[id]";
const beside = document.querySelector("[data-beside]");
// The language that is read beside the page's own, as it stands in the address: ?with=ru
const WITH = "with";
if (article) keepPlace();
if (article) setUpSigns();
if (article && beside) setUpBeside();
offerLanguage();
setUpTerms();
if (document.querySelector(".timeline, .graph")) import("./pictures.js");
const cite = document.querySelector(".cite");
if (cite) setUpCite();
const notes = document.querySelector(".notes-switch");
if (notes) load(notes).then(({ setUp }) => setUp(notes));
const printing = document.querySelector(".print");
if (printing) printing.addEventListener("toggle", () => load(printing).then(({ setUp }) => setUp(printing)), { once: true });
const report = document.querySelector(".report");
if (article && report) setUpReport();

function load(element) {
  return import(new URL(element.dataset.script, document.baseURI));
}

// The link names the paragraph in which the reader has selected something, else the one that the address names.
function setUpReport() {
  const chosen = () => {
    const selection = getSelection();
    const node = selection.isCollapsed ? null : selection.anchorNode;
    const block = node?.parentElement?.closest(BLOCKS) ?? aim();
    return block && article.contains(block) ? block.id : "";
  };
  const lead = async () => {
    // Pressing the link takes the selection away.
    const id = chosen();
    const { reportAddress } = await load(report);
    report.href = reportAddress(id);
  };
  report.addEventListener("pointerenter", lead);
  report.addEventListener("focus", () => report.matches(":focus-visible") && lead());
}

function setUpSearch(root, toggle) {
  const input = root.querySelector("input");
  let isSetUp = false;
  let before = null;

  function begin() {
    if (isSetUp) return;
    isSetUp = true;
    const address = (path) => new URL(path, document.baseURI);
    const worker = new Worker(address(root.dataset.worker));
    // All are fetched side by side; the worker keeps a question until it has the index.
    fetch(address(root.dataset.index))
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(answer.statusText))))
      .then((bytes) => worker.postMessage({ bytes, language: root.dataset.language }, [bytes]))
      .catch(() => worker.postMessage({ bytes: null }));
    import(address(root.dataset.dialog)).then(({ setUp }) => setUp(root, toggle, worker));
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

// The copy buttons come when the box is first opened; a link to it opens it.
function setUpCite() {
  const begin = () => import(new URL(cite.dataset.script, document.baseURI)).then(({ setUp }) => setUp(cite));
  cite.addEventListener("toggle", begin, { once: true });
  const open = () => (cite.open ||= location.hash === `#${cite.id}`);
  addEventListener("hashchange", open);
  open();
}

// The signs of paragraphs and sections are no stops of the Tab key: L leads to the next, Shift+L to the one before.
function setUpSigns() {
  const template = document.querySelector("[data-paragraph-menu]");
  document.addEventListener("keydown", (event) => {
    const isOther = event.code !== "KeyL" || event.ctrlKey || event.metaKey || event.altKey;
    if (isOther || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const signs = [...article.querySelectorAll(".block-link, .headerlink")].filter((one) => one.checkVisibility());
    const here = signs.findIndex((one) => one === document.activeElement || one.parentElement.contains(document.activeElement));
    const seen = place().slice(1);
    const first = signs.findIndex((one) => decodeURIComponent(one.hash.slice(1)) === decodeURIComponent(seen));
    const next = here < 0 ? Math.max(first, 0) : here + (event.shiftKey ? -1 : 1);
    signs[next]?.focus();
  });
  if (!template || !("popover" in HTMLElement.prototype)) return;
  article.addEventListener("click", (event) => {
    const sign = event.target.closest?.(".block-link, .headerlink");
    if (!sign || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A click of the keyboard has no count; following the link has taken the focus away from the sign.
    const byKey = event.detail === 0;
    import(new URL(template.dataset.script, document.baseURI)).then(({ open }) => open(sign, template, byKey));
  });
}

// A link to another language leads to the paragraph at which the reader is.
function keepPlace() {
  for (const link of document.querySelectorAll("[data-pair]")) {
    link.addEventListener("click", () => (link.hash = place()));
  }
  for (const link of document.querySelectorAll(".languages a")) {
    const lead = () => {
      const address = new URL(link.href);
      address.hash = place();
      const other = besideLanguage();
      // Whoever reads Kazakh with Russian beside it goes on to Russian with Kazakh beside it.
      if (other) address.searchParams.set(WITH, other === link.lang ? document.documentElement.lang : other);
      else address.searchParams.delete(WITH);
      link.href = address.href;
    };
    for (const event of ["pointerdown", "focus", "click", "auxclick"]) link.addEventListener(event, lead);
  }
}

// What the address or the screen shows, as an anchor that the other versions have too.
function place() {
  const header = document.querySelector(".md-header")?.offsetHeight ?? 0;
  // A block of which less than a line is left below the header is done with.
  const isSeen = (element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height && bottom > header + 28 && top < innerHeight;
  };
  const aimed = aim();
  if (aimed && isSeen(aimed)) {
    const shared = aimed.closest("[data-only-here]") ? null : aimed;
    if (shared) return `#${encodeURIComponent(shared.id.replace(/^\w+--/, "")).replaceAll("%3A", ":")}`;
  }
  if (scrollY < header) return "";
  const first = [...article.querySelectorAll(BLOCKS)].find(
    (block) => !block.closest(".pair__other, [data-only-here]") && isSeen(block),
  );
  return first ? `#${first.id}` : "";
}

// The element that the address names, null if there is none.
function aim() {
  try {
    return location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

function besideLanguage() {
  return new URLSearchParams(location.search).get(WITH) ?? "";
}

function setUpBeside() {
  const links = [...beside.querySelectorAll("[data-language]")];
  const status = beside.querySelector("[role=status]");
  const copy = beside.querySelector(".beside__copy");
  const copyWords = copy.textContent;
  let hide = null;
  // What the reader has asked for last; an answer to something else comes too late.
  let wanted = "";

  async function choose(language) {
    wanted = language;
    status.textContent = "";
    press();
    if (!language) {
      takeAway();
      keepInAddress("");
      return;
    }
    const link = links.find((one) => one.dataset.language === language);
    const slow = setTimeout(() => (status.textContent = beside.dataset.loading), 400);
    try {
      const { fetchBeside } = await import(new URL(beside.dataset.script, document.baseURI));
      const show = await fetchBeside(article, { href: link.getAttribute("href"), language, locale: own });
      if (wanted !== language) return;
      status.textContent = "";
      takeAway();
      inPlace(() => (hide = show()));
      keepInAddress(language);
      if (location.hash.startsWith(`#${language}--`)) location.replace(location.hash);
    } catch (error) {
      if (wanted !== language) return;
      console.warn(error);
      wanted = hide ? besideLanguage() : "";
      status.textContent = beside.dataset.failed;
      if (!hide) keepInAddress("");
    } finally {
      clearTimeout(slow);
      press();
    }
  }

  function takeAway() {
    if (hide) inPlace(hide);
    hide = null;
  }

  copy.addEventListener("click", async () => {
    const here = new URL(location.href);
    here.hash = place();
    try {
      await navigator.clipboard.writeText(here.href);
      copy.textContent = copy.dataset.done;
      setTimeout(() => (copy.textContent = copyWords), 2000);
    } catch {
      // No leave to write: the address stands in the browser's own bar.
      status.textContent = here.href;
    }
  });

  function press() {
    // While two languages are read the switch goes along, so that they can be changed anywhere.
    copy.hidden = !wanted;
    beside.classList.toggle("is-along", Boolean(wanted));
    for (const link of links) link.setAttribute("aria-pressed", link.dataset.language === wanted);
  }

  function keepInAddress(language) {
    const now = new URL(location.href);
    if (language) now.searchParams.set(WITH, language);
    else now.searchParams.delete(WITH);
    if (now.href !== location.href) history.replaceState(history.state, "", now);
  }

  const own = document.documentElement.lang;
  for (const link of links) {
    const toggle = () => choose(wanted === link.dataset.language ? "" : link.dataset.language);
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      toggle();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle();
    });
  }
  // The choice goes on with the reader, to the other pages: of this language, and of the one beside it.
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, takeAlong, { capture: true });

  function takeAlong(event) {
    const link = event.target.closest?.("a[href]");
    if (!hide || !link || link.closest(".languages, [data-beside]")) return;
    if (link.getAttribute("href").startsWith("#") || link.hasAttribute("download")) return;
    const target = new URL(link.href);
    if (target.hash && target.pathname + target.search === location.pathname + location.search) return;
    const home = new URL(beside.dataset.root, document.baseURI);
    const isHere = target.origin === home.origin && target.pathname.startsWith(home.pathname);
    if (!isHere || !/(\/|\.html)$/.test(target.pathname)) return;
    target.searchParams.set(WITH, link.closest(".pair__other") ? own : besideLanguage());
    link.href = target.href;
  }

  if (links.some((link) => link.dataset.language === besideLanguage())) choose(besideLanguage());
}

// Does what makes the page longer or shorter, and leaves before the reader's eyes what was there, and the focus.
function inPlace(change) {
  const name = place();
  const block = name ? document.getElementById(decodeURIComponent(name.slice(1))) : null;
  const before = block?.getBoundingClientRect().top;
  const focused = document.activeElement;
  change();
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
  if (block) scrollBy({ top: block.getBoundingClientRect().top - before, behavior: "instant" });
}

// On the first page, a reader whose browser prefers another language of the review is told that it is there, until
// he closes that, or chooses a language.
function offerLanguage() {
  const kept = "sholu-language-chosen";
  for (const link of document.querySelectorAll(".languages a, [data-offer] a")) {
    link.addEventListener("click", () => recall(kept));
  }
  const offers = [...document.querySelectorAll("[data-offer]")];
  const own = document.documentElement.lang;
  const wanted = navigator.languages.map((code) => code.toLowerCase().split("-")[0]);
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
