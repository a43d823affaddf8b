// What a reader follows within an open article: the passage that the address names, footnotes, and the way back up.

import { addMarks, Marks } from "./anchors.js";
import { addContents } from "./contents.js";
import { markNames, openName, pressName } from "./elsewhere.js";
import { Notes } from "./notes.js";
import { sourceKey } from "./passage.js";
import { amend } from "./state.js";
import { first } from "./view.js";

/** @import { Marked } from "./anchors.js" */
/** @import { ArticlePane } from "./article.js" */

export class Reading {
  /** @param {ArticlePane} pane */
  constructor(pane) {
    this.pane = pane;
    this.marks = new Marks(() => pane.page);
    this.notes = new Notes(() => pane.page);
    /** The event and the key of the passage that is lit, as one text. */
    this.lit = "";
    /**
     * The footnote that the reader followed to the list of sources, and the key of the source there.
     * @type {{link: HTMLElement, to: string} | null}
     */
    this.left = null;
  }

  /** @param {HTMLElement} leaf */
  listen(leaf) {
    this.notes.listen(leaf);
    leaf.addEventListener("keydown", pressName);
    leaf.addEventListener("keydown", (event) => this.onKey(event));
  }

  /**
   * Add to a new article what its HTML lacks. Gives its passages.
   * @param {HTMLElement} leaf
   * @param {string} event
   */
  dress(leaf, event) {
    const marked = addMarks(leaf, event);
    markNames(leaf);
    addContents(leaf, this.pane.whole.root, event, marked);
    return marked;
  }

  /**
   * Take a new article.
   * @param {string} event
   * @param {Marked[]} marked its passages
   */
  update(event, marked) {
    this.notes.card.close();
    this.marks.marked = marked;
    this.lit = `${event} `;
    this.left = null;
  }

  /** Light the passage that the address names, unless it is lit already. */
  follow() {
    const { event, state } = this.pane.whole;
    const lit = `${event} ${state.passage}`;
    if (this.lit === lit) return;
    this.lit = lit;
    this.light(state.passage);
  }

  /**
   * Light a passage. Back from a source leads to the footnote that the reader had followed.
   * @param {string} key
   */
  light(key) {
    const { pane, marks, left } = this;
    const from = left ? marks.keyAround(left.link) : "";
    marks.clear();
    if (key) {
      const node = marks.light(key, {
        link: () => pane.whole.link(),
        close: () => this.close(),
        back: left?.to === key ? { place: from ? "sentence" : "footnote", go: () => this.choose(from) } : null,
      });
      pane.bring(node ?? pane.page, node ? 0.2 : 0);
    }
    if (!left) return;
    if (left.to === key) {
      first(pane.page, ".passage button")?.focus({ preventScroll: true });
      return;
    }
    this.left = null;
    if (key !== from || !left.link.isConnected) return;
    if (!key) pane.bring(left.link);
    left.link.focus({ preventScroll: true });
  }

  /**
   * Let Escape lead from a source back to the footnote that the reader had followed.
   * @param {KeyboardEvent} event
   */
  onKey(event) {
    const { left, marks, pane } = this;
    if (event.key !== "Escape" || event.defaultPrevented || left?.to !== pane.whole.state.passage) return;
    event.preventDefault();
    this.choose(marks.keyAround(left.link));
  }

  /** Remove the light from the passage. */
  close() {
    this.left = null;
    this.choose("");
    this.pane.page.focus({ preventScroll: true });
  }

  /**
   * Write a passage into the address, as a step of the browser's history.
   * @param {string} passage
   */
  choose(passage) {
    const { whole } = this.pane;
    whole.choose(whole.event, whole.state.at, { passage });
  }

  /**
   * Take a click on a link of the article. Tells whether it was a ¶, a name or a footnote.
   * @param {MouseEvent} event
   * @param {HTMLElement} target
   */
  took(event, target) {
    const { whole } = this.pane;
    const { here, fact } = target.dataset;
    if (here) {
      if (fact === undefined) this.choose(here);
      else whole.choose(whole.event, here);
      return true;
    }
    const { card } = this.notes;
    if (target.matches(".named")) {
      openName(this.pane.page, target, card, whole.facts);
      return true;
    }
    const link = card.node?.contains(target) && card.word ? card.word : target;
    if (this.notes.tapped(event, target)) return true;
    const entry = this.notes.entry(link);
    if (entry) this.descend(link, sourceKey(entry.dataset.source ?? ""));
    return Boolean(entry);
  }

  /**
   * Follow a footnote down to its source. The browser's Back returns to the sentence, so the address that the reader
   * leaves names the sentence.
   * @param {HTMLElement} link
   * @param {string} to the key of the source
   */
  descend(link, to) {
    const { event, state } = this.pane.whole;
    const from = this.marks.keyAround(link);
    if (from && state.passage !== from) {
      this.lit = `${event} ${from}`; // the reader is there, so nothing has to be lit
      amend({ do: "choose", event, at: state.at, passage: from });
    }
    this.left = { link, to };
    if (state.passage === to) this.light(to);
    else this.choose(to);
  }
}
