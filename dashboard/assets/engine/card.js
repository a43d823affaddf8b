// A small card beside a word of the article: it opens on hover, focus or tap, and closes on Escape or when the reader
// goes elsewhere. Only one card is open.

import { h } from "./view.js";

/** @import { Child } from "./view.js" */

/** Milliseconds on a word before its card opens, and away from both before it closes. */
const [INTENT, LEAVE] = [150, 300];
/** Pixels between the word and its card, and between the card and the edge of the window. */
const [GAP, EDGE] = [6, 8];

export class Card {
  constructor() {
    /** @type {HTMLElement | null} */
    this.node = null;
    /** @type {HTMLElement | null} */
    this.word = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.returning = false; // while a word gets the focus back, which must not open its card again
    this.place = () => this.move();
    this.onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.close({ focus: true });
    };
    this.onPress = (/** @type {Event} */ event) => {
      const target = /** @type {Node} */ (event.target);
      if (!this.node?.contains(target) && !this.word?.contains(target)) this.close();
    };
  }

  /**
   * Open the card of a word.
   * @param {HTMLElement} word
   * @param {string} label the name of the card
   * @param {Child[]} content
   * @param {{after?: Element, focus?: boolean}} [how] the element after which the card comes in the order of the page,
   *   and whether the card gets the focus
   */
  open(word, label, content, { after = word, focus = false } = {}) {
    if (this.word === word) return;
    this.close();
    this.word = word;
    this.node = h("div.card", { popover: "manual", role: "dialog", "aria-label": label, tabindex: -1 }, content);
    after.after(this.node);
    this.node.showPopover?.();
    word.setAttribute("aria-expanded", "true");
    this.move();
    document.addEventListener("keydown", this.onKey, true);
    document.addEventListener("pointerdown", this.onPress, true);
    addEventListener("scroll", this.place, true);
    addEventListener("resize", this.place);
    if (focus) this.node.focus({ preventScroll: true });
  }

  /** @param {{focus?: boolean}} [how] whether the word gets the focus, as after Escape */
  close({ focus = false } = {}) {
    clearTimeout(this.timer);
    const { node, word } = this;
    if (!node || !word) return;
    [this.node, this.word] = [null, null];
    document.removeEventListener("keydown", this.onKey, true);
    document.removeEventListener("pointerdown", this.onPress, true);
    removeEventListener("scroll", this.place, true);
    removeEventListener("resize", this.place);
    const had = node.contains(document.activeElement);
    word.removeAttribute("aria-expanded");
    this.returning = true;
    if (focus || had) word.focus({ preventScroll: true });
    this.returning = false;
    node.remove();
  }

  /**
   * Open a card after a moment, unless the pointer moves on.
   * @param {() => void} open
   */
  soon(open) {
    clearTimeout(this.timer);
    this.timer = setTimeout(open, INTENT);
  }

  /** Close the card after a moment, unless the pointer comes back or the card has the focus. */
  leave() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.node?.contains(document.activeElement) && document.activeElement !== this.word) this.close();
    }, LEAVE);
  }

  /** Keep the card open: the pointer is on it. */
  stay() {
    clearTimeout(this.timer);
  }

  /** Put the card below its word, or above it if there is more room. A word that is scrolled away closes its card. */
  move() {
    const { node, word } = this;
    if (!node || !word) return;
    const [box, own] = [word.getBoundingClientRect(), node.getBoundingClientRect()];
    const pane = word.closest(".page")?.getBoundingClientRect();
    const isGone = !word.isConnected || box.bottom < Math.max(pane?.top ?? 0, 0) || box.top > innerHeight;
    if (isGone || (pane && box.top > pane.bottom)) {
      this.close();
      return;
    }
    const isBelow = innerHeight - box.bottom >= own.height + GAP || box.top < innerHeight - box.bottom;
    const left = Math.max(EDGE, Math.min(box.left, document.documentElement.clientWidth - own.width - EDGE));
    const top = isBelow ? box.bottom + GAP : box.top - GAP - own.height;
    Object.assign(node.style, { left: `${Math.round(left)}px`, top: `${Math.round(Math.max(EDGE, top))}px` });
  }
}
