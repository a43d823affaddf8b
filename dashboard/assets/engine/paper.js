// Printing: paper shows what is closed on the screen.

/**
 * Open closed details for printing, and close them again afterwards. Menus stay closed.
 * @param {string} scope the selector of the part of the page
 */
export function openForPaper(scope) {
  /** @type {Set<HTMLDetailsElement>} */
  const opened = new Set();
  addEventListener("beforeprint", () => {
    const closed = document.querySelectorAll(`${scope} details:not([open], .menu)`);
    for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (closed)) {
      opened.add(details);
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened.clear();
  });
}
