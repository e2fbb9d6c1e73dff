// The words of the glossary, by which a query is followed into the text: who looks for мигранттар finds көші-қон.

// Of a term, an index has in the document of its entry how many forms the page's language has besides the name,
// and how many there are in all; they stand at the beginning of its text.
const BETWEEN_FORMS = " · ";

SearchIndex.prototype.glossary = function () {
  this.glossaryTerms ??= this.documents.flatMap(({ title, text, forms }, number) => {
    if (!forms) return [];
    const [own, all] = forms;
    const names = [title, ...text.split(BETWEEN_FORMS).slice(0, all)];
    const shapes = names.map((name) => wholeWords(name).map((word) => this.shapeOf(word)));
    return [{ number, own: names.slice(0, 1 + own), forms: shapes }];
  });
  return this.glossaryTerms;
};

SearchIndex.prototype.shapeOf = function (word) {
  const stem = this.stem(word);
  const stemSound = skeleton(stem);
  return { word, stem, sound: skeleton(word), stemSound, family: family(stemSound, this.code) };
};

// Adds to terms of a query, in their order, what the other names of the same thing find that they do not find
// themselves; returns these names, and the entries of the glossary by which most is found.
SearchIndex.prototype.followGlossary = function (terms) {
  const shapes = terms.map(({ words, isPhrase, sign }) => (isPhrase || sign === "-" ? null : this.shapeOf(words[0])));
  const also = [];
  const entries = new Set();
  for (const { number: entry, own, forms } of this.glossary()) {
    const [start, length] = longestIn(shapes, forms);
    const meant = terms.slice(start, start + length).filter(({ worths }) => worths);
    const asked = new Set(shapes.slice(start, start + length).map((shape) => shape.stem));
    for (const name of length ? own : []) {
      const words = wholeWords(name);
      if (words.every((word) => asked.has(this.stem(word)))) continue;
      const { worths, found } = this.worthsOfName(words);
      const added = [...worths.keys()].filter((number) => meant.some((term) => !term.worths.has(number)));
      if (!added.length) continue;
      // Where the other name finds the most of it, its entry tells why.
      if (meant.every((term) => term.worths.size <= added.length)) entries.add(entry);
      for (const term of meant) {
        for (const [number, worth] of worths) {
          term.worths.set(number, Math.max(term.worths.get(number) ?? 0, (AGREES.asTerm * worth) / meant.length));
        }
        for (const form of found) term.forms.add(form);
      }
      also.push(name);
    }
  }
  return { also, entries };
};

// Returns where in a query the longest of some forms stands, and of how many words it is.
function longestIn(shapes, forms) {
  let best = [0, 0];
  for (const form of forms) {
    for (let start = 0; form.length > best[1] && start + form.length <= shapes.length; start += 1) {
      if (form.every((word, place) => isSame(shapes[start + place], word))) best = [start, form.length];
    }
  }
  return best;
}

function isSame(one, other) {
  if (!one || one.word === other.word) return Boolean(one);
  if (Math.min(one.sound.length, other.sound.length) < FEWEST_LETTERS) return false;
  const isOfFamily = one.family === other.family && one.family.length >= FEWEST_OF_LOOSE;
  return one.sound === other.sound || one.stem === other.stem || one.stemSound === other.stemSound || isOfFamily;
}

// How much each document has of a name: all its words in any form, one after another; and the forms that were found.
SearchIndex.prototype.worthsOfName = function (words) {
  const found = new Set();
  if (words.length === 1) return { worths: this.worthsOfWord({ words, forms: found }, AGREES.bySoundOfStem), found };
  const worths = new Map();
  const { numbers, forms } = this.holding(words);
  const each = words.map((word) => this.worthsOfWord({ words: [word], forms: new Set() }));
  for (const number of numbers) {
    const places = this.standing(forms, number);
    if (!places.length) continue;
    for (const place of places) for (const word of place) if (!this.isStopWord(word)) found.add(word);
    worths.set(number, each.reduce((sum, worth) => sum + (worth.get(number) ?? 0), 0) / words.length);
  }
  return { worths, found };
};

// Returns the documents that have each of some words in one of its forms, and these forms.
SearchIndex.prototype.holding = function (words) {
  const isForm = ([, worth]) => worth >= AGREES.bySoundOfStem;
  const entries = words.map((word) => this.meant(word).filter(isForm).map(([entry]) => entry));
  const sets = entries.map((some) => new Set(some.flatMap(({ documents }) => documents)));
  const numbers = [...(sets[0] ?? [])].filter((number) => sets.every((set) => set.has(number)));
  return { numbers, forms: entries.map((some) => new Set(some.map(({ word }) => word))) };
};

// Returns the runs of words in a document of which each is one of its forms.
SearchIndex.prototype.standing = function (forms, number) {
  const runs = [];
  for (const part of [this.documents[number].title, this.documents[number].text]) {
    const words = split(part);
    for (let start = 0; start + forms.length <= words.length; start += 1) {
      if (forms.every((set, place) => set.has(words[start + place]))) runs.push(words.slice(start, start + forms.length));
    }
  }
  return runs;
};

// The words of a name, a compound as one.
function wholeWords(name) {
  return (name.match(RUN) ?? []).map(joined);
}
