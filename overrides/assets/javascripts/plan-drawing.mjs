/** A plan as a drawing: a row a stage, full bars for what the law fixes, dashed ones for the rest. The table beside it says everything. */

import { addMonths, daysBetween, longDay } from "./calendar.mjs";
import { written } from "./planner-words.mjs";

const SVG = "http://www.w3.org/2000/svg";
const ROW = 52;
const HEAD = 22;
const MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const MOST_TICKS = 7;
const LEAST_WIDTH = 0.8; /* percent: a stage of no length is still seen */

export function drawPlan(plan, rows, id = "ci-plan") {
  const stages = rows.filter(({ kind }) => kind === "law" || kind === "own");
  const span = Math.max(daysBetween(plan.start, plan.signature), 1);
  const across = (day) => `${((100 * daysBetween(plan.start, day)) / span).toFixed(2)}%`;
  const height = HEAD + ROW * stages.length;
  const drawing = make("svg", { class: "ci-timeline ci-plan__drawing", width: "100%", height, role: "img", "aria-labelledby": `${id}-titre ${id}-texte` });
  drawing.append(
    make("title", { id: `${id}-titre` }, written(`Calendrier : ${plan.course.title}`)),
    make("desc", { id: `${id}-texte` }, written(`Du ${longDay(plan.start)} au ${longDay(plan.signature)}. ${stages.map((row) => `${row.stage}, jusqu’au ${longDay(row.end)}`).join(" ; ")}.`)),
  );
  for (const day of monthsOf(plan.start, plan.signature)) {
    drawing.append(
      make("line", { class: "ci-timeline__rule", x1: across(day), y1: HEAD - 6, x2: across(day), y2: height }),
      make("text", { class: "ci-plan__month", x: across(day), y: 12 }, `${MONTHS[+day.slice(5, 7) - 1]}\u00a0${day.slice(2, 4)}`),
    );
  }
  stages.forEach((row, rank) => drawing.append(...rowOf(row, HEAD + ROW * rank, across, span)));
  return drawing;
}

function rowOf(row, top, across, span) {
  const width = Math.max((100 * daysBetween(row.start, row.end)) / span, LEAST_WIDTH);
  return [
    make("text", { class: "ci-timeline__label", x: 0, y: top + 16 }, written(row.stage)),
    make("rect", { class: row.kind === "law" ? "ci-timeline__bar" : "ci-timeline__free", x: across(row.start), y: top + 23, width: `${Math.min(width, 100).toFixed(2)}%`, height: 16 }),
  ];
}

/** The first days of the months of the plan, thinned out so that their names do not touch. */
function monthsOf(start, end) {
  const months = [];
  for (let day = addMonths(`${start.slice(0, 7)}-01`, 1); day <= end; day = addMonths(day, 1)) months.push(day);
  const step = Math.ceil(months.length / MOST_TICKS);
  /* The last one would stick out of the drawing. */
  return months.filter((day, rank) => rank % step === 0 && daysBetween(day, end) * 10 > daysBetween(start, end));
}

function make(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
