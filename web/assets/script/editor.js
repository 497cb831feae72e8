// Writing: buttons that write Markdown, and rich text pasted as Markdown.
(() => {
  for (const bar of document.querySelectorAll("markdown-toolbar")) bar.hidden = false;

  for (const field of document.querySelectorAll("textarea#body")) {
    field.addEventListener("paste", async (event) => {
      const html = event.clipboardData?.getData("text/html");
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      // Plain copies, and copies of this very field, need no help.
      if (!html || !/<(b|strong|i|em|h[1-6]|ul|ol|li|table|a|p)[\s>]/i.test(html)) return;
      event.preventDefault();
      let text = plain;
      try {
        const body = new URLSearchParams({ html });
        const answer = await fetch("/collage", { method: "POST", body, headers: { accept: "text/plain" } });
        if (answer.ok) text = await answer.text();
      } catch { /* Offline: the words themselves are pasted. */ }
      field.focus();
      // The way that keeps "undo" working.
      if (!document.execCommand("insertText", false, text)) {
        field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }
})();
