// The pane of the map, which replaces the timeline. It has a mark for each place, whose size grows with the number of
// events, and a list of the places. It follows the filters and the chosen event as the other panes do.

import { framed, labelled, projected, radius, spread, transformation } from "./map/layout.js";
import { Pane } from "./pane.js";
import { all, first, h, s } from "./view.js";
import { counted } from "./words.js";

/** @import { MapPlace } from "./types" */
/** @import { Whole } from "./pane.js" */
/** @typedef {MapPlace & {shown: string[]}} Shown a place with those of its events that pass the filters */

/** The size of the drawing where the page has no size, such as on paper. */
const USUAL = { width: 560, height: 240 };

export class MapPane extends Pane {
  /**
   * @param {Whole} whole
   * @param {string} land the outlines of land, as an SVG path
   */
  constructor(whole, land) {
    super(whole, h("section.pane.map", { "data-view": "map", "aria-label": "Places" }));
    this.land = land;
  }

  draw() {
    const { facts, shown } = this.whole;
    const places = facts.places
      .map((place) => ({ ...place, shown: place.events.filter((id) => shown.has(id)) }))
      .filter((place) => place.shown.length);
    const placed = new Set(places.flatMap((place) => place.shown));
    const elsewhere = this.whole.state.shown.filter((id) => !placed.has(id));
    // The map cannot be downloaded. The table of the events has their places.
    const tools = h("div.tools", {}, this.mapTool(true), this.downloadTool("data", { table: "events" }));
    const header = h("header", {}, h("h2", {}, "Places"), tools);
    const list = h("div.list", {}, ...places.map((place) => this.entry(place.name, place.shown)));
    if (elsewhere.length) list.append(this.entry("Not on the map", elsewhere));
    const frame = h("div.land", { translate: "no" });
    const nothing = h("p.sentence", {}, "None of these events has a place on the map.");
    this.node.replaceChildren(header, h("div.places", {}, places.length ? frame : nothing, list));
    if (places.length) this.fill(frame, places);
    this.follow();
  }

  /** Light the place of the chosen event, and open its entry in the list. */
  follow() {
    super.follow();
    const { event } = this.whole;
    for (const mark of all(this.node, ".mark")) {
      mark.toggleAttribute("data-chosen", Boolean(mark.dataset.events?.split(" ").includes(event)));
    }
    for (const button of all(this.node, ".list [data-choose]")) {
      const chosen = button.dataset.choose === event;
      if (chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      const entry = button.closest("details");
      if (chosen && entry) this.open(entry);
    }
  }

  /**
   * Make the entry of a place in the list: its events, which open and close.
   * @param {string} name
   * @param {string[]} ids
   */
  entry(name, ids) {
    const rows = ids.map((id) => {
      const { label, when } = this.whole.facts.events[id];
      const onclick = () => this.whole.choose(id, "", { read: true });
      return h("li", {}, h("button.name", { type: "button", "data-choose": id, onclick }, label), h("small", {}, when));
    });
    const { words } = this.whole.facts;
    const number = h("b", { title: counted(words, ids.length, words.forms.event) }, String(ids.length));
    return h("details.entry", { "data-place": name }, h("summary", {}, h("span", {}, name), number), h("ul", {}, rows));
  }

  /**
   * Open the entry of a place, and close the others. The list scrolls to it only if a part of it is out of sight.
   * @param {HTMLElement} entry
   */
  open(entry) {
    for (const other of /** @type {HTMLDetailsElement[]} */ (all(this.node, ".entry"))) other.open = other === entry;
    const list = first(this.node, ".list");
    if (!list) return;
    const [room, { top, bottom }] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
    if (top < room.top || bottom > room.bottom) list.scrollTop += top - room.top - 4;
  }

  /**
   * Draw the map.
   * @param {HTMLElement} room
   * @param {Shown[]} places
   */
  fill(room, places) {
    const size = { width: room.clientWidth || USUAL.width, height: room.clientHeight || USUAL.height };
    const frame = framed(places, size);
    const points = places.map((place) => projected(place, frame));
    const marks = spread(
      points.map((point, i) => ({ ...point, r: radius(places[i].shown.length) })),
      size,
    );
    const cities = places.map(({ name }) => name.split(", ")[0]);
    const labels = labelled(marks, cities, size);
    const { words } = this.whole.facts;
    const said = places.map(({ name, shown }) => `${name}, ${counted(words, shown.length, words.forms.event)}`);
    const drawing = s(
      "svg",
      { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": `Map: ${said.join("; ")}` },
      s("path", { class: "earth", d: this.land, transform: transformation(frame) }),
    );
    for (const [i, { x, y, r }] of marks.entries()) {
      const point = points[i];
      const group = s("g", { class: "mark", "data-events": places[i].shown.join(" ") }, s("title", {}, said[i]));
      if (Math.hypot(point.x - x, point.y - y) > 3) {
        group.append(
          s("line", { x1: point.x, y1: point.y, x2: x, y2: y }),
          s("circle", { cx: point.x, cy: point.y, r: 2 }),
        );
      }
      group.append(s("circle", { class: "spot-of-place", cx: x, cy: y, r }));
      group.append(s("text", { class: "number", x, y: y + 4.5 }, String(places[i].shown.length)));
      const label = labels[i];
      if (label) group.append(s("text", { x: label.x, y: label.y, "text-anchor": label.anchor }, cities[i]));
      group.addEventListener("click", () => this.take(places[i]));
      drawing.append(group);
    }
    room.replaceChildren(drawing);
  }

  /**
   * List the events of a place. If it has only one, choose it.
   * @param {Shown} place
   */
  take({ name, shown }) {
    const entry = all(this.node, ".entry").find((node) => node.dataset.place === name);
    if (entry) this.open(entry);
    if (shown.length === 1) this.whole.choose(shown[0]);
  }
}
