// Choose a span of time on the timeline by dragging: with Shift and the mouse at any time, and with any pointer while the
// tool “From – to” is on. A swipe up or down scrolls the page as always. The chosen span is a band on the chart.

import { DAY, spanOfDays } from "./axis.js";
import { BETWEEN } from "./span.js";
import { h } from "./view.js";

/** @import { Span as Range } from "./axis.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Span } from "./span.js" */
/**
 * What the drag needs of the chart: the range of the axis, the words for a span, and what to do with one. `turned` is
 * called when the tool is on or off.
 * @typedef {{range: () => Range, words: (span: Span) => string, choose: (span: Span) => void, turned: () => void}} Axis
 */

const STILL = 6; // pixels that a pointer may move during a press
const HINT = "Drag from one date to the other. Escape ends this.";
/** An axis longer than this many days gives whole years or months. */
const [YEARS, MONTHS] = [12 * 366, 400];

/**
 * Give the span between two instants, as precise as an axis of this length can say it.
 * @param {number} one
 * @param {number} other
 * @param {number} length of the axis
 * @returns {Span}
 */
export function spanBetween(one, other, length) {
  const letters = length > YEARS * DAY ? 4 : length > MONTHS * DAY ? 7 : 10;
  const [since, until] = [Math.min(one, other), Math.max(one, other)].map((at) =>
    new Date(at).toISOString().slice(0, letters),
  );
  return { since, until };
}

/**
 * Give the two instants between which a span is. An end that is open is that of `all`.
 * @param {Span} span
 * @param {Range} all
 * @returns {Range}
 */
export function instants({ since, until }, all) {
  const first = since.padEnd(10, "-01-01".slice(since.length === 7 ? 3 : 0));
  const [year, month, day] = until.split("-").map(Number);
  const last = day ? spanOfDays(until + BETWEEN + until)[1] : Date.UTC(month ? year : year + 1, month ?? 0, 1);
  return [since ? Date.parse(first) : all[0], until ? last : all[1]];
}

export class SpanDrag {
  /**
   * @param {PlotNode} chart
   * @param {Axis} axis
   */
  constructor(chart, axis) {
    this.chart = chart;
    this.axis = axis;
    this.on = false;
    /** @type {{pointer: number, x: number, moved: boolean} | null} */
    this.from = null;
    /** @type {Span} */
    this.span = { since: "", until: "" };
    this.band = h("i.extent", { hidden: true });
    this.words = h("b.hint", { role: "status" });
    const listen = (/** @type {string} */ kind, /** @type {(event: any) => void} */ does) =>
      chart.addEventListener(kind, does, { capture: true });
    listen("pointerdown", (event) => this.press(event));
    listen("pointermove", (event) => this.move(event));
    listen("pointerup", (event) => this.lift(event));
    listen("pointercancel", () => this.cancel());
    /** @param {KeyboardEvent} event wherever the focus is */
    this.escape = ({ key }) => {
      if (key === "Escape") this.turn(false);
    };
    // Plotly would take the press for a drag of the axis.
    for (const kind of ["mousedown", "mousemove"]) listen(kind, (event) => this.from && event.stopPropagation());
  }

  /** Put the band and the words into the chart, after Plotly has drawn it. */
  place() {
    this.chart.prepend(this.band);
    this.chart.append(this.words);
  }

  /** @param {boolean} on */
  turn(on) {
    this.on = on;
    this.from = null;
    if (on) document.addEventListener("keydown", this.escape);
    else document.removeEventListener("keydown", this.escape);
    this.chart.toggleAttribute("data-choosing", on);
    this.say(on ? HINT : "");
    this.draw(this.span);
    this.axis.turned();
  }

  /** @param {string} text */
  say(text) {
    if (this.words.textContent !== text) this.words.textContent = text;
  }

  /**
   * Give the instant at a place of the window, within the axis.
   * @param {number} x
   */
  at(x) {
    const { _offset, _length } = this.chart._fullLayout.xaxis;
    const share = (x - this.chart.getBoundingClientRect().left - _offset) / _length;
    const [from, to] = this.axis.range();
    return Math.min(Math.max(from + share * (to - from), from), to - 1);
  }

  /** @param {PointerEvent} event */
  press(event) {
    const { pointerId, pointerType, clientX, button, shiftKey, isPrimary } = event;
    const wanted = this.on || (shiftKey && pointerType === "mouse");
    if (!wanted || button || !isPrimary || !this.chart._fullLayout) return;
    event.stopPropagation(); // before the handler that moves the axis gets it
    this.from = { pointer: pointerId, x: clientX, moved: false };
    this.chart.setPointerCapture(pointerId);
    document.addEventListener("keydown", this.escape);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (event.pointerId !== this.from?.pointer) return;
    event.stopPropagation();
    if (!this.from.moved && Math.abs(event.clientX - this.from.x) < STILL) return;
    this.from.moved = true;
    const span = this.between(event);
    this.draw(span);
    this.say(this.axis.words(span));
  }

  /** @param {PointerEvent} event */
  between({ clientX }) {
    const [from, to] = this.axis.range();
    return spanBetween(this.at(this.from?.x ?? clientX), this.at(clientX), to - from);
  }

  /** @param {PointerEvent} event */
  lift(event) {
    if (event.pointerId !== this.from?.pointer) return;
    event.stopPropagation();
    const span = this.from.moved ? this.between(event) : null;
    this.from = null;
    if (!span) return;
    this.turn(false); // also without the tool: this removes the words and the listener
    this.axis.choose(span);
  }

  /** The page scrolls, or the pointer is gone. */
  cancel() {
    if (!this.from) return;
    this.from = null;
    this.draw(this.span);
    this.say(this.on ? HINT : "");
  }

  /**
   * Show the span of the filters, unless another is being chosen.
   * @param {Span} span
   */
  show(span) {
    this.span = span;
    if (!this.from?.moved) this.draw(span);
  }

  /**
   * Lay the band over a span.
   * @param {Span} span
   */
  draw(span) {
    const { xaxis, yaxis } = this.chart._fullLayout ?? {};
    const [from, to] = this.axis.range();
    const [first, last] = instants(span, [from, to]);
    this.band.hidden = !xaxis || (!span.since && !span.until) || first >= to || last <= from;
    if (this.band.hidden) return;
    const place = (/** @type {number} */ at) =>
      ((Math.min(Math.max(at, from), to) - from) / (to - from)) * xaxis._length;
    const [left, right] = [place(first), place(last)];
    Object.assign(this.band.style, {
      transform: `translate(${xaxis._offset + left}px, ${yaxis._offset}px)`,
      width: `${right - left}px`,
      height: `${yaxis._length}px`,
    });
    this.band.toggleAttribute("data-begins", Boolean(span.since) && first >= from);
    this.band.toggleAttribute("data-ends", Boolean(span.until) && last <= to);
  }
}
