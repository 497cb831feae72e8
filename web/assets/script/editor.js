// Writing: buttons that write Markdown, and rich text pasted as what a field can hold.
(() => {
  for (const bar of document.querySelectorAll("markdown-toolbar")) bar.hidden = false;

  // More than this is refused anyway (app::paste::PASTE_MAX).
  const longest = 2 * 1024 * 1024;
  const rich = /<(b|strong|i|em|s|del|h[1-6]|ul|ol|li|table|a|p|div|br|blockquote|pre|code|span)[\s>/]/i;
  // What says nothing, and is most of what a word processor copies: styles, settings, drawings,
  // pictures. The signs of its items, and where the copied part is, are said in comments.
  const lighter = (html) => html
    .replace(/<(style|script|xml|svg|title)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--(?!\[if !supportLists\]|\[endif\]|StartFragment|EndFragment)[\s\S]*?-->/g, "")
    .replace(/(["'])data:[^"']*\1/g, "$1$1");
  const sentence = document.body.dataset.unformatted;

  async function converted(html, as) {
    const light = lighter(html);
    if (light.length > longest) return null;
    const body = new URLSearchParams({ html: light, as });
    const asked = { method: "POST", body, headers: { accept: "text/plain" }, signal: AbortSignal.timeout(20000) };
    try {
      const answer = await fetch("/collage", asked);
      // The wifi of a hotel answers in our place: what is ours bears our mark.
      if (!answer.ok || !answer.headers.has("x-request-id")) return null;
      return (await answer.text()).replace(/\n$/, "");
    } catch {
      return null;
    }
  }

  for (const field of document.querySelectorAll("textarea[data-paste]:not([data-paste=exact])")) {
    // Said aloud when it changes, so it is there before.
    const said = Object.assign(document.createElement("p"), { className: "help" });
    said.setAttribute("role", "status");
    field.after(said);
    const insert = (text) => {
      // The way that keeps "undo" working.
      if (document.activeElement === field && document.execCommand("insertText", false, text)) return;
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    // Blocks stand on lines of their own, whatever is around them.
    const apart = (text, before, after) => {
      const isBlock = /\n\n|^(#{1,6} |> |- |\d+\. |\||```|---)/.test(text) || (field.dataset.paste === "words" && text.includes("\n"));
      if (!isBlock) return text;
      const gap = field.dataset.paste === "words" ? "\n" : "\n\n";
      const ahead = !before.trim() || before.endsWith(gap) ? "" : before.endsWith("\n") ? gap.slice(1) : gap;
      const behind = !after.trim() || after.startsWith(gap) ? "" : after.startsWith("\n") ? gap.slice(1) : gap;
      return ahead + text + behind;
    };
    field.addEventListener("paste", async (event) => {
      said.textContent = "";
      const html = event.clipboardData?.getData("text/html");
      // Plain copies, and copies of this very field, need no help.
      if (!html || !rich.test(html)) return;
      event.preventDefault();
      const plain = (event.clipboardData.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
      // The words at once, whatever happens next; then what they looked like.
      field.focus();
      const start = field.selectionStart;
      insert(plain);
      const told = await converted(html, field.dataset.paste);
      const end = start + plain.length;
      if (told === null || field.value.slice(start, end) !== plain) {
        said.textContent = sentence;
        return;
      }
      const text = apart(told, field.value.slice(0, start), field.value.slice(end));
      if (text === plain) return;
      const caret = field.selectionStart, { scrollTop } = field;
      const moved = caret >= end ? caret + text.length - plain.length : caret > start ? start + text.length : caret;
      field.setSelectionRange(start, end);
      insert(text);
      if (moved !== start + text.length) field.setSelectionRange(moved, moved);
      field.scrollTop = Math.max(scrollTop, field.scrollTop);
      // An existing text that holds Markdown is not read as a plain one.
      if (field.name === "text" && field.dataset.paste === "markdown" && !field.form.elements.markdown) {
        field.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "markdown", value: "1" }));
      }
    });
    field.addEventListener("input", () => {
      if (field.name === "text" && !field.value.trim()) field.form.elements.markdown?.remove();
    });
  }
})();
