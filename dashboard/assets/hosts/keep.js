// Keeps in the browser the texts of a change on trial and the drafts for it. A server that was restarted, or has ended
// the session, no longer has them.
//
// Text that was typed and not yet sent exists only in the field of the page.

import { keep } from "../engine/acts.js";

/** @import { Kept, KeptState } from "../engine/types" */

/**
 * Give what is kept: the texts that the server knew. If there is a field, its text replaces that of its file.
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
