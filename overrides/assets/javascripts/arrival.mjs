/** True when the reader has just come to the page: after a reload or a step back, what fills a form is only the browser restoring it. */
export function isFreshArrival() {
  return performance.getEntriesByType("navigation")[0]?.type === "navigate";
}
