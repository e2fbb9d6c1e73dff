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
  asTerm: 0.45,
  asBeginning: 0.35,
  looselyByStem: 0.2,
  beginsByFamily: 0.15,
  byFamily: 0.1,
};
// In how many words of the text a word of the title counts.
const TITLE = 6;
const SATURATION = 1.2;
// What a phrase is worth beside its words.
const PHRASE = 3;
// Shorter words, and those that sound shorter, are only found as they are written, or in another form of the same word.
const FEWEST_LETTERS = 3;
// What has vowels of its own or begins words otherwise is told apart by fewer signs: 조약, 水, שם.
const ALPHABETIC = /^[\u0000-\u058f\u10a0-\u10ff\u1e00-\u1fff]*$/;
const FEWEST_OF_LOOSE = 4;
// What words begin with that are made of another: узбекский, Узбекистан; it is half of them at least.
const FEWEST_OF_BEGUN = 5;
// So many words may stand between a name and an initial of it.
const MOST_BETWEEN = 1;

class SearchIndex {
  constructor(documents, code) {
    this.documents = documents;
    this.code = code;
    this.stem = stemmerOf(code);
    this.hasStemmer = Boolean(stemmerFor(code));
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

  // Finds what a word of the query means in the text: entry and how well it agrees. What agrees by a guess counts
  // only where nothing agrees better.
  meant(word, isGuessed = true) {
    const entry = this.entries.get(word);
    const isNumber = /^\d+$/.test(word);
    const exact = entry ? [[entry, AGREES.exactly]] : [];
    const isLetter = word.length === 1 && ALPHABETIC.test(word);
    // A number, a letter begin no other word if they are there themselves, and a letter begins none at all.
    if (isLetter || (entry && (isNumber || word.length === 1))) return exact;
    const sound = skeleton(word);
    const stem = this.stem(word);
    if (isNumber || Math.min(word.length, sound.length) < FEWEST_LETTERS) {
      return exact.concat(this.meantByShort(word, { sound, stem, isNumber }));
    }
    const stemSound = skeleton(stem);
    const asked = { word, stem, sound, stemSound, surname: surname(stemSound) || surname(sound), family: family(stemSound, this.code) };
    const candidates = this.hasPrefixes ? [...new Set([...this.alike(sound), ...this.alike(stemSound)])] : this.alike(sound);
    for (const agree of isGuessed ? [this.agreement, this.endingOf, this.beginningOf] : [this.agreement]) {
      const found = candidates.map((other) => [other, agree.call(this, other, asked)]).filter(([, worth]) => worth);
      if (found.length) return found;
    }
    return [];
  }

  // Finds other words by a short one: су is судың, and БҰҰ is no бұл; a number, and signs of scripts, begin longer ones.
  meantByShort(word, { sound, stem, isNumber }) {
    const others = this.alike(sound).filter((other) => other.word.startsWith(word) && other.word !== word);
    if (ALPHABETIC.test(word) && !isNumber) {
      const same = others.filter((other) => (other.stem ??= this.stem(other.word)) === stem);
      return same.filter((other) => !this.isStopWord(other.word)).map((other) => [other, AGREES.byStem]);
    }
    if (isNumber && word.length < FEWEST_LETTERS) return [];
    return others.map((other) => [other, (AGREES.asBeginning * word.length) / other.word.length]);
  }

  agreement(entry, asked) {
    if (entry.word === asked.word) return AGREES.exactly;
    // A word like "he" agrees with no other, only with itself.
    if (this.isStopWord(entry.word)) return 0;
    if (!canSound(asked.word, entry.word)) return 0;
    if (entry.sound === asked.sound) return AGREES.bySound;
    entry.stem ??= this.stem(entry.word);
    if (entry.stem === asked.stem) return AGREES.byStem;
    if (entry.sound.startsWith(asked.sound) && this.canBegin(asked, entry)) {
      return AGREES.asBeginning * (asked.sound.length / entry.sound.length);
    }
    entry.stemSound ??= skeleton(entry.stem);
    const isSameSound = entry.stemSound === asked.stemSound || entry.stemSound === asked.sound;
    if (isSameSound && entry.stemSound.length >= FEWEST_LETTERS) return AGREES.bySoundOfStem;
    entry.surname ??= surname(entry.stemSound) || surname(entry.sound);
    if (asked.surname && entry.surname === asked.surname) return AGREES.bySoundOfStem;
    entry.family ??= family(entry.stemSound, this.code);
    return entry.family === asked.family && asked.family.length >= FEWEST_OF_LOOSE ? AGREES.byFamily : 0;
  }

  // An ending typed on a keyboard that lacks its letters is one that no stemmer knows: казакстаннын.
  endingOf({ word, sound, stemSound }, asked) {
    if (!stemSound || /\d/.test(asked.word) || !canSound(asked.word, word)) return 0;
    const isStem = stemSound.length >= FEWEST_OF_LOOSE && asked.sound.startsWith(stemSound);
    const isRussian = this.code !== "ru" && scriptOf(word) === "cyrillic" && scriptOf(asked.word) === "cyrillic" && isOneInRussian(asked.sound, sound);
    return isRussian || (isStem && isEnding(asked.sound.slice(stemSound.length), this.code)) ? AGREES.looselyByStem : 0;
  }

  beginningOf({ word, family }, asked) {
    const isHalf = asked.family.length >= FEWEST_OF_BEGUN && asked.family.length * 2 >= family?.length;
    return isHalf && family.startsWith(asked.family) && canSound(asked.word, word) ? AGREES.beginsByFamily : 0;
  }

  // Three letters begin what is written so, and not all that sounds so: CIS, history; gas, ғасыр.
  canBegin(asked, entry) {
    const isCyrillic = (word) => scriptOf(word) === "cyrillic";
    const isShort = asked.sound.length <= FEWEST_LETTERS;
    return !isShort || entry.word.startsWith(asked.word) || (isCyrillic(asked.word) && isCyrillic(entry.word)) || !ALPHABETIC.test(asked.word);
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

  // What agrees worse than `least` is passed over.
  worthsOfWord(term, least = 0) {
    const found = this.meant(term.words[0]).filter(([, worth]) => worth >= least);
    const holding = new Map();
    let related = 0;
    for (const [entry, worth] of found) {
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

  // A phrase stands in a text word by word, or not at all; a compound is one word or its parts: Qurʼan, Quran.
  worthsOfPhrase({ words, whole = words, forms }) {
    const holding = new Map();
    for (const reading of whole.length < words.length ? [words, whole] : [words]) {
      const entries = reading.map((word) => this.entries.get(word));
      if (!entries.every(Boolean)) continue;
      const phrase = ` ${reading.join(" ")} `;
      const rarest = entries.reduce((one, other) => (other.documents.length < one.documents.length ? other : one));
      for (const number of rarest.documents) {
        const { title, text } = this.documents[number];
        const isThere = [title, text].some((part) => [split, wholeWords].some((read) => ` ${read(part).join(" ")} `.includes(phrase)));
        if (isThere) holding.set(number, 0);
      }
      for (const word of reading) if (reading.length === 1 || !this.isStopWord(word)) forms.add(word);
    }
    for (const word of words) {
      const worths = this.worthsOfWord({ words: [word], forms: new Set() });
      for (const [number, worth] of holding) holding.set(number, worth + PHRASE * (worths.get(number) ?? 0));
    }
    return holding;
  }

  // Answers a query: documents by falling score, the forms that were found in them, and how the query was read:
  // `meant` on other keys, `also` by the words of the glossary, `isInitials` if there are letters alone.
  search(text) {
    const { terms, meant } = readQuery(text, this);
    // Letters may be words, too: И.
    const isCommon = (term) => isInitial(term) || (!term.isPhrase && this.isStopWord(term.words[0]));
    const isAllCommon = terms.every(isCommon);
    const asked = terms.filter(({ words, sign }) => isAllCommon || sign || !this.isStopWord(words[0]));
    const wanted = asked.filter(({ sign }) => sign !== "-");
    // An initial finds nothing by itself; several are one thing if they stand together, as those of a name do.
    const initials = wanted.filter(isSingle);
    const isInitials = wanted.length > 0 && wanted.every(isInitial);
    const together = { words: initials.flatMap(({ words }) => words), isPhrase: true, forms: new Set() };
    const others = initials.length < wanted.length ? wanted.filter((term) => !isSingle(term)) : wanted;
    const finding = !isInitials ? others : initials.length > 1 ? [together] : [];
    for (const term of new Set([...asked, ...finding])) term.worths = this.worths(term);
    const { also, entries } = this.followGlossary(terms.filter((term) => finding.includes(term) || !asked.includes(term)));
    const scores = new Map();
    for (const term of finding) {
      for (const [number, worth] of term.worths) {
        const before = scores.get(number) ?? { number, score: 0, matched: 0 };
        scores.set(number, { number, score: before.score + worth, matched: before.matched + 1 });
      }
    }
    const forms = new Set(finding.flatMap((term) => [...term.forms]));
    for (const term of initials.filter((one) => !isInitials && !finding.includes(one))) {
      for (const [number, worth] of term.worths) {
        if (scores.has(number) && this.isBeside(term.words[0], forms, number)) scores.get(number).score += worth;
      }
    }
    // Who only says what must not be there gets all the rest.
    if (!wanted.length && asked.length) {
      this.documents.forEach((_, number) => scores.set(number, { number, score: 1, matched: 1 }));
    }
    const kept = [...scores.values()].filter(({ number }) =>
      asked.every((term) => !term.sign || isInitial(term) || term.worths.has(number) === (term.sign === "+")),
    );
    for (const one of kept) {
      one.score *= (one.matched / Math.max(finding.length, 1)) ** 2 * (this.documents[one.number].boost ?? 1);
      one.missing = finding.filter((term) => !term.worths.has(one.number)).map(({ words }) => words.join(" "));
    }
    // The entry of the glossary comes first that tells why the others are found.
    const isEntry = ({ number }) => Number(entries.has(number));
    kept.sort((one, other) => isEntry(other) - isEntry(one) || other.score - one.score || one.number - other.number);
    // What finds nothing was not understood on other keys either.
    const isNothingAsked = !terms.length;
    return { found: kept, forms, meant: kept.length ? meant : "", also, isInitials: isInitials && !kept.length, isNothingAsked };
  }

  // Tells whether a letter stands beside one of some words, as the initial of a name does.
  isBeside(letter, forms, number) {
    const words = split(`${this.documents[number].title} ${this.documents[number].text}`);
    const isNear = (place) => words.slice(Math.max(0, place - 1 - MOST_BETWEEN), place + 2 + MOST_BETWEEN).some((word) => forms.has(word));
    return words.some((word, place) => word === letter && isNear(place));
  }
}

function isSingle({ words, isPhrase }) {
  return !isPhrase && words[0].length === 1;
}

function isInitial(term) {
  return isSingle(term) && ALPHABETIC.test(term.words[0]) && !/\d/.test(term.words[0]);
}
