// What a note is made of on the surface where it is seen as it will be read. A block that the
// surface does not know (a table, a definition, a picture) is shown as its source, and kept word for word.
import { schema as base } from "prosemirror-markdown";
import { Schema } from "prosemirror-model";

const known = (name) => base.spec.nodes.get(name);
const nodes = base.spec.nodes
  .remove("image")
  .update("heading", { ...known("heading"), content: "text*" })
  .update("hard_break", { ...known("hard_break"), leafText: () => "\n" })
  .update("bullet_list", { ...known("bullet_list"), attrs: { tight: { default: true }, bullet: { default: "-" } } })
  .update("ordered_list", { ...known("ordered_list"), attrs: { order: { default: 1 }, tight: { default: true }, after: { default: "." } } })
  .addToEnd("source", { content: "text*", group: "block", marks: "", code: true, defining: true, toDOM: () => ["pre", { class: "surface-source" }, 0] })
  // The site goes to the next line there; the text does so without a sign.
  .addToEnd("soft_break", { inline: true, group: "inline", selectable: false, leafText: () => "\n", toDOM: () => ["span", { class: "surface-soft" }, "\n"] });

const marks = base.spec.marks.addToEnd("strike", { parseDOM: [{ tag: "s" }, { tag: "del" }], toDOM: () => ["s", 0] });

export const schema = new Schema({ nodes, marks });
