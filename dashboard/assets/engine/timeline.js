// The pane of the timeline: when events took place, in a lane for each kind, on an axis that can be moved and zoomed.

import { kept, labelled, time, whole } from "./axis.js";
import { downloads } from "./files.js";
import * as geometry from "./geometry.js";
import { Hand } from "./hand.js";
import { Pane } from "./pane.js";
import { widthOf } from "./ruler.js";
import { all, h, PLOT, plotted, table, tool } from "./view.js";

/** @import { Timeline, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @import { Conferences, Point } from "./geometry.js" */
/** @import { Whole } from "./pane.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Size } from "./view.js" */

const ACCENT = "#c2410c"; // of the light theme

export class TimelinePane extends Pane {
  /** @param {Whole} whole */
  constructor(whole) {
    super(whole, h("section.pane.timeline", { "data-view": "timeline", "aria-label": "Timeline" }));
    this.chart = plotted("div.chart", { tabindex: 0, role: "application" });
    this.presses = 0;
    this.marking = 0;

    // What is drawn: the traces of marks and of labels, and the lines between lanes.
    /** @type {TimelineTrace[]} */
    this.marks = [];
    /** @type {Conferences[]} */
    this.named = [];
    /** @type {object[]} */
    this.laneLines = [];

    this.hand = new Hand(this.chart, {
      range: () => this.range(),
      show: (range) => this.show(range),
      left: () => this.chart._fullLayout.xaxis._offset,
    });
  }

  draw() {
    const { state } = this.whole;
    const undated = state.undated.length
      ? [h("p.undated", {}, "Without a date: ", ...state.undated.map((id) => this.eventButton(id)))]
      : [];
    const header = h("header", {}, h("h2", {}, "Timeline"), this.key(), this.tools());
    const dated = this.events(state.shown).some((event) => event.first);
    const none = () => (dated ? this.chart : h("p.sentence", {}, "None of these events has a date."));
    const body = this.asTable ? this.table() : none();
    this.refill(header, body, ...undated);
    if (body === this.chart) this.drawChart(undated.length > 0);
    this.mark();
  }

  follow() {
    this.mark();
    this.markChart();
  }

  /** Mark the chosen event in the table. */
  mark() {
    super.follow();
    for (const node of all(this.node, "tr[data-event]")) {
      node.toggleAttribute("data-chosen", node.dataset.event === this.whole.event);
    }
  }

  keys() {
    const closer = () => this.zoom(0.5);
    return { "+": closer, "=": closer, "-": () => this.zoom(2), 0: () => this.show(this.everything()) };
  }

  // The axis

  /** The ends of the axis that show every event that remains. */
  everything() {
    return whole(geometry.spans(this.events(this.whole.state.shown)), this.whole.narrow, this.chart.clientWidth);
  }

  /** The ends of the axis that show every event of the data, whatever the filters. */
  all() {
    return whole(geometry.spans(Object.values(this.whole.facts.events)), this.whole.narrow, this.chart.clientWidth);
  }

  /**
   * The ends of the axis as it is drawn; before it is drawn those that show everything.
   * @returns {Span}
   */
  range() {
    if (!this.chart.layout) return this.everything();
    const [from, to] = this.chart.layout.xaxis.range;
    return [time(from), time(to)];
  }

  /**
   * Show a range of the axis, or as much of it as the axis allows.
   * @param {Span} range
   */
  show(range) {
    if (!this.chart.data?.length || !this.chart.isConnected) return;
    const ends = kept(range, this.all());
    const width = this.chart._fullLayout.xaxis._length;
    const texts = labelled(this.named, ends, width, this.whole.narrow, widthOf);
    const changed = this.named.flatMap((trace, i) => (String(texts[i]) === String(trace.shown) ? [] : [i]));
    for (const i of changed) this.named[i].shown = texts[i];
    const axis = Object.entries(geometry.axis(ends, width)).map(([name, value]) => [`xaxis.${name}`, value]);
    const layout = Object.fromEntries(axis);
    const traces = changed.map((i) => this.named[i].at);
    if (changed.length) Plotly.update(this.chart, { text: changed.map((i) => texts[i]) }, layout, traces);
    else Plotly.relayout(this.chart, layout);
  }

  /**
   * Show a year, or the years between two.
   * @param {string} years
   */
  showYears(years) {
    const [from, to = from] = years.split("–").map(Number);
    this.show([Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)]);
  }

  /** @param {number} by how many times longer the range is to be */
  zoom(by) {
    if (!this.chart.layout) return;
    const [from, to] = this.range();
    const point = this.chosenPoint();
    const chosen = point ? at(point) : from;
    const center = chosen > from && chosen < to ? chosen : (from + to) / 2;
    this.show([center - (center - from) * by, center + (to - center) * by]);
  }

  // The header and the table

  tools() {
    const years = geometry.years(this.events(this.whole.state.shown));
    const zoom = h(
      "div.group",
      { role: "group", "aria-label": "Zoom" },
      tool("All", false, () => this.show(this.everything()), "Show the whole span"),
      years.map((span) => tool(span, false, () => this.showYears(span), `Show ${span}`)),
      tool("−", false, () => this.zoom(2), "Zoom out"),
      tool("+", false, () => this.zoom(0.5), "Zoom in"),
    );
    return h("div.tools", {}, zoom, this.tableTool(), downloads(this.whole.state, "timeline"));
  }

  /** What a hollow mark means, where there is one. */
  key() {
    const rough = this.whole.figures.timeline.data.some(
      ({ meta, customdata }) => meta.part === "bounds" && customdata.some(([id]) => this.whole.shown.has(id)),
    );
    const title = "A hollow mark: the exact day of the event is not known";
    return rough ? h("span.key", { title }, "day not certain") : "";
  }

  /** @param {string} id */
  eventButton(id) {
    const onclick = () => this.whole.choose(id, "", { read: true });
    return h("button.name", { type: "button", "data-choose": id, onclick }, this.whole.facts.events[id].label);
  }

  table() {
    const { shown, alt } = this.whole.state;
    const rows = shown.map((id) => {
      const { when, kindName } = this.whole.facts.events[id];
      return h("tr", { "data-event": id }, h("td", {}, when), h("td", {}, this.eventButton(id)), h("td", {}, kindName));
    });
    const head = ["When", "Event", "Kind"].map((name) => h("th", { scope: "col" }, name));
    return table(head, rows, alt);
  }

  // The chart

  /** @param {boolean} footed whether there are words below the chart */
  drawChart(footed) {
    const { root, state, narrow, figures } = this.whole;
    const keys = "Arrow keys choose an event, plus and minus zoom, zero shows all, Enter goes to the article.";
    this.chart.setAttribute("aria-label", `${state.alt} ${keys}`);
    const ends = kept(this.range(), this.all());
    const { data, layout, named, marks } = this.drawn(this.chart.clientWidth, narrow, figures.timeline, ends);
    root.style.setProperty("--timeline", `${70 + 36 * -layout.yaxis.range[0] + (footed ? 26 : 0)}px`);
    layout.height = this.chart.clientHeight;
    this.marks = marks;
    this.named = named;
    this.laneLines = layout.shapes;
    Plotly.react(this.chart, [...data, this.ring()], { ...layout, shapes: this.shapes() }, PLOT);
    if (!this.chart.bound) this.bind();
  }

  /** Listen to the chart. */
  bind() {
    this.chart.bound = true;
    // Plotly takes a drag's press and the next for a double click, and tells of the second press as a click too, on
    // what the reset has brought under the pointer. So count as the browser does.
    const count = (/** @type {MouseEvent} */ { detail }) => {
      this.presses = detail;
    };
    this.chart.addEventListener("mousedown", count, true);
    this.chart.on("plotly_click", ({ points: [{ customdata }] }) => {
      if (customdata && this.presses < 2) this.whole.choose(customdata[0], "", { read: true });
    });
    this.chart.on("plotly_doubleclick", () => {
      if (this.presses === 1) return;
      this.presses = 2;
      this.show(this.everything());
    });
    // A drag of the mouse may end beyond what the axis allows, and needs other words.
    this.chart.on("plotly_relayout", (change) => {
      if ("xaxis.range[0]" in change) this.show(this.range());
    });
  }

  /**
   * The timeline as it is drawn, `width` pixels wide, with the axis from one of `ends` to the other.
   * @param {number} width
   * @param {boolean} narrow
   * @param {Timeline} figure
   * @param {Span} ends
   */
  drawn(width, narrow, figure, ends) {
    const { shown, state, facts } = this.whole;
    const content = { shown, kinds: state.kinds, events: facts.events };
    return geometry.timeline(figure, content, { width, narrow, ends, widthOf });
  }

  /** Move the ring, once the article is on the screen: Plotly draws the whole chart anew for it. */
  markChart() {
    const draw = () => {
      if (!this.chart.data?.length || !this.chart.isConnected) return;
      this.bringIntoRange();
      const { x, y, marker } = this.ring();
      const { size, color } = marker;
      const ring = { x: [x], y: [y], "marker.size": size, "marker.color": color, "marker.line.color": color };
      Plotly.update(this.chart, ring, { shapes: this.shapes() }, [this.chart.data.length - 1]);
    };
    cancelAnimationFrame(this.marking);
    this.marking = requestAnimationFrame(() => setTimeout(draw));
  }

  /** Move the axis, and leave the zoom as it is, until the chosen event is in sight. */
  bringIntoRange() {
    const point = this.chosenPoint();
    if (!point) return;
    const [from, to] = this.range();
    const center = at(point);
    if (center < from || center > to) this.show([center - (to - from) / 2, center + (to - from) / 2]);
  }

  /** The mark of the chosen event, on the chart as it is drawn. */
  chosenPoint(marks = this.marks) {
    return geometry.pointOf(marks, this.whole.event);
  }

  ring(point = this.chosenPoint(), color = this.accent()) {
    return geometry.ring(point, color);
  }

  shapes(lines = this.laneLines, point = this.chosenPoint(), color = this.accent()) {
    return point ? [...lines, geometry.upright(point, color)] : lines;
  }

  accent() {
    return getComputedStyle(this.node).getPropertyValue("--accent").trim() || ACCENT;
  }

  /**
   * @param {Size} paper
   * @param {(node: HTMLElement) => void} into
   */
  sheets({ width }, into) {
    if (this.asTable || !this.marks.length) return;
    const chart = /** @type {PlotNode} */ (h("div.chart"));
    into(chart);
    const { data, layout, marks } = this.drawn(width, false, this.whole.facts.timeline, this.range());
    const point = this.chosenPoint(marks);
    const height = 44 * -layout.yaxis.range[0] + 24;
    const shapes = this.shapes(layout.shapes, point, ACCENT);
    Plotly.newPlot(
      chart,
      [...data, this.ring(point, ACCENT)],
      { ...layout, height, shapes },
      { ...PLOT, staticPlot: true },
    );
  }
}

/**
 * The instant of a mark.
 * @param {Point} point
 */
const at = ({ x }) => time(x ?? "");
