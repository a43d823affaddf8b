// The part “Chart”: a chart as a picture in three sizes, as a PDF, and as a page that works offline.

import { file, pictureButton } from "../files.js";
import { picture, SIZES, sized } from "../picture.js";
import { h } from "../view.js";
import { choices, fileList } from "./pieces.js";

/** @import { Desk, Part } from "../takeaway.js" */
/** @import { LinkedState } from "../views.js" */
/** @typedef {{data: object[], layout: {width: number, height: number}}} Figure */

const LABELS = { timeline: "Timeline", matrix: "Organizers" };
const NUMBERS = new Intl.NumberFormat("en");

/** @type {Part} */
export const chart = { key: "chart", label: "Chart", hint: "A picture or a page", draw };

/** @param {Desk} desk */
function draw(desk) {
  const { facts, state } = desk.whole;
  const { view, size } = desk.wish;
  const own = () => picture(facts, state, view);
  const { figure } = own();
  const { width, height, scale } = sized(figure.layout, size);
  const how = { more: layout(state, view), own, size };
  const dots = [width, height].map((length) => NUMBERS.format(length * scale)).join(" × ");
  const sizes = Object.fromEntries(Object.entries(SIZES).map(([name, { label }]) => [name, label]));
  return [
    h("div.row", {}, choices(desk, "view", "Chart", LABELS), choices(desk, "size", "Size of the picture", sizes)),
    preview({ data: figure.data, layout: { ...figure.layout, width, height } }, words(state, view)),
    fileList(view, [
      [pictureButton(state, view, "png", "PNG", how), `A picture of ${dots} dots, for slides, documents and mail.`],
      [pictureButton(state, view, "svg", "SVG", how), "A drawing that is sharp at every size, to print or to edit."],
      [file(state, `${view}.pdf`, "PDF", how.more), "A drawing on a page of its own, to print or to send."],
      [
        file(state, `${view}.html`, "HTML", how.more),
        "A page that works offline. Names appear when you point at a mark.",
      ],
      [file(state, `${view}.csv`, "CSV", how.more), "The data behind the chart."],
    ]),
  ];
}

/**
 * Give the parameters that say how a chart is laid out.
 * @param {LinkedState} state
 * @param {string} view
 */
const layout = ({ columnsAre, sort }, view) => (view === "matrix" ? `columns=${columnsAre}&sort=${sort}` : "");

/**
 * Give the sentence that says what a chart shows.
 * @param {LinkedState} state
 * @param {string} view
 */
const words = ({ sentence, alt }, view) => (view === "matrix" ? sentence : alt);

/**
 * Draw the picture as it will be saved. It is drawn after the panel is shown, because that takes a moment.
 * @param {Figure} figure
 * @param {string} alt
 */
function preview({ data, layout: whole }, alt) {
  const { width, height } = whole;
  const image = h("img", { alt, width, height, style: `aspect-ratio: ${width} / ${height}` });
  setTimeout(async () => {
    if (!image.isConnected) return;
    image.src = await Plotly.toImage({ data, layout: whole }, { format: "svg", width, height, scale: 1 });
  });
  return h("div.preview", {}, image);
}
