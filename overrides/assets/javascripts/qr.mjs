/** The address of a page as a QR code, drawn here: nothing is asked of anyone. For paper, where an address cannot be clicked. */

import { correction, generate } from "./vendor/lean-qr-2.7.4/lean-qr.mjs";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; /* the white edge that readers need, in modules */

/** An <svg> named `label`, or null for an address that is not shareable. */
export function qrCode(address, label) {
  if (!isShareable(address)) return null;
  const code = generate(address, { minCorrectionLevel: correction.M });
  const side = code.size + 2 * QUIET;
  const drawing = element("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, class: "ci-qr", "shape-rendering": "crispEdges" });
  drawing.append(element("path", { d: `M0 0h${side}v${side}h-${side}z`, fill: "#fff" }), element("path", { d: outline(code), fill: "#000" }));
  return drawing;
}

/** Whether others could open `address`: not a file, nor a preview on this machine. */
export function isShareable(address) {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return false;
  return !/^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(url.hostname);
}

/** Dark modules, one rectangle for each run of them. */
function outline(code) {
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      const start = x;
      while (code.get(x, y)) x += 1;
      if (x > start) path += `M${start + QUIET} ${y + QUIET}h${x - start}v1h-${x - start}z`;
    }
  }
  return path;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
