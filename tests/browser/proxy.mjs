// A small proxy to stand between a browser and the site, and do what proxies, wifis and
// cables do: answer in its place, cut, lose an answer on its way, hold one back.
import { createServer, request } from "node:http";

/** What a proxy answers while its site is away. */
export const answers = (status, type = "text/html") => (req, res) => {
  res.writeHead(status, { "content-type": type });
  res.end(`<!doctype html><title>${status}</title><h1>Le proxy a dit ${status}</h1>`);
};
/** The wifi of a school. */
export const portal = (req, res) => answers(200)(req, res);
/** Nobody. */
export const cut = (req) => { req.socket.destroy(); };

/**
 * A proxy before `site` (what `demo()` gives): the same site at its own address. Set `rule` to
 * a function of a request that gives back one of the answers above, or nothing to let it
 * through; `wait` is how long each request takes, in milliseconds. `seen` has what was asked, `open()` the streams that are held now.
 */
export async function proxy(site) {
  const behind = new URL(site.newcomer);
  const seen = [], live = new Set(), sockets = new Set();
  const one = { rule: null, lose: null, wait: 0, seen, open: () => [...live] };
  const server = createServer((req, res) => {
    seen.push(`${req.method} ${req.url}`);
    const answer = one.rule?.(req);
    if (answer) { answer(req, res); return; }
    setTimeout(through, one.wait, req, res);
  });
  function through(req, res) {
    const ask = request({ host: behind.hostname, port: behind.port, path: req.url, method: req.method, headers: req.headers }, (from) => {
      // Taken by the site, and its answer lost.
      if (one.lose?.(req)) { from.resume(); from.on("end", () => req.socket.destroy()); return; }
      if (/event-stream/.test(from.headers["content-type"] || "") && !/coup=1/.test(req.url)) {
        live.add(req.url);
        res.on("close", () => live.delete(req.url));
      }
      res.writeHead(from.statusCode, from.rawHeaders);
      from.pipe(res);
      from.on("error", () => res.destroy());
    });
    res.on("close", () => ask.destroy());
    ask.on("error", () => res.destroy());
    req.pipe(ask);
  }
  server.on("connection", (socket) => { sockets.add(socket); socket.on("close", () => sockets.delete(socket)); });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const here = (url) => origin + new URL(url).pathname + new URL(url).search;
  /** Every connection there is ends at once. */
  one.sever = () => { for (const socket of sockets) socket.destroy(); };
  one.stop = () => new Promise((ended) => { server.close(ended); one.sever(); });
  return Object.assign(one, { origin, newcomer: here(site.newcomer), facilitator: here(site.facilitator), editor: here(site.editor) });
}
