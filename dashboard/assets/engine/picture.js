// Timeline and matrix as pictures, made from the facts if the server cannot be reached. This is the twin of
// topics/explore/pictures.py and labels.py, of title and caption in look/plot.py, and of the file name in exports/names.py.

import { DAY } from "./axis.js";
import { bandWords, drawn, erasOf } from "./eras.js";
import { matrix as whole } from "./facts.js";
import { closedUp, escaped, masked, spans } from "./geometry.js";
import { annotated, beside, marksOf } from "./labels.js";
import { heights } from "./lanes.js";
import { wordsOf } from "./search.js";
import { spanSlug } from "./span.js";
import { agreeing, capital, counted, part, worded } from "./words.js";

/** @import { Facts, Lane, Remaining, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @typedef {{data: object[], layout: {height: number, xaxis: {range?: unknown, ticktext?: string[]}, yaxis: {ticktext?: string[]}, showlegend?: boolean, annotations?: {text: string}[]}}} Figure */

const SLUG = 80; // the most characters of a file name that name the filters
const WIDTH = 1100; // of a picture, in pixels
const LEVEL = 8; // the most columns of a matrix with horizontal labels
const LINE = 150; // the most characters in a line of the caption
const HEAD = 84; // room for the title, in pixels
const KEY_RADII = [7, 5, 4, 2]; // the circles that are a blurred mark in the key
const KEY_HEIGHT = 26; // of the middle of the key above the chart, in pixels
const SIDE = 30; // margin at the sides, in pixels
const LANES = 392; // height of all lanes together, in pixels
const LABEL = { font: 12, letter: 7, air: 2 }; // size of a label, width of a letter, space around a mark, in pixels
const NAME = 8; // how wide a letter of the name of a lane may be, in pixels
const LONGEST_LABEL = 40; // the most letters of a label of an axis
const WEIGHTS = { main: 0, secondary: 1, related: 1, minor: 2 }; // the order of marks in a lane, from the lowest

/** @typedef {"web" | "document" | "slide"} SizeName */
/**
 * The sizes of a picture: its name, and the dots of PNG for each pixel of the drawing.
 * @type {Record<SizeName, {label: string, scale: number}>}
 */
export const SIZES = {
  document: { label: "Document", scale: 2 },
  slide: { label: "Slide, 16:9", scale: 2 },
  web: { label: "Web page", scale: 1 },
};

/**
 * Give the size in which a chart is drawn, in pixels. For a slide the drawing grows in one direction to 16:9, so that
 * nothing is cut and no margin is added.
 * @param {{width: number, height: number}} layout
 * @param {SizeName} [name]
 */
export function sized({ width, height }, name = "document") {
  const { scale } = SIZES[name];
  if (name !== "slide") return { width, height, scale };
  const unit = Math.ceil(Math.max(width / 16, height / 9));
  return { width: 16 * unit, height: 9 * unit, scale };
}

/**
 * Make the picture of a chart, and the name of its file without the extension.
 * @param {Facts} facts
 * @param {Remaining} remaining
 * @param {"timeline" | "matrix"} view
 */
export function picture(facts, remaining, view) {
  const figure = (view === "timeline" ? timeline : matrix)(facts, remaining);
  return { name: fileName(facts, remaining, view), figure: captioned(facts, remaining, figure, view) };
}

/**
 * Say which events are shown: how many, by which filters, and which are hidden.
 * @param {Facts} facts
 * @param {Remaining} remaining
 */
export function whichEvents({ words }, { shown, total, chips, notShown }) {
  const filters = chips.filter(({ facet }) => facet !== "weight").map(({ label }) => label);
  const whole = shown.length === total && total > 1;
  const choice = [
    whole
      ? worded(words, "caption-all", { events: counted(words, total, words.forms.event) })
      : part(words, shown.length, total),
    filters.length ? worded(words, "caption-filters", { filters: filters.join(", ") }) : "",
    notShown ? worded(words, "caption-hidden", { hidden: notShown }) : "",
  ];
  return capital(choice.filter(Boolean).join("; "));
}

/**
 * Say which of the events that remain are in the picture; empty if all are.
 * @param {Facts} facts
 * @param {Remaining} remaining
 * @param {"timeline" | "matrix"} view
 */
function inPicture({ words, events, vocabulary }, { shown, columns }, view) {
  const are = (/** @type {number} */ number) => agreeing(words, number, words.forms.is);
  if (view === "matrix") {
    const conferences = counted(words, columns.length, vocabulary.kindNouns.conference);
    const some = columns.length < shown.length;
    return some ? worded(words, "caption-columns", { conferences, are: are(columns.length) }) : "";
  }
  const undated = shown.filter((id) => !events[id].first).length;
  const number = counted(words, undated, words.forms.event);
  return undated ? worded(words, "caption-undated", { events: number, are: are(undated) }) : "";
}

/**
 * Write the line under a picture: which events, number of sources, day of the data, name and version of the program.
 * @param {Facts} facts
 * @param {Remaining} remaining
 * @param {string} [some] which of the events are in the picture, if not all are
 */
export function caption(facts, remaining, some = "") {
  const { words, events, pictures } = facts;
  const { day, software, trial } = pictures;
  const sources = new Set(remaining.shown.flatMap((id) => events[id].sources)).size;
  const parts = [
    [whichEvents(facts, remaining), some].filter(Boolean).join("; "),
    counted(words, sources, words.forms.source),
    day ? worded(words, "caption-day", { day }) : "",
    software,
    trial ? worded(words, "caption-trial") : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/**
 * Name the file of a picture, without the extension: chart, filters, number of events.
 * @param {Facts} facts
 * @param {Remaining} remaining
 * @param {string} view
 */
export function fileName({ process, words, pictures }, { chips, shown, total }, view) {
  let slug = slugOf(chips);
  if (slug.length > SLUG) slug = slug.slice(0, Math.max(0, slug.slice(0, SLUG + 1).lastIndexOf("-")));
  const some = shown.length === total ? "" : part(words, shown.length, total).replaceAll(" ", "-");
  return [process, pictures.trial ? "trial" : "", view, slug, some].filter(Boolean).join("-");
}

/**
 * Name the active filters in a file name: `2022-osce`; empty without a filter.
 * @param {Remaining["chips"]} chips
 */
export function slugOf(chips) {
  const named = chips
    .filter(({ facet }) => facet !== "weight" && facet !== "q")
    .map(({ facet, value }) => (facet === "span" ? spanSlug(value) : value));
  const weights = chips.filter(({ facet }) => facet === "weight").map(({ value }) => (value === "any" ? "all" : value));
  const text = chips.some(({ facet }) => facet === "q") ? ["text"] : [];
  return [...named, ...weights, ...text].join("-");
}

/**
 * Tell whether a trace has labels of its own, above and below its marks.
 * @param {TimelineTrace} trace
 */
const isNamed = ({ mode }) => mode === "markers+text";

/**
 * Escape a label of an axis, and end it with an ellipsis if it is too long.
 * @param {string} label
 */
function shortened(label) {
  const letters = [...label];
  if (letters.length <= LONGEST_LABEL) return escaped(label);
  const begin = letters.slice(0, LONGEST_LABEL - 1).join("");
  return escaped(`${begin.replace(/ +$/, "")}…`);
}

/**
 * Give the place of each event of a kind on the y axis: conferences in the middle of their lane, of the others the most
 * important one lowest.
 * @param {Facts} facts
 * @param {string[]} shown
 * @param {Lane} lane
 * @returns {Map<string, number>}
 */
function inLane({ events }, shown, lane) {
  const its = shown.filter((id) => events[id].kind === lane.kind && events[id].first);
  const middle = (lane.top + lane.bottom) / 2;
  if (lane.kind === "conference") return new Map(its.map((id) => [id, middle]));
  const order = (/** @type {string} */ id) => WEIGHTS[/** @type {keyof typeof WEIGHTS} */ (events[id].weight)];
  const first = (/** @type {string} */ id) => Date.parse(events[id].first);
  its.sort((one, other) => order(one) - order(other) || first(one) - first(other));
  return new Map([...heights(lane, its, events)].map(([id, y]) => [id, Math.round(y * 100) / 100]));
}

/**
 * Give the width of the axis of the timeline: that of the picture without its margins and the names of the lanes.
 * @param {Facts} facts
 * @param {Lane[]} lanes
 */
function widthOf({ vocabulary }, lanes) {
  const lengths = lanes.map(({ kind }) => Math.min([...vocabulary.kinds[kind]].length, LONGEST_LABEL));
  return WIDTH - SIDE - Math.max(SIDE, NAME * Math.max(...lengths) + 10);
}

/**
 * Give the texts above and below the conferences: the label, or else the year. None covers another or leaves the picture.
 * The estimated width has room for the gap between two. Labels come before years, and then earlier conferences before
 * later ones.
 * @param {Facts} facts
 * @param {TimelineTrace[]} named the traces that have texts
 * @param {Lane[]} lanes
 * @param {Span} ends
 * @returns {Map<string, string>} text by event; one without a text is missing
 */
function conferenceTexts(facts, named, lanes, [from, to]) {
  const { events } = facts;
  const width = widthOf(facts, lanes);
  const marks = marksOf(named, { events, lanes, ring: 0 });
  const sides = new Map(named.flatMap((trace) => trace.customdata.map(([id], i) => [id, trace.textposition?.[i]])));
  /** @type {{side: string | undefined, left: number, right: number}[]} */
  const taken = [];
  /** @type {Map<string, string>} */
  const texts = new Map();
  const years = marks.map((mark) => ({ ...mark, text: events[mark.id].first.slice(0, 4) }));
  for (const { id, at, text } of [...marks, ...years]) {
    const [x, half] = [((at - from) / (to - from)) * width, (LABEL.letter * [...text].length) / 2];
    const [left, right, side] = [x - half, x + half, sides.get(id)];
    const apart = taken.every((other) => other.side !== side || right <= other.left || other.right <= left);
    if (texts.has(id) || !apart || left < -SIDE || right > width + SIDE) continue;
    taken.push({ side, left, right });
    texts.set(id, escaped(text));
  }
  return texts;
}

/**
 * Give the labels of events other than conferences that fit. A picture is drawn with other fonts than those of the page,
 * perhaps elsewhere, so a width is estimated from the number of letters, and rather too wide.
 * @param {Facts} facts
 * @param {TimelineTrace[]} data
 * @param {Lane[]} lanes
 * @param {Span} ends
 */
function labelsOf(facts, data, lanes, ends) {
  const { events } = facts;
  const axes = { ends, width: widthOf(facts, lanes), unit: LANES / -lanes[lanes.length - 1].bottom };
  const marks = marksOf(data, { events, lanes, ring: LABEL.air, isNamed });
  return beside(marks, [], axes, (text) => LABEL.letter * [...text].length);
}

/**
 * Give the timeline of the events that pass the filters.
 * @param {Facts} facts
 * @param {Remaining} remaining
 */
function timeline(facts, { shown }) {
  const { events, vocabulary } = facts;
  const { data, layout } = facts.timeline;
  const ids = new Set(shown);
  const seen = data.map((trace) => masked(trace, ([id]) => ids.has(id))).filter(({ x }) => x.length);
  const { lanes, bottom } = closedUp(layout.meta.lanes, new Set(seen.map(({ meta }) => meta.kind)), 0);
  const places = new Map(lanes.flatMap((lane) => [...inLane(facts, shown, lane)]));
  // The labels of conferences alternate: one above its mark, the next below.
  const conferences = shown.filter((id) => events[id].kind === "conference" && events[id].first);
  const below = new Set(conferences.filter((_, i) => i % 2));
  const range = ends(shown.map((id) => events[id]));
  const look = { line: layout.xaxis.gridcolor, muted: layout.yaxis.tickfont.color, escaped };
  const isRough = seen.some(({ meta }) => meta.part === "bounds");
  const rough = isRough ? key(facts, layout.yaxis.tickfont.color) : { shapes: [], names: [] };
  const bands = range ? drawn(erasOf(facts, shown), range, look) : { shapes: [], names: [] };
  const placed = seen.map((trace) => ({
    ...trace,
    y: trace.y.map((y, i) => (y === null ? y : (places.get(trace.customdata[i][0]) ?? y))),
    ...(trace.textposition && {
      textposition: trace.customdata.map(([id]) => (below.has(id) ? "bottom center" : "top center")),
    }),
  }));
  const labels = range ? labelsOf(facts, placed, lanes, range) : [];
  const texts = range ? conferenceTexts(facts, placed.filter(isNamed), lanes, range) : new Map();
  return {
    data: placed.map((trace) =>
      isNamed(trace) ? { ...trace, text: trace.customdata.map(([id]) => texts.get(id) ?? "") } : trace,
    ),
    layout: {
      ...layout,
      xaxis: { ...layout.xaxis, range: range?.map((instant) => new Date(instant).toISOString()) },
      yaxis: {
        ...layout.yaxis,
        range: [bottom || -1, 0],
        tickvals: lanes.map((lane) => (lane.top + lane.bottom) / 2),
        ticktext: lanes.map(({ kind }) => shortened(vocabulary.kinds[kind])),
      },
      shapes: [
        ...bands.shapes,
        ...lanes.map((lane, i) => ({ ...layout.shapes?.[i], y0: lane.bottom, y1: lane.bottom })),
        ...rough.shapes,
      ],
      annotations: [
        ...bands.names,
        ...annotated(labels, { size: LABEL.font, color: look.muted }, escaped),
        ...rough.names,
      ],
      meta: { lanes },
    },
  };
}

/**
 * Explain the blurred marks at the top right corner.
 * @param {Facts} facts
 * @param {string} color
 */
function key({ words }, color) {
  const paper = { xref: "paper", yref: "paper" };
  const [wide] = KEY_RADII;
  const shapes = KEY_RADII.map((radius) => ({
    name: "key",
    type: "circle",
    ...paper,
    xsizemode: "pixel",
    ysizemode: "pixel",
    xanchor: 1,
    yanchor: 1,
    x0: -wide - radius,
    x1: -wide + radius,
    y0: KEY_HEIGHT - radius,
    y1: KEY_HEIGHT + radius,
    fillcolor: color,
    opacity: 0.25,
    line: { width: 0 },
  }));
  const name = {
    name: "key",
    text: escaped(worded(words, "day-not-certain")),
    x: 1,
    y: 1,
    ...paper,
    xshift: -2 * wide - 4,
    yshift: KEY_HEIGHT,
    xanchor: "right",
    yanchor: "middle",
    showarrow: false,
    font: { size: 12, color },
  };
  return { shapes, names: [name] };
}

/**
 * Give the ends of an axis that shows every dated event, with room for its label.
 * @param {Facts["events"][string][]} events
 * @returns {import("./axis.js").Span | undefined}
 */
function ends(events) {
  const dated = spans(events);
  if (!dated.length) return undefined;
  const first = Math.min(...dated.map(([from]) => from));
  const last = Math.max(...dated.map(([, to]) => to)) - DAY;
  const room = Math.max((last - first) * 0.08, 20 * DAY);
  return [first - room, last + room];
}

/**
 * Give the matrix of the roles that pass the filters.
 * @param {Facts} facts
 * @param {Remaining} remaining
 */
function matrix(facts, { columns, rows }) {
  const { data, layout } = whole(facts);
  const drawn = new Set(columns);
  const axis = (/** @type {string[]} */ ids, /** @type {string[]} */ labels) => ({
    categoryarray: ids,
    tickvals: ids,
    ticktext: labels.map(shortened),
  });
  const labels = columns.map((id) => facts.events[id].label);
  const [ids, names] = [rows.map((row) => row.organizer_id), rows.map((row) => row.organizer)];
  return {
    data: data.map((trace) => masked(trace, ([id]) => drawn.has(id))).filter(({ x }) => x.length),
    layout: {
      ...layout,
      height: 130 + 30 * rows.length,
      showlegend: true,
      xaxis: { ...layout.xaxis, ...axis(columns, labels), range: [-0.5, columns.length - 0.5] },
      yaxis: { ...layout.yaxis, ...axis(ids, names), range: [rows.length - 0.5, -0.5] },
    },
  };
}

/**
 * Give a figure its title and, under it, its caption.
 * @param {Facts} facts
 * @param {Remaining} remaining
 * @param {Figure} figure
 * @param {"timeline" | "matrix"} view
 */
function captioned(facts, remaining, { data, layout }, view) {
  const { font, yaxis } = facts.timeline.layout;
  const { font: family } = facts.pictures;
  const [labels, names] = [layout.xaxis.ticktext ?? [], layout.yaxis.ticktext ?? []];
  const [longest, beside] = [labels, names].map((texts) => 7 * Math.max(0, ...texts.map((text) => [...text].length)));
  const upright = labels.length > LEVEL ? longest : 0;
  const isSlanted = !upright && labels.length * longest > WIDTH - 2 * SIDE - beside; // Plotly turns them by 30 degrees
  const over = HEAD + (isSlanted ? Math.floor(longest / 2) : upright);
  const legend = layout.showlegend ? 22 * Math.ceil(data.length / 4) : 12;
  const bands = view === "timeline" ? bandWords(facts, erasOf(facts, remaining.shown)) : "";
  const line = caption(facts, remaining, inPicture(facts, remaining, view));
  const lines = wrapped([bands, line].filter(Boolean).join(" · "));
  const under = 34 + legend + 15 * lines.length;
  return {
    data,
    layout: {
      ...layout,
      font: { ...font, family },
      title: {
        text: escaped(`${facts.name}: ${remaining.headings[view].title}`),
        font: { size: 20, color: font.color },
        x: 0,
        xref: "paper",
        y: 1,
        yref: "container",
        yanchor: "top",
        pad: { t: 18 },
      },
      margin: { t: over, b: under + 8, l: SIDE, r: SIDE },
      height: layout.height + over + under,
      width: WIDTH,
      xaxis: { ...layout.xaxis, ...(upright && { tickangle: -90 }) },
      annotations: [
        ...(layout.annotations ?? []),
        {
          name: "caption",
          text: lines.map(escaped).join("<br>"),
          x: 0,
          y: 0,
          xref: "paper",
          yref: "paper",
          yshift: -under,
          xanchor: "left",
          yanchor: "bottom",
          showarrow: false,
          font: { size: 11, color: yaxis.tickfont.color },
          align: "left",
        },
      ],
    },
  };
}

/**
 * Break a text into lines; Plotly does not break lines itself.
 * @param {string} text
 */
function wrapped(text) {
  /** @type {string[]} */
  const lines = [];
  let room = 0;
  for (const word of wordsOf(text)) {
    const length = [...word].length;
    if (lines.length && length < room) {
      lines[lines.length - 1] += ` ${word}`;
      room -= length + 1;
    } else {
      lines.push(word);
      room = LINE - length;
    }
  }
  return lines;
}
