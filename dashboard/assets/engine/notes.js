// Footnotes of the article: a card with the source on hover, focus and tap. A click leads down to the list of sources.

import { Card } from "./card.js";
import { all, first, h } from "./view.js";

const NOTE = ".cite a";
/** The parts of the list of sources that a card does not repeat. */
const ONLY_IN_LIST = ".here, .passage, .more";

export class Notes {
  /** @param {() => HTMLElement} page gives the element that shows the article */
  constructor(page) {
    this.page = page;
    this.card = new Card();
  }

  /** @param {HTMLElement} page */
  listen(page) {
    page.addEventListener("pointerover", (event) => this.onPointer(event));
    page.addEventListener("pointerleave", () => this.card.leave());
    page.addEventListener("focusin", ({ target }) => this.onFocus(/** @type {HTMLElement} */ (target)));
  }

  /** @param {PointerEvent} event */
  onPointer({ target, pointerType }) {
    if (pointerType === "touch") return; // a tap is a click
    const node = /** @type {HTMLElement} */ (target);
    const link = /** @type {HTMLElement | null} */ (node.closest(NOTE));
    if (this.card.node?.contains(node) || (link && link === this.card.word)) this.card.stay();
    else if (link) this.card.soon(() => this.open(link));
    else this.card.leave();
  }

  /** @param {HTMLElement} target */
  onFocus(target) {
    if (this.card.returning || this.card.node?.contains(target)) return;
    if (target.matches(`${NOTE}:focus-visible`)) this.open(target);
    else if (target !== this.card.word) this.card.close();
  }

  /**
   * Take a click on a footnote. Tells whether the click opened the card; if not, it leads to the list.
   * @param {MouseEvent} event
   * @param {HTMLElement} link
   */
  tapped(event, link) {
    const isTap = event instanceof PointerEvent && event.pointerType === "touch" && link.matches(NOTE);
    if (isTap) this.open(link);
    else this.card.close();
    return isTap;
  }

  /**
   * Give the entry in the list of sources to which a footnote leads.
   * @param {HTMLElement} link
   */
  entry(link) {
    return first(this.page(), `.sources [id="${(link.getAttribute("href") ?? "").slice(1)}"]`);
  }

  /** @param {HTMLElement} link */
  open(link) {
    const entry = this.entry(link);
    if (!entry || !link.isConnected) return;
    const number = link.textContent ?? "";
    const copy = /** @type {HTMLElement} */ (entry.cloneNode(true));
    for (const node of all(copy, ONLY_IN_LIST)) node.remove();
    const says = this.says(entry);
    const down = h("a.down", { href: link.getAttribute("href") ?? "", "data-from": "card" }, "In the list of sources");
    const content = [
      h("div", {}, [...copy.childNodes]),
      says ? h("p.says", {}, h("b", {}, "About this event: "), says) : null,
      h("footer", {}, down),
    ];
    this.card.open(link, `Source ${number}`, content, { after: link.closest(".cite") ?? link });
  }

  /**
   * Give what a source says about the event. It is in the list, or with those who say so in the proof of a fact; empty if
   * it is in neither.
   * @param {HTMLElement} entry of the list of sources
   */
  says(entry) {
    if (entry.dataset.says) return entry.dataset.says;
    for (const template of /** @type {HTMLTemplateElement[]} */ (all(this.page(), "template[data-proof]"))) {
      const who = first(template.content, ".proof > ul"); // the second list has those who say otherwise
      const link = who && first(who, `li > .cite a[href="#${entry.id}"]`);
      const note = link && first(/** @type {HTMLElement} */ (link.closest("li")), ":scope > .note");
      if (note) return note.textContent ?? "";
    }
    return "";
  }
}
