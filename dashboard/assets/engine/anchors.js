// The passages of an open article: each has a ¶ that leads to its own address, and is lit when the address names it.

import { toView } from "./address.js";
import { find, keys, sourceKey, words } from "./passage.js";
import { all, copyButton, first, h } from "./view.js";

/** @import { Found, Passage } from "./passage.js" */
/** @typedef {Passage & {node: HTMLElement, key: string, kind: Kind}} Marked */
/** @typedef {"sentence" | "heading" | "source"} Kind */
/**
 * What the bar below a lit passage can do.
 * @typedef {object} Tools
 * @property {() => string} link gives the address of what is shown
 * @property {() => void} close
 * @property {{place: string, go: () => void} | null} back goes back to the place from which the reader came to a source
 */

const GONE = "The passage of this link is no longer in the article.";
const FOUND = {
  same: "",
  changed: "Some words of this passage may have changed since the link was made.",
  source: "The passage of this link is no longer in the article. This is the source that it cited.",
};

export class Marks {
  /** @param {() => HTMLElement} page gives the element that shows the article */
  constructor(page) {
    this.page = page;
    /** @type {Marked[]} */
    this.marked = [];
  }

  /**
   * Give the key of the sentence around a node; an empty text if it is in no sentence.
   * @param {Element} node
   */
  keyAround(node) {
    const sentence = node.closest(".sentence");
    return this.marked.find((marked) => marked.node === sentence)?.key ?? "";
  }

  /** Remove the light and the bar. */
  clear() {
    for (const old of all(this.page(), "[data-seen]")) old.removeAttribute("data-seen");
    first(this.page(), ".passage")?.remove();
  }

  /**
   * Light the passage of a key, with a bar of tools below it. If it is no longer there, a sentence at the top says so.
   * @param {string} key
   * @param {Tools} tools
   * @returns {HTMLElement | null} the passage
   */
  light(key, tools) {
    this.clear();
    const place = find(key, this.marked);
    if (!place) {
      this.page().prepend(bar(GONE, null, tools));
      return null;
    }
    const { node, kind } = this.marked[place.at];
    node.setAttribute("data-seen", "");
    const tail = bar(FOUND[place.how], kind, tools);
    if (kind === "source") node.append(tail);
    else (node.closest("p") ?? node).after(tail);
    return node;
  }
}

/**
 * Find the passages of a new article, and give each its ¶.
 * @param {HTMLElement} page
 * @param {string} event
 * @returns {Marked[]}
 */
export function addMarks(page, event) {
  const text = all(page, ".text :is(h3, .sentence)").map((node) => passage(node));
  const heads = all(page, "h3")
    .filter((node) => !node.closest(".text"))
    .map((node) => passage(node));
  const listed = all(page, ".sources > li").map((node) => {
    const { source = "" } = node.dataset;
    return { node, kind: /** @type {Kind} */ ("source"), key: sourceKey(source), words: [], sources: [source] };
  });
  const marked = [...keyed(text), ...keyed(heads), ...listed];
  for (const { node, key, kind } of marked) {
    if (!key) continue;
    if (kind === "heading") node.setAttribute("aria-label", node.textContent ?? ""); // its name is without the ¶
    node.append(mark(kind, { event, passage: key }));
  }
  for (const node of all(page, ".figures > li")) {
    const { at } = first(node, "[data-at]")?.dataset ?? {};
    if (at) node.append(mark("figure", { event, at }));
  }
  return marked;
}

/**
 * Read a sentence or a heading, without its citations.
 * @param {HTMLElement} node
 */
function passage(node) {
  const kind = /** @type {Kind} */ (node.matches(".sentence") ? "sentence" : "heading");
  const text = [...node.childNodes]
    .filter((child) => !(child instanceof Element && child.matches(".cite")))
    .map((child) => child.textContent)
    .join("");
  return { node, kind, words: words(text), sources: node.dataset.sources?.split(" ").filter(Boolean) ?? [] };
}

/**
 * @param {Omit<Marked, "key">[]} passages
 * @returns {Marked[]}
 */
function keyed(passages) {
  const own = keys(passages);
  return passages.map((passage, i) => ({ ...passage, key: own[i] }));
}

/**
 * Make a ¶. Its sign comes from the style sheet, so it is not in a text that is copied.
 * @param {Kind | "figure"} kind
 * @param {Record<string, string>} query
 */
function mark(kind, query) {
  const label = `Link to this ${kind}`;
  const { at, passage } = query;
  const href = toView(query);
  return h("a.here", { href, title: label, "aria-label": label, "data-here": at ?? passage, "data-fact": Boolean(at) });
}

/**
 * @param {string} sentence
 * @param {Kind | null} kind of the lit passage
 * @param {Tools} tools
 */
function bar(sentence, kind, { link, close, back }) {
  return h(
    "div.passage",
    { role: "group", "aria-label": "Linked passage" },
    sentence ? h("p", { role: "status" }, sentence) : null,
    back ? h("button.back", { type: "button", onclick: back.go }, `↩ Back to the ${back.place}`) : null,
    kind ? copyButton(`Copy link to this ${kind}`, link) : null,
    h("button", { type: "button", onclick: close }, "Close"),
  );
}
