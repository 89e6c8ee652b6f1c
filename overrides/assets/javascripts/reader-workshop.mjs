/** The order being written in the workshop, as a text to reread; "" when the dossier holds none. */

export function workshopOrder() {
  return "";
}
