// The base of the panes of the linked views: a header with tools above a body, and the link to the views as a whole.

import { see } from "./state.js";
import { h, tool } from "./view.js";

/** @import { Act, Facts, Matrix, Timeline } from "./types" */
/** @import { Articles } from "./articles.js" */
/** @import { Wish } from "./takeaway.js" */
/** @import { LinkedState } from "./views.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Size } from "./view.js" */
/**
 * The part of the linked views that a pane uses. `figures` are in the colours of the theme. `choose` chooses an event and
 * the key of a proof. With `read` it also scrolls to the article, if the panes are stacked.
 * @typedef {object} Whole
 * @property {HTMLElement} root
 * @property {Facts} facts
 * @property {Articles} articles
 * @property {{timeline: Timeline, matrix: Matrix}} figures
 * @property {LinkedState} state the events that pass the filters, and the choice
 * @property {Set<string>} shown
 * @property {string} event the chosen event
 * @property {boolean} narrow
 * @property {boolean} stacked whether the panes are one below the other
 * @property {boolean} hasMap whether the events have places that a map can show
 * @property {(act: Act) => void} act do an act of the reader
 * @property {(event: string, at?: string, how?: {read?: boolean, passage?: string}) => void} choose
 * @property {(event: string | null) => void} expect prepare the article that a click would open; null if there is none
 * @property {() => void} closeProof close the card of the proof, and give the focus back to what opened it
 * @property {(by: number) => void} step choose the event this number of places later
 * @property {(by: -1 | 1) => string | null} edition give the conference before or after the chosen event
 * @property {(by: -1 | 1) => void} stepEdition choose the conference before or after
 * @property {(zoom: string) => void} zoomed keep which days the timeline shows
 * @property {() => void} draw draw all panes again
 * @property {() => () => void} keepFocus remember what has the focus; call the result to give it back
 * @property {() => string} link give the address of what is shown
 * @property {(organizer: string) => void} showRow scroll the row of an organizer into view
 * @property {(part?: string, wish?: Partial<Wish>) => void} takeAway open the panel “Take away”
 */

const AS_TABLE = "Show the same as a table";
const BOTH = "both";

/**
 * Give the panes that are tables.
 * @param {string} value as in the address
 */
const tables = (value) => (value === BOTH ? ["timeline", "matrix"] : [value].filter(Boolean));

export class Pane {
  /**
   * @param {Whole} whole
   * @param {HTMLElement} node
   */
  constructor(whole, node) {
    this.whole = whole;
    this.node = node;
  }

  /** Tell whether the pane shows a table instead of its chart. */
  get asTable() {
    return tables(this.whole.state.table).includes(this.node.dataset.view ?? "");
  }

  /** Draw the pane. */
  draw() {}

  /** Update the pane after only the choice of an event or a proof has changed. */
  follow() {
    this.node.dataset.event = this.whole.event;
  }

  /**
   * Give the keys of this pane alone, and what they do while its chart has the focus.
   * @returns {Record<string, () => void>}
   */
  keys() {
    return {};
  }

  /**
   * Draw the pane for a sheet of paper, in the colours of the light theme.
   * @param {Size} _paper
   * @param {(node: HTMLElement) => void} _into takes each drawing
   */
  sheets(_paper, _into) {}

  /**
   * Give the events with these ids.
   * @param {string[]} ids
   */
  events(ids) {
    return ids.map((id) => this.whole.facts.events[id]);
  }

  /**
   * Make the title of a chart, and the line below it that says what is drawn.
   * @param {"timeline" | "matrix"} view
   */
  titles(view) {
    const { title, drawn } = this.whole.state.headings[view];
    return h("div.titles", {}, h("h2", {}, title), h("p.drawn", {}, drawn));
  }

  /** Make the button that switches between chart and table. */
  tableTool() {
    const view = this.node.dataset.view ?? "";
    const turn = () => {
      const others = tables(this.whole.state.table).filter((name) => name !== view);
      const shown = this.asTable ? others : [...others, view];
      this.whole.act({ do: "table", value: shown.length > 1 ? BOTH : (shown[0] ?? "") });
    };
    return tool("Table", this.asTable, turn, AS_TABLE);
  }

  /**
   * Make the button that opens and closes the map.
   * @param {boolean} open whether the map is open
   */
  mapTool(open) {
    const title = open ? "Show the timeline again" : "Show the places of the events";
    const onclick = () => see({ map: open ? "" : "1" });
    return h("button.to-map", { type: "button", "aria-pressed": String(open), title, onclick }, "Map");
  }

  /**
   * Make the button that opens the panel “Take away” at what this pane shows.
   * @param {string} part of the panel
   * @param {Partial<Wish>} wish
   */
  downloadTool(part, wish) {
    const onclick = () => this.whole.takeAway(part, wish);
    return h("button.take", { type: "button", "aria-haspopup": "dialog", onclick }, "Download");
  }

  /**
   * Replace the content of the pane. If the body is the same node, it stays in the page, because a chart that is taken
   * out and put back is laid out again.
   * @param {HTMLElement} header
   * @param {HTMLElement} body
   * @param {...HTMLElement} rest
   */
  refill(header, body, ...rest) {
    if (body.parentNode !== this.node) {
      this.node.replaceChildren(header, body, ...rest);
      return;
    }
    while (body.previousSibling) body.previousSibling.remove();
    while (body.nextSibling) body.nextSibling.remove();
    body.before(header);
    body.after(...rest);
  }
}

/**
 * Give the id `by` places after another. Stops at the first and the last id.
 * @param {string[]} ids
 * @param {string} from
 * @param {number} by
 */
export const stepped = (ids, from, by) => ids[Math.min(Math.max(ids.indexOf(from) + by, 0), ids.length - 1)];

/**
 * Give the nearest of some ids before or after another, in the order of `ids`; null if there is none.
 * @param {string[]} ids
 * @param {string} from
 * @param {-1 | 1} by
 * @param {(id: string) => boolean} isWanted
 */
export function nearest(ids, from, by, isWanted) {
  for (let place = ids.indexOf(from) + by; place >= 0 && place < ids.length; place += by) {
    if (isWanted(ids[place])) return ids[place];
  }
  return null;
}

/**
 * Prepare the article of a mark of a chart while the pointer is on the mark. A click then shows it at once.
 * @param {PlotNode} chart
 * @param {Whole} whole
 */
export function expectHovered(chart, whole) {
  chart.on("plotly_hover", ({ points: [{ customdata }] }) => {
    if (customdata) whole.expect(customdata[0]);
  });
  chart.on("plotly_unhover", () => whole.expect(null));
}
