// The chart of the timeline, which Plotly draws. The reader can move and zoom its axis. A ring marks the chosen event.

import { kept, labelled, time, whole } from "./axis.js";
import * as geometry from "./geometry.js";
import { Hand } from "./hand.js";
import { widthOf } from "./ruler.js";
import { h, PLOT, plotted, setVariable } from "./view.js";

/** @import { Timeline, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @import { Conferences, Point } from "./geometry.js" */
/** @import { Whole } from "./pane.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Size } from "./view.js" */

const ACCENT = "#c2410c"; // the accent colour of the light theme

export class TimelineChart {
  /** @param {Whole} whole */
  constructor(whole) {
    this.whole = whole;
    this.node = plotted("div.chart", { tabindex: 0, role: "application" });
    this.presses = 0;
    this.marking = 0;

    // The chart as drawn: the traces of marks and of labels, and the lines between lanes.
    /** @type {TimelineTrace[]} */
    this.marks = [];
    /** @type {Conferences[]} */
    this.named = [];
    /** @type {object[]} */
    this.laneLines = [];
    /** @type {{figure: Timeline | null, content: string, ringed: string}} */
    this.last = { figure: null, content: "", ringed: "" };

    this.hand = new Hand(this.node, {
      range: () => this.range(),
      show: (range) => this.show(range),
      left: () => this.node._fullLayout.xaxis._offset,
    });
  }

  /** Forget what was drawn, because the pane shows something else now. */
  forget() {
    this.last.figure = null;
    this.marks = [];
  }

  /** Give the events that pass the filters. */
  shown() {
    return this.whole.state.shown.map((id) => this.whole.facts.events[id]);
  }

  // The axis

  /** Give the ends of the axis that show every event that passes the filters. */
  everything() {
    return whole(geometry.spans(this.shown()), this.whole.narrow, this.node.clientWidth);
  }

  /** Give the ends of the axis that show every event of the data. */
  all() {
    return whole(geometry.spans(Object.values(this.whole.facts.events)), this.whole.narrow, this.node.clientWidth);
  }

  /**
   * Give the ends of the axis as drawn. Before the first drawing these are the ends that show everything.
   * @returns {Span}
   */
  range() {
    if (!this.node.layout) return this.everything();
    const [from, to] = this.node.layout.xaxis.range;
    return [time(from), time(to)];
  }

  /**
   * Show a range of the axis, or the nearest range that is allowed.
   * @param {Span} range
   */
  show(range) {
    if (!this.node.data?.length || !this.node.isConnected) return;
    const ends = kept(range, this.all());
    const width = this.node._fullLayout.xaxis._length;
    const texts = labelled(this.named, ends, width, this.whole.narrow, widthOf);
    const changed = this.named.flatMap((trace, i) => (String(texts[i]) === String(trace.shown) ? [] : [i]));
    for (const i of changed) this.named[i].shown = texts[i];
    const axis = Object.entries(geometry.axis(ends, width)).map(([name, value]) => [`xaxis.${name}`, value]);
    const layout = Object.fromEntries(axis);
    const traces = changed.map((i) => this.named[i].at);
    if (changed.length) Plotly.update(this.node, { text: changed.map((i) => texts[i]) }, layout, traces);
    else Plotly.relayout(this.node, layout);
  }

  /**
   * Show a year, or a range of years.
   * @param {string} years
   */
  showYears(years) {
    const [from, to = from] = years.split("–").map(Number);
    this.show([Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)]);
  }

  /** @param {number} by how many times longer the new range is */
  zoom(by) {
    if (!this.node.layout) return;
    const [from, to] = this.range();
    const point = this.chosenPoint();
    const chosen = point ? at(point) : from;
    const center = chosen > from && chosen < to ? chosen : (from + to) / 2;
    this.show([center - (center - from) * by, center + (to - center) * by]);
  }

  // What is drawn

  /**
   * Draw the chart, unless nothing in it changes, such as after a new order of the matrix.
   * @param {boolean} footed whether there is text below the chart
   */
  draw(footed) {
    const { root, state, event, narrow, figures } = this.whole;
    const keys = "Arrow keys choose an event, plus and minus zoom, zero shows all, Enter goes to the article.";
    this.node.setAttribute("aria-label", `${state.alt} ${keys}`);
    const content = JSON.stringify([state.shown, state.kinds, footed, narrow, this.node.clientWidth]);
    if (this.last.figure === figures.timeline && this.last.content === content) {
      if (this.last.ringed !== event) this.follow();
      return;
    }
    const ends = kept(this.range(), this.all());
    const { data, layout, named, marks } = this.drawn(this.node.clientWidth, narrow, figures.timeline, ends);
    setVariable(root, "--timeline", `${70 + 36 * -layout.yaxis.range[0] + (footed ? 26 : 0)}px`);
    layout.height = this.node.clientHeight;
    this.marks = marks;
    this.named = named;
    this.laneLines = layout.shapes;
    Plotly.react(this.node, [...data, this.ring()], { ...layout, shapes: this.shapes() }, PLOT);
    if (!this.node.bound) this.bind();
    this.last = { figure: figures.timeline, content, ringed: event };
  }

  /** Add the handlers of clicks and drags. */
  bind() {
    this.node.bound = true;
    // Plotly takes the press of a drag and the next press for a double click. It also reports the second press as a
    // click on the mark that is under the pointer after the reset. So the browser's own count of presses is used.
    const count = (/** @type {MouseEvent} */ { detail }) => {
      this.presses = detail;
    };
    this.node.addEventListener("mousedown", count, true);
    this.node.on("plotly_click", ({ points: [{ customdata }] }) => {
      if (customdata && this.presses < 2) this.whole.choose(customdata[0], "", { read: true });
    });
    this.node.on("plotly_doubleclick", () => {
      if (this.presses === 1) return;
      this.presses = 2;
      this.show(this.everything());
    });
    // A drag of the mouse may end beyond the allowed range, and needs other labels.
    this.node.on("plotly_relayout", (change) => {
      if ("xaxis.range[0]" in change) this.show(this.range());
    });
  }

  /**
   * Give the timeline for a width in pixels and the ends of its axis.
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

  /** Move the ring after the article is painted, because Plotly redraws the whole chart for it. */
  follow() {
    const draw = () => {
      if (!this.node.data?.length || !this.node.isConnected) return;
      this.bringIntoRange();
      this.last.ringed = this.whole.event;
      const { x, y, marker } = this.ring();
      const { size, color } = marker;
      const ring = { x: [x], y: [y], "marker.size": size, "marker.color": color, "marker.line.color": color };
      Plotly.update(this.node, ring, { shapes: this.shapes() }, [this.node.data.length - 1]);
    };
    cancelAnimationFrame(this.marking);
    this.marking = requestAnimationFrame(() => setTimeout(draw));
  }

  /** Move the axis, without zooming, so that the chosen event is visible. */
  bringIntoRange() {
    const point = this.chosenPoint();
    if (!point) return;
    const [from, to] = this.range();
    const center = at(point);
    if (center < from || center > to) this.show([center - (to - from) / 2, center + (to - from) / 2]);
  }

  /** Give the mark of the chosen event. */
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
  sheet({ width }, into) {
    if (!this.marks.length) return;
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
