// What a picture does besides being seen. Without this script all events are shown, and no line is traced.
"use strict";
{
const KIND = "kind";

for (const timeline of document.querySelectorAll(".timeline")) setUpFilter(timeline);
for (const graph of document.querySelectorAll(".graph")) setUpTracing(graph);

// The kind that is shown stands in the address (?kind=treaty), so that it can be linked to and gone back from.
function setUpFilter(timeline) {
  const links = [...timeline.querySelectorAll(".kinds a")];
  const events = [...timeline.querySelectorAll(".event")];
  const marks = [...timeline.querySelectorAll(".lanes [data-kinds]")];
  const said = timeline.querySelector("[data-said]");
  const known = new Set(links.map((link) => link.dataset.kind ?? ""));

  function chosen() {
    const kind = new URL(location.href).searchParams.get(KIND) ?? "";
    return known.has(kind) ? kind : "";
  }

  function isOf(element, kind) {
    return !kind || element.dataset.kinds.split(" ").includes(kind);
  }

  function show() {
    const kind = chosen();
    for (const event of events) event.hidden = !isOf(event, kind);
    for (const mark of marks) mark.classList.toggle("is-faint", !isOf(mark, kind));
    for (const link of links) {
      if ((link.dataset.kind ?? "") === kind) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const count = events.filter((event) => !event.hidden).length;
    said.textContent = kind ? said.dataset.said.replace("{n}", count) : "";
    // The other languages show the same choice.
    for (const link of document.querySelectorAll(".languages a")) link.href = withKind(link.href, kind);
  }

  function withKind(address, kind) {
    const changed = new URL(address);
    if (kind) changed.searchParams.set(KIND, kind);
    else changed.searchParams.delete(KIND);
    return changed.href;
  }

  function choose(kind) {
    const address = new URL(withKind(location.href, kind));
    address.hash = "";
    history.pushState(history.state, "", address);
    show();
  }

  // An event that a link leads to is shown, whatever was chosen.
  function reveal() {
    const aimed = sholu.targetOf(location.hash);
    const event = aimed && timeline.contains(aimed) ? aimed.closest(".event") : null;
    if (!event?.hidden) return;
    history.replaceState(history.state, "", withKind(location.href, ""));
    show();
    event.scrollIntoView();
  }

  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(link.dataset.kind ?? "");
    });
  }
  addEventListener("popstate", show);
  addEventListener("hashchange", reveal);
  show();
  reveal();
}

// Under pointer or focus, a section or a work shows its own lines alone.
function setUpTracing(graph) {
  const edges = [...graph.querySelectorAll(".edge")];

  function trace(event) {
    const node = event.target.closest?.("[data-node]")?.dataset.node;
    graph.classList.toggle("is-tracing", Boolean(node));
    const joined = new Set(node ? [node] : []);
    for (const edge of edges) {
      const isOwn = node === edge.dataset.from || node === edge.dataset.to;
      edge.classList.toggle("is-traced", isOwn);
      if (isOwn) joined.add(edge.dataset.from).add(edge.dataset.to);
    }
    for (const other of graph.querySelectorAll("[data-node]")) {
      other.classList.toggle("is-traced", joined.has(other.dataset.node));
    }
  }

  for (const kind of ["pointerover", "focusin"]) graph.addEventListener(kind, trace);
  for (const kind of ["pointerleave", "focusout"]) graph.addEventListener(kind, () => trace({ target: graph }));
}
}
