// The names of people and places in an article: each opens a card with the other events that name it.

import { all, h } from "./view.js";
import { counted } from "./words.js";

/** @import { Facts } from "./types" */
/** @import { Card } from "./card.js" */

const NAME = ".named";

/**
 * Make buttons of the names in a new article.
 * @param {HTMLElement} page
 */
export function markNames(page) {
  for (const node of all(page, NAME)) {
    node.setAttribute("role", "button");
    node.setAttribute("aria-haspopup", "dialog");
    node.tabIndex = 0;
  }
}

/**
 * Let the keys of a button open the card of a name.
 * @param {KeyboardEvent} event
 */
export function pressName(event) {
  const node = /** @type {HTMLElement} */ (event.target);
  if (!node.matches(NAME) || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  node.click();
}

/**
 * Open the card of a name, or close it if it is open.
 * @param {HTMLElement} page
 * @param {HTMLElement} node
 * @param {Card} card
 * @param {Facts} facts
 */
export function openName(page, node, card, { events, order, words }) {
  if (card.word === node) {
    card.close({ focus: true });
    return;
  }
  const { named: name = "" } = node.dataset;
  const templates = /** @type {HTMLTemplateElement[]} */ (all(page, "template[data-elsewhere]"));
  const ids = templates.find(({ dataset }) => dataset.elsewhere === name)?.content.textContent?.split(" ") ?? [];
  const others = order.events.filter((id) => ids.includes(id));
  const rows = others.map((id) =>
    h(
      "li",
      {},
      h("a.name", { href: `#${id}`, "data-choose": id }, events[id].label),
      " ",
      h("small", {}, events[id].when),
    ),
  );
  const count = `Also named in ${counted(words, others.length, words.forms["other-event"])}`;
  card.open(node, `${name}: ${count}`, [h("b", {}, name), h("p", {}, count), h("ul", {}, rows)], { focus: true });
}
