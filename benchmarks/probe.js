// Put into every page before its own scripts, the same for all apps: says when the views show what they should.
//
// What is drawn is read from the SVG itself: each point of a chart knows the trace and the place in it that it was
// drawn from, and so the ids in `customdata`. The article is known by its title. Open shadow roots are looked into.

(() => {
  let roots = [];
  const collect = (root) => [root, ...[...root.querySelectorAll("*")].filter((node) => node.shadowRoot).flatMap((node) => collect(node.shadowRoot))];
  const find = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const stale = () => roots.some((root) => root.host && !root.host.isConnected);

  /** The marks of both charts that are in the SVG, and the title of the article that is open. */
  const drawn = () => {
    const marks = [];
    for (const group of find(".js-plotly-plot .scatterlayer .trace")) {
      const ids = group.__data__?.[0]?.trace?.customdata;
      if (ids) for (const point of group.querySelectorAll("path.point")) marks.push({ key: [].concat(ids[point.__data__.i]).join(" "), point });
    }
    const title = find(".page h2")[0];
    const whole = title?.getClientRects().length && find(".page .text p").length && find(".page .sources li").length;
    return { marks, title: whole ? title.textContent : null };
  };

  const holds = (wanted) => {
    let now = drawn();
    if (!now.marks.length || !now.title || stale()) { roots = collect(document); now = drawn(); }
    if (now.title !== wanted.title || now.marks.length !== wanted.marks.length) return false;
    const keys = new Set(wanted.marks);
    return now.marks.every(({ key }) => keys.delete(key));
  };

  const frame = () => new Promise(requestAnimationFrame);
  const painted = () => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(null); });
  /** The moment after the first frame in which everything is as wanted. */
  const moment = async (wanted) => {
    do await frame(); while (!holds(wanted));
    await painted();
    return performance.now();
  };

  const probe = {
    pressed: 0,
    holds,
    watch: (wanted) => { probe.shown = moment(wanted); },
    /** Milliseconds from the press of the mouse, or from the start of the navigation, to the views. */
    sincePress: async () => (await probe.shown) - probe.pressed,
    sinceStart: () => probe.shown,
    /** Where the mark of an event lies on the timeline, whose marks have no second id. */
    place: (event) => {
      const mark = drawn().marks.find(({ key }) => key === event);
      const box = mark.point.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },
    /** The event under the mouse, as Plotly would report it on a click. */
    under: () => find(".js-plotly-plot").map((plot) => plot._hoverdata?.[0]?.customdata).filter((ids) => ids?.length === 1)[0]?.[0] ?? null,
  };
  addEventListener("pointerdown", (event) => { probe.pressed = event.timeStamp; }, true);
  window.probe = probe;
  if (window.wanted) probe.watch(window.wanted);
})();
