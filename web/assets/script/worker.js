// Keeps the pages of a path on the phone, for when the network is not there. Online, the
// network always comes first; a page that was kept is shown after eight seconds of silence.
// Only what bears our mark comes from the site: a wifi, or a proxy whose site is away, answers
// in our place.
const ours = (answer) => answer.type === "opaqueredirect" || answer.headers.has("x-request-id");
const FILES = "sillage-statique", PAGES = "sillage-parcours", SENT = "sillage-envois", TAKEN = "sillage-recus", PATIENCE = 8000;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
const keep = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok || answer.redirected || !ours(answer)) return;
  const cache = await caches.open(PAGES);
  await cache.put(address, answer);
};
self.addEventListener("message", (event) => {
  const { keep: addresses = [], files = [] } = event.data || {};
  event.waitUntil(Promise.allSettled([...addresses.map(keep), ...files.map((one) => file(new Request(one)))]));
});
async function file(request) {
  const cache = await caches.open(FILES);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok && ours(answer)) await cache.put(request, answer.clone());
  return answer;
}
async function kept(request) {
  const cache = await caches.open(PAGES);
  const plain = request.url.split(/[?#]/)[0];
  const own = (await cache.match(request)) || (await cache.match(plain));
  // The moment of a publication is kept nowhere: the step after it is.
  return own || cache.match(plain.replace(/\/en-route$/, "/parcours/merci") + "?vierge=1");
}
async function page(request) {
  const cache = await caches.open(PAGES);
  const asked = fetch(request).then(async (answer) => {
    if (!ours(answer)) throw new Error("not the site", { cause: answer });
    // Whoever held this phone's place does not any more: what was kept of it goes.
    const away = answer.redirected && !/\/(parcours|main)/.test(new URL(answer.url).pathname);
    if (away || [401, 403].includes(answer.status)) await caches.delete(PAGES);
    if (answer.ok && !answer.redirected) await cache.put(request.url.split("#")[0], answer.clone());
    return answer;
  });
  const known = await kept(request);
  // Nothing kept: whatever answered, answers.
  if (!known) return asked.catch((trouble) => trouble.cause || Promise.reject(trouble));
  const patience = new Promise((done) => setTimeout(done, PATIENCE, known));
  return Promise.race([asked.catch(() => known), patience]);
}
// Whether it is the site that answers. A wifi that sends a form elsewhere does it in a way
// nobody can see: so it is asked before the form leaves.
// Slow is not absent; on a path, what is slow may as well leave later.
const QUICK = 4000, SLOW = 20000;
async function here(patience) {
  try {
    const asked = { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(patience) };
    return (await fetch("/sante?vie", asked)).headers.has("x-request-id");
  } catch { return false; }
}
async function sent(request, patience) {
  const copy = request.clone();
  if (!await here(patience)) throw new Error("not the site");
  const answer = await fetch(request);
  if (!ours(answer)) throw new Error("not the site");
  // Taken: the page that keeps its words may let go of them (kept.js).
  if (answer.type === "opaqueredirect") await noted(copy).catch(() => {});
  return answer;
}
const KNOWN = 50;
async function noted(request) {
  if (!(request.headers.get("content-type") || "").startsWith("application/x-www-form-urlencoded")) return;
  const id = new URLSearchParams(await request.text()).get("command_id");
  if (!id) return;
  const cache = await caches.open(TAKEN), known = await cache.keys();
  await cache.put(`/recus/${id}`, new Response(""));
  for (const one of known.slice(0, Math.max(0, known.length - KNOWN))) await cache.delete(one);
}
// A form that falls on its way stays on its page, which says so: an answer without a page
// leaves the browser where it is.
async function hold() {
  // Whose form it was, the page that sent it knows.
  for (const page of await self.clients.matchAll({ type: "window" })) page.postMessage("stay");
  return new Response(null, { status: 204 });
}
const stay = (request) => sent(request, SLOW).catch(hold);
// On a path, it is kept whole, and its owner goes on to the next step.
async function form(request) {
  const copy = request.clone();
  try {
    return await sent(request, QUICK);
  } catch {
    const body = [...new URLSearchParams(await copy.text())];
    const of = (name) => (body.find(([known]) => known === name) || [])[1];
    const id = of("command_id"), next = of("suite");
    try {
      if (!id || !next.startsWith("/a/")) throw new Error("not of a path");
      const cache = await caches.open(SENT);
      await cache.put(`/envois/${id}`, new Response(JSON.stringify({ id, who: of("qui"), url: request.url, body })));
      return Response.redirect(next, 303);
    } catch {
      // Nowhere to keep it.
      return hold();
    }
  }
}
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && request.mode === "navigate") event.respondWith(pathname.startsWith("/a/") ? form(request) : stay(request));
  if (request.method !== "GET") return;
  if (pathname.startsWith("/statique/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && /^\/a\/[^/]+\/(parcours|main)/.test(pathname)) event.respondWith(page(request));
});
