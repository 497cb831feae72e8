// From a text to the surface and back. Blocks that nobody touched are written as they were, sign
// for sign: what is changed in a note is what somebody changed, and nothing else.
import MarkdownIt from "markdown-it";
import { defaultMarkdownParser, defaultMarkdownSerializer, MarkdownParser, MarkdownSerializer } from "prosemirror-markdown";
import { schema } from "./schema.js";

const reader = new MarkdownIt({ html: false, linkify: false });
const KNOWN = new Set([
  "paragraph_open", "paragraph_close", "heading_open", "heading_close", "inline", "text", "softbreak", "hardbreak", "hr", "fence", "code_block",
  "blockquote_open", "blockquote_close", "bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close", "list_item_open", "list_item_close",
  "em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close", "link_open", "link_close", "code_inline",
]);
const isKnown = (token) => KNOWN.has(token.type) && (token.children ?? []).every(isKnown);

const isTight = (tokens, at) => {
  for (let next = at + 1; next < tokens.length; next += 1) if (tokens[next].type !== "list_item_open") return tokens[next].hidden;
  return false;
};
const { image: _picture, ...tokens } = defaultMarkdownParser.tokens;
const parser = new MarkdownParser(schema, reader, {
  ...tokens,
  bullet_list: { block: "bullet_list", getAttrs: (token, tokens, at) => ({ tight: isTight(tokens, at), bullet: token.markup || "-" }) },
  ordered_list: { block: "ordered_list", getAttrs: (token, tokens, at) => ({ order: Number(token.attrGet("start") ?? 1), tight: isTight(tokens, at), after: token.markup || "." }) },
  softbreak: { node: "soft_break" },
  s: { mark: "strike" },
});

// An address is not words: a sign before one of its signs would be a part of it. Nor is a line
// between two letters a sign of anything.
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)/;
const ISNT = new Set(["soft_break", "hard_break"]);

const serializer = new MarkdownSerializer({
  ...defaultMarkdownSerializer.nodes,
  text(state, node, parent, index) {
    const escapes = !state.inAutolink;
    node.text.split(ADDRESS).forEach((part, at) => {
      if (at % 2) return state.text(part, false);
      if (!part) return undefined;
      // A line begins there too.
      if (at === 0 && index > 0 && ISNT.has(parent.child(index - 1).type.name)) state.atBlockStart = true;
      const before = state.out.length;
      state.text(part, escapes);
      state.out = state.out.slice(0, before) + state.out.slice(before).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_");
      state.atBlockStart = false;
      return undefined;
    });
  },
  bullet_list: (state, node) => state.renderList(node, "  ", () => `${node.attrs.bullet} `),
  ordered_list(state, node) {
    const first = node.attrs.order, width = String(first + node.childCount - 1).length + 2;
    state.renderList(node, " ".repeat(width), (at) => `${first + at}${node.attrs.after} `);
  },
  hard_break(state, node, parent, index) {
    for (let next = index + 1; next < parent.childCount; next += 1) if (parent.child(next).type !== node.type) return state.write("  \n");
  },
  soft_break: (state) => state.write("\n"),
  horizontal_rule: (state, node) => { state.write("---"); state.closeBlock(node); },
  source: (state, node) => { state.text(node.textContent, false); state.closeBlock(node); },
}, { ...defaultMarkdownSerializer.marks, strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true } });

// A box to tick is one, and no words in brackets.
const boxes = (text) => text.replace(/^((?:> ?|\s)*(?:[-*+]|\d+[.)]) )\\\[([ xX])\\\](?= )/gm, "$1[$2]");

const written = (node) => boxes(serializer.serialize(schema.node("doc", null, [node])));

/** The words of some tokens, and those of a node: what stands between lines aside. */
const wordsOf = (tokens) => tokens.map((one) => (one.children ? wordsOf(one.children) : ["text", "code_inline", "fence", "code_block"].includes(one.type) ? one.content : "")).join("").replace(/\n/g, "");
const wordsIn = (node) => node.textContent.replace(/\n/g, "");

/** A block as a node, when the surface can hold all of it and write it again; its source otherwise. */
function nodeOf(source, tokens, env) {
  const asIs = schema.node("source", null, source ? [schema.text(source)] : []);
  if (!tokens.every(isKnown)) return asIs;
  try {
    const doc = parser.parse(source, env), node = doc.childCount === 1 ? doc.child(0) : null;
    if (!node || wordsIn(node) !== wordsOf(tokens)) return asIs;
    const again = parser.parse(written(node));
    return again.childCount === 1 && again.child(0).eq(node) ? node : asIs;
  } catch { return asIs; }
}

/** The source of each block, and what it becomes: `[source, node]`, with what stands between them. */
function blocks(text) {
  const env = {}, lines = text.split("\n"), tokens = reader.parse(text, env), found = [];
  let line = 0;
  const between = (from, to) => lines.slice(from, to).join("\n");
  const asSource = (source) => schema.node("source", null, source ? [schema.text(source)] : []);
  const add = (from, to, make) => {
    while (to > from && !lines[to - 1].trim()) to -= 1;
    // What no token holds and is no blank: a definition.
    let start = line;
    while (start < from && !lines[start].trim()) start += 1;
    if (start < from) {
      let end = from;
      while (!lines[end - 1].trim()) end -= 1;
      found.push({ from: start, to: end, source: between(start, end), node: asSource(between(start, end)) });
    }
    if (to > from) found.push({ from, to, source: between(from, to), node: make(between(from, to)) });
    line = to;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const open = tokens[at];
    let end = at;
    if (open.nesting === 1) while (!(tokens[end].nesting === -1 && tokens[end].level === open.level && end > at)) end += 1;
    const inside = tokens.slice(at, end + 1);
    const [from, to] = open.map;
    add(from, to, (source) => nodeOf(source, inside, env));
    at = end;
  }
  add(lines.length, lines.length, () => null);
  const gaps = found.map((one, at) => {
    const next = found[at + 1];
    return next ? `\n${between(one.to, next.from)}${next.from > one.to ? "\n" : ""}` : "";
  });
  const head = found.length ? between(0, found[0].from) + (found[0].from > 0 ? "\n" : "") : text;
  const last = found.at(-1);
  const tail = last && last.to < lines.length ? `\n${between(last.to, lines.length)}` : "";
  return { found, gaps, head, tail };
}

/** A text as a document, and the way back from any document that came from it. */
export function opened(text) {
  const { found, gaps, head, tail } = blocks(text);
  const known = new Map(found.map(({ node, source }, at) => [node, { at, source }]));
  const doc = schema.node("doc", null, found.length ? found.map(({ node }) => node) : [schema.node("paragraph")]);
  const write = (now) => {
    if (now === doc) return text;
    let result = "", before = null;
    now.forEach((node, _, at) => {
      const own = known.get(node);
      const words = own ? own.source : written(node);
      if (!own && !words.trim()) return;
      if (at === 0 && own?.at === 0) result = head;
      else if (before !== null) result += before.own && own && own.at === before.own.at + 1 ? gaps[before.own.at] : "\n\n";
      result += words;
      before = { own };
    });
    if (before === null) return "";
    return result + (before.own?.at === found.length - 1 ? tail : "\n");
  };
  return { doc, write };
}

/** A piece of Markdown, to be put in. */
export const piece = (text) => opened(text).doc;
