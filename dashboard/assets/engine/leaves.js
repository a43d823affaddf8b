// The two leaves of the pane of the article. One is the page that the reader sees. The other gets the article that the
// reader may open next, while the pointer is still on its mark. The browser lays it out there, so a click only shows it.

import { h } from "./view.js";

/** @import { Marked } from "./anchors.js" */
/** @typedef {(leaf: HTMLElement, event: string) => Marked[]} Dress adds what the HTML of an article lacks, and gives its passages */

export class Leaves {
  /**
   * @param {(leaf: HTMLElement) => void} listen adds the listeners of a leaf
   * @param {Dress} dress
   */
  constructor(listen, dress) {
    this.dress = dress;
    const attributes = { tabindex: 0, role: "group", "aria-label": "Text of the article" };
    this.page = h("div.prose.page", { ...attributes, id: "article" });
    this.other = h("div.prose", attributes);
    listen(this.page);
    listen(this.other);
    /**
     * The article on the other leaf.
     * @type {{event: string, html: string, marked: Marked[]} | null}
     */
    this.ahead = null;
    this.leave = () => this.drop();
  }

  /**
   * Lay out the article that the reader may open next. A key forgets it, as its links must not get the focus.
   * @param {string} event
   * @param {string} html in which every text is escaped
   */
  prepare(event, html) {
    this.other.innerHTML = html;
    this.ahead = { event, html, marked: this.dress(this.other, event) };
    this.other.setAttribute("aria-hidden", "true");
    this.page.after(this.other);
    addEventListener("keydown", this.leave, true);
  }

  /** Forget the article that the reader may open next. */
  drop() {
    if (!this.ahead) return;
    this.ahead = null;
    removeEventListener("keydown", this.leave, true);
    this.other.remove();
    this.other.replaceChildren();
  }

  /**
   * Show an article from its beginning. Gives its passages.
   * @param {string} event
   * @param {string} html in which every text is escaped
   */
  show(event, html) {
    const { ahead, page, other } = this;
    if (ahead?.event !== event || ahead.html !== html) {
      this.drop();
      page.scrollTop = 0; // scroll before the text is set: afterwards the browser would have to lay it out at once
      page.innerHTML = html;
      return this.dress(page, event);
    }
    removeEventListener("keydown", this.leave, true);
    other.removeAttribute("aria-hidden");
    page.removeAttribute("id");
    other.id = "article";
    other.classList.add("page");
    if (document.activeElement === page) other.focus({ preventScroll: true });
    page.remove();
    page.classList.remove("page");
    page.removeAttribute("aria-busy");
    page.replaceChildren();
    [this.page, this.other, this.ahead] = [other, page, null];
    return ahead.marked;
  }
}
