// Needed on every page: the reports to the server, the links inside the dashboard, and printing.

import { answered, connect } from "../engine/acts.js";
import { go, hear } from "../engine/state.js";
import { first, modified } from "../engine/view.js";

/** @import { LinksState, Report } from "../engine/types" */

const MAIN = '[data-testid="stMain"]';
// If the browser followed a link inside the dashboard, it would load the whole page again. That would end the session and
// its change on trial. So a plain click is handled here.
const INSIDE = `${MAIN} a[href^="?"]`;

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest?.(INSIDE);
  if (!link || event.defaultPrevented || event.button || modified(event)) return;
  event.preventDefault();
  go((link.getAttribute("href") ?? "").slice(1));
  first(document, MAIN)?.scrollTo({ top: 0 });
});

const CLOSED = `${MAIN} details:not([open], .menu)`;
/**
 * The details that are opened for printing, and closed again afterwards.
 * @type {Set<HTMLDetailsElement>}
 */
const opened = new Set();

addEventListener("beforeprint", () => {
  for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(CLOSED))) {
    opened.add(details);
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});

/** @param {{data: LinksState, setTriggerValue: (name: "said", value: Report) => void}} component */
export default ({ data, setTriggerValue }) => {
  connect((id, acts, kept) =>
    setTriggerValue("said", { id, session: data.session, here: location.search.slice(1), acts, kept }),
  );
  answered(data.answers, data.heard);
  hear(data);
};
