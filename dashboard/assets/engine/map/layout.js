// Pure geometry of the map: which part of the earth it shows, and where its marks and labels are. All of it in pixels.

/** @import { Size } from "../view.js" */
/** @typedef {{latitude: number, longitude: number}} Coordinates in degrees */
/** @typedef {{x: number, y: number, r: number}} Mark a circle */
/** @typedef {{x: number, y: number, anchor: "start" | "middle" | "end"}} Label */
/**
 * A part of the earth: its centre, the pixels of a degree of latitude, and how much shorter one of longitude is.
 * @typedef {{longitude: number, latitude: number, scale: number, squeeze: number, width: number, height: number}} Frame
 */

/** The least that the map shows, in degrees of longitude and latitude. */
const LEAST = { wide: 24, high: 14 };
/** The room around the places, as a part of their extent. */
const ROOM = 0.16;
const [FIRST, GROWTH, LARGEST] = [7, 2.6, 19]; // pixels
const STEPS = 120;
const LETTER = 6.9; // the width of a letter of a label, in pixels
const LINE = 16;

/**
 * Choose the part of the earth that shows all places.
 * @param {Coordinates[]} places at least one
 * @param {Size} size
 * @returns {Frame}
 */
export function framed(places, { width, height }) {
  const [west, east] = ends(places.map(({ longitude }) => longitude));
  const [south, north] = ends(places.map(({ latitude }) => latitude));
  const latitude = (south + north) / 2;
  const squeeze = Math.max(Math.cos((latitude * Math.PI) / 180), 0.2);
  const wide = Math.max((east - west) * (1 + 2 * ROOM), LEAST.wide);
  const high = Math.max((north - south) * (1 + 2 * ROOM), LEAST.high);
  const scale = Math.min(width / (wide * squeeze), height / high);
  return { longitude: (west + east) / 2, latitude, scale, squeeze, width, height };
}

/**
 * Give the least and the greatest number.
 * @param {number[]} numbers
 */
const ends = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/**
 * Give the point of a place in a frame.
 * @param {Coordinates} place
 * @param {Frame} frame
 */
export const projected = ({ latitude, longitude }, frame) => ({
  x: frame.width / 2 + (longitude - frame.longitude) * frame.scale * frame.squeeze,
  y: frame.height / 2 - (latitude - frame.latitude) * frame.scale,
});

/**
 * Write the transformation that puts the outlines of land, in tenths of a degree, into a frame.
 * @param {Frame} frame
 */
export const transformation = ({ longitude, latitude, scale, squeeze, width, height }) =>
  `translate(${width / 2} ${height / 2}) scale(${(scale * squeeze) / 10} ${scale / 10}) ` +
  `translate(${-longitude * 10} ${latitude * 10})`;

/**
 * Give the radius of the mark for a number of events.
 * @param {number} events
 */
export const radius = (events) => Math.min(FIRST + GROWTH * Math.sqrt(events), LARGEST);

/**
 * Push marks apart that would cover each other, and keep them in the frame. The others stay where they are.
 * @param {Mark[]} marks
 * @param {Size} size
 * @returns {Mark[]}
 */
export function spread(marks, { width, height }) {
  const moved = marks.map((mark) => ({ ...mark }));
  for (let step = 0; step < STEPS; step += 1) {
    let calm = true;
    for (const [i, one] of moved.entries()) {
      for (const [j, other] of moved.slice(0, i).entries()) {
        const [dx, dy] = [one.x - other.x, one.y - other.y];
        const distance = Math.hypot(dx, dy);
        const missing = one.r + other.r + 3 - distance;
        if (missing <= 0.1) continue;
        calm = false;
        const angle = distance > 0.01 ? Math.atan2(dy, dx) : i + j; // marks at one point move in different directions
        one.x += (Math.cos(angle) * missing) / 2;
        one.y += (Math.sin(angle) * missing) / 2;
        other.x -= (Math.cos(angle) * missing) / 2;
        other.y -= (Math.sin(angle) * missing) / 2;
      }
      one.x = Math.min(Math.max(one.x, one.r + 2), width - one.r - 2);
      one.y = Math.min(Math.max(one.y, one.r + 2), height - one.r - 2);
    }
    if (calm) break;
  }
  return moved;
}

/**
 * Find a place for each label where it covers no mark and no other label; null where there is none.
 * @param {Mark[]} marks
 * @param {string[]} texts
 * @param {Size} size
 * @returns {(Label | null)[]}
 */
export function labelled(marks, texts, { width, height }) {
  const taken = marks.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  /** @type {(Label | null)[]} */
  const labels = marks.map(() => null);
  const order = marks.map((_, i) => i).sort((a, b) => marks[b].r - marks[a].r || a - b);
  for (const i of order) {
    const { x, y, r } = marks[i];
    const long = texts[i].length * LETTER;
    /** @type {Label[]} */
    const places = [
      { x: x + r + 5, y: y + 4, anchor: "start" },
      { x: x - r - 5, y: y + 4, anchor: "end" },
      { x, y: y + r + 14, anchor: "middle" },
      { x, y: y - r - 6, anchor: "middle" },
    ];
    for (const place of places) {
      const left = place.x - { start: 0, middle: long / 2, end: long }[place.anchor];
      const box = { left, right: left + long, top: place.y - LINE + 4, bottom: place.y + 4 };
      const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height;
      if (!inside || taken.some((other) => cover(box, other))) continue;
      taken.push(box);
      labels[i] = place;
      break;
    }
  }
  return labels;
}

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/**
 * @param {Box} one
 * @param {Box} other
 */
const cover = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
