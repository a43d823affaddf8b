// Downloads: a chart as a picture, and files from the server, from parts or from the folder of an edition.

import { withQuery } from "./address.js";
import { sized } from "./picture.js";
import { allEvents, make, nameOfWhole, originOf } from "./supply.js";
import { h, json, modified, request, Silence, sentence } from "./view.js";

/** @import { Urls } from "./types" */
/** @import { SizeName } from "./picture.js" */
/** @import { Child } from "./view.js" */
/**
 * The addresses of the downloads, and the filters that they are made for.
 * @typedef {{urls: Urls, query?: string}} Source
 */
/** @typedef {{name: string, figure: {data: object[], layout: {width: number, height: number}}}} Picture */
/**
 * How a picture is made: further parameters of its address, what makes it in the browser if the server cannot be reached,
 * and its size.
 * @typedef {{more?: string, own?: () => Picture, size?: SizeName}} How
 */

/** Excel reads UTF-8 in CSV as another encoding, and turns 2019-06 into a day. */
const IMPORT_CSV = "In Excel, open CSV with Data > From Text/CSV, as UTF-8.";

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
export function address(source, path, more) {
  return withQuery(path, [source.query, more].filter(Boolean).join("&"));
}

/**
 * Make a link to a file; null if there is no such file here. `more` are further parameters.
 * @param {Source} source
 * @param {string} name
 * @param {string} label
 * @param {string} [more]
 */
export function file(source, name, label, more) {
  const { urls } = source;
  const origin = originOf(urls, name);
  if (origin === "absent") return null;
  if (origin === "whole") return whole(urls.export + name, label, nameOfWhole(name));
  if (origin === "parts") {
    const onclick = (/** @type {MouseEvent & {currentTarget: HTMLElement}} */ event) =>
      deliver(event.currentTarget, () => fromParts(urls, name));
    return h("button", { type: "button", "data-format": name, onclick }, label);
  }
  const href = address(source, urls.export + name, more);
  return h(
    "a",
    {
      href,
      download: true,
      "data-format": name,
      onclick: (event) => {
        if (modified(event)) return;
        event.preventDefault();
        deliver(event.currentTarget, () => fromServer(href, name));
      },
    },
    label,
  );
}

/**
 * Make a link to a file with all events. If the reader sees fewer events, the label says so.
 * @param {string} href
 * @param {string} label
 * @param {string | null} named
 */
function whole(href, label, named = null) {
  const events = allEvents();
  const format = href.split("/").at(-1);
  const all = events ? h("small", {}, ` (${events})`) : null;
  return h("a", { href, download: named ?? true, "data-format": format }, label, all);
}

/**
 * @param {string} href
 * @param {string} name
 * @returns {Promise<[address: string, name: string]>}
 */
async function fromServer(href, name) {
  const answer = await request(href);
  const named = answer.headers.get("content-disposition")?.match(/filename="(.*)"/);
  return [URL.createObjectURL(await answer.blob()), named?.[1] ?? name];
}

/**
 * @param {Urls} urls
 * @param {string} name
 * @returns {Promise<[address: string, name: string]>}
 */
async function fromParts(urls, name) {
  const [content, named] = await make(urls, name);
  return [URL.createObjectURL(new Blob([content])), named];
}

/**
 * Make a button that saves a chart as a picture.
 * @param {Source} source
 * @param {string} view
 * @param {"png" | "svg"} format
 * @param {string} label
 * @param {How} [how]
 */
export function pictureButton(source, view, format, label, how = {}) {
  const onclick = (/** @type {MouseEvent & {currentTarget: HTMLElement}} */ event) =>
    deliver(event.currentTarget, () => picture(source, view, format, how));
  return h("button", { type: "button", "data-format": `${view}.${format}`, onclick }, label);
}

/**
 * Make the menu with the files of a chart.
 * @param {Source} source
 * @param {string} view
 */
export function downloads(source, view) {
  return menu("Download", view, [
    pictureButton(source, view, "png", "Picture, PNG"),
    pictureButton(source, view, "svg", "Picture, SVG"),
    file(source, `${view}.html`, "Page that works offline, HTML"),
    file(source, `${view}.csv`, "Data behind it, CSV"),
    h("p.note", {}, IMPORT_CSV),
  ]);
}

/**
 * Save a file. If that fails, show the error below the button or link.
 * @param {HTMLElement} item
 * @param {() => Promise<[address: string, name: string]>} make
 */
async function deliver(item, make) {
  item.closest("[data-download]")?.querySelector(".failed")?.remove();
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
 * @param {"png" | "svg"} format
 * @param {How} how
 * @returns {Promise<[address: string, name: string]>}
 */
async function picture(source, view, format, { more, own, size }) {
  const {
    name,
    figure: { data, layout },
  } = await figure(source, view, { more, own });
  const { width, height, scale } = sized(layout, size);
  const url = await Plotly.toImage(
    { data, layout: { ...layout, width, height } },
    { format, width, height, scale: format === "png" ? scale : 1 },
  );
  return [url, `${name}.${format}`];
}

/**
 * Give the figure of a picture, from the server, or made in the browser if the server cannot be reached or there is none.
 * @param {Source} source
 * @param {string} view
 * @param {How} how
 * @returns {Promise<Picture>}
 */
async function figure(source, view, { more, own }) {
  const url = source.urls.figure + view;
  if (source.urls.edition) return own ? own() : json(url);
  return json(address(source, url, more)).catch((error) => {
    if (own && error instanceof Silence) return own();
    throw error;
  });
}
