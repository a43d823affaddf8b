// Reads an address that was changed on its way, for an edition without a server. The server corrects more: words/pasted.py.

import { MAX_TEXT } from "../engine/address.js";
import { isDate } from "../engine/span.js";

/** @import { EditionState } from "../engine/types" */

/**
 * Give the query string that was meant: without what others add to links, with ids as they are now.
 * @param {string} query
 * @param {Pick<EditionState, "former" | "foreign" | "foreignBegin">} known
 */
export function meant(query, { former, foreign, foreignBegin }) {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => {
    const plain = name.replace(/^(?:amp;)+/, ""); // `&` was written as `&amp;`
    const ids = Object.hasOwn(former, plain) ? former[plain] : {};
    return /** @type {const} */ ([plain, Object.hasOwn(ids, value) ? ids[value] : value]);
  });
  const isForeign = (/** @type {string} */ name) =>
    foreign.includes(name) || foreignBegin.some((beginning) => name.startsWith(beginning));
  return new URLSearchParams(
    pairs.filter(([name]) => !isForeign(name.toLowerCase())).map((pair) => [...pair]),
  ).toString();
}

/**
 * Write the sentence about the parts of a link that are not known; empty if there are none.
 * @param {[name: string, value: string][]} unknown
 */
export function notice(unknown) {
  const isEnd = (/** @type {[string, string]} */ [name, value]) =>
    (name === "since" || name === "until") && isDate(value);
  const ends = unknown.filter(isEnd).map((pair) => pair.join(" "));
  const isText = (/** @type {[string, string]} */ [name]) => name === "q"; // any text is known, unless it is too long
  const others = unknown.filter((pair) => !isEnd(pair) && !isText(pair));
  const parts = others.map(([name, value]) => `${name} “${value}”`);
  const sentences = [
    parts.length ? `The link contains something unknown: ${parts.join(", ")}. The page ignores it.` : "",
    ends.length ? `The page ignores a part of the link: ${ends.join(" is after ")}.` : "",
    unknown.some(isText)
      ? `The page ignores a part of the link: q is too long; write ${MAX_TEXT} characters at most.`
      : "",
  ];
  return sentences.filter(Boolean).join(" ");
}
