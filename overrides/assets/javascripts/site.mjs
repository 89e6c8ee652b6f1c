/**
 * What every page runs once it is there: the menu, the theme button, the search button, and the components the page really holds.
 * The page is complete without any of it.
 */

import { mountHeadings, mountMenu } from "./menu.mjs";
import { mountPalette } from "./palette.mjs";
import { mountSearch } from "./search.mjs";
import { mountTables } from "./tables.mjs";

document.documentElement.classList.replace("no-js", "js");
mountMenu();
mountHeadings();
mountPalette();
mountSearch();
mountTables();

if (document.querySelector("ci-checklist")) import("./checklist.mjs");
if (document.querySelector("ci-progress")) import("./progress.mjs");
if (document.querySelector("ci-sortable")) import("./sortable.mjs");
if (document.querySelector("ci-parcours")) import("./parcours.mjs");
if (document.querySelector("ci-retroplanning")) import("./planner.mjs");
if (document.querySelector("ci-poids")) import("./weights-tool.mjs");
if (document.querySelector("ci-note")) import("./note.mjs");
if (document.querySelector("ci-relecteur")) import("./reader.mjs");
if (document.querySelector("ci-atelier")) import("./workshop.mjs");
if (document.querySelector("ci-seuils")) import("./thresholds-day.mjs");
if (document.querySelector("[data-until]")) import("./outdated.mjs");
if (document.querySelector("ci-case-files")) import("./case-files-page.mjs");

const booklet = document.querySelector(".ci-booklet");
if (booklet) import("./booklet.mjs").then(({ mountBooklet }) => mountBooklet(booklet));
