// Where a file comes from. A server makes every file for the filters. Without a server, this page makes what it can from
// parts, and a folder has the other files with all events.

import { made, nameOf, partsOf } from "./parts.js";
import { now } from "./state.js";
import { json, once } from "./view.js";
import { counted, worded } from "./words.js";

/** @import { Urls } from "./types" */
/** @import { Wanted } from "./parts.js" */
/** @typedef {"server" | "parts" | "whole" | "absent"} Origin */

/**
 * Tell where a file comes from.
 * @param {Urls} urls
 * @param {string} name
 * @returns {Origin}
 */
export function originOf({ edition }, name) {
  if (!edition) return "server";
  if (partsOf(name) && now()) return "parts";
  return edition === "folder" && !name.endsWith(".pdf") ? "whole" : "absent";
}

/**
 * Tell whether other programs can load a file from its address.
 * @param {Urls} urls
 */
export const hasAddresses = ({ edition }) => !edition || (edition === "folder" && location.protocol.startsWith("http"));

/**
 * Give the address of the parts that a file is made from.
 * @param {Urls} urls
 * @param {string} name
 */
export const partsUrl = ({ takeaway }, name) => takeaway.replace(/(?=\?|$)/, `/${partsOf(name)}`);

/** Give what a file is made for: the present choice, and today. */
export function wanted() {
  const { facts, remaining } = /** @type {NonNullable<ReturnType<typeof now>>} */ (now());
  return { facts, remaining, day: isoDay(new Date()) };
}

/**
 * Make a file from its parts. Gives its content and its name.
 * @param {Urls} urls
 * @param {string} name
 * @returns {Promise<[content: string, name: string]>}
 */
export async function make(urls, name) {
  const parts = await once(partsUrl(urls, name), json);
  const choice = wanted();
  return [made(name, parts, choice), nameOf(name, parts, choice)];
}

/**
 * Name a file with all events; null where nothing is chosen, as on the pages that Python wrote.
 * @param {string} name
 */
export function nameOfWhole(name) {
  const choice = now();
  if (!choice) return null;
  const { facts, remaining } = choice;
  const chips = [{ facet: "weight", value: "any", label: "" }];
  return nameOf(name, null, { facts, remaining: { ...remaining, chips, shown: facts.order.events }, day: "" });
}

/** Say that a file has all events, `all 42 events`; empty if these are the ones that the reader sees. */
export function allEvents() {
  const choice = now();
  if (!choice) return "";
  const { facts, remaining } = choice;
  const { words } = facts;
  if (remaining.shown.length === remaining.total) return "";
  return worded(words, "caption-all", { events: counted(words, remaining.total, words.forms.event) });
}

/**
 * Write a day as year, month and day: `2026-11-26`.
 * @param {Date} day
 */
export const isoDay = (day) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
