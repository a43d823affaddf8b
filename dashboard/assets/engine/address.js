// What an address says: its parameters, whatever their order. Streamlit has parameters of its own in it.

const STREAMLIT = new Set(["embed", "embed_options"]); // what Streamlit reads of the address, whatever is shown

/**
 * Sort the parameters of a query, so that two that say the same are the same text.
 * @param {string} query
 */
export function plain(query) {
  const pairs = [...new URLSearchParams(query)].filter(([name]) => !STREAMLIT.has(name));
  return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

/**
 * Give a query with the parameters that Streamlit has in another.
 * @param {string} query
 * @param {string} present
 */
export function embedded(query, present) {
  const kept = [...new URLSearchParams(present)].filter(([name]) => STREAMLIT.has(name));
  return [query, new URLSearchParams(kept).toString()].filter(Boolean).join("&");
}

/**
 * Give a query with what is chosen beside the filters; what is as it is at first is not said.
 * @param {{query: string, event: string | null, at: string, columnsAre: string, sort: string}} state
 * @param {string} [weight] the weights of events to ask for instead
 */
export function linkTo({ query, event, at, columnsAre, sort }, weight) {
  const asked = new URLSearchParams(query);
  if (weight) asked.set("weight", weight);
  const columns = columnsAre === "conferences" ? "" : columnsAre;
  for (const [name, value] of Object.entries({ event, at, columns, sort: sort === "kind" ? "" : sort })) {
    if (value) asked.set(name, value);
  }
  return asked.toString();
}
