// Where the card of the tour is put.

/** The width of the card and its distance from the pane, in pixels; as in linked.css. */
const [WIDTH, AWAY] = [330, 14];

/**
 * Give the place of the card beside a pane: to its right if there is room, else to its left; null if there is none, and
 * for a pane that is not drawn, such as the timeline behind the map or the filters in their closed sheet.
 * @param {{left: number, right: number}} pane
 * @param {{left: number, right: number}} whole
 * @returns {{side: "left" | "right", left: number} | null} `left` is measured from the left edge of the whole
 */
export function beside(pane, whole) {
  if (pane.right <= pane.left) return null;
  if (pane.right + AWAY + WIDTH <= whole.right) return { side: "right", left: pane.right + AWAY - whole.left };
  if (pane.left - AWAY - WIDTH >= whole.left) return { side: "left", left: pane.left - AWAY - WIDTH - whole.left };
  return null;
}
