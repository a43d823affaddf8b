// The part “Data”: the tables of the events that pass the filters, in several formats, and code that loads them.

import { address, file } from "../files.js";
import { hasAddresses } from "../supply.js";
import { h } from "../view.js";
import { arriving, choices, copyable, fileList, section } from "./pieces.js";

/** @import { Facts, OfferedFile, Stock, Takeaway } from "../types" */
/** @import { Desk, Part } from "../takeaway.js" */
/** @import { LinkedState } from "../views.js" */

/** @type {Part} */
export const data = { key: "data", label: "Data", hint: "Tables for Excel and programs", draw };
const NUMBERS = new Intl.NumberFormat("en");
const OF_ALL = "The address leads to the table of all events.";
const IN_ONE_FILE =
  "This page is a single file. An Excel workbook, Parquet and files for other programs are not in it. " +
  "The dashboard as a folder or on a server has them.";

/** @param {Desk} desk */
function draw(desk) {
  const { state } = desk.whole;
  const url = state.urls.edition ? state.urls.takeaway : address(state, state.urls.takeaway);
  return [
    arriving(desk, url, "The list of files did not arrive.", (/** @type {Takeaway | Stock} */ offers) =>
      drawOffers(desk, "perEvent" in offers ? counted(offers, desk.whole.facts, state.shown) : offers),
    ),
  ];
}

/**
 * Count the rows of the tables for the events that remain.
 * @param {Stock} stock
 * @param {Facts} facts
 * @param {string[]} shown
 * @returns {Takeaway}
 */
function counted(stock, { order }, shown) {
  const ids = new Set(shown);
  const rows = (/** @type {string} */ table) =>
    stock.perEvent[table].reduce((sum, number, place) => sum + (ids.has(order.events[place]) ? number : 0), 0);
  return { ...stock, tables: stock.tables.map((table) => ({ ...table, rows: rows(table.name) })) };
}

/**
 * @param {Desk} desk
 * @param {Takeaway} offers
 */
function drawOffers(desk, { tables, files, snippets }) {
  const { state } = desk.whole;
  const { table, tool } = desk.wish;
  const names = tables.map(({ name, label, rows }) => [name, [label, " ", h("b", {}, NUMBERS.format(rows))]]);
  const tools = snippets.map(({ tool, label }) => [tool, label]);
  const { label, code } = snippets.find((snippet) => snippet.tool === tool) ?? snippets[0];
  const { edition } = state.urls;
  const path = `${state.urls.export}${table}.csv`;
  const { href } = new URL(edition ? path : address(state, path), document.baseURI);
  const ofTables = new Set(tables.flatMap(({ name }) => files.filter(isOf(name))));
  const others = files.filter((offered) => !ofTables.has(offered));
  const load = section(
    "Load this table from its address",
    edition ? h("p.quiet", {}, OF_ALL) : null,
    choices(desk, "tool", "Program", Object.fromEntries(tools)),
    copyable(`the code for ${label}`, code.replaceAll("{address}", href).trimEnd(), { code: true }),
  );
  return [
    section(
      "Tables",
      h("p.quiet", {}, "The number beside a table counts the rows that pass the filters."),
      choices(desk, "table", "Table", Object.fromEntries(names)),
      fileList("data", listed(state, files.filter(isOf(table)))),
    ),
    hasAddresses(state.urls) ? load : null,
    section(
      "All tables together, and files for other programs",
      edition === "file" ? h("p.quiet", {}, IN_ONE_FILE) : fileList("together", listed(state, others)),
    ),
  ];
}

/**
 * Tell whether a file has this table.
 * @param {string} table
 */
const isOf =
  (table) =>
  (/** @type {OfferedFile} */ { name }) =>
    new RegExp(`^${table}(-excel)?\\.`).test(name);

/**
 * Make the links to files, each with its purpose.
 * @param {LinkedState} state
 * @param {OfferedFile[]} files
 * @returns {[HTMLElement | null, string][]}
 */
const listed = (state, files) => files.map(({ name, label, purpose }) => [file(state, name, label), purpose]);
