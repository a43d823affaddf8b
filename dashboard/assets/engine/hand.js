// Pans and zooms a time axis by touch and wheel. One finger pans sideways, and two fingers zoom. A swipe up or down
// scrolls the page. The wheel zooms with Ctrl, or if the chart has the focus. Otherwise it scrolls the page.

/** @import { Span } from "./axis.js" */
/** @import { PlotNode } from "./plotly" */
/** @typedef {[x: number, y: number]} Place a place of the window, in pixels */

const STILL = 12; // pixels that a finger may move during a tap
const STEP = 400; // pixels of the wheel that zoom by the factor e
const LINES = [1, 20, 400]; // pixels in each unit of the wheel: pixel, line, page

/**
 * @param {Place} one
 * @param {Place} other
 */
const apart = ([x, y], [otherX, otherY]) => Math.hypot(x - otherX, y - otherY);

export class Hand {
  /**
   * `axis` gives and sets the range that is shown; `left` is where the axis begins in the chart, in pixels.
   * @param {PlotNode} chart
   * @param {{range: () => Span, show: (range: Span) => void, left: () => number}} axis
   */
  constructor(chart, axis) {
    this.chart = chart;
    this.axis = axis;
    /** @type {Map<number, Place>} */
    this.fingers = new Map();
    /** @type {{range: Span, places: Place[], moved: boolean} | null} */
    this.from = null;
    /** @type {Span | null} */
    this.next = null;
    chart.addEventListener("pointerdown", (event) => this.put(event));
    chart.addEventListener("pointermove", (event) => this.move(event));
    chart.addEventListener("pointerup", (event) => this.lift(event));
    chart.addEventListener("pointercancel", (event) => this.lift(event));
    chart.addEventListener("wheel", (event) => this.turn(event), { passive: false, capture: true });
  }

  /**
   * Give the position of a place of the window along the axis: 0 at its beginning, 1 at its end.
   * @param {number} x
   */
  share(x) {
    const left = this.chart.getBoundingClientRect().left + this.axis.left();
    return (x - left) / this.chart._fullLayout.xaxis._length;
  }

  /** @param {PointerEvent} event */
  put({ pointerType, pointerId, clientX, clientY, isPrimary }) {
    if (pointerType !== "touch" || !this.chart._fullLayout) return;
    if (isPrimary) this.fingers.clear(); // the browser may not have reported that the other fingers were lifted
    this.fingers.set(pointerId, [clientX, clientY]);
    this.begin();
  }

  begin() {
    this.from = { range: this.axis.range(), places: [...this.fingers.values()], moved: false };
  }

  /** @param {PointerEvent} event */
  move({ pointerId, clientX, clientY }) {
    if (!this.from || !this.fingers.has(pointerId)) return;
    this.fingers.set(pointerId, [clientX, clientY]);
    const { range, places: before, moved } = this.from;
    const [from, to] = range;
    const places = [...this.fingers.values()];
    if (places.length > 2 || (!moved && places.every((place, i) => apart(place, before[i]) < STILL))) return;
    // The first moves of a vertical swipe may arrive here before the page scrolls.
    const steep = places.length === 1 && Math.abs(places[0][1] - before[0][1]) > Math.abs(places[0][0] - before[0][0]);
    if (!moved && steep) {
      this.fingers.clear();
      return;
    }
    this.from.moved = true;
    if (places.length === 2) {
      const by = Math.max(apart(before[0], before[1]), STILL) / Math.max(apart(places[0], places[1]), STILL);
      this.about(range, (before[0][0] + before[1][0]) / 2, by);
      return;
    }
    const by = (this.share(before[0][0]) - this.share(places[0][0])) * (to - from);
    this.showSoon([from + by, to + by]);
  }

  /** @param {PointerEvent} event */
  lift({ pointerId }) {
    if (this.fingers.delete(pointerId) && this.fingers.size) this.begin();
  }

  /** @param {WheelEvent} event */
  turn(event) {
    if (!event.ctrlKey && !event.metaKey && !this.chart.contains(document.activeElement)) return;
    if (!this.chart._fullLayout || !event.deltaY) return;
    event.preventDefault();
    const by = Math.exp(Math.min(Math.max((event.deltaY * LINES[event.deltaMode]) / STEP, -0.7), 0.7));
    this.about(this.next ?? this.axis.range(), event.clientX, by);
  }

  /**
   * Zoom a range around a place of the window.
   * @param {Span} range
   * @param {number} x
   * @param {number} by
   */
  about([from, to], x, by) {
    const at = from + this.share(x) * (to - from);
    this.showSoon([at - (at - from) * by, at + (to - at) * by]);
  }

  /**
   * Show a range in the next frame.
   * @param {Span} range
   */
  showSoon(range) {
    if (!this.next) {
      requestAnimationFrame(() => {
        const { next } = this;
        this.next = null;
        if (next) this.axis.show(next);
      });
    }
    this.next = range;
  }
}
