// The page where notes are written as they will be read (`web/assets/surface`), with the libraries it
// stands on (ProseMirror and markdown-it, MIT), in one file: `bin/editor` writes it,
// `vendor.test.mjs` makes it again and compares.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const surface = here("../../web/assets/surface");
const common = {
  bundle: true, target: "es2022", write: false, logLevel: "error", absWorkingDir: here("../../web/assets"),
  nodePaths: [here("./node_modules")], legalComments: "none",
  alias: { "linkify-it": `${surface}/linkify.js`, entities: `${surface}/entities.js` },
};
const made = async (options) => (await build({ ...common, ...options })).outputFiles[0].text;

const BANNER = "/*! ProseMirror and markdown-it, MIT: see vendor/README.md. Made by bin/editor. */";

/** The file, as text. */
export const bundle = () => made({
  entryPoints: [`${surface}/page.js`], minify: true, format: "iife", banner: { js: BANNER },
});

/** The way from a text to the surface and back, for tests. */
export const words = () => made({ entryPoints: [`${surface}/text.js`], format: "esm" });
