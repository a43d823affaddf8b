// What the views of the page share: making elements, loading what they need, reporting what the reader does, and the
// menus to take files away. Of Streamlit nothing is known here but `mounted`, at the end, and how it shows a lost connection.

/** Excel takes the UTF-8 of CSV for another encoding, and makes a day of 2019-06; in the workbook both are right. */
export const FOR_EXCEL = "For Excel take the workbook: Excel misreads letters and months in CSV.";
/** The same for a table that is not in the workbook. */
const IMPORT_CSV = "In Excel, open CSV with Data > From Text/CSV, as UTF-8.";
export const PLOT = {
  displayModeBar: false,
  scrollZoom: false,
  doubleClick: false,
  responsive: false,
  showSendToCloud: false,
  showAxisDragHandles: false,
};
/** What a chart may take of a sheet of A4, in pixels of CSS: the width within the margins, and the height beside its words. */
export const PAPER = { upright: { width: 700, height: 860 }, across: { width: 1020, height: 550 } };
const FINGERS = ["touchstart", "touchmove", "touchend", "touchcancel"];
const waiting = new Map();

/** Load a script, a stylesheet or JSON once per address; a failed load may be tried again. */
export function once(url, load) {
  if (!waiting.has(url))
    waiting.set(
      url,
      load(url).catch((error) => {
        waiting.delete(url);
        throw error;
      }),
    );
  return waiting.get(url);
}

/** What failed outside this code; its message is a sentence for the reader, without an address. */
class Failure extends Error {}
const NOT_HERE = "A part of this page did not arrive. Reload the page.";

/** Ask the server; where it refuses, what it says is the message. */
async function asked(url) {
  const answer = await fetch(url).catch(() => {
    throw new Failure("The server does not answer. Try again in a moment.");
  });
  if (answer.ok) return answer;
  const plain = answer.headers.get("content-type")?.startsWith("text/plain");
  throw new Failure(
    plain && answer.status < 500 ? await answer.text() : "The server could not answer. Try again in a moment.",
  );
}
export const json = async (url) => (await asked(url)).json();
const element = (tag, attributes) => (url) =>
  new Promise((resolve, reject) => {
    const node = Object.assign(document.createElement(tag), attributes(url), {
      onload: resolve,
      onerror: () => {
        node.remove();
        reject(new Failure(NOT_HERE));
      },
    });
    document.head.append(node);
  });
const added = element("script", (src) => ({ src }));
/** Load a script, or wait for it where the page itself has asked for it already. */
export const script = async (url) => {
  const first = [...document.scripts].find((node) => node.getAttribute("src") === url);
  if (!first) return added(url);
  if (!window.Plotly)
    await new Promise((resolve, reject) => {
      first.addEventListener("load", resolve);
      first.addEventListener("error", () => reject(new Failure(NOT_HERE)));
    });
};
export const stylesheet = element("link", (href) => ({ rel: "stylesheet", href }));

/** Make an element: h("button.name", {onclick}, child, …); text is always set as text. */
export function h(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node[name] = value;
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child != null));
  return node;
}
export const svg = (text) => {
  const box = document.createElement("template");
  box.innerHTML = text;
  return box.content.firstChild;
};

/** A figure with each colour that `colors` knows exchanged: how it looks on a dark page. */
export const recolored = (figure, colors) =>
  JSON.parse(JSON.stringify(figure).replace(/#[0-9a-f]{6}/g, (color) => colors[color] ?? color));

// What the reader did, in order, until the server has answered it. A report can get lost: so each carries all that is not
// answered yet, and by the numbers the server knows what it has done already. Streamlit runs the page once for every report;
// so what is done while one is on its way goes with the next.
const acts = [];
let [numbered, reported, underway, waits] = [0, 0, 0, 0];
let [report, again, blocked] = [null, null, null];
let [kept, back] = [() => null, null]; // `back` is what was kept when the connection came back, until the server has heard it

const app = () => document.querySelector("[data-test-connection-state]");
const connected = () => (app()?.dataset.testConnectionState ?? "CONNECTED") === "CONNECTED";

function tell() {
  clearTimeout(again);
  if (!report || !connected()) return;
  underway = reported += 1;
  if (back) back.told ??= underway;
  report(underway, [...acts], back?.kept ?? null);
  again = setTimeout(() => acts.length && tell(), 3000 * 2 ** Math.min(waits++, 5));
}

/** Report what the reader does, in the order in which it was done. */
export function act(asked) {
  numbered += 1;
  acts.push({ ...asked, number: numbered });
  if (!underway) tell();
}

/** Give the acts that come after the one with this number and are not answered. */
export const unanswered = (number) => acts.filter((one) => one.number > number);

/** Forget the acts up to the one with this number: the server has answered them, and the report with that other number. */
export function answered(number, heard) {
  if (acts.length && acts[0].number <= number) waits = 0;
  acts.splice(0, acts.length - unanswered(number).length);
  if (back?.told <= heard) back = null;
  if (blocked && heard >= blocked.id) settle();
  if (heard < underway) return;
  underway = 0;
  if (acts.length) tell();
}

/** Set what the browser keeps for a server that may forget it: `give()` gives that, when the connection is back. */
export const keep = (give) => {
  kept = give;
};

/** Set who passes reports on: `say(id, acts, kept)`. */
export function connect(say) {
  const first = !report;
  report = say;
  if (first && acts.length) tell();
  if (!first) return;
  let before = connected();
  new MutationObserver(() => {
    if (connected() && !before) resume();
    before = connected();
  }).observe(document.getElementById("root") ?? document.body, {
    attributeFilter: ["data-test-connection-state"],
    subtree: true,
  });
}

/** After a lost connection let the server say first what it knows: until it does, a new one would pass over what is done. */
function resume() {
  release();
  back = { kept: back?.kept ?? kept() };
  tell();
  blocked = { id: reported, focus: document.activeElement, end: setTimeout(release, 15_000) };
  app().inert = true;
}

/** Let go of the page when all of it is drawn: what is typed into a field that is drawn anew would be lost. */
function settle() {
  if (app().dataset.testScriptState === "notRunning") release();
  else setTimeout(settle, 100);
}

function release() {
  if (!blocked) return;
  clearTimeout(blocked.end);
  app().inert = false;
  if (blocked.focus.isConnected) blocked.focus.focus({ preventScroll: true });
  blocked = null;
}

/** Copy a text; pages that are not served over HTTPS have no clipboard, and are helped the old way. */
async function copied(text) {
  const focus = document.activeElement;
  try {
    // a browser that asks its user first may never answer
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

/** What every view has: it offers its files. `state` holds `urls` and `query`. */
export class View {
  constructor() {
    this.toPaper = () => this.print();
    this.offPaper = () => this.unprint();
    this.closeMenus = (event) => {
      for (const menu of this.root.querySelectorAll("details.menu[open]")) {
        if (!menu.contains(event.target)) menu.open = false;
      }
    };
    addEventListener("beforeprint", this.toPaper);
    addEventListener("afterprint", this.offPaper);
    document.addEventListener("click", this.closeMenus);
  }

  remove() {
    this.resized?.disconnect();
    document.removeEventListener("click", this.closeMenus);
    removeEventListener("beforeprint", this.toPaper);
    removeEventListener("afterprint", this.offPaper);
    this.root.remove(); // not purged: Plotly may still be answering the last key, and what is out of the page is forgotten
  }

  /**
   * A node for a chart. Plotly takes a finger for a mouse from the moment it touches, and so a swipe for a click; kept from
   * it, a finger is what the browser makes of it: a swipe scrolls, and only a tap becomes a click. Its words are not for
   * translators, which would take them out of the drawing.
   */
  plotted(spec, attributes) {
    const node = h(spec, { translate: "no", ...attributes });
    for (const kind of FINGERS)
      node.addEventListener(kind, (event) => event.stopPropagation(), { capture: true, passive: true });
    return node;
  }

  /** Draw what a view has as charts at a size; a view without charts has none. */
  sheets() {}

  /** Draw the charts once more, for paper upright and across; the style sheet prints those that fit, and leaves out the others. */
  print() {
    this.unprint();
    this.printing = [];
    for (const [way, size] of Object.entries(PAPER)) {
      this.sheets(size, (pane, node) => {
        const sheet = h("div.sheet", { "data-paper": way, style: `--sheet:${size.width}px` }, node);
        this.printing.push(sheet);
        (
          pane.querySelector(":scope > .chart, :scope > .grid, :scope > .table, :scope > .scroll") ?? pane.lastChild
        ).before(sheet);
      });
    }
  }

  unprint() {
    for (const sheet of this.printing ?? []) sheet.remove();
    this.printing = null;
  }

  /** A button that copies the address `link` gives at that moment. */
  copyButton(label, link = () => location.href) {
    const button = h(
      "button",
      {
        type: "button",
        onclick: async () => {
          const text = link();
          if (!(await copied(text))) return this.showLink(button, text);
          button.textContent = "Link copied";
          setTimeout(() => {
            button.textContent = label;
          }, 4000);
        },
      },
      label,
    );
    return button;
  }

  /** Show a link in a field, all of it selected, for a browser that lets no page copy. */
  showLink(button, text) {
    const field = h("input.link", {
      readonly: true,
      value: text,
      "aria-label": "The link, to be copied by hand",
      onblur: () => field.remove(),
    });
    button.after(field);
    field.focus();
    field.select();
  }

  menu(label, name, items) {
    return h("details.menu", { "data-download": name }, h("summary", {}, label), h("div", {}, items));
  }

  /** The address of something the server makes for this very filter. */
  address(path, more) {
    const query = [this.state.query, more].filter(Boolean).join("&");
    return query ? `${path}?${query}` : path;
  }

  file(name, label, more) {
    const href = this.address(this.state.urls.export + name, more);
    return h(
      "a",
      {
        href,
        download: true,
        "data-format": name,
        onclick: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          this.deliver(event.currentTarget, async () => {
            const answer = await asked(href);
            return [
              URL.createObjectURL(await answer.blob()),
              answer.headers.get("content-disposition").match(/filename="(.*)"/)[1],
            ];
          });
        },
      },
      label,
    );
  }

  downloads(view, more) {
    const picture = (format, label) =>
      h(
        "button",
        {
          type: "button",
          "data-format": `${view}.${format}`,
          onclick: (event) => this.deliver(event.currentTarget, () => this.picture(view, format, more)),
        },
        label,
      );
    return this.menu("Download", view, [
      picture("png", "Picture, PNG"),
      picture("svg", "Picture, SVG"),
      this.file(`${view}.html`, "Page that works offline, HTML", more),
      this.file(`${view}.csv`, "Data behind it, CSV", more),
      h("p.note", {}, IMPORT_CSV),
    ]);
  }

  /** Hand over a file that `make` gives as [address, name]; where that fails, say so where it was asked for. */
  async deliver(item, make) {
    item.parentElement.querySelector(".failed")?.remove();
    try {
      const [href, download] = await make();
      h("a", { href, download }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch (error) {
      item.after(h("p.failed", { role: "alert" }, said(error, "This file could not be made.")));
    }
  }

  /** Draw the chart as it is downloaded, with title and caption and in its light colours. */
  async picture(view, format, more) {
    const {
      name,
      figure: { data, layout },
    } = await json(this.address(this.state.urls.figure + view, more));
    const url = await Plotly.toImage(
      { data, layout },
      { format, width: layout.width, height: layout.height, scale: format === "png" ? 2 : 1 },
    );
    return [url, `${name}.${format}`];
  }

  tool(label, pressed, onclick, title) {
    return h("button", { type: "button", "aria-pressed": String(pressed), onclick, title }, label);
  }
}

/** The sentence for what went wrong; a mistake of our own is left to the console. */
function said(error, what) {
  if (!(error instanceof Failure)) console.error(error);
  return error instanceof Failure ? `${what} ${error.message}` : `${what} Reload the page.`;
}

const isDark = (color) => {
  const [r, g, b] = color.match(/\w\w/g)?.map((part) => parseInt(part, 16)) ?? [255, 255, 255];
  return r + g + b < 384;
};

/** Make what Streamlit calls on every rerun: the view is built once and lives on between calls. */
export const mounted =
  (Kind) =>
  ({ parentElement, data }) => {
    parentElement.view ??= new Kind(parentElement);
    const { view } = parentElement;
    const theme = isDark(getComputedStyle(parentElement).getPropertyValue("--st-background-color").trim())
      ? "dark"
      : "light";
    view.root.querySelector(":scope > .failed")?.remove();
    view.update(data, theme).catch((error) => {
      view.root.prepend(h("p.failed", { role: "alert" }, said(error, "This could not be drawn.")));
    });
    // Streamlit calls this too when a newer call has overtaken this one; the view that both share must live on then.
    return () => {
      if (!parentElement.isConnected) view.remove();
    };
  };
