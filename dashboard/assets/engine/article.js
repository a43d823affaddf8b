// The pane of the article about the chosen event. It highlights the passage that states a role, a figure or a date.

import { Leaves } from "./leaves.js";
import { markArticle } from "./marks.js";
import { Pane } from "./pane.js";
import { Reading } from "./reading.js";
import { folds } from "./state.js";
import { all, copyButton, first, h, idle, modified, sentence, smooth } from "./view.js";

/** @import { Whole } from "./pane.js" */

export class ArticlePane extends Pane {
  /** @param {Whole} whole */
  constructor(whole) {
    super(whole, h("section.pane.article", { "data-view": "article", "aria-label": "Article" }));
    this.reading = new Reading(this);
    this.leaves = new Leaves(
      (leaf) => this.listen(leaf),
      (leaf, event) => this.reading.dress(leaf, event),
    );
    /**
     * The event whose article is open.
     * @type {string | null}
     */
    this.opened = null;
    /**
     * The event and the key of the highlighted passage, as one text.
     * @type {string | null}
     */
    this.lit = null;
    this.litSeen = false;
    /** The event and the marked words, as one text, and the first node of the article at that time. */
    this.marked = "";
    /** @type {Node | null} */
    this.markedIn = null;
    /**
     * The event that a click would open now.
     * @type {string | null}
     */
    this.expected = null;
    /**
     * The article that is being fetched. `failed` says that the last fetch failed.
     * @type {Promise<string> | null}
     */
    this.waiting = null;
    this.failed = false;
    // The observer reports only when a frame is drawn. So right after a resize it still has the earlier state.
    this.sight = new IntersectionObserver((seen) => {
      this.litSeen = seen.at(-1)?.isIntersecting ?? false;
    });
  }

  /** The element that shows the article. */
  get page() {
    return this.leaves.page;
  }

  /** @param {HTMLElement} leaf */
  listen(leaf) {
    leaf.onclick = (event) => this.followLink(event);
    this.reading.listen(leaf);
  }

  remove() {
    this.sight.disconnect();
    this.reading.notes.card.close();
    this.expect(null);
    this.whole.articles.stop();
  }

  /**
   * Fetch the first article while the rest of the views is still loading.
   * @param {string} address
   * @param {string} event
   */
  begin(address, event) {
    this.whole.articles.from(address);
    this.whole.articles.load(event).catch(() => {}); // `open` tries again, and shows an error if that fails too
  }

  /**
   * Forget the open article, because articles have another address now. The next `draw` fetches it again.
   * @param {string} address
   */
  forget(address) {
    this.whole.articles.from(address);
    this.opened = null;
    this.waiting = null;
    this.expect(null);
  }

  /**
   * Fetch the article that a click would open, and lay it out. This begins after a moment, unless the reader moves on.
   * @param {string | null} event null if the reader has moved on
   */
  expect(event) {
    if (this.expected === event) return;
    this.expected = event;
    this.leaves.drop();
    this.whole.articles.prefetchSoon(event, () => this.prepare(event));
  }

  /**
   * Lay out an article that is here, if a click would still open it. Below the other views the reader would not see it.
   * @param {string | null} event
   */
  prepare(event) {
    const { articles, stacked } = this.whole;
    const html = event && articles.get(event);
    if (!html || this.expected !== event || this.opened === event || stacked || !this.page.isConnected) return;
    this.leaves.prepare(event, html);
  }

  /** Wait until the chosen article is here, or its fetch has failed. */
  async settled() {
    await this.waiting?.catch(() => {});
  }

  draw() {
    super.follow();
    const giveFocusBack = this.whole.keepFocus();
    const header = this.header();
    if (this.page.isConnected) this.node.firstChild?.replaceWith(header);
    else this.node.replaceChildren(header, this.page);
    giveFocusBack();
    this.open();
  }

  /** Show the chosen article. Until it is here, the previous article stays, dimmed. */
  open() {
    const { event, state, articles } = this.whole;
    if (!event) {
      this.waiting = null; // the filters leave no event
      return;
    }
    if (this.opened !== event) {
      const html = articles.get(event);
      if (html === undefined) {
        this.wait(event);
        return;
      }
      this.opened = event;
      this.reading.update(event, this.leaves.show(event, html)); // every text in it was escaped when it was written
      this.lit = null;
    }
    this.arrived();
    this.mark();
    const chosen = `${event} ${state.at}`;
    // If it is the same, a filter has drawn the pane again: leave the passage and the scroll position.
    if (this.lit !== chosen) this.light(state.at);
    this.lit = chosen;
    this.reading.follow();
  }

  /** Mark the words of the search. */
  mark() {
    const { event, state } = this.whole;
    const key = JSON.stringify([event, state.terms]);
    if (this.marked === key && this.markedIn === this.page.firstChild) return;
    [this.marked, this.markedIn] = [key, this.page.firstChild];
    const marked = markArticle(this.page, event, state.terms, folds());
    if (marked && !state.at) this.bring(marked);
  }

  /**
   * Fetch an article. Open it when it arrives, if it is still chosen then.
   * @param {string} event
   */
  wait(event) {
    const { articles } = this.whole;
    articles.stop(event);
    const waiting = articles.load(event);
    if (this.waiting === waiting) return;
    this.waiting = waiting;
    this.failed = false;
    this.page.setAttribute("aria-busy", "true");
    waiting.then(
      () => {
        if (this.waiting === waiting) this.open();
      },
      (error) => {
        if (this.waiting === waiting) this.fail(error);
      },
    );
  }

  /** Note that the chosen article is shown. Fetch its neighbours when the browser is idle. */
  arrived() {
    this.waiting = null;
    this.failed = false;
    this.page.removeAttribute("aria-busy");
    idle(() => {
      const { event, articles, state } = this.whole;
      if (this.waiting || !this.page.isConnected) return;
      const place = state.shown.indexOf(event);
      for (const neighbour of [state.shown[place + 1], state.shown[place - 1]]) {
        if (neighbour) articles.prefetch(neighbour);
      }
    });
  }

  /** @param {unknown} error */
  fail(error) {
    this.waiting = null;
    this.failed = true;
    this.opened = null;
    this.lit = null;
    this.sight.disconnect();
    const onclick = () => {
      this.page.focus({ preventScroll: true }); // the button is about to disappear
      this.open();
    };
    const words = h("p.failed", { role: "alert" }, sentence(error, "This article did not arrive."));
    this.page.replaceChildren(words, h("button.again", { type: "button", onclick }, "Try again"));
    this.page.removeAttribute("aria-busy");
  }

  /** Fetch the article again if the last fetch failed. */
  retry() {
    if (this.failed) this.open();
  }

  follow() {
    this.draw();
  }

  header() {
    const { event, facts, state } = this.whole;
    const { shown } = state;
    const place = shown.indexOf(event);
    /**
     * @param {string} label
     * @param {number} by
     * @param {string} title
     */
    const jump = (label, by, title) => {
      const disabled = !(place + by in shown);
      const onclick = () => this.whole.step(by);
      return h("button", { type: "button", disabled, onclick, title, "aria-label": title }, label);
    };
    const name = h("span.unseen", {}, `${facts.events[event].label}, `);
    const words = h("span.place", {}, name, `${place + 1} of ${shown.length}`);
    const earlier = jump("← Previous", -1, "Previous event");
    const title = "A page of this event alone, to link to. It needs no JavaScript.";
    const { eventPage } = this.whole.state.urls;
    const own = eventPage ? h("a.own", { href: eventPage.replace("{event}", event), title }, "Event page") : null;
    const later = jump("Next →", 1, "Next event");
    const isEdition = (/** @type {string} */ id) => facts.events[id].kind === "conference";
    const editions = facts.order.events.some(isEdition);
    const [before, after] = editions ? [this.editionTool("« Edition", -1), this.editionTool("Edition »", 1)] : [];
    const tools = h("div.tools", {}, own, before, earlier, words, later, after);
    return h("header", {}, h("h2", {}, "Article"), tools);
  }

  /**
   * Make the button that goes to the conference before or after. If there is none, it stays in its place, and says why.
   * @param {string} label
   * @param {-1 | 1} by
   */
  editionTool(label, by) {
    const edition = this.whole.edition(by);
    const attributes = {
      type: "button",
      "aria-label": by < 0 ? "Previous edition" : "Next edition",
      "aria-disabled": edition ? null : "true",
      title: edition ? this.whole.facts.events[edition].label : this.noEdition(by),
      onclick: () => this.whole.stepEdition(by),
    };
    return h("button", attributes, label);
  }

  /**
   * Say why there is no edition to go to.
   * @param {-1 | 1} by
   */
  noEdition(by) {
    const [noun] = this.whole.facts.vocabulary.kindNouns.conference;
    return `No ${noun} ${by < 0 ? "before" : "after"} this event passes the filters.`;
  }

  /**
   * Show a sentence instead of the number of the event, until another event is chosen.
   * @param {string} sentence
   */
  say(sentence) {
    const place = first(this.node, "header .place");
    if (place) place.textContent = sentence;
  }

  /**
   * Highlight the passage that states a role, a figure or a date, and open the card with its proof. An empty key only
   * removes the last highlight.
   * @param {string} at
   */
  light(at) {
    this.sight.disconnect();
    this.litSeen = false;
    for (const lit of all(this.page, "[data-lit]")) lit.removeAttribute("data-lit");
    first(this.page, "aside.proof")?.remove();
    if (!at) return;
    const passage =
      first(this.page, `.sentence[data-states~="${at}"]`) ??
      first(this.page, `.roles li[data-organizer="${at}"]`) ??
      first(this.page, `[data-at="${at}"]`)?.closest("li, dd");
    if (!passage) return;
    passage.setAttribute("data-lit", at);
    this.sight.observe(passage);
    const template = /** @type {HTMLTemplateElement | null} */ (first(this.page, `template[data-proof="${at}"]`));
    const proof = /** @type {HTMLElement | undefined} */ (template?.content.firstChild?.cloneNode(true));
    if (proof) {
      const copy = copyButton("Copy link to this claim", () => this.whole.link());
      const close = h("button", { type: "button", onclick: () => this.whole.closeProof() }, "Close");
      proof.append(h("footer", {}, copy, close));
      passage.closest("p, ul, dl")?.after(proof);
    }
    this.bring(passage, 0.06); // near the top of the pane, so that the card below is visible
  }

  /**
   * Tell whether a node is in the card of the proof.
   * @param {Element | null} node
   */
  has(node) {
    return Boolean(node?.closest("aside.proof") && this.page.contains(node));
  }

  /** Remember whether the highlighted passage is visible. After a resize, call the result to make it visible again. */
  keepLitInSight() {
    const seen = this.litSeen;
    return () => {
      const lit = first(this.page, "[data-lit]");
      if (!seen || !lit) return;
      const { top, bottom } = lit.getBoundingClientRect();
      const pane = this.scrolls() ? this.page.getBoundingClientRect() : { top: 0, bottom: innerHeight };
      if (top < pane.top || Math.min(bottom, top + 60) > pane.bottom) this.bring(lit, 0.06, "instant");
    };
  }

  /**
   * Scroll a node of the article into view. This scrolls the pane alone, or the page if the panes are stacked.
   * @param {Element} node
   * @param {number} share how far down in the pane
   * @param {ScrollBehavior} behavior
   */
  bring(node, share = 0.3, behavior = smooth()) {
    if (!this.scrolls()) {
      node.scrollIntoView({ block: share < 0.3 ? "start" : "center", behavior });
      return;
    }
    const [pane, box] = [this.page.getBoundingClientRect(), node.getBoundingClientRect()];
    const top = this.page.scrollTop + box.top - pane.top - (pane.height - box.height) * share;
    this.page.scrollTo({ top, behavior });
  }

  /** Tell whether the article scrolls within its pane, and not with the page. */
  scrolls() {
    return this.page.scrollHeight > this.page.clientHeight;
  }

  /** @param {MouseEvent} event */
  followLink(event) {
    const link = /** @type {Element} */ (event.target).closest("a[href^='#'], [data-here], .named");
    const target = /** @type {HTMLElement | null} */ (link);
    if (!target || (target.dataset.here && modified(event))) return;
    event.preventDefault();
    if (this.opened !== this.whole.event) return; // this is the previous article: the chosen one is still loading
    if (this.reading.took(event, target)) return;
    const { choose, at, organizer } = target.dataset;
    if (choose) this.whole.choose(choose);
    else if (at) this.whole.choose(this.whole.event, at);
    else if (organizer) {
      this.whole.choose(this.whole.event, organizer);
      this.whole.showRow(organizer);
    } else this.showNote(target);
  }

  /**
   * Scroll to the target of a link inside the article, and mark it.
   * @param {HTMLElement} link
   */
  showNote(link) {
    const node = first(this.page, `[id="${(link.getAttribute("href") ?? "").slice(1)}"]`);
    for (const old of all(this.page, "[data-seen]")) old.removeAttribute("data-seen");
    if (!node) return;
    node.setAttribute("data-seen", "");
    this.bring(node);
  }

  /** Prepare for paper: give each link to a source its readable address, which is printed below the link. */
  sheets() {
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(this.page, ".sources a[href^=http]"))) {
      link.dataset.address = readable(link.href);
    }
  }
}

/**
 * Decode the percent-encoded letters of an address.
 * @param {string} address
 */
function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
