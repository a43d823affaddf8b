// A view with the panel of filters. Panel and view follow the state of the reader until the view is removed.

import { groups } from "./facts.js";
import { Panel } from "./panel.js";
import { act, know, listen, seek } from "./state.js";
import { h, json, once, stylesheet, View } from "./view.js";

/** @import { Facts, Urls, ViewsState } from "./types" */
/** @import { Chosen } from "./state.js" */

/** @extends {View<ViewsState>} */
export class FilteredView extends View {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root);
    this.panel = new Panel({ act, seek });
    this.colors = h("style");
    /** @type {(() => void) | null} */
    this.unlisten = null;
    this.gone = false;
    this.root.append(this.colors, this.panel.root);
  }

  remove() {
    super.remove();
    this.gone = true;
    this.unlisten?.();
    this.panel.remove();
  }

  /**
   * Load the facts and the style sheets.
   * @param {Urls} urls
   * @returns {Promise<Facts>}
   */
  async load(urls) {
    const [facts] = await Promise.all([
      once(urls.bundle, json),
      once(urls.css, stylesheet),
      once(urls.panelCss, stylesheet),
    ]);
    return facts;
  }

  /**
   * Draw the choice for these facts, and from then on every choice. Gives false if the view was removed meanwhile.
   * @param {Facts} facts
   * @param {Urls} urls
   */
  async followState(facts, urls) {
    if (!this.gone) await know(facts, urls);
    if (this.gone) return false;
    this.unlisten ??= listen((chosen) => this.receive(chosen));
    return true;
  }

  /**
   * Draw a choice.
   * @param {Chosen} chosen
   */
  receive({ facts, remaining, counts, choice }) {
    this.panel.update({
      known: facts.known,
      groups: groups(facts),
      filters: choice.filters,
      counts,
      shown: remaining.shown.length,
      total: remaining.total,
    });
  }
}
