// A browser, a running site, and axe.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Debian's Chromium, told to speak to nobody but us. */
export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
  // Notes are written in the plain field, unless a test is about the page that lies over it.
  const open = browser.newContext.bind(browser);
  browser.newContext = async ({ surface = "plain", ...options } = {}) => {
    const context = await open(options);
    await context.addInitScript((choice) => { try { localStorage.setItem("surface", choice); } catch {} }, surface);
    return context;
  };
  return browser;
}

const PROGRAM = process.env.SILLAGE || new URL("../../target/debug/sillage", import.meta.url).pathname;

/** Starts the program; ready once it has said `sign`. */
async function start(args, env, sign) {
  const child = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  let told = "";
  let log = "";
  child.stderr.on("data", (text) => {
    log += text;
    if (!env.RUST_LOG) process.stderr.write(text);
  });
  await new Promise((ready, failed) => {
    child.on("exit", (code) => failed(new Error(`${args[0]} ended with ${code}:\n${told}`)));
    child.stdout.on("data", (text) => {
      told += text;
      if (told.includes(sign)) ready();
    });
  });
  const found = (pattern) => told.match(pattern)[1];
  const stop = () => new Promise((ended) => {
    child.removeAllListeners("exit");
    if (child.exitCode !== null) return ended();
    child.on("exit", ended);
    child.kill("SIGTERM");
  });
  return { found, stop, log: () => told + log };
}

/** A command, run to its end on the data of `folder`: how it ended, and what it wrote. */
export function ran(args, folder, env) {
  const { status, stdout, stderr } = spawnSync(PROGRAM, args, { encoding: "utf8", env: { ...process.env, ...data(folder), ...env } });
  return { status, out: stdout, log: stdout + stderr };
}

const data = (folder) => ({ DATABASE_URL: `${folder}/sillage.db`, KEYS_DATABASE_URL: `${folder}/keys.db` });

/** The site on lasting data of its own, in `folder`, with `env`. */
export async function serve(folder, env) {
  const { found, ...site } = await start(["serve", "--listen", "127.0.0.1:0"], { ...data(folder), ...env }, "Sillage :");
  return { origin: found(/Sillage : (\S+)/), first: found(/(http\S+\/animer\/\S+)/), ...site };
}

/** Starts the demonstration on a free port; stops it when told. */
export async function demo() {
  const { found, stop } = await start(["demo", "--listen", "127.0.0.1:0"], {}, "Ctrl+C");
  return {
    newcomer: found(/Newcomer\s+(\S+)/),
    facilitator: found(/Facilitator (\S+)/),
    editor: found(/Editor\s+(\S+)/),
    stop,
  };
}

/** What axe finds on a page, in the words a person needs to mend it. */
export async function violations(page) {
  // Our own policy forbids inline scripts; the tool is put in from outside the page.
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), tags);
  return found.violations.flatMap((one) =>
    one.nodes.map((node) => `${page.url()} ${one.id}: ${node.html} (${node.failureSummary})`));
}

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** A window of its own; everything it asks of another site is a failure. */
export async function open(browser, site, options = {}) {
  const context = await browser.newContext({
    locale: "fr-CA", viewport: PHONE, reducedMotion: "reduce", ...options,
  });
  const page = await context.newPage();
  const troubles = [];
  const origin = new URL(site.newcomer).origin;
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) troubles.push(`asked ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  return { context, page, troubles };
}

/** Looks at a page at both widths and in both lights. */
export async function looked(page) {
  const found = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      found.push(...await violations(page));
    }
    const wide = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${page.url()} is ${wide} pixels too wide at ${viewport.width}`);
  }
  assert.equal([...new Set(found)].join("\n"), "");
}

/** Follows a link or sends a form: done once the next page is there. */
export async function go(page, selector) {
  const arrived = page.waitForEvent("domcontentloaded");
  await page.click(selector);
  await arrived;
}

/** Waits, at most half a minute, until `test` is true in the page, or its promise comes true: one
 * that waits on the browser's own caches does not count as true for being a promise. */
export async function until(page, test, what) {
  for (const end = Date.now() + 30_000; ;) {
    // A page that is being left answers nothing.
    const held = await page.evaluateHandle(test, what).then((one) => one.evaluate((found) => Boolean(found))).catch((error) => {
      if (!/context was destroyed|navigat/.test(error.message)) throw error;
    });
    if (held) return;
    if (Date.now() > end) throw new Error(`not in half a minute: ${test}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}
/** Nothing waits any more: neither where a page keeps it, nor where worker.js does. */
export const empty = (page) => until(page, async () => {
  const held = await caches.open("sillage-envois");
  return (await held.keys()).length === 0 && (localStorage.getItem("sillage:envois") || "[]") === "[]";
});
