// Shared by all views: making elements, loading files, printing. Only `mounted`, at the end, knows Streamlit.

import { announce } from "./announce.js";

/** @import { Urls } from "./types" */
/** @import { PlotNode } from "./plotly" */
/**
 * @template {Event} E
 * @typedef {(event: E & {currentTarget: HTMLElement, target: HTMLElement}) => unknown} Handler
 */
/**
 * The attributes and event handlers of a new element. Attributes that are false or null are left out.
 * @typedef {object} Attributes
 * @property {Handler<MouseEvent>} [onclick]
 * @property {Handler<Event>} [onchange]
 * @property {Handler<FocusEvent>} [onblur]
 */
/** @typedef {Record<string, string | number | boolean | null | undefined | Handler<any>>} Others */
/** @typedef {Node | string | null | undefined} Child */
/**
 * The type of the element for a spec such as `div.pane`.
 * @template {string} Spec
 * @typedef {Spec extends `${infer Tag}.${string}` ? Named<Tag> : Named<Spec>} Made
 */
/**
 * @template {string} Tag
 * @typedef {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement} Named
 */
/** @typedef {{width: number, height: number}} Size in pixels */
/** @typedef {"light" | "dark"} Theme */

export const PLOT = {
  displayModeBar: false,
  scrollZoom: false,
  doubleClick: false,
  responsive: false,
  showSendToCloud: false,
  showAxisDragHandles: false,
};
/** The layout of a figure on the page: its background is that of the page. A picture keeps its own. */
export const CLEAR = { paper_bgcolor: "transparent", plot_bgcolor: "transparent" };
/**
 * The room for a chart on a sheet of A4 or of US Letter, in CSS pixels: the width between the margins, and the height
 * that is left beside the text.
 */
const PAPER = { upright: { width: 700, height: 860 }, across: { width: 960, height: 550 } };
const DRAWN = ":scope > .chart, :scope > .grid, :scope > .table, :scope > .scroll";
const FINGERS = ["touchstart", "touchmove", "touchend", "touchcancel"];
/** @type {Map<string, Promise<any>>} */
const waiting = new Map();

/**
 * Load a script, a style sheet or JSON once per address. A failed load can be repeated.
 * @template T
 * @param {string} url
 * @param {(url: string) => Promise<T>} load
 * @returns {Promise<T>}
 */
export function once(url, load) {
  let loading = waiting.get(url);
  if (!loading) {
    loading = load(url).catch((error) => {
      waiting.delete(url);
      throw error;
    });
    waiting.set(url, loading);
  }
  return loading;
}

/** A failure of the network or the server. Its message is a sentence for the reader, without an address. */
export class Failure extends Error {}
/** The server gave no answer at all. */
export class Silence extends Failure {}
const NOT_HERE = "A part of this page did not arrive. Reload the page.";

/**
 * Gives what is at an address: the network, unless `provide` has set something else.
 * @type {(url: string, signal?: AbortSignal) => Promise<Response>}
 */
let source = (url, signal) => fetch(url, { signal });

/**
 * Set what gives the content of addresses, for a page without a server.
 * @param {(url: string, signal?: AbortSignal) => Promise<Response>} give
 */
export function provide(give) {
  source = give;
}

/** @returns {never} */
const silence = () => {
  throw new Silence("The server does not answer. Try again in a moment.");
};

/**
 * Send a request. If the server refuses it, the error has the server's answer as its message.
 * @param {string} url
 * @param {AbortSignal} [signal]
 */
export async function request(url, signal) {
  const answer = await source(url, signal).catch((error) => {
    if (error instanceof Failure) throw error;
    return silence();
  });
  if (answer.ok) return answer;
  const plain = answer.headers.get("content-type")?.startsWith("text/plain");
  // A proxy may answer 503 too, but not with this header.
  const ours = answer.status < 500 || answer.headers.get("x-content-type-options") === "nosniff";
  throw new Failure(plain && ours ? await answer.text() : "The server could not answer. Try again in a moment.");
}

/** @param {string} url */
export const json = async (url) => (await request(url)).json();

/**
 * Fetch a text. `signal` can stop the fetch.
 * @param {string} url
 * @param {AbortSignal} signal
 */
export const text = async (url, signal) => (await request(url, signal)).text().catch(silence);

/**
 * Add an element to the head, and wait until it is loaded.
 * @param {HTMLScriptElement | HTMLLinkElement} node
 * @returns {Promise<void>}
 */
export function added(node) {
  return new Promise((resolve, reject) => {
    node.onload = () => resolve();
    node.onerror = () => {
      node.remove();
      reject(new Failure(NOT_HERE));
    };
    document.head.append(node);
  });
}

/**
 * Load a script, or wait for it if the HTML of the page loads it already. An empty address means that it is in the HTML.
 * @param {string} src
 */
export async function script(src) {
  if (!src) return;
  const first = [...document.scripts].find((node) => node.getAttribute("src") === src);
  if (!first) return added(Object.assign(document.createElement("script"), { src }));
  if (window.Plotly) return;
  await new Promise((resolve, reject) => {
    first.addEventListener("load", resolve);
    first.addEventListener("error", () => reject(new Failure(NOT_HERE)));
  });
}

/**
 * Load a style sheet, unless the HTML of the page has it already. An empty address means that it is in the HTML.
 * @param {string} href
 */
export async function stylesheet(href) {
  if (!href) return;
  const links = /** @type {HTMLLinkElement[]} */ (all(document.head, "link[rel=stylesheet]"));
  const there = links.some((link) => link.getAttribute("href") === href && link.sheet); // one that failed has none
  if (!there) await added(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

/**
 * Make an element: h("button.name", {onclick}, child, …); text is always set as text.
 * @template {string} Spec
 * @param {Spec} spec
 * @param {Attributes & Others} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {Made<Spec>}
 */
export function h(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") Object.assign(node, { [name]: value });
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child != null));
  return /** @type {Made<Spec>} */ (node);
}

/**
 * Make a table that scrolls, from the cells of its head and from its rows.
 * @param {HTMLElement[]} head
 * @param {HTMLElement[]} rows
 * @param {string} [caption]
 */
export function table(head, rows, caption) {
  const words = caption === undefined ? null : h("caption", {}, h("span", {}, caption));
  const whole = h("table", {}, words, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows));
  return h("div.table", { tabindex: 0 }, whole);
}

/**
 * Tell whether a click is meant for the browser, such as to open a link in a new tab, or to save it.
 * @param {MouseEvent} event
 */
export const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/**
 * Make an element from markup of our own.
 * @param {string} text
 */
export function svg(text) {
  const box = document.createElement("template");
  box.innerHTML = text;
  return /** @type {ChildNode} */ (box.content.firstChild);
}

/**
 * Make an element of SVG.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function s(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * Find all elements below a node that match a selector.
 * @param {ParentNode} node
 * @param {string} selector
 */
export const all = (node, selector) => /** @type {HTMLElement[]} */ ([...node.querySelectorAll(selector)]);

/**
 * Find the first element below a node that matches a selector.
 * @param {ParentNode} node
 * @param {string} selector
 */
export const first = (node, selector) => /** @type {HTMLElement | null} */ (node.querySelector(selector));

/**
 * Replace the colours of a figure; `colors` has the new colour for each old one.
 * @template T
 * @param {T} figure
 * @param {Record<string, string>} colors
 * @returns {T}
 */
export const recolored = (figure, colors) =>
  JSON.parse(JSON.stringify(figure).replace(/#[0-9a-f]{6}/g, (color) => colors[color] ?? color));

/**
 * Copy a text, and tell whether that worked. A page without HTTPS has no clipboard. There an older command copies the text
 * from a field.
 * @param {string} text
 */
async function copied(text) {
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  try {
    // a browser that asks the user for permission may never answer
    await Promise.race([navigator.clipboard.writeText(text), new Promise((_, late) => setTimeout(late, 1500))]);
    return true;
  } catch {
    const field = h("textarea", { style: "position:fixed;opacity:0" }, text);
    document.body.append(field);
    field.select();
    const done = document.execCommand?.("copy");
    field.remove();
    focus?.focus({ preventScroll: true });
    return Boolean(done);
  }
}

/**
 * Set a CSS variable if its value changes. Setting it makes the browser compute the styles of all nodes below again.
 * @param {HTMLElement} node
 * @param {string} name
 * @param {string} value
 */
export function setVariable(node, name, value) {
  if (node.style.getPropertyValue(name) !== value) node.style.setProperty(name, value);
}

/**
 * Make a button for the tools of a pane.
 * @param {string} label
 * @param {boolean} pressed
 * @param {() => void} onclick
 * @param {string} [title]
 */
export function tool(label, pressed, onclick, title) {
  return h("button", { type: "button", "aria-pressed": String(pressed), onclick, title }, label);
}

/**
 * Make a node for a chart. Plotly handles every touch as a press of the mouse, so a swipe would become a click. Touch
 * events are therefore kept from Plotly: a swipe scrolls, and only a tap becomes a click. Translation is off, because
 * translators of the browser would move the labels out of the drawing.
 * @param {string} spec
 * @param {Others} [attributes]
 */
export function plotted(spec, attributes) {
  const node = h(spec, { translate: "no", ...attributes });
  for (const kind of FINGERS) {
    node.addEventListener(kind, (event) => event.stopPropagation(), { capture: true, passive: true });
  }
  return /** @type {PlotNode} */ (node);
}

/**
 * Make a button that copies the text that `content` gives at the time of the click.
 * @param {string} label
 * @param {() => string} content
 * @param {{done?: string, of?: string}} [how] the label after the text was copied; and what is copied, for screen readers
 */
export function copyButton(label, content, { done = "Link copied", of = "" } = {}) {
  const onclick = async () => {
    const text = content();
    if (!(await copied(text))) return showText(button, text);
    words.data = done;
    announce(done);
    setTimeout(() => {
      words.data = label;
    }, 4000);
  };
  const words = document.createTextNode(label);
  /** @type {HTMLElement} */
  const button = h("button", { type: "button", onclick }, words, of ? h("span.unseen", {}, ` ${of}`) : null);
  return button;
}

/**
 * Show a text in a field and select it, for a browser that does not let the page copy.
 * @param {HTMLElement} button
 * @param {string} text
 */
function showText(button, text) {
  const label = text.startsWith("http") ? "Link to copy by hand" : "Text to copy by hand";
  /** @type {HTMLInputElement | HTMLTextAreaElement} */
  const field = h(text.includes("\n") ? "textarea.link" : "input.link", {
    readonly: true,
    "aria-label": label,
    onblur: () => field.remove(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation(); // in a dialog, only the field is closed
      event.preventDefault();
      button.focus();
    },
  });
  field.value = text;
  button.after(field);
  field.focus();
  field.select();
}

/**
 * The base of all views: drawing on the page and on paper, and closing of menus.
 * @template {{urls: Urls, query?: string}} State
 */
export class View {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {ResizeObserver | null} */
    this.resized = null;
    /** @type {HTMLElement[] | null} */
    this.printing = null;
    this.state = /** @type {State} */ (/** @type {unknown} */ (null)); // until the first update
    this.toPaper = () => this.print();
    this.offPaper = () => this.unprint();
    this.closeMenus = (/** @type {MouseEvent} */ event) => {
      for (const menu of /** @type {HTMLDetailsElement[]} */ (all(this.root, "details.menu[open]"))) {
        if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
      }
    };
    addEventListener("beforeprint", this.toPaper);
    addEventListener("afterprint", this.offPaper);
    document.addEventListener("click", this.closeMenus);
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.escape(event);
    });
  }

  /**
   * Close the menu that is open, and give the focus back to its button.
   * @param {KeyboardEvent} event
   */
  escape(event) {
    /** @type {HTMLDetailsElement | null} */
    const menu = /** @type {Element} */ (event.target).closest("details.menu[open]");
    if (!menu) return;
    event.preventDefault();
    menu.open = false;
    first(menu, "summary")?.focus();
  }

  /**
   * Take a new state, load what it needs, and draw it.
   * @param {State} _state
   * @param {Theme} _theme
   * @returns {Promise<void>}
   */
  async update(_state, _theme) {}

  remove() {
    this.resized?.disconnect();
    document.removeEventListener("click", this.closeMenus);
    removeEventListener("beforeprint", this.toPaper);
    removeEventListener("afterprint", this.offPaper);
    this.root.remove(); // without Plotly.purge, because Plotly may still be handling the last key
  }

  /**
   * Draw the charts of the view at the size of a sheet, and pass each one to `_into` with its pane.
   * @param {Size} _size
   * @param {(pane: HTMLElement, node: HTMLElement) => void} _into
   */
  sheets(_size, _into) {}

  /**
   * Draw the charts again for upright paper and for paper across. The style sheet prints those that fit the paper.
   */
  print() {
    this.unprint();
    /** @type {HTMLElement[]} */
    const printing = [];
    this.printing = printing;
    for (const [way, size] of Object.entries(PAPER)) {
      this.sheets(size, (pane, node) => {
        const sheet = h("div.sheet", { "data-paper": way, style: `--sheet:${size.width}px` }, node);
        printing.push(sheet);
        (first(pane, DRAWN) ?? /** @type {ChildNode} */ (pane.lastChild)).before(sheet);
      });
    }
  }

  unprint() {
    for (const sheet of this.printing ?? []) sheet.remove();
    this.printing = null;
  }
}

/**
 * Write the sentence for an error. An error that is not a `Failure` is a bug of ours, and is also logged to the console.
 * @param {unknown} error
 * @param {string} what
 */
export function sentence(error, what) {
  if (!(error instanceof Failure)) console.error(error);
  return error instanceof Failure ? `${what} ${error.message}` : `${what} Reload the page.`;
}

/** @param {string} color */
const isDark = (color) => {
  const [r, g, b] = color.match(/\w\w/g)?.map((part) => parseInt(part, 16)) ?? [255, 255, 255];
  return r + g + b < 384;
};

/**
 * The argument that Streamlit passes to a component.
 * @template State
 * @typedef {{parentElement: HTMLElement & {view?: View<any>}, data: State}} Component
 */

/**
 * Make the function that Streamlit calls on every rerun. The view is built once and kept between calls. `takeOver` may
 * give a view that was built before.
 * @template {{urls: Urls}} State
 * @param {new (parent: HTMLElement) => View<State>} Kind
 * @param {(parent: HTMLElement) => View<State> | null} takeOver
 * @returns {(component: Component<State>) => () => void}
 */
export const mounted =
  (Kind, takeOver = () => null) =>
  ({ parentElement, data }) => {
    parentElement.view ??= takeOver(parentElement) ?? new Kind(parentElement);
    const { view } = parentElement;
    const color = getComputedStyle(parentElement).getPropertyValue("--st-background-color").trim();
    first(view.root, ":scope > .failed")?.remove();
    view.update(data, isDark(color) ? "dark" : "light").catch((error) => {
      view.root.prepend(h("p.failed", { role: "alert" }, sentence(error, "This could not be drawn.")));
    });
    // Streamlit also calls this when a newer call has replaced this one. Both share the view, so it must be kept then.
    return () => {
      if (!parentElement.isConnected) view.remove();
    };
  };

/**
 * Keep the page behind a dialog from scrolling. It sets an attribute, because a rule with :has() on the root would
 * make the browser style the whole page anew after every change.
 * @param {boolean} on
 */
export function still(on) {
  document.documentElement.toggleAttribute("data-still", on);
}

/**
 * How the page scrolls to what was chosen: at once for readers who want less motion.
 * @returns {ScrollBehavior}
 */
export const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

/**
 * Run a task after the next frame, so that the reader does not wait for it. A hidden page draws no frames.
 * @param {() => void} task
 */
export function afterFrame(task) {
  if (document.hidden) queueMicrotask(task);
  else requestAnimationFrame(() => setTimeout(task));
}

/**
 * Run a task when the browser is idle. Safari has no event for that, so there it runs after a moment.
 * @param {() => void} task
 */
export function idle(task) {
  if ("requestIdleCallback" in window) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 300);
}
