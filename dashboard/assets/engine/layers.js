// What the timeline draws below and above the marks: the bands of eras, the bars of events that last, the names of lanes,
// and labels. They are nodes of their own, because Plotly needs milliseconds for each trace and each annotation, and would
// draw all marks again whenever another label fits.

import { labelled, time } from "./axis.js";
import * as bands from "./eras.js";
import { apart, unescaped } from "./geometry.js";
import { beside, FONT } from "./labels.js";
import { widthOf } from "./ruler.js";
import { h, s } from "./view.js";

/** @import { EraFacts, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @import { Conferences, Head } from "./geometry.js" */
/** @import { Mark, Round } from "./labels.js" */
/** @import { Whole } from "./pane.js" */
/** @import { PlotNode } from "./plotly" */
/**
 * What is drawn: the bars as traces of lines, the names of the lanes, the labels of conferences, and what has a label
 * beside it.
 * @typedef {object} Drawn
 * @property {TimelineTrace[]} bars
 * @property {Head[]} heads
 * @property {Conferences[]} named
 * @property {{marks: Mark[], rounds: Round[]}} beside
 */
/** @typedef {{from: number, to: number, top: number, bottom: number}} Box of a label, in pixels of the chart */

const LABEL = 20; // height of the label of a conference with the space around it, in pixels
const AIR = 4; // beside the name of an era, in pixels
const BEYOND = 10; // how far the bars go on beyond the axis, in pixels
const ANCHORS = { left: "end", right: "start" };

export class Layers {
  /**
   * @param {Whole} whole
   * @param {PlotNode} plot
   */
  constructor(whole, plot) {
    this.whole = whole;
    this.plot = plot;
    this.bands = h("div.eras", { "aria-hidden": true }); // the text of the chart has them
    this.bars = s("svg", { class: "bars", "aria-hidden": "true" });
    this.heads = h("div.lanes", { "aria-hidden": true });
    this.texts = s("svg", { class: "labels", "aria-hidden": "true" });
    /** @type {Drawn} */
    this.drawn = { bars: [], heads: [], named: [], beside: { marks: [], rounds: [] } };
    /**
     * The boxes of the labels, and the axes for which they were laid.
     * @type {{boxes: Box[], axes: string}}
     */
    this.laid = { boxes: [], axes: "" };
  }

  /**
   * Put the layers below and above the marks.
   * @param {HTMLElement} line of the chosen event, which goes behind the bars
   */
  place(line) {
    this.plot.prepend(this.bands, line, this.bars);
    this.plot.append(this.heads, this.texts);
  }

  /**
   * Draw other content, after Plotly has drawn its marks.
   * @param {Drawn} drawn
   */
  draw(drawn) {
    this.drawn = drawn;
    this.laid.axes = "";
    this.nameLanes();
  }

  nameLanes() {
    const { narrow } = this.whole;
    const { yaxis } = this.plot._fullLayout;
    this.heads.toggleAttribute("data-above", narrow);
    this.heads.replaceChildren(
      ...this.drawn.heads.map(({ text, top, bottom }) => {
        const name = h("b", {}, text);
        name.style.top = `${yaxis._offset + yaxis.d2p(narrow ? top : (top + bottom) / 2)}px`;
        return name;
      }),
    );
  }

  /**
   * Lay out what moves with the axis.
   * @param {Span} ends of the axis
   * @param {EraFacts[]} eras
   */
  lay(ends, eras) {
    this.layBands(ends, eras);
    const { xaxis, yaxis } = this.plot._fullLayout;
    const unit = yaxis.d2p(-1) - yaxis.d2p(0);
    const axes = JSON.stringify([ends, xaxis._length, unit, xaxis._offset, yaxis._offset]);
    if (this.laid.axes === axes) return;
    this.layBars(ends);
    this.laid = { boxes: this.layLabels(ends, unit), axes };
  }

  /**
   * @param {Span} ends
   * @param {EraFacts[]} eras
   */
  layBands(ends, eras) {
    if (!eras.length && !this.bands.firstChild) return;
    const { xaxis, yaxis } = this.plot._fullLayout;
    const { font } = this.whole.facts.timeline.layout;
    const wide = (/** @type {string} */ name) =>
      (widthOf(name, { ...font, size: bands.FONT }) + 2 * AIR) / xaxis._length;
    const nodes = bands.placed(eras, ends, wide).flatMap(({ era, left, right, name }) => {
      const [begin, end] = [left, right].map((share) => Math.min(Math.max(share, 0), 1) * xaxis._length);
      const band = h("i.era");
      Object.assign(band.style, { left: `${xaxis._offset + begin}px`, width: `${end - begin}px` });
      band.toggleAttribute("data-begins", left >= 0);
      band.toggleAttribute("data-ends", right <= 1);
      if (name === null) return [band];
      const words = h("b", {}, era.name);
      words.style.left = `${xaxis._offset + name * xaxis._length + AIR}px`;
      return [band, words];
    });
    this.bands.style.height = `${yaxis._offset + yaxis._length}px`;
    this.bands.replaceChildren(...nodes);
  }

  /** @param {Span} ends */
  layBars([from, to]) {
    const { xaxis, yaxis } = this.plot._fullLayout;
    const across = (/** @type {string | null} */ day) => ((time(day ?? "") - from) / (to - from)) * xaxis._length;
    const within = (/** @type {number} */ x) => Math.min(Math.max(x, -BEYOND), xaxis._length + BEYOND).toFixed(1);
    const paths = this.drawn.bars.map(({ x, y, line }) => {
      // a trace of lines has three points for each bar: its two ends, and a gap
      const lines = x.flatMap((day, i) => {
        if (i % 3) return [];
        const [begin, end] = [across(day), across(x[i + 1])];
        if (end < 0 || begin > xaxis._length) return [];
        return [`M${within(begin)} ${yaxis.d2p(y[i] ?? 0).toFixed(1)}H${within(end)}`];
      });
      const dash = line?.dash ?? "none";
      const look = { stroke: line?.color ?? "", "stroke-width": line?.width ?? 0, "stroke-dasharray": dash };
      return s("path", { d: lines.join(""), ...look });
    });
    const [left, top, width, height] = [xaxis._offset, yaxis._offset, xaxis._length, yaxis._length];
    Object.assign(this.bars.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    this.bars.replaceChildren(...paths);
  }

  /**
   * Lay the labels of conferences and those beside marks. Gives their boxes.
   * @param {Span} ends
   * @param {number} unit height of a unit of the y axis, in pixels
   */
  layLabels(ends, unit) {
    const { named, beside: others } = this.drawn;
    const { xaxis, yaxis } = this.plot._fullLayout;
    const { font } = this.whole.facts.timeline.layout;
    const wide = (/** @type {string} */ text) => widthOf(text, { ...font, size: FONT });
    const labels = beside(others.marks, others.rounds, { ends, width: xaxis._length, unit }, wide);
    const conferences = labelled(named, ends, xaxis._length, this.whole.narrow, widthOf).flatMap((texts, i) =>
      texts.flatMap((text, j) => (text ? [this.conference(named[i], j, text, ends)] : [])),
    );
    const nodes = labels.map(({ id, text, side, box }) => {
      const x = xaxis._offset + (side === "right" ? box.left : box.right);
      const y = yaxis._offset + (box.top + box.bottom) / 2;
      return s("text", { x, y, dy: "0.3em", "text-anchor": ANCHORS[side], "data-event": id }, text);
    });
    this.texts.replaceChildren(...conferences.map(({ node }) => node), ...nodes);
    const boxes = labels.map(({ box: { left, right, top, bottom } }) => ({
      from: xaxis._offset + left,
      to: xaxis._offset + right,
      top: yaxis._offset + top,
      bottom: yaxis._offset + bottom,
    }));
    return [...conferences.map(({ box }) => box), ...boxes];
  }

  /**
   * Write the label of a conference above or below its mark.
   * @param {Conferences} trace
   * @param {number} i place of the conference in the trace
   * @param {string} text
   * @param {Span} ends
   */
  conference(trace, i, text, [from, to]) {
    const { xaxis, yaxis } = this.plot._fullLayout;
    const { x, y, marker, textposition, textfont } = trace;
    const center = xaxis._offset + ((time(x[i] ?? "") - from) / (to - from)) * xaxis._length;
    const middle = yaxis._offset + yaxis.d2p(y[i] ?? 0);
    const above = textposition[i].startsWith("top");
    const { size = FONT } = textfont;
    const base = middle + (above ? -apart(trace) - size / 4 : apart(trace) + (3 * size) / 4);
    const [half, far] = [widthOf(text, textfont) / 2, marker.size / 2];
    const top = above ? middle - far - LABEL : middle + far;
    const attributes = { class: "conference", x: center, y: base, "text-anchor": "middle" };
    return {
      node: s("text", attributes, unescaped(text)),
      box: { from: center - half, to: center + half, top, bottom: top + LABEL },
    };
  }
}
