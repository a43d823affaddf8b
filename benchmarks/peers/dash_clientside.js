// The callback of the filters of dash_clientside.py: it filters both figures, and gives the event to open.
(years, organizers, whole, chosen, open) => {
  const { events, organizerKinds, columnsAre } = whole;
  const ids = Object.keys(events).filter((id) => {
    const { year, organizers: own } = events[id];
    return (!years.length || years.includes(year)) && (!organizers?.length || organizers.some((name) => own.includes(name)));
  });
  const conferences = ids.filter((id) => events[id].conference);

  /** Keep the points of these events in a trace. */
  const narrowed = (trace, shown) => {
    const kept = trace.customdata.map(([id]) => shown.has(id));
    const lists = Object.entries(trace).filter(([, list]) => Array.isArray(list) && list.length === kept.length);
    return { ...trace, ...Object.fromEntries(lists.map(([name, list]) => [name, list.filter((_, place) => kept[place])])) };
  };
  const figure = ({ data, layout }, shown, more = () => ({})) => {
    const traces = data.map((trace) => narrowed(trace, shown)).filter(({ customdata }) => customdata.length);
    return { data: traces, layout: { ...layout, ...more(traces, layout) } };
  };

  /** Order rows and columns of the matrix as the server does: by kind, by number of events, then by time. */
  const axes = (columns) => (_, { xaxis, yaxis }) => {
    const eventsOf = {};
    for (const id of columns) for (const name of events[id].organizers) (eventsOf[name] ??= new Set()).add(id);
    const rows = Object.keys(eventsOf).sort((a, b) => organizerKinds[a] - organizerKinds[b] || eventsOf[b].size - eventsOf[a].size);
    const axis = (old, values) => {
      const words = Object.fromEntries(old.tickvals.map((value, place) => [value, old.ticktext[place]]));
      return { ...old, categoryarray: values, tickvals: values, ticktext: values.map((value) => words[value]) };
    };
    return {
      height: 130 + 30 * rows.length,
      xaxis: { ...axis(xaxis, columns), range: [-0.5, columns.length - 0.5] },
      yaxis: { ...axis(yaxis, rows), range: [rows.length - 0.5, -0.5] },
    };
  };

  const columns = columnsAre === "all" || !conferences.length ? ids : conferences;
  const possible = conferences.length ? conferences : ids;
  const latest = possible.findLast((id) => events[id].begun);
  const event = ids.includes(chosen) ? chosen : (latest ?? possible[0] ?? null);
  return [
    figure(whole.timeline, new Set(ids)),
    figure(whole.matrix, new Set(columns), axes(columns)),
    event === open ? window.dash_clientside.no_update : event,
  ];
}
