// Shows an author what the last build has found: a list over the page, each problem at its paragraph too. Served by
// `mkdocs serve` alone, see overlay.py; a reader never gets it.
const here = document.currentScript
const SEEN = "sholu-build"
const AGAIN = 1000

const STYLE = `
  .sholu-problems { position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 45vh; overflow: auto; margin: 0;
    padding: .8rem 1rem; border-top: 4px solid #b3261e; background: #fff; color: #1b1b1b; font: 16px/1.45 sans-serif;
    box-shadow: 0 -2px 12px #0004; text-align: start }
  .sholu-problems ol { margin: .5rem 0 0; padding-inline-start: 1.4rem }
  .sholu-problems li { margin: .35rem 0 }
  .sholu-problems a { color: #0b57d0; text-decoration: underline }
  .sholu-problems button { float: inline-end; min-width: 2.5rem; min-height: 2.5rem; border: 1px solid; background: none;
    color: inherit; font: inherit; cursor: pointer; padding: 0 .6rem;
    margin: 0 0 .5rem; margin-inline-start: 1rem }
  .sholu-problem { display: block; margin: .4rem 0; padding: .4rem .7rem; border-inline-start: 4px solid #b3261e;
    background: #fbe9e7; color: #1b1b1b; font: 15px/1.4 sans-serif; text-indent: 0 }
  .sholu-problem[data-level=warning], .sholu-problems li[data-level=warning] { border-color: #7a5900 }
  .sholu-changed { outline: 3px solid #0b57d0; outline-offset: 4px; transition: outline-color 4s 2s }
  .sholu-changed--past { outline-color: transparent }
  [data-md-color-scheme=slate] .sholu-problems { background: #1c1b1f; color: #e6e1e5; box-shadow: 0 -2px 12px #000 }
  [data-md-color-scheme=slate] .sholu-problems a { color: #a8c7fa }
  [data-md-color-scheme=slate] .sholu-problem { background: #3a1d1b; color: #f9dedc }
  [data-md-color-scheme=slate] .sholu-problem[data-level=warning] { background: #362c0e; color: #f6e7b8 }
  .sholu-problem[data-level=warning] { background: #fff4d6 }
  body:has(> .sholu-problems) { padding-block-end: 45vh }
  @media print { .sholu-problems, .sholu-problem { display: none } }
`

const element = (name, classes, text) => {
  const made = document.createElement(name)
  if (classes) made.className = classes
  if (text) made.textContent = text
  return made
}

const path = (address) => new URL(address, location.href).pathname.replace(/index\.html$/, "")
const isHere = (one) => one.page && path(one.page) === path(location.pathname)
const block = (one) => (one.block ? document.getElementById(one.block) : null)

const atParagraph = (problem) => {
  const place = block(problem)
  if (!place) return
  const note = element("span", "sholu-problem", `${problem.what}; ${problem.mend}`)
  note.dataset.level = problem.level
  note.dir = "auto"
  // What follows an item of a list would stand between two of them.
  if (/^(LI|DD|DT|TD|TH|BLOCKQUOTE)$/.test(place.tagName)) place.append(note)
  else {
    // Behind those that are there already: in the order of the list.
    let last = place
    while (last.nextElementSibling?.matches(".sholu-problem")) last = last.nextElementSibling
    last.after(note)
  }
}

const listed = (problem) => {
  const item = element("li")
  item.dataset.level = problem.level
  const place = element(problem.page ? "a" : "strong", "", problem.place)
  if (problem.page) place.href = `${problem.page}${problem.block ? `#${problem.block}` : ""}`
  item.append(place, problem.place ? ": " : "", `${problem.what}${problem.mend ? `; ${problem.mend}` : ""}`)
  return item
}

// The list over the page, made when there is something for it.
const list = (words, language) => {
  const there = document.querySelector(".sholu-problems ol")
  if (there) return there
  const box = element("section", "sholu-problems")
  box.lang = language
  box.dir = "auto"
  box.setAttribute("role", "region")
  box.setAttribute("aria-label", words.title)
  const close = element("button", "", words.close)
  close.type = "button"
  close.addEventListener("click", () => box.remove())
  const made = element("ol")
  box.append(close, element("strong", "", words.title), made)
  document.body.append(box)
  return made
}

// What an editor would see on this page, once the server knows; another build brings the page anew.
const ask = ({ build, words, language }) =>
  fetch(`${here.dataset.second}?page=${encodeURIComponent(decodeURI(location.pathname))}`)
    .then((answer) => answer.json())
    .then((found) => {
      if (found.build !== build) return
      if (!found.is_done) return void setTimeout(() => ask({ build, words, language }), AGAIN)
      document.documentElement.dataset.sholuLooked = build
      if (!found.problems.length) return
      found.problems.forEach(atParagraph)
      list(words, language).append(...found.problems.map(listed))
    })

const show = ({ build, problems, changed, words, language }) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const own = problems.filter(isHere)
  own.forEach(atParagraph)
  const errors = problems.filter((one) => one.level === "error")
  const shown = [...new Set([...own, ...errors])]
  if (shown.length) {
    const items = list(words, language)
    items.append(...shown.map(listed))
    const more = problems.length - shown.length
    if (more) items.after(element("p", "", `${words.elsewhere} ${more}`))
  }
  // Only after a build, and not whenever a page is opened.
  const seen = sessionStorage.getItem(SEEN)
  sessionStorage.setItem(SEEN, build)
  document.documentElement.dataset.sholuBuild = build
  const place = changed.filter(isHere).map(block).find(Boolean)
  if (place && seen !== null && Number(seen) < build) {
    place.classList.add("sholu-changed")
    place.scrollIntoView({ block: "center" })
    setTimeout(() => place.classList.add("sholu-changed--past"))
  }
}

fetch(here.dataset.state)
  .then((answer) => answer.json())
  .then((state) => {
    show(state)
    return ask(state)
  })
