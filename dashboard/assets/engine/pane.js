// The base of the panes of the linked views: a header with tools above a body, and the link to the views as a whole.

import { tool } from "./view.js";

/** @import { Act, Facts, Matrix, Timeline } from "./types" */
/** @import { Articles } from "./articles.js" */
/** @import { LinkedState } from "./views.js" */
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
 * @property {(act: Act) => void} act do an act of the reader
 * @property {(event: string, at?: string, how?: {read?: boolean}) => void} choose
 * @property {(by: number) => void} step choose the event so many places later
 * @property {() => void} draw draw all panes again
 * @property {() => () => void} keepFocus remember what has the focus; call the result to give it back
 * @property {() => string} link give the address of what is shown
 * @property {(organizer: string) => void} showRow scroll the row of an organizer into view
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

  /** Make the button that switches between chart and table. */
  tableTool() {
    const turn = () => {
      this.asTable = !this.asTable;
      this.whole.draw();
    };
    return tool("Table", this.asTable, turn, AS_TABLE);
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
