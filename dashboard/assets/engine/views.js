// The linked views: filters, timeline, matrix of organizers and article, drawn from the facts and one small state.
//
// The facts are loaded once per version of the data. Every act goes to `state.js`, which gives the new state in the same
// frame. Only an article, and the texts of the first search, are fetched when they are needed.

import { ArticlePane } from "./article.js";
import { Articles } from "./articles.js";
import { Bar } from "./bar.js";
import { matrix as wholeMatrix } from "./facts.js";
import { FilteredView } from "./filtered.js";
import { MatrixPane } from "./matrix.js";
import { stepped } from "./pane.js";
import { act, linkTo } from "./state.js";
import { TimelinePane } from "./timeline.js";
import { all, first, h, once, recolored, script, setVariable, text } from "./view.js";

/** @import { Act, Facts, Remaining, Urls, ViewsState } from "./types" */
/** @import { Pane, Whole } from "./pane.js" */
/** @import { Chosen } from "./state.js" */
/** @import { Size, Theme } from "./view.js" */
/** @typedef {Remaining & {urls: Urls, unsearched: boolean}} LinkedState the events that pass the filters, the choice, and the addresses of files */

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
    this.width = 0;
    this.narrow = false;

    this.timeline.chart.node.onkeydown = (event) => this.onKey(event, this.timeline);
    this.matrix.grid.onkeydown = (event) => this.onKey(event, this.matrix);
    this.resized = new ResizeObserver(() => {
      if (this.state && this.root.clientWidth !== this.width && !this.printing) this.redraw();
    });
    parent.append(this.root);
  }

  remove() {
    super.remove();
    this.article.remove();
    delete document.documentElement.dataset.ready;
  }

  /**
   * Load what the views need, and draw the choice. After that, the views listen to the state.
   * @param {ViewsState} given
   * @param {Theme} theme
   */
  async update(given, theme) {
    const [facts] = await Promise.all([this.load(given.urls), once(given.urls.plotly, script), document.fonts?.ready]);
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
  }

  /**
   * Draw a choice. If only the chosen event has changed, update only what depends on it.
   * @param {Chosen} chosen
   */
  receive(chosen) {
    if (!this.given) return;
    const { facts, remaining, base, unsearched } = chosen;
    if (this.facts !== facts) {
      this.facts = facts;
      this.color();
      this.article.forget(this.given.urls.article);
      this.drawn = null;
    }
    this.state = { ...remaining, urls: this.given.urls, unsearched };
    super.receive(chosen);
    if (this.drawn === base) {
      this.follow();
      this.article.retry();
    } else {
      this.shown = new Set(remaining.shown);
      this.draw(base);
    }
    this.tellWhenRead();
  }

  /** Set the attribute `data-ready` of the page when the article is shown. */
  async tellWhenRead() {
    await this.article.settled();
    if (this.root.isConnected && this.given) document.documentElement.dataset.ready = this.given.version;
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

  /** @param {object | null} base of the choice, see `Chosen` in state.js */
  draw(base = this.drawn) {
    const giveFocusBack = this.keepFocus();
    this.drawn = base;
    this.width = this.root.clientWidth;
    this.narrow = this.width < 520;
    this.root.dataset.theme = this.theme;
    setVariable(this.root, "--top", `${Math.round(this.root.getBoundingClientRect().top + scrollTop())}px`);
    const empty = !this.state.shown.length;
    this.root.toggleAttribute("data-empty", empty);
    this.bar.draw(empty);
    for (const { node } of this.panes) node.hidden = empty;
    if (!empty) for (const pane of this.panes) pane.draw();
    this.followed = this.chosen;
    giveFocusBack();
  }

  /** Draw for another width, and keep the highlighted passage visible. */
  redraw() {
    const keepInSight = this.article.keepLitInSight();
    this.draw();
    keepInSight();
  }

  /** The chosen event and proof, as one text. */
  get chosen() {
    return `${this.event} ${this.state.at}`;
  }

  /** Update what depends on the chosen event and proof. The article comes first, because the reader waits for it. */
  follow() {
    if (this.chosen === this.followed || !this.shown.size) return;
    this.bar.follow();
    for (const pane of [this.article, this.timeline, this.matrix]) pane.follow();
    this.followed = this.chosen;
  }

  /**
   * Choose an event, and with `at` the proof whose passage is highlighted. With `read`, scroll to the article if the panes
   * are stacked.
   * @param {string} event
   */
  choose(event, at = "", { read = false } = {}) {
    if (!this.shown.has(event)) {
      act({ do: "open", event, at }); // the filters hide the event, so they are dropped
      return;
    }
    act({ do: "choose", event, at });
    const stacked = this.article.node.offsetLeft === this.timeline.node.offsetLeft;
    if (read && !at && stacked) this.article.node.scrollIntoView({ behavior: "smooth" });
  }

  /**
   * Do an act of the reader in a pane.
   * @param {Act} action
   */
  act(action) {
    act(action);
  }

  /** Give the address of what is shown, with the open event. */
  link() {
    return `${location.origin}${location.pathname}?${linkTo()}`;
  }

  /** @param {string} organizer */
  showRow(organizer) {
    const row = first(this.matrix.node, `button.row[data-organizer="${organizer}"]`);
    row?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  /** @param {number} by how many events */
  step(by) {
    const to = stepped(this.state.shown, this.event, by);
    if (to !== this.event) this.choose(to);
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
    for (const pane of this.panes) pane.sheets(paper, (node) => into(pane.node, node));
  }
}

const scrollTop = () => first(document, "[data-testid=stMain]")?.scrollTop ?? document.documentElement.scrollTop;
