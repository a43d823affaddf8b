// The pane of the timeline: the dates of the events, as a chart or as a table.

import { TimelineChart } from "./chart.js";
import { downloads } from "./files.js";
import { years } from "./geometry.js";
import { Pane } from "./pane.js";
import { picture } from "./picture.js";
import { all, h, table, tool } from "./view.js";

/** @import { Whole } from "./pane.js" */
/** @import { Size } from "./view.js" */

export class TimelinePane extends Pane {
  /** @param {Whole} whole */
  constructor(whole) {
    super(whole, h("section.pane.timeline", { "data-view": "timeline", "aria-label": "Timeline" }));
    this.chart = new TimelineChart(whole);
  }

  draw() {
    const { state } = this.whole;
    const undated = state.undated.length
      ? [h("p.undated", {}, "Without a date: ", ...state.undated.map((id) => this.eventButton(id)))]
      : [];
    const header = h("header", {}, h("h2", {}, "Timeline"), this.key(), this.tools());
    const dated = this.chart.shown().some((event) => event.first);
    const drawing = () => (dated ? this.chart.node : h("p.sentence", {}, "None of these events has a date."));
    const body = this.asTable ? this.table() : drawing();
    this.refill(header, body, ...undated);
    if (body === this.chart.node) this.chart.draw(undated.length > 0);
    else this.chart.forget();
    this.mark();
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
    return { "+": closer, "=": closer, "-": () => chart.zoom(2), 0: () => chart.show(chart.everything()) };
  }

  tools() {
    const { chart } = this;
    const { state, facts } = this.whole;
    const zoom = h(
      "div.group",
      { role: "group", "aria-label": "Zoom" },
      tool("All", false, () => chart.show(chart.everything()), "Show the whole span"),
      years(chart.shown()).map((span) => tool(span, false, () => chart.showYears(span), `Show ${span}`)),
      tool("−", false, () => chart.zoom(2), "Zoom out"),
      tool("+", false, () => chart.zoom(0.5), "Zoom in"),
    );
    const files = downloads(state, "timeline", "", () => picture(facts, state, "timeline"));
    return h("div.tools", {}, zoom, this.tableTool(), files);
  }

  /** Explain the hollow marks, if there are any. */
  key() {
    const rough = this.whole.figures.timeline.data.some(
      ({ meta, customdata }) => meta.part === "bounds" && customdata.some(([id]) => this.whole.shown.has(id)),
    );
    const title = "A hollow mark: the exact day of the event is not known";
    return rough ? h("span.key", { title }, "day not certain") : "";
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
