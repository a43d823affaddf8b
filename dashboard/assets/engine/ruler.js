// Measures the texts of charts.

/** @import { Font } from "./types" */

const MOST = 5000; // the most widths that are kept

const ruler = document.createElement("canvas").getContext("2d");
/**
 * The widths of texts, by font and text. They are measured again when a font has loaded.
 * @type {Map<string, number>}
 */
const widths = new Map();
document.fonts?.addEventListener("loadingdone", () => widths.clear());

/**
 * Measure a text of a chart, in pixels. In Plotly's markup `&amp;` is one letter.
 * @param {string} text
 * @param {Font} font
 */
export function widthOf(text, { size, family }) {
  if (!ruler) return 0;
  const font = `${size}px ${family}`;
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = font;
    width = ruler.measureText(text.replace(/&\w+;/g, "&")).width;
    if (widths.size >= MOST) widths.clear();
    widths.set(key, width);
  }
  return width;
}
