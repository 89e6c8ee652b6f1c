/**
 * The sheet and the sizes that every word processor file shares, so that a .docx and an .odt of the same order fall on the same pages.
 * Lengths are in twentieths of a point and letters in half points, as .docx counts them. order-length.mjs was measured on these.
 */

/* A4, 2 cm of margin. */
export const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1247, right: 1134, bottom: 1134, left: 1134, header: 567, footer: 567 } };
export const FONT = "Arial";
export const GREY = "555555";
export const BODY = { size: 20, after: 80 };
export const SMALL = 18;
export const TITLE = { size: 40, before: 0, after: 80 };
/* Two pages are read by hand: smaller headings than in the lists. */
export const ORDER_HEADINGS = { 1: { size: 24, before: 140, after: 40 }, 2: { size: 21, before: 120, after: 40 } };
export const BULLET = { left: 720, hanging: 360 }; /* what the docx library sets by itself */
