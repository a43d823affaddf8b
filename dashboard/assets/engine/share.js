// The system's own sheet for sharing a link with another program. Many phones have one.

import { h } from "./view.js";

const FAILED = "The link could not be passed on. Copy it instead.";

/**
 * Make a button that opens the sheet with a link. Gives null if the system has no such sheet.
 * @param {() => string} link gives the link at the time of the click
 */
export function shareButton(link) {
  if (!("share" in navigator)) return null;
  const onclick = async () => {
    failed.remove();
    try {
      await navigator.share({ title: document.title, url: link() });
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") button.after(failed); // else the reader has closed the sheet
    }
  };
  const failed = h("p.failed", { role: "alert" }, FAILED);
  /** @type {HTMLElement} */
  const button = h("button", { type: "button", onclick }, "Share");
  return button;
}
