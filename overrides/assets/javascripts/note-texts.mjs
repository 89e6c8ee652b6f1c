/** Which function words which note. Pure. */

import { justificationNote } from "./note-justification.mjs";
import { opportunityNote } from "./note-opportunity.mjs";
import { qualificationNote } from "./note-qualification.mjs";

const WRITERS = { opportunite: opportunityNote, qualification: qualificationNote, justification: justificationNote };

/** { lead, texts: { section: proposed text } }. `data` is what macros/rendering/notes.py publishes; `answersOf(id)`, the answers to a wizard. */
export function noteTexts(note, data, answersOf, tools) {
  return WRITERS[note](data, answersOf, tools);
}
