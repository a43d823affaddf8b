// The part “Embed”: code that shows one of the views on another page, and how it looks there.

import { withQuery } from "../address.js";
import { h } from "../view.js";
import { choices, copyable, section } from "./pieces.js";

/** @import { Desk, Part } from "../takeaway.js" */

/** @type {Part} */
export const embed = { key: "embed", label: "Embed", hint: "A view on your own page", draw };
const LABELS = { timeline: "Timeline", matrix: "Organizers", article: "Article" };
const HEIGHTS = { timeline: 420, matrix: 560, article: 640 };
const ON_TRIAL = "A change on trial is not published. So it cannot be embedded.";

/** @param {Desk} desk */
function draw(desk) {
  const { facts, state, event } = desk.whole;
  if (facts.pictures.trial) return [h("p.quiet", {}, ON_TRIAL)];
  const view = /** @type {keyof typeof LABELS} */ (desk.wish.embedded);
  const query = new URLSearchParams(state.query);
  if (view === "matrix") {
    query.set("columns", state.columnsAre);
    query.set("sort", state.sort);
  }
  if (view === "timeline" && state.lanes !== "kind") query.set("lanes", state.lanes);
  query.set("event", event);
  if (state.at) query.set("at", state.at);
  if (state.passage) query.set("passage", state.passage);
  const { href } = new URL(withQuery(`${state.urls.embed}${view}`, `${query}`), document.baseURI);
  const title = view === "article" ? facts.events[event].label : `${facts.name}: ${LABELS[view]}`; // true of later data too
  const height = HEIGHTS[view];
  return [
    h("div.row", {}, choices(desk, "embedded", "View", LABELS)),
    section(
      "Code",
      h("p", {}, "Paste this code into the HTML of your page."),
      copyable("the code", code(facts.process, href, title, height), { code: true }),
    ),
    section("Preview", h("iframe", { src: href, title, height, loading: "lazy" })),
  ];
}

/**
 * Write the script that gives each frame the height that its view asks for.
 * @param {string} process the id of the process
 */
const script = (process) => `<script>
  addEventListener("message", (event) => {
    if (event.data?.from !== "${process}") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.height = event.data.height;
    }
  });
</script>`;

/**
 * Write the code of a frame, and of the script that gives it its height.
 * @param {string} process the id of the process
 * @param {string} href
 * @param {string} title
 * @param {number} height in pixels, until the view asks for another one
 */
function code(process, href, title, height) {
  const frame = h("iframe", { src: href, title, width: "100%", height, style: "border: 0", loading: "lazy" });
  return `${frame.outerHTML}\n${script(process)}`;
}
