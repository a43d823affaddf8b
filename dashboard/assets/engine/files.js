// The download menus: a chart as a picture, and the data behind it.

import { h, json, modified, request, Silence, sentence } from "./view.js";

/** @import { Urls } from "./types" */
/** @import { Child } from "./view.js" */
/**
 * The addresses of the downloads, and the filters that they are made for.
 * @typedef {{urls: Urls, query?: string}} Source
 */
/** @typedef {{name: string, figure: {data: object[], layout: {width: number, height: number}}}} Picture */

/** Excel takes the UTF-8 of CSV for another encoding, and makes a day of 2019-06; in the workbook both are right. */
const FOR_EXCEL = "For Excel take the workbook: Excel misreads letters and months in CSV.";
/** The same for a table that is not in the workbook. */
const IMPORT_CSV = "In Excel, open CSV with Data > From Text/CSV, as UTF-8.";
const FILES = {
  "events.csv": "Events, CSV",
  "roles.csv": "Roles, CSV",
  "sources.csv": "Sources, CSV",
  "workbook.xlsx": "All three, Excel workbook",
  "data.json": "All three, JSON",
};

/**
 * Make the menu with the tables of all events that pass the filters.
 * @param {Source} source
 */
export function dataMenu(source) {
  const files = Object.entries(FILES).map(([name, label]) => file(source, name, label));
  return menu("Data", "data", [...files, h("p.note", {}, FOR_EXCEL)]);
}

/**
 * @param {string} label
 * @param {string} name
 * @param {Child[]} items
 */
function menu(label, name, items) {
  return h("details.menu", { "data-download": name }, h("summary", {}, label), h("div", {}, items));
}

/**
 * Write the address of a file for these filters. `more` are further parameters.
 * @param {Source} source
 * @param {string} path
 * @param {string} [more]
 */
function address(source, path, more) {
  const query = [source.query, more].filter(Boolean).join("&");
  return query ? `${path}?${query}` : path;
}

/**
 * Make a link to a file.
 * @param {Source} source
 * @param {string} name
 * @param {string} label
 * @param {string} [more]
 */
function file(source, name, label, more) {
  const href = address(source, source.urls.export + name, more);
  return h(
    "a",
    {
      href,
      download: true,
      "data-format": name,
      onclick: (event) => {
        if (modified(event)) return;
        event.preventDefault();
        deliver(event.currentTarget, async () => {
          const answer = await request(href);
          const named = answer.headers.get("content-disposition")?.match(/filename="(.*)"/);
          return [URL.createObjectURL(await answer.blob()), named?.[1] ?? name];
        });
      },
    },
    label,
  );
}

/**
 * Make the menu with the files of a chart.
 * @param {Source} source
 * @param {string} view
 * @param {string} [more]
 * @param {() => Picture} [own] makes the picture in the browser, if the server cannot be reached
 */
export function downloads(source, view, more, own) {
  const button = (/** @type {string} */ format, /** @type {string} */ label) =>
    h(
      "button",
      {
        type: "button",
        "data-format": `${view}.${format}`,
        onclick: (event) => deliver(event.currentTarget, () => picture(source, view, format, more, own)),
      },
      label,
    );
  return menu("Download", view, [
    button("png", "Picture, PNG"),
    button("svg", "Picture, SVG"),
    file(source, `${view}.html`, "Page that works offline, HTML", more),
    file(source, `${view}.csv`, "Data behind it, CSV", more),
    h("p.note", {}, IMPORT_CSV),
  ]);
}

/**
 * Save a file. If that fails, show the error below the item of the menu.
 * @param {HTMLElement} item
 * @param {() => Promise<[address: string, name: string]>} make
 */
async function deliver(item, make) {
  item.parentElement?.querySelector(".failed")?.remove();
  try {
    const [href, download] = await make();
    h("a", { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  } catch (error) {
    item.after(h("p.failed", { role: "alert" }, sentence(error, "This file could not be made.")));
  }
}

/**
 * Draw the chart as a picture, with title and caption, in the light theme.
 * @param {Source} source
 * @param {string} view
 * @param {string} format
 * @param {string} [more]
 * @param {() => Picture} [own]
 * @returns {Promise<[address: string, name: string]>}
 */
async function picture(source, view, format, more, own) {
  /** @type {Picture} */
  const {
    name,
    figure: { data, layout },
  } = await json(address(source, source.urls.figure + view, more)).catch((error) => {
    if (own && error instanceof Silence) return own();
    throw error;
  });
  const url = await Plotly.toImage(
    { data, layout },
    { format, width: layout.width, height: layout.height, scale: format === "png" ? 2 : 1 },
  );
  return [url, `${name}.${format}`];
}
