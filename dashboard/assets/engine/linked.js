// The three linked views: timeline, organizer matrix and article, drawn from one bundle and one small state.
//
// The bundle (figures, articles, names of marks) comes once per version of the data; the state says what the
// filters leave and what is chosen. Choosing is answered here at once and reported; filtering is asked for,
// and the answer comes back as a new state. Nothing here knows Streamlit: the host passes a state in and
// takes acts out. `act` receives one of
//   {do: "choose", event, at}   {do: "open", event, at}   {do: "filter", facet, value, on}   {do: "drop", facet, value}
//   {do: "reset"}   {do: "columns", value}   {do: "sort", value}

import { DAY, kept, labelled, ticks, time, whole } from "./axis.js";
import { Hand } from "./hand.js";
import {
  act,
  FOR_EXCEL,
  h,
  json,
  mounted,
  once,
  PLOT,
  recolored,
  script,
  stylesheet,
  svg,
  unanswered,
  View,
} from "./view.js";

const ROW = 24; // height of a matrix row in pixels
const HEADING = 20; // height of the heading of a kind above its rows
const HOVERED = 140; // least height in pixels of the drawing: what Plotly shows at a mark has to fit, or it is not shown
const GUTTER = 126; // room for the names of lanes left of the timeline
const STRIP = 0.4; // room for the name of a lane above its marks on a narrow chart, in units of the y axis
const NARROWEST = 28; // least width of a column of the matrix
const WIDEST = 150; // greatest width of a column of the matrix
const UPRIGHT = 50; // the head of a narrower column is upright
const CELL = 88; // least width of a column of the matrix as a table on paper
const ACCENT = "#c2410c"; // of the light theme
const SMALLEST = 0.6; // how much a matrix is made smaller at most, to fit on one sheet

/** Keep of a trace the points whose event remains: every list as long as `customdata` loses the same places. */
export function masked(trace, keeps) {
  const ids = trace.customdata;
  const cut = (value) => {
    if (Array.isArray(value) && value.length === ids.length) return value.filter((_, i) => keeps(ids[i]));
    if (value && typeof value === "object" && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]));
    }
    return value;
  };
  return cut(trace);
}

export class LinkedViews extends View {
  /** Build the frame of the views inside `parent`; `report` is set by the host and takes the reader's acts. */
  constructor(parent) {
    super();
    this.chart = this.plotted("div.chart", { tabindex: 0, role: "application" });
    this.cells = this.emptyCells();
    this.grid = h("div.grid", { tabindex: 0, role: "application" }, this.cells.node);
    this.page = h("div.page", { tabindex: 0, role: "region", "aria-label": "Article" });
    this.bar = h("div.bar");
    this.timeline = h("section.pane.timeline", { "data-view": "timeline", "aria-label": "Timeline" });
    this.matrix = h("section.pane.matrix", { "data-view": "matrix", "aria-label": "Organizers and their roles" });
    this.article = h("section.pane.article", { "data-view": "article", "aria-label": "Article" });
    this.colors = h("style");
    this.root = h("div.linked", {}, this.colors, this.bar, this.timeline, this.matrix, this.article);
    this.tables = { timeline: false, matrix: false };
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
      this.litSeen = seen.at(-1).isIntersecting;
    });
    parent.append(this.root);
  }

  remove() {
    super.remove();
    this.sight.disconnect();
    delete document.documentElement.dataset.ready;
  }

  /** Take a new state, fetch what it needs, and draw. */
  async update(state, theme) {
    const [bundle] = await Promise.all([
      once(state.urls.bundle, json),
      once(state.urls.plotly, script),
      once(state.urls.css, stylesheet),
      document.fonts?.ready,
    ]);
    const moved = unanswered(state.answers).findLast((one) =>
      ["choose", "open", "mark", "visit", "go"].includes(one.do),
    );
    if (moved?.do === "choose") Object.assign(state, { event: moved.event, at: moved.at }); // an older answer undoes no choice
    if (this.bundle !== bundle || this.theme !== theme) {
      this.bundle = bundle;
      this.theme = theme;
      this.colors.textContent = bundle.css;
      const dark = theme === "dark" ? bundle.dark : {};
      this.figures = { timeline: recolored(bundle.timeline, dark), matrix: recolored(bundle.matrix, dark) };
      this.opened = null;
    }
    this.state = state;
    this.shown = new Set(state.shown);
    if (!this.shown.has(state.event)) state.event = state.shown[0] ?? null;
    const content = JSON.stringify({ ...state, event: "", at: "", answers: 0 });
    if (this.opened && content === this.content)
      this.follow(); // the answer to a choice brings nothing new
    else this.draw();
    this.content = content;
    this.resized.observe(this.root);
    document.documentElement.dataset.ready = state.version;
  }

  /** Remember what has the focus, to give it back: drawing takes nodes out of the page, or makes them anew. */
  heldFocus() {
    const held = document.activeElement;
    const pane = this.root.contains(held) ? held.closest(".bar, .pane") : null;
    const name = (node) =>
      node.dataset.organizer ?? node.dataset.choose ?? node.getAttribute("aria-label") ?? node.textContent;
    return () => {
      if (!pane || document.activeElement === held) return;
      const again = held.isConnected
        ? held
        : [...pane.querySelectorAll(held.tagName)].find((node) => name(node) === name(held));
      again?.focus({ preventScroll: true });
    };
  }

  /** Draw for another width, and keep the lit passage in sight. */
  redraw() {
    const seen = this.litSeen;
    this.draw();
    const lit = this.page.querySelector("[data-lit]");
    if (!seen || !lit) return;
    const { top, bottom } = lit.getBoundingClientRect();
    const pane = this.scrolls() ? this.page.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    if (top < pane.top || Math.min(bottom, top + 60) > pane.bottom) this.bring(lit, 0.06, "instant");
  }

  draw() {
    const giveFocusBack = this.heldFocus();
    this.width = this.root.clientWidth;
    this.narrow = this.width < 520;
    this.root.dataset.theme = this.theme;
    this.root.style.setProperty("--top", `${Math.round(this.root.getBoundingClientRect().top + scrollTop())}px`);
    const empty = !this.state.shown.length;
    this.root.toggleAttribute("data-empty", empty);
    this.drawBar(empty);
    for (const pane of [this.timeline, this.matrix, this.article]) pane.hidden = empty;
    if (empty) return giveFocusBack();
    this.drawTimeline();
    this.drawMatrix();
    this.drawArticle();
    this.followed = `${this.state.event} ${this.state.at}`;
    giveFocusBack();
  }

  /** Fill a pane anew, and leave its body in its place where it is the same: a chart taken out and put back is laid out anew. */
  refill(pane, header, body, ...rest) {
    if (body.parentNode !== pane) return pane.replaceChildren(header, body, ...rest);
    while (body.previousSibling) body.previousSibling.remove();
    while (body.nextSibling) body.nextSibling.remove();
    body.before(header);
    body.after(...rest);
  }

  /** Show what is chosen where the rest stays as it is; the article first, since it is what was asked for. */
  follow() {
    const chosen = `${this.state.event} ${this.state.at}`;
    if (chosen === this.followed) return;
    this.drawArticle();
    this.markChosen();
    this.markChart();
    this.followed = chosen;
  }

  /** Choose an event, and with `at` the organizer whose passage is to be lit; all three views follow at once. */
  choose(event, at = "", { read = false } = {}) {
    if (!this.shown.has(event)) return act({ do: "open", event, at }); // the filters hide it: they give way
    Object.assign(this.state, { event, at });
    this.follow();
    const stacked = getComputedStyle(this.root).gridTemplateColumns.split(" ").length === 1;
    if (read && !at && stacked) this.article.scrollIntoView({ behavior: "smooth" });
    act({ do: "choose", event, at });
  }

  /** The address of what is shown, which the page itself gets a moment later; with `weight` as it would be with that. */
  link(weight) {
    const { query, event, at, columnsAre, sort } = this.state;
    const asked = new URLSearchParams(query);
    if (weight) asked.set("weight", weight);
    const chosen = {
      event,
      at,
      columns: columnsAre === "conferences" ? "" : columnsAre,
      sort: sort === "kind" ? "" : sort,
    };
    for (const [name, value] of Object.entries(chosen)) if (value) asked.set(name, value);
    return `${location.origin}${location.pathname}?${asked}`;
  }

  step(by) {
    const ids = this.state.shown;
    const to = ids[Math.min(Math.max(ids.indexOf(this.state.event) + by, 0), ids.length - 1)];
    if (to !== this.state.event) this.choose(to);
  }

  onKey(event, view) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.step(-Infinity),
      End: () => this.step(Infinity),
      Enter: () => this.page.focus(),
      ...(view === "timeline"
        ? {
            "+": () => this.zoom(0.5),
            "=": () => this.zoom(0.5),
            "-": () => this.zoom(2),
            0: () => this.show(this.whole()),
          }
        : { ArrowUp: () => this.stepRole(-1), ArrowDown: () => this.stepRole(1) }),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** Go to the next mark in the chosen column of the matrix. */
  stepRole(by) {
    const held = this.state.rows.map((row) => row.organizer_id).filter((id) => this.roleAt(this.state.event, id));
    const to = held[Math.min(Math.max(held.indexOf(this.state.at) + by, 0), held.length - 1)];
    if (to) this.choose(this.state.event, to);
  }

  // The bar above the views

  drawBar(empty) {
    const { state } = this;
    const chips = state.chips.map((chip) =>
      h(
        "button.chip",
        {
          type: "button",
          "data-facet": chip.facet,
          "data-value": chip.value,
          "aria-label": `Remove filter ${chip.label}`,
          onclick: () => act({ do: "drop", facet: chip.facet, value: chip.value }),
        },
        chip.label,
        h("span", { "aria-hidden": "true" }, "×"),
      ),
    );
    const everything = state.notShown
      ? h(
          "a.everything",
          {
            href: new URL(this.link("any")).search,
            "data-facet": "weight",
            "data-value": "any",
            title: "Show all events that pass the other filters",
          },
          `Not shown: ${state.notShown}`,
          h("b", {}, "Show all"),
        )
      : null;
    const reset = h("button.reset", { type: "button", onclick: () => act({ do: "reset" }) }, "Reset filters");
    const files = {
      "events.csv": "Events, CSV",
      "roles.csv": "Roles, CSV",
      "sources.csv": "Sources, CSV",
      "workbook.xlsx": "All three, Excel workbook",
      "data.json": "All three, JSON",
    };
    this.bar.replaceChildren(
      ...[
        state.outside ? h("p.outside", { role: "status" }, `“${state.outside}” is outside these filters.`) : null,
        h(
          "p.count",
          { role: "status" },
          empty
            ? "No event passes these filters."
            : `${state.shown.length} of ${state.total} ${state.total === 1 ? "event" : "events"}`,
        ),
        h("div.chips", {}, everything, chips, state.chips.length || empty ? reset : null),
        empty
          ? null
          : h(
              "div.tools",
              {},
              this.copyButton("Copy link", () => this.link()),
              this.menu("Data", "data", [
                ...Object.entries(files).map(([name, label]) => this.file(name, label)),
                h("p.note", {}, FOR_EXCEL),
              ]),
            ),
      ].filter(Boolean),
    );
  }

  // Timeline

  /** The ends of the axis that show every event that remains. */
  whole() {
    return whole(this.spans(this.state.shown), this.narrow, this.chart.clientWidth);
  }

  /** The ends of the axis that show every event of the data, whatever the filters. */
  all() {
    return whole(this.spans(Object.keys(this.bundle.events)), this.narrow, this.chart.clientWidth);
  }

  /** First and last instant of each event that has a date. */
  spans(ids) {
    return ids
      .map((id) => this.bundle.events[id])
      .filter((event) => event.first)
      .map((event) => [Date.parse(event.first), Date.parse(event.last) + DAY]);
  }

  /** The years of the conferences shown, each once: what the buttons that zoom are called, and show. */
  years() {
    const dated = this.state.shown
      .map((id) => this.bundle.events[id])
      .filter((event) => event.kind === "conference" && event.first);
    return [...new Set(dated.map(({ first, last }) => [...new Set([first.slice(0, 4), last.slice(0, 4)])].join("–")))];
  }

  showYears(years) {
    const [first, last = first] = years.split("–").map(Number);
    this.show([Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1)]);
  }

  /** The ends of the axis as it is drawn. */
  range() {
    return this.chart.layout.xaxis.range.map(time);
  }

  /** Show a range of the axis, or as much of it as the axis allows. */
  show(range) {
    if (!this.chart.data?.length || !this.chart.isConnected) return;
    const ends = kept(range, this.all());
    const texts = labelled(this.named, ends, this.chart._fullLayout.xaxis._length, this.narrow);
    const changed = texts.flatMap((text, i) => (String(text) === String(this.named[i].shown) ? [] : [i]));
    for (const i of changed) this.named[i].shown = texts[i];
    const axis = this.axis(ends, this.chart._fullLayout.xaxis._length);
    const layout = Object.fromEntries(Object.entries(axis).map(([name, value]) => [`xaxis.${name}`, value]));
    if (changed.length)
      Plotly.update(
        this.chart,
        { text: changed.map((i) => texts[i]) },
        layout,
        changed.map((i) => this.named[i].at),
      );
    else Plotly.relayout(this.chart, layout);
  }

  /** Range, lines and words of an axis `width` pixels long, as Plotly has them. */
  axis(ends, width) {
    const { lines, at, words } = ticks(ends, width);
    const dates = (instants) => instants.map((instant) => new Date(instant).toISOString());
    return { range: dates(ends), tickvals: dates(at), ticktext: words, "minor.tickvals": dates(lines) };
  }

  zoom(by) {
    if (!this.chart.layout) return;
    const [from, to] = this.range();
    const point = this.chosenPoint();
    const chosen = point ? time(point.x) : from;
    const at = chosen > from && chosen < to ? chosen : (from + to) / 2;
    this.show([at - (at - from) * by, at + (to - at) * by]);
  }

  /** The figure with the events that remain; lanes of kinds that are gone close up. `strip` is room above each lane. */
  timelineFigure(figure, strip = 0) {
    const shown = figure.data
      .map((trace) => masked(trace, ([id]) => this.shown.has(id)))
      .filter((trace) => trace.x.length);
    const lanes = [];
    const shift = {};
    let top = 0;
    for (const lane of figure.layout.meta.lanes.filter(({ kind }) => shown.some((trace) => trace.meta.kind === kind))) {
      const bottom = top - (lane.top - lane.bottom) - strip;
      shift[lane.kind] = bottom - lane.bottom;
      lanes.push({ kind: lane.kind, top, bottom });
      top = bottom;
    }
    const data = shown.map((trace) => ({
      ...trace,
      y: trace.y.map((y) => (y == null ? y : y + shift[trace.meta.kind])),
    }));
    const layout = {
      ...figure.layout,
      height: figure.layout.height + 60 * (lanes.length - figure.layout.meta.lanes.length),
      yaxis: {
        ...figure.layout.yaxis,
        range: [top, 0],
        tickvals: lanes.map((lane) => (lane.top + lane.bottom) / 2),
        ticktext: lanes.map((lane) => this.state.kinds[lane.kind]),
      },
      shapes: lanes.map((lane, i) => ({ ...figure.layout.shapes[i], y0: lane.bottom, y1: lane.bottom })),
    };
    return { data, layout, lanes };
  }

  drawTimeline() {
    const { state, timeline } = this;
    const tools = h(
      "div.tools",
      {},
      h(
        "div.group",
        { role: "group", "aria-label": "Zoom" },
        this.tool("All", false, () => this.show(this.whole()), "Show the whole span"),
        this.years().map((years) => this.tool(years, false, () => this.showYears(years), `Show ${years}`)),
        this.tool("−", false, () => this.zoom(2), "Zoom out"),
        this.tool("+", false, () => this.zoom(0.5), "Zoom in"),
      ),
      this.tool(
        "Table",
        this.tables.timeline,
        () => {
          this.tables.timeline = !this.tables.timeline;
          this.draw();
        },
        "Show the same as a table",
      ),
      this.downloads("timeline"),
    );
    const undated = state.undated.length
      ? h(
          "p.undated",
          {},
          "Without a date: ",
          state.undated.map((id) => this.eventButton(id)),
        )
      : null;
    const dated = state.shown.some((id) => this.bundle.events[id].first);
    const body = this.tables.timeline
      ? this.timelineTable()
      : dated
        ? this.chart
        : h("p.sentence", {}, "None of these events has a date.");
    const rough = this.figures.timeline.data.some(
      ({ meta, customdata }) => meta.part === "bounds" && customdata.some(([id]) => this.shown.has(id)),
    );
    const key = rough
      ? h(
          "span.key",
          { title: "A hollow mark: the day is known roughly, or is that of a report alone" },
          "day not certain",
        )
      : "";
    this.refill(timeline, h("header", {}, h("h2", {}, "Timeline"), key, tools), body, ...(undated ? [undated] : []));
    if (body !== this.chart) return this.markChosen();
    this.chart.setAttribute(
      "aria-label",
      `${state.alt} Arrow keys choose an event, plus and minus zoom, zero shows all, Enter goes to the article.`,
    );
    const ends = kept(this.chart.layout?.xaxis.range ? this.range() : this.whole(), this.all());
    const { data, layout, named, marks } = this.timelineOn(
      this.chart.clientWidth,
      this.narrow,
      this.figures.timeline,
      ends,
    );
    this.root.style.setProperty("--timeline", `${70 + 36 * -layout.yaxis.range[0] + (undated ? 26 : 0)}px`);
    layout.height = this.chart.clientHeight;
    Object.assign(this, { marks, named, laneLines: layout.shapes });
    Plotly.react(this.chart, [...data, this.ring()], { ...layout, shapes: this.timelineShapes() }, PLOT);
    if (!this.chart.bound) {
      this.chart.bound = true;
      // Plotly takes a drag's press and the next for a double click, and tells of the second press as a click too, on what
      // the reset has brought under the pointer. So count as the browser does.
      this.chart.addEventListener(
        "mousedown",
        ({ detail }) => {
          this.presses = detail;
        },
        true,
      );
      this.chart.on(
        "plotly_click",
        ({ points: [point] }) =>
          point.customdata && this.presses < 2 && this.choose(point.customdata[0], "", { read: true }),
      );
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
    this.markChosen();
  }

  /**
   * The timeline as it is drawn, `width` pixels wide, with the axis from one of `ends` to the other. Beside data and layout
   * come its conferences, as `labelled` takes them, and the traces of its marks.
   */
  timelineOn(width, narrow, source, ends) {
    const { data, layout, lanes } = this.timelineFigure(source, narrow ? STRIP : 0);
    const left = narrow ? 2 : GUTTER;
    const named = data.flatMap((trace, at) =>
      trace.mode === "markers+text"
        ? [{ ...trace, at, short: trace.customdata.map(([id]) => this.bundle.events[id].first.slice(0, 4)) }]
        : [],
    );
    labelled(named, ends, width - left - 2, narrow).forEach((text, i) => {
      data[named[i].at].text = named[i].shown = text;
    });
    const shapes = layout.shapes
      .slice(0, -1)
      .map((line) => ({ ...line, x0: narrow ? 0 : -GUTTER / (width - GUTTER - 2) }));
    const { range, tickvals, ticktext, "minor.tickvals": lines } = this.axis(ends, width - left - 2);
    const label = {
      showarrow: false,
      xref: "paper",
      x: 0,
      align: "left",
      font: { size: 12.5, color: layout.yaxis.tickfont.color },
    };
    return {
      data,
      named,
      marks: data.filter((trace) => trace.meta.part === "mark"),
      layout: {
        ...layout,
        title: undefined,
        width,
        paper_bgcolor: "transparent",
        plot_bgcolor: "transparent",
        margin: { l: left, r: 2, t: 0, b: 24 },
        xaxis: {
          ...layout.xaxis,
          range,
          tickvals,
          ticktext,
          tickmode: "array",
          ticklabelmode: "instant",
          tickangle: 0,
          showgrid: false,
          minor: { tickmode: "array", tickvals: lines, showgrid: true, gridcolor: layout.xaxis.gridcolor },
        },
        yaxis: { ...layout.yaxis, showticklabels: false, automargin: false },
        shapes,
        annotations: lanes.map((lane) =>
          narrow
            ? {
                ...label,
                text: this.state.kinds[lane.kind],
                xanchor: "left",
                y: lane.top,
                yanchor: "top",
                yshift: -2,
                bgcolor: layout.paper_bgcolor,
              } // no line runs through it
            : {
                ...label,
                text: this.state.kinds[lane.kind].replace(/ (and|\()/, "<br>$1"),
                xanchor: "left",
                xshift: -GUTTER,
                y: (lane.top + lane.bottom) / 2,
                yanchor: "middle",
              },
        ),
      },
    };
  }

  /** The point of the chosen event, on the chart as it is drawn. */
  chosenPoint(marks = this.marks ?? []) {
    for (const trace of marks) {
      const i = trace.customdata.findIndex(([id]) => id === this.state.event);
      if (i >= 0) return { x: trace.x[i], y: trace.y[i], size: trace.marker.size };
    }
    return null;
  }

  /** Move the axis, and leave the zoom as it is, until the chosen event is in sight. */
  bringIntoRange() {
    const point = this.chosenPoint();
    const [from, to] = this.range();
    const at = point && time(point.x);
    if (point && (at < from || at > to)) this.show([at - (to - from) / 2, at + (to - from) / 2]);
  }

  ring(point = this.chosenPoint(), color = this.accent()) {
    return {
      type: "scatter",
      mode: "markers",
      x: point ? [point.x] : [],
      y: point ? [point.y] : [],
      hoverinfo: "skip",
      cliponaxis: false,
      meta: { part: "chosen" },
      marker: { symbol: "circle-open", size: (point?.size ?? 10) + 11, color, line: { width: 2.5, color } },
    };
  }

  timelineShapes(lines = this.laneLines, point = this.chosenPoint(), color = this.accent()) {
    const line = {
      type: "line",
      x0: point?.x,
      x1: point?.x,
      yref: "paper",
      y0: 0,
      y1: 1,
      layer: "below",
      line: { color, width: 1 },
    };
    return point ? [...lines, line] : lines;
  }

  accent() {
    return getComputedStyle(this.root).getPropertyValue("--accent").trim() || ACCENT;
  }

  eventButton(id) {
    return h(
      "button.name",
      { type: "button", "data-choose": id, onclick: () => this.choose(id, "", { read: true }) },
      this.bundle.events[id].label,
    );
  }

  timelineTable() {
    const rows = this.state.shown.map((id) => {
      const event = this.bundle.events[id];
      return h(
        "tr",
        { "data-event": id },
        h("td", {}, event.when),
        h("td", {}, this.eventButton(id)),
        h("td", {}, event.kindName),
      );
    });
    return h(
      "div.table",
      { tabindex: 0 },
      h(
        "table",
        {},
        h("caption", {}, h("span", {}, this.state.alt)),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ["When", "Event", "Kind"].map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h("tbody", {}, rows),
      ),
    );
  }

  // Matrix

  roleAt(event, organizer) {
    for (const trace of this.figures.matrix.data) {
      const i = trace.customdata.findIndex(([e, o]) => e === event && o === organizer);
      if (i >= 0)
        return {
          ...trace.meta,
          name: this.bundle.marks[trace.meta.role].name + (trace.meta.disputed ? " (disputed)" : ""),
        };
    }
    return null;
  }

  drawMatrix() {
    const { state, matrix } = this;
    const select = h(
      "select",
      { "aria-label": "Order of the rows", onchange: (event) => act({ do: "sort", value: event.target.value }) },
      Object.entries(state.sorts).map(([value, label]) =>
        h("option", { value, selected: value === state.sort }, `Sort: ${label.toLowerCase()}`),
      ),
    );
    const more = `columns=${state.columnsAre}&sort=${state.sort}`;
    const tools = h(
      "div.tools",
      {},
      h(
        "div.group",
        { role: "group", "aria-label": "Columns" },
        [
          ["conferences", "Conferences"],
          ["all", "All events"],
        ].map(([value, label]) => this.tool(label, state.columnsAre === value, () => act({ do: "columns", value }))),
      ),
      select,
      this.tool(
        "Table",
        this.tables.matrix,
        () => {
          this.tables.matrix = !this.tables.matrix;
          this.draw();
        },
        "Show the same as a table",
      ),
      this.downloads("matrix", more),
    );
    const legend = h(
      "ul.legend",
      { "aria-label": "Marks" },
      state.roles.map((role) =>
        h("li", { "data-role": role }, svg(this.bundle.marks[role].badge), this.bundle.marks[role].name),
      ),
      state.disputed
        ? h(
            "li",
            {},
            svg(this.bundle.marks["co-organizer"].badge.replace("<svg ", "<svg data-hollow ")),
            "hollow: disputed",
          )
        : null,
    );
    const foot = h("div.foot", {}, legend, h("p.sentence", {}, state.sentence));
    this.refill(
      matrix,
      h("header", {}, h("h2", {}, "Organizers"), tools),
      this.tables.matrix ? this.matrixTable() : this.grid,
    );
    if (!this.tables.matrix) this.drawGrid(foot);
    this.markChosen();
  }

  drawGrid(foot) {
    const scroll = this.grid.scrollLeft;
    this.grid.querySelector(".foot")?.remove();
    this.cells.node.after(foot);
    this.grid.setAttribute(
      "aria-label",
      `${this.state.sentence} Left and right choose an event, up and down a role, Enter goes to the article.`,
    );
    this.laid = this.lay(this.cells, this.state.columns, this.grid.clientWidth, this.figures.matrix);
    if (!this.cells.plot.bound) {
      this.cells.plot.bound = true;
      this.cells.plot.on("plotly_click", ({ points: [point] }) =>
        this.choose(point.customdata[0], point.customdata[1], { read: true }),
      );
    }
    this.grid.scrollLeft = scroll;
  }

  /** The parts of a matrix that is yet to be laid: the heads of its rows and columns, and the plot between them. */
  emptyCells() {
    const [rows, columns, plot, band, spot] = [
      h("div.rows"),
      h("div.columns"),
      this.plotted("div.plot"),
      h("div.band"),
      h("div.spot"),
    ];
    return {
      rows,
      columns,
      plot,
      band,
      spot,
      node: h("div.cells", {}, h("div.corner"), rows, columns, h("div.field", {}, band, plot, spot)),
    };
  }

  /** What is in each row of the matrix: the heading of a kind, or an organizer; with its place in pixels. */
  matrixLines() {
    const { state } = this;
    const lines = [];
    let [kind, top] = [null, 0];
    const add = (line, height) => {
      lines.push({ ...line, top, bottom: top + height });
      top += height;
    };
    for (const row of state.rows) {
      if (state.rowKinds[row.organizer_kind] && row.organizer_kind !== kind) {
        kind = row.organizer_kind;
        add({ heading: state.rowKinds[kind] }, HEADING);
      }
      add(row, ROW);
    }
    return lines;
  }

  /**
   * Lay heads around the plot, with these events as columns, in `room` pixels; rows are ROW pixels high, so heads and marks are
   * level without measuring. Says where everything is, as `mark` needs it.
   */
  lay(cells, ids, room, figure) {
    const { state } = this;
    const lines = this.matrixLines();
    const height = lines.at(-1)?.bottom ?? 0;
    cells.node.style.setProperty("--row", `${ROW}px`);
    cells.node.style.setProperty("--heading", `${HEADING}px`);
    cells.rows.replaceChildren(
      ...lines.map((row) =>
        row.heading
          ? h("div.heading", {}, row.heading)
          : h(
              "button.row",
              {
                type: "button",
                "data-organizer": row.organizer_id,
                "aria-pressed": String(state.lit.organizer.includes(row.organizer_id)),
                title: state.lit.organizer.includes(row.organizer_id)
                  ? `${row.organizer}: take this filter off`
                  : `${row.organizer}: show the events at which it has a role`,
                onclick: () =>
                  act({
                    do: "filter",
                    facet: "organizer",
                    value: row.organizer_id,
                    on: !state.lit.organizer.includes(row.organizer_id),
                  }),
              },
              h("span", {}, row.organizer),
              h("b", {}, String(row.count)),
            ),
      ),
    );
    const wide = Math.max(NARROWEST, Math.min(WIDEST, Math.floor((room - cells.rows.offsetWidth - 2) / ids.length)));
    const longest = Math.max(...ids.map((id) => this.bundle.events[id].label.length));
    cells.node.style.setProperty("--heads", `${Math.min(160, longest * 6.6 + 16)}px`);
    cells.columns.className = wide < UPRIGHT ? "columns upright" : "columns";
    cells.columns.replaceChildren(
      ...ids.map((id) =>
        h(
          "button.column",
          {
            type: "button",
            style: `width:${wide}px`,
            "data-choose": id,
            title: `${this.bundle.events[id].label}, ${this.bundle.events[id].when}`,
            onclick: () => this.choose(id, "", { read: true }),
          },
          h("span", {}, this.bundle.events[id].label),
        ),
      ),
    );
    const laid = {
      cells,
      column: new Map(ids.map((id, i) => [id, i])),
      row: new Map(lines.map((line) => [line.organizer_id, line])),
      wide,
      height,
    };
    const { organizer, role } = state.lit;
    const data = figure.data
      .map((trace) => masked(trace, ([event]) => laid.column.has(event)))
      .filter((trace) => trace.x.length)
      .map((trace) => ({
        ...trace,
        x: trace.customdata.map(([event]) => laid.column.get(event)),
        y: trace.customdata.map(([, id]) => (laid.row.get(id).top + laid.row.get(id).bottom) / 2),
        opacity: role.length && !role.includes(trace.meta.role) ? 0.25 : 1,
        marker: {
          ...trace.marker,
          size: 19,
          ...(organizer.length && { opacity: trace.customdata.map(([, id]) => (organizer.includes(id) ? 1 : 0.3)) }),
        },
      }));
    const below = Math.max(0, HOVERED - height);
    const beside = Math.max(0, room - cells.rows.offsetWidth - 2 - wide * ids.length);
    Object.assign(cells.plot.style, { marginBottom: `${-below}px`, marginRight: `${-beside}px` });
    const axis = {
      type: "linear",
      fixedrange: true,
      showticklabels: false,
      showgrid: false,
      zeroline: false,
      showline: false,
      ticks: "",
      automargin: false,
    };
    Plotly.react(
      cells.plot,
      data,
      {
        ...figure.layout,
        title: undefined,
        annotations: [],
        showlegend: false,
        dragmode: false,
        width: wide * ids.length + beside,
        height: height + below,
        margin: { l: 0, r: beside, t: 0, b: below },
        paper_bgcolor: "transparent",
        plot_bgcolor: "transparent",
        xaxis: { ...axis, range: [-0.5, ids.length - 0.5] },
        yaxis: { ...axis, range: [height, 0] },
        shapes: lines
          .slice(0, -1)
          .filter((line) => !line.heading)
          .map((line) => ({
            type: "line",
            xref: "paper",
            x0: 0,
            x1: 1,
            y0: line.bottom,
            y1: line.bottom,
            layer: "below",
            line: { width: 1, color: figure.layout.xaxis.gridcolor },
          })),
      },
      PLOT,
    );
    return laid;
  }

  matrixTable(ids = this.state.columns) {
    const { state } = this;
    const head = h(
      "tr",
      {},
      h("th", { scope: "col" }, "Organizer"),
      ids.map((id) => h("th", { scope: "col", "data-event": id }, this.bundle.events[id].label)),
    );
    const rows = state.rows.map((row) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, row.organizer),
        ids.map((id) => {
          const role = this.roleAt(id, row.organizer_id);
          return h(
            "td",
            {},
            role
              ? h(
                  "button.name",
                  { type: "button", onclick: () => this.choose(id, row.organizer_id, { read: true }) },
                  role.name,
                )
              : "",
          );
        }),
      ),
    );
    return h(
      "div.table",
      { tabindex: 0 },
      h("table", {}, h("caption", {}, h("span", {}, state.sentence)), h("thead", {}, head), h("tbody", {}, rows)),
    );
  }

  // What is chosen

  /** Move the ring of the timeline, once the article is on the screen: Plotly draws the whole chart anew for it. */
  markChart() {
    cancelAnimationFrame(this.marking);
    this.marking = requestAnimationFrame(() =>
      setTimeout(() => {
        if (!this.chart.data?.length || !this.chart.isConnected) return;
        this.bringIntoRange();
        const { x, y, marker } = this.ring();
        Plotly.update(
          this.chart,
          {
            x: [x],
            y: [y],
            "marker.size": marker.size,
            "marker.color": marker.color,
            "marker.line.color": marker.color,
          },
          { shapes: this.timelineShapes() },
          [this.chart.data.length - 1],
        );
      }),
    );
  }

  /** Show the chosen event and role in all views without drawing any of them anew. */
  markChosen() {
    const { event, at } = this.state;
    for (const pane of [this.timeline, this.matrix, this.article]) pane.dataset.event = event;
    for (const node of this.matrix.querySelectorAll("[data-choose]"))
      node.toggleAttribute("data-chosen", node.dataset.choose === event);
    for (const node of this.matrix.querySelectorAll("button.row"))
      node.toggleAttribute("data-chosen", node.dataset.organizer === at);
    for (const node of this.timeline.querySelectorAll("tr[data-event]"))
      node.toggleAttribute("data-chosen", node.dataset.event === event);
    if (!this.laid || !this.cells.plot.isConnected) return;
    this.mark(this.laid);
    const column = this.laid.column.get(event);
    if (column != null) {
      // bring the chosen column into sight, and leave the page where it is
      const [left, right] = [
        column * this.laid.wide,
        (column + 1) * this.laid.wide + this.cells.rows.offsetWidth - this.grid.clientWidth,
      ];
      if (this.grid.scrollLeft > left) this.grid.scrollLeft = left;
      if (this.grid.scrollLeft < right) this.grid.scrollLeft = right;
    }
  }

  /** Lay a band over the chosen column of a matrix, and a ring around the chosen mark. */
  mark({ cells: { band, spot }, column: columns, row: rows, wide }) {
    const [column, row] = [columns.get(this.state.event), rows.get(this.state.at)];
    band.hidden = column == null;
    spot.hidden = column == null || !row;
    if (!band.hidden) Object.assign(band.style, { left: `${column * wide}px`, width: `${wide}px` });
    if (!spot.hidden)
      Object.assign(spot.style, {
        left: `${(column + 0.5) * wide - 15}px`,
        top: `${(row.top + row.bottom) / 2 - 15}px`,
      });
  }

  // Paper

  /** The charts for a sheet of paper, in the colours of the light theme: {timeline, matrix}, each a node or nothing. */
  sheets({ width, height }, into) {
    if (!this.state?.shown.length) return;
    for (const link of this.page.querySelectorAll(".sources a[href^=http]")) link.dataset.address = readable(link.href);
    if (!this.tables.timeline && this.marks?.length) {
      const chart = h("div.chart");
      into(this.timeline, chart);
      const { data, layout, marks } = this.timelineOn(width, false, this.bundle.timeline, this.range());
      const point = this.chosenPoint(marks);
      Plotly.newPlot(
        chart,
        [...data, this.ring(point, ACCENT)],
        {
          ...layout,
          height: 44 * -layout.yaxis.range[0] + 24,
          shapes: this.timelineShapes(layout.shapes, point, ACCENT),
        },
        { ...PLOT, staticPlot: true },
      );
    }
    const ids = this.state.columns;
    if (this.tables.matrix) {
      for (const some of shared(ids, Math.floor((width - WIDEST) / CELL))) into(this.matrix, this.matrixTable(some));
      return;
    }
    const head = this.cells.rows.offsetWidth;
    for (const some of shared(ids, Math.floor((width - head - 2) / NARROWEST))) {
      const cells = this.emptyCells();
      const sheet = h("div.laid", {}, cells.node);
      into(this.matrix, sheet);
      this.mark(this.lay(cells, some, width, this.bundle.matrix));
      for (const node of sheet.querySelectorAll("[data-choose]"))
        node.toggleAttribute("data-chosen", node.dataset.choose === this.state.event);
      for (const node of sheet.querySelectorAll("button.row"))
        node.toggleAttribute("data-chosen", node.dataset.organizer === this.state.at);
      const whole = sheet.offsetHeight;
      if (whole > height) sheet.style.zoom = Math.max(height / whole, SMALLEST);
    }
  }

  // Article

  drawArticle() {
    const { state } = this;
    const at = state.shown.indexOf(state.event);
    const jump = (label, by, title) =>
      h(
        "button",
        {
          type: "button",
          disabled: at + by < 0 || at + by >= state.shown.length,
          onclick: () => this.step(by),
          title,
          "aria-label": title,
        },
        label,
      );
    const header = h(
      "header",
      {},
      h("h2", {}, "Article"),
      h(
        "div.tools",
        {},
        jump("← Earlier", -1, "Previous event"),
        h(
          "span.place",
          { role: "status" },
          h("span.unseen", {}, `${this.bundle.events[state.event].label}, `),
          `${at + 1} of ${state.shown.length}`,
        ),
        jump("Later →", 1, "Next event"),
      ),
    );
    const giveFocusBack = this.heldFocus();
    if (this.page.isConnected) this.article.firstChild.replaceWith(header);
    else this.article.replaceChildren(header, this.page);
    giveFocusBack();
    if (this.opened !== state.event) {
      this.opened = state.event;
      this.page.innerHTML = this.bundle.articles[state.event]; // every text in it was escaped when it was written
      this.page.scrollTop = 0;
      this.lit = null;
    }
    const fresh = this.lit !== `${state.event} ${state.at}`; // drawn again by a filter, the passage stays as the reader left it
    this.lit = `${state.event} ${state.at}`;
    if (!fresh) return;
    this.sight.disconnect();
    this.litSeen = false;
    for (const lit of this.page.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    this.page.querySelector("aside.proof")?.remove();
    if (!state.at) return;
    const passage =
      this.page.querySelector(`.sentence[data-states~="${state.at}"]`) ??
      this.page.querySelector(`.roles li[data-organizer="${state.at}"]`) ??
      this.page.querySelector(`[data-at="${state.at}"]`)?.closest("li, dd");
    if (!passage) return;
    passage.setAttribute("data-lit", state.at);
    this.sight.observe(passage);
    const proof = this.page.querySelector(`template[data-proof="${state.at}"]`)?.content.firstChild.cloneNode(true);
    if (proof) {
      proof.append(
        h(
          "footer",
          {},
          this.copyButton("Copy link to this proof", () => this.link()),
          h("button", { type: "button", onclick: () => this.choose(state.event) }, "Close"),
        ),
      );
      passage.closest("p, ul, dl").after(proof);
    }
    this.bring(passage, 0.06); // high in the pane, so that the card below it is in sight
  }

  /** Scroll the reading pane, and the pane alone, until a node of it is in sight; where views are stacked, the page. */
  bring(node, share = 0.3, behavior = "smooth") {
    if (!this.scrolls()) return node.scrollIntoView({ block: share < 0.3 ? "start" : "center", behavior });
    const [pane, box] = [this.page.getBoundingClientRect(), node.getBoundingClientRect()];
    this.page.scrollTo({
      top: this.page.scrollTop + box.top - pane.top - (pane.height - box.height) * share,
      behavior,
    });
  }

  /** Tell whether the article scrolls within its pane, and not with the page. */
  scrolls() {
    return this.page.scrollHeight > this.page.clientHeight;
  }

  followLink(event) {
    const target = event.target.closest("a[href^='#']");
    if (!target) return;
    event.preventDefault();
    if (target.dataset.choose) this.choose(target.dataset.choose);
    else if (target.dataset.at) this.choose(this.state.event, target.dataset.at);
    else if (target.dataset.organizer) {
      this.choose(this.state.event, target.dataset.organizer);
      this.matrix
        .querySelector(`button.row[data-organizer="${target.dataset.organizer}"]`)
        ?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    } else {
      const node = this.page.querySelector(`[id="${target.getAttribute("href").slice(1)}"]`);
      for (const old of this.page.querySelectorAll("[data-seen]")) old.removeAttribute("data-seen");
      if (node) {
        node.setAttribute("data-seen", "");
        this.bring(node);
      }
    }
  }
}

/** A list in parts of nearly the same length, none longer than `most`. */
function shared(list, most) {
  const parts = Math.ceil(list.length / Math.max(most, 1));
  return Array.from({ length: parts }, (_, i) =>
    list.slice(Math.round((i * list.length) / parts), Math.round(((i + 1) * list.length) / parts)),
  );
}

/** An address with its letters instead of their codes. */
function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const scrollTop = () => document.querySelector("[data-testid=stMain]")?.scrollTop ?? document.documentElement.scrollTop;

export default mounted(LinkedViews);
