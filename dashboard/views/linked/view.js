// What the views of the page share: making elements, loading what they need, reporting what the reader does, and the
// menus to take files away. Nothing here knows Streamlit but `mounted`, at the end.

export const PLOT = { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false, showSendToCloud: false };
/** Excel takes the UTF-8 of CSV for another encoding, and makes a day of 2019-06; in the workbook both are right. */
export const FOR_EXCEL = "For Excel take the workbook: Excel misreads letters and months in CSV.";
/** The same for a table that is not in the workbook. */
const IMPORT_CSV = "In Excel, open CSV with Data > From Text/CSV, as UTF-8.";
const waiting = new Map();

/** Load a script, a stylesheet or JSON once per address; a failed load may be tried again. */
export function once(url, load) {
  if (!waiting.has(url)) waiting.set(url, load(url).catch((error) => { waiting.delete(url); throw error; }));
  return waiting.get(url);
}
export const json = async (url) => { const got = await fetch(url); if (!got.ok) throw new Error(`${url}: ${got.status}`); return got.json(); };
const element = (tag, attributes) => (url) => new Promise((resolve, reject) => {
  const node = Object.assign(document.createElement(tag), attributes(url), { onload: resolve, onerror: () => reject(new Error(url)) });
  document.head.append(node);
});
const added = element("script", (src) => ({ src }));
/** Load a script, or wait for it where the page itself has asked for it already. */
export const script = async (url) => {
  const asked = [...document.scripts].find((node) => node.getAttribute("src") === url);
  if (!asked) return added(url);
  if (!window.Plotly) await new Promise((resolve, reject) => { asked.addEventListener("load", resolve); asked.addEventListener("error", () => reject(new Error(url))); });
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
export const svg = (text) => { const box = document.createElement("template"); box.innerHTML = text; return box.content.firstChild; };

/** A figure with each colour that `colors` knows exchanged: how it looks on a dark page. */
export const recolored = (figure, colors) => JSON.parse(JSON.stringify(figure).replace(/#[0-9a-f]{6}/g, (color) => colors[color] ?? color));

/** Copy a text; pages that are not served over HTTPS have no clipboard, and are helped the old way. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h("textarea", { style: "position:fixed;opacity:0" }, text);
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}

/** What every view has: it reports what the reader does, and offers its files. `state` holds `urls` and `query`. */
export class View {
  constructor() {
    this.report = () => {};
    this.sent = 0; // acts reported so far: a state that answers an older one must not undo a newer choice
    document.addEventListener("click", this.closeMenus = (event) => {
      for (const menu of this.root.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
    });
  }

  remove() {
    this.resized.disconnect();
    document.removeEventListener("click", this.closeMenus);
    this.root.remove(); // not purged: Plotly may still be answering the last key, and what is out of the page is forgotten
  }

  act(act) {
    this.sent += 1;
    this.report({ ...act, number: this.sent });
  }

  /** A button that copies the address `link` gives at that moment. */
  copyButton(label, link = () => location.href) {
    const button = h("button", { type: "button", onclick: async () => {
      button.textContent = (await copied(link())) ? "Link copied" : link();
      setTimeout(() => { button.textContent = label; }, 4000);
    } }, label);
    return button;
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
    return h("a", { href: this.address(this.state.urls.export + name, more), download: true, "data-format": name }, label);
  }

  downloads(view, more) {
    const picture = (format, label) => h("button", { type: "button", "data-format": `${view}.${format}`, onclick: () => this.picture(view, format, more) }, label);
    return this.menu("Download", view, [
      picture("png", "Picture, PNG"), picture("svg", "Picture, SVG"),
      this.file(`${view}.html`, "Page that works offline, HTML", more), this.file(`${view}.csv`, "Data behind it, CSV", more),
      h("p.note", {}, IMPORT_CSV),
    ]);
  }

  /** Draw the chart as it is downloaded, with title and caption and in its light colours, and hand it over as a file. */
  async picture(view, format, more) {
    const { name, figure: { data, layout } } = await json(this.address(this.state.urls.figure + view, more));
    const url = await Plotly.toImage({ data, layout }, { format, width: layout.width, height: layout.height, scale: format === "png" ? 2 : 1 });
    h("a", { href: url, download: `${name}.${format}` }).click();
  }

  tool(label, pressed, onclick, title) {
    return h("button", { type: "button", "aria-pressed": String(pressed), onclick, title }, label);
  }
}

const isDark = (color) => { const [r, g, b] = color.match(/\w\w/g)?.map((part) => parseInt(part, 16)) ?? [255, 255, 255]; return r + g + b < 384; };

/** Make what Streamlit calls on every rerun: the view is built once and lives on between calls. */
export const mounted = (Kind) => ({ parentElement, data, setTriggerValue }) => {
  const view = (parentElement.view ??= new Kind(parentElement));
  view.report = (act) => setTriggerValue("act", act);
  const theme = isDark(getComputedStyle(parentElement).getPropertyValue("--st-background-color").trim()) ? "dark" : "light";
  view.root.querySelector(":scope > .failed")?.remove();
  view.update(data, theme).catch((error) => { view.root.prepend(h("p.failed", { role: "alert" }, `This could not be drawn: ${error.message}. Change a filter, or reload the page.`)); });
  // Streamlit calls this too when a newer call has overtaken this one; the view that both share must live on then.
  return () => { if (!parentElement.isConnected) view.remove(); };
};
