// What is shown of a text in which words were found.

const LONGEST_EXCERPT = 230;
const MOST_BEFORE = 70;
const END_OF_SENTENCE = /[^\s.]{3}[.!?…]["»”)\]]* (?=\p{Lu}|[«“"(\d])/gu;

// Returns the stretch of a text that holds most of the different words that were found: its beginning and its end.
function stretch(text, places) {
  let best = 0;
  let first = 0;
  let last = 0;
  for (let one = 0, next = 0; one < places.length; one += 1) {
    while (next < places.length && places[next].end < places[one].start + LONGEST_EXCERPT - MOST_BEFORE) next += 1;
    const different = new Set(places.slice(one, next).map(({ word }) => word)).size;
    if (different > best) [best, first, last] = [different, places[one].start, places[next - 1].end];
  }
  const from = beginning(text, first);
  return [from, ending(text, from, Math.max(last, first))];
}

// Leaves out the half of what stands in brackets, before what was found and after it.
function balanced(text, places, [from, to]) {
  const within = places.filter(({ start, end }) => from <= start && end <= to);
  const [first, last] = within.length ? [within[0].start, within[within.length - 1].end] : [from, to];
  const closed = /^[^([]*[)\]]/.exec(text.slice(from, first))?.[0].length ?? 0;
  const opened = /[([][^)\]]*$/.exec(text.slice(last, to))?.[0].length ?? 0;
  return [from && from + closed, to === text.length ? to : to - opened];
}

// At a sentence where one begins near, else at a word.
function beginning(text, found) {
  if (found <= MOST_BEFORE) return 0;
  const before = text.slice(found - MOST_BEFORE, found);
  const sentence = [...before.matchAll(END_OF_SENTENCE)].pop();
  if (sentence) return found - MOST_BEFORE + sentence.index + sentence[0].length;
  const space = before.indexOf(" ", MOST_BEFORE / 2);
  return space < 0 ? found : found - MOST_BEFORE + space + 1;
}

// After a sentence where one ends beyond what was found, else after a word.
function ending(text, from, found) {
  const limit = Math.max(from + LONGEST_EXCERPT, found);
  if (text.length <= limit + 1) return text.length;
  const within = text.slice(from, limit + 1);
  const ends = [...within.matchAll(END_OF_SENTENCE)].map(({ 0: end, index }) => from + index + end.length - 1);
  const sentence = ends.filter((end) => end >= found && end - from > LONGEST_EXCERPT / 2).pop();
  if (sentence) return sentence;
  const space = text.lastIndexOf(" ", limit);
  return space >= found && space > from ? space : limit;
}

// Cuts out a stretch: [text, isFound, language] each, with dots where words are left out, and no comma before them.
function excerpt(text, forms, languages = []) {
  const places = placesOf(text, forms);
  let [from, to] = balanced(text, places, stretch(text, places));
  while (/[\s·,;:.!?)\]»”–—-]/.test(text[from] ?? "")) from += 1;
  const isWhole = to === text.length || /[.!?…]["»”)\]]*$/.test(text.slice(from, to));
  while (!isWhole && /[\s·,;:([«“–—-]/.test(text[to - 1])) to -= 1;
  const parts = marked(text, { places, languages, from, to });
  const isFromSentence = from === 0 || /[.!?…]["»”)\]]* $/.test(text.slice(Math.max(0, from - 4), from));
  if (!isFromSentence) parts.unshift(["… ", false, ""]);
  if (!isWhole) parts.push([" …", false, ""]);
  return parts;
}

// Cuts a text where words that were found begin and end, and where its language changes.
function marked(text, { places, languages = [], from = 0, to = text.length }) {
  const within = [...places.flatMap(({ start, end }) => [start, end]), ...languages.flat().filter(Number.isInteger)];
  const cuts = [...new Set([from, ...within.filter((cut) => cut > from && cut < to), to])];
  cuts.sort((one, other) => one - other);
  return cuts.slice(1).map((end, position) => {
    const start = cuts[position];
    const isFound = places.some((place) => place.start <= start && end <= place.end);
    const language = languages.find(([first, last]) => first <= start && end <= last)?.[2] ?? "";
    return [text.slice(start, end), isFound, language];
  });
}
