/** A calendar file (RFC 5545): whole-day events, for Outlook, Thunderbird, Google and the others. */

import { addDays } from "./calendar.mjs";

const ENCODER = new TextEncoder();
const MOST_BYTES = 75;

/** `events`: [{ id, day, title, text }]; `stamp`: when the file is made. */
export function toIcs({ name, stamp, events }) {
  const moment = `${stamp.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Commander l'innovation//Retroplanning//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    `X-WR-CALNAME:${escape(name)}`,
    ...events.flatMap(({ id, day, title, text }) => [
      "BEGIN:VEVENT", `UID:${id}@commander-l-innovation`, `DTSTAMP:${moment}`,
      `DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escape(title)}`, ...(text ? [`DESCRIPTION:${escape(text)}`] : []), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function compact(day) {
  return day.replaceAll("-", "");
}

function escape(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ").replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** Lines of 75 bytes at most, never cut inside a letter; a line that goes on starts with a space. */
function fold(line) {
  let folded = "";
  let size = 0;
  for (const sign of line) {
    const bytes = ENCODER.encode(sign).length;
    if (size + bytes > MOST_BYTES) {
      folded += "\r\n ";
      size = 1;
    }
    folded += sign;
    size += bytes;
  }
  return folded;
}
