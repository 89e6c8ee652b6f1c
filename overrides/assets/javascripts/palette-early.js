/*
 * Applies the reader's theme before the first paint. A classic script in the head, because a module would come too late and the
 * page would flash. It only reads: palette.mjs is the one that writes, under the same key.
 */
(function () {
  try {
    var sitePath = new URL("../../", document.currentScript.src).pathname;
    var theme = localStorage.getItem("ci:" + sitePath + ":theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (error) {
    /* Storage refused: the theme of the system applies. */
  }
})();
