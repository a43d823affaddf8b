// Helpers for the facts as the server sends them. The server leaves repeated values out of the matrix. They are restored
// here.

/** @import { Facts, Matrix, MatrixTrace } from "./types" */

/** @type {WeakMap<Facts, Matrix>} */
const matrices = new WeakMap();

/**
 * Give the complete figure of the matrix, as Plotly draws it.
 * @param {Facts} facts
 * @returns {Matrix}
 */
export function matrix(facts) {
  const known = matrices.get(facts);
  if (known) return known;
  const { data, layout, lines, notes } = facts.matrix;
  /** @type {MatrixTrace[]} */
  const traces = data.map(({ heads, notes: places, ...trace }) => ({
    ...trace,
    x: trace.customdata.map(([event]) => event),
    y: trace.customdata.map(([, organizer]) => organizer),
    text: trace.customdata.map(() => facts.marks[trace.meta.role].letter),
    hovertext: trace.customdata.map(([event, organizer], i) =>
      [heads[organizer], lines[event], notes[places[i]]].join("<br>"),
    ),
  }));
  const whole = { data: traces, layout };
  matrices.set(facts, whole);
  return whole;
}

/**
 * Group the organizers of the filter by kind.
 * @param {Facts} facts
 */
export function groups({ vocabulary, organizers, known }) {
  return Object.entries(vocabulary.organizerKinds).map(([kind, label]) => ({
    label,
    values: Object.keys(known.organizer).filter((organizer) => organizers[organizer].kind === kind),
  }));
}
