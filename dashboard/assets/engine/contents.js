// What a long article has on a narrow screen: a table of contents, and the way back to the timeline.

import { toView } from "./address.js";
import { first, h, smooth } from "./view.js";

/** @import { Marked } from "./anchors.js" */

const FEWEST = 3; // the fewest headings for a table of contents

/**
 * Add them to a new article. The style sheet shows them only where the views are one below the other.
 * @param {HTMLElement} page
 * @param {HTMLElement} root of the views
 * @param {string} event
 * @param {Marked[]} marked the passages of the article
 */
export function addContents(page, root, event, marked) {
  const text = first(page, ".text");
  const heads = marked.filter(({ kind, node, key }) => kind === "heading" && key && text?.contains(node));
  if (heads.length >= FEWEST) {
    const links = heads.map(({ node, key }) => {
      const href = toView({ event, passage: key });
      return h("li", {}, h("a", { href, "data-here": key }, node.textContent ?? ""));
    });
    const list = h("details.contents", {}, h("summary", {}, "Contents"), h("ol", {}, links));
    text?.before(h("nav", { "aria-label": "Contents of the article" }, list));
  }
  const timeline = first(root, "[data-view=timeline]");
  if (!timeline || !text) return;
  const onclick = () => {
    timeline.scrollIntoView({ behavior: smooth() });
    first(timeline, "[tabindex='0']")?.focus({ preventScroll: true });
  };
  page.append(h("div.up", {}, h("button", { type: "button", onclick }, "↑ Back to timeline"))); // stays at the foot of the window
}
