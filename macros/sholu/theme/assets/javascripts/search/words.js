// How words are compared: as they are written, by their stem, and by how they sound in any alphabet.
//
// A skeleton is what is left of a word in Latin letters when all that keyboards, alphabets and romanizations
// disagree about is taken away: қазақстан, казакстан, Qazaqstan and Kazakhstan are all "kasakstan".
"use strict";

const CYRILLIC = {
  "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
  "ж": "j", "з": "z", "и": "i", "й": "i", "і": "i", "ї": "i", "ы": "i", "к": "k", "қ": "k", "х": "k", "һ": "k",
  "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
  "у": "u", "ұ": "u", "ү": "u", "ў": "u", "ф": "f", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh",
  "ъ": "", "ь": "", "э": "e", "ю": "iu", "я": "ia",
};
// Pairs of Latin letters that stand for one Cyrillic letter, before the single ones.
const PAIRS = { zh: "j", kh: "k", gh: "g", shch: "sh", sch: "sh", sh: "sh", ch: "ch", ts: "ts", ng: "n", ph: "f" };
const LATIN = { q: "k", h: "k", x: "k", c: "k", w: "u", y: "i" };
const MARKED = { "ş": "sh", "ç": "ch", "ž": "j", "š": "sh", "č": "ch", "ı": "i", "ŋ": "n", "ý": "u", "ʹ": "", "ʺ": "" };

const LATIN_PART = /shch|sch|zh|kh|gh|sh|ch|ts|ng(?![aeiouy])|ph|[qhxcwy]|[^\x00-\x7f]/g;

// Words in plain Cyrillic, nearly all of a text, are spelt letter by letter.
const PLAIN = /^[\dа-яёәғқңөұүһі]*$/;

function skeleton(word) {
  const written = PLAIN.test(word) ? spelt(word) : read(word);
  // Jumagulov and Dzhumagulov, Yerkin and Еркин, Dadabayev and Дадабаев, Tomashevsky and Томашевский.
  return written.replace(/dj/g, "j").replace(/^ie/, "e").replace(/([aeiou])ie/g, "$1e").replace(/(\D)\1+/g, "$1");
}

function spelt(word) {
  let written = "";
  for (const letter of word) written += CYRILLIC[letter] ?? letter;
  return written;
}

function read(word) {
  // Letters with marks that have a reading of their own are kept from losing them.
  const plain = word.replace(/[^\x00-\x7fşçžščýйї]/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
  return plain.replace(LATIN_PART, (part) => PAIRS[part] ?? CYRILLIC[part] ?? MARKED[part] ?? LATIN[part] ?? part);
}

// Takes apostrophes out of words in the Latin alphabet of 2017: Qyrg'yzstan, s'arttar.
function withoutApostrophes(text) {
  const written = text.replace(/([sc])['’ʼ](?=\p{Script=Latin})/giu, "$1h");
  return written.replace(/(\p{Script=Latin})['’ʼ](?=\p{Script=Latin})/giu, "$1");
}

// What stands between words. Spelt out, since a browser takes ten times as long over \p{L} in a long text.
const SIGNS =
  "\\x00-/:-@[-`{-\\xa9\\xab-\\xb4\\xb6-\\xb9\\xbb-\\xbf\\xd7\\xf7" +
  "\\u055a-\\u055f\\u0589\\u05be\\u05c0\\u05c3\\u060c\\u061b\\u061f\\u06d4\\u0964\\u0965\\u10fb\\u1360-\\u1368" +
  "\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\uff01-\\uff0f\\ufeff\\u2116";
const WORD = new RegExp(`[^${SIGNS}]+`, "g");
const BETWEEN = new RegExp(`[${SIGNS}]+`);

// Returns a function that stems words of a language, with the files of lunr that have been loaded.
function stemmerOf(code) {
  const stemmer = lunr[code]?.stemmer ?? (code === "en" ? lunr.stemmer : null);
  const known = new Map();
  return (word) => {
    if (!stemmer) return word;
    let stem = known.get(word);
    if (stem === undefined) {
      // The letter ё is an е with its dots remembered.
      stem = stemmer(new lunr.Token(word.replace(/ё/g, "е"), {})).toString();
      known.set(word, stem);
    }
    return stem;
  };
}

// Returns a function that tells whether a word of a language is too common to be looked for.
function stopWordsOf(code) {
  const filter = lunr[code]?.stopWordFilter ?? (code === "en" ? lunr.stopWordFilter : null);
  return (word) => Boolean(filter) && !filter(new lunr.Token(word, {}));
}
