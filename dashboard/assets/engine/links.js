// What every page needs: the address, links to the other pages, and paper.
//
// The browser's side of the address: it reports what the reader does, writes the address, and notices Back and Forward.
//
// The data holds `session` (which session of the server drew the page), `heard` (the report it answers), `answers` (the
// last act it answers), `address` (that of what is shown) and `written` (whether an act of the reader led there).
// A report is {id, session, here, acts, kept}: `kept` is what `keep.js` keeps, after a lost connection. Acts of its own are
//   {do: "visit", query}   the reader went Back or Forward: the address is given, and what is shown has to follow
//   {do: "go", query}      a link from page to page; followed by the browser it would end the session, and a trial with it
//
// Streamlit could write the address too, but it does so whenever an answer arrives: after a quick step back, into an entry
// of the history that belongs to something else. Here nothing is written as long as a step of the reader is not answered.

import { act, answered, connect, unanswered } from "./view.js";

// Followed by the browser, a link from one page of the dashboard to another would load everything anew, and with it end the
// session and the change it has on trial; so a plain click is reported instead.
const INSIDE = '[data-testid="stMain"] a[href^="?"]';
const OURS = new Set(["embed", "embed_options"]); // what Streamlit reads of the address, whatever is shown
let session = null;

/** Sort a query, so that two that say the same are the same text. */
function plain(query) {
  const pairs = [...new URLSearchParams(query)].filter(([name]) => !OURS.has(name));
  return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

function write(address) {
  const kept = [...new URLSearchParams(location.search)].filter(([name]) => OURS.has(name));
  const query = [address, new URLSearchParams(kept).toString()].filter(Boolean).join("&");
  history.pushState({}, "", query ? `${location.pathname}?${query}` : location.pathname);
}

addEventListener("step", (event) => {
  // the shell of the page makes it of popstate
  event.preventDefault();
  act({ do: "visit", query: location.search.slice(1) });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(INSIDE);
  if (
    !link ||
    event.defaultPrevented ||
    event.button ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  event.preventDefault();
  act({ do: "go", query: link.getAttribute("href").slice(1) });
  document.querySelector('[data-testid="stMain"]').scrollTo({ top: 0 });
});

const CLOSED = '[data-testid="stMain"] details:not([open], .menu)';
const opened = new Set(); // for paper, on which nothing can be opened

/** Open what is closed before the page is printed, and close it again afterwards. */
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(CLOSED)) {
    opened.add(details);
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});

export default ({ data, setTriggerValue }) => {
  const first = session === null;
  session = data.session;
  connect((id, acts, kept) => setTriggerValue("said", { id, session, here: location.search.slice(1), acts, kept }));
  answered(data.answers, data.heard);
  if (unanswered(0).some((one) => one.do === "visit")) return; // what is shown does not belong to the address yet
  if (plain(data.address) === plain(location.search)) return;
  if (data.written) write(data.address);
  else if (first) act({ do: "visit", query: location.search.slice(1) }); // the reader moved on before this was loaded
};
