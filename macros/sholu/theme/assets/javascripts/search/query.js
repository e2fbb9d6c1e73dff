// How a query is read: words, +words that must be there, -words that must not, "phrases" in quotation marks.
//
// What means nothing as it was typed is read as other keys would have written it.

// Marks of all languages; a single one quotes where it stands at the edge of words: O'Neil has none.
const QUOTES = /[«»“”„‟‹›「」『』＂″]/g;
const SINGLE_QUOTED = /(^|[\s+-])['‘’‚‛]([^\s'‘’‚‛][^'‘’‚‛]*[^\s'‘’‚‛])['‘’‚‛](?=\s|$)/g;
const TOKEN = /([+-]?)"([^"]+)"|[^\s"]+/g;

// A shorter word on other keys is no beginning of a longer one.
const FEWEST_OF_BEGINNING = 4;

// Returns the terms of a query, and the query as it was understood if that is not as it was typed.
function readQuery(text, index) {
  const typed = text.replace(QUOTES, '"').replace(SINGLE_QUOTED, '$1"$2"');
  const tokens = [...typed.matchAll(TOKEN)].map(([token, sign, quoted]) => ({ token, sign, quoted }));
  const plainly = tokens.map((one) => (one.quoted === undefined ? readPlainly(one.token, index) : null));
  const keyboard = keyboardOf(tokens, plainly, index);
  const isShort = ({ terms }) => terms.every(({ words }) => words[0].length < FEWEST_LETTERS);
  // A letter or two are on another keyboard if the words beside them are.
  const isOther = (one) => !one.isKnown || (isShort(one) && plainly.every((each) => !each?.isKnown || isShort(each)));
  const terms = [];
  const read = [];
  tokens.forEach(({ token, sign, quoted }, place) => {
    if (quoted !== undefined) {
      const words = wordsOfPhrase(quoted);
      const isPhrase = words.length > 1 || !CLOSE.test(quoted) || words.join().length > 1;
      const whole = CLOSE.test(quoted) ? words : wholeWords(quoted);
      if (words.length) terms.push({ words, whole, sign: sign || "+", isPhrase, forms: new Set() });
      read.push(token);
      return;
    }
    // Who typed one word on other keys typed the others there.
    const other = keyboard && isOther(plainly[place]) ? readPlainly(keyboard(token), index) : null;
    terms.push(...(other?.terms.length ? other : plainly[place]).terms);
    read.push(other?.terms.length ? keyboard(token) : token);
  });
  return { terms, meant: read.some((token, place) => token !== tokens[place].token) ? read.join(" ") : "" };
}

// Reads a token as one word, if the text has it, else as the words in it.
function readPlainly(token, index) {
  const [, sign, rest] = /^([+-]?)(.*)$/.exec(token);
  const runs = rest.match(RUN) ?? [];
  const isCompound = runs.length === 1 && runs[0].match(COMPOUND) !== null;
  const readings = isCompound ? readingsOf(runs[0]) : [split(rest)];
  // Alexander is Александр, and xalıq is халық, as it is read elsewhere.
  if (/x/i.test(rest)) readings.push(split(rest.replace(/x/gi, "ks")));
  // A number in a compound is that number: the 19 of COVID-19 does not begin 1991.
  const isPart = (word) => (isCompound && /^\d+$/.test(word) ? index.entries.has(word) : isKnown(word, index));
  const isMeant = (words) => words.length > 0 && words.every(isPart);
  // Of a compound that is not there, a part may be: cross-border.
  const parted = isCompound && !/\d/.test(rest) && !runs[0].match(APOSTROPHES) ? readings[1].filter((part) => part.length > 1) : [];
  const known = readings.find(isMeant);
  const words = known ?? (parted.some(isPart) ? parted : readings[0]);
  const isHyphened = isCompound && known === readings[0] && !runs[0].match(APOSTROPHES);
  const parts = isHyphened ? split(runs[0]) : [];
  const terms = words.map((word) => ({ words: [word], parts, sign, isPhrase: false, forms: new Set() }));
  return { terms, isKnown: Boolean(known) };
}

// The words that a compound may be: itself, then what it is made of.
function readingsOf(compound) {
  const parts = split(compound);
  if (!compound.match(APOSTROPHES)) return [[joined(compound)], parts];
  // In the Latin alphabet of 2017 an apostrophe makes another letter: s'arttar. Of d’Artagnan the name may be there.
  const other = compound.replace(/([sc])['’ʼ](?=[a-z])/gi, "$1h");
  return [[joined(compound)], [joined(other)], parts.filter((part) => part.length > FEWEST_LETTERS)];
}

function isKnown(word, index) {
  return index.meant(word, false).length > 0;
}

// Returns what makes other letters of the words that mean nothing, null if no keyboard does. It is that keyboard if
// one of them is a word on it, and not only the beginning of some: "d jlf" is "в ода", and no одақ.
function keyboardOf(tokens, plainly, index) {
  const unknown = tokens.filter((_, place) => plainly[place] && !plainly[place].isKnown);
  const isWord = ({ words: [word] }) =>
    word.length > FEWEST_OF_BEGINNING || index.meant(word, false).some(([entry, worth]) => worth >= AGREES.bySoundOfStem || entry.word === word);
  const countOf = (keyboard) => {
    const readings = unknown.map(({ token }) => readPlainly(keyboard(token), index)).filter(({ isKnown }) => isKnown);
    return readings.some(({ terms }) => terms.some(isWord)) ? readings.length : 0;
  };
  const known = KEYBOARDS.map(countOf);
  const most = Math.max(0, ...known);
  return most ? KEYBOARDS[known.indexOf(most)] : null;
}
