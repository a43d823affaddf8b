// Watches the connection to the server, and shows a line if it is lost, or is not made at first. Filters, charts and
// loaded articles work without a connection.

import { h, once, stylesheet } from "./view.js";

const LOST = "The connection to the server is lost. ";
const ON_THE_VIEWS =
  "Filters, charts, their pictures, and articles that are already here still work. " +
  "Other pages, other downloads, and further articles come back with the connection.";
const ELSEWHERE = "You can still read what is on this page. The rest comes back with the connection.";
const EXPECTED = " The page that you have chosen opens when the connection is back.";
const APP = "[data-test-connection-state]";
const AWAY = `${APP}:not([data-test-connection-state=CONNECTED])`;
const PATIENCE = 1500; // milliseconds; a shorter loss is not reported
const PATIENCE_AT_FIRST = 8; // seconds

/** @type {HTMLElement | null} */
let line = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ReturnType<typeof setInterval> | undefined} */
let waiting;
let watched = false;
/** Whether the head of a page is shown that Streamlit has not drawn. */
let isPageShown = false;
/** Whether the reader has chosen a page that only the server can open, and that is not open yet. */
let expected = false;

export const connected = () => !document.querySelector(AWAY);

/** Tell whether there was a connection, and there is none now. */
export const lost = () => watched && !connected();

/**
 * Say so if no connection is made in the first seconds, in the words that the first HTML has for this. Streamlit tries to
 * connect again and again, and the words go when it has succeeded.
 */
export function awaitConnection() {
  const words = /** @type {HTMLTemplateElement | null} */ (document.getElementById("unconnected"));
  let waited = 0;
  clearInterval(waiting);
  waiting = setInterval(() => {
    const app = document.querySelector(APP);
    document.body.toggleAttribute("data-lost", !connected());
    // This does not end the waiting: a proxy may close the connection again. `watch` ends it when a page is drawn.
    if (app && connected()) return hideLine();
    // If Streamlit's scripts are still loading, the reader's connection is slow, and the server is not the cause.
    if (!app && document.readyState !== "complete") return;
    shutDialog();
    waited += 1;
    if (waited >= PATIENCE_AT_FIRST && words && !line?.isConnected) showFirstLine(words);
  }, 1000);
}

/** @param {HTMLTemplateElement} words */
async function showFirstLine({ content, dataset }) {
  // A page that Streamlit has not drawn yet has no styles and no head; the views before Streamlit have them.
  const sheets = dataset.css?.split(" ").filter(Boolean) ?? [];
  await Promise.all(sheets.map((sheet) => once(sheet, stylesheet).catch(() => {})));
  if (waiting === undefined || connected()) return;
  const page = /** @type {HTMLTemplateElement | null} */ (document.getElementById("unconnected-page"));
  if (page && !document.getElementById("early")) document.body.prepend(page.content.cloneNode(true));
  isPageShown = page !== null;
  showLine(content.cloneNode(true));
}

/** End the waiting for the first connection. */
function arrive() {
  if (waiting === undefined) return;
  clearInterval(waiting);
  waiting = undefined;
  document.body.removeAttribute("data-lost");
  hideLine();
}

/**
 * Call `back` each time a lost connection is restored. The window gets the event `connection` whenever it is lost or
 * restored.
 * @param {() => void} back
 */
export function watch(back) {
  watched = true;
  arrive();
  let before = connected();
  const look = () => {
    const present = connected();
    if (present && !before) {
      hideLine();
      back();
    } else if (!present && before) timer = setTimeout(showLoss, PATIENCE);
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
  if (lost()) showLoss();
}

function showLoss() {
  const here = document.querySelector("[data-view=timeline]") ? ON_THE_VIEWS : ELSEWHERE;
  showLine(LOST + here + (expected ? EXPECTED : ""));
}

/** @param {string | Node} words */
function showLine(words) {
  line ??= h("p.lost", { role: "status" });
  line.replaceChildren(words);
  if (!line.isConnected) document.body.append(line);
}

function hideLine() {
  clearTimeout(timer);
  line?.remove();
  if (isPageShown) document.getElementById("early")?.remove();
  isPageShown = false;
}

/** Close Streamlit's dialog. It blocks the whole page, and tells the reader how to start the server. */
function shutDialog() {
  const close = document.querySelector("body > [data-testid=stDialog] [aria-label=Close]");
  /** @type {HTMLElement | null} */ (close)?.click();
}
