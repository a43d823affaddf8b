// One chart with its downloads and its table, for the pages other than the linked views.

import { act } from "../engine/acts.js";
import { downloads } from "../engine/files.js";
import {
  all,
  CLEAR,
  first,
  h,
  mounted,
  once,
  PLOT,
  plotted,
  recolored,
  script,
  setVariable,
  stylesheet,
  table,
  tool,
  View,
} from "../engine/view.js";

/** What the head of a page takes of an upright sheet, in pixels. */
const HEAD = 360;
/** A chart that would be smaller on paper than this share of its size is cut. */
const SMALLEST = 0.75;
/** The number of rows of a chart that stay together on a sheet. */
const TOGETHER = 5;
/** The height of the names of the columns, if they have one line. */
const LINE = 22;

/** @import { ChartState, Figure } from "../engine/types" */
/** @import { PlotNode } from "../engine/plotly" */
/** @import { Size, Theme } from "../engine/view.js" */

/** @extends {View<ChartState>} */
class FigureView extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("div.linked.single"));
    this.chart = plotted("div.drawn", { role: "img" });
    this.names = h("div.names", { "aria-hidden": "true" });
    this.colors = h("style");
    this.pane = h("section.pane");
    this.root.append(this.colors, this.pane);
    this.asTable = false;
    this.width = 0;
    /**
     * The figure in the colours of the theme.
     * @type {Figure | null}
     */
    this.figure = null;
    this.resized = new ResizeObserver(() => {
      if (this.root.clientWidth !== this.width && !this.printing) this.draw();
    });
    parent.append(this.root);
  }

  /**
   * @param {ChartState} state
   * @param {Theme} theme
   */
  async update(state, theme) {
    await Promise.all([once(state.urls.plotly, script), once(state.urls.css, stylesheet), document.fonts?.ready]);
    this.state = state;
    this.figure = recolored(state.figure, theme === "dark" ? state.dark : {});
    this.colors.textContent = state.css;
    this.root.dataset.theme = theme;
    this.draw();
    this.resized?.observe(this.root);
    this.root.dataset.ready = state.view;
  }

  draw() {
    const { state, pane, figure } = this;
    if (!figure) return;
    this.width = this.root.clientWidth;
    pane.dataset.view = state.view;
    const turn = () => {
      this.asTable = !this.asTable;
      this.draw();
    };
    const turner = tool("Table", this.asTable, turn, "Show the same as a table");
    const scroll = h("div.scroll", { tabindex: 0, role: "group", "aria-label": state.title });
    if (!this.asTable) scroll.append(this.names, this.chart);
    pane.replaceChildren(
      h("header", {}, h("h2", {}, state.title), h("div.tools", {}, turner, downloads(state, state.view))),
      state.subtitle ? h("p.subtitle", {}, state.subtitle) : "",
      this.asTable ? this.table() : scroll,
      h("p.sentence", {}, state.alt),
    );
    if (this.asTable) return;
    this.chart.setAttribute("aria-label", state.alt);
    const layout = { ...figure.layout, ...size(figure, scroll.clientWidth - 28), ...CLEAR };
    Plotly.react(this.chart, /** @type {object[]} */ (figure.data), layout, PLOT);
    this.pin(scroll);
    if (this.chart.bound) return;
    this.chart.bound = true;
    this.chart.on("plotly_click", ({ points: [{ customdata }] }) => customdata && this.open(customdata));
  }

  /**
   * If the chart is wider than its frame, write the names of the rows once more over the chart. They stay visible while
   * it scrolls.
   * @param {HTMLElement} scroll
   */
  pin(scroll) {
    this.names.replaceChildren();
    const { xaxis, yaxis } = this.chart._fullLayout;
    const { ticktext: names, tickvals: places } = yaxis;
    if (!names || !places || scroll.scrollWidth <= scroll.clientWidth) return;
    const box = h("div");
    const legend = this.chart.querySelector(".legend")?.getBoundingClientRect();
    const under = legend ? legend.bottom - this.chart.getBoundingClientRect().top : 0;
    const top = under < yaxis._offset ? under : 0; // a legend above the rows is not covered
    Object.assign(box.style, {
      top: `${top}px`,
      width: `${xaxis._offset + 14}px`,
      height: `${yaxis._offset + yaxis._length - top}px`,
      fontSize: `${yaxis.tickfont.size}px`,
    });
    const written = places.map((place, i) => {
      const name = h("span", {}, unescaped(names[i]));
      name.style.top = `${yaxis._offset + yaxis.d2p(place) - top}px`;
      return name;
    });
    box.append(...written);
    this.names.append(box);
    /** @param {number} share how much of a narrow window the names may take; the blank part beside them scrolls away */
    const keep = (share) => {
      const kept = Math.min(xaxis._offset, scroll.clientWidth * share);
      setVariable(this.names, "--kept", `${kept}px`);
      this.names.style.left = `${kept - xaxis._offset}px`;
    };
    this.names.classList.remove("level");
    keep(1 / 3);
    const [first = 0, second = Number.POSITIVE_INFINITY] = places.map((place) => yaxis.d2p(place));
    if (!written.some((name) => name.offsetHeight > Math.abs(second - first))) return;
    this.names.classList.add("level"); // a name of two lines would run into the next one
    keep(3 / 5);
  }

  /**
   * Draw the chart for a sheet of paper, in the light theme. A chart that is a little too large is scaled down. A larger
   * one is cut between its rows, so that it begins where the text before it ends.
   * @param {Size} paper
   * @param {(pane: HTMLElement, node: HTMLElement) => void} into
   */
  sheets({ width, height }, into) {
    if (this.asTable || !this.figure) return;
    const chart = /** @type {PlotNode} */ (h("div.drawn"));
    into(this.pane, chart);
    const { figure } = this.state;
    const room = size(figure, width);
    const layout = { ...figure.layout, ...room, ...CLEAR };
    Plotly.newPlot(chart, /** @type {object[]} */ (figure.data), layout, { ...PLOT, staticPlot: true });
    const fits = Math.min(1, width / room.width);
    const whole = Math.min(fits, (width < height ? height - HEAD : height) / room.height);
    const rows = whole < SMALLEST * fits && chart._fullLayout.yaxis.tickvals?.length;
    if (rows) inRows(chart, rows, room.height);
    chart.style.zoom = String(rows ? fits : Math.max(whole, 0.6 * fits));
  }

  /**
   * Open the event or the pair of organizers of a mark.
   * @param {string[]} value
   */
  open(value) {
    act({ do: "mark", view: this.state.view, value });
  }

  table() {
    const { columns, rows, marks } = this.state.table;
    /**
     * Make the first cell of a row. If the row has a mark, the cell is a button that does the same as a click on the mark.
     * @param {string} text
     * @param {string[]} [mark]
     */
    const opener = (text, mark) =>
      mark ? h("button.name", { type: "button", onclick: () => this.open(mark) }, text) : text;
    return table(
      columns.map((name) => h("th", { scope: "col" }, name)),
      rows.map((row, i) => {
        const cells = row.map((value, j) => h("td", {}, j ? value : opener(value, marks[i])));
        return h("tr", {}, cells);
      }),
    );
  }
}

/**
 * Cut a chart between its rows: it becomes a table, which a browser prints on as many sheets as it needs. Each sheet has
 * the names of the columns. They are written anew, because Chrome repeats a head only without SVG.
 * @param {PlotNode} chart
 * @param {number} rows how many it has
 * @param {number} height
 */
function inRows(chart, rows, height) {
  const { xaxis, yaxis } = chart._fullLayout;
  const drawing = first(chart, ".plot-container");
  if (!drawing) return;
  /** @param {number[]} ends */
  const piece = ([from, to]) => {
    const part = /** @type {HTMLElement} */ (drawing.cloneNode(true));
    part.style.marginTop = `${-from}px`;
    return h("div.piece", { style: `height:${to - from}px` }, part);
  };
  const written = all(chart, ".xtick > text");
  const level = xaxis.side === "top" && written.every((name) => name.getBoundingClientRect().height < LINE);
  const names = (level && xaxis.ticktext) || [];
  const cuts = [yaxis._offset];
  for (let row = TOGETHER; row < rows; row += TOGETHER) cuts.push(yaxis._offset + (row / rows) * yaxis._length);
  const body = cuts.map((cut, i) => h("tr", {}, h("td", {}, piece([cut, cuts[i + 1] ?? height]))));
  const step = xaxis.d2p(1) - xaxis.d2p(0);
  const row = h("td", { style: `padding-left:${xaxis._offset + xaxis.d2p(0) - step / 2}px` });
  row.append(...names.map((name) => h("span", { style: `width:${step}px` }, unescaped(name))));
  chart.replaceChildren(
    piece([0, yaxis._offset - (names.length ? LINE : 0)]),
    h("table.pieces", { role: "presentation" }, h("thead", {}, h("tr", {}, row)), h("tbody", {}, body)),
  );
}

/**
 * Give a text of a chart as it is read: Plotly's texts have `&`, `<` and `>` as entities.
 * @param {string} text
 */
const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/**
 * Give the size of a figure in `room` pixels.
 * @param {Figure} figure
 * @param {number} room
 * @returns {Size}
 */
function size({ layout }, room) {
  return { width: layout.width ?? Math.max(room, layout.meta?.least ?? 0), height: layout.height };
}

export default mounted(FigureView);
