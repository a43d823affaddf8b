// Links at the beginning of the page, for readers with a keyboard: they skip to the article or to the filters.

import { h } from "./view.js";

/**
 * A link of this kind: its words, the id of the part to which it leads, and what gets the focus there.
 * @typedef {{words: string, id: string, target: () => HTMLElement}} Skip
 */

/**
 * Put the links at the beginning of the page. They show only while one of them has the focus. Gives their node. The
 * links leave the address alone, because the address says what is chosen.
 * @param {Skip[]} skips
 */
export function skipLinks(skips) {
  const links = skips.map(({ words, id, target }) => {
    const onclick = (/** @type {MouseEvent} */ event) => {
      event.preventDefault();
      target().focus();
    };
    return h("a", { href: `#${id}`, onclick }, words);
  });
  const node = h("nav.skips", { "aria-label": "Skip" }, links);
  document.body.prepend(node);
  return node;
}
