// The part “Print”: the handout of the open event or of the process, and this page as it is.

import { address, file } from "../files.js";
import { query } from "../select.js";
import { originOf } from "../supply.js";
import { h } from "../view.js";
import { fileList, section } from "./pieces.js";

/** @import { Urls } from "../types" */
/** @import { Desk, Part } from "../takeaway.js" */

/** @type {Part} */
export const print = { key: "print", label: "Print", hint: "A handout, or this page", draw };

/** @param {Desk} desk */
function draw(desk) {
  const { facts, state, event } = desk.whole;
  const now = () => {
    desk.close();
    window.print();
  };
  const ofEvent = { query: "", more: query([["event", event]]), inFolder: `handout/${event}.html` };
  const ofProcess = { query: state.query, more: "", inFolder: "handout.html" };
  const handouts = [
    section(`Handout: ${facts.events[event].label}`, handout(state.urls, "handout-event", ofEvent)),
    section(
      "Handout: the process",
      h("p.quiet", {}, state.urls.edition ? "All events, whatever the filters." : "The events that pass the filters."),
      handout(state.urls, "handout-process", ofProcess),
    ),
  ];
  return [
    ...(originOf(state.urls, "handout.html") === "absent" ? [] : handouts),
    section(
      "This page",
      h("p", {}, "The printout has the charts and the whole article, one below the other."),
      h("button.button", { type: "button", onclick: now }, "Print this page"),
    ),
  ];
}

/**
 * List the files of a handout. A server makes it for `query` and `more`; without a server it is a file of the folder.
 * @param {Urls} urls
 * @param {string} name
 * @param {{query: string, more: string, inFolder: string}} what
 */
function handout(urls, name, { query, more, inFolder }) {
  const source = { urls, query };
  const href = urls.edition ? urls.export + inFolder : address(source, `${urls.export}handout.html`, more);
  return fileList(name, [
    [h("a", { href, target: "_blank" }, "Open to print"), "One or two pages, A4. The handout opens in a new tab."],
    [file(source, "handout.pdf", "PDF", more), "The same pages, to keep or to send."],
  ]);
}
