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
// What a phrase in quotation marks is worth that stands there word by word.
const PHRASE = 3;
// Shorter words are only found as they are written.
const FEWEST_LETTERS = 3;
const LONGEST_ENDING = 6;
const FEWEST_OF_LOOSE = 4;
const MOST_SPELLINGS = 3;

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
    // A sound of one letter begins all that begin with it.
    if (sound.length < 2) return [...this.entries.values()].filter((entry) => entry.sound.startsWith(sound));
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
    const query = readQuery(text, this.stem);
    const isAllCommon = query.every((term) => this.isStopWord(term.word));
    const asked = query.filter((term) => isAllCommon || term.sign || !this.isStopWord(term.word));
    const phrases = phrasesOf(text);
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
    // Who only says what must not be there gets all the rest.
    if (!terms && asked.length) this.documents.forEach((_, number) => scores.set(number, { number, score: 1, matched: 1 }));
    const kept = [...scores.values()].filter(({ number }) =>
      asked.every((term) => !term.sign || term.worths.has(number) === (term.sign === "+")),
    );
    for (const one of kept) {
      const { title, text, boost } = this.documents[one.number];
      one.score *= (one.matched / Math.max(terms, 1)) ** 2 * (boost ?? 1);
      if (phrases.length) {
        const words = ` ${split(`${title} ${text}`).join(" ")} `;
        one.score *= PHRASE ** phrases.filter((phrase) => words.includes(phrase)).length;
      }
      one.missing = asked.filter((term) => term.sign !== "-" && !term.worths.has(one.number)).map((term) => term.word);
    }
    kept.sort((one, other) => other.score - one.score || one.number - other.number);
    const forms = new Set(asked.filter((term) => term.sign !== "-").flatMap((term) => [...term.forms]));
    return { found: kept, forms };
  }

  // Spells a query in which nothing was found as the text has words: up to some spellings, the likeliest first.
  nearest(text) {
    const query = readQuery(text, this.stem).filter((term) => term.sign !== "-");
    const spelt = query.map(({ word }) => (this.#meant(word).length ? [word] : this.#similar(word)));
    if (!query.length || spelt.some((words) => !words.length)) return [];
    const most = Math.min(MOST_SPELLINGS, Math.max(...spelt.map((words) => words.length)));
    const spellings = Array.from({ length: most }, (_, rank) =>
      spelt.map((words) => words[Math.min(rank, words.length - 1)]).join(" "),
    );
    return [...new Set(spellings)].filter((spelling) => this.search(spelling).found.length);
  }

  // Finds the words of the text that sound most like one, those of one stem once.
  #similar(word) {
    const sound = skeleton(word);
    const most = sound.length < 4 ? 0 : sound.length < 7 ? 1 : 2;
    this.#alike(sound);
    const near = [];
    for (const entry of this.entries.values()) {
      const steps = distance(sound, entry.sound, most);
      if (steps <= most) near.push([steps, -entry.documents.length, entry.word]);
    }
    near.sort((one, other) => one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1));
    const byStem = new Map();
    for (const [, , other] of near) {
      const stem = this.stem(other);
      if (!byStem.has(stem)) byStem.set(stem, other);
    }
    return [...byStem.values()].slice(0, MOST_SPELLINGS);
  }
}

// Counts the letters to put in, to take out, to change or to swap that make one word of another; stops beyond `most`.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) now[column] = Math.min(now[column], before[column - 2] + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length];
}

function split(text) {
  return text.toLowerCase().split(BETWEEN).filter(Boolean);
}

const QUOTES = /[«»“”„]/gu;

// Returns what stands in quotation marks, to put before all others what has these words side by side.
function phrasesOf(text) {
  const quoted = text.replace(QUOTES, '"').matchAll(/"([^"]+)"/gu);
  return [...quoted].map(([, words]) => ` ${split(words).join(" ")} `);
}

// Reads a query as Material documents it: "words in quotation marks" and +words must be there, -words must not.
function readQuery(text, stem) {
  const terms = [];
  const typed = withoutApostrophes(text).replace(QUOTES, '"');
  for (const [, quoted, sign, plain] of typed.matchAll(/"([^"]+)"|(?:^|(?<=\s))([+-]?)([^\s"]+)/gu)) {
    for (const word of split(quoted ?? withoutEnding(plain, stem))) {
      terms.push({ word, sign: quoted ? "+" : sign, forms: new Set() });
    }
  }
  return terms;
}

// Takes an ending after a hyphen off: БҰҰ-ның.
function withoutEnding(typed, stem) {
  const stemmed = typed.includes("-") ? stem(typed.toLowerCase()) : typed;
  return stemmed.includes("-") ? typed : stemmed;
}
