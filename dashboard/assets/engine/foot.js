// The links at the foot of the page. The server wrote them for the choice that it knows. The reader may have chosen
// something else in the browser since then, so a link is written anew just before it is used.

import { toView } from "./address.js";
import { isHere, now, to } from "./state.js";

const LINK = ".colophon a[href^='?']";
/** What comes before a link is followed, copied or opened in another window. */
const BEFORE = ["pointerover", "focusin", "click"];

let tended = false;

/** Let the links at the foot lead to their pages with the present choice. */
export function tendFoot() {
  if (tended) return;
  tended = true;
  for (const kind of BEFORE) {
    document.addEventListener(kind, ({ target }) => lead(/** @type {Element} */ (target)), { capture: true });
  }
}

/** @param {Element} target */
function lead(target) {
  const link = target.closest?.(LINK);
  if (!link || !isHere() || !now()) return;
  const [query, part] = (link.getAttribute("href") ?? "").slice(1).split("#");
  const page = new URLSearchParams(query).get("page") ?? "";
  link.setAttribute("href", toView(to(page)) + (part ? `#${part}` : ""));
}
