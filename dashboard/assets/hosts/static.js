// The dashboard without a server: a folder of files, or one file. The content that the engine needs is in scripts,
// because a page that was opened from a disk cannot fetch other files.

import { answered, connect } from "../engine/acts.js";
import { ANY, read } from "../engine/address.js";
import { drawn, failed } from "../engine/early.js";
import { here } from "../engine/here.js";
import { tendMasthead } from "../engine/masthead.js";
import { openForPaper } from "../engine/paper.js";
import { place } from "../engine/places.js";
import { along, FIRST, go, hear, listen, now, step, to } from "../engine/state.js";
import { added, all, Failure, first, h, modified, provide } from "../engine/view.js";
import { LinkedViews } from "../engine/views.js";
import figure from "./figure.js";
import { meant, notice } from "./strange.js";

/** @import { Act, ChartState, EditionState } from "../engine/types" */
/** @import { Theme } from "../engine/view.js" */
/** @typedef {Record<string, string>} Contents what scripts have handed over, by name */

const ABSENT = "This file is not in this edition.";
const early = document.getElementById("early");
const views = document.getElementById("early-views");
/** @type {EditionState | null} */
const given = JSON.parse(document.getElementById("early-given")?.textContent ?? "null");
const dark = matchMedia("(prefers-color-scheme: dark)");

/** @returns {Contents} */
const contents = () => {
  /** @type {Window & {dashboard?: Contents}} */
  const host = window;
  host.dashboard ??= {};
  return host.dashboard;
};

/** @type {Promise<Contents> | null} */
let inside = null;

/**
 * Give what the single file has inside: one compressed JSON object.
 * @param {string} packed in base 64
 * @returns {Promise<Contents>}
 */
async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/**
 * Give the text that belongs to a name, such as `data/facts`. In a folder it is in a script of this name.
 * @param {string} name
 * @param {string} version
 * @returns {Promise<string>}
 */
async function handed(name, version) {
  const packed = document.getElementById("inside");
  if (packed) {
    inside ??= unpacked(packed.textContent ?? "");
    const text = (await inside)[name];
    if (text === undefined) throw new Failure(ABSENT);
    return text;
  }
  const known = contents()[name];
  if (known !== undefined) return known;
  const node = h("script", { src: `${name}.js${version}` });
  await added(node);
  node.remove();
  const text = contents()[name];
  delete contents()[name]; // the engine keeps it
  return text;
}

provide(async (url) => {
  const [name, query] = url.split("?", 2);
  return new Response(await handed(name, query ? `?${query}` : ""));
});

/**
 * The filters that each chart of this page shows, as a query, by the name of the chart.
 * @type {Map<string, string>}
 */
const shown = new Map();

/**
 * Do what the server does for the app: open what a mark of a chart shows, and read an address that is not all known.
 * @param {Act} act
 */
function follow(act) {
  if (act.do === "mark") {
    const pair = [...new URLSearchParams(shown.get(act.view)), ...act.value.map((id) => ["together", id])];
    const names = act.view === "together" ? pair : [["event", act.value[0]]];
    location.assign(leading(new URLSearchParams(names).toString()));
  } else if (act.do === "go" || act.do === "visit") settle(act.query);
}

let answers = 0;

/**
 * Answer an address as the server does for the app: with the part of it that is known.
 * @param {string} query
 */
function settle(query) {
  answers += 1;
  const known = given ? meant(query, given) : query;
  const address = { address: query, query: known, written: false, arrivals: 0 };
  hear({ session: "edition", heard: answers, answers, page: FIRST, own: {}, ...address });
  const facts = now()?.facts;
  if (facts) say(read(known, facts).unknown);
}

/**
 * Say above the views which parts of the address are not known.
 * @param {[name: string, value: string][]} unknown
 */
function say(unknown) {
  for (const old of all(document, ".notice.of-address")) old.remove();
  const words = notice(unknown);
  if (words) views?.before(h("p.notice.of-address", { role: "status" }, words));
}

openForPaper("body");
tendMasthead();
connect((id, acts) => {
  answered(acts.at(-1)?.number ?? 0, id);
  for (const act of acts) follow(act);
});

/** The way from this file to the first page: `../` for each folder. */
const up = () => document.documentElement.dataset.up ?? "";

/**
 * Give the address of the file that shows what an address of the dashboard shows.
 * @param {string} query
 */
const leading = (query) => place(query, given?.places ?? {}, up());

/**
 * Tell whether an address of the dashboard is that of another page than the first.
 * @param {string} query
 */
const isElsewhere = (query) =>
  Object.hasOwn(given?.places ?? {}, new URLSearchParams(query).getAll("page").at(-1) ?? FIRST);

/** @returns {Theme} */
const theme = () => (dark.matches ? "dark" : "light");

/**
 * Draw the linked views, and keep the links to the other pages up to date.
 * @param {HTMLElement} page
 * @param {HTMLElement} room
 * @param {EditionState} state
 */
function explore(page, room, state) {
  const whole = new LinkedViews(room);
  const draw = () => {
    page.style.colorScheme = theme();
    whole
      .update(state, theme())
      .then(() => drawn(room))
      .catch((error) => failed(room, error));
  };
  draw();
  dark.addEventListener("change", draw);
  addEventListener("popstate", step);
  let arrived = false;
  listen(({ facts }) => {
    const first = !arrived;
    arrived = true;
    if (first && !read(here(), facts).exact) settle(here());
  });
  const lead = (/** @type {MouseEvent} */ event) => {
    const link = /** @type {Element} */ (event.target).closest("a[href^='?']");
    if (!link || event.defaultPrevented || event.button || modified(event)) return;
    event.preventDefault();
    const query = (link.getAttribute("href") ?? "").slice(1);
    if (isElsewhere(query)) location.assign(leading(along(query)));
    else go(query);
  };
  for (const part of [first(page, ".masthead"), room]) part?.addEventListener("click", lead);
  listen(() => {
    for (const link of all(page, ".pages a")) link.setAttribute("href", leading(to(link.dataset.page ?? "")));
  });
}

/**
 * Draw the chart of a block: its state is in a script of the type JSON.
 * @param {HTMLElement} script
 */
function chart(script) {
  const parentElement = /** @type {HTMLElement} */ (script.parentElement);
  /** @type {ChartState} */
  const data = JSON.parse(script.textContent ?? "null");
  shown.set(data.view, data.query ?? "");
  const draw = () => {
    const style = getComputedStyle(document.body);
    parentElement.style.setProperty("--st-background-color", theme() === "dark" ? "#000000" : "#ffffff");
    parentElement.style.setProperty("--st-text-color", style.color);
    figure({ parentElement, data });
  };
  draw();
  dark.addEventListener("change", draw);
}

/** Keep the choice of the reader in the links of a page that shows all the data. */
function keepChoice() {
  const isEvery = new URLSearchParams(location.search).getAll("weight").at(-1) === ANY;
  for (const link of all(document, ":is(.pages, .choice) a")) {
    const { every } = link.dataset;
    link.setAttribute("href", ((isEvery && every) || link.getAttribute("href")) + location.search);
  }
}

// An old link to the app may belong to another page.
const arrived = given ? meant(here(), given) : "";
if (given && isElsewhere(arrived)) location.replace(leading(arrived));
else {
  if (early && views && given) explore(early, views, given);
  else keepChoice();
  for (const script of all(document, "script[data-chart]")) chart(script);
  if (location.protocol.startsWith("http") && given?.urls.edition !== "file") {
    document.head.append(h("link", { rel: "manifest", href: `${up()}manifest.webmanifest` }));
    navigator.serviceWorker?.register(`${up()}sw.js`).catch(() => {}); // without it, the edition needs the network
  }
}
