// The span of time of a reader: `since` and `until`, each a year, a month or a day, both inclusive. This is the twin of
// frames/span.py. Here a date is a text such as `2018`, `2018-05` or `2018-05-16`.

import { worded } from "./words.js";

/** @import { Chip, Words } from "./types" */
/** @typedef {{since: string, until: string}} Span an end that is empty is open */

/** What is written between two ends in one text: `2018-05..2019`. */
export const BETWEEN = "..";
const [FIRST_YEAR, LAST_YEAR] = [1800, 2100];
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const EXAMPLES = "2018, 2018-05 or 2018-05-16";
const HOW = `Write a year, a month or a day: ${EXAMPLES}.`;

/**
 * Tell whether a text is a date of the calendar, written as in an address.
 * @param {string} text
 */
export function isDate(text) {
  const [, year, month = "01", day = "01"] = DATE.exec(text) ?? [];
  if (!year || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return false;
  const at = new Date(`${year}-${month}-${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`);
}

/**
 * Tell whether a span ends before it begins. Dates are compared as precisely as both are given.
 * @param {Span} span
 */
export function isInverted({ since, until }) {
  const length = Math.min(since.length, until.length);
  return since.slice(0, length) > until.slice(0, length);
}

/**
 * Tell whether both ends of a span are dates or open, and in order.
 * @param {Span} span
 */
export const isSpan = ({ since, until }) =>
  [since, until].every((end) => end === "" || isDate(end)) && !isInverted({ since, until });

/**
 * Tell whether a text is a span of days, such as `2018-05-01..2019-12-31`.
 * @param {string} text
 */
export function isDays(text) {
  const ends = text.split(BETWEEN);
  return ends.length === 2 && ends.every((end) => end.length === 10 && isDate(end)) && ends[0] <= ends[1];
}

/**
 * Tell whether the time shown for an event may be in the span. A time that is known only to the month or the year may be
 * on any of its days. An event without a date may be at any time.
 * @param {{first: string, last: string}} event
 * @param {Span} span
 */
export const isInside = ({ first, last }, { since, until }) =>
  (!last || last.slice(0, since.length) >= since) && (!first || first.slice(0, until.length) <= until);

/**
 * Write a date out: `16 May 2018`, `May 2018`, `2018`.
 * @param {Words} words
 * @param {string} date
 */
function inWords({ months }, date) {
  const [year, month, day] = date.split("-").map(Number);
  return [day, month && months[month - 1], year].filter(Boolean).join(" ");
}

/**
 * Word a span: `from May 2018 to 2019`, `from May 2018`, `until 2019`.
 * @param {Words} words
 * @param {Span} span
 */
export function spanWords(words, { since, until }) {
  const ends = Object.entries({ since, until }).filter(([, end]) => end);
  const values = Object.fromEntries(ends.map(([name, end]) => [name, inWords(words, end)]));
  return worded(words, ["filter", ...ends.map(([name]) => name)].join("-"), values);
}

/**
 * Describe the span as an active filter; nothing without a span.
 * @param {Words} words
 * @param {Span} span
 * @returns {Chip[]}
 */
export function spanChips(words, { since, until }) {
  if (!since && !until) return [];
  return [{ facet: "span", value: since + BETWEEN + until, label: spanWords(words, { since, until }) }];
}

/**
 * Word a span for the name of a file: `since-2018-05-until-2019`.
 * @param {string} value of the chip
 */
export function spanSlug(value) {
  const [since, until] = value.split(BETWEEN);
  return [since && `since-${since}`, until && `until-${until}`].filter(Boolean).join("-");
}

// What a reader types

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
/** How readers write a date: the parts in their order. */
const WRITTEN = [
  /^(?<year>\d{4})(?:[-/. ](?<month>\d{1,2})(?:[-/. ](?<day>\d{1,2}))?)?$/,
  /^(?:(?<day>\d{1,2})\.? )?(?<name>[a-z]{3,9})\.?,? (?<year>\d{4})$/,
  /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/,
];

/**
 * Read a date as a reader types it: `2018`, `2018-5`, `May 2018`, `16 May 2018`. Gives it as in an address, or a sentence
 * that says what is wrong.
 * @param {string} typed
 * @returns {{date: string, wrong: string}}
 */
export function dateTyped(typed) {
  const text = typed
    .normalize("NFKC")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  if (!text) return { date: "", wrong: "" };
  const parts = WRITTEN.map((form) => form.exec(text)?.groups).find(Boolean);
  const name = parts?.name;
  const month = name ? MONTHS.findIndex((month) => month.startsWith(name)) + 1 : Number(parts?.month ?? 0);
  if (!parts || (name && !month)) return { date: "", wrong: `“${typed.trim()}” is not a date. ${HOW}` };
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const known = [
    parts.year,
    ...(month || parts.month ? [two(month)] : []),
    ...(parts.day ? [two(Number(parts.day))] : []),
  ];
  const date = known.join("-");
  if (isDate(date)) return { date, wrong: "" };
  const year = Number(parts.year);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { date: "", wrong: `Write a year from ${FIRST_YEAR} to ${LAST_YEAR}.` };
  return { date: "", wrong: `“${typed.trim()}” is not in the calendar. ${HOW}` };
}
