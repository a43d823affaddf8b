// What the panes of the linked views share: a header with tools above a body, and what they know of the whole.

import { tool } from "./view.js";

/** @import { Act, Facts, Matrix, Timeline } from "./types" */
/** @import { Articles } from "./articles.js" */
/** @import { LinkedState } from "./views.js" */
/** @import { Size } from "./view.js" */
/**
 * What a pane knows of the views it belongs to. `figures` are in the colours of the theme. `choose` chooses an event and
 * the key of a proof; with `read` it also goes to the article where the panes are stacked.
 * @typedef {object} Whole
 * @property {HTMLElement} root
 * @property {Facts} facts
 * @property {Articles} articles
 * @property {{timeline: Timeline, matrix: Matrix}} figures
 * @property {LinkedState} state what remains, and what is chosen
 * @property {Set<string>} shown
 * @property {string} event the chosen event
 * @property {boolean} narrow
 * @property {(act: Act) => void} act do what the reader asks for
 * @property {(event: string, at?: string, how?: {read?: boolean}) => void} choose
 * @property {(by: number) => void} step choose the event so many places later
 * @property {() => void} draw draw all panes anew
 * @property {() => () => void} keepFocus remember what has the focus; the answer gives it back
 * @property {() => string} link the address of what is shown
 * @property {(organizer: string) => void} showRow bring the row of an organizer into sight
 */

const AS_TABLE = "Show the same as a table";

export class Pane {
  /**
   * @param {Whole} whole
   * @param {HTMLElement} node
   */
  constructor(whole, node) {
    this.whole = whole;
    this.node = node;
    this.asTable = false;
  }

  /** Draw what remains and what is chosen. */
  draw() {}

  /** Show what is chosen, and leave the rest as it is. */
  follow() {
    this.node.dataset.event = this.whole.event;
  }

  /**
   * What keys do while the chart of the pane has the focus, beside those that work in every pane.
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
   * The events that have these ids.
   * @param {string[]} ids
   */
  events(ids) {
    return ids.map((id) => this.whole.facts.events[id]);
  }

  /** The button that turns the chart of the pane into a table, and back. */
  tableTool() {
    const turn = () => {
      this.asTable = !this.asTable;
      this.whole.draw();
    };
    return tool("Table", this.asTable, turn, AS_TABLE);
  }

  /**
   * Fill the pane anew, and leave its body in its place where it is the same: a chart taken out and put back is laid out
   * anew.
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
 * The id that comes so many places after another, or the last; before the first comes the first.
 * @param {string[]} ids
 * @param {string} from
 * @param {number} by
 */
export const stepped = (ids, from, by) => ids[Math.min(Math.max(ids.indexOf(from) + by, 0), ids.length - 1)];
