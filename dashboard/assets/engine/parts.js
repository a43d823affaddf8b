// Files of the events that remain, joined from the parts that Python has cut out of its exports. Pure. The parts come from
// publish/parts.py. Names, titles and escapes are the twins of exports/calendar.py, references.py and citations.py.

import { withQuery } from "./address.js";
import { fileName, slugOf, whichEvents } from "./picture.js";
import { wordsOf } from "./search.js";
import { agreeing, capital, listed, small, worded } from "./words.js";

/** @import { CalendarParts, CitationForm, CitationParts, Facts, Parts, Remaining, Written } from "./types" */
/**
 * What a file is made for: the events that pass the filters, with the open event, and the day as `2026-11-26`.
 * @typedef {object} Wanted
 * @property {Facts} facts
 * @property {Remaining} remaining
 * @property {string} day
 */
/** @typedef {(value: string) => string} Form how a value is written in a hole */

const TABLES = ["events", "roles", "sources", "claims"];
/**
 * Ending of a file with citations → the key of its form.
 * @type {Record<string, "bib" | "ris" | "csl">}
 */
const CITED = { ".bib": "bib", ".ris": "ris", "-csl.json": "csl" };
const CITATION = /^(event|events|view|dataset)(\.bib|\.ris|-csl\.json)$/;
const OF_ONE_EVENT = /^event(-csl)?$/;
const OF_ALL = /^dataset(-csl)?$/;
const BYTE_ORDER_MARK = "\ufeff";
const LINE = 75; // a line of a calendar has fewer bytes, without its end
const NOT_PRINTABLE = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const MONTHS = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const BYTES = new TextEncoder();

/** @type {Map<string, string>} */
const PARTS_OF = new Map([
  ...TABLES.flatMap((table) => [
    /** @type {[string, string]} */ ([`${table}.csv`, table]),
    /** @type {[string, string]} */ ([`${table}-excel.csv`, table]),
  ]),
  ["timeline.csv", "events"],
  ["matrix.csv", "roles"],
  ["calendar.ics", "calendar"],
]);

/**
 * Give the name of the parts from which a file is made; empty if it is not made from parts.
 * @param {string} name
 */
export const partsOf = (name) => PARTS_OF.get(name) ?? (CITATION.test(name) ? "citations" : "");

/**
 * Make a file that has parts.
 * @param {string} name
 * @param {any} parts those that `partsOf` names
 * @param {Wanted} wanted
 */
export function made(name, parts, wanted) {
  const { facts, remaining } = wanted;
  const [, what, ending] = name.match(CITATION) ?? [];
  if (ending) return citationFile(parts, what, CITED[ending], wanted);
  if (name === "calendar.ics") return calendar(parts, wanted);
  if (name === "matrix.csv") return joined(parts, matrix(parts, facts, remaining));
  const shown = name === "timeline.csv" ? remaining.shown.filter((id) => facts.events[id].first) : remaining.shown;
  const text = joined(parts, kept(parts, facts, shown));
  return name.endsWith("-excel.csv") ? BYTE_ORDER_MARK + text : text;
}

/**
 * Name a file, which may have parts; the twin of exports/names.py.
 * @param {string} name
 * @param {Parts | CalendarParts | CitationParts | null} parts
 * @param {Wanted} wanted
 */
export function nameOf(name, parts, { facts, remaining }) {
  const dot = name.indexOf(".");
  const [stem, ending] = [name.slice(0, dot), name.slice(dot)];
  const whole = { ...remaining, chips: [], shown: facts.order.events };
  if (OF_ONE_EVENT.test(stem)) return fileName(facts, whole, `${stem}-${remaining.event}`) + ending;
  if (OF_ALL.test(stem)) return fileName(facts, whole, stem) + ending;
  const shown = parts && "named" in parts ? having(parts, facts, remaining.shown) : remaining.shown;
  const named = fileName(facts, { ...remaining, shown }, stem);
  const counts = /^events(-excel)?$/.test(stem) && shown.length < remaining.total;
  return (counts ? named.replace(/(-event)?s?$/, "") : named) + ending;
}

/**
 * Give the citation of the open event, of the view or of the data set as a sentence.
 * @param {CitationParts} parts
 * @param {"event" | "view" | "dataset"} what
 * @param {"apa" | "chicago"} style
 * @param {Wanted} wanted
 */
export const citation = (parts, what, style, wanted) =>
  filled(citedBy(parts[style], what, wanted)[0], citing(parts, wanted));

/**
 * Give the ids of the events that have a part.
 * @param {Parts} parts
 * @param {Facts} facts
 * @param {string[]} ids
 */
function having(parts, facts, ids) {
  const those = new Set(parts.events.map((place) => facts.order.events[place]));
  return ids.filter((id) => those.has(id));
}

/**
 * Give the parts of some events, in the order of the file.
 * @param {Parts} parts
 * @param {Facts} facts
 * @param {string[]} ids
 */
function kept({ events, parts }, facts, ids) {
  const wanted = new Set(ids);
  return parts.filter((_, i) => wanted.has(facts.order.events[events[i]]));
}

/**
 * Give the roles that the matrix draws, row by row and from left to right.
 * @param {Parts} parts of the roles, in the order of those in the facts
 * @param {Facts} facts
 * @param {Remaining} remaining
 */
function matrix({ parts }, facts, { columns, rows }) {
  const drawn = new Set(columns);
  const places = new Map(rows.map((row, i) => [row.organizer_id, i]));
  const drawnRoles = facts.roles.flatMap(([event, organizer], i) =>
    drawn.has(event) ? [{ part: parts[i], place: places.get(organizer) ?? 0 }] : [],
  );
  return drawnRoles.sort((one, other) => one.place - other.place).map(({ part }) => part);
}

/**
 * Join parts to a file. `fill` gives the text for a hole.
 * @param {Parts} file
 * @param {Written[]} parts
 * @param {Form} [fill]
 */
function joined({ head, between, tail, empty }, parts, fill) {
  if (!parts.length && empty !== null) return empty;
  return filled(head, fill) + parts.map((part) => filled(part, fill)).join(between) + tail;
}

/**
 * @param {Written} text
 * @param {Form} [fill]
 */
const filled = (text, fill = String) =>
  typeof text === "string" ? text : text.map((piece, i) => (i % 2 ? fill(piece) : piece)).join("");

/**
 * Give what fills holes: the value that a hole names first, in the form that it names second.
 * @param {Record<string, string>} values
 * @param {Record<string, Form>} forms
 * @returns {Form}
 */
const filling = (values, forms) => (hole) => {
  const [name, form] = hole.split(" ");
  return form ? forms[form](values[name]) : values[name];
};

/**
 * Write the address of the first page with these filters; empty if the address of the dashboard is not known.
 * @param {string} site
 * @param {...string} query
 */
function address(site, ...query) {
  const given = query.filter(Boolean).join("&");
  return site && withQuery(site, given);
}

/**
 * @param {CalendarParts} parts
 * @param {Wanted} wanted
 */
function calendar(parts, { facts, remaining }) {
  const { words } = facts;
  const { shown, chips, query } = remaining;
  const known = new Set(having(parts, facts, shown));
  const without = shown.filter((id) => !known.has(id));
  const labels = chips.map(({ label }) => label);
  const about = [
    parts.about,
    `${whichEvents(facts, remaining)}.`,
    leftOut(parts, facts, without),
    facts.pictures.day ? `${capital(worded(words, "caption-day", { day: facts.pictures.day }))}.` : "",
  ];
  const values = {
    name: [parts.name, listed(words, labels)].filter(Boolean).join(" – "),
    about: about.filter(Boolean).join(" "),
    view: address(parts.site, query),
  };
  const head = filled(parts.head, filling(values, { ics }));
  return joined({ ...parts, head: head.split("\r\n").map(folded).join("\r\n") }, kept(parts, facts, shown));
}

/**
 * Say which events the calendar leaves out because of their days.
 * @param {CalendarParts} parts
 * @param {Facts} facts
 * @param {string[]} ids
 */
function leftOut({ named }, { words, events }, ids) {
  const number = ids.length;
  if (!number) return "";
  const are = agreeing(words, number, words.forms.is);
  const their = agreeing(words, number, words.forms.its);
  const sentence = worded(words, "calendar-without", { number, are, their });
  if (number > named) return `${sentence}.`;
  const labels = listed(
    words,
    ids.map((id) => events[id].label),
  );
  return `${worded(words, "calendar-named", { sentence, labels })}.`;
}

/**
 * Escape a text for a calendar (RFC 5545, section 3.3.11).
 * @param {string} text
 */
const ics = (text) =>
  text
    .replace(NOT_PRINTABLE, "")
    .replaceAll("\\N", "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\n|\r/g, "\\n");

/**
 * Fold a line of a calendar as the library of exports/calendar.py does (RFC 5545, section 3.1).
 * @param {string} line
 */
function folded(line) {
  /** @type {string[][]} */
  const lines = [[]];
  let bytes = 0;
  for (const sign of line) {
    const length = BYTES.encode(sign).length;
    let last = lines[lines.length - 1];
    if (last.length && bytes + length >= LINE) {
      // An escape is not cut in two.
      const begun = last.length > 1 && "\\^".includes(last[last.length - 1]) ? last.splice(-1) : [];
      lines.push(begun);
      last = begun;
      bytes = begun.length;
    }
    last.push(sign);
    bytes += length;
  }
  return lines.map((signs) => signs.join("")).join("\r\n ");
}

/**
 * @param {CitationParts} parts
 * @param {string} what
 * @param {"bib" | "ris" | "csl"} form
 * @param {Wanted} wanted
 */
function citationFile(parts, what, form, wanted) {
  const { facts, remaining } = wanted;
  const { events } = parts[form];
  const texts = what === "events" ? kept(events, facts, remaining.shown) : citedBy(parts[form], what, wanted);
  return joined(events, texts, citing(parts, wanted));
}

/**
 * Give the citation of one thing, with its holes.
 * @param {CitationForm} form
 * @param {string} what `event`, `view` or `dataset`
 * @param {Wanted} wanted
 */
function citedBy({ events, view, dataset }, what, { facts, remaining }) {
  if (what === "event") return kept(events, facts, [remaining.event ?? ""]);
  return [what === "view" ? view : dataset];
}

/**
 * Give what fills the holes of citations.
 * @param {CitationParts} parts
 * @param {Wanted} wanted
 */
function citing({ name, site, tex }, { facts, remaining, day }) {
  const slug = slugOf(remaining.chips);
  const event = remaining.event ?? "";
  const values = {
    title: name + small(whichEvents(facts, remaining)),
    slug: slug && `-${slug}`,
    view: address(site, remaining.query, event && `event=${event}`),
    day,
  };
  return filling(values, {
    line,
    tex: (text) => Array.from(line(text), (sign) => tex[sign] ?? sign).join(""),
    json: (text) => JSON.stringify(line(text)).slice(1, -1),
    quoted: (text) => insideQuotes(line(text)),
    slashes: (date) => `${date.replaceAll("-", "/")}/`,
    american: (date) => `${MONTHS.format(new Date(date))} ${number(date, 2)}, ${number(date, 0)}`,
    year: (date) => number(date, 0),
    month: (date) => number(date, 1),
    date: (date) => number(date, 2),
  });
}

/**
 * @param {string} date
 * @param {number} part
 */
const number = (date, part) => String(Number(date.split("-")[part]));

/**
 * Bring a text onto one line.
 * @param {string} text
 */
const line = (text) => wordsOf(text).join(" ");

/**
 * Write a title that goes between quotation marks: single marks inside, and the full stop before the last mark.
 * @param {string} title
 */
function insideQuotes(title) {
  const single = title
    .replace(/"([^"]*)"/g, "‘$1’")
    .replaceAll("“", "‘")
    .replaceAll("”", "’");
  const closed = single.endsWith("’") && single.includes("‘");
  return closed ? `${ended(single.slice(0, -1))}’` : ended(single);
}

/**
 * End a sentence with a full stop, unless it has an end.
 * @param {string} text
 */
const ended = (text) => (!text || /[.!?…]$/.test(text) ? text : `${text}.`);
