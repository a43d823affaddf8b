// How wide a text of a chart is.

/** @import { Font } from "./types" */

const ruler = document.createElement("canvas").getContext("2d");

/**
 * How wide a text of a chart is in pixels; in Plotly's markup `&amp;` is one letter.
 * @param {string} text
 * @param {Font} font
 */
export function widthOf(text, { size, family }) {
  if (!ruler) return 0;
  ruler.font = `${size}px ${family}`;
  return ruler.measureText(text.replace(/&\w+;/g, "&")).width;
}
