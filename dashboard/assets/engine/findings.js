// The titles of timeline and matrix, which say what there is to see, and the lines below that say what is drawn: the twin
// of topics/explore/findings.py, where each rule is explained.

import { agreeing, capital, counted, inWords, listed, worded } from "./words.js";

/** @import { EventFacts, Facts } from "./types" */
/** @typedef {Facts["roles"][number]} RoleFacts event, organizer, role and confidence */

const MOST_GAPS = 6; // the most years that are named
const FEWEST = 3; // the fewest events for a word on their years

/**
 * Write the title of the timeline, and what it shows by which lanes.
 * @param {Facts} facts
 * @param {string[]} ids
 * @param {string} lanes
 */
export function timelineHeading({ events, words, vocabulary }, ids, lanes) {
  const shown = ids.map((id) => events[id]);
  const conferences = shown.filter(({ kind }) => kind === "conference");
  const total = Object.values(events).filter(({ kind }) => kind === "conference").length;
  const nouns = vocabulary.kindNouns.conference;
  const number = counted(words, shown.length, words.forms.event);
  const parts = [worded(words, `drawn-${lanes}`, { events: number }), ...gaps(words, conferences, total, nouns)];
  const title =
    ofConferences(words, conferences, total, nouns) || busiest(words, shown) || worded(words, "title-timeline");
  return { title, drawn: parts.join(" · ") };
}

/**
 * Write the title of the matrix, and what it shows.
 * @param {Facts} facts
 * @param {RoleFacts[]} roles the roles at these events
 * @param {string[]} ids the events that are the columns
 */
export function matrixHeading(facts, roles, ids) {
  const { events, words, vocabulary } = facts;
  const conferences = ids.filter((id) => events[id].kind === "conference");
  const whole = ids.length > 0 && conferences.length === ids.length;
  const nouns = whole ? vocabulary.kindNouns.conference : words.forms.event;
  const drawn = worded(words, "drawn-matrix", { events: counted(words, ids.length, nouns) });
  return { title: fromTo(facts, roles, conferences) || worded(words, "title-matrix"), drawn };
}

/**
 * Give the year of an event; null if the event has no date, or may have been in another year.
 * @param {EventFacts} event
 */
function yearOf({ first, last, start, end, dating }) {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return !first || dating === "reported" || from !== to || start.endsWith("~") || end.endsWith("~")
    ? null
    : Number(from);
}

/**
 * @param {Facts["words"]} words
 * @param {EventFacts[]} conferences
 * @param {number} total
 * @param {[string, string]} nouns
 */
function ofConferences(words, conferences, total, nouns) {
  const years = conferences.filter(({ ahead }) => !ahead).map(yearOf);
  const known = years.filter((year) => year !== null);
  if (years.length < 2 || known.length < years.length) return "";
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const span = first === last ? worded(words, "year", { year: first }) : worded(words, "years", { first, last });
  const values = { number: inWords(words, years.length), conferences: agreeing(words, total, nouns), span };
  if (years.length === total) return capital(worded(words, "title-conferences", values));
  return capital(worded(words, "title-conferences-some", { ...values, total: inWords(words, total) }));
}

/**
 * @param {Facts["words"]} words
 * @param {EventFacts[]} shown
 */
function busiest(words, shown) {
  const years = shown.map(yearOf);
  if (years.length < FEWEST || years.includes(null) || new Set(years).size === 1) return "";
  const numbers = [...new Set(years)].map((year) => ({ year, number: years.filter((other) => other === year).length }));
  const most = numbers.find(({ number }) => number * 2 > years.length);
  if (!most) return "";
  const events = agreeing(words, years.length, words.forms.event);
  const [number, total] = [inWords(words, most.number), inWords(words, years.length)];
  return capital(worded(words, "title-busiest", { number, total, events, year: Number(most.year) }));
}

/**
 * @param {Facts["words"]} words
 * @param {EventFacts[]} conferences
 * @param {number} total
 * @param {[string, string]} nouns
 */
function gaps(words, conferences, total, nouns) {
  const known = conferences.map(yearOf).filter((year) => year !== null);
  if (conferences.length < total || total < 2 || known.length < conferences.length) return [];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const without = [];
  for (let year = first; year < last; year += 1) if (!known.includes(year)) without.push(year);
  if (!without.length) return [];
  let years = listed(words, without.map(String));
  if (without.length > MOST_GAPS) {
    const noun = agreeing(words, without.length, words.forms.year);
    years = worded(words, "gap-many", { number: inWords(words, without.length), years: noun, first, last });
  }
  return [worded(words, "gap", { conference: nouns[0], years })];
}

/**
 * @param {Facts} facts
 * @param {RoleFacts[]} roles
 * @param {string[]} conferences
 */
function fromTo(facts, roles, conferences) {
  const { events, words } = facts;
  const past = conferences.filter((id) => !events[id].ahead);
  const years = past.map((id) => yearOf(events[id]));
  if (past.length < 2 || years.includes(null) || new Set(years).size < years.length) return "";
  const counts = past.map((id) => organizersOf(facts, roles, id));
  const numbers = counts.map(({ number }) => number);
  if (numbers.includes(0)) return "";
  const last = past.length - 1;
  const most = numbers.lastIndexOf(Math.max(...numbers.slice(0, last)), last - 1);
  const other = numbers[most] > numbers[last] ? most : 0;
  if (numbers[other] === numbers[last]) return "";
  return worded(words, "title-from-to", {
    number: inWords(words, numbers[other]),
    organizers: agreeing(words, numbers[other], words.forms.organizer),
    before: withDoubt(words, counts[other], years[other]),
    other: inWords(words, numbers[last]),
    after: withDoubt(words, counts[last], years[last]),
  });
}

/**
 * Count the organizers of an event, and those of them whose roles of organizing are all disputed.
 * @param {Facts} facts
 * @param {RoleFacts[]} roles
 * @param {string} event
 */
function organizersOf({ organizers, vocabulary }, roles, event) {
  const its = roles.filter(([where, , role]) => where === event && vocabulary.organizing.includes(role));
  const names = new Set(its.map(([, organizer]) => organizer));
  const firm = new Set(its.filter(([, , , confidence]) => confidence !== "disputed").map(([, organizer]) => organizer));
  const whole = [...names].filter((name) => !organizers[name].partOf.some((above) => names.has(above)));
  return { number: whole.length, disputed: whole.filter((name) => !firm.has(name)).length };
}

/**
 * @param {Facts["words"]} words
 * @param {{number: number, disputed: number}} counts
 * @param {number | null} year
 */
function withDoubt(words, { number, disputed }, year) {
  if (!disputed) return worded(words, "in-year", { year: Number(year) });
  const which =
    number === disputed
      ? worded(words, "all-disputed")
      : worded(words, "some-disputed", { number: inWords(words, disputed) });
  return worded(words, "in-year-disputed", { year: Number(year), disputed: which });
}
