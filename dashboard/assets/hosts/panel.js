// The filters as a component of Streamlit, for a page that the server draws. The server gets each choice as an address.

import { groups } from "../engine/facts.js";
import { Panel } from "../engine/panel.js";
import { act, know, listen, seek } from "../engine/state.js";
import { h, json, mounted, once, stylesheet, View } from "../engine/view.js";

/** @import { ViewsState } from "../engine/types" */

/** @extends {View<ViewsState>} */
class Filters extends View {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    super(h("div.linked.filters"));
    this.panel = new Panel({ act, seek });
    this.colors = h("style");
    /** @type {(() => void) | null} */
    this.unlisten = null;
    this.root.append(this.colors, this.panel.root);
    parent.append(this.root);
  }

  remove() {
    super.remove();
    this.gone = true;
    this.unlisten?.();
    this.panel.remove();
  }

  /**
   * @param {ViewsState} given
   * @param {import("../engine/view.js").Theme} theme
   */
  async update(given, theme) {
    const [facts] = await Promise.all([
      once(given.urls.bundle, json),
      once(given.urls.css, stylesheet),
      once(given.urls.panelCss, stylesheet),
    ]);
    this.root.dataset.theme = theme;
    this.colors.textContent = facts.css;
    if (this.gone) return;
    await know(facts, given.urls);
    if (this.gone) return;
    this.unlisten ??= listen(({ facts, choice: { filters }, counts, remaining: { shown, total } }) => {
      this.panel.update({ known: facts.known, groups: groups(facts), filters, counts, shown: shown.length, total });
    });
  }
}

export default mounted(Filters);
