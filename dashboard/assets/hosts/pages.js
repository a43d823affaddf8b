// The links to the pages. They lead where they say, in a new tab too; followed here, the session goes on, and what is
// chosen goes along.

import { FIRST, listen, now, to, turn } from "../engine/state.js";
import { h, modified, mounted, View } from "../engine/view.js";

/** @import { PagesState } from "../engine/types" */

/** @extends {View<PagesState>} */
export class PagesView extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("nav.pages", { "aria-label": "Pages" }));
    parent.append(this.root);
    this.quiet = listen(() => this.lead());
  }

  remove() {
    super.remove();
    this.quiet();
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

  /** Take along what was chosen here, of which the server knows nothing. */
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
