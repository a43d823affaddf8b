// Facts of two events, for tests that need no server.

/** @import { EventFacts, Facts } from "../../dashboard/assets/engine/types" */

/**
 * @param {EventFacts["kind"]} kind
 * @param {EventFacts["weight"]} weight
 * @param {string} day
 * @returns {EventFacts}
 */
export const event = (kind, weight, day) => ({
  label: day || "Plan",
  title: "",
  when: day,
  kind,
  kindName: kind,
  edition: null,
  first: day,
  last: day,
  year: Number(day.slice(0, 4)) || null,
  weight,
  start: day,
  end: day,
  dating: "held",
  where: "Dushanbe",
  ahead: false,
  keys: ["date"],
  sources: [],
});

/** @type {Facts["words"]} */
export const WORDS = {
  locale: "en-GB",
  texts: {
    "caption-some": "{number} of {events}",
    counted: "{number} {noun}",
    "matrix-empty": "No role.",
    "timeline-empty": "No events.",
    timeline: "{events}{span}: {kinds}.",
    "have-roles": "{holders}{including} {have} at {events}",
    "filter-since": "from {since}",
    "filter-text": "“{text}”",
    "filter-text-waits": "“{text}” (not searched yet)",
    sentence: "{text}.",
    undated: " without a date",
    "drawn-kind": "{events} by kind",
    "drawn-organizer": "{events} by organizer",
    "drawn-place": "{events} by place",
    "drawn-matrix": "Roles at {events}",
    "title-matrix": "Organizers",
    "title-timeline": "Timeline",
    year: " in {year}",
  },
  forms: {
    event: ["event", "events"],
    organization: ["organization", "organizations"],
    "has-a-role": ["has a role", "have roles"],
  },
  numbers: ["no", "one", "two"],
  months: ["January", "February", "March", "April", "May"],
  list: { 2: "{0} and {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0} and {1}" },
};

/**
 * @param {Record<string, EventFacts>} events
 * @param {Facts["roles"]} roles
 * @returns {Facts}
 */
export const facts = (events, roles) => ({
  version: "1",
  process: "my-process",
  name: "My Process",
  opens: "latest",
  order: { events: Object.keys(events), organizers: ["un", "1540"] },
  events,
  roles,
  organizers: {
    un: { name: "UN", kind: "united-nations", partOf: [], rank: 1 },
    1540: { name: "1540 Committee", kind: "united-nations", partOf: ["un"], rank: 0 },
  },
  known: {
    year: { 2018: "2018" },
    organizer: { un: "UN", 1540: "1540 Committee" },
    role: { host: "Host" },
    kind: { preparation: "Talks" },
    weight: { main: "Main", minor: "Minor" },
    together: { un: "UN", 1540: "1540 Committee" },
  },
  unused: {
    year: {},
    organizer: {},
    role: {},
    kind: {},
    weight: { secondary: "Other", related: "Outside" },
    together: {},
  },
  pages: { explore: "Explore", quality: "Data quality" },
  own: { order: { page: "quality", usual: "time", values: ["time", "most"] } },
  vocabulary: {
    kinds: { preparation: "Talks" },
    kindNouns: { preparation: ["talk", "talks"], conference: ["conference", "conferences"] },
    weightNouns: { main: "conferences", minor: "mentions" },
    organizerKinds: { "united-nations": "United Nations" },
    organizing: ["host"],
    columns: { conferences: "Conferences", all: "All events" },
    sorts: { kind: "Kind", name: "Name" },
    lanes: { kind: "Kind", organizer: "Organizer", place: "Place" },
    certainty: {},
  },
  words: WORDS,
  timeline: {
    data: [],
    layout: {
      height: 1,
      paper_bgcolor: "",
      font: { color: "" },
      meta: { lanes: [] },
      xaxis: { gridcolor: "" },
      yaxis: { tickfont: { color: "" } },
    },
  },
  matrix: {
    data: [
      {
        meta: { role: "host", disputed: false },
        customdata: [["2018-talks", "un"]],
        marker: { size: 1 },
        heads: { un: "UN: host" },
        notes: [0],
      },
    ],
    layout: { xaxis: { gridcolor: "" }, yaxis: { gridcolor: "" } },
    lines: { "2018-talks": "Talks" },
    notes: ["One source"],
  },
  marks: { host: { name: "Host", noun: "host", badge: "", letter: "H" } },
  tour: [],
  places: [],
  eras: [],
  dark: {},
  accent: "#c2410c",
  pictures: { day: "", software: "", trial: false, font: "" },
  css: "",
});

export const NONE = facts({}, []);
export const SOME = facts(
  { "2018-talks": event("preparation", "main", "2018-05-03"), plan: event("preparation", "minor", "") },
  [
    ["2018-talks", "un", "host", "confirmed"],
    ["plan", "1540", "host", "single"],
  ],
);
