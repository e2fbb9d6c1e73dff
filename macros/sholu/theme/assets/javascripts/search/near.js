// What is offered beside a query that finds nothing, or hardly anything: words of the text that are near to it.

const MOST_SPELLINGS = 3;
// Letters that two words must share at their beginning (but vowels, one less), and those of a stem that another has in it.
const FEWEST_BEGINNING = 5;
const FEWEST_WITHIN = 6;
// A shorter word has too many neighbours: вода, года.
const FEWEST_OF_OTHER_BEGINNING = 6;
const FEWEST_OF_STEM = 4;
const FEWEST_OF_OTHER_STEM = 7;
// By its sound alone a shorter word is near to too many: blah, block; Китай, кітабы; Putin, пути.
const FEWEST_BY_SOUND = 7;
const FEWEST_IN_OTHER_SCRIPT = 7;
const MOST_WRITTEN = 2;
// Forms of one word differ by no more than so many letters at their end.
const LONGEST_FORM = 2;
const FEWEST_SHARED_WITHIN = 7;
// A word that so few documents have may be a slip of what so many times as many have.
const MOST_OF_SLIP = 3;
const TIMES_AS_MANY = 5;
const FEWEST_OF_SLIP = 5;
// A shorter word that stands in a text is no slip: банка, басқа.
const FEWEST_OF_RARE = 7;
// More orders than those of so many words nobody waits for.
const MOST_ORDERED = 4;
// So many runs of words are looked at, the likeliest first.
const MOST_RUNS = 200;

// Spells a query in which nothing was found as the text has words: up to some spellings, the likeliest first.
SearchIndex.prototype.nearest = function (text) {
  const quoted = readQuery(text, this).terms.filter(({ isPhrase, sign }) => isPhrase && sign !== "-");
  const phrases = quoted.length === 1 ? this.nearPhrases(quoted[0].words) : [];
  const words = this.wordsOf(text);
  const spelt = words.map((word) => (this.meant(word).length ? [word] : this.similar(word).map((entry) => this.written(entry))));
  const isAll = spelt.every((some) => some.length);
  // The words as they were typed are offered to who asked for them as a phrase, and to nobody else.
  const isOther = quoted.length > 0 || words.some((word, place) => spelt[place][0] !== word);
  // Where a word is given up, a short one that is left says nothing.
  const known = spelt.filter((some) => some.length && (isAll || some[0].length > FEWEST_LETTERS));
  const most = !isOther ? 0 : Math.min(MOST_SPELLINGS, Math.max(0, ...known.map((some) => some.length)));
  const spellings = Array.from({ length: most }, (_, rank) =>
    [...new Set(known.map((some) => some[Math.min(rank, some.length - 1)]))].join(" "),
  );
  const others = [...new Set([...phrases, ...spellings])].filter((spelling) => spelling !== text.trim());
  return others.filter((spelling) => this.search(spelling).found.length).slice(0, MOST_SPELLINGS);
};

// Returns the words of a query as they are looked for: Qur’an is one, and what has no spaces; of a compound that the
// text has not its parts.
SearchIndex.prototype.wordsOf = function (text) {
  return (text.match(RUN) ?? []).flatMap((run) => {
    const word = joined(run);
    return run.match(APOSTROPHES) || CLOSE.test(run) || this.meant(word).length ? [word] : split(run).filter((part) => part.length > 1);
  });
};

// Returns phrases of the text that have the same words: in other forms, else in another order too.
SearchIndex.prototype.nearPhrases = function (words) {
  if (words.length < 2) return [];
  const orders = words.length > MOST_ORDERED ? [words] : ordersOf(words);
  for (const order of orders) {
    const { numbers, forms } = this.holding(order);
    const counts = new Map();
    for (const run of numbers.slice(0, MOST_RUNS).flatMap((number) => this.standing(forms, number))) {
      const phrase = run.join(" ");
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
    const [best] = [...counts].sort((one, other) => other[1] - one[1]);
    if (best) return [`"${best[0]}"`];
  }
  return [];
};

function ordersOf(words) {
  if (words.length < 2) return [words];
  return words.flatMap((word, place) => ordersOf(words.filter((_, other) => other !== place)).map((rest) => [word, ...rest]));
}

// Returns a query in which what may be a slip is written as the text mostly has it, "" if there is none.
SearchIndex.prototype.corrected = function (text) {
  let isOther = false;
  const written = text.replace(RUN, (run) => {
    const word = joined(run);
    const found = this.meant(word);
    const documents = new Set(found.flatMap(([entry]) => entry.documents)).size;
    if (word.length < (this.entries.has(word) ? FEWEST_OF_RARE : FEWEST_OF_SLIP) || /\d/.test(word) || !documents || documents > MOST_OF_SLIP) return run;
    const [near] = this.similar(word, 1).filter((entry) => !found.some(([other]) => other === entry));
    const most = this.meant(word, false).length ? TIMES_AS_MANY * documents : documents;
    if (!near || near.documents.length < most) return run;
    isOther = true;
    return this.written(near);
  });
  return isOther ? written : "";
};

// Finds the words of the text that sound most like one, those of one stem once; else those of its stem but for a
// vowel (уголь, углём), those that begin alike for half, or share two thirds, or a stem: неореализм, реализм.
SearchIndex.prototype.similar = function (word, limit = Infinity) {
  const sound = skeleton(word);
  // Another number is no slip.
  if (/^\d+$/.test(word)) return [];
  const [most, mostWritten] = [sound, word].map(({ length }) => Math.min(limit, length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3));
  this.alike(sound);
  const [near, stemmed, begun, sharing] = [[], [], [], []];
  const stemSound = skeleton(this.stem(word));
  const script = scriptOf(word);
  for (const entry of this.entries.values()) {
    if (entry.word.length < FEWEST_LETTERS || this.isStopWord(entry.word) || !canSound(word, entry.word)) continue;
    const rank = [scriptOf(entry.word) !== script, -entry.documents.length, entry];
    // Who errs twice, or in a short word, begins it right.
    const isBegun = sound[0] === entry.sound[0];
    const allowed = rank[0] ? Number(sound.length >= FEWEST_IN_OTHER_SCRIPT) : isBegun ? most : sound.length < FEWEST_OF_OTHER_BEGINNING ? 0 : Math.min(most, 1);
    const steps = distance(sound, entry.sound, allowed);
    // eergy, energy; зертттеуші, зерттеуші
    const written = rank[0] || word[0] !== entry.word[0] ? Infinity : distance(word, entry.word, MOST_WRITTEN);
    const isSound = steps <= allowed && (steps === 0 || sound.length >= FEWEST_BY_SOUND || written <= MOST_WRITTEN);
    if (isSound || written <= Math.min(mostWritten, MOST_WRITTEN)) near.push([Math.min(steps, written), ...rank]);
    if (near.length || Number.isFinite(limit)) continue;
    const shared = sharedLength(sound, entry.sound);
    const longer = Math.max(sound.length, entry.sound.length);
    const isLonger = shared >= FEWEST_BEGINNING || consonants(sound) === consonants(entry.sound);
    if (shared >= FEWEST_OF_STEM && isLonger && shared * 2 >= longer && !rank[0]) begun.push([-shared, ...rank]);
    entry.stemSound ??= skeleton((entry.stem ??= this.stem(entry.word)));
    if (!rank[0] && Math.max(stemSound.length, entry.stemSound.length) >= FEWEST_OF_STEM) {
      const mostOfStem = !isBegun || word.length < FEWEST_OF_OTHER_STEM ? 0 : stemSound.length < FEWEST_BY_SOUND + 1 ? 1 : 2;
      const between = distance(stemSound, entry.stemSound, mostOfStem);
      const isFleeting = isBegun && hasFleetingVowel(stemSound, entry.stemSound) && Math.abs(word.length - entry.word.length) <= LONGEST_FORM;
      if (isFleeting || between <= mostOfStem) stemmed.push([isFleeting ? 0 : between, ...rank]);
    }
    if (!this.hasStemmer && !rank[0] && isBegun && this.isNearBeginning(sound, entry.sound)) stemmed.push([1, ...rank]);
    const inner = longer === sound.length ? entry.stemSound : stemSound;
    const isInner = inner.length >= FEWEST_WITHIN && inner.length * 2 > longer && sound.includes(inner) && entry.sound.includes(inner);
    const common = innerLength(sound, entry.sound);
    // пограничный, приграничный
    if (isInner || (common >= FEWEST_SHARED_WITHIN && common * 3 >= longer * 2 && !rank[0])) sharing.push([-common / longer, ...rank]);
  }
  const ranked = [near, stemmed, begun, sharing].find((some) => some.length) ?? [];
  ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || (one[3].word < other[3].word ? -1 : 1));
  // Those in the letters that were typed, if there are any; the same word once.
  const isInScript = ranked.some(([, isOther]) => !isOther);
  const different = [];
  for (const [, isOther, , entry] of ranked) {
    entry.stem ??= this.stem(entry.word);
    const isForm = (told) => sharedLength(told, entry.sound) >= Math.max(told.length, entry.sound.length, FEWEST_BEGINNING + LONGEST_FORM) - LONGEST_FORM;
    const isTold = different.some(({ stem, sound: told }) => stem === entry.stem || entry.sound.startsWith(told) || isForm(told));
    if (!isTold && !(isInScript && isOther)) different.push(entry);
  }
  return different.slice(0, MOST_SPELLINGS);
};

// Tells whether a word differs by a letter from what another is without its endings, where no stemmer takes them:
// chgara, chegaralari.
SearchIndex.prototype.isNearBeginning = function (sound, other) {
  if (sound.length < FEWEST_OF_OTHER_BEGINNING) return false;
  return [-1, 0, 1].some((more) => {
    const end = sound.length + more;
    return isEnding(other.slice(end), this.code) && distance(sound, other.slice(0, end), 1) === 1;
  });
};

// Returns a word as the text writes it: with a capital if it always has one.
SearchIndex.prototype.written = function ({ word, documents }) {
  let capital = "";
  for (const number of documents.slice(0, MOST_SPELLINGS)) {
    const { title, text } = this.documents[number];
    for (const { start, end } of placesOf(text, new Set([word]))) {
      const form = text.slice(start, end);
      if (form === word || form.toUpperCase() === form) return form;
      capital ||= form;
    }
    if (!text) capital ||= title;
  }
  return capital && joined(capital) === word ? capital : word;
};

function scriptOf(word) {
  return /[a-z]/.test(word) ? "latin" : /[а-яёәғқңөұүһі]/.test(word) ? "cyrillic" : "";
}

function consonants(sound) {
  return sound.replace(/[aeiou]/g, "");
}

// Tells whether two stems are one but for a vowel between consonants: угол, угл.
function hasFleetingVowel(one, other) {
  if (one.length === other.length) return consonants(one) === consonants(other) && distance(one, other, 1) === 1;
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  const place = sharedLength(longer, shorter);
  return longer.slice(0, place) + longer.slice(place + 1) === shorter && /^[^aeiou][aeiou][^aeiou]$/.test(longer.slice(place - 1, place + 2));
}

function sharedLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

// Counts the letters that stand together in both words.
function innerLength(one, other) {
  let most = 0;
  for (let start = 0; start + most < one.length; start += 1) {
    while (start + most < one.length && other.includes(one.slice(start, start + most + 1))) most += 1;
  }
  return most;
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
