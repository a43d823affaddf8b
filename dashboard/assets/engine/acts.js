// Keeps the acts of the reader, in order, until the server has answered them. A report can get lost. So each report
// carries all acts without an answer. Each act has a number, so that the server knows what it has done already.
// Streamlit runs the script once for every report. So acts during a rerun wait for the next report.

import { connected, watch } from "./connection.js";

/** @import { Act, Kept } from "./types" */
/** @typedef {Act & {number: number}} Numbered */
/** @typedef {(id: number, acts: Numbered[], kept: Kept | null) => void} Send sends a report */

/** @type {Numbered[]} */
const acts = [];
let [numbered, reported, underway, waits] = [0, 0, 0, 0];
/** @type {Send | null} */
let report = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;
/** @type {{id: number, focus: HTMLElement | null, end: ReturnType<typeof setTimeout>} | null} */
let blocked = null;
/** @type {() => Kept | null} */
let kept = () => null;
/**
 * What was kept when the connection came back, until the server has it. `sentWith` is the number of its first report.
 * @type {{kept: Kept | null, sentWith?: number} | null}
 */
let back = null;

/** Streamlit's own fields. A new session draws them again. */
const TYPED = "[data-testid=stTextArea], [data-testid=stSelectbox], [data-testid=stFileUploader]";

const app = () => /** @type {HTMLElement | null} */ (document.querySelector("[data-test-connection-state]"));

function send() {
  clearTimeout(retry);
  if (!report || !connected()) return;
  reported += 1;
  underway = reported;
  if (back) back.sentWith ??= underway;
  report(underway, [...acts], back?.kept ?? null);
  retry = setTimeout(() => acts.length && send(), 3000 * 2 ** Math.min(waits++, 5));
}

/**
 * Report an act of the reader. Acts are reported in their order.
 * @param {Act} action
 */
export function act(action) {
  numbered += 1;
  acts.push({ ...action, number: numbered });
  if (!underway) send();
}

/**
 * Give the acts without an answer that come after the act with this number.
 * @param {number} number
 */
export const unanswered = (number) => acts.filter(({ number: own }) => own > number);

/**
 * Forget the acts that the server has answered.
 * @param {number} number of the last act that is answered
 * @param {number} heard the number of the last report that the server has read
 */
export function answered(number, heard) {
  if (acts.length && acts[0].number <= number) waits = 0;
  acts.splice(0, acts.length - unanswered(number).length);
  if (back?.sentWith && back.sentWith <= heard) back = null;
  if (blocked && heard >= blocked.id) settle();
  if (heard < underway) return;
  underway = 0;
  if (acts.length) send();
}

/**
 * Keep something for a server that may forget it. `give` is called when the connection is back.
 * @param {() => Kept} give
 */
export function keep(give) {
  kept = give;
}

/**
 * Set the function that sends reports.
 * @param {Send} sendReport
 */
export function connect(sendReport) {
  const first = !report;
  report = sendReport;
  if (first && acts.length) send();
  if (!first) return;
  watch(resume);
}

/**
 * After a lost connection, wait for the server's first answer. A restarted server ignores what the reader does in a
 * field of Streamlit's before that. So a page with such a field takes no input until the answer.
 */
function resume() {
  release();
  back = { kept: back?.kept ?? kept() };
  send();
  if (!document.querySelector(TYPED)) return;
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  blocked = { id: reported, focus, end: setTimeout(release, 15_000) };
  inert(true);
}

/** Free the page when Streamlit has drawn all of it. Text typed into a field that is drawn again would be lost. */
function settle() {
  if (app()?.dataset.testScriptState === "notRunning") release();
  else setTimeout(settle, 100);
}

function release() {
  if (!blocked) return;
  clearTimeout(blocked.end);
  inert(false);
  const { focus } = blocked;
  if (focus?.isConnected) focus.focus({ preventScroll: true });
  blocked = null;
}

/** @param {boolean} on */
function inert(on) {
  const page = app();
  if (page) page.inert = on;
}
