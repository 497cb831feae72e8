// What signs written by name stand for: the browser knows them all, and their table is heavy.
export function decodeHTML(text) { const box = document.createElement("textarea"); box.innerHTML = text; return box.value; }
export const decodeHTMLStrict = decodeHTML;
