/** Words out of the data, as the site writes them. */

import { nice } from "./case-file-words.mjs";

export function written(text) {
  return nice(text).replaceAll("'", "’");
}
