// The texts of a change on trial and those typed for it, kept in the browser: a server that was started anew, or waited for
// too long, knows them no more.
//
// The data holds `tried` (whether there is a trial), `texts` (name of the file → text) and `file`, the name of the one in the
// field of the page. What was typed there and not yet sent is in the field alone.

import { keep } from "./view.js";

export default ({ data }) =>
  keep(() => {
    const field = document.querySelector('[class*="st-key-text-to-try"] textarea');
    return { tried: data.tried, file: data.file, texts: { ...data.texts, ...(field && { [data.file]: field.value }) } };
  });
