// One chart with its downloads and its table, for the pages beside the linked views.
//
// The state holds `view` (its name in files), `title`, `figure`, `alt`, `table` (columns, rows of text, and the mark of each row), `dark`
// (colour → colour), `css`, `urls` and `query`. A click on a mark is reported as {do: "mark", view, value: customdata}.

import { act, h, mounted, once, PLOT, recolored, script, stylesheet, View } from "./view.js";

const CLEAR = { paper_bgcolor: "transparent", plot_bgcolor: "transparent" };

export class FigureView extends View {
  constructor(parent) {
    super();
    this.chart = this.plotted("div.drawn", { role: "img" });
    this.colors = h("style");
    this.pane = h("section.pane");
    this.root = h("div.linked.single", {}, this.colors, this.pane);
    this.asTable = false;
    this.resized = new ResizeObserver(() => {
      if (this.root.clientWidth !== this.width && !this.printing) this.draw();
    });
    parent.append(this.root);
  }

  async update(state, theme) {
    await Promise.all([once(state.urls.plotly, script), once(state.urls.css, stylesheet), document.fonts?.ready]);
    this.state = state;
    this.figure = recolored(state.figure, theme === "dark" ? state.dark : {});
    this.colors.textContent = state.css;
    this.root.dataset.theme = theme;
    this.draw();
    this.resized.observe(this.root);
    this.root.dataset.ready = state.view;
  }

  draw() {
    const { state, pane } = this;
    this.width = this.root.clientWidth;
    pane.dataset.view = state.view;
    const table = this.tool(
      "Table",
      this.asTable,
      () => {
        this.asTable = !this.asTable;
        this.draw();
      },
      "Show the same as a table",
    );
    pane.replaceChildren(
      h("header", {}, h("h2", {}, state.title), h("div.tools", {}, table, this.downloads(state.view))),
      this.asTable
        ? this.table()
        : h("div.scroll", { tabindex: 0, role: "group", "aria-label": state.title }, this.chart),
      h("p.sentence", {}, state.alt),
    );
    if (this.asTable) return;
    this.chart.setAttribute("aria-label", state.alt);
    const { layout } = this.figure;
    Plotly.react(
      this.chart,
      this.figure.data,
      { ...layout, ...this.size(this.chart.parentElement.clientWidth - 28), ...CLEAR },
      PLOT,
    );
    if (!this.chart.bound) {
      this.chart.bound = true;
      this.chart.on(
        "plotly_click",
        ({ points: [point] }) =>
          point.customdata && act({ do: "mark", view: this.state.view, value: point.customdata }),
      );
    }
  }

  /** How large the chart is drawn where `room` pixels are free. */
  size(room) {
    const { layout } = this.figure;
    return { width: layout.width ?? Math.max(room, layout.meta?.least ?? 0), height: layout.height };
  }

  /** The chart for a sheet of paper, in the colours of the light theme; as wide as it has to be, and then made to fit. */
  sheets({ width, height }, into) {
    if (this.asTable || !this.figure) return;
    const chart = h("div.drawn");
    into(this.pane, chart);
    const size = this.size(width);
    Plotly.newPlot(
      chart,
      this.state.figure.data,
      { ...this.state.figure.layout, ...size, ...CLEAR },
      { ...PLOT, staticPlot: true },
    );
    const fits = Math.min(1, width / size.width);
    chart.style.zoom = size.height * fits > height ? Math.max(Math.min(fits, height / size.height), 0.6 * fits) : fits;
  }

  /** The first word of a row: a button that does what a click on its mark does, where it has one. */
  opener(text, value) {
    return value
      ? h("button.name", { type: "button", onclick: () => act({ do: "mark", view: this.state.view, value }) }, text)
      : text;
  }

  table() {
    const { columns, rows, marks } = this.state.table;
    return h(
      "div.table",
      { tabindex: 0 },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            columns.map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map((row, i) =>
            h(
              "tr",
              {},
              row.map((value, j) => h("td", {}, j ? String(value) : this.opener(String(value), marks[i]))),
            ),
          ),
        ),
      ),
    );
  }
}

export default mounted(FigureView);
