// The navigation: links to the places, and to the pages of the present one. Each link has an address, so it can be opened
// in a new tab. A plain click keeps the session and the choice.

import { toView } from "../engine/address.js";
import { FIRST, listen, now, to, turn } from "../engine/state.js";
import { afterFrame, all, h, modified, mounted, View } from "../engine/view.js";

/** @import { PagesState } from "../engine/types" */

/** @extends {View<PagesState>} */
class PagesView extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("nav.pages", { "aria-label": "Pages" }));
    this.places = h("div.places");
    this.within = h("div.within", { role: "group" });
    this.root.append(this.places);
    parent.append(this.root);
    this.unlisten = listen(() => afterFrame(() => this.lead()));
  }

  remove() {
    super.remove();
    this.unlisten();
  }

  /** @param {PagesState} state */
  async update(state) {
    this.state = state;
    const { places, pages, title } = state.ways;
    write(this.places, places, ({ before, word, after }) => [around(before), word, around(after)]);
    write(this.within, pages, ({ label }) => [label]);
    for (const [i, { current, several }] of places.entries()) {
      mark(this.places.children[i], current && (several ? "true" : "page"));
    }
    for (const [i, { current }] of pages.entries()) mark(this.within.children[i], current && "page");
    this.within.setAttribute("aria-label", title);
    if (pages.length) this.root.append(this.within);
    else this.within.remove();
    this.lead();
  }

  /** Write the present choice into the links, because the server does not know what was chosen in the browser. */
  lead() {
    if (!this.state?.ways.places.some(({ page, current }) => current && page === FIRST) || !now()) return;
    for (const link of all(this.root, "a")) link.setAttribute("href", toView(to(link.dataset.page ?? "")));
  }
}

/**
 * Make the part of a name that a narrow window leaves out.
 * @param {string} part
 */
const around = (part) => (part ? h("span", {}, part) : null);

/**
 * Write links into a row. As long as they lead to the same pages they stay, and with them the focus.
 * @template {{page: string, href: string}} Link
 * @param {HTMLElement} row
 * @param {Link[]} links
 * @param {(link: Link) => (string | HTMLElement | null)[]} name
 */
function write(row, links, name) {
  const present = all(row, "a").map(({ dataset }) => dataset.page);
  if (present.join() !== links.map(({ page }) => page).join()) {
    const made = links.map((link) => h("a", { "data-page": link.page, onclick: follow }, ...name(link)));
    row.replaceChildren(...made);
  }
  for (const [i, { href }] of links.entries()) row.children[i].setAttribute("href", href);
}

/**
 * Say of a link whether it leads to where the reader is.
 * @param {Element} link
 * @param {false | "page" | "true"} current `true` if the place has other pages too
 */
function mark(link, current) {
  if (current) link.setAttribute("aria-current", current);
  else link.removeAttribute("aria-current");
}

/** @param {MouseEvent} event */
function follow(event) {
  if (event.button || modified(event)) return;
  event.preventDefault();
  turn(/** @type {HTMLElement} */ (event.currentTarget).dataset.page ?? "");
}

export default mounted(PagesView);
