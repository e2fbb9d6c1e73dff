// The index of one language: which documents hold which words, and which of them answer a query.
//
// Only the forms of words are indexed; what a word of a query means (its stem, its sound) is asked of the
// vocabulary when it is typed. So a thousand pages are ready in a second, and nothing is stemmed in vain.
"use strict";

// What a word of the text is worth that agrees with a word of the query in this way.
const AGREES = {
  exactly: 1,
  bySound: 0.8,
  byStem: 0.7,
  bySoundOfStem: 0.5,
  asBeginning: 0.35,
  looselyByStem: 0.2,
  byFamily: 0.1,
};
// In how many words of the text a word of the title counts.
const TITLE = 6;
const SATURATION = 1.2;
// What a phrase is worth beside its words.
const PHRASE = 3;
// Shorter words are only found as they are written.
const FEWEST_LETTERS = 3;
const LONGEST_ENDING = 6;
const FEWEST_OF_LOOSE = 4;
const MOST_SPELLINGS = 3;
const FEWEST_ALIKE = 4;

class SearchIndex {
  constructor(documents, code) {
    this.documents = documents;
    this.stem = stemmerOf(code);
    this.isStopWord = stopWordsOf(code);
    // Articles and prepositions are written in one with the word behind them: الكتاب is كتاب.
    this.hasPrefixes = /^(?:ar|he)\b/.test(code);
    this.entries = new Map();
    this.bySound = new Map();
    this.lengths = documents.map((document, number) => this.add(document, number));
    // Entries of lists, which are short, say nothing of how long a section is.
    const sections = this.lengths.filter((length, number) => !documents[number].boost);
    this.averageLength = sections.reduce((sum, length) => sum + length, 1) / Math.max(sections.length, 1);
  }

  add(document, number) {
    const [writtenTitle, writtenText] = [plain(document.title), plain(document.text)];
    const [title, text] = [wordsIn(writtenTitle), wordsIn(writtenText)];
    for (const word of title) this.count(word, number, TITLE);
    for (const word of text) this.count(word, number, 1);
    // COVID-19 is a word, and so are its halves.
    for (const word of compoundsIn(writtenTitle)) this.count(word, number, TITLE);
    for (const word of compoundsIn(writtenText)) this.count(word, number, 1);
    return title.length + text.length;
  }

  count(word, number, worth) {
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
  alike(sound) {
    if (!this.bySound.size) {
      for (const entry of this.entries.values()) {
        entry.sound = skeleton(entry.word);
        const starts = new Set([entry.sound.slice(0, 2)]);
        if (this.hasPrefixes) starts.add(skeleton((entry.stem ??= this.stem(entry.word))).slice(0, 2));
        for (const start of starts) {
          if (!this.bySound.has(start)) this.bySound.set(start, []);
          this.bySound.get(start).push(entry);
        }
      }
    }
    // A sound of one letter begins all that begin with it.
    if (sound.length < 2) return [...this.entries.values()].filter((entry) => entry.sound.startsWith(sound));
    return this.bySound.get(sound.slice(0, 2)) ?? [];
  }

  // Finds what a word of the query means in the text: entry and how well it agrees.
  meant(word) {
    const entry = this.entries.get(word);
    const isNumber = /^\d+$/.test(word);
    // An initial, a number begin no other word, if they are there themselves.
    if (entry && (isNumber || word.length === 1)) return [[entry, AGREES.exactly]];
    if (isNumber || word.length < FEWEST_LETTERS) {
      const longer = this.alike(skeleton(word)).filter((other) => other.word.startsWith(word) && other !== entry);
      const found = entry ? [[entry, AGREES.exactly]] : [];
      return found.concat(longer.map((other) => [other, (AGREES.asBeginning * word.length) / other.word.length]));
    }
    const stem = this.stem(word);
    const sound = skeleton(word);
    const stemSound = skeleton(stem);
    const asked = { word, stem, sound, stemSound, family: family(stemSound) };
    const candidates = this.hasPrefixes ? [...new Set([...this.alike(sound), ...this.alike(stemSound)])] : this.alike(sound);
    return candidates
      .map((other) => [other, this.agreement(other, asked)])
      .filter(([, worth]) => worth);
  }

  agreement(entry, asked) {
    if (entry.word === asked.word) return AGREES.exactly;
    if (entry.sound === asked.sound) return AGREES.bySound;
    entry.stem ??= this.stem(entry.word);
    if (entry.stem === asked.stem) return AGREES.byStem;
    if (entry.sound.startsWith(asked.sound)) {
      return AGREES.asBeginning * (asked.sound.length / entry.sound.length);
    }
    entry.stemSound ??= skeleton(entry.stem);
    if (entry.stemSound === asked.stemSound || entry.stemSound === asked.sound) return AGREES.bySoundOfStem;
    entry.family ??= family(entry.stemSound);
    if (entry.family === asked.family && asked.family.length >= FEWEST_OF_LOOSE) return AGREES.byFamily;
    // An ending typed on a keyboard that lacks its letters is one that no stemmer knows: казакстаннын.
    const ending = asked.sound.length - entry.stemSound.length;
    const isLoose = !/\d/.test(asked.word) && entry.stemSound.length >= FEWEST_OF_LOOSE && ending > 0 && ending <= LONGEST_ENDING;
    return isLoose && asked.sound.startsWith(entry.stemSound) ? AGREES.looselyByStem : 0;
  }

  // How much each document has of a word of the query: number of the document to its worth.
  worths(term) {
    if (term.isPhrase) return this.worthsOfPhrase(term);
    const holding = this.worthsOfWord(term);
    // A compound is worth what its parts are, where it stands.
    const parts = (term.parts ?? []).map((word) => this.worthsOfWord({ words: [word], forms: new Set() }));
    for (const number of parts.length ? holding.keys() : []) {
      const sum = parts.reduce((worth, part) => worth + (part.get(number) ?? 0), 0);
      holding.set(number, sum || holding.get(number));
    }
    return holding;
  }

  worthsOfWord(term) {
    const found = this.meant(term.words[0]);
    const best = Math.max(0, ...found.map(([, worth]) => worth));
    const holding = new Map();
    let related = 0;
    for (const [entry, worth] of found) {
      // A guess at an ending counts only where nothing agrees better.
      if (worth === AGREES.looselyByStem && best > worth) continue;
      term.forms.add(entry.word);
      entry.documents.forEach((number, position) => {
        const length = 0.5 + (0.5 * this.lengths[number]) / this.averageLength;
        const count = entry.counts[position];
        const weight = worth * (count / (count + SATURATION * length));
        if (worth === AGREES.byFamily && !holding.has(number)) related += 1;
        holding.set(number, Math.max(holding.get(number) ?? 0, weight) + weight * 0.01);
      });
    }
    // What is only related makes a word no commoner than it is.
    const rarity = Math.log(1 + this.documents.length / (Math.max(holding.size - related, 0) + 0.5));
    for (const [number, weight] of holding) holding.set(number, weight * rarity);
    return holding;
  }

  // A phrase stands in a text word by word, or not at all.
  worthsOfPhrase({ words, forms }) {
    const phrase = ` ${words.join(" ")} `;
    const entries = words.map((word) => this.entries.get(word));
    const holding = new Map();
    if (!entries.every(Boolean)) return holding;
    const rarest = entries.reduce((one, other) => (other.documents.length < one.documents.length ? other : one));
    for (const number of rarest.documents) {
      const { title, text } = this.documents[number];
      if ([title, text].some((part) => ` ${split(part).join(" ")} `.includes(phrase))) holding.set(number, 0);
    }
    for (const word of words) {
      const worths = this.worthsOfWord({ words: [word], forms: new Set() });
      for (const [number, worth] of holding) holding.set(number, worth + PHRASE * (worths.get(number) ?? 0));
      if (words.length === 1 || !this.isStopWord(word)) forms.add(word);
    }
    return holding;
  }

  // Answers a query: documents by falling score, the forms that were found in them, and how the query was read.
  search(text) {
    const { terms, meant } = readQuery(text, this);
    const isAllCommon = terms.every(({ words, isPhrase }) => !isPhrase && this.isStopWord(words[0]));
    const asked = terms.filter(({ words, sign }) => isAllCommon || sign || !this.isStopWord(words[0]));
    const wanted = asked.filter(({ sign }) => sign !== "-");
    // An initial beside a name finds nothing by itself.
    const isLong = ({ words, isPhrase }) => isPhrase || words[0].length > 1;
    const finding = wanted.some(isLong) ? wanted.filter(isLong) : wanted;
    for (const term of asked) term.worths = this.worths(term);
    const scores = new Map();
    for (const term of finding) {
      for (const [number, worth] of term.worths) {
        const before = scores.get(number) ?? { number, score: 0, matched: 0 };
        scores.set(number, { number, score: before.score + worth, matched: before.matched + 1 });
      }
    }
    for (const term of wanted.filter((one) => !finding.includes(one))) {
      for (const [number, worth] of term.worths) if (scores.has(number)) scores.get(number).score += worth;
    }
    // Who only says what must not be there gets all the rest.
    if (!wanted.length && asked.length) {
      this.documents.forEach((_, number) => scores.set(number, { number, score: 1, matched: 1 }));
    }
    const kept = [...scores.values()].filter(({ number }) =>
      asked.every((term) => !term.sign || term.worths.has(number) === (term.sign === "+")),
    );
    for (const one of kept) {
      one.score *= (one.matched / Math.max(finding.length, 1)) ** 2 * (this.documents[one.number].boost ?? 1);
      one.missing = finding.filter((term) => !term.worths.has(one.number)).map(({ words }) => words.join(" "));
    }
    kept.sort((one, other) => other.score - one.score || one.number - other.number);
    return { found: kept, forms: new Set(finding.flatMap((term) => [...term.forms])), meant };
  }

  // Spells a query in which nothing was found as the text has words: up to some spellings, the likeliest first.
  nearest(text) {
    const words = split(text);
    const spelt = words.map((word) => (this.meant(word).length ? [word] : this.similar(word)));
    const isAll = spelt.every((some) => some.length);
    // Where a word is given up, a short one that is left says nothing.
    const known = spelt.filter((some) => some.length && (isAll || some[0].length >= FEWEST_LETTERS));
    const most = Math.min(MOST_SPELLINGS, Math.max(0, ...known.map((some) => some.length)));
    const spellings = Array.from({ length: most }, (_, rank) =>
      known.map((some) => some[Math.min(rank, some.length - 1)]).join(" "),
    );
    return [...new Set(spellings)].filter((spelling) => this.search(spelling).found.length);
  }

  // Finds the words of the text that sound most like one, those of one stem once; else those that begin alike.
  similar(word) {
    const sound = skeleton(word);
    const most = sound.length < 4 ? 0 : sound.length < 7 ? 1 : sound.length < 12 ? 2 : 3;
    this.alike(sound);
    const near = [];
    const begun = [];
    for (const entry of this.entries.values()) {
      const steps = distance(sound, entry.sound, most);
      if (steps <= most) near.push([steps, -entry.documents.length, entry.word]);
      const shared = sharedLength(sound, entry.sound);
      if (shared >= FEWEST_ALIKE) begun.push([-shared, -entry.documents.length, entry.word]);
    }
    const ranked = near.length ? near : begun;
    ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1));
    const byStem = new Map();
    for (const [, , other] of ranked) {
      const stem = this.stem(other);
      if (!byStem.has(stem)) byStem.set(stem, other);
    }
    return [...byStem.values()].slice(0, MOST_SPELLINGS);
  }
}

function sharedLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
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
