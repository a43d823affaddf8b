// The three linked views: timeline, organizer matrix and article, drawn from one bundle and one small state.
//
// The bundle (figures, articles, names of marks) comes once per version of the data; the state says what the
// filters leave and what is chosen. Choosing is answered here at once and reported; filtering is asked for,
// and the answer comes back as a new state.

import { act, unanswered } from "./acts.js";
import { linkTo } from "./address.js";
import { kept, labelled, time, whole } from "./axis.js";
import { matrix as wholeMatrix } from "./facts.js";
import * as geometry from "./geometry.js";
import { Hand } from "./hand.js";
import {
  all,
  FOR_EXCEL,
  first,
  h,
  json,
  mounted,
  once,
  PLOT,
  recolored,
  script,
  stylesheet,
  svg,
  table,
  View,
} from "./view.js";

/** @import { Facts, Font, LinkedState, Matrix, Row, Timeline, TimelineTrace } from "./types" */
/** @import { Span } from "./axis.js" */
/** @import { Conferences, Places, Point } from "./geometry.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Size, Theme } from "./view.js" */
/**
 * The parts of a matrix: the heads of its rows and columns, the plot between them, and what marks the choice.
 * @typedef {object} Cells
 * @property {HTMLElement} rows
 * @property {HTMLElement} columns
 * @property {PlotNode} plot
 * @property {HTMLElement} band
 * @property {HTMLElement} spot
 * @property {HTMLElement} node
 */
/** @typedef {Places & {cells: Cells}} Laid */

const UPRIGHT = 50; // the head of a narrower column is upright
const CELL = 88; // least width of a column of the matrix as a table on paper
const ACCENT = "#c2410c"; // of the light theme
const SMALLEST = 0.6; // how much a matrix is made smaller at most, to fit on one sheet
const FILES = {
  "events.csv": "Events, CSV",
  "roles.csv": "Roles, CSV",
  "sources.csv": "Sources, CSV",
  "workbook.xlsx": "All three, Excel workbook",
  "data.json": "All three, JSON",
};
/** The acts that choose an event. */
const MOVES = new Set(["choose", "open", "mark", "visit", "go"]);
const AS_TABLE = "Show the same as a table";

/** @extends {View<LinkedState>} */
export class LinkedViews extends View {
  /**
   * Build the frame of the views.
   * @param {HTMLElement} parent
   */
  constructor(parent) {
    super(h("div.linked"));
    this.chart = this.plotted("div.chart", { tabindex: 0, role: "application" });
    this.cells = this.emptyCells();
    this.grid = h("div.grid", { tabindex: 0, role: "application" }, this.cells.node);
    this.page = h("div.page", { tabindex: 0, role: "region", "aria-label": "Article" });
    this.bar = h("div.bar");
    this.timeline = h("section.pane.timeline", { "data-view": "timeline", "aria-label": "Timeline" });
    this.matrix = h("section.pane.matrix", { "data-view": "matrix", "aria-label": "Organizers and their roles" });
    this.article = h("section.pane.article", { "data-view": "article", "aria-label": "Article" });
    this.colors = h("style");
    this.root.append(this.colors, this.bar, this.timeline, this.matrix, this.article);

    // What comes with the first state.
    this.bundle = /** @type {Facts} */ (/** @type {unknown} */ (null));
    this.figures = /** @type {{timeline: Timeline, matrix: Matrix}} */ (/** @type {unknown} */ (null));
    /** @type {Theme | null} */
    this.theme = null;
    /** @type {Set<string>} */
    this.shown = new Set();
    /** The state but for the choice, as JSON, and the choice that was drawn with it. */
    this.content = "";
    this.followed = "";

    // How things are drawn.
    this.tables = { timeline: false, matrix: false };
    this.width = 0;
    this.narrow = false;
    this.presses = 0;
    this.marking = 0;
    /** @type {TimelineTrace[]} */
    this.marks = [];
    /** @type {Conferences[]} */
    this.named = [];
    /** @type {object[]} */
    this.laneLines = [];
    /** @type {Laid | null} */
    this.laid = null;
    /**
     * The event whose article is open, and the passage that is lit.
     * @type {string | null}
     */
    this.opened = null;
    /** @type {string | null} */
    this.lit = null;
    this.litSeen = false;

    this.page.onclick = (event) => this.followLink(event);
    this.chart.onkeydown = (event) => this.onKey(event, "timeline");
    this.grid.onkeydown = (event) => this.onKey(event, "matrix");
    this.hand = new Hand(this.chart, {
      range: () => this.range(),
      show: (range) => this.show(range),
      left: () => this.chart._fullLayout.xaxis._offset,
    });
    this.resized = new ResizeObserver(() => {
      if (this.state && this.root.clientWidth !== this.width && !this.printing) this.redraw();
    });
    // Told of only when a frame is drawn, so that after a change of size it still says how things were before.
    this.sight = new IntersectionObserver((seen) => {
      this.litSeen = seen.at(-1)?.isIntersecting ?? false;
    });
    parent.append(this.root);
  }

  remove() {
    super.remove();
    this.sight.disconnect();
    delete document.documentElement.dataset.ready;
  }

  /**
   * @param {LinkedState} state
   * @param {Theme} theme
   */
  async update(state, theme) {
    const [bundle] = await Promise.all([
      once(state.urls.bundle, json),
      once(state.urls.plotly, script),
      once(state.urls.css, stylesheet),
      document.fonts?.ready,
    ]);
    const moved = unanswered(state.answers).findLast((one) => MOVES.has(one.do));
    if (moved?.do === "choose") Object.assign(state, { event: moved.event, at: moved.at }); // an older answer undoes no choice
    if (this.bundle !== bundle || this.theme !== theme) {
      this.bundle = bundle;
      this.theme = theme;
      this.colors.textContent = bundle.css;
      const dark = theme === "dark" ? bundle.dark : {};
      this.figures = { timeline: recolored(bundle.timeline, dark), matrix: recolored(wholeMatrix(bundle), dark) };
      this.opened = null;
    }
    this.state = state;
    this.shown = new Set(state.shown);
    if (!this.shown.has(this.event)) state.event = state.shown[0] ?? null;
    const content = JSON.stringify({ ...state, event: "", at: "", answers: 0 });
    if (this.opened && content === this.content) {
      this.follow(); // the answer to a choice brings nothing new
    } else this.draw();
    this.content = content;
    this.resized?.observe(this.root);
    document.documentElement.dataset.ready = state.version;
  }

  /** The chosen event; there is one wherever an event is shown. */
  get event() {
    return this.state.event ?? "";
  }

  /** Remember what has the focus, to give it back: drawing takes nodes out of the page, or makes them anew. */
  heldFocus() {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    const pane = held && this.root.contains(held) ? held.closest(".bar, .pane") : null;
    const name = (/** @type {HTMLElement} */ node) =>
      node.dataset.organizer ?? node.dataset.choose ?? node.getAttribute("aria-label") ?? node.textContent;
    return () => {
      if (!held || !pane || document.activeElement === held) return;
      const again = held.isConnected ? held : all(pane, held.tagName).find((node) => name(node) === name(held));
      again?.focus({ preventScroll: true });
    };
  }

  /** Draw for another width, and keep the lit passage in sight. */
  redraw() {
    const seen = this.litSeen;
    this.draw();
    const lit = first(this.page, "[data-lit]");
    if (!seen || !lit) return;
    const { top, bottom } = lit.getBoundingClientRect();
    const pane = this.scrolls() ? this.page.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    if (top < pane.top || Math.min(bottom, top + 60) > pane.bottom) this.bring(lit, 0.06, "instant");
  }

  draw() {
    const giveFocusBack = this.heldFocus();
    this.width = this.root.clientWidth;
    this.narrow = this.width < 520;
    this.root.dataset.theme = this.theme ?? "";
    this.root.style.setProperty("--top", `${Math.round(this.root.getBoundingClientRect().top + scrollTop())}px`);
    const empty = !this.state.shown.length;
    this.root.toggleAttribute("data-empty", empty);
    this.drawBar(empty);
    for (const pane of [this.timeline, this.matrix, this.article]) pane.hidden = empty;
    if (!empty) {
      this.drawTimeline();
      this.drawMatrix();
      this.drawArticle();
      this.followed = `${this.event} ${this.state.at}`;
    }
    giveFocusBack();
  }

  /**
   * Fill a pane anew, and leave its body in its place where it is the same: a chart taken out and put back is laid out
   * anew.
   * @param {HTMLElement} pane
   * @param {HTMLElement} header
   * @param {HTMLElement} body
   * @param {...HTMLElement} rest
   */
  refill(pane, header, body, ...rest) {
    if (body.parentNode !== pane) {
      pane.replaceChildren(header, body, ...rest);
      return;
    }
    while (body.previousSibling) body.previousSibling.remove();
    while (body.nextSibling) body.nextSibling.remove();
    body.before(header);
    body.after(...rest);
  }

  /** Show what is chosen where the rest stays as it is; the article first, since it is what was asked for. */
  follow() {
    const chosen = `${this.event} ${this.state.at}`;
    if (chosen === this.followed) return;
    this.drawArticle();
    this.markChosen();
    this.markChart();
    this.followed = chosen;
  }

  /**
   * Choose an event, and with `at` the organizer whose passage is to be lit; all three views follow at once. `read`
   * goes to the article where the views are stacked.
   * @param {string} event
   */
  choose(event, at = "", { read = false } = {}) {
    if (!this.shown.has(event)) {
      act({ do: "open", event, at }); // the filters hide it: they give way
      return;
    }
    Object.assign(this.state, { event, at });
    this.follow();
    const stacked = getComputedStyle(this.root).gridTemplateColumns.split(" ").length === 1;
    if (read && !at && stacked) this.article.scrollIntoView({ behavior: "smooth" });
    act({ do: "choose", event, at });
  }

  /**
   * The address of what is shown, which the page itself gets a moment later; with `weight` as it would be with that.
   * @param {string} [weight]
   */
  link(weight) {
    return `${location.origin}${location.pathname}?${linkTo(this.state, weight)}`;
  }

  /** @param {number} by how many events */
  step(by) {
    const to = stepped(this.state.shown, this.event, by);
    if (to !== this.event) this.choose(to);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {"timeline" | "matrix"} view
   */
  onKey(event, view) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.step(-Infinity),
      End: () => this.step(Infinity),
      Enter: () => this.page.focus(),
    };
    if (view === "timeline") {
      keys["+"] = keys["="] = () => this.zoom(0.5);
      keys["-"] = () => this.zoom(2);
      keys["0"] = () => this.show(this.whole());
    } else {
      keys.ArrowUp = () => this.stepRole(-1);
      keys.ArrowDown = () => this.stepRole(1);
    }
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /**
   * Go to the next mark in the chosen column of the matrix.
   * @param {number} by how many marks
   */
  stepRole(by) {
    const held = this.state.rows.map((row) => row.organizer_id).filter((id) => this.roleAt(this.event, id));
    if (held.length) this.choose(this.event, stepped(held, this.state.at, by));
  }

  // The bar above the views

  /** @param {boolean} empty */
  drawBar(empty) {
    const { state } = this;
    const chips = state.chips.map(({ facet, value, label }) => {
      const onclick = () => act({ do: "drop", facet, value });
      const attributes = { type: "button", "data-facet": facet, "data-value": value, onclick };
      const cross = h("span", { "aria-hidden": "true" }, "×");
      return h("button.chip", { ...attributes, "aria-label": `Remove filter ${label}` }, label, cross);
    });
    const reset = h("button.reset", { type: "button", onclick: () => act({ do: "reset" }) }, "Reset filters");
    const count = `${state.shown.length} of ${state.total} ${state.total === 1 ? "event" : "events"}`;
    const words = [
      state.outside ? h("p.outside", { role: "status" }, `“${state.outside}” is outside these filters.`) : null,
      h("p.count", { role: "status" }, empty ? "No event passes these filters." : count),
      h("div.chips", {}, this.everything(), chips, state.chips.length || empty ? reset : null),
      empty
        ? null
        : h(
            "div.tools",
            {},
            this.copyButton("Copy link", () => this.link()),
            this.dataMenu(),
          ),
    ];
    this.bar.replaceChildren(...words.filter((node) => node !== null));
  }

  /** A link that brings in what is hidden for its weight, where something is. */
  everything() {
    if (!this.state.notShown) return null;
    const attributes = {
      href: new URL(this.link("any")).search,
      "data-facet": "weight",
      "data-value": "any",
      title: "Show all events that pass the other filters",
    };
    return h("a.everything", attributes, `Not shown: ${this.state.notShown}`, h("b", {}, "Show all"));
  }

  dataMenu() {
    const files = Object.entries(FILES).map(([name, label]) => this.file(name, label));
    return this.menu("Data", "data", [...files, h("p.note", {}, FOR_EXCEL)]);
  }

  // Timeline

  /**
   * The events that have these ids.
   * @param {string[]} ids
   */
  events(ids) {
    return ids.map((id) => this.bundle.events[id]);
  }

  /** The ends of the axis that show every event that remains. */
  whole() {
    return whole(geometry.spans(this.events(this.state.shown)), this.narrow, this.chart.clientWidth);
  }

  /** The ends of the axis that show every event of the data, whatever the filters. */
  all() {
    return whole(geometry.spans(Object.values(this.bundle.events)), this.narrow, this.chart.clientWidth);
  }

  /**
   * Show a year, or the years between two.
   * @param {string} years
   */
  showYears(years) {
    const [from, to = from] = years.split("–").map(Number);
    this.show([Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)]);
  }

  /**
   * The ends of the axis as it is drawn; before it is drawn those that show everything.
   * @returns {Span}
   */
  range() {
    if (!this.chart.layout) return this.whole();
    const [from, to] = this.chart.layout.xaxis.range;
    return [time(from), time(to)];
  }

  /**
   * Show a range of the axis, or as much of it as the axis allows.
   * @param {Span} range
   */
  show(range) {
    if (!this.chart.data?.length || !this.chart.isConnected) return;
    const ends = kept(range, this.all());
    const width = this.chart._fullLayout.xaxis._length;
    const texts = labelled(this.named, ends, width, this.narrow, widthOf);
    const changed = this.named.flatMap((trace, i) => (String(texts[i]) === String(trace.shown) ? [] : [i]));
    for (const i of changed) this.named[i].shown = texts[i];
    const axis = Object.entries(geometry.axis(ends, width)).map(([name, value]) => [`xaxis.${name}`, value]);
    const layout = Object.fromEntries(axis);
    const traces = changed.map((i) => this.named[i].at);
    if (changed.length) Plotly.update(this.chart, { text: changed.map((i) => texts[i]) }, layout, traces);
    else Plotly.relayout(this.chart, layout);
  }

  /** @param {number} by how many times longer the range is to be */
  zoom(by) {
    if (!this.chart.layout) return;
    const [from, to] = this.range();
    const point = this.chosenPoint();
    const chosen = point ? at(point) : from;
    const center = chosen > from && chosen < to ? chosen : (from + to) / 2;
    this.show([center - (center - from) * by, center + (to - center) * by]);
  }

  drawTimeline() {
    const { state, timeline } = this;
    const undated = state.undated.length
      ? [h("p.undated", {}, "Without a date: ", ...state.undated.map((id) => this.eventButton(id)))]
      : [];
    const header = h("header", {}, h("h2", {}, "Timeline"), this.timelineKey(), this.timelineTools());
    const dated = this.events(state.shown).some((event) => event.first);
    const none = () => (dated ? this.chart : h("p.sentence", {}, "None of these events has a date."));
    const body = this.tables.timeline ? this.timelineTable() : none();
    this.refill(timeline, header, body, ...undated);
    if (body === this.chart) this.drawChart(undated.length > 0);
    this.markChosen();
  }

  timelineTools() {
    const years = geometry.years(this.events(this.state.shown));
    const zoom = h(
      "div.group",
      { role: "group", "aria-label": "Zoom" },
      this.tool("All", false, () => this.show(this.whole()), "Show the whole span"),
      years.map((one) => this.tool(one, false, () => this.showYears(one), `Show ${one}`)),
      this.tool("−", false, () => this.zoom(2), "Zoom out"),
      this.tool("+", false, () => this.zoom(0.5), "Zoom in"),
    );
    return h("div.tools", {}, zoom, this.tableTool("timeline"), this.downloads("timeline"));
  }

  /** @param {"timeline" | "matrix"} view */
  tableTool(view) {
    const turn = () => {
      this.tables[view] = !this.tables[view];
      this.draw();
    };
    return this.tool("Table", this.tables[view], turn, AS_TABLE);
  }

  /** What a hollow mark means, where there is one. */
  timelineKey() {
    const rough = this.figures.timeline.data.some(
      ({ meta, customdata }) => meta.part === "bounds" && customdata.some(([id]) => this.shown.has(id)),
    );
    const title = "A hollow mark: the exact day of the event is not known";
    return rough ? h("span.key", { title }, "day not certain") : "";
  }

  /** @param {boolean} footed whether there are words below the chart */
  drawChart(footed) {
    const keys = "Arrow keys choose an event, plus and minus zoom, zero shows all, Enter goes to the article.";
    this.chart.setAttribute("aria-label", `${this.state.alt} ${keys}`);
    const ends = kept(this.range(), this.all());
    const drawn = this.timelineOn(this.chart.clientWidth, this.narrow, this.figures.timeline, ends);
    const { data, layout, named, marks } = drawn;
    this.root.style.setProperty("--timeline", `${70 + 36 * -layout.yaxis.range[0] + (footed ? 26 : 0)}px`);
    layout.height = this.chart.clientHeight;
    this.marks = marks;
    this.named = named;
    this.laneLines = layout.shapes;
    Plotly.react(this.chart, [...data, this.ring()], { ...layout, shapes: this.timelineShapes() }, PLOT);
    if (this.chart.bound) return;
    this.chart.bound = true;
    // Plotly takes a drag's press and the next for a double click, and tells of the second press as a click too, on
    // what the reset has brought under the pointer. So count as the browser does.
    const count = (/** @type {MouseEvent} */ { detail }) => {
      this.presses = detail;
    };
    this.chart.addEventListener("mousedown", count, true);
    this.chart.on("plotly_click", ({ points: [{ customdata }] }) => {
      if (customdata && this.presses < 2) this.choose(customdata[0], "", { read: true });
    });
    this.chart.on("plotly_doubleclick", () => {
      if (this.presses === 1) return;
      this.presses = 2;
      this.show(this.whole());
    });
    // A drag of the mouse may end beyond what the axis allows, and needs other words.
    this.chart.on("plotly_relayout", (change) => {
      if ("xaxis.range[0]" in change) this.show(this.range());
    });
  }

  /**
   * The timeline as it is drawn, `width` pixels wide, with the axis from one of `ends` to the other.
   * @param {number} width
   * @param {boolean} narrow
   * @param {Timeline} figure
   * @param {Span} ends
   */
  timelineOn(width, narrow, figure, ends) {
    const content = { shown: this.shown, kinds: this.state.kinds, events: this.bundle.events };
    return geometry.timeline(figure, content, { width, narrow, ends, widthOf });
  }

  /** The mark of the chosen event, on the chart as it is drawn. */
  chosenPoint(marks = this.marks) {
    return geometry.pointOf(marks, this.event);
  }

  /** Move the axis, and leave the zoom as it is, until the chosen event is in sight. */
  bringIntoRange() {
    const point = this.chosenPoint();
    if (!point) return;
    const [from, to] = this.range();
    const center = at(point);
    if (center < from || center > to) this.show([center - (to - from) / 2, center + (to - from) / 2]);
  }

  ring(point = this.chosenPoint(), color = this.accent()) {
    return geometry.ring(point, color);
  }

  timelineShapes(lines = this.laneLines, point = this.chosenPoint(), color = this.accent()) {
    return point ? [...lines, geometry.upright(point, color)] : lines;
  }

  accent() {
    return getComputedStyle(this.root).getPropertyValue("--accent").trim() || ACCENT;
  }

  /** @param {string} id */
  eventButton(id) {
    const onclick = () => this.choose(id, "", { read: true });
    return h("button.name", { type: "button", "data-choose": id, onclick }, this.bundle.events[id].label);
  }

  timelineTable() {
    const rows = this.state.shown.map((id) => {
      const { when, kindName } = this.bundle.events[id];
      return h("tr", { "data-event": id }, h("td", {}, when), h("td", {}, this.eventButton(id)), h("td", {}, kindName));
    });
    const head = ["When", "Event", "Kind"].map((name) => h("th", { scope: "col" }, name));
    return table(head, rows, this.state.alt);
  }

  // Matrix

  /**
   * The role of an organizer at an event, in words, where it has one.
   * @param {string} event
   * @param {string} organizer
   */
  roleAt(event, organizer) {
    for (const { customdata, meta } of this.figures.matrix.data) {
      if (customdata.some(([e, o]) => e === event && o === organizer)) {
        return this.bundle.marks[meta.role].name + (meta.disputed ? " (disputed)" : "");
      }
    }
    return null;
  }

  drawMatrix() {
    const header = h("header", {}, h("h2", {}, "Organizers"), this.matrixTools());
    this.refill(this.matrix, header, this.tables.matrix ? this.matrixTable() : this.grid);
    if (!this.tables.matrix) this.drawGrid();
    this.markChosen();
  }

  matrixTools() {
    const { columnsAre, sort, sorts } = this.state;
    const options = Object.entries(sorts).map(([value, label]) =>
      h("option", { value, selected: value === sort }, `Sort: ${label.toLowerCase()}`),
    );
    const onchange = () => act({ do: "sort", value: select.value });
    /** @type {HTMLSelectElement} */
    const select = h("select", { "aria-label": "Order of the rows", onchange }, options);
    const columns = Object.entries({ conferences: "Conferences", all: "All events" }).map(([value, label]) =>
      this.tool(label, columnsAre === value, () => act({ do: "columns", value })),
    );
    const group = h("div.group", { role: "group", "aria-label": "Columns" }, columns);
    const files = this.downloads("matrix", `columns=${columnsAre}&sort=${sort}`);
    return h("div.tools", {}, group, select, this.tableTool("matrix"), files);
  }

  /** What the marks mean, and the sentence that says what the matrix shows. */
  matrixFoot() {
    const { marks } = this.bundle;
    const { roles, disputed, sentence } = this.state;
    const hollow = marks["co-organizer"].badge.replace("<svg ", "<svg data-hollow ");
    const legend = h(
      "ul.legend",
      { "aria-label": "Marks" },
      roles.map((role) => h("li", { "data-role": role }, svg(marks[role].badge), marks[role].name)),
      disputed ? h("li", {}, svg(hollow), "hollow: disputed") : null,
    );
    return h("div.foot", {}, legend, h("p.sentence", {}, sentence));
  }

  drawGrid() {
    const scroll = this.grid.scrollLeft;
    first(this.grid, ".foot")?.remove();
    this.cells.node.after(this.matrixFoot());
    const keys = "Left and right choose an event, up and down a role, Enter goes to the article.";
    this.grid.setAttribute("aria-label", `${this.state.sentence} ${keys}`);
    this.laid = this.lay(this.cells, this.state.columns, this.grid.clientWidth, this.figures.matrix);
    if (!this.cells.plot.bound) {
      this.cells.plot.bound = true;
      this.cells.plot.on("plotly_click", ({ points: [{ customdata }] }) => {
        if (customdata) this.choose(customdata[0], customdata[1], { read: true });
      });
    }
    this.grid.scrollLeft = scroll;
  }

  /**
   * The parts of a matrix that is yet to be laid.
   * @returns {Cells}
   */
  emptyCells() {
    const plot = this.plotted("div.plot");
    const [rows, columns, band, spot] = [h("div.rows"), h("div.columns"), h("div.band"), h("div.spot")];
    const node = h("div.cells", {}, h("div.corner"), rows, columns, h("div.field", {}, band, plot, spot));
    return { rows, columns, plot, band, spot, node };
  }

  /**
   * Lay heads around the plot, with these events as columns, in `room` pixels; rows are ROW pixels high, so heads and
   * marks are level without measuring. Says where everything is, as `mark` needs it.
   * @param {Cells} cells
   * @param {string[]} ids
   * @param {number} room
   * @param {Matrix} figure
   * @returns {Laid}
   */
  lay(cells, ids, room, figure) {
    const { rows, rowKinds, lit } = this.state;
    const lines = geometry.matrixLines(rows, rowKinds);
    cells.node.style.setProperty("--row", `${geometry.ROW}px`);
    cells.node.style.setProperty("--heading", `${geometry.HEADING}px`);
    cells.rows.replaceChildren(
      ...lines.map((line) => (line.heading === undefined ? this.rowHead(line) : h("div.heading", {}, line.heading))),
    );
    const free = room - cells.rows.offsetWidth - 2;
    const places = geometry.places(lines, ids, free);
    const longest = Math.max(...this.events(ids).map(({ label }) => label.length));
    cells.node.style.setProperty("--heads", `${Math.min(160, longest * 6.6 + 16)}px`);
    cells.columns.className = places.wide < UPRIGHT ? "columns upright" : "columns";
    cells.columns.replaceChildren(...ids.map((id) => this.columnHead(id, places.wide)));
    const { data, layout, below, beside } = geometry.matrix(figure, lines, places, lit, free);
    Object.assign(cells.plot.style, { marginBottom: `${-below}px`, marginRight: `${-beside}px` });
    Plotly.react(cells.plot, data, layout, PLOT);
    return { ...places, cells };
  }

  /** @param {Row} row */
  rowHead({ organizer_id: value, organizer, count }) {
    const on = !this.state.lit.organizer.includes(value);
    const attributes = {
      type: "button",
      "data-organizer": value,
      "aria-pressed": String(!on),
      title: on ? `${organizer}: show the events at which it has a role` : `${organizer}: take this filter off`,
      onclick: () => act({ do: "filter", facet: "organizer", value, on }),
    };
    return h("button.row", attributes, h("span", {}, organizer), h("b", {}, String(count)));
  }

  /**
   * @param {string} id
   * @param {number} wide
   */
  columnHead(id, wide) {
    const { label, when } = this.bundle.events[id];
    const attributes = {
      type: "button",
      style: `width:${wide}px`,
      "data-choose": id,
      title: `${label}, ${when}`,
      onclick: () => this.choose(id, "", { read: true }),
    };
    return h("button.column", attributes, h("span", {}, label));
  }

  matrixTable(ids = this.state.columns) {
    const head = ids.map((id) => h("th", { scope: "col", "data-event": id }, this.bundle.events[id].label));
    const rows = this.state.rows.map(({ organizer, organizer_id: organizerId }) => {
      const cells = ids.map((id) => {
        const role = this.roleAt(id, organizerId);
        const onclick = () => this.choose(id, organizerId, { read: true });
        return h("td", {}, role ? h("button.name", { type: "button", onclick }, role) : "");
      });
      return h("tr", {}, h("th", { scope: "row" }, organizer), cells);
    });
    return table([h("th", { scope: "col" }, "Organizer"), ...head], rows, this.state.sentence);
  }

  // What is chosen

  /** Move the ring of the timeline, once the article is on the screen: Plotly draws the whole chart anew for it. */
  markChart() {
    const draw = () => {
      if (!this.chart.data?.length || !this.chart.isConnected) return;
      this.bringIntoRange();
      const { x, y, marker } = this.ring();
      const { size, color } = marker;
      const ring = { x: [x], y: [y], "marker.size": size, "marker.color": color, "marker.line.color": color };
      Plotly.update(this.chart, ring, { shapes: this.timelineShapes() }, [this.chart.data.length - 1]);
    };
    cancelAnimationFrame(this.marking);
    this.marking = requestAnimationFrame(() => setTimeout(draw));
  }

  /** Show the chosen event and role in all views without drawing any of them anew. */
  markChosen() {
    for (const pane of [this.timeline, this.matrix, this.article]) pane.dataset.event = this.event;
    this.markHeads(this.matrix);
    for (const node of all(this.timeline, "tr[data-event]")) {
      node.toggleAttribute("data-chosen", node.dataset.event === this.event);
    }
    if (!this.laid || !this.cells.plot.isConnected) return;
    this.mark(this.laid);
    const column = this.laid.column.get(this.event);
    if (column === undefined) return;
    // Bring the chosen column into sight, and leave the page where it is.
    const left = column * this.laid.wide;
    const right = left + this.laid.wide + this.cells.rows.offsetWidth - this.grid.clientWidth;
    if (this.grid.scrollLeft > left) this.grid.scrollLeft = left;
    if (this.grid.scrollLeft < right) this.grid.scrollLeft = right;
  }

  /**
   * Mark the heads of the chosen column and row.
   * @param {HTMLElement} within
   */
  markHeads(within) {
    for (const node of all(within, "[data-choose]")) {
      node.toggleAttribute("data-chosen", node.dataset.choose === this.event);
    }
    for (const node of all(within, "button.row")) {
      node.toggleAttribute("data-chosen", node.dataset.organizer === this.state.at);
    }
  }

  /**
   * Lay a band over the chosen column of a matrix, and a ring around the chosen mark.
   * @param {Laid} laid
   */
  mark({ cells: { band, spot }, column: columns, row: rows, wide }) {
    const column = columns.get(this.event);
    const row = rows.get(this.state.at);
    band.hidden = column === undefined;
    spot.hidden = column === undefined || row === undefined;
    if (column === undefined) return;
    Object.assign(band.style, { left: `${column * wide}px`, width: `${wide}px` });
    if (row === undefined) return;
    Object.assign(spot.style, {
      left: `${(column + 0.5) * wide - 15}px`,
      top: `${(row.top + row.bottom) / 2 - 15}px`,
    });
  }

  // Paper

  /**
   * The charts for a sheet of paper, in the colours of the light theme.
   * @param {Size} paper
   * @param {(pane: HTMLElement, node: HTMLElement) => void} into
   */
  sheets(paper, into) {
    if (!this.state?.shown.length) return;
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(this.page, ".sources a[href^=http]"))) {
      link.dataset.address = readable(link.href);
    }
    if (!this.tables.timeline && this.marks.length) this.timelineSheet(paper, (node) => into(this.timeline, node));
    this.matrixSheets(paper, (node) => into(this.matrix, node));
  }

  /**
   * @param {Size} paper
   * @param {(node: HTMLElement) => void} into
   */
  timelineSheet({ width }, into) {
    const chart = /** @type {PlotNode} */ (h("div.chart"));
    into(chart);
    const { data, layout, marks } = this.timelineOn(width, false, this.bundle.timeline, this.range());
    const point = this.chosenPoint(marks);
    const height = 44 * -layout.yaxis.range[0] + 24;
    const shapes = this.timelineShapes(layout.shapes, point, ACCENT);
    const drawn = { ...layout, height, shapes };
    Plotly.newPlot(chart, [...data, this.ring(point, ACCENT)], drawn, { ...PLOT, staticPlot: true });
  }

  /**
   * @param {Size} paper
   * @param {(node: HTMLElement) => void} into
   */
  matrixSheets({ width, height }, into) {
    const ids = this.state.columns;
    if (this.tables.matrix) {
      const most = Math.floor((width - geometry.WIDEST) / CELL);
      for (const some of geometry.shared(ids, most)) into(this.matrixTable(some));
      return;
    }
    const most = Math.floor((width - this.cells.rows.offsetWidth - 2) / geometry.NARROWEST);
    for (const some of geometry.shared(ids, most)) {
      const cells = this.emptyCells();
      const sheet = h("div.laid", {}, cells.node);
      into(sheet);
      this.mark(this.lay(cells, some, width, wholeMatrix(this.bundle)));
      this.markHeads(sheet);
      const whole = sheet.offsetHeight;
      if (whole > height) sheet.style.zoom = String(Math.max(height / whole, SMALLEST));
    }
  }

  // Article

  drawArticle() {
    const { event } = this;
    const giveFocusBack = this.heldFocus();
    const header = this.articleHeader();
    if (this.page.isConnected) this.article.firstChild?.replaceWith(header);
    else this.article.replaceChildren(header, this.page);
    giveFocusBack();
    if (this.opened !== event) {
      this.opened = event;
      this.page.innerHTML = this.bundle.articles[event]; // every text in it was escaped when it was written
      this.page.scrollTop = 0;
      this.lit = null;
    }
    const chosen = `${event} ${this.state.at}`;
    if (this.lit === chosen) return; // drawn again by a filter, the passage stays as the reader left it
    this.lit = chosen;
    this.light(this.state.at);
  }

  articleHeader() {
    const { shown } = this.state;
    const place = shown.indexOf(this.event);
    /**
     * @param {string} label
     * @param {number} by
     * @param {string} title
     */
    const jump = (label, by, title) => {
      const disabled = !(place + by in shown);
      const onclick = () => this.step(by);
      return h("button", { type: "button", disabled, onclick, title, "aria-label": title }, label);
    };
    const name = h("span.unseen", {}, `${this.bundle.events[this.event].label}, `);
    const words = h("span.place", { role: "status" }, name, `${place + 1} of ${shown.length}`);
    const earlier = jump("← Earlier", -1, "Previous event");
    const tools = h("div.tools", {}, earlier, words, jump("Later →", 1, "Next event"));
    return h("header", {}, h("h2", {}, "Article"), tools);
  }

  /**
   * Light the passage that states a role, a figure or a date, and open its card; where there is none, put out the last
   * one.
   * @param {string} at
   */
  light(at) {
    this.sight.disconnect();
    this.litSeen = false;
    for (const lit of all(this.page, "[data-lit]")) lit.removeAttribute("data-lit");
    first(this.page, "aside.proof")?.remove();
    if (!at) return;
    const passage =
      first(this.page, `.sentence[data-states~="${at}"]`) ??
      first(this.page, `.roles li[data-organizer="${at}"]`) ??
      first(this.page, `[data-at="${at}"]`)?.closest("li, dd");
    if (!passage) return;
    passage.setAttribute("data-lit", at);
    this.sight.observe(passage);
    const template = /** @type {HTMLTemplateElement | null} */ (first(this.page, `template[data-proof="${at}"]`));
    const proof = /** @type {HTMLElement | undefined} */ (template?.content.firstChild?.cloneNode(true));
    if (proof) {
      const close = h("button", { type: "button", onclick: () => this.choose(this.event) }, "Close");
      proof.append(
        h(
          "footer",
          {},
          this.copyButton("Copy link to this claim", () => this.link()),
          close,
        ),
      );
      passage.closest("p, ul, dl")?.after(proof);
    }
    this.bring(passage, 0.06); // high in the pane, so that the card below it is in sight
  }

  /**
   * Scroll the reading pane, and the pane alone, until a node of it is in sight; where views are stacked, the page.
   * @param {Element} node
   * @param {number} share how far down in the pane
   * @param {ScrollBehavior} behavior
   */
  bring(node, share = 0.3, behavior = "smooth") {
    if (!this.scrolls()) {
      node.scrollIntoView({ block: share < 0.3 ? "start" : "center", behavior });
      return;
    }
    const [pane, box] = [this.page.getBoundingClientRect(), node.getBoundingClientRect()];
    const top = this.page.scrollTop + box.top - pane.top - (pane.height - box.height) * share;
    this.page.scrollTo({ top, behavior });
  }

  /** Tell whether the article scrolls within its pane, and not with the page. */
  scrolls() {
    return this.page.scrollHeight > this.page.clientHeight;
  }

  /** @param {MouseEvent} event */
  followLink(event) {
    const target = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("a[href^='#']"));
    if (!target) return;
    event.preventDefault();
    const { choose, at, organizer } = target.dataset;
    if (choose) this.choose(choose);
    else if (at) this.choose(this.event, at);
    else if (organizer) {
      this.choose(this.event, organizer);
      const row = first(this.matrix, `button.row[data-organizer="${organizer}"]`);
      row?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    } else this.showNote(target);
  }

  /**
   * Go to what a link of the article names, and mark it.
   * @param {HTMLElement} link
   */
  showNote(link) {
    const node = first(this.page, `[id="${(link.getAttribute("href") ?? "").slice(1)}"]`);
    for (const old of all(this.page, "[data-seen]")) old.removeAttribute("data-seen");
    if (!node) return;
    node.setAttribute("data-seen", "");
    this.bring(node);
  }
}

const ruler = document.createElement("canvas").getContext("2d");

/**
 * How wide a text of a chart is in pixels; in Plotly's markup `&amp;` is one letter.
 * @param {string} text
 * @param {Font} font
 */
function widthOf(text, { size, family }) {
  if (!ruler) return 0;
  ruler.font = `${size}px ${family}`;
  return ruler.measureText(text.replace(/&\w+;/g, "&")).width;
}

/**
 * The instant of a mark.
 * @param {Point} point
 */
const at = ({ x }) => time(x ?? "");

/**
 * The one that comes so many places after another, or the last; before the first comes the first.
 * @param {string[]} list
 * @param {string} from
 * @param {number} by
 */
const stepped = (list, from, by) => list[Math.min(Math.max(list.indexOf(from) + by, 0), list.length - 1)];

/**
 * An address with its letters instead of their codes.
 * @param {string} address
 */
function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const scrollTop = () => first(document, "[data-testid=stMain]")?.scrollTop ?? document.documentElement.scrollTop;

export default mounted(LinkedViews);
