// What words have behind their stems, by its sound: cases of names, derivations, endings that the stemmer of a language
// does not know.
"use strict";

// Endings of cases that names have in Russian and in Kazakh, also in texts of other languages: Тоқаев, Тоқаевтың,
// Токаева, Tokayevym; Достоевский, Dostoevskogo.
const NAME =
  /^(.{3,}?[eo]v)(?:t[iae]n?|k[ae]|pen|tar)?$|^(.{3,}?(?:[eo]v|in))(?:a|u|e|i|im|om|oi|ik|imi|n[iae]n?|g[ae]|d[ae]|men)?$|^(.{3,}?sk)(?:i|aia|uiu|oi|ogo|omu|om|im|e|ie|ik|imi)$/;

// Returns a surname without its endings, by its sound; "" if the word is none.
function surname(sound) {
  return NAME.exec(sound)?.slice(1).find(Boolean) ?? "";
}

// Endings by which words of one matter are made of each other in many languages, after the stemmer has taken its own:
// мигрант, миграция, мигрировать; migrant, migration; реализм, реалист; исследование, исследователь. Those of cases
// in other languages stand behind them: мигрантов, migrants in a Kazakh text.
const DERIVED =
  /^(.{4,}?)(?:ant|ent|ats|atsi|atsia|atsion\w*|at|ator|irova?n?|irovats|izats\w*|ism|izm|ist|istik|istsk|ist?ichesk|ovan|ovatel|atel|tel)(?:a|u|e|i|s|om|ov|am|ami|ak)?$/;

// Whose country it is: Казахстан, казахстанский, қазақстандық, Kazakhstani; the Russian stem has no н.
const OF_COUNTRY = /^(.{3,}sta)(?:n(?:i|ian|ets|tsev|sk\w*|sha|[ld]ik)?)?$/;

// In Kazakh words of a matter are made by other endings: шекара, шекаралық; саясат, саясаткер. In Russian the stemmer
// leaves of some verbs what others lose, and of nouns and adjectives what verbs have not: мигрируют; сотрудничать,
// сотрудничество; узбекский; политика, политический; энергия, энергетика. In English: economy, economic; electoral.
const DERIVED_OF = {
  kk: /^(.{4,}?)(?:[ldt]ik|iz|[gk]er)$/,
  ru: /^(.{4,}?)ir(?:u\w*)?$|^(.{5,}?)et(?:ik|ichesk)$|^(.{4,}?[tm]|.{5,}?n)ik$|^(.{5,}?ov)l$|^(.{5,}?)(?:e?stv(?:en)?|ichesk|sk|ets|tsev|ova|en|a)$/,
  en: /^(.{6,}?)i$|^(.{5,}?)(?:or|er|iz)$/,
};

// Returns what the stem of a word has in common with those of words that are made of it, by its sound.
function family(stemSound, code) {
  const base = OF_COUNTRY.exec(stemSound)?.[1] ?? DERIVED.exec(stemSound)?.[1];
  if (base) return base;
  const own = DERIVED_OF[code]?.exec(stemSound)?.slice(1).find(Boolean) ?? stemSound;
  return DERIVED.exec(own)?.[1] ?? own;
}

// Endings as they sound, which no stemmer knows where the keyboard lacks their letters or the word is of another
// language: казакстаннын, Toqayevtyng, Шакировым. Turkic ones stand in their order: number, owner, case; words are
// derived before these, of Turkic words alone.
const DERIVATION = "(?:[ldt][iu][kg]|[sc]h[iu]|[ldt][iu]|s[iu]z){0,2}";
const INFLECTION =
  "(?:[ldtn][aeo]r)?(?:[aeiou]?[mn](?:[iu]z)?|s?[iu])?(?:[ndt]?[iu]n|[ndt][iu]|n|[gkn]?[ae]|n?[dt][ae](?:n|g[iu])?|n[ae]n|[mbp]en|l[ae])?";
const TURKIC = new RegExp(`^${DERIVATION}${INFLECTION}$`);
const TURKIC_CASE = new RegExp(`^${INFLECTION}$`);
const RUSSIAN = /^(?:a|u|i|e|o|om|em|im|am|oi|ei|ia|iu|ie|ami|iami|imi|ak|iak|ik|ogo|ego|omu|emu|aia|uiu|oe)$/;
const FEWEST_OF_RUSSIAN = 5;
const ENGLISH = /^(?:s|es|e?d|e?rs?|ing|li|al|i?ans?|ists?|nes|ship|kud|dom)$/;
const IS_TURKIC = /^(?:az|ba|kaa|kk|ky|tr|tt|ug|uz)\b/;
const STEMS_OTHERS = /^(?:en|ru)\b/;
// Of the endings of other languages it is only known how long they are.
const LONGEST_ENDING = 3;
const LONGEST_OF_ENDINGS = 6;
const JOINS_ENDINGS = /^(?:fi|hu)\b/;

// Tells whether what is left of a word behind a stem may be its endings in texts of a language.
function isEnding(sound, code) {
  if (!sound) return false;
  if (IS_TURKIC.test(code)) return TURKIC.test(sound) || RUSSIAN.test(sound);
  if (STEMS_OTHERS.test(code)) return TURKIC_CASE.test(sound) || RUSSIAN.test(sound) || (code === "en" && ENGLISH.test(sound));
  return sound.length <= (JOINS_ENDINGS.test(code) ? LONGEST_OF_ENDINGS : LONGEST_ENDING);
}

// Tells whether two words are one in two cases of Russian, where texts have another stemmer: граница, границе.
function isOneInRussian(sound, other) {
  let shared = 0;
  while (shared < sound.length && sound[shared] === other[shared]) shared += 1;
  return shared >= FEWEST_OF_RUSSIAN && RUSSIAN.test(sound.slice(shared)) && RUSSIAN.test(other.slice(shared));
}
