// What a page does besides being read. Each part is fetched when a reader first asks for it.

const search = document.querySelector("[data-sholu-search]");
if (search) setUpSearch(search, document.getElementById("__search"));

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
