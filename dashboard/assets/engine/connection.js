// The connection to the server, and the line that says when it is lost. Filters, charts and loaded articles still work
// without it.

import { h } from "./view.js";

const LOST = "The connection to the server is lost. ";
const ON_THE_VIEWS =
  "Filters, charts, their pictures, and articles that are already here still work. " +
  "Other pages, other downloads, and further articles come back with the connection.";
const ELSEWHERE = "You can still read what is on this page. The rest comes back with the connection.";
const EXPECTED = " The page that you have chosen opens when the connection is back.";
const AWAY = "[data-test-connection-state]:not([data-test-connection-state=CONNECTED])";
const PATIENCE = 1500; // milliseconds; a shorter loss is not reported

/** @type {HTMLElement | null} */
let line = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** Whether the reader has chosen a page that only the server can open, and that is not open yet. */
let expected = false;

export const connected = () => !document.querySelector(AWAY);

/**
 * Call `back` each time a lost connection is restored. The window gets the event `connection` whenever it is lost or
 * restored.
 * @param {() => void} back
 */
export function watch(back) {
  let before = connected();
  const look = () => {
    const present = connected();
    if (present && !before) {
      hideLine();
      back();
    } else if (!present && before) timer = setTimeout(showLine, PATIENCE);
    if (!present) shutDialog();
    document.body.toggleAttribute("data-lost", !present); // hides the dialog until it is closed
    if (present !== before) dispatchEvent(new Event("connection"));
    before = present;
  };
  const app = document.getElementById("root") ?? document.body;
  new MutationObserver(look).observe(app, { attributeFilter: ["data-test-connection-state"], subtree: true });
  new MutationObserver(look).observe(document.body, { childList: true });
}

/**
 * Say whether the reader waits for another page. While the connection is lost, the address names that page already.
 * @param {boolean} page
 */
export function expect(page) {
  if (page === expected) return;
  expected = page;
  if (!connected()) showLine();
}

function showLine() {
  line ??= h("p.lost", { role: "status" });
  const here = document.querySelector("[data-view=timeline]") ? ON_THE_VIEWS : ELSEWHERE;
  line.textContent = LOST + here + (expected ? EXPECTED : "");
  if (!line.isConnected) document.body.append(line);
}

function hideLine() {
  clearTimeout(timer);
  line?.remove();
}

/** Close Streamlit's dialog. It blocks the whole page, and tells the reader how to start the server. */
function shutDialog() {
  const close = document.querySelector("body > [data-testid=stDialog] [aria-label=Close]");
  /** @type {HTMLElement | null} */ (close)?.click();
}
