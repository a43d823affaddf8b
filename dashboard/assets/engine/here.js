// The query string of this window. If scripts cannot change the query of a file, it is in the hash: `#?year=…`.

import { withQuery } from "./address.js";

const IN_HASH = "#?";

/** Give the query string of the address, without the question mark. */
export const here = () => (location.hash?.startsWith(IN_HASH) ? location.hash.slice(2) : location.search.slice(1));

/**
 * Write a query string into the address.
 * @param {string} query
 * @param {boolean} step whether this is a step of the browser's history
 */
export function record(query, step) {
  const address = withQuery(location.pathname, query);
  try {
    if (step) history.pushState({}, "", address);
    else history.replaceState({}, "", address);
  } catch {
    location[step ? "assign" : "replace"](`${IN_HASH}${query}`);
  }
}
