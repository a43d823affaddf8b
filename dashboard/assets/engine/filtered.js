// A view with the panel of filters. Panel and view follow the state of the reader until the view is removed.

import { announce, spoken } from "./announce.js";
import { groups } from "./facts.js";
import { Panel } from "./panel.js";
import { EVERY_WEIGHT, remaining } from "./select.js";
import { act, along, appearances, folds, go, know, linkTo, listen, seek } from "./state.js";
import { h, json, once, stylesheet, View } from "./view.js";

/** @import { Facts, Remaining, Urls, ViewsState } from "./types" */
/** @import { Found } from "./find.js" */
/** @import { Results } from "./searchbox.js" */
/** @import { Filters } from "./select.js" */
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
    /** @type {Urls | null} */
    this.urls = null;
    /**
     * The choice that was announced last.
     * @type {Chosen | null}
     */
    this.told = null;
    /** The words of the list of results that were announced last. */
    this.toldOfSearch = "";
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
    this.urls = urls;
    const [facts] = await Promise.all([
      once(urls.bundle, json),
      once(urls.css, stylesheet),
      once(urls.panelCss, stylesheet),
    ]);
    return facts;
  }

  /**
   * Draw the choice for these facts, and from then on every choice. Gives false if the view was removed before.
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
  receive(chosen) {
    const { facts, remaining: left, counts, choice, found } = chosen;
    this.panel.update({
      results: found && this.urls ? resultsOf(found, facts, this.urls, choice.filters, left) : null,
      words: facts.words,
      known: facts.known,
      groups: groups(facts),
      filters: choice.filters,
      counts,
      shown: left.shown.length,
      total: left.total,
    });
    this.announce(chosen);
  }

  /**
   * Announce what a choice has changed, and what the search has found. It is one announcement, because a second one
   * would interrupt the first. The first choice is what the reader came for, and is not announced.
   * @param {Chosen} chosen
   * @param {(event: string, at: string) => string} [fact] gives the words of the chosen proof
   */
  announce(chosen, fact) {
    // If the search finds nothing, no event passes. Then the words about the events say enough.
    const ofSearch = chosen.found?.hits.length ? this.panel.search.words : "";
    const ofChoice = this.told ? spoken(this.told, chosen, fact) : "";
    if (this.told && (ofChoice || ofSearch !== this.toldOfSearch)) {
      announce([ofSearch, ofChoice].filter(Boolean).join(" "));
    }
    this.toldOfSearch = ofSearch;
    this.told = chosen;
  }
}

/**
 * Put together what the list of results shows.
 * @param {Found} found
 * @param {Facts} facts
 * @param {Urls} urls
 * @param {Filters} filters
 * @param {Remaining} remaining
 * @returns {Results | null}
 */
function resultsOf(found, facts, urls, filters, { shown, notShown }) {
  const tables = folds();
  if (!tables) return null;
  const events = new Set(found.hits.filter(({ kind }) => kind === "event").map(({ id }) => id));
  const hidden = remaining(facts, { ...filters, weight: EVERY_WEIGHT }, events).length - shown.length;
  const everything = linkTo({ everything: true });
  return { found, facts, folds: tables, urls, shown, notShown, hidden, everything, appearances, along, go };
}
