// Added to every page before its own scripts, the same for all apps: it tells when the views show what they should.
//
// The marks are read from the SVG itself. Each point of a chart has its trace and its index there, which give the ids in
// `customdata`. The article is recognized by its title. Open shadow roots are searched too.

(() => {
  let roots = [];
  const collect = (root) => [root, ...[...root.querySelectorAll("*")].filter((node) => node.shadowRoot).flatMap((node) => collect(node.shadowRoot))];
  const find = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const stale = () => roots.some((root) => root.host && !root.host.isConnected);

  /** The visible points of both charts in the SVG, each with the ids of its mark. */
  const drawn = () => {
    const marks = [];
    for (const group of find(".js-plotly-plot .scatterlayer .trace")) {
      const ids = group.style.display === "none" ? null : group.__data__?.[0]?.trace?.customdata;
      if (!ids) continue;
      for (const point of group.querySelectorAll("path.point")) {
        const { display, visibility, opacity } = point.style;
        // The labels of this app hang on points that nobody sees.
        if (display !== "none" && visibility !== "hidden" && opacity !== "0") marks.push({ ids: ids[point.__data__.i], point });
      }
    }
    // The app gathers marks that would cover each other in a number, which names their events.
    for (const number of find("[data-spot]")) {
      for (const id of number.dataset.spot.split(" ")) marks.push({ ids: [id], point: number });
    }
    return marks;
  };
  const key = ({ ids }) => [].concat(ids).join(" ");

  /** The title of the article that is open, if its text and its sources are there. */
  const title = () => {
    const heading = find(".page h2")[0];
    const whole = heading?.getClientRects().length && find(".page .text p").length && find(".page .sources li").length;
    return whole ? heading.textContent : null;
  };

  // The number is compared before the ids, because a slow check would slow down what is measured. If no title is expected,
  // only the charts are checked.
  const holds = (expected) => {
    let marks = drawn();
    if (!marks.length || !title() || stale()) { roots = collect(document); marks = drawn(); }
    if (marks.length !== expected.marks.length || (expected.title ?? title()) !== title()) return false;
    const keys = new Set(expected.marks);
    return marks.every((mark) => keys.delete(key(mark)));
  };

  const frame = () => new Promise(requestAnimationFrame);
  const painted = () => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(null); });
  /** The longest wait for anything, in milliseconds. */
  const PATIENCE = 180_000;
  /** The moment after the first frame in which everything is as expected. */
  const moment = async (expected) => {
    const late = performance.now() + PATIENCE;
    do {
      if (performance.now() > late) throw new Error("the views do not show what they must");
      await frame();
    } while (!holds(expected));
    await painted();
    return performance.now();
  };
  /** The moment after the first frame with the heading of the page; null if the views are there without it. */
  const headed = async (heading, shown) => {
    let over = false;
    shown.finally(() => { over = true; }).catch(() => {});
    do {
      if (over) return null;
      await frame();
      roots = collect(document);
    } while (!find("h1").some((h1) => h1.textContent.includes(heading) && h1.getClientRects().length));
    await painted();
    return performance.now();
  };

  const probe = {
    pressed: 0,
    holds,
    watch: (expected) => { probe.shown = moment(expected); },
    /** Milliseconds from the press of the mouse, or from the start of the navigation, to the views. */
    sincePress: async () => (await probe.shown) - probe.pressed,
    sinceStart: () => probe.shown,
    /** The same as `sincePress`, or null if it takes longer than so many milliseconds. */
    sincePressWithin: (most) => Promise.race([probe.sincePress(), new Promise((resolve) => { setTimeout(resolve, most, null); })]),
    /** Milliseconds from the start of the navigation to the heading of the page. */
    sinceStartToHeading: () => probe.heading,
    /** When the browser first painted text or a picture. It reports this with a delay. */
    firstPaint: async () => {
      const late = performance.now() + 5000;
      while (performance.now() < late) {
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        if (paint) return paint.startTime;
        await frame();
      }
      return null;
    },
    /** The place of the mark of an event on the timeline, whose marks have only one id. */
    place: (event) => {
      const mark = drawn().find((each) => key(each) === event);
      const box = mark.point.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },
    /** The events that have a mark of their own on the timeline. Others are behind a number. */
    single: () => drawn().filter(({ ids, point }) => [].concat(ids).length === 1 && point.matches("path")).map(key),
    /** The event under the mouse, as Plotly would report it on a click. */
    under: () => find(".js-plotly-plot").map((plot) => plot._hoverdata?.[0]?.customdata).filter((ids) => ids?.length === 1)[0]?.[0] ?? null,
  };
  addEventListener("pointerdown", (event) => { probe.pressed = event.timeStamp; }, true);
  window.probe = probe;
  if (window.expected) {
    probe.watch(window.expected);
    probe.heading = headed(window.expected.heading, probe.shown);
  }
})();
