// The texts of a change on trial and those typed for it, kept in the browser: a server that was started anew, or waited
// for too long, knows them no more.
//
// What was typed in the field of the page and not yet sent is in the field alone.

import { keep } from "../engine/acts.js";

/** @import { Kept, KeptState } from "../engine/types" */

/**
 * What is kept: the texts the server knew, and in the place of one of them what the field holds, where there is a
 * field.
 * @param {Kept} known
 * @param {string} [typed]
 * @returns {Kept}
 */
export function kept({ tried, file, texts }, typed) {
  return { tried, file, texts: typed === undefined ? texts : { ...texts, [file]: typed } };
}

/** @param {{data: KeptState}} component */
export default ({ data }) =>
  keep(() => {
    const field = document.querySelector('[class*="st-key-text-to-try"] textarea');
    return kept(data, /** @type {HTMLTextAreaElement | null} */ (field)?.value);
  });
