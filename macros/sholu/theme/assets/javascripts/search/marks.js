// Marks, on a page that a result of the search led to, the words that were found.
"use strict";
{
// A word, and one of several, as COVID-19 and O’Neil are.
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const RUN = /[\p{L}\p{M}\p{N}]+(?:[-‐‑'’‘ʼʻʽʾʿ`´ʹ′][\p{L}\p{M}\p{N}]+)*/gu;

document.currentScript.offers = { mark };

function mark(root, forms) {
  const wanted = new Set(forms);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.parentElement.closest("script, style, mark, svg")) continue;
    const parts = cut(text.data, wanted);
    if (parts.length > 1 || parts[0] instanceof Element) text.replaceWith(...parts);
  }
}

function cut(text, wanted) {
  const parts = [];
  let end = 0;
  for (const { 0: word, index: start } of wordsOf(text, wanted)) {
    const found = document.createElement("mark");
    found.append(word);
    parts.push(text.slice(end, start), found);
    end = start + word.length;
  }
  parts.push(text.slice(end));
  return parts.filter(Boolean);
}

function wordsOf(text, wanted) {
  const isWanted = ({ 0: word }) => wanted.has(word.toLowerCase());
  const within = (run) => [...run[0].matchAll(WORD)].map((word) => ({ ...word, index: run.index + word.index }));
  return [...text.matchAll(RUN)].flatMap((run) => (isWanted(run) ? [run] : within(run).filter(isWanted)));
}
}
