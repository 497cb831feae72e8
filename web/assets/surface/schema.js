// What a note is made of on the surface where it is seen as it will be read. A block that the
// surface does not know (a table, a definition) is shown as its source, and kept word for word.
import { schema as base } from "prosemirror-markdown";
import { Schema } from "prosemirror-model";

const nodes = base.spec.nodes
  .update("doc", { content: "block+" })
  .update("bullet_list", { ...base.spec.nodes.get("bullet_list"), attrs: { tight: { default: true }, bullet: { default: "-" } } })
  .update("ordered_list", { ...base.spec.nodes.get("ordered_list"), attrs: { order: { default: 1 }, tight: { default: true }, after: { default: "." } } })
  .addToEnd("source", { content: "text*", group: "block", marks: "", code: true, defining: true, toDOM: () => ["pre", { class: "surface-source" }, 0] })
  .addToEnd("soft_break", { inline: true, group: "inline", selectable: false, toDOM: () => ["span", { class: "surface-soft" }, " "] });

const marks = base.spec.marks.addToEnd("strike", { parseDOM: [{ tag: "s" }, { tag: "del" }], toDOM: () => ["s", 0] });

export const schema = new Schema({ nodes, marks });
