// Needed on every page: the reports to the server, the links inside the dashboard, and printing.

import { answered, connect } from "../engine/acts.js";
import { tendFoot } from "../engine/foot.js";
import { tendMasthead } from "../engine/masthead.js";
import { openForPaper } from "../engine/paper.js";
import { go, hear } from "../engine/state.js";
import { first, modified } from "../engine/view.js";

/** @import { LinksState, Report } from "../engine/types" */

const MAIN = '[data-testid="stMain"]';
// If the browser followed a link inside the dashboard, it would load the whole page again. That would end the session and
// its change on trial. So a plain click is handled here.
const INSIDE = `${MAIN} a[href^="?"]`;
const HEADER = 24; // height in pixels of what is beside the menu at the top of the page

/** Waits for a part of a page that the server has not drawn yet. */
let waiting = new MutationObserver(() => {});

document.addEventListener("click", (event) => {
  waiting.disconnect();
  const link = /** @type {Element} */ (event.target).closest?.(INSIDE);
  if (!link || event.defaultPrevented || event.button || modified(event)) return;
  event.preventDefault();
  const [query, part] = (link.getAttribute("href") ?? "").slice(1).split("#");
  go(query);
  first(document, MAIN)?.scrollTo({ top: 0 });
  if (part) showPart(part);
});

/**
 * Scroll to a part of a page, as soon as it is drawn.
 * @param {string} id
 */
function showPart(id) {
  const look = () => {
    const part = document.getElementById(id);
    if (!part) return;
    waiting.disconnect();
    part.scrollIntoView();
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  };
  waiting = new MutationObserver(look);
  waiting.observe(document.body, { childList: true, subtree: true });
  look();
}

/** Tell Streamlit's header whether the page is scrolled below it. On a phone its menu would cover words of the page. */
const passHeader = () => {
  const isPast = (first(document, MAIN)?.scrollTop ?? 0) > HEADER;
  first(document, ".stAppHeader")?.toggleAttribute("data-past", isPast);
};
document.addEventListener("scroll", passHeader, { capture: true, passive: true });
passHeader();

if (/^#[a-z]+$/.test(location.hash)) showPart(location.hash.slice(1));

openForPaper(MAIN);
tendFoot();
tendMasthead();

/** @param {{data: LinksState, setTriggerValue: (name: "said", value: Report) => void}} component */
export default ({ data, setTriggerValue }) => {
  connect((id, acts, kept) =>
    setTriggerValue("said", { id, session: data.session, here: location.search.slice(1), acts, kept }),
  );
  answered(data.answers, data.heard);
  hear(data);
};
