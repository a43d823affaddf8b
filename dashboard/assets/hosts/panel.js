// The filters as a component of Streamlit, for a page that the server draws. The server gets each choice as an address.

import { FilteredView } from "../engine/filtered.js";
import { h, mounted } from "../engine/view.js";

/** @import { ViewsState } from "../engine/types" */

class Filters extends FilteredView {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("div.linked.filters"));
    parent.append(this.root);
  }

  /**
   * @param {ViewsState} given
   * @param {import("../engine/view.js").Theme} theme
   */
  async update({ urls }, theme) {
    const facts = await this.load(urls);
    this.root.dataset.theme = theme;
    this.colors.textContent = facts.css;
    await this.followState(facts, urls);
  }
}

export default mounted(Filters);
