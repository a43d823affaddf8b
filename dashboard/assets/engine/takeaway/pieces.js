// What the parts of the panel are made of: choices, lists of files, texts to copy, and content that is fetched.

import { copyButton, h, sentence } from "../view.js";

/** @import { Child } from "../view.js" */
/** @import { Desk, Wish } from "../takeaway.js" */

/**
 * Make a row of buttons of which one is pressed.
 * @template {keyof Wish} Name
 * @param {Desk} desk
 * @param {Name} name of the choice in the wishes of the reader
 * @param {string} label
 * @param {Record<string, Child | Child[]>} values
 */
export function choices({ wish, want }, name, label, values) {
  const buttons = Object.entries(values).map(([value, words]) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(wish[name] === value),
        "data-wish": `${name}:${value}`,
        onclick: () => want(/** @type {Partial<Wish>} */ ({ [name]: value })),
      },
      ...(Array.isArray(words) ? words : [words]),
    ),
  );
  return h("div.choices", { role: "group", "aria-label": label }, buttons);
}

/**
 * Make a list of files, each with a line that says what it is for. A file without a link is left out.
 * @param {string} name
 * @param {[link: HTMLElement | null, purpose: string][]} files
 */
export function fileList(name, files) {
  const there = files.filter(([link]) => link);
  return h(
    "ul.files",
    { "data-download": name },
    there.map(([link, purpose]) => h("li", {}, link, h("span", {}, purpose))),
  );
}

/**
 * Make a heading with what belongs to it.
 * @param {string} title
 * @param {...(Child | Child[])} children
 */
export const section = (title, ...children) => h("section", {}, h("h3", {}, title), ...children);

/**
 * Show a text with a button that copies it. Code and addresses are shown in a monospaced font.
 * @param {string} name what is copied, for screen readers
 * @param {string} text
 * @param {{code?: boolean, more?: Child[]}} [how] `more` are further buttons
 */
export function copyable(name, text, { code = false, more = [] } = {}) {
  const copy = copyButton("Copy", () => text, { done: "Copied", of: name });
  const shown = code ? h("pre", { tabindex: 0, "aria-label": name }, h("code", {}, text)) : h("p", {}, text);
  return h("div.copyable", { "data-copy": name }, shown, h("div.beside", {}, copy, more));
}

/**
 * Make a place for content from the server. If it does not arrive, the place says so and offers to try again.
 * @template Content
 * @param {Desk} desk
 * @param {string} url
 * @param {string} failure the sentence that says what did not arrive
 * @param {(content: Content) => Child[]} draw
 */
export function arriving({ fetched, kept }, url, failure, draw) {
  const place = h("div.arriving");
  const show = (/** @type {Child[]} */ children) => place.replaceChildren(...children.filter((child) => child != null));
  const begin = async () => {
    place.setAttribute("aria-busy", "true");
    try {
      show(draw(await fetched(url)));
    } catch (error) {
      const again = h("button.again", { type: "button", onclick: begin }, "Try again");
      show([h("p.failed", { role: "alert" }, sentence(error, failure)), again]);
    }
    place.removeAttribute("aria-busy");
  };
  const there = kept(url);
  if (there === undefined) begin();
  else show(draw(there)); // at once, so that what has the focus can keep it
  return place;
}
