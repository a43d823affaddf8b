// The title of the window says what is chosen on the first page, in the words of web/head.py for the same address.

import { wordsOf } from "./search.js";
import { afterFrame } from "./view.js";

/** @import { Facts, Remaining } from "./types" */
/** @import { Choice } from "./select.js" */

const [LONGEST, SHORTEST] = [90, 20]; // characters

/**
 * Write the title for a choice. The twin of `title_of_view` in web/head.py.
 * @param {Facts} facts
 * @param {Choice} choice
 * @param {Remaining} remaining
 */
export function titleOf({ name, events }, { event: wanted }, { event, chips }) {
  const isShown = wanted && event === wanted;
  const particular = isShown ? events[wanted].label : chips.map(({ label }) => label).join(", ");
  return particular ? `${short(particular, LONGEST - Array.from(name).length)} · ${name}` : name;
}

/**
 * Cut a text after a word. A text without spaces is cut within one.
 * @param {string} text
 * @param {number} room in characters
 */
function short(text, room) {
  const most = Math.max(room, SHORTEST);
  const letters = Array.from(wordsOf(text).join(" "));
  if (letters.length <= most) return letters.join("");
  const begin = letters.slice(0, most - 1);
  const end = begin.lastIndexOf(" ");
  return end > 0 ? `${begin.slice(0, end).join("")} …` : `${begin.join("")}…`;
}

/** Keeps the title of the window. Streamlit writes one too, but does not know the later choices in the browser. */
export class WindowTitle {
  /** @param {() => boolean} isOurs tells whether the window shows the page that the browser draws */
  constructor(isOurs) {
    this.isOurs = isOurs;
    this.words = "";
    this.observer = new MutationObserver(() => this.write());
    const node = document.head.querySelector("title");
    if (node) this.observer.observe(node, { childList: true });
  }

  /**
   * Set the title after the act of the reader is done and drawn. Before the act is done, the history would keep the title
   * for the step that it leaves. A browser needs some milliseconds to set it.
   * @param {string} words
   */
  show(words) {
    this.words = words;
    afterFrame(() => this.write());
  }

  write() {
    if (!this.words || !this.isOurs() || document.title === this.words) return;
    document.title = this.words;
    this.observer.takeRecords(); // ignore the change that was made here
  }

  remove() {
    this.observer.disconnect();
    this.words = "";
  }
}
