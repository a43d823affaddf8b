// The search field, and below it what the search has found: events, people, organizers, sources and disagreements, each
// as a link with the sentence that has the words.

import { ANY, isTooLong, MAX_TEXT, searched, toView } from "./address.js";
import { announce } from "./announce.js";
import { KINDS } from "./find.js";
import { excerpt, reveal } from "./marks.js";
import { unquoted } from "./search.js";
import { query as encoded, USUAL } from "./select.js";
import { all, first, h, modified, setVariable, svg } from "./view.js";
import { capital, counted } from "./words.js";

/** @import { Facts, Folds, Urls } from "./types" */
/** @import { Found, Hit } from "./find.js" */
/**
 * What was found and what is needed to show it. `shown` are the events that pass all filters, and `notShown` names those
 * that only their weight hides, of which there are `hidden`. `everything` is the query string that shows them.
 * `appearances` gives the events of a person. `along` gives the query string to which a link leads, and `go` follows it.
 * @typedef {object} Results
 * @property {Found} found
 * @property {Facts} facts
 * @property {Folds} folds
 * @property {Urls} urls
 * @property {string[]} shown
 * @property {string} notShown
 * @property {number} hidden
 * @property {string} everything
 * @property {(name: string) => string[]} appearances
 * @property {(query: string) => string} along
 * @property {(query: string) => void} go
 */

const TOO_LONG = `Only the first ${MAX_TEXT} characters are searched for.`;
/** A search begins this many milliseconds after the last key. */
const PAUSE = 120;
/** Hits of a kind that are shown at first. */
const FEW = 3;
const LENS = `<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/></svg>`;

/**
 * Say that events are outside the filters if no filter leaves any of them.
 * @param {string} kind
 * @param {Hit[]} hits
 * @param {Results} results
 */
const outside = (kind, hits, { shown }) =>
  kind === "event" && !hits.some(({ id }) => shown.includes(id)) ? " outside the filters" : "";

/** The search field keeps what the reader has typed, unless the text of the state changes for another reason. */
export class SearchBox {
  /**
   * @param {(q: string) => void} search
   * @param {() => void} seek
   */
  constructor(search, seek) {
    this.search = search;
    /** The text of the state. */
    this.text = "";
    /**
     * The texts that were searched for and have not reached the state yet.
     * @type {string[]}
     */
    this.ahead = [];
    this.timer = 0;
    /** @type {Results | null} */
    this.results = null;
    /** Whether the reader has closed the list for this text. */
    this.closed = true;
    this.wrong = h("p.wrong", { id: "search-wrong", role: "alert" });
    // The field has no `maxlength`: the browser would cut a longer pasted text without saying so.
    this.field = h("input", {
      type: "search",
      "aria-describedby": "search-wrong",
      placeholder: "Titles, people, sources",
      autocomplete: "off",
      enterkeyhint: "search",
      onfocus: seek,
      onblur: () => {
        if (this.pausing) this.now();
      },
      oninput: () => this.typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
    });
    /** What the list says in short; empty while the list is closed. */
    this.words = "";
    this.list = h("div.found", { role: "group", "aria-label": "Search results", hidden: true });
    this.list.onkeydown = (event) => this.moved(event);
    const label = h("label", {}, h("span.unseen", {}, "Search"), svg(LENS), this.field);
    this.root = h("div.search", {}, label, this.wrong, this.list);
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.root.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    this.field.addEventListener("pointerdown", () => this.open());
  }

  get pausing() {
    return this.timer !== 0;
  }

  typed() {
    this.closed = false;
    this.measure();
    if (this.field.value === "") return this.now();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), PAUSE);
  }

  /** Say so if the text in the field is too long. */
  measure() {
    const words = isTooLong(this.field.value) ? TOO_LONG : "";
    if (this.wrong.textContent !== words) this.wrong.textContent = words; // the same words would be read out again
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      this.now();
      this.close();
    } else if (event.key === "ArrowDown") {
      this.open();
      this.links()[0]?.focus();
      event.preventDefault();
    } else if (event.key === "Escape" && !this.list.hidden) {
      this.close();
      event.preventDefault(); // the next Escape empties the field
      event.stopPropagation();
    }
  }

  /**
   * Move between the hits by keyboard.
   * @param {KeyboardEvent} event
   */
  moved(event) {
    const links = this.links();
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "Escape") {
      this.field.focus();
      this.close();
    } else if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (links[at - 1] ?? this.field).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  links() {
    return all(this.list, "a, button");
  }

  /** Search without a pause. */
  now() {
    this.cancel();
    const q = searched(this.field.value);
    if (q === (this.ahead.at(-1) ?? this.text)) return;
    this.ahead.push(q);
    this.search(q);
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  /**
   * @param {string} q
   * @param {Results | null} results
   */
  update(q, results = null) {
    const position = this.ahead.indexOf(q);
    const changed = q !== (this.ahead.at(-1) ?? this.text); // also where the reader goes back before a search is made
    this.text = q;
    this.ahead = position < 0 ? [] : this.ahead.slice(position + 1);
    this.results = results;
    if (!results) this.close(false);
    else if (!this.closed && this.field.matches(":focus")) this.draw(results);
    if (this.field.matches(":focus") && (this.pausing || position >= 0 || !changed)) return;
    if (searched(this.field.value) !== q) this.field.value = q;
    this.measure();
  }

  /** Show the list, if something was searched for. */
  open() {
    this.closed = false;
    if (!this.results || !this.list.hidden) return;
    this.draw(this.results);
    announce(this.words);
  }

  /** @param {boolean} byReader whether it stays closed until the reader types or opens it */
  close(byReader = true) {
    if (byReader) this.closed = true;
    this.list.hidden = true;
    this.words = "";
    this.root.removeAttribute("data-open");
  }

  /** @param {Results} results */
  draw(results) {
    const { found, facts } = results;
    const { words } = facts;
    const groups = KINDS.map((kind) => ({ kind, hits: found.hits.filter((hit) => hit.kind === kind) }));
    const given = groups.filter(({ hits }) => hits.length);
    const nothing = given.length ? null : h("p", {}, `Nothing has “${unquoted(this.text)}”.`);
    const meant = found.meant ? h("p", {}, meantWords(this.text, found.meant)) : null;
    this.list.replaceChildren(
      ...[meant, nothing, ...given.map(({ kind, hits }) => this.group(kind, hits, results))].filter(
        (node) => node !== null,
      ),
    );
    const { left, bottom } = this.field.getBoundingClientRect();
    setVariable(this.list, "--left", `${Math.round(left)}px`);
    setVariable(this.list, "--below", `${Math.round(bottom + 6)}px`);
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.root.toggleAttribute("data-open", true);
    const numbers = given
      .map(({ kind, hits }) => `${counted(words, hits.length, words.forms[kind])}${outside(kind, hits, results)}`)
      .join(", ");
    const parts = [meant?.textContent, nothing?.textContent, numbers && `Found: ${numbers}.`];
    this.words = parts.filter(Boolean).join(" "); // the view announces them together with what the search has changed
  }

  /**
   * @param {string} kind
   * @param {Hit[]} hits
   * @param {Results} results
   */
  group(kind, hits, results) {
    const passing = kind === "event" ? hits.filter(({ id }) => results.shown.includes(id)) : hits;
    const title = capital(results.facts.words.forms[kind][1]);
    const list = h("ul", {}, ...passing.slice(0, FEW).map((hit) => this.line(hit, results)));
    const rest = passing.slice(FEW);
    const onclick = (/** @type {MouseEvent} */ { currentTarget }) => {
      const lines = rest.map((hit) => this.line(hit, results));
      list.append(...lines);
      first(lines[0], "a")?.focus();
      /** @type {HTMLElement} */ (currentTarget).remove();
    };
    const more = rest.length ? h("button.more", { type: "button", onclick }, `Show all ${passing.length}`) : null;
    const others =
      kind === "event" ? this.others(hits.length - passing.length, passing.length ? " more" : "", results) : [];
    return h("section", {}, h("h3", {}, title, h("span", {}, String(hits.length))), list, more, ...others);
  }

  /**
   * Say how many of the events are hidden by a filter.
   * @param {number} number
   * @param {string} more the word after the number, if other events are listed above
   * @param {Results} results
   */
  others(number, more, { hidden, notShown, everything, go }) {
    const rest = number - hidden;
    const onclick = this.following(everything, go);
    const words = `${hidden}${more} among ${notShown}`;
    return [
      hidden ? h("p.more", {}, h("a", { href: toView(everything), onclick }, words)) : null,
      rest ? h("p.more", {}, `${rest}${more} outside the filters`) : null,
    ].filter((node) => node !== null);
  }

  /**
   * @param {Hit} hit
   * @param {Results} results
   */
  line(hit, results) {
    const { facts, folds, found } = results;
    const { href, query, event: id } = addressOf(hit, results);
    const event = facts.events[id];
    const events = hit.kind === "person" ? results.appearances(hit.name).length : 0;
    const name = hit.kind === "event" ? `${event.label}` : hit.name;
    const besides = {
      event: event?.when,
      dispute: event?.label,
      person: events > 1 ? `at ${counted(facts.words, events, facts.words.forms.event)}` : "",
    };
    const beside = besides[/** @type {keyof typeof besides} */ (hit.kind)] ?? "";
    const sentence = hit.sentence && hit.sentence !== hit.name ? excerpt(hit.sentence, found.terms, folds) : null;
    const title = h("b", { dir: "auto" }, ...excerpt(name, found.terms, folds));
    const words = h("span.line", {}, title, beside ? h("i", {}, beside) : null);
    const said = sentence ? h("span.sentence", { dir: "auto" }, ...sentence) : null;
    const onclick = query ? this.following(query, results.go, id) : null;
    return h("li", {}, h("a", { href, ...(onclick ? { onclick } : {}) }, words, said));
  }

  /**
   * Follow a link of this page without loading it anew.
   * @param {string} query
   * @param {(query: string) => void} go
   * @param {string} [event] the event whose article the reader wants to read
   */
  following(query, go, event = "") {
    return (/** @type {MouseEvent} */ click) => {
      if (click.button || modified(click)) return;
      click.preventDefault();
      this.field.focus({ preventScroll: true });
      this.close();
      if (event) reveal(event);
      go(query);
      const article = event ? first(document, "section.pane.article") : null;
      if (article && matchMedia("(max-width: 1000px)").matches) article.scrollIntoView({ behavior: "smooth" });
    };
  }
}

/**
 * Say that a text was not found, and what was searched for instead.
 * @param {string} text
 * @param {string} meant
 */
export const meantWords = (text, meant) => `Nothing has “${unquoted(text)}”. Showing results for “${unquoted(meant)}”.`;

/**
 * Give the address of a hit, and `query` if it is one of this page. Organizers and sources lead to their own pages, if
 * these exist, else to an event. A person leads to the latest conference at which the person appears, and
 * a search for the name leaves all the others.
 * @param {Hit} hit
 * @param {Results} results
 * @returns {{href: string, query: string, event: string}} `event` is the one that is opened; empty if there is none
 */
function addressOf({ kind, id, name, event }, { urls, facts, along, appearances }) {
  if ((kind === "organizer" || kind === "source") && urls.eventPage) {
    const page = urls.eventPage.replace(/^((?:.*\/)?)events\//, `$1${kind}s/`);
    return { href: page.replace("{event}", id), query: "", event };
  }
  if (kind === "dispute" && Object.hasOwn(facts.pages, "disagreements")) {
    return { href: toView({ page: "disagreements", question: id }), query: "", event };
  }
  if (kind === "person") {
    const events = appearances(name);
    const latest = latestOf(events, facts) ?? event;
    const query = events.length > 1 ? leaving(events, name, latest, facts) : encoded([["event", latest]]);
    return { href: toView(along(query)), query, event: latest };
  }
  const ofOrganizer = kind === "organizer" && Object.hasOwn(facts.known.organizer, id);
  const query = encoded([ofOrganizer ? ["organizer", id] : ["event", event || facts.order.events[0]]]);
  return { href: toView(along(query)), query, event };
}

/**
 * Give the latest conference among events that have begun, else the latest event.
 * @param {string[]} ids in order of time
 * @param {Facts} facts
 */
const latestOf = (ids, { events }) =>
  ids.findLast((id) => events[id].kind === "conference" && !events[id].ahead) ?? ids.at(-1);

/**
 * Give the query that leaves the events of a person, of any weight, and opens one of them.
 * @param {string[]} ids
 * @param {string} name
 * @param {string} event
 * @param {Facts} facts
 */
function leaving(ids, name, event, { events }) {
  const isHidden = ids.some((id) => !USUAL.weight.includes(events[id].weight));
  /** @type {[string, string][]} */
  const pairs = [
    ["q", `“${name}”`],
    ["event", event],
  ];
  return encoded(isHidden ? [...pairs, ["weight", ANY]] : pairs);
}
