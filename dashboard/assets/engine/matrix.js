// The pane of the matrix: organizers as rows, events as columns, a mark for each role. The heads are HTML buttons. Plotly
// draws the marks.

import { matrix as wholeMatrix } from "./facts.js";
import * as geometry from "./geometry.js";
import { expectHovered, Pane, stepped } from "./pane.js";
import { all, h, PLOT, plotted, setVariable, svg, table, tool } from "./view.js";

/** @import { Matrix, Row } from "./types" */
/** @import { Places } from "./geometry.js" */
/** @import { Whole } from "./pane.js" */
/** @import { PlotNode } from "./plotly" */
/** @import { Size } from "./view.js" */
/**
 * The parts of a matrix: the heads of its rows and columns, the plot, the band over the chosen column and the ring around
 * the chosen mark (`spot`).
 * @typedef {object} Cells
 * @property {HTMLElement} rows
 * @property {HTMLElement} columns
 * @property {PlotNode} plot
 * @property {HTMLElement} band
 * @property {HTMLElement} spot
 * @property {HTMLElement} node
 */
/** @typedef {Places & {cells: Cells}} Laid */

const UPRIGHT = 50; // the heads of narrower columns are vertical, and so are heads with a word that is wider
const NAMES = 150; // room for the names of organizers in a table on paper
const CELL = 88; // least width of a column of the matrix as a table on paper
const SMALLEST = 0.6; // the smallest scale at which a matrix is printed to fit on one sheet

export class MatrixPane extends Pane {
  /** @param {Whole} whole */
  constructor(whole) {
    super(whole, h("section.pane.matrix", { "data-view": "matrix", "aria-label": "Organizers and their roles" }));
    this.cells = emptyCells();
    this.grid = h("div.grid", { tabindex: 0, role: "application" }, this.cells.node);
    /** @type {Laid | null} */
    this.laid = null;
    this.explained = false;
  }

  draw() {
    const header = h("header", {}, this.titles("matrix"), this.tools());
    if (this.asTable) this.refill(header, this.table());
    else this.refill(header, this.grid, this.foot());
    if (!this.asTable) this.drawGrid();
    this.follow();
  }

  follow() {
    super.follow();
    this.markHeads(this.node);
    if (!this.laid || !this.cells.plot.isConnected) return;
    this.mark(this.laid);
  }

  /** Scroll the chosen column into view, without scrolling the page. */
  reveal() {
    if (!this.laid || !this.cells.plot.isConnected) return;
    const column = this.laid.column.get(this.whole.event);
    if (column === undefined) return;
    const left = column * this.laid.wide;
    const right = left + this.laid.wide + this.cells.rows.offsetWidth - this.grid.clientWidth;
    if (this.grid.scrollLeft > left) this.grid.scrollLeft = left;
    if (this.grid.scrollLeft < right) this.grid.scrollLeft = right;
  }

  keys() {
    return { ArrowUp: () => this.stepRole(-1), ArrowDown: () => this.stepRole(1) };
  }

  /**
   * Go to the next mark in the chosen column.
   * @param {number} by how many marks
   */
  stepRole(by) {
    const { event, state } = this.whole;
    const organizers = state.rows.map((row) => row.organizer_id).filter((id) => this.roleAt(event, id));
    if (organizers.length) this.whole.choose(event, stepped(organizers, state.at, by));
  }

  /**
   * Give the role of an organizer at an event in words; null if it has none.
   * @param {string} event
   * @param {string} organizer
   */
  roleAt(event, organizer) {
    for (const { customdata, meta } of this.whole.figures.matrix.data) {
      if (customdata.some(([e, o]) => e === event && o === organizer)) {
        return this.whole.facts.marks[meta.role].name + (meta.disputed ? " (disputed)" : "");
      }
    }
    return null;
  }

  tools() {
    const { state, facts, act } = this.whole;
    const { columnsAre, sort, sorts } = state;
    const options = Object.entries(sorts).map(([value, label]) =>
      h("option", { value, selected: value === sort }, `Sort: ${label.toLowerCase()}`),
    );
    const onchange = () => act({ do: "sort", value: select.value });
    /** @type {HTMLSelectElement} */
    const select = h("select", { "aria-label": "Order of the rows", onchange }, options);
    const columns = Object.entries(facts.vocabulary.columns).map(([value, label]) =>
      tool(label, columnsAre === value, () => act({ do: "columns", value })),
    );
    const group = h("div.group", { role: "group", "aria-label": "Columns" }, columns);
    return h("div.tools", {}, group, select, this.tableTool(), this.downloadTool("chart", { view: "matrix" }));
  }

  /**
   * Make the legend of the marks, and below it the sentence that says what the matrix shows, and how certain a role can
   * be. In a low window, a button shows the sentence below the legend.
   */
  foot() {
    const { marks, vocabulary } = this.whole.facts;
    const { roles, disputed, sentence } = this.whole.state;
    const hollow = marks["co-organizer"].badge.replace("<svg ", "<svg data-hollow ");
    const turn = () => {
      const open = node.toggleAttribute("data-explained");
      this.explained = open;
      more.setAttribute("aria-expanded", String(open));
    };
    const more = h(
      "button.more",
      { type: "button", "aria-expanded": String(this.explained), onclick: turn },
      "In words",
    );
    const legend = h(
      "ul.legend",
      { "aria-label": "Marks" },
      roles.map((role) => h("li", { "data-role": role }, svg(marks[role].badge), marks[role].name)),
      disputed ? h("li", {}, svg(hollow), "disputed") : null,
    );
    const certain = Object.values(vocabulary.certainty).map(([word, meaning]) =>
      h("div", {}, h("dt", {}, word), h("dd", {}, meaning)),
    );
    const words = h("div.explained", {}, h("p.sentence", {}, sentence), h("dl.certainty", {}, certain));
    const node = h("div.foot", { "data-explained": this.explained }, h("div.marks", {}, legend, more), words);
    return node;
  }

  /** Draw heads and marks. Sizes are read together, because the browser lays the page out for each that is read later. */
  drawGrid() {
    const { state, figures } = this.whole;
    const keys =
      "Left and right choose an event, up and down a role, Page Up and Page Down an edition, Enter goes to the article.";
    this.grid.setAttribute("aria-label", `${state.sentence} ${keys}`);
    this.fillRows(this.cells);
    const { clientWidth, clientHeight: high, scrollLeft } = this.grid;
    const room = clientWidth - this.cells.rows.offsetWidth - 2;
    this.laid = this.lay(this.cells, state.columns, { room, high: this.whole.stacked ? 0 : high }, figures.matrix);
    if (!this.cells.plot.bound) {
      this.cells.plot.bound = true;
      this.cells.plot.on("plotly_click", ({ points: [{ customdata }] }) => {
        if (customdata) this.whole.choose(customdata[0], customdata[1], { read: true });
      });
      expectHovered(this.cells.plot, this.whole);
    }
    if (!scrollLeft && this.laid.wide * state.columns.length <= room) return; // every column is in view
    this.grid.scrollLeft = scrollLeft;
    this.reveal();
  }

  /** @param {Cells} cells */
  fillRows({ rows }) {
    const { state } = this.whole;
    const lines = geometry.matrixLines(state.rows, state.rowKinds);
    setVariable(rows, "--heading", `${geometry.HEADING}px`);
    rows.replaceChildren(
      ...lines.map((line) => (line.heading === undefined ? this.rowHead(line) : h("div.heading", {}, line.heading))),
    );
  }

  /**
   * Lay out the heads of columns and the plot, with these events as columns, in `room` pixels beside the heads of rows.
   * All rows have one height, so heads and marks line up without measuring. The rows fill `high` pixels. Gives the places
   * that `mark` needs.
   * @param {Cells} cells
   * @param {string[]} ids
   * @param {{room: number, high: number}} size
   * @param {Matrix} figure
   * @returns {Laid}
   */
  lay(cells, ids, { room, high }, figure) {
    const { rows, rowKinds, lit } = this.whole.state;
    let lines = geometry.matrixLines(rows, rowKinds);
    let places = geometry.places(lines, ids, room);
    const longest = Math.max(...this.events(ids).map(({ label }) => label.length));
    const most = cells === this.cells ? 130 : Number.POSITIVE_INFINITY; // paper has no tooltip with the whole label
    setVariable(cells.columns, "--heads", `${Math.min(most, longest * 6.6 + 16)}px`);
    cells.columns.className = "columns";
    cells.columns.replaceChildren(...ids.map((id) => this.columnHead(id, places.wide)));
    const heads = [...cells.columns.children];
    const isTight = () => heads.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    cells.columns.classList.toggle("upright", places.wide < UPRIGHT || isTight());
    const row = geometry.rowHeight(lines, high - (high && cells.columns.offsetHeight));
    setVariable(cells.rows, "--row", `${row}px`);
    lines = geometry.matrixLines(rows, rowKinds, row);
    places = geometry.places(lines, ids, room);
    const { data, layout, below, beside } = geometry.matrix(figure, lines, places, lit, room);
    Object.assign(cells.plot.style, { marginBottom: `${-below}px`, marginRight: `${-beside}px` });
    Plotly.react(
      cells.plot,
      geometry.together(data, ({ opacity }) => opacity),
      layout,
      cells.plot.bound ? undefined : PLOT,
    );
    return { ...places, cells };
  }

  /** @param {Row} row */
  rowHead({ organizer_id: value, organizer, count, depth }) {
    const { state, act } = this.whole;
    const on = !state.lit.organizer.includes(value);
    const attributes = {
      type: "button",
      "data-organizer": value,
      "aria-pressed": String(!on),
      "data-body": depth > 0,
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
    const { label, when } = this.whole.facts.events[id];
    const attributes = {
      type: "button",
      style: `width:${wide}px`,
      "data-choose": id,
      title: `${label}, ${when}`,
      onclick: () => this.whole.choose(id, "", { read: true }),
    };
    return h("button.column", attributes, h("span", {}, label));
  }

  table(ids = this.whole.state.columns) {
    const { rows, sentence } = this.whole.state;
    const head = ids.map((id) => h("th", { scope: "col", "data-event": id }, this.whole.facts.events[id].label));
    const lines = rows.map(({ organizer, organizer_id: organizerId }) => {
      const cells = ids.map((id) => {
        const role = this.roleAt(id, organizerId);
        const onclick = () => this.whole.choose(id, organizerId, { read: true });
        return h("td", {}, role ? h("button.name", { type: "button", onclick }, role) : "");
      });
      return h("tr", {}, h("th", { scope: "row" }, organizer), cells);
    });
    return table([h("th", { scope: "col" }, "Organizer"), ...head], lines, sentence);
  }

  /**
   * Mark the heads of the chosen column and the chosen row.
   * @param {HTMLElement} within
   */
  markHeads(within) {
    for (const node of all(within, "[data-choose]")) {
      node.toggleAttribute("data-chosen", node.dataset.choose === this.whole.event);
    }
    for (const node of all(within, "button.row")) {
      node.toggleAttribute("data-chosen", node.dataset.organizer === this.whole.state.at);
    }
  }

  /**
   * Lay a band over the chosen column, and a ring around the chosen mark.
   * @param {Laid} laid
   */
  mark({ cells: { band, spot }, column: columns, row: rows, wide }) {
    const column = columns.get(this.whole.event);
    const row = rows.get(this.whole.state.at);
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

  /**
   * @param {Size} paper
   * @param {(node: HTMLElement) => void} into
   */
  sheets({ width, height }, into) {
    const ids = this.whole.state.columns;
    if (this.asTable) {
      const most = Math.floor((width - NAMES) / CELL);
      for (const some of geometry.shared(ids, most)) into(this.table(some));
      return;
    }
    const most = Math.floor((width - this.cells.rows.offsetWidth - 2) / geometry.NARROWEST);
    for (const some of geometry.shared(ids, most)) {
      const cells = emptyCells();
      const sheet = h("div.laid", {}, cells.node);
      into(sheet);
      this.fillRows(cells);
      const room = width - cells.rows.offsetWidth - 2;
      this.mark(this.lay(cells, some, { room, high: 0 }, wholeMatrix(this.whole.facts)));
      this.markHeads(sheet);
      const whole = sheet.offsetHeight;
      if (whole > height) sheet.style.zoom = String(Math.max(height / whole, SMALLEST));
    }
  }
}

/**
 * Make the parts of a matrix that is not laid out yet.
 * @returns {Cells}
 */
function emptyCells() {
  const plot = plotted("div.plot");
  const [rows, columns, band, spot] = [h("div.rows"), h("div.columns"), h("div.band"), h("div.spot")];
  const node = h("div.cells", {}, h("div.corner"), rows, columns, h("div.field", {}, band, plot, spot));
  return { rows, columns, plot, band, spot, node };
}
