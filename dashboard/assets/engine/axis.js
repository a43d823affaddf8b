// What the axis of the timeline shows: its ends, and the labels for which there is room. Instants are milliseconds of UTC,
// so that a day is the same day in every zone.

export const DAY = 86400000;
const LABEL = 150; // room for the label of a conference at either end of the axis
const GAP = 6; // least space between two labels
const MARK = 9; // half the width of a mark of a conference

/** The instant of a date as Plotly has it, which is UTC whether it says so or not: `2022-10-18 00:00` or `2022-10-18T00:00Z`. */
export function time(at) {
  const [day, clock = ""] = at.replace(/Z$/, "").split(/[ T]/);
  return Date.parse(day) + (clock ? Date.parse(`1970-01-01T${clock.length < 5 ? `${clock}:00` : clock}Z`) : 0);
}

/** The ends of an axis that shows all of `spans` (pairs of first and last instant), with room at its ends for their labels. */
export function whole(spans, narrow, width) {
  const [first, last] = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
  const share = narrow ? 0.06 : Math.min(LABEL / 2 / width, 0.2);
  const room = Math.max(((last - first) * share) / (1 - 2 * share), 20 * DAY);
  return [first - room, last + room];
}

/** A range that is not shorter than a day, and reaches no farther than half the length of `all` beyond its ends. */
export function kept([from, to], all) {
  const room = (all[1] - all[0]) / 2;
  const length = Math.min(Math.max(to - from, DAY), 4 * room);
  const start = Math.min(Math.max((from + to - length) / 2, all[0] - room), all[1] + room - length);
  return [start, start + length];
}

const MONTH = 30.4 * DAY;
const YEAR = 365.25 * DAY;
/** Steps between two lines of the axis: their unit, how many of it, and the room in pixels that their words need. */
const STEPS = [
  ...[1, 2, 4, 7].map((many) => ({ unit: "day", many, length: many * DAY, words: 84 })),
  ...[1, 3, 6].map((many) => ({ unit: "month", many, length: many * MONTH, words: 68 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((many) => ({ unit: "year", many, length: many * YEAR, words: 44 })),
];
const WORDS = {
  day: { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  month: { month: "short", year: "numeric", timeZone: "UTC" },
  year: { year: "numeric", timeZone: "UTC" },
};

/** The line of a step at or before an instant, and with `on` the line so many steps later. */
function line({ unit, many }, at, on = 0) {
  const day = new Date(at);
  const floor = (number) => (Math.floor(number / many) + on) * many;
  if (unit === "day") return floor(Math.floor(at / DAY) - 4) * DAY + 4 * DAY; // counted from a Monday
  if (unit === "month") return new Date(0).setUTCFullYear(0, floor(day.getUTCFullYear() * 12 + day.getUTCMonth()), 1);
  return new Date(0).setUTCFullYear(floor(day.getUTCFullYear()), 0, 1);
}

/**
 * Where an axis `width` pixels long has lines, and where it has which words. The words of a single day, month or year are in
 * the middle of what is seen of it, those of longer steps at the line where they begin. Both reach as far again beyond the
 * ends, for while the axis is dragged.
 */
export function ticks([from, to], width) {
  const step = STEPS.find(({ length, words }) => (length / (to - from)) * width >= words) ?? STEPS.at(-1);
  const room = ((to - from) * step.words) / width;
  const [lines, at, words] = [[], [], []];
  for (let begin = line(step, from - (to - from)); begin < to + (to - from); begin = line(step, begin, 1)) {
    lines.push(begin);
    const end = line(step, begin, 1);
    const seen = end <= from || begin >= to ? [begin, end] : [Math.max(begin, from), Math.min(end, to)];
    if (step.many === 1 && seen[1] - seen[0] < room) continue;
    if (step.many > 1 && begin > from && begin < to && Math.min(begin - from, to - begin) < room / 2) continue; // it would be cut
    at.push(step.many === 1 ? (seen[0] + seen[1]) / 2 : begin);
    words.push(new Date(begin).toLocaleDateString("en-GB", WORDS[step.unit]));
  }
  return { lines, at, words };
}

const ruler = document.createElement("canvas").getContext("2d");

/** How wide a text of a chart is; in Plotly's markup `&amp;` is one letter. */
function widthOf(text, { size, family }) {
  ruler.font = `${size}px ${family}`;
  return ruler.measureText(text.replace(/&\w+;/g, "&")).width;
}

/**
 * The texts of conferences on an axis `width` pixels long: the label, else the year, else nothing, so that none lies over
 * another, over the mark of another, or beyond the ends. `named` are traces that have the labels as `text`, the years as
 * `short`; a list of texts comes back for each. On a narrow chart a label is the year.
 */
export function labelled(named, [from, to], width, narrow) {
  const marks = named.flatMap((trace, i) =>
    trace.customdata.map((_, j) => ({
      i,
      j,
      x: ((time(trace.x[j]) - from) / (to - from)) * width,
      side: trace.textposition[j],
      font: trace.textfont,
      words: narrow ? [trace.short[j], ""] : [trace.text[j], trace.short[j], ""],
    })),
  );
  const texts = named.map((trace) => trace.customdata.map(() => ""));
  const taken = [];
  for (const mark of marks.filter(({ x }) => x >= 0 && x <= width).sort((one, other) => one.x - other.x)) {
    texts[mark.i][mark.j] = mark.words.find((text) => {
      if (!text) return true;
      const half = widthOf(text, mark.font) / 2;
      const [left, right] = [mark.x - half, mark.x + half];
      const apart = ([from, to]) => right + GAP <= from || left - GAP >= to;
      const fits =
        left >= -GAP &&
        right <= width + GAP &&
        taken.every((box) => box.side !== mark.side || apart(box.ends)) &&
        marks.every((other) => other === mark || apart([other.x - MARK, other.x + MARK]));
      if (fits) taken.push({ side: mark.side, ends: [left, right] });
      return fits;
    });
  }
  return texts;
}
