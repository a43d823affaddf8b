// The links to the pages. They lead where they say, in a new tab too; followed here, the session goes on.
//
// The data holds `pages`: for each its `page`, `label`, `href` and whether it is the `current` one.
// A plain click is reported as {do: "turn", page}: what is chosen goes along, also what has not reached the server yet.

import { act, h, mounted, View } from "./view.js";

export class PagesView extends View {
  constructor(parent) {
    super();
    this.root = h("nav.pages", { "aria-label": "Pages" });
    parent.append(this.root);
  }

  async update({ pages }) {
    if (!this.root.childElementCount) this.root.append(...pages.map(({ page, label }) => this.link(page, label)));
    for (const [i, { href, current }] of pages.entries()) {
      // the links stay, and with them the focus
      const link = this.root.children[i];
      link.setAttribute("href", href);
      if (current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  link(page, label) {
    return h(
      "a",
      {
        onclick: (event) => {
          if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          act({ do: "turn", page });
        },
      },
      label,
    );
  }
}

export default mounted(PagesView);
