// Runs once for all the live pages of a browser, and passes on what stream.js hears.
const hub = sillageHub();
self.addEventListener("connect", ({ ports: [port] }) => {
  let page = null;
  port.onmessage = ({ data: { name, value } }) => {
    if (name === "join") page = hub.join(value, (message) => port.postMessage(message));
    else page?.[name](value);
  };
});
