// Writing: buttons that write Markdown, and what is pasted as what a field can hold: rich text, and
// plain lists whose signs are none of Markdown.
(() => {
  for (const bar of document.querySelectorAll("markdown-toolbar")) bar.hidden = false;

  // More than this is refused anyway (app::paste::PASTE_MAX).
  const longest = 2 * 1024 * 1024;
  const rich = /<(b|strong|i|em|s|del|h[1-6]|ul|ol|li|table|a|p|div|br|blockquote|pre|code|span)[\s>/]/i;
  // What says nothing, and is most of what a word processor copies: styles, settings, drawings,
  // pictures; but not the classes that strike words out, nor the comments that hold the signs of
  // its items and where the copied part is.
  const struck = (element) => {
    const kept = /^<style/i.test(element) ? element.match(/[\w.]+\s*\{[^{}]*line-through[^{}]*\}/g) : null;
    return kept ? `<style>${kept.join("")}</style>` : "";
  };
  const lighter = (html) => html
    .replace(/<(style|script|xml|svg|title)\b[\s\S]*?<\/\1\s*>/gi, struck)
    .replace(/<!--(?!\[if !supportLists\]|\[endif\]|StartFragment|EndFragment)[\s\S]*?-->/g, "")
    .replace(/(["'])data:[^"']*\1/g, "$1$1");
  const { unformatted: sentence, unpictured } = document.body.dataset;
  // Neither faces, which are words, nor what only a machine looks at.
  const hasPictures = (html) => (html.match(/<img\b[^>]*>/gi) || [])
    .some((tag) => !/\balt=(["'])[^\p{L}\p{N}"']+\1/u.test(tag) && !/\bwidth=["']?[01]\b(?!\d)/i.test(tag));

  // Lines that may be items, and are none of Markdown as they are: the site says which.
  const signs = /^[ \t]*([^\p{L}\p{N}\s#>*+`|\\({«“"'‘…_~-]|[-*+]\p{L}|[oOØüvq]\t|\(?[\p{L}\p{N}.]{1,8}[.)°/-])/mu;

  async function converted(asked) {
    if ((asked.html ?? asked.text).length > longest) return null;
    const body = new URLSearchParams(asked);
    const sent = { method: "POST", body, headers: { accept: "text/plain" }, signal: AbortSignal.timeout(20000) };
    try {
      const answer = await fetch("/collage", sent);
      // The wifi of a hotel answers in our place: what is ours bears our mark.
      if (!answer.ok || !answer.headers.has("x-request-id")) return null;
      return (await answer.text()).replace(/\n$/, "");
    } catch {
      return null;
    }
  }

  // The page where one writes pastes the same way.
  window.sillage = Object.assign(window.sillage || {}, { converted, lighter });

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
    // The field of an existing text is plain, until something that has Markdown comes into it.
    const isDoor = field.name === "text" && field.dataset.paste === "markdown";
    const isMarked = () => Boolean(field.form?.elements.markdown);
    const mark = () => {
      if (!isDoor || isMarked()) return;
      field.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "markdown", value: "1" }));
    };
    /** What stands there already, as Markdown, the blanks at its ends kept. */
    const read = async (side) => {
      if (!side.trim()) return side;
      const told = await converted({ text: side, as: "whole" });
      return told && side.match(/^\s*/)[0] + told.trim() + side.match(/\s*$/)[0];
    };
    let own = null;
    for (const name of ["copy", "cut"]) {
      field.addEventListener(name, () => { own = field.value.slice(field.selectionStart, field.selectionEnd); });
    }
    field.addEventListener("paste", async (event) => {
      said.textContent = "";
      const html = event.clipboardData?.getData("text/html") ?? "";
      const plain = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
      const isRich = rich.test(html);
      let asked = null;
      if (isRich) asked = { html: lighter(html), as: field.dataset.paste };
      // Copies of this very field need no help, nor what is plain in a plain one.
      else if (plain === own || !plain.trim()) return;
      else if (isDoor && isMarked()) asked = { text: plain, as: "whole" };
      else if (!isDoor && field.dataset.paste === "markdown" && signs.test(plain)) asked = { text: plain };
      if (!asked) return;
      event.preventDefault();
      // The words at once, whatever happens next; then what they looked like.
      field.focus();
      const start = field.selectionStart, end = start + plain.length;
      insert(plain);
      const sides = () => [field.value.slice(0, start), field.value.slice(end)];
      const around = sides();
      const told = await converted(asked);
      const isSwitched = isRich && isDoor && !isMarked() && told !== null && told !== plain;
      const whole = isSwitched ? await Promise.all(around.map(read)) : around;
      const isSame = isSwitched ? sides().every((side, at) => side === around[at]) : true;
      if (told === null || whole.includes(null) || !isSame || field.value.slice(start, end) !== plain) {
        // What is plain loses nothing.
        if (isRich) said.textContent = sentence;
        return;
      }
      if (isRich && hasPictures(html)) said.textContent = unpictured;
      const [before, after] = isSwitched ? whole : sides();
      const text = apart(told, before, after);
      if (text === plain && !isSwitched) return;
      const caret = field.selectionStart, { scrollTop } = field;
      mark();
      const isAll = isSwitched && (before !== around[0] || after !== around[1]);
      if (isAll) {
        field.setSelectionRange(0, field.value.length);
        insert(before + text + after);
        const moved = before.length + text.length;
        field.setSelectionRange(moved, moved);
      } else {
        const moved = caret >= end ? caret + text.length - plain.length : caret > start ? start + text.length : caret;
        field.setSelectionRange(start, end);
        insert(text);
        if (moved !== start + text.length) field.setSelectionRange(moved, moved);
      }
      field.scrollTop = Math.max(scrollTop, field.scrollTop);
    });
    field.addEventListener("input", () => {
      if (field.name === "text" && !field.value.trim()) field.form.elements.markdown?.remove();
    });
  }
})();
