// A part of the page that is loaded when the reader asks for it. A failed load is repeated after a while, and when the
// connection is back, as long as the part is wanted.

import { connected } from "./connection.js";

const [SOON, LATEST] = [2_000, 60_000]; // milliseconds before a load is repeated; they double each time

/** @template Loaded */
export class Wanted {
  /**
   * @param {() => Promise<Loaded>} load
   * @param {{isWanted: () => boolean, come: (loaded: Loaded) => void, fail: () => void}} how `come` is called once, `fail`
   *   after each load that fails
   */
  constructor(load, { isWanted, come, fail }) {
    this.load = load;
    this.isWanted = isWanted;
    this.come = come;
    this.fail = fail;
    this.loading = false;
    this.here = false;
    this.failures = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.again = undefined;
    this.restored = () => {
      if (this.failures && connected()) this.ask();
    };
    addEventListener("connection", this.restored);
  }

  remove() {
    clearTimeout(this.again);
    removeEventListener("connection", this.restored);
  }

  /** Load the part, if it is wanted and neither here nor on its way. */
  async ask() {
    if (this.here || this.loading || !this.isWanted()) return;
    clearTimeout(this.again);
    this.loading = true;
    const loaded = await this.load().catch(() => null);
    this.loading = false;
    if (loaded !== null) {
      this.here = true;
      this.come(loaded);
    } else if (this.isWanted()) {
      this.again = setTimeout(() => this.ask(), Math.min(SOON * 2 ** this.failures, LATEST));
      this.failures += 1;
      this.fail();
    }
  }
}
