// The chart of the timeline, which Plotly draws. The reader can move and zoom its axis. A ring and a line mark the chosen
// event. They are nodes of their own, because Plotly would draw the whole chart again to move them.

import { daysOf, isNear, kept, spanOfDays, time, whole } from "./axis.js";
import { SpanDrag } from "./drag.js";
import * as bands from "./eras.js";
import * as geometry from "./geometry.js";
import { Hand } from "./hand.js";
import { annotated, beside, FONT } from "./labels.js";
import { dense } from "./lanes.js";
import { Layers } from "./layers.js";
import { expectHovered } from "./pane.js";
import { widthOf } from "./ruler.js";
import { spanWords } from "./span.js";
import { cutOut, Spots } from "./spots.js";
import { h, PLOT, plotted, setVariable } from "./view.js";

/** @import { Timeline, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @import { Point } from "./geometry.js" */
/** @import { Whole } from "./pane.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Size } from "./view.js" */

const LANE = 36; // height of a lane in pixels
const MARGINS = 6; // above and below the chart, in pixels, as in linked.css

export class TimelineChart {
  /** @param {Whole} whole */
  constructor(whole) {
    this.whole = whole;
    this.node = plotted("div.chart", { tabindex: 0, role: "application" });
    this.rings = h("div.rings");
    this.line = h("i.needle", { hidden: true });
    this.layers = new Layers(whole, this.node);
    this.presses = 0;
    this.spots = new Spots(this);
    this.around = 0; // height of what else the pane has, in pixels
    this.least = 0; // height in pixels that the lanes and the axis need
    /** The days shown, as in the address. They are empty if the reader has not changed them. */
    this.zoomed = "";
    /**
     * The event that the axis showed when it was chosen.
     * @type {string | null}
     */
    this.sought = null;

    // The chart as drawn: the traces of marks, and the places of the numbers.
    /** @type {TimelineTrace[]} */
    this.marks = [];
    /** @type {import("./lanes.js").Place[]} */
    this.places = [];
    /** @type {{figure: Timeline | null, content: string}} */
    this.last = { figure: null, content: "" };

    this.hand = new Hand(this.node, {
      range: () => this.range(),
      show: (range) => this.show(range),
      left: () => this.node._fullLayout.xaxis._offset,
    });
    this.drag = new SpanDrag(this.node, {
      range: () => this.range(),
      words: (span) => spanWords(whole.facts.words, span),
      choose: (span) => whole.act({ do: "span", ...span }),
      turned: () => whole.draw(),
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

  /** Give the eras that overlap the time of the events which pass the filters. */
  eras() {
    return bands.erasOf(this.whole.facts, this.whole.state.shown);
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
   * Give the ends of the axis as drawn. Before the first drawing these are the ends of the address, or those that show
   * everything.
   * @returns {Span}
   */
  range() {
    if (!this.node.layout) return this.wanted();
    const [from, to] = this.node.layout.xaxis.range;
    return [time(from), time(to)];
  }

  /** Give the ends of the axis that the address asks for. */
  wanted() {
    const { zoom } = this.whole.state;
    return zoom ? spanOfDays(zoom) : this.everything();
  }

  /** Show the days of the address, if they have changed. */
  restore() {
    if (this.zoomed === this.whole.state.zoom || !this.node.data?.length || !this.node.isConnected) return false;
    this.zoomed = this.whole.state.zoom;
    this.sought = this.whole.event;
    this.show(this.wanted(), { keep: false });
    return true;
  }

  /**
   * Show a range of the axis, or the nearest range that is allowed.
   * @param {Span} range
   * @param {{keep?: boolean}} [how] whether the range goes into the address
   */
  show(range, { keep = true } = {}) {
    if (!this.node.data?.length || !this.node.isConnected) return;
    const ends = kept(range, this.all());
    if (keep) {
      this.zoomed = isNear(ends, kept(this.everything(), this.all())) ? "" : daysOf(ends);
      this.whole.zoomed(this.zoomed);
    }
    const { _length: width, _offset: left } = this.node._fullLayout.xaxis;
    if (this.spots.differ(dense(this.places, ends, width))) return this.paint(ends);
    const axis = Object.entries(geometry.axis(ends, width, left)).map(([name, value]) => [`xaxis.${name}`, value]);
    Plotly.relayout(this.node, Object.fromEntries(axis));
    this.mark();
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
    const [point] = this.chosenPoints();
    const chosen = point ? at(point) : from;
    const center = chosen > from && chosen < to ? chosen : (from + to) / 2;
    this.show([center - (center - from) * by, center + (to - center) * by]);
  }

  // What is drawn

  /**
   * Draw the chart, unless nothing in it changes, such as after a new order of the matrix.
   * @param {number} around height of what else the pane has, in pixels
   */
  draw(around) {
    const { state, narrow, figures } = this.whole;
    const keys =
      "Arrow keys choose an event, plus and minus zoom, zero shows all, Page Up and Page Down choose an edition, F and T let the span of time begin and end with the event, Delete removes the span, Enter goes to the article.";
    this.node.setAttribute("aria-label", `${state.alt} ${keys}`);
    const content = JSON.stringify([state.shown, state.lanes, around, narrow, this.node.clientWidth]);
    const moved = this.zoomed !== state.zoom;
    if (!moved && this.last.figure === figures.timeline && this.last.content === content) return this.follow();
    this.around = around;
    // Without a zoom of the reader, the axis is what a link with these filters opens.
    const ends = kept(moved || !state.zoom ? this.wanted() : this.range(), this.all());
    this.zoomed = state.zoom;
    this.sought = this.whole.event; // a filter may open another event, but does not move the axis
    this.paint(ends);
    this.last = { figure: figures.timeline, content };
  }

  /**
   * Draw the chart with these ends of its axis.
   * @param {Span} ends
   */
  paint(ends) {
    const { root, narrow, figures } = this.whole;
    const drawn = this.drawn(this.node.clientWidth, narrow, figures.timeline, ends);
    const { layout, marks, spots, places } = drawn;
    this.least = LANE * -layout.yaxis.range[0] + layout.margin.t + layout.margin.b;
    setVariable(root, "--timeline", `${this.around + MARGINS + this.least}px`);
    layout.height = this.node.clientHeight;
    this.marks = marks;
    this.places = places;
    const traces = geometry.together(marks, () => "marks");
    Plotly.react(this.node, traces, layout, this.node.bound ? undefined : PLOT);
    if (!this.node.bound) this.bind();
    this.spots.draw(spots);
    this.layers.draw(drawn);
    this.mark();
  }

  /** Add the marks of the chosen event, the line below the chart, and the handlers of clicks and drags. */
  bind() {
    this.node.bound = true;
    this.layers.place(this.line);
    this.drag.place();
    this.node.append(this.rings);
    // Plotly counts the press of a drag and the next press as a double click. It also reports the second press as a
    // click on the mark that is under the pointer after the reset. So the browser's own count of presses is used.
    const count = (/** @type {MouseEvent} */ { detail }) => {
      this.presses = detail;
    };
    this.node.addEventListener("mousedown", count, true);
    this.node.on("plotly_click", ({ points: [{ customdata }] }) => {
      if (customdata && this.presses < 2) this.whole.choose(customdata[0], "", { read: true });
    });
    expectHovered(this.node, this.whole);
    this.node.on("plotly_relayouting", () => this.mark());
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
   * @param {boolean} [gather] whether marks that are too close become a number
   */
  drawn(width, narrow, figure, ends, gather = true) {
    const { state, facts } = this.whole;
    const content = { ids: state.shown, by: state.lanes, facts };
    const above = this.eras().length ? bands.ROOM : 0;
    return geometry.timeline(figure, content, { width, narrow, ends, gather, above, widthOf });
  }

  /** Mark the chosen event, and bring it into the range. */
  follow() {
    if (!this.node.data?.length || !this.node.isConnected) return;
    if (this.restore()) return;
    this.bringIntoRange();
    this.mark();
  }

  /** Lay a ring around each mark of the chosen event, and the line through the first of them. */
  mark() {
    this.drag.show(this.whole.state.span);
    const { xaxis, yaxis } = this.node._fullLayout;
    const [from, to] = xaxis.range.map(time);
    this.layers.lay([from, to], this.eras());
    const marked = this.chosenPoints().flatMap((point) => {
      const share = (at(point) - from) / (to - from);
      return share < 0 || share > 1 ? [] : [{ ...point, left: xaxis._offset + share * xaxis._length }];
    });
    const place = (/** @type {number} */ left, /** @type {number} */ top) => `translate(${left}px, ${top}px)`;
    const rings = marked.map(({ left, y, size }) => {
      const ring = h("i.ring");
      const wide = `${size + geometry.RING}px`;
      Object.assign(ring.style, { transform: place(left, yaxis._offset + yaxis.d2p(y)), width: wide, height: wide });
      return ring;
    });
    this.rings.replaceChildren(...rings);
    this.line.hidden = !marked.length;
    this.spots.place();
    if (!marked.length) return;
    const [{ left }] = marked;
    const gaps = this.layers.laid.boxes.filter(({ from, to }) => left > from - 3 && left < to + 3);
    Object.assign(this.line.style, {
      transform: place(left, yaxis._offset),
      height: `${yaxis._length}px`,
      background: cutOut(gaps.map(({ top, bottom }) => [top - yaxis._offset, bottom - yaxis._offset])),
    });
  }

  /**
   * Move the axis, without zooming, so that an event that was just chosen is visible. Later the reader may move the axis
   * away from it.
   */
  bringIntoRange() {
    const { event } = this.whole;
    if (this.sought === event) return;
    this.sought = event;
    const [point] = this.chosenPoints();
    if (!point) return;
    const [from, to] = this.range();
    const center = at(point);
    if (center >= from && center <= to) return;
    this.show([center - (to - from) / 2, center + (to - from) / 2], { keep: this.zoomed !== "" });
  }

  /**
   * Let the span of time begin or end with the chosen event, as precisely as its date is known.
   * @param {"since" | "until"} end
   */
  bound(end) {
    const { start, end: last } = this.whole.facts.events[this.whole.event];
    const date = (end === "since" ? start : last).replace("~", "");
    if (date) this.whole.act({ do: "span", ...this.whole.state.span, [end]: date });
    else this.drag.say("This event has no date.");
  }

  /** Give the marks of the chosen event, and the numbers that include it. */
  chosenPoints(marks = this.marks) {
    return [...geometry.pointsOf(marks, this.whole.event), ...this.spots.pointsOf(this.whole.event)];
  }

  /**
   * Draw the whole chart for a sheet of paper, because a reader of paper cannot move the axis.
   * @param {Size} paper
   * @param {(node: HTMLElement) => void} into
   */
  sheet({ width }, into) {
    if (!this.marks.length) return;
    const chart = /** @type {PlotNode} */ (h("div.chart"));
    into(chart);
    const room = chart.clientWidth || width;
    const ends = whole(geometry.spans(this.shown()), false, room);
    const { accent, timeline } = this.whole.facts;
    const drawn = this.drawn(room, false, timeline, ends, false); // paper has no buttons
    const { data, layout, marks, heads } = drawn;
    const points = geometry.pointsOf(marks, this.whole.event);
    const height = LANE * -layout.yaxis.range[0] + layout.margin.b + layout.margin.t;
    const look = { line: layout.xaxis.gridcolor, muted: layout.yaxis.tickfont.color, escaped: geometry.escaped };
    const eras = bands.drawn(this.eras(), ends, look);
    const shapes = [
      ...eras.shapes,
      ...layout.shapes,
      ...points.slice(0, 1).map((point) => geometry.upright(point, accent)),
    ];
    const axes = { ends, width: room - layout.margin.l - layout.margin.r, unit: LANE };
    const font = { size: FONT, color: look.muted };
    const labels = beside(drawn.beside.marks, [], axes, (text) => widthOf(text, { ...layout.font, ...font }));
    const names = geometry.headed(heads, look.muted);
    const annotations = [...names, ...eras.names, ...annotated(labels, font, geometry.escaped)];
    const traces = [...data, geometry.rings(points, accent)];
    Plotly.newPlot(chart, traces, { ...layout, height, shapes, annotations }, { ...PLOT, staticPlot: true });
  }
}

/**
 * The instant of a mark.
 * @param {Point} point
 */
const at = ({ x }) => time(x ?? "");
