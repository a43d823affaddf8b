// The linked views as a component of Streamlit: what the reader does is reported, and the answer is a new state.

import { act, unanswered } from "./acts.js";
import { mounted } from "./view.js";
import { LinkedViews } from "./views.js";

/** @import { LinkedState } from "./types" */

/** The acts that choose an event. */
const MOVES = new Set(["choose", "open", "mark", "visit", "go"]);

/**
 * What the reader has chosen since the acts that a state answers.
 * @param {LinkedState} state
 */
function choice({ answers }) {
  const last = unanswered(answers).findLast((one) => MOVES.has(one.do));
  return last?.do === "choose" ? { event: last.event, at: last.at } : null;
}

class Linked extends LinkedViews {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(parent, { act, choice });
  }
}

export default mounted(Linked);
