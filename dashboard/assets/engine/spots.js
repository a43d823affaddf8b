// The numbers on the timeline that replace marks too close to be told apart. A number is a button: it zooms to its
// events, or lists them if zooming would not separate them.

import { DAY, time } from "./axis.js";
import { dense } from "./lanes.js";
import { h } from "./view.js";
import { counted } from "./words.js";

/** @import { TimelineChart } from "./chart.js" */
/** @import { Point } from "./geometry.js" */
/** @import { Spot } from "./lanes.js" */

const SIZE = 20; // the diameter of a number in pixels

/**
 * Give a line in the accent colour that is left out in these parts, as a background.
 * @param {[from: number, to: number][]} gaps in pixels from the top
 */
export function cutOut(gaps) {
  if (!gaps.length) return "var(--accent)";
  const sorted = [...gaps].sort(([one], [other]) => one - other);
  const stops = sorted.flatMap(([from, to]) => [
    `var(--accent) ${from}px`,
    `transparent ${from}px`,
    `transparent ${to}px`,
    `var(--accent) ${to}px`,
  ]);
  return `linear-gradient(${stops.join(", ")})`;
}

export class Spots {
  /** @param {TimelineChart} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {Spot[]} */
    this.spots = [];
    /** @type {HTMLElement[]} */
    this.buttons = [];
    /** @type {{node: HTMLElement, opener: HTMLElement} | null} */
    this.list = null;
    this.pressed = (/** @type {Event} */ { target }) => this.closeOutside(target);
  }

  /**
   * Tell whether these spots differ from those that are drawn.
   * @param {Spot[]} spots
   */
  differ(spots) {
    const ids = (/** @type {Spot[]} */ all) => JSON.stringify(all.map(({ lane, ids }) => [lane, ids]));
    return ids(spots) !== ids(this.spots);
  }

  /**
   * Draw the numbers.
   * @param {Spot[]} spots
   */
  draw(spots) {
    const focused = document.activeElement;
    const had = this.list?.node.contains(focused) || this.buttons.some((button) => button === focused);
    this.close();
    for (const button of this.buttons) button.remove();
    this.spots = spots;
    this.buttons = spots.map((spot) => this.button(spot));
    this.chart.node.append(...this.buttons);
    if (had) this.chart.node.focus({ preventScroll: true }); // the number that had the focus is gone
  }

  /** @param {Spot} spot */
  button(spot) {
    const { events, words } = this.chart.whole.facts;
    const [first, last] = [events[spot.ids[0]], events[spot.ids[spot.ids.length - 1]]];
    const when = first.when === last.when ? first.when : `${first.when} to ${last.when}`;
    const title = `${counted(words, spot.ids.length, words.forms.event)} close together, ${when}`;
    const button = h(
      "button.spot-of-marks",
      {
        type: "button",
        title,
        "aria-label": title,
        "data-spot": spot.ids.join(" "),
        "data-kind": spot.kind,
        style: spot.kind ? `--mark:var(--kind-${spot.kind})` : "",
        onclick: (/** @type {Event} */ event) => {
          event.stopPropagation();
          this.open(spot, button);
        },
      },
      String(spot.ids.length),
    );
    return button;
  }

  /** Put the numbers where they belong on the axis as it is drawn. */
  place() {
    const { chart } = this;
    const { xaxis, yaxis } = chart.node._fullLayout;
    const [from, to] = xaxis.range.map(time);
    this.spots.forEach((spot, i) => {
      const share = ((spot.span[0] + spot.span[1]) / 2 - from) / (to - from);
      const button = this.buttons[i];
      button.hidden = share < 0 || share > 1;
      button.toggleAttribute("data-chosen", spot.ids.includes(chart.whole.event));
      const [left, top] = [xaxis._offset + share * xaxis._length, yaxis._offset + yaxis.d2p(spot.y)];
      button.style.transform = `translate(${left}px, ${top}px)`;
    });
  }

  /**
   * Give the places of the numbers that include an event, in the form of marks.
   * @param {string} event
   * @returns {Point[]}
   */
  pointsOf(event) {
    const spots = this.spots.filter(({ ids }) => ids.includes(event));
    return spots.map(({ span: [from, to], y }) => ({ x: new Date((from + to) / 2).toISOString(), y, size: SIZE }));
  }

  /**
   * Zoom to the events of a number, or list them.
   * @param {Spot} spot
   * @param {HTMLElement} button
   */
  open(spot, button) {
    const { chart } = this;
    const [first, last] = spot.span;
    const room = Math.max((last - first) / 4, 7 * DAY);
    const width = chart.node._fullLayout.xaxis._length;
    const rest = dense(chart.places, [first - room, last + room], width);
    const parted = !rest.some(({ lane, ids }) => lane === spot.lane && ids.length === spot.ids.length);
    if (parted) chart.show([first - room, last + room]);
    else this.show(spot, button);
  }

  /**
   * List the events of a number. A second press closes the list.
   * @param {Spot} spot
   * @param {HTMLElement} opener
   */
  show(spot, opener) {
    const wasOpen = this.list?.opener === opener;
    this.close();
    if (wasOpen) return;
    const { whole, node } = this.chart;
    const choices = spot.ids.map((id) => {
      const { label, when } = whole.facts.events[id];
      const onclick = () => {
        this.close({ back: true });
        whole.choose(id, "", { read: true });
      };
      return h("button", { type: "button", "data-choose": id, onclick }, label, h("small", {}, ` ${when}`));
    });
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const onkeydown = (/** @type {KeyboardEvent} */ event) => {
      const { key } = event;
      if (key !== "Escape" && !(key in steps)) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "Escape") return this.close({ back: true });
      const at = choices.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      const to = at + steps[/** @type {keyof typeof steps} */ (key)];
      choices[Math.min(Math.max(to, 0), choices.length - 1)].focus();
    };
    const items = choices.map((choice) => h("li", {}, choice));
    const attributes = { role: "group", "aria-label": opener.title, onkeydown };
    const list = h("div.spot-list", attributes, h("ul", {}, items));
    list.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget) this.closeOutside(relatedTarget); // without a related target, the window has lost the focus
    });
    this.list = { node: list, opener };
    opener.setAttribute("aria-expanded", "true");
    const pane = /** @type {HTMLElement} */ (node.parentElement);
    pane.append(list);
    const [box, around] = [opener.getBoundingClientRect(), pane.getBoundingClientRect()];
    const left = Math.max(8, Math.min(box.left - around.left, around.width - list.offsetWidth - 8));
    Object.assign(list.style, { left: `${left}px`, top: `${box.bottom - around.top + 4}px` });
    choices[0].focus();
    document.addEventListener("pointerdown", this.pressed, true);
  }

  /**
   * Close the list if a press or the focus is neither in it nor on its number.
   * @param {EventTarget | null} target
   */
  closeOutside(target) {
    const inside = (/** @type {HTMLElement} */ node) => node.contains(/** @type {Node | null} */ (target));
    if (this.list && !inside(this.list.node) && !inside(this.list.opener)) this.close();
  }

  /**
   * Close the list.
   * @param {{back?: boolean}} [how] whether its number gets the focus
   */
  close({ back = false } = {}) {
    document.removeEventListener("pointerdown", this.pressed, true);
    const { list } = this;
    this.list = null; // before the focus leaves it
    list?.node.remove();
    list?.opener.setAttribute("aria-expanded", "false");
    if (back) list?.opener.focus({ preventScroll: true });
  }
}
