// The eras of the series: bands behind the marks of the timeline. The twin is topics/explore/eras.py.

import { DAY } from "./axis.js";
import { agreeing, worded } from "./words.js";

/** @import { EraFacts, Facts } from "./types" */
/** @import { Span } from "./axis.js" */
/**
 * A band on an axis: its two ends and the left end of its name, as parts of the axis. The name is null if it would cover
 * the one before.
 * @typedef {{era: EraFacts, left: number, right: number, name: number | null}} Band
 */

export const ROOM = 20; // height of the names above the lanes, in pixels
export const FONT = 12; // as --tick
const AXIS = 840; // about how long the axis of a downloaded timeline is, in pixels
const LETTER = 6; // about how wide a letter of a name is there, and the gap between two names, in pixels

/**
 * Give the eras that overlap the time from the first to the last of these events. Chart, sentence and list show these.
 * @param {Facts} facts
 * @param {string[]} ids
 */
export function erasOf({ eras, events }, ids) {
  const dated = eras.length ? ids.map((id) => events[id]).filter(({ first }) => first) : [];
  return eras.filter(
    (era) => dated.some(({ last }) => era.first <= last) && dated.some(({ first }) => !era.last || first <= era.last),
  );
}

/**
 * Name the eras with their days. It is empty without any.
 * @param {Facts} facts
 * @param {EraFacts[]} eras
 */
export function bandWords({ words }, eras) {
  if (!eras.length) return "";
  const named = eras.map(({ name, when }) => worded(words, "band", { name, when }));
  return worded(words, "bands", { noun: agreeing(words, eras.length, words.forms.band), bands: named.join("; ") });
}

/**
 * Place the eras, in order of time, on an axis with these ends. A name begins with its band, and stays within the axis.
 * @param {EraFacts[]} eras
 * @param {Span} ends
 * @param {(name: string) => number} wide how wide a name is with the space around it, as a part of the axis
 * @returns {Band[]}
 */
export function placed(eras, ends, wide) {
  let taken = 0;
  return eras.flatMap((era) => {
    const [left, right] = days(era, ends).map((at) => (at - ends[0]) / (ends[1] - ends[0]));
    if (right <= 0 || left >= 1) return [];
    const width = wide(era.name);
    const at = Math.max(0, Math.min(left, 1 - width));
    const name = at < taken ? null : at;
    if (name !== null) taken = name + width;
    return [{ era, left, right, name }];
  });
}

/**
 * Draw the eras for a picture: the bands as shapes of Plotly, and their names as annotations above them.
 * @param {EraFacts[]} eras
 * @param {Span} ends
 * @param {{line: string, muted: string, escaped: (text: string) => string}} how the two colours, and how a text is escaped
 */
export function drawn(eras, ends, { line, muted, escaped }) {
  const bands = placed(eras, ends, (name) => (([...name].length + 1) * LETTER) / AXIS);
  const shapes = bands.map(({ era }) => {
    const [x0, x1] = days(era, ends).map((at) => new Date(at).toISOString().slice(0, 10));
    const place = { type: "rect", xref: "x", yref: "paper", x0, x1, y0: 0, y1: 1 };
    return { ...place, fillcolor: line, opacity: 0.5, line: { width: 0 }, layer: "below" };
  });
  const names = bands.flatMap(({ era, name }) => {
    if (name === null) return [];
    const x = Math.round(name * 1e4) / 1e4;
    const place = { x, xref: "paper", xanchor: "left", y: 1, yref: "paper", yanchor: "bottom", showarrow: false };
    return [{ name: "era", text: escaped(era.name), ...place, font: { size: 11, color: muted } }];
  });
  return { shapes, names };
}

/**
 * Give the instants at which an era begins and ends, both no farther than the days at the ends of the axis.
 * @param {EraFacts} era
 * @param {Span} ends
 */
function days({ first, last }, [from, to]) {
  const [begin, end] = [Math.floor(from / DAY) * DAY, (Math.floor(to / DAY) + 1) * DAY];
  return [Math.max(Date.parse(first), begin), last ? Math.min(Date.parse(last) + DAY, end) : end];
}
