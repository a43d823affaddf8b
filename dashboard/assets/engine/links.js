// What every page needs: the address, links to the other pages, and paper.
//
// The browser's side of the address: it reports what the reader does, writes the address, and notices Back and Forward.
//
// Streamlit could write the address too, but it does so whenever an answer arrives: after a quick step back, into an
// entry of the history that belongs to something else. Here nothing is written as long as a step of the reader is not
// answered.

import { act, answered, connect, unanswered } from "./acts.js";
import { embedded, plain } from "./address.js";
import { first, modified } from "./view.js";

/** @import { LinksState, Report } from "./types" */

const MAIN = '[data-testid="stMain"]';
// Followed by the browser, a link from one page of the dashboard to another would load everything anew, and with it end
// the session and the change it has on trial; so a plain click is reported instead.
const INSIDE = `${MAIN} a[href^="?"]`;
/** @type {string | null} */
let session = null;

/** @param {string} address */
function write(address) {
  const query = embedded(address, location.search);
  history.pushState({}, "", query ? `${location.pathname}?${query}` : location.pathname);
}

// The shell of the page makes it of popstate.
addEventListener("step", (event) => {
  event.preventDefault();
  act({ do: "visit", query: location.search.slice(1) });
});

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest?.(INSIDE);
  if (!link || event.defaultPrevented || event.button || modified(event)) return;
  event.preventDefault();
  act({ do: "go", query: (link.getAttribute("href") ?? "").slice(1) });
  first(document, MAIN)?.scrollTo({ top: 0 });
});

const CLOSED = `${MAIN} details:not([open], .menu)`;
/**
 * What is opened for paper, on which nothing can be opened, and closed again afterwards.
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
  const fresh = session === null;
  const own = data.session;
  session = own;
  connect((id, acts, kept) =>
    setTriggerValue("said", { id, session: own, here: location.search.slice(1), acts, kept }),
  );
  answered(data.answers, data.heard);
  if (unanswered(0).some((one) => one.do === "visit")) return; // what is shown does not belong to the address yet
  if (plain(data.address) === plain(location.search)) return;
  if (data.written) write(data.address);
  else if (fresh) act({ do: "visit", query: location.search.slice(1) }); // the reader moved on before this was loaded
};
