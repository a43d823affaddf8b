// Draws the linked views in the first HTML of the page, before Streamlit starts.

import { toView } from "../engine/address.js";
import { awaitConnection } from "../engine/connection.js";
import { drawn, failed, keep } from "../engine/early.js";
import { tendFoot } from "../engine/foot.js";
import { tendMasthead } from "../engine/masthead.js";
import { along, arrive, go, listen, to } from "../engine/state.js";
import { all, first, modified } from "../engine/view.js";
import { LinkedViews } from "../engine/views.js";

/** @import { ViewsState } from "../engine/types" */

const STORED = "stActiveTheme-"; // the key of Streamlit's for the theme that the reader has chosen

const early = document.getElementById("early");
const place = document.getElementById("early-views");
/** @type {ViewsState & {query: string}} */
const given = JSON.parse(document.getElementById("early-given")?.textContent ?? "null");

if (early && place && given) {
  Object.assign(window, { dashboardScripts: given.urls.scripts });
  const theme = chosenTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  early.style.colorScheme = theme;
  arrive(given.query);
  const views = new LinkedViews(place);
  keep(views);
  tendFoot();
  tendMasthead();
  awaitConnection();
  views
    .update(given, theme)
    .then(() => drawn(place))
    .catch((error) => failed(place, error))
    .finally(() => dispatchEvent(new Event("drawn"))); // door.html starts Streamlit then
  // links.js is not loaded yet. So these links load a page, with the present filters in the address.
  place.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[href^='?']");
    if (!link || !early.isConnected || event.defaultPrevented || event.button || modified(event)) return;
    event.preventDefault();
    location.assign(toView(along((link.getAttribute("href") ?? "").slice(1))));
  });
  first(early, ".masthead")?.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[href^='?']");
    if (!link || event.button || modified(event)) return;
    event.preventDefault();
    go((link.getAttribute("href") ?? "").slice(1));
  });
  const unlisten = listen(() => {
    if (!early.isConnected) unlisten();
    for (const link of all(early, ".pages a")) link.setAttribute("href", toView(to(link.dataset.page ?? "")));
  });
}

/**
 * Give the theme that the reader has chosen in Streamlit's menu; null if there is none.
 * @returns {"light" | "dark" | null}
 */
function chosenTheme() {
  const key = Object.keys(localStorage).find((name) => name.startsWith(STORED));
  const name = key && localStorage.getItem(key)?.match(/"name":\s*"(?:Custom Theme )?(Light|Dark)"/i)?.[1];
  return name ? (name.toLowerCase() === "dark" ? "dark" : "light") : null;
}
