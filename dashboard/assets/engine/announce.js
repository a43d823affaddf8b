// Announces the result of a choice to screen readers. The words go into one live region, which is never replaced,
// because some screen readers do not read a region that was added to the page together with its words.

import { noEvent, part } from "./words.js";

/** @import { Chosen } from "./state.js" */

/** If announcements follow each other more quickly than this, in milliseconds, only the last one is made. */
const PAUSE = 150;
const UNSEEN = {
  position: "fixed",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  margin: "0",
};

let timer = 0;

/**
 * Let screen readers say a text, once.
 * @param {string} text
 */
export function announce(text) {
  if (!text) return;
  // Screen readers cannot reach the page behind an open dialog. So a dialog has a region of its own.
  const region = regionIn(document.querySelector("dialog:modal") ?? document.body);
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    region.textContent = region.textContent === text ? `${text}\u00a0` : text; // the same text again would not be read
  }, PAUSE);
}

/**
 * Give the live region of the page or of a dialog. Make it if it is not there.
 * @param {Element} parent
 */
export function regionIn(parent) {
  const present = parent.querySelector(":scope > .announcements");
  if (present) return present;
  const region = document.createElement("p");
  region.className = "announcements";
  region.setAttribute("role", "status");
  Object.assign(region.style, UNSEEN);
  parent.append(region);
  return region;
}

/**
 * Say in words what has changed between two choices. `fact` gives the words of the proof that is chosen.
 * @param {Chosen} before
 * @param {Chosen} now
 * @param {(event: string, at: string) => string} [fact]
 */
export function spoken(before, now, fact) {
  const { remaining, facts, unsearched } = now;
  const { shown, total, event, at, outside } = remaining;
  const words = [];
  if (JSON.stringify(before.choice.filters) !== JSON.stringify(now.choice.filters)) {
    if (unsearched) words.push("The search could not be made.");
    words.push(shown.length ? `${part(facts.words, shown.length, total)}.` : noEvent(total));
  }
  if (!event || !fact) return words.join(" ");
  const another = event !== before.remaining.event;
  if (outside && outside !== before.remaining.outside) words.push(`“${outside}” is outside these filters.`);
  const { label, when } = facts.events[event];
  if (another) words.push(`${label}, ${when}, ${shown.indexOf(event) + 1} of ${shown.length}.`);
  if (at && (another || at !== before.remaining.at)) words.push(fact(event, at));
  return words.filter(Boolean).join(" ");
}
