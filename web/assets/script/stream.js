// What comes from the server as it happens, for the live pages of one browser. A browser
// opens six connections to a site over HTTP/1.1, in all its windows: one of them listens here,
// for the page that asked first; the others ask every few seconds. What no eye is on is let
// go, and taken up again from the last position seen: nothing is missed.
function sillageHub() {
  const SILENCE = 45000, POLL = 3000, FIRST = 500, SLOW = 5000, SLOWEST = 30000, ENDED = 60000, GONE = 120000;
  const streams = new Map();
  // Keys of forms are new each time, and say nothing.
  const plain = (html) => html.replace(/name="command_id" value="[^"]*"/g, "");
  const watched = (one) => [...one.listeners].some((listener) => !listener.hidden);
  const tell = (one, message) => { for (const listener of one.listeners) listener.send(message); };
  const turn = (one, state) => {
    if (one.state === state) return;
    one.state = state;
    tell(one, { state });
  };
  function take(one, event, data) {
    if (event === "row") {
      one.rows.set(data.match(/id="([^"]+)"/)?.[1], data);
    } else {
      if (one.last.has(event) && plain(one.last.get(event)) === plain(data)) return;
      one.last.set(event, data);
    }
    tell(one, { event, data });
  }
  // One block of the protocol: its position goes with it.
  function read(one, block) {
    const fields = {};
    for (const line of block.split("\n")) {
      const at = line.indexOf(":");
      if (at > 0) fields[line.slice(0, at)] = line.slice(at + 1).replace(/^ /, "");
    }
    if (fields.event && fields.data !== undefined) take(one, fields.event, fields.data);
    if (/^\d+$/.test(fields.id || "")) one.from = Number(fields.id);
  }
  // Whoever holds the one connection of this browser.
  const holder = () => [...streams.values()].find((one) => one.open);
  async function ask(one) {
    const once = one.polls || holder() !== undefined;
    one.open = !once;
    const control = one.control = new AbortController();
    let silence = null;
    const heard = () => { clearTimeout(silence); silence = setTimeout(() => control.abort(), SILENCE); };
    try {
      heard();
      const address = `${one.url}&depuis=${one.from}${once ? "&coup=1" : ""}`;
      const headers = { "accept-language": one.language };
      const answer = await fetch(address, { headers, cache: "no-store", redirect: "manual", signal: control.signal });
      if (!(answer.headers.get("content-type") || "").startsWith("text/event-stream")) {
        const ours = answer.headers.has("x-request-id");
        if (ours && [401, 403, 404, 410].includes(answer.status)) return "ended";
        // Too many streams from this address: it is asked now and then.
        one.polls = ours && answer.status === 503;
        return "lost";
      }
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return once ? "polled" : "over";
        heard();
        const blocks = (text + value).split("\n\n");
        text = blocks.pop();
        for (const block of blocks) read(one, block);
        if (blocks.length) { one.tries = 0; turn(one, "live"); }
      }
    } catch {
      return "lost";
    } finally {
      clearTimeout(silence);
      if (one.control === control) one.open = false;
    }
  }
  async function run(one) {
    if (one.running) return;
    one.running = true;
    while (watched(one)) {
      const end = await ask(one);
      if (!watched(one)) break;
      // A stream that only came to its end is taken up at once; the sentence is for the rest.
      if (end === "lost" || (end === "over" && one.tries > 0)) turn(one, "lost");
      if (end === "ended") turn(one, "ended");
      one.tries += end === "polled" ? 0 : 1;
      // Not all the browsers of a room at once.
      const most = { ended: ENDED, polled: POLL }[end] || Math.min(FIRST * 2 ** one.tries, one.tries > 20 ? SLOWEST : SLOW);
      await new Promise((done) => { one.wake = done; setTimeout(done, most * (0.5 + Math.random() / 2)); });
    }
    one.running = false;
    // Somebody may have looked again meanwhile.
    if (watched(one)) run(one);
  }
  function rest(one) {
    if (!one.listeners.size) streams.delete(one.key);
    if (watched(one)) { one.wake?.(); run(one); } else { one.control?.abort(); one.wake?.(); }
  }
  setInterval(() => {
    for (const one of streams.values()) {
      for (const listener of one.listeners) if (!listener.hidden && Date.now() - listener.seen > GONE) one.listeners.delete(listener);
      if (!watched(one)) rest(one);
    }
  }, 30000);
  self.addEventListener("online", () => { for (const one of streams.values()) one.wake?.(); });

  /** A page joins: `url` of its stream, `who` looks, in which `language`, whether it is `hidden`. */
  function join({ url, who, language, hidden }, send) {
    const address = new URL(url, self.location.origin);
    const from = Number(address.searchParams.get("depuis")) || 0;
    address.searchParams.delete("depuis");
    // What one person is shown is never told to another on the same browser.
    const key = `${who} ${language} ${address.pathname}${address.search}`;
    let one = streams.get(key);
    if (!one) {
      const plainUrl = address.pathname + (address.search || "?");
      one = { key, url: plainUrl, language, from, listeners: new Set(), last: new Map(), rows: new Map(), tries: 0 };
      streams.set(key, one);
    }
    const listener = { send, hidden, seen: Date.now() };
    one.listeners.add(listener);
    // What others were told since this page was made.
    if (one.from >= from) {
      for (const data of one.rows.values()) send({ event: "row", data });
      for (const [event, data] of one.last) send({ event, data });
    } else one.last.clear();
    if (one.state) send({ state: one.state });
    rest(one);
    return {
      show: (shown) => { listener.hidden = !shown; listener.seen = Date.now(); rest(one); },
      alive: () => { listener.seen = Date.now(); },
      leave: () => { one.listeners.delete(listener); rest(one); },
    };
  }
  return { join };
}
