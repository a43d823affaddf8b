// What the reader did, in order, until the server has answered it. A report can get lost: so each carries all that is
// not answered yet, and by the numbers the server knows what it has done already. Streamlit runs the page once for
// every report; so what is done while one is on its way goes with the next.

import { connected, watch } from "./connection.js";

/** @import { Act, Kept } from "./types" */
/** @typedef {Act & {number: number}} Numbered */
/** @typedef {(id: number, acts: Numbered[], kept: Kept | null) => void} Say passes a report on */

/** @type {Numbered[]} */
const acts = [];
let [numbered, reported, underway, waits] = [0, 0, 0, 0];
/** @type {Say | null} */
let report = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let again;
/** @type {{id: number, focus: HTMLElement | null, end: ReturnType<typeof setTimeout>} | null} */
let blocked = null;
/** @type {() => Kept | null} */
let kept = () => null;
/**
 * What was kept when the connection came back, until the server has heard it.
 * @type {{kept: Kept | null, told?: number} | null}
 */
let back = null;

/** Fields of Streamlit's, which are drawn anew for a new session. */
const TYPED = "[data-testid=stTextArea], [data-testid=stSelectbox], [data-testid=stFileUploader]";

const app = () => /** @type {HTMLElement | null} */ (document.querySelector("[data-test-connection-state]"));

function tell() {
  clearTimeout(again);
  if (!report || !connected()) return;
  reported += 1;
  underway = reported;
  if (back) back.told ??= underway;
  report(underway, [...acts], back?.kept ?? null);
  again = setTimeout(() => acts.length && tell(), 3000 * 2 ** Math.min(waits++, 5));
}

/**
 * Report what the reader does, in the order in which it was done.
 * @param {Act} asked
 */
export function act(asked) {
  numbered += 1;
  acts.push({ ...asked, number: numbered });
  if (!underway) tell();
}

/**
 * Give the acts that come after the one with this number and are not answered.
 * @param {number} number
 */
export const unanswered = (number) => acts.filter((one) => one.number > number);

/**
 * Forget the acts up to the one with this number: the server has answered them, and the report with that other number.
 * @param {number} number
 * @param {number} heard
 */
export function answered(number, heard) {
  if (acts.length && acts[0].number <= number) waits = 0;
  acts.splice(0, acts.length - unanswered(number).length);
  if (back?.told && back.told <= heard) back = null;
  if (blocked && heard >= blocked.id) settle();
  if (heard < underway) return;
  underway = 0;
  if (acts.length) tell();
}

/**
 * Set what the browser keeps for a server that may forget it: `give` gives that, when the connection is back.
 * @param {() => Kept} give
 */
export function keep(give) {
  kept = give;
}

/**
 * Set who passes reports on.
 * @param {Say} say
 */
export function connect(say) {
  const first = !report;
  report = say;
  if (first && acts.length) tell();
  if (!first) return;
  watch(resume);
}

/**
 * After a lost connection let the server say first what it knows. Until it does, a new one would pass over what is done
 * in a field of Streamlit's, so such a page waits.
 */
function resume() {
  release();
  back = { kept: back?.kept ?? kept() };
  tell();
  if (!document.querySelector(TYPED)) return;
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  blocked = { id: reported, focus, end: setTimeout(release, 15_000) };
  inert(true);
}

/** Let go of the page when all of it is drawn: what is typed into a field that is drawn anew would be lost. */
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
