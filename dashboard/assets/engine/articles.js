// The articles: fetched one by one when they are read, and kept as long as the data are the same.

/** @typedef {(address: string, signal: AbortSignal) => Promise<string>} Fetch gives the text at an address */

const PATIENCE = 20_000; // milliseconds after which an article that does not come is given up

export class Articles {
  /** @param {Fetch} fetch */
  constructor(fetch) {
    this.fetch = fetch;
    this.address = "";
    /** @type {Map<string, string>} */
    this.texts = new Map();
    /** @type {Map<string, {text: Promise<string>, stop: AbortController}>} */
    this.underway = new Map();
  }

  /**
   * Set where the articles are; those from elsewhere are forgotten.
   * @param {string} address with `{event}` in place of the id of an event
   */
  from(address) {
    if (address === this.address) return;
    this.stop();
    this.address = address;
    this.texts = new Map();
  }

  /**
   * The article about an event, if it is here.
   * @param {string} event
   */
  get(event) {
    return this.texts.get(event);
  }

  /**
   * Fetch the article about an event, once at a time; a failed fetch may be tried again.
   * @param {string} event
   * @returns {Promise<string>}
   */
  load(event) {
    const { texts, underway } = this;
    const before = underway.get(event);
    if (before) return before.text;
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
   * Stop fetching, but for the article about one event: the others would only hold it up.
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
