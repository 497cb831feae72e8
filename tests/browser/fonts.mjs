// Our two faces, cut down to the signs of French and English and to the weights that are used:
// `bin/fonts` writes them, `vendor.test.mjs` compares.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import subset from "subset-font";

const require = createRequire(import.meta.url);

/** Every sign between two, both included. */
const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join("");

/** Latin-1, and what French typography and our texts add to it. */
const SIGNS = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}ŒœŸ–—‘’‚“”„•…‹›€™−×÷←↑→↓\u2009\u2011\u202f`;

/** Each file of `web/assets/font`: the package it is of, its file there, its weights. */
export const FACES = [
  ["figtree.woff2", "figtree", "figtree-latin-wght-normal", [400, 800]],
  ["literata.woff2", "literata", "literata-latin-wght-normal", [400, 700]],
  ["literata-italic.woff2", "literata", "literata-latin-wght-italic", [400, 700]],
];

/** One of them, as bytes. */
export async function face([, name, file, [min, max]]) {
  const whole = readFileSync(require.resolve(`@fontsource-variable/${name}/files/${file}.woff2`));
  return subset(whole, SIGNS, { targetFormat: "woff2", variationAxes: { wght: { min, max } } });
}
