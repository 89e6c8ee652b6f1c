/** The order being written in the workshop, as a text to reread; "" when the dossier holds none. */

import { orderText } from "./order-document.mjs";
import { TOOL, cleanOrder, isEmpty } from "./order-state.mjs";

/** `source`: the outline of the workshop, as the page publishes it. */
export function workshopOrder(stored, source) {
  if (!source) return "";
  try {
    const outline = JSON.parse(source);
    const kept = stored.read().tools[TOOL];
    return isEmpty(cleanOrder(kept, outline)) ? "" : orderText(kept, outline);
  } catch {
    return "";
  }
}
