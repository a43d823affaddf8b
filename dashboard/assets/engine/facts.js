// The facts as they come. What repeats in the matrix is not sent, and is put in again here.

/** @import { Facts, Matrix, MatrixTrace } from "./types" */

/** @type {WeakMap<Facts, Matrix>} */
const matrices = new WeakMap();

/**
 * The figure of the matrix, whole, as Plotly draws it.
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
 * The organizers that one can filter by, by their kind.
 * @param {Facts} facts
 */
export function groups({ vocabulary, organizers, known }) {
  return Object.entries(vocabulary.organizerKinds).map(([kind, label]) => ({
    label,
    values: Object.keys(known.organizer).filter((organizer) => organizers[organizer].kind === kind),
  }));
}
