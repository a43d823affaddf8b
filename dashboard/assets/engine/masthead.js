// The head of the page is HTML that the server wrote. What opens in it closes with Escape, or with a press elsewhere.

import { all, first } from "./view.js";

let tended = false;
const OPEN = ".masthead details[open]";

/** Close what is open in the head of the page, when the reader turns to something else. */
export function tendMasthead() {
  if (tended) return;
  tended = true;
  document.addEventListener("click", (event) => {
    for (const details of /** @type {HTMLDetailsElement[]} */ (all(document, OPEN))) {
      if (!details.contains(/** @type {Node} */ (event.target))) details.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    for (const details of /** @type {HTMLDetailsElement[]} */ (all(document, OPEN))) {
      const inside = details.contains(document.activeElement);
      details.open = false;
      if (inside) first(details, "summary")?.focus();
      event.preventDefault();
    }
  });
}
