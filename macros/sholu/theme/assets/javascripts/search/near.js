// What is offered beside a query that finds nothing, or hardly anything: words of the text that are near to it.

const MOST_SPELLINGS = 3;
// Letters that two words must share at their beginning, and those of a stem that another word has in it.
const FEWEST_BEGINNING = 4;
const FEWEST_WITHIN = 5;
// A shorter word has too many neighbours: вода, года.
const FEWEST_OF_OTHER_BEGINNING = 6;
const FEWEST_OF_STEM = 4;
// A word that so few documents have may be a slip of what so many times as many have.
const MOST_OF_SLIP = 3;
const TIMES_AS_MANY = 5;
const FEWEST_OF_SLIP = 5;
// More orders than those of so many words nobody waits for.
const MOST_ORDERED = 4;
// So many runs of words are looked at, the likeliest first.
const MOST_RUNS = 200;

// Spells a query in which nothing was found as the text has words: up to some spellings, the likeliest first.
SearchIndex.prototype.nearest = function (text) {
  const quoted = readQuery(text, this).terms.filter(({ isPhrase, sign }) => isPhrase && sign !== "-");
  const phrases = quoted.length === 1 ? this.nearPhrases(quoted[0].words) : [];
  const words = split(text);
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
    if (word.length < FEWEST_OF_SLIP || /\d/.test(word) || !documents || documents > MOST_OF_SLIP) return run;
    const [near] = this.similar(word, 1).filter((entry) => !found.some(([other]) => other === entry));
    if (!near || near.documents.length < TIMES_AS_MANY * documents) return run;
    isOther = true;
    return this.written(near);
  });
  return isOther ? written : "";
};

// Finds the words of the text that sound most like one, those of one stem once; else those of its stem but for a
// vowel (уголь, углём), those that begin alike for half, or share two thirds, or a stem: неореализм, реализм.
SearchIndex.prototype.similar = function (word, limit = Infinity) {
  const sound = skeleton(word);
  const most = Math.min(limit, sound.length < 4 ? 0 : sound.length < 7 ? 1 : sound.length < 12 ? 2 : 3);
  this.alike(sound);
  const [near, stemmed, begun, sharing] = [[], [], [], []];
  const stemSound = skeleton(this.stem(word));
  const script = scriptOf(word);
  for (const entry of this.entries.values()) {
    if (entry.word.length < FEWEST_LETTERS || this.isStopWord(entry.word) || !canSound(word, entry.word)) continue;
    const rank = [scriptOf(entry.word) !== script, -entry.documents.length, entry];
    // Who errs twice, or in a short word, begins it right.
    const isBegun = sound[0] === entry.sound[0];
    const allowed = isBegun ? most : sound.length < FEWEST_OF_OTHER_BEGINNING ? 0 : Math.min(most, 1);
    const steps = distance(sound, entry.sound, allowed);
    if (steps <= allowed) near.push([steps, ...rank]);
    if (near.length || Number.isFinite(limit)) continue;
    const shared = sharedLength(sound, entry.sound);
    const longer = Math.max(sound.length, entry.sound.length);
    if (shared >= FEWEST_BEGINNING && shared * 2 >= longer) begun.push([-shared, ...rank]);
    entry.stemSound ??= skeleton((entry.stem ??= this.stem(entry.word)));
    const isStem = isBegun && Math.max(stemSound.length, entry.stemSound.length) >= FEWEST_OF_STEM;
    if (isStem && consonants(stemSound) === consonants(entry.stemSound)) stemmed.push([distance(stemSound, entry.stemSound, 1), ...rank]);
    const inner = longer === sound.length ? entry.stemSound : stemSound;
    const isInner = inner.length >= FEWEST_WITHIN && inner.length * 2 > longer && sound.includes(inner) && entry.sound.includes(inner);
    const common = innerLength(sound, entry.sound);
    // пограничный, приграничный
    if (isInner || (common > FEWEST_WITHIN && common * 3 >= longer * 2)) sharing.push([-common / longer, ...rank]);
  }
  const ranked = [near, stemmed.filter(([steps]) => steps <= 1), begun, sharing].find((some) => some.length) ?? [];
  ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || (one[3].word < other[3].word ? -1 : 1));
  // Those in the letters that were typed, if there are any; the same word once.
  const isInScript = ranked.some(([, isOther]) => !isOther);
  const different = [];
  for (const [, isOther, , entry] of ranked) {
    entry.stem ??= this.stem(entry.word);
    const isTold = different.some(({ stem, sound: told }) => stem === entry.stem || entry.sound.startsWith(told));
    if (!isTold && !(isInScript && isOther)) different.push(entry);
  }
  return different.slice(0, MOST_SPELLINGS);
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
