// The pane of the timeline: the dates of the events, as a chart or as a table.

import { toView } from "./address.js";
import { TimelineChart } from "./chart.js";
import { bandWords } from "./eras.js";
import { years } from "./geometry.js";
import { Pane } from "./pane.js";
import { all, first, h, setVariable, table, tool } from "./view.js";
import { worded } from "./words.js";

/** @import { Whole } from "./pane.js" */
/** @import { Size } from "./view.js" */

/** How many letters of the names of events without a date are shown at first: two lines on a phone. */
const LETTERS = 64;

export class TimelinePane extends Pane {
  /** @param {Whole} whole */
  constructor(whole) {
    super(whole, h("section.pane.timeline", { "data-view": "timeline", "aria-label": "Timeline" }));
    this.chart = new TimelineChart(whole);
    this.opened = false; // whether the names of all events without a date are shown
  }

  draw() {
    const titles = this.titles("timeline");
    first(titles, ".drawn")?.append(this.key());
    const dated = this.chart.shown().some((event) => event.first);
    const isChart = dated && !this.asTable;
    const header = h("header", {}, titles, this.tools(isChart));
    const drawing = () => (dated ? this.chart.node : h("p.sentence", {}, "None of these events has a date."));
    const body = this.asTable ? this.table() : drawing();
    this.refill(header, body, ...this.eras(), ...(this.asTable ? [] : this.undated()));
    if (isChart) this.chart.draw(this.around(body));
    else this.chart.forget();
    if (!dated) setVariable(this.whole.root, "--timeline", `${this.around(body) + body.offsetHeight}px`);
    this.mark();
  }

  /**
   * Measure the height of all that the pane has but its body. The chart measures its own width at the same time, so the
   * browser does not lay the page out once more.
   * @param {HTMLElement} body
   */
  around(body) {
    const parts = /** @type {HTMLElement[]} */ ([...this.node.children]).filter((part) => part !== body);
    const edges = this.node.offsetHeight - this.node.clientHeight;
    return parts.reduce((sum, part) => sum + part.offsetHeight, edges);
  }

  follow() {
    this.mark();
    this.chart.follow();
  }

  /** Mark the chosen event in the table. */
  mark() {
    super.follow();
    for (const node of all(this.node, "tr[data-event]")) {
      node.toggleAttribute("data-chosen", node.dataset.event === this.whole.event);
    }
  }

  keys() {
    const { chart } = this;
    const closer = () => chart.zoom(0.5);
    const [from, to] = [() => chart.bound("since"), () => chart.bound("until")];
    const remove = () => this.whole.act({ do: "drop", facet: "span", value: "" });
    const spans = { f: from, F: from, t: to, T: to, Delete: remove };
    return { "+": closer, "=": closer, "-": () => chart.zoom(2), 0: () => chart.show(chart.everything()), ...spans };
  }

  /**
   * Make the tools. Those that move or change the chart exist only with the chart.
   * @param {boolean} isChart whether the chart is drawn
   */
  tools(isChart) {
    return h(
      "div.tools",
      {},
      isChart ? [this.zoomTools(), this.spanTool(), this.lanesTool()] : null,
      this.whole.hasMap ? this.mapTool(false) : null,
      this.tableTool(),
      this.downloadTool("chart", { view: "timeline" }),
    );
  }

  /** Make the buttons that show the whole span, one year of it, or more or less of it. */
  zoomTools() {
    const { chart } = this;
    return h(
      "div.group",
      { role: "group", "aria-label": "Zoom" },
      tool("All", false, () => chart.show(chart.everything()), "Show the whole span"),
      years(chart.shown()).map((span) => tool(span, false, () => chart.showYears(span), `Show ${span}`)),
      tool("−", false, () => chart.zoom(2), "Zoom out"),
      tool("+", false, () => chart.zoom(0.5), "Zoom in"),
    );
  }

  /** Make the button for choosing a span of time by dragging. */
  spanTool() {
    const { drag } = this.chart;
    const turn = () => drag.turn(!drag.on);
    return tool("From – to", drag.on, turn, "Choose a span of time by dragging. With Shift you can drag at any time.");
  }

  /** Make the box that chooses what the lanes are. */
  lanesTool() {
    const { facts, state, act } = this.whole;
    const options = Object.entries(facts.vocabulary.lanes).map(([value, label]) =>
      h("option", { value, selected: value === state.lanes }, `Lanes: ${label.toLowerCase()}`),
    );
    const onchange = () => act({ do: "lanes", value: select.value });
    /** @type {HTMLSelectElement} */
    const select = h("select", { "aria-label": "Lanes of the timeline", onchange }, options);
    return select;
  }

  /** Explain the blurred marks, if there are any. */
  key() {
    const rough = this.whole.figures.timeline.data.some(
      ({ meta, customdata }) => meta.part === "bounds" && customdata.some(([id]) => this.whole.shown.has(id)),
    );
    const title = "A blurred mark: the exact day of the event is not known";
    return rough ? h("span.key", { title }, worded(this.whole.facts.words, "day-not-certain")) : "";
  }

  /** Name the bands behind the marks, with a link to the page that has their sources. */
  eras() {
    const { facts } = this.whole;
    const words = bandWords(facts, this.chart.eras());
    if (!words) return [];
    const isThere = Object.hasOwn(facts.pages, "coverage");
    return [h("p.bands", {}, words, isThere ? [" · ", h("a", { href: toView({ page: "coverage" }) }, "Sources")] : "")];
  }

  /** Name the events that have no date. A long list is closed at first, but paper shows all of it. */
  undated() {
    const { undated } = this.whole.state;
    if (!undated.length) return [];
    let letters = 0;
    const names = undated.map((id) => this.eventButton(id));
    const rest = names.filter((name, i) => {
      letters += name.textContent.length;
      return i > 0 && letters > LETTERS;
    });
    if (!this.opened) for (const name of rest) name.classList.add("closed");
    const onclick = () => {
      this.opened = !this.opened;
      this.whole.draw();
      first(this.node, ".undated .more")?.focus({ preventScroll: true });
    };
    const words = this.opened ? "Show fewer" : `and ${rest.length} more`;
    const more = { type: "button", "aria-expanded": String(this.opened), onclick };
    return [h("p.undated", {}, "Without a date: ", names, rest.length ? h("button.more", more, words) : null)];
  }

  /** @param {string} id */
  eventButton(id) {
    const onclick = () => this.whole.choose(id, "", { read: true });
    return h("button.name", { type: "button", "data-choose": id, onclick }, this.whole.facts.events[id].label);
  }

  table() {
    const { shown, alt } = this.whole.state;
    const rows = shown.map((id) => {
      const { when, kindName } = this.whole.facts.events[id];
      return h("tr", { "data-event": id }, h("td", {}, when), h("td", {}, this.eventButton(id)), h("td", {}, kindName));
    });
    const head = ["When", "Event", "Kind"].map((name) => h("th", { scope: "col" }, name));
    return table(head, rows, alt);
  }

  /**
   * @param {Size} paper
   * @param {(node: HTMLElement) => void} into
   */
  sheets(paper, into) {
    if (!this.asTable) this.chart.sheet(paper, into);
  }
}
