// Where an address of the dashboard leads in an edition without a server. The twin of publish/places.py.

import { ANY, withQuery } from "./address.js";

/** @import { Placed } from "./types" */

const HOME = "index.html";
const ID = /^[a-z0-9-]+$/;

/**
 * Give the address of a file for the query of an address of the dashboard.
 * @param {string} query
 * @param {Record<string, Placed>} pages the pages that the edition has besides the first
 * @param {string} [up] the way to the first page: `../` for each folder
 */
export function place(query, pages, up = "") {
  const given = new URLSearchParams(query);
  const last = (/** @type {string} */ name) => given.getAll(name).at(-1) ?? "";
  const value = (/** @type {string} */ name) => (ID.test(last(name)) ? last(name) : "");
  const key = last("page");
  const page = Object.hasOwn(pages, key) ? pages[key] : null;
  const elsewhere = new Set(["page", ...Object.values(pages).flatMap(namesOf)]);
  const rest = new URLSearchParams([...given].filter(([name]) => !elsewhere.has(name))).toString();
  const anchors = Object.entries(page?.anchors ?? {}).filter(([name]) => value(name));
  const anchor = anchors.map(([name, anchor]) => `#${anchor}${value(name)}`).at(-1) ?? "";
  const file = page ? fileOf(key, page, value, last("weight") === ANY) : HOME;
  return `${up}${withQuery(file, rest)}${anchor}`;
}

/** @param {Placed} page */
const namesOf = ({ laying, anchors }) => [...Object.keys(laying), ...Object.keys(anchors)];

/**
 * @param {string} key
 * @param {Placed} page
 * @param {(name: string) => string} value
 * @param {boolean} every whether events of every weight are shown
 */
function fileOf(key, { laying, symmetric, filtered }, value, every) {
  const chosen = Object.entries(laying).map(([name, usual]) => value(name) || usual);
  const usual = Object.values(laying);
  if (chosen.every((value, i) => value === usual[i]) || !chosen.every(Boolean)) {
    return filtered && every ? `${key}/${ANY}.html` : `${key}.html`;
  }
  return `${key}/${(symmetric ? chosen.toSorted() : chosen).join("--")}.html`;
}
