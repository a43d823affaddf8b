// The part “Subscribe”: a calendar and feeds of the events that pass the filters.

import { address, file } from "../files.js";
import { hasAddresses } from "../supply.js";
import { h } from "../view.js";
import { copyable, section } from "./pieces.js";

/** @import { Desk, Part } from "../takeaway.js" */

/** @type {Part} */
export const subscribe = { key: "subscribe", label: "Subscribe", hint: "A calendar or a feed", draw };
const ON_TRIAL = "A change on trial is not published. So it has no calendar and no feed.";
const CHECKED = "A calendar program or a feed reader checks these addresses from time to time, and shows what is new.";
const CHOSEN = "The events that pass the filters";
const DAYS = "as whole days. Events without exact days are left out.";

/** @param {Desk} desk */
function draw(desk) {
  const { facts, state } = desk.whole;
  if (facts.pictures.trial) return [h("p.quiet", {}, ON_TRIAL)];
  const { edition } = state.urls;
  // Without a server, the address of a file has no filters.
  const at = (/** @type {string} */ name) =>
    new URL(edition ? state.urls.export + name : address(state, state.urls.export + name), document.baseURI).href;
  const which = edition ? "All events" : CHOSEN;
  const saved = (/** @type {string} */ about) =>
    h("p.once", { "data-download": "calendar" }, file(state, "calendar.ics", "Save as a file, ICS"), ` ${about}`);
  if (!hasAddresses(state.urls)) {
    return [section("Calendar", h("p", {}, `${CHOSEN}, ${DAYS}`), saved("Calendar programs open this file."))];
  }
  const calendar = at("calendar.ics");
  const changes = new URL(`${state.urls.export}changes.atom`, document.baseURI).href; // filters do not change this feed
  return [
    h("p.quiet", {}, CHECKED),
    section(
      "Calendar",
      h("p", {}, `${which}, ${DAYS}`),
      copyable("the address of the calendar", calendar, {
        code: true,
        more: [h("a.button", { href: calendar.replace(/^https?:/, "webcal:") }, "Open in a calendar")],
      }),
      saved(
        `The saved file ${edition ? "has the events that pass the filters, and " : ""}does not follow later changes.`,
      ),
    ),
    section(
      "Feed of events",
      h("p", {}, `${which}, as Atom. The event changed last comes first.`),
      copyable("the address of the feed of events", at("events.atom"), { code: true }),
    ),
    section(
      "Feed of changes",
      h("p", {}, "What was added, corrected and withdrawn in all the data, as Atom. Filters do not change this feed."),
      copyable("the address of the feed of changes", changes, { code: true }),
    ),
  ];
}
