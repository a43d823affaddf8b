// Numbers and lists inside sentences, in the words that come with the facts. This is the twin of words/counting.py.

/** @import { Words } from "./types" */

/**
 * Fill in a phrase. Braces in the values stay as they are.
 * @param {Words} words
 * @param {string} code
 * @param {Record<string, string | number>} [values]
 */
export const worded = (words, code, values = {}) =>
  words.texts[code].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * Write a list: `a`, `a and b`, `a, b and c`. An empty list gives an empty text.
 * @param {Words} words
 * @param {string[]} items
 */
export function listed(words, items) {
  if (items.length < 2) return items[0] ?? "";
  const { 2: two, start, middle, end } = words.list;
  const joined = (/** @type {string} */ pattern, /** @type {string} */ before, /** @type {string} */ after) =>
    pattern.replace(/\{([01])\}/g, (_, place) => (place === "0" ? before : after));
  if (items.length === 2) return joined(two, items[0], items[1]);
  const most = items.slice(2, -1).reduce((text, item) => joined(middle, text, item), joined(start, items[0], items[1]));
  return joined(end, most, items[items.length - 1]);
}

/**
 * Write a small number as a word, and a larger one in digits.
 * @param {Words} words
 * @param {number} number
 */
export const inWords = ({ numbers }, number) => numbers[number] ?? String(number);

/** @type {Map<string, Intl.PluralRules>} */
const rules = new Map();

/**
 * Choose the form of a noun or a verb that agrees with a number.
 * @param {Words} words
 * @param {number} number
 * @param {[string, string]} forms for one and for several
 */
export function agreeing({ locale }, number, [singular, plural]) {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return rule.select(number) === "one" ? singular : plural;
}

/**
 * Write a number with its noun: `1 event`, `3 events`. `written` replaces the digits.
 * @param {Words} words
 * @param {number} number
 * @param {[string, string]} nouns
 * @param {string} [written]
 */
export const counted = (words, number, nouns, written = String(number)) =>
  worded(words, "counted", { number: written, noun: agreeing(words, number, nouns) });

/**
 * Say how many of all events there are: `26 of 42 events`.
 * @param {Words} words
 * @param {number} number
 * @param {number} total
 */
export const part = (words, number, total) =>
  worded(words, "caption-some", { number, events: counted(words, total, words.forms.event) });

/**
 * Say that no event remains. Only data without any event has none at all.
 * @param {number} total of the data
 */
export const noEvent = (total) => (total ? "No event passes these filters." : "The data has no events.");

/**
 * Count organizers, given the kind of each: `one state`, `two organizations`.
 * @param {Words} words
 * @param {string[]} kinds
 */
export function holders(words, kinds) {
  const states = kinds.filter((kind) => kind === "state").length;
  const number = inWords(words, kinds.length);
  if (states > 0 && states < kinds.length) return worded(words, "states-and-organizations", { number });
  return counted(words, kinds.length, words.forms[states === kinds.length ? "state" : "organization"], number);
}

/**
 * Begin a sentence with a capital letter, and leave the rest as it is.
 * @param {string} text
 */
export function capital(text) {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/**
 * Begin with a small letter, and leave the rest as it is.
 * @param {string} text
 */
export function small(text) {
  const [first = "", ...rest] = text;
  return first.toLowerCase() + rest.join("");
}
