// The page where a note is written as it will be read, over the plain field, which holds the text
// and stays a way to write it.
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark, wrapIn, lift } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { Slice } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { schema } from "./schema.js";
import { opened, piece } from "./text.js";

const { nodes: n, marks: m } = schema;
const frame = document.getElementById("surface"), field = document.getElementById("body");
const turn = document.getElementById("surface-turn");

const isIn = (state, type, attrs) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === type && (!attrs || node.attrs.level === attrs.level)) return true;
  }
  return false;
};
const COMMANDS = {
  bold: toggleMark(m.strong),
  heading: (state, act) => (isIn(state, n.heading) ? setBlockType(n.paragraph) : setBlockType(n.heading, { level: 2 }))(state, act),
  list: (state, act) => (isIn(state, n.bullet_list) ? liftListItem(n.list_item) : wrapInList(n.bullet_list))(state, act),
  numbers: (state, act) => (isIn(state, n.ordered_list) ? liftListItem(n.list_item) : wrapInList(n.ordered_list))(state, act),
  quote: (state, act) => (isIn(state, n.blockquote) ? lift : wrapIn(n.blockquote))(state, act),
};
const STATES = {
  bold: (state) => (state.storedMarks ?? state.selection.$from.marks()).some((mark) => mark.type === m.strong),
  heading: (state) => isIn(state, n.heading),
  list: (state) => isIn(state, n.bullet_list),
  numbers: (state) => isIn(state, n.ordered_list),
  quote: (state) => isIn(state, n.blockquote),
};

const hardBreak = chainCommands(exitCode, (state, act) => {
  act?.(state.tr.replaceSelectionWith(n.hard_break.create()).scrollIntoView());
  return true;
});
const rules = inputRules({ rules: [
  textblockTypeInputRule(/^(#{2,4})\s$/, n.heading, (match) => ({ level: match[1].length })),
  wrappingInputRule(/^\s*([-*])\s$/, n.bullet_list, (match) => ({ bullet: match[1] })),
  wrappingInputRule(/^(\d+)\.\s$/, n.ordered_list, (match) => ({ order: Number(match[1]) }), (match, node) => node.childCount + node.attrs.order === Number(match[1])),
  wrappingInputRule(/^\s*>\s$/, n.blockquote),
] });
const keys = keymap({
  "Mod-b": COMMANDS.bold, "Mod-i": toggleMark(m.em), "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
  "Shift-Enter": hardBreak, Enter: splitListItem(n.list_item), "Mod-]": sinkListItem(n.list_item), "Mod-[": liftListItem(n.list_item),
  "Mod-s": () => { field.form.requestSubmit(); return true; },
});

let view = null, text = null, writing = false, own = "";
const plain = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
const written = () => plain.get.call(field);

function state() {
  text = opened(written());
  return EditorState.create({ doc: text.doc, plugins: [rules, keys, keymap(baseKeymap), history()] });
}
function show() {
  for (const button of frame.querySelectorAll("[data-do]")) {
    const is = STATES[button.dataset.do];
    if (is) button.setAttribute("aria-pressed", String(is(view.state)));
  }
}
/** What is on the page goes to the field, which tells the others as if it had been typed there. */
function say() {
  const words = text.write(view.state.doc);
  if (words === written()) return;
  writing = true;
  plain.set.call(field, words);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  writing = false;
}
/** The field was given other words: so is the page. */
function heard() {
  if (!writing && view && !frame.hidden && text.write(view.state.doc) !== written()) view.updateState(state());
}

const rich = /<(b|strong|i|em|s|del|h[1-6]|ul|ol|li|table|a|p|blockquote|pre|code)[\s>/]/i;
/** What was pasted and may look otherwise once the site has read it: where it stands now. */
const waiting = new Set();
/** The words at once, whatever happens next; then what they looked like, if nobody touched them. */
async function pasted(html, words) {
  const { from } = view.state.selection;
  view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(piece(words).content)).scrollIntoView());
  const place = { from, to: view.state.selection.to };
  const now = () => view.state.doc.textBetween(place.from, place.to, "\n");
  const was = now();
  waiting.add(place);
  const told = await window.sillage.converted({ html: window.sillage.lighter(html), as: "markdown" });
  waiting.delete(place);
  if (!told || frame.hidden || place.from >= place.to || now() !== was) return;
  view.dispatch(view.state.tr.replaceRange(place.from, place.to, Slice.maxOpen(piece(told).content)));
}

/** Asks where a link leads, in a sheet of its own. */
function link() {
  if (toggleMark(m.link)(view.state) && view.state.doc.rangeHasMark(view.state.selection.from, view.state.selection.to, m.link)) {
    toggleMark(m.link)(view.state, view.dispatch);
    return view.focus();
  }
  const sheet = document.getElementById("surface-link"), to = sheet.querySelector("input");
  to.value = "";
  sheet.returnValue = "";
  sheet.showModal();
  sheet.addEventListener("close", () => {
    const href = to.value.trim();
    if (sheet.returnValue === "oui" && href) {
      const { from, to: end, empty } = view.state.selection, mark = m.link.create({ href: /^[\w.-]+\.\w{2,}(\/|$)/.test(href) ? `https://${href}` : href });
      const { tr } = view.state;
      view.dispatch(empty ? tr.insert(from, schema.text(href, [mark])) : tr.addMark(from, end, mark));
    }
    view.focus();
  }, { once: true });
}

function make() {
  const label = document.querySelector("label[for=body]");
  label.id ||= "body-label";
  view = new EditorView(frame.querySelector(".surface-page"), {
    state: state(),
    attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, "aria-describedby": "body-help", class: "prose" },
    dispatchTransaction(done) {
      for (const place of waiting) {
        place.from = done.mapping.map(place.from, 1);
        place.to = done.mapping.map(place.to, -1);
      }
      view.updateState(view.state.apply(done));
      if (done.docChanged) say();
      show();
    },
    clipboardTextParser: (words) => Slice.maxOpen(piece(words.replace(/\r\n?/g, "\n")).content),
    handlePaste(_, event) {
      const html = event.clipboardData?.getData("text/html") ?? "", words = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
      // What was copied from this page is known as it is; a picture is no words.
      if (html === own && own) return false;
      if (!words.trim()) return Boolean(html);
      if (rich.test(html)) pasted(html, words);
      else view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(piece(words).content)).scrollIntoView());
      return true;
    },
  });
  for (const name of ["copy", "cut"]) view.dom.addEventListener(name, (event) => { own = event.clipboardData?.getData("text/html") ?? ""; });
  label.addEventListener("click", (event) => { if (!frame.hidden) { event.preventDefault(); view.focus(); } });
  for (const button of frame.querySelectorAll("[data-do]")) {
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      if (button.dataset.do === "link") return link();
      COMMANDS[button.dataset.do](view.state, view.dispatch);
      view.focus();
    });
  }
  // Whoever puts words in the field by hand puts them on the page.
  Object.defineProperty(field, "value", { configurable: true, get: written, set(words) { plain.set.call(field, words); heard(); } });
  field.addEventListener("input", heard);
  // What a browser puts back in the field by itself, once one came back to the page.
  addEventListener("pageshow", heard);
}

/** Turns from the page to the plain field and back; the choice is kept on this device. */
function to(seen) {
  try { if (seen && !view) make(); } catch { seen = false; }
  frame.hidden = !seen;
  field.hidden = seen;
  for (const bar of document.querySelectorAll("markdown-toolbar")) bar.hidden = seen;
  turn.textContent = seen ? turn.dataset.plain : turn.dataset.seen;
  if (seen) { view.updateState(state()); show(); }
}
if (frame && field && turn) {
  let seen = true;
  try { seen = localStorage.getItem("surface") !== "plain"; } catch {}
  // Under the label of the field, in its place.
  field.before(frame);
  field.after(turn);
  turn.hidden = false;
  turn.addEventListener("click", () => {
    seen = !seen;
    try { localStorage.setItem("surface", seen ? "seen" : "plain"); } catch {}
    to(seen);
    (seen ? view : field).focus();
  });
  to(seen);
}
