// The links to the pages. Each has an address, so it can be opened in a new tab. A plain click keeps the session and the
// choice.

import { FIRST, listen, now, to, turn } from "../engine/state.js";
import { h, modified, mounted, View } from "../engine/view.js";

/** @import { PagesState } from "../engine/types" */

/** @extends {View<PagesState>} */
class PagesView extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("nav.pages", { "aria-label": "Pages" }));
    parent.append(this.root);
    this.unlisten = listen(() => this.lead());
  }

  remove() {
    super.remove();
    this.unlisten();
  }

  /** @param {PagesState} state */
  async update(state) {
    this.state = state;
    const { pages } = state;
    if (!this.root.childElementCount) this.root.append(...pages.map(({ page, label }) => this.link(page, label)));
    for (const [i, { href, current }] of pages.entries()) {
      const link = this.root.children[i]; // the links stay, and with them the focus
      link.setAttribute("href", href);
      if (current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    this.lead();
  }

  /** Write the present choice into the links, because the server does not know what was chosen in the browser. */
  lead() {
    if (!this.state?.pages.some(({ page, current }) => current && page === FIRST) || !now()) return;
    for (const [i, { page }] of this.state.pages.entries()) this.root.children[i].setAttribute("href", `?${to(page)}`);
  }

  /**
   * @param {string} page
   * @param {string} label
   */
  link(page, label) {
    /** @param {MouseEvent} event */
    const onclick = (event) => {
      if (event.button || modified(event)) return;
      event.preventDefault();
      turn(page);
    };
    return h("a", { onclick }, label);
  }
}

export default mounted(PagesView);
