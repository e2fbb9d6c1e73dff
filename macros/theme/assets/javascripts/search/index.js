// The index of one language: which documents hold which words, and which of them answer a query.
//
// Only the forms of words are indexed; what a word of a query means (its stem, its sound) is asked of the
// vocabulary when it is typed. So a thousand pages are ready in a second, and nothing is stemmed in vain.
"use strict";

// What a word of the text is worth that agrees with a word of the query in this way.
const AGREES = { exactly: 1, bySound: 0.8, byStem: 0.7, bySoundOfStem: 0.5, asBeginning: 0.35, looselyByStem: 0.2 };
// In how many words of the text a word of the title counts.
const TITLE = 6;
const SATURATION = 1.2;
// Shorter words are only found as they are written.
const FEWEST_LETTERS = 3;
const LONGEST_ENDING = 6;
const FEWEST_OF_LOOSE = 4;

class SearchIndex {
  constructor(documents, code) {
    this.documents = documents;
    this.stem = stemmerOf(code);
    this.isStopWord = stopWordsOf(code);
    this.entries = new Map();
    this.bySound = new Map();
    this.lengths = documents.map((document, number) => this.#add(document, number));
    // Entries of lists, which are short, say nothing of how long a section is.
    const sections = this.lengths.filter((length, number) => !documents[number].boost);
    this.averageLength = sections.reduce((sum, length) => sum + length, 1) / Math.max(sections.length, 1);
  }

  #add(document, number) {
    const title = split(document.title);
    const text = split(document.text);
    for (const word of title) this.#count(word, number, TITLE);
    for (const word of text) this.#count(word, number, 1);
    return title.length + text.length;
  }

  #count(word, number, worth) {
    let entry = this.entries.get(word);
    if (!entry) {
      entry = { word, documents: [], counts: [] };
      this.entries.set(word, entry);
    }
    const last = entry.documents.length - 1;
    if (last >= 0 && entry.documents[last] === number) {
      entry.counts[last] += worth;
    } else {
      entry.documents.push(number);
      entry.counts.push(worth);
    }
  }

  // All words of the text whose sound begins as this one's; gathered when first asked for.
  #alike(sound) {
    if (!this.bySound.size) {
      for (const entry of this.entries.values()) {
        entry.sound = skeleton(entry.word);
        const start = entry.sound.slice(0, 2);
        if (!this.bySound.has(start)) this.bySound.set(start, []);
        this.bySound.get(start).push(entry);
      }
    }
    return this.bySound.get(sound.slice(0, 2)) ?? [];
  }

  // Finds what a word of the query means in the text: entry and how well it agrees.
  #meant(word) {
    if (word.length < FEWEST_LETTERS) {
      const entry = this.entries.get(word);
      const longer = [...this.#alike(skeleton(word))].filter((other) => other.word.startsWith(word) && other !== entry);
      const found = entry ? [[entry, AGREES.exactly]] : [];
      return found.concat(longer.map((other) => [other, (AGREES.asBeginning * word.length) / other.word.length]));
    }
    const stem = this.stem(word);
    const sound = skeleton(word);
    const stemSound = skeleton(stem);
    const found = [];
    for (const entry of this.#alike(sound)) {
      const worth = this.#agreement(entry, { word, stem, sound, stemSound });
      if (worth) found.push([entry, worth]);
    }
    return found;
  }

  #agreement(entry, asked) {
    if (entry.word === asked.word) return AGREES.exactly;
    if (entry.sound === asked.sound) return AGREES.bySound;
    entry.stem ??= this.stem(entry.word);
    if (entry.stem === asked.stem) return AGREES.byStem;
    if (entry.sound.startsWith(asked.sound)) {
      return AGREES.asBeginning * (asked.sound.length / entry.sound.length);
    }
    entry.stemSound ??= skeleton(entry.stem);
    if (entry.stemSound === asked.stemSound || entry.stemSound === asked.sound) return AGREES.bySoundOfStem;
    // An ending typed on a keyboard that lacks its letters is one that no stemmer knows: казакстаннын.
    const ending = asked.sound.length - entry.stemSound.length;
    const isLoose = entry.stemSound.length >= FEWEST_OF_LOOSE && ending > 0 && ending <= LONGEST_ENDING;
    return isLoose && asked.sound.startsWith(entry.stemSound) ? AGREES.looselyByStem : 0;
  }

  // How much each document has of a word of the query: number of the document to its worth.
  #worths(term) {
    const found = this.#meant(term.word);
    const best = Math.max(0, ...found.map(([, worth]) => worth));
    const holding = new Map();
    for (const [entry, worth] of found) {
      // A guess at an ending counts only where nothing agrees better.
      if (worth === AGREES.looselyByStem && best > worth) continue;
      term.forms.add(entry.word);
      entry.documents.forEach((number, position) => {
        const length = 0.5 + (0.5 * this.lengths[number]) / this.averageLength;
        const count = entry.counts[position];
        const weight = worth * (count / (count + SATURATION * length));
        holding.set(number, Math.max(holding.get(number) ?? 0, weight) + weight * 0.01);
      });
    }
    const rarity = Math.log(1 + this.documents.length / (holding.size + 0.5));
    for (const [number, weight] of holding) holding.set(number, weight * rarity);
    return holding;
  }

  // Answers a query: documents by falling score, with the forms that were found in them.
  search(text) {
    const query = readQuery(text);
    const isAllCommon = query.every((term) => this.isStopWord(term.word));
    const asked = query.filter((term) => isAllCommon || term.sign || !this.isStopWord(term.word));
    const scores = new Map();
    let terms = 0;
    for (const term of asked) term.worths = this.#worths(term);
    for (const term of asked.filter((one) => one.sign !== "-")) {
      terms += 1;
      for (const [number, worth] of term.worths) {
        const before = scores.get(number) ?? { number, score: 0, matched: 0 };
        scores.set(number, { number, score: before.score + worth, matched: before.matched + 1 });
      }
    }
    const kept = [...scores.values()].filter(({ number }) =>
      asked.every((term) => !term.sign || term.worths.has(number) === (term.sign === "+")),
    );
    for (const one of kept) {
      one.score *= (one.matched / terms) ** 2 * (this.documents[one.number].boost ?? 1);
      one.missing = asked.filter((term) => term.sign !== "-" && !term.worths.has(one.number)).map((term) => term.word);
    }
    kept.sort((one, other) => other.score - one.score || one.number - other.number);
    const forms = new Set(asked.filter((term) => term.sign !== "-").flatMap((term) => [...term.forms]));
    return { found: kept, forms };
  }
}

function split(text) {
  return text.toLowerCase().split(BETWEEN).filter(Boolean);
}

// Reads a query as Material documents it: "words in quotation marks" and +words must be there, -words must not.
function readQuery(text) {
  const terms = [];
  const typed = text.replace(/[«»“”„]/gu, '"');
  for (const [, quoted, sign, plain] of typed.matchAll(/"([^"]+)"|(?:^|(?<=\s))([+-]?)([^\s"]+)/gu)) {
    for (const word of split(quoted ?? plain)) {
      terms.push({ word, sign: quoted ? "+" : sign, forms: new Set() });
    }
  }
  return terms;
}
