// The links to the pages. They lead where they say, in a new tab too; followed here, the session goes on: what is
// chosen goes along, also what has not reached the server yet.

import { act } from "./acts.js";
import { h, modified, mounted, View } from "./view.js";

/** @import { PagesState } from "./types" */

/** @extends {View<PagesState>} */
export class PagesView extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("nav.pages", { "aria-label": "Pages" }));
    parent.append(this.root);
  }

  /** @param {PagesState} state */
  async update({ pages }) {
    if (!this.root.childElementCount) this.root.append(...pages.map(({ page, label }) => this.link(page, label)));
    for (const [i, { href, current }] of pages.entries()) {
      const link = this.root.children[i]; // the links stay, and with them the focus
      link.setAttribute("href", href);
      if (current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
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
      act({ do: "turn", page });
    };
    return h("a", { onclick }, label);
  }
}

export default mounted(PagesView);
