// The linked views: filters, timeline, matrix of organizers and article, drawn from the facts and one small state.
//
// The facts are loaded once per version of the data. Every act goes to `state.js`, which gives the new state in the same
// frame. Only an article, and the texts of the first search, are fetched when they are needed.

import { withQuery } from "./address.js";
import { ArticlePane } from "./article.js";
import { Articles } from "./articles.js";
import { Bar } from "./bar.js";
import { matrix as wholeMatrix } from "./facts.js";
import { FilteredView } from "./filtered.js";
import { keepPlace, land, scroller, storePlaces } from "./landing.js";
import { MatrixPane } from "./matrix.js";
import { nearest, stepped } from "./pane.js";
import { meantWords } from "./searchbox.js";
import { skipLinks } from "./skip.js";
import { act, after, isHere, linkTo, now, zoomed } from "./state.js";
import { TimelinePane } from "./timeline.js";
import { titleOf, WindowTitle } from "./title.js";
import { all, first, h, idle, once, recolored, script, setVariable, smooth, stylesheet, text } from "./view.js";
import { Wanted } from "./wanted.js";

/** @import { Act, Facts, Remaining, Urls, ViewsState } from "./types" */
/** @import { Pane, Whole } from "./pane.js" */
/** @import { Span } from "./span.js" */
/** @import { Chosen } from "./state.js" */
/** @import { MapPane } from "./map.js" */
/** @import { TakeAway, Wish } from "./takeaway.js" */
/** @import { Tour } from "./tour.js" */
/** @import { Size, Theme } from "./view.js" */
/**
 * The events that pass the filters, the choice, the addresses of files, and what was searched for. `span` is the span of
 * time of the filters.
 * @typedef {{urls: Urls, unsearched: boolean, meant: string, terms: string[]}} Added
 * @typedef {Remaining & Added & {table: string, zoom: string, span: Span}} LinkedState
 */

/** @implements {Whole} */
export class LinkedViews extends FilteredView {
  /**
   * Build the views, without content.
   * @param {HTMLElement} parent
   */
  constructor(parent) {
    super(h("div.linked.filtered"));
    this.articles = new Articles(text);
    this.bar = new Bar(this);
    this.timeline = new TimelinePane(this);
    this.matrix = new MatrixPane(this);
    this.article = new ArticlePane(this);
    /** @type {Pane[]} */
    this.panes = [this.timeline, this.matrix, this.article];
    /** @type {TakeAway | null} */
    this.takeaway = null; // loaded when the views are drawn
    /** @type {Tour | null} */
    this.tour = null; // loaded when it is opened
    /** @type {MapPane | null} */
    this.map = null; // loaded when it is opened
    this.mapped = false; // whether the map replaces the timeline
    this.mapWords = h("p.failed", { role: "alert" });
    this.wantedMap = new Wanted(() => Promise.all([import("./map.js"), import("../vendor/land.js")]), {
      isWanted: () => this.mapped && !this.gone,
      come: ([{ MapPane }, { LAND }]) => {
        this.map = new MapPane(this, LAND);
        this.timeline.node.after(this.map.node);
        this.draw();
      },
      fail: () => {
        this.mapWords.textContent = NO_MAP;
        this.lackMap();
      },
    });
    this.root.append(this.bar.node, ...this.panes.map(({ node }) => node));

    // Set with the first choice.
    this.facts = /** @type {Facts} */ (/** @type {unknown} */ (null));
    this.figures = /** @type {Whole["figures"]} */ (/** @type {unknown} */ (null));
    this.state = /** @type {LinkedState} */ (/** @type {unknown} */ (null));
    /** @type {Theme} */
    this.theme = "light";
    /** @type {ViewsState | null} */
    this.given = null;
    /** @type {Set<string>} */
    this.shown = new Set();

    // The state of the drawing: the base of the choice, the chosen event and proof, and the width in pixels.
    /** @type {object | null} */
    this.drawn = null;
    this.followed = "";
    /** @type {object | null} */
    this.prefetched = null; // the base for which the articles behind the filters were fetched
    this.width = 0;
    this.narrow = false;
    this.stacked = false;

    this.panel.root.addEventListener("pointerover", ({ target }) => this.expectBehind(/** @type {Element} */ (target)));
    this.panel.root.addEventListener("pointerleave", () => this.expect(null));
    this.timeline.chart.node.onkeydown = (event) => this.onKey(event, this.timeline);
    this.matrix.grid.onkeydown = (event) => this.onKey(event, this.matrix);
    /**
     * What had the focus when a proof was opened.
     * @type {HTMLElement | null}
     */
    this.opener = null;
    this.skips = this.skipLinks();
    this.title = this.windowTitle();
    this.landed = false; // whether the page was scrolled to where it begins
    this.leave = () => this.keepPlace();
    addEventListener("pagehide", this.leave);
    this.resized = new ResizeObserver(() => {
      if (this.state && this.root.clientWidth !== this.width && !this.printing) this.redraw();
    });
    /**
     * The element of the page around the views. A notice that comes or goes above them changes its size.
     * @type {Element | null}
     */
    this.page = null;
    this.moved = new ResizeObserver(() => requestAnimationFrame(() => this.fit()));
    parent.append(this.root);
  }

  remove() {
    super.remove();
    this.moved.disconnect();
    removeEventListener("pagehide", this.leave);
    this.skips?.remove();
    this.title?.remove();
    this.article.remove();
    this.takeaway?.remove();
    this.tour?.remove();
    this.wantedMap.remove();
    delete document.documentElement.dataset.ready;
  }

  /** @returns {HTMLElement | null} */
  skipLinks() {
    const filters = () => this.panel.start();
    const article = () => (this.root.hasAttribute("data-empty") ? filters() : this.article.page);
    return skipLinks([
      { words: "Skip to the article", id: "article", target: article },
      { words: "Skip to the filters", id: "filters", target: filters },
    ]);
  }

  /** @returns {WindowTitle | null} */
  windowTitle() {
    return new WindowTitle(isHere);
  }

  /**
   * Load the script that draws the charts.
   * @param {Urls} urls
   * @returns {Promise<unknown>}
   */
  loadCharts(urls) {
    return once(urls.plotly, script);
  }

  /**
   * Load what the views need, and draw the choice. After that, the views listen to the state.
   * @param {ViewsState} given
   * @param {Theme} theme
   */
  async update(given, theme) {
    const [facts] = await Promise.all([this.load(given.urls), this.loadCharts(given.urls), document.fonts?.ready]);
    if (this.gone) return;
    this.given = given;
    const recolor = this.drawn && this.theme !== theme;
    this.theme = theme;
    if (!(await this.followState(facts, given.urls))) return;
    if (recolor) {
      this.color();
      this.draw();
    }
    this.resized?.observe(this.root);
    this.fit();
  }

  /**
   * Draw a choice. If only the chosen event has changed, update only what depends on it.
   * @param {Chosen} chosen
   */
  receive(chosen) {
    if (!this.given) return;
    const { facts, remaining, base, unsearched, choice, found } = chosen;
    if (this.facts !== facts) {
      this.facts = facts;
      this.color();
      this.article.forget(this.given.urls.article);
      this.drawn = null;
    }
    const meant = found?.meant ? meantWords(choice.filters.q, found.meant) : "";
    const { table, zoom, filters } = choice;
    const span = { since: filters.since, until: filters.until };
    const searched = { unsearched, meant, terms: found?.terms ?? [] };
    this.state = { ...remaining, urls: this.given.urls, ...searched, table, zoom, span };
    this.mapped = chosen.choice.map === "1" && this.hasMap;
    const place = this.drawn === base ? null : this.measure();
    super.receive(chosen);
    if (!place) {
      this.follow();
      this.timeline.chart.restore();
      this.article.retry();
    } else {
      this.shown = new Set(remaining.shown);
      this.draw(base, place);
    }
    this.lackMap();
    this.wantedMap.ask();
    super.announce(chosen, (event, at) => this.factInWords(event, at));
    this.title?.show(titleOf(facts, choice, remaining));
    this.takeaway?.update();
    this.showTour(chosen.choice.tour);
    this.tellWhenRead();
  }

  /** Whether the events have places that a map can show. */
  get hasMap() {
    return this.facts.places.length > 0;
  }

  /** The panes on the page: an open map replaces the timeline. */
  get onPage() {
    const { map } = this;
    return this.mapped && map ? this.panes.map((pane) => (pane === this.timeline ? map : pane)) : this.panes;
  }

  /** Say that the map did not arrive, if the reader still waits for it. */
  lackMap() {
    if (!this.mapped || this.map || !this.mapWords.textContent) this.mapWords.remove();
    else if (!this.mapWords.isConnected) this.bar.node.append(this.mapWords);
  }

  /**
   * Show the step of the tour that is in the address, if any.
   * @param {string} step
   */
  async showTour(step) {
    if (!step && !this.tour) return;
    if (!this.tour) {
      const module = await loadTour().catch(() => null);
      if (!module || this.gone) return; // without it, the page is as it is without the tour
      if (!this.tour) {
        this.tour = new module.Tour(this);
        this.root.append(this.tour.node);
      }
    }
    this.tour.show(now()?.choice.tour ?? "");
  }

  /** Wait with the announcement until the choice is drawn; see `receive`. */
  announce() {}

  /**
   * Give the fact of a proof in words: the role of an organizer at an event, a figure or a date. Empty if the article that
   * has the proof is not here.
   * @param {string} event
   * @param {string} at
   */
  factInWords(event, at) {
    const role = this.matrix.roleAt(event, at);
    if (role) return `${this.facts.known.organizer[at] ?? at}: ${role}.`;
    const card = /** @type {HTMLTemplateElement | null} */ (first(this.article.page, `template[data-proof="${at}"]`));
    const words = card?.content.querySelector("header b")?.textContent?.trim();
    return words ? `${words}.` : "";
  }

  /** Set the attribute `data-ready` of the page when the article is shown. */
  async tellWhenRead() {
    await this.article.settled();
    if (!this.root.isConnected || !this.given) return;
    if (!this.landed) this.land();
    document.documentElement.dataset.ready = this.given.version;
    idle(() => this.prepare());
  }

  /** Scroll the page to where it begins. The tour does this itself. */
  land() {
    this.landed = true;
    if (!now()?.choice.tour) land(this.root, { event: this.event, at: this.state.at }, this.stacked);
  }

  /** Keep the scroll position of the page, for a reader who returns. */
  keepPlace() {
    if (this.landed) keepPlace();
    storePlaces();
  }

  /** Load what may be needed later, so that it is there when the server is gone. */
  prepare() {
    loadTakeAway().catch(() => {});
    if (this.facts.tour.length) loadTour().catch(() => {});
    once(this.state.urls.takeawayCss, stylesheet).catch(() => {}); // the panel loads it again when it is opened
    this.prefetchChoices();
  }

  /**
   * Fetch the articles that one press in the panel of filters would open. Each is fetched when the browser is idle, until
   * the reader filters or the server does not answer.
   */
  async prefetchChoices() {
    const { drawn } = this;
    // A change on trial may have ended on the server. An answer that says so would be a needless error.
    if (this.prefetched === drawn || this.facts.pictures.trial) return;
    this.prefetched = drawn;
    for (const box of /** @type {HTMLInputElement[]} */ (all(this.panel.root, "input[data-facet]"))) {
      await new Promise((resolve) => idle(() => resolve(null)));
      if (this.gone || this.drawn !== drawn) return;
      const event = behind(box);
      if (!event || (await this.articles.prefetch(event))) continue;
      this.prefetched = null;
      return;
    }
  }

  /** Apply the colours of the theme. */
  color() {
    this.colors.textContent = this.facts.css;
    const dark = this.theme === "dark" ? this.facts.dark : {};
    this.figures = { timeline: recolored(this.facts.timeline, dark), matrix: recolored(wholeMatrix(this.facts), dark) };
  }

  /** The id of the chosen event; empty only if no event is shown. */
  get event() {
    return this.state.event ?? "";
  }

  /** Remember what has the focus, because drawing replaces nodes. Call the result to give the focus back. */
  keepFocus() {
    const focus = /** @type {HTMLElement | null} */ (document.activeElement);
    const pane = focus && this.root.contains(focus) ? focus.closest(".bar, .pane") : null;
    const name = (/** @type {HTMLElement} */ node) =>
      node.dataset.organizer ?? node.dataset.choose ?? node.getAttribute("aria-label") ?? node.textContent;
    return () => {
      if (!focus || !pane || document.activeElement === focus) return;
      const again = focus.isConnected ? focus : all(pane, focus.tagName).find((node) => name(node) === name(focus));
      (again ?? first(pane, ".chip, .reset, button"))?.focus({ preventScroll: true });
    };
  }

  /** Measure where the views are. Do it before anything changes: afterwards the browser would have to lay the page out. */
  measure() {
    return {
      width: this.root.clientWidth,
      top: Math.round(this.root.getBoundingClientRect().top + scroller().scrollTop),
    };
  }

  /** Take the height that is left below what is above the views. Do it again whenever the page around them changes. */
  fit() {
    if (!this.drawn || this.printing || !this.root.isConnected) return;
    setVariable(this.root, "--top", `${this.measure().top}px`);
    const page = this.root.closest(PAGE);
    if (page === this.page) return;
    this.moved.disconnect();
    this.page = page;
    if (page) this.moved.observe(page);
  }

  /**
   * @param {object | null} base of the choice, see `Chosen` in state.js
   * @param {{width: number, top: number}} place of the views, see `measure`
   */
  draw(base = this.drawn, { width, top } = this.measure()) {
    const giveFocusBack = this.keepFocus();
    const atMap = document.activeElement?.matches(".to-map");
    this.drawn = base;
    this.width = width;
    this.narrow = width < 520;
    this.stacked = !matchMedia(BESIDE).matches;
    this.root.dataset.theme = this.theme;
    setVariable(this.root, "--top", `${top}px`);
    const empty = !this.state.shown.length;
    this.root.toggleAttribute("data-empty", empty);
    this.bar.draw(empty);
    this.lackMap();
    const { onPage } = this;
    for (const pane of [...this.panes, this.map]) if (pane) pane.node.hidden = empty || !onPage.includes(pane);
    if (!empty) for (const pane of onPage) pane.draw();
    this.followed = this.chosen;
    this.tour?.place();
    giveFocusBack();
    if (atMap) first(this.root, ".pane:not([hidden]) .to-map")?.focus({ preventScroll: true });
  }

  /** Draw for another width, and keep the highlighted passage visible. */
  redraw() {
    const keepInSight = this.article.keepLitInSight();
    this.draw();
    keepInSight();
  }

  /** The chosen event, proof and passage, as one text. */
  get chosen() {
    return `${this.event} ${this.state.at} ${this.state.passage}`;
  }

  /** Update what depends on the chosen event and proof. The article, the last pane, comes first: the reader waits for it. */
  follow() {
    if (this.chosen === this.followed || !this.shown.size) return;
    this.matrix.reveal(); // before anything changes: afterwards the browser would have to lay the page out at once
    this.bar.follow();
    for (const pane of this.onPage.toReversed()) pane.follow();
    this.followed = this.chosen;
  }

  /**
   * Choose an event, with `at` the proof whose passage is highlighted, and with `passage` any other passage. With `read`,
   * scroll to the article if the panes are stacked.
   * @param {string} event
   */
  choose(event, at = "", { read = false, passage = "" } = {}) {
    if (at && !this.article.has(document.activeElement)) {
      this.opener = /** @type {HTMLElement | null} */ (document.activeElement);
    }
    if (!this.shown.has(event)) {
      act({ do: "open", event, at }); // the filters hide the event, so they are dropped
      return;
    }
    // measure before the article is replaced: afterwards the browser would have to lay it out at once
    const stacked = read && !at && this.article.node.offsetLeft === this.timeline.node.offsetLeft;
    act({ do: "choose", event, at, passage });
    if (stacked) this.article.node.scrollIntoView({ behavior: smooth() });
  }

  closeProof() {
    const inside = this.article.has(document.activeElement);
    this.choose(this.event);
    const { opener } = this;
    if (!inside) return;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    else this.article.page.focus({ preventScroll: true });
  }

  /**
   * Close what is open: a menu, or the card of a proof.
   * @param {KeyboardEvent} event
   */
  escape(event) {
    super.escape(event);
    const { target, defaultPrevented } = event;
    if (defaultPrevented || !this.state?.at || !(/** @type {Element} */ (target).closest(".pane"))) return;
    event.preventDefault();
    this.closeProof();
  }

  /**
   * Do an act of the reader in a pane.
   * @param {Act} action
   */
  act(action) {
    act(action);
  }

  /** Give the address of what is shown, with the open event. From a disk it is the public one, if that is known. */
  link() {
    const { home } = this.state.urls;
    const page = location.protocol === "file:" && home ? home : location.href.replace(/[?#].*/s, "");
    return withQuery(page, linkTo());
  }

  /**
   * Open the panel “Take away”.
   * @param {string} [part]
   * @param {Partial<Wish>} [wish]
   */
  async takeAway(part, wish) {
    try {
      const { TakeAway } = await loadTakeAway();
      if (this.gone) return;
      if (!this.takeaway) {
        this.takeaway = new TakeAway(this);
        this.root.append(this.takeaway.node);
      }
      this.takeaway.open(part, wish);
    } catch {
      this.bar.node.append(h("p.failed", { role: "alert" }, "The panel did not arrive. Try again in a moment."));
    }
  }

  /** @param {string} organizer */
  showRow(organizer) {
    const row = first(this.matrix.node, `button.row[data-organizer="${organizer}"]`);
    row?.scrollIntoView({ block: "nearest", behavior: smooth() });
  }

  /**
   * Prepare the article that a click would open.
   * @param {string | null} event null if there is none
   */
  expect(event) {
    this.article.expect(event);
  }

  /**
   * Prepare the article that a filter under the pointer would open.
   * @param {Element} target
   */
  expectBehind(target) {
    /** @type {HTMLInputElement | null | undefined} */
    const box = target.closest("label")?.querySelector("[data-facet]");
    this.expect(box ? behind(box) : null);
  }

  /** @param {number} by how many events */
  step(by) {
    const to = stepped(this.state.shown, this.event, by);
    if (to !== this.event) this.choose(to);
  }

  /** @param {string} zoom */
  zoomed(zoom) {
    this.state.zoom = zoom;
    zoomed(zoom);
  }

  /** @param {-1 | 1} by */
  edition(by) {
    return nearest(this.state.shown, this.event, by, (id) => this.facts.events[id].kind === "conference");
  }

  /** @param {-1 | 1} by */
  stepEdition(by) {
    const to = this.edition(by);
    if (to) this.choose(to);
    else this.article.say(this.article.noEdition(by));
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Pane} pane
   */
  onKey(event, pane) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.step(-Infinity),
      End: () => this.step(Infinity),
      PageUp: () => this.stepEdition(-1),
      PageDown: () => this.stepEdition(1),
      Enter: () => this.article.page.focus(),
      ...pane.keys(),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /**
   * Draw the panes for a sheet of paper.
   * @param {Size} paper
   * @param {(pane: HTMLElement, node: HTMLElement) => void} into
   */
  sheets(paper, into) {
    if (!this.state?.shown.length) return;
    for (const pane of this.onPage) pane.sheets(paper, (node) => into(pane.node, node));
  }
}

const NO_MAP = "The map did not arrive. It opens by itself as soon as it does.";
const PAGE = ".stMainBlockContainer, #early > div";
const BESIDE = "(min-width: 1000.02px)"; // as in linked.css

/**
 * Give the event that would be open after a press on a choice of a filter; null if there would be none.
 * @param {HTMLInputElement} box
 */
function behind(box) {
  const { facet, value } = box.dataset;
  return facet && value ? after({ do: "filter", facet, value, on: !box.checked }) : null;
}

const loadTakeAway = () => import("./takeaway.js");
const loadTour = () => import("./tour.js");
