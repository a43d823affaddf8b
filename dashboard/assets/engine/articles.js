// A cache of articles. Each is fetched when it is read, and kept until the data changes.

/** @typedef {(address: string, signal: AbortSignal) => Promise<string>} Fetch gives the text at an address */

const PATIENCE = 20_000; // milliseconds before a fetch is given up
const INTENT = 50; // milliseconds on a mark or a choice before the article behind it is fetched

export class Articles {
  /** @param {Fetch} fetch */
  constructor(fetch) {
    this.fetch = fetch;
    this.address = "";
    /** @type {Map<string, string>} */
    this.texts = new Map();
    /** @type {Map<string, {text: Promise<string>, stop: AbortController}>} */
    this.underway = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.intent = undefined;
  }

  /**
   * Set the address of the articles. Articles from another address are forgotten.
   * @param {string} address with `{event}` in place of the id of an event
   */
  from(address) {
    if (address === this.address) return;
    this.stop();
    this.address = address;
    this.texts = new Map();
  }

  /**
   * Give the article about an event if it is in the cache.
   * @param {string} event
   */
  get(event) {
    return this.texts.get(event);
  }

  /**
   * Fetch the article about an event. A second call joins a fetch that is still running. A failed fetch can be repeated.
   * @param {string} event
   * @returns {Promise<string>}
   */
  load(event) {
    const { texts, underway } = this;
    const running = underway.get(event);
    if (running) return running.text;
    const stop = new AbortController();
    const patience = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)]);
    const text = this.fetch(
      this.address.replace("{event}", () => encodeURIComponent(event)),
      patience,
    )
      .then((html) => {
        texts.set(event, html);
        return html;
      })
      .finally(() => {
        if (underway.get(event)?.stop === stop) underway.delete(event);
      });
    underway.set(event, { text, stop });
    return text;
  }

  /**
   * Fetch an article that the reader may choose next, unless it is here. Tells whether it is here then.
   * @param {string} event
   */
  async prefetch(event) {
    if (!this.texts.has(event)) await this.load(event).catch(() => {});
    return this.texts.has(event);
  }

  /**
   * Do the same after a moment, unless the reader moves on. Call it with null when the reader has moved on.
   * @param {string | null} event
   * @param {() => void} come is called when the article is here
   */
  prefetchSoon(event, come) {
    clearTimeout(this.intent);
    if (event) this.intent = setTimeout(async () => (await this.prefetch(event)) && come(), INTENT);
  }

  /**
   * Stop all fetches except that of one event, which they would only slow down.
   * @param {string} [event]
   */
  stop(event) {
    for (const [other, { stop }] of this.underway) {
      if (other === event) continue;
      this.underway.delete(other);
      stop.abort();
    }
  }
}
