// The linked views: timeline, matrix of organizers and article, drawn from one bundle and one small state.
//
// The bundle (figures, articles, names of marks) comes once per version of the data; the state says what the
// filters leave and what is chosen. Choosing is answered here at once and reported; filtering is asked for,
// and the answer comes back as a new state.

import { linkTo } from "./address.js";
import { ArticlePane } from "./article.js";
import { Bar } from "./bar.js";
import { MatrixPane } from "./matrix.js";
import { stepped } from "./pane.js";
import { TimelinePane } from "./timeline.js";
import { all, first, h, json, once, recolored, script, stylesheet, View } from "./view.js";

/** @import { Act, Bundle, LinkedState } from "./types" */
/** @import { Pane, Whole } from "./pane.js" */
/** @import { Size, Theme } from "./view.js" */
/**
 * Whom the views ask: `act` does what the reader asks for, `choice` gives what was chosen later than a state tells.
 * @typedef {object} Ways
 * @property {(act: Act) => void} act
 * @property {(state: LinkedState) => {event: string, at: string} | null} [choice]
 */

/**
 * @extends {View<LinkedState>}
 * @implements {Whole}
 */
export class LinkedViews extends View {
  /**
   * Build the frame of the views.
   * @param {HTMLElement} parent
   * @param {Ways} ways
   */
  constructor(parent, { act, choice = () => null }) {
    super(h("div.linked"));
    this.act = act;
    this.choice = choice;
    this.colors = h("style");
    this.bar = new Bar(this);
    this.timeline = new TimelinePane(this);
    this.matrix = new MatrixPane(this);
    this.article = new ArticlePane(this);
    /** @type {Pane[]} */
    this.panes = [this.timeline, this.matrix, this.article];
    this.root.append(this.colors, this.bar.node, ...this.panes.map(({ node }) => node));

    // What comes with the first state.
    this.facts = /** @type {Bundle} */ (/** @type {unknown} */ (null));
    this.figures = /** @type {Whole["figures"]} */ (/** @type {unknown} */ (null));
    /** @type {Theme | null} */
    this.theme = null;
    /** @type {Set<string>} */
    this.shown = new Set();

    // How things are drawn: the state but for the choice, as JSON; the choice; the width in pixels.
    this.content = "";
    this.followed = "";
    this.width = 0;
    this.narrow = false;

    this.timeline.chart.onkeydown = (event) => this.onKey(event, this.timeline);
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
   * @param {LinkedState} state
   * @param {Theme} theme
   */
  async update(state, theme) {
    const [facts] = await Promise.all([
      once(state.urls.bundle, json),
      once(state.urls.plotly, script),
      once(state.urls.css, stylesheet),
      document.fonts?.ready,
    ]);
    Object.assign(state, this.choice(state)); // an older state undoes no choice
    if (this.facts !== facts || this.theme !== theme) this.take(facts, theme);
    this.state = state;
    this.shown = new Set(state.shown);
    if (!this.shown.has(this.event)) state.event = state.shown[0] ?? null;
    const content = JSON.stringify({ ...state, event: "", at: "", answers: 0 });
    if (content === this.content) {
      this.follow(); // the answer to a choice brings nothing new
    } else this.draw();
    this.content = content;
    this.resized?.observe(this.root);
    document.documentElement.dataset.ready = state.version;
  }

  /**
   * Take the facts of another version of the data, or the colours of another theme.
   * @param {Bundle} facts
   * @param {Theme} theme
   */
  take(facts, theme) {
    this.facts = facts;
    this.theme = theme;
    this.colors.textContent = facts.css;
    const dark = theme === "dark" ? facts.dark : {};
    this.figures = { timeline: recolored(facts.timeline, dark), matrix: recolored(facts.matrix, dark) };
    this.article.forget();
    this.content = "";
  }

  /** The chosen event; there is one wherever an event is shown. */
  get event() {
    return this.state.event ?? "";
  }

  /** Remember what has the focus, to give it back: drawing takes nodes out of the page, or makes them anew. */
  keepFocus() {
    const focus = /** @type {HTMLElement | null} */ (document.activeElement);
    const pane = focus && this.root.contains(focus) ? focus.closest(".bar, .pane") : null;
    const name = (/** @type {HTMLElement} */ node) =>
      node.dataset.organizer ?? node.dataset.choose ?? node.getAttribute("aria-label") ?? node.textContent;
    return () => {
      if (!focus || !pane || document.activeElement === focus) return;
      const again = focus.isConnected ? focus : all(pane, focus.tagName).find((node) => name(node) === name(focus));
      again?.focus({ preventScroll: true });
    };
  }

  draw() {
    const giveFocusBack = this.keepFocus();
    this.width = this.root.clientWidth;
    this.narrow = this.width < 520;
    this.root.dataset.theme = this.theme ?? "";
    this.root.style.setProperty("--top", `${Math.round(this.root.getBoundingClientRect().top + scrollTop())}px`);
    const empty = !this.state.shown.length;
    this.root.toggleAttribute("data-empty", empty);
    this.bar.draw(empty);
    for (const { node } of this.panes) node.hidden = empty;
    if (!empty) for (const pane of this.panes) pane.draw();
    this.followed = this.chosen;
    giveFocusBack();
  }

  /** Draw for another width, and keep the lit passage in sight. */
  redraw() {
    const keepInSight = this.article.keepLitInSight();
    this.draw();
    keepInSight();
  }

  /** What is chosen, as one text. */
  get chosen() {
    return `${this.event} ${this.state.at}`;
  }

  /** Show what is chosen where the rest stays as it is; the article first, since it is what was asked for. */
  follow() {
    if (this.chosen === this.followed) return;
    for (const pane of [this.article, this.timeline, this.matrix]) pane.follow();
    this.followed = this.chosen;
  }

  /**
   * Choose an event, and with `at` the organizer whose passage is to be lit; all three views follow at once. `read`
   * goes to the article where the views are stacked.
   * @param {string} event
   */
  choose(event, at = "", { read = false } = {}) {
    if (!this.shown.has(event)) {
      this.act({ do: "open", event, at }); // the filters hide it: they give way
      return;
    }
    Object.assign(this.state, { event, at });
    this.follow();
    const stacked = getComputedStyle(this.root).gridTemplateColumns.split(" ").length === 1;
    if (read && !at && stacked) this.article.node.scrollIntoView({ behavior: "smooth" });
    this.act({ do: "choose", event, at });
  }

  /**
   * The address of what is shown, which the page itself gets a moment later; with `weight` as it would be with that.
   * @param {string} [weight]
   */
  link(weight) {
    return `${location.origin}${location.pathname}?${linkTo(this.state, weight)}`;
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
   * The views for a sheet of paper.
   * @param {Size} paper
   * @param {(pane: HTMLElement, node: HTMLElement) => void} into
   */
  sheets(paper, into) {
    if (!this.state?.shown.length) return;
    for (const pane of this.panes) pane.sheets(paper, (node) => into(pane.node, node));
  }
}

const scrollTop = () => first(document, "[data-testid=stMain]")?.scrollTop ?? document.documentElement.scrollTop;
