//! Whatever is pasted, every word one sees is there once, in order, and not a mark is seen.

use app::notes::paste::{PASTE_MAX, to_markdown, to_words};
use comrak::Arena;
use comrak::nodes::NodeValue;
use proptest::prelude::*;

/// The words of a note as its page shows them.
fn seen(markdown: &str) -> String {
    let arena = Arena::new();
    let root = domain::prose::markdown::parse(&arena, markdown);
    let mut told = String::new();
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => told.push_str(text),
            NodeValue::Code(code) => told.push_str(&code.literal),
            NodeValue::CodeBlock(code) => told.push_str(&code.literal),
            NodeValue::HtmlInline(html) => told.push_str(html),
            NodeValue::HtmlBlock(html) => told.push_str(&html.literal),
            NodeValue::SoftBreak
            | NodeValue::LineBreak
            | NodeValue::Paragraph
            | NodeValue::Heading(_)
            | NodeValue::TableCell => told.push(' '),
            _ => {}
        }
    }
    told
}

/// Without blanks, nor brackets that are boxes, nor dashes, which may be items, nor points between the lines of a cell; what stands above or under its line is on it.
fn squeezed(text: &str) -> String {
    let on = |sign: char| match sign {
        '⁺' | '₊' => '+',
        '⁻' | '₋' => '-',
        '⁼' | '₌' => '=',
        '⁽' | '₍' => '(',
        '⁾' | '₎' => ')',
        _ => "⁰¹²³⁴⁵⁶⁷⁸⁹"
            .chars()
            .zip("0123456789".chars())
            .find(|(above, _)| *above == sign)
            .map_or(sign, |(_, digit)| digit),
    };
    let told: String = text.chars().filter(|sign| !sign.is_whitespace()).map(on).collect();
    told.replace("[]", "").replace("[x]", "").replace(['-', '·'], "")
}

/// HTML, and the text that a browser shows of it.
fn html() -> impl Strategy<Value = (String, String)> {
    let word = prop_oneof![
        8 => "[a-zé]{1,6}",
        3 => "[ '’«»“”.,:!?…()-]{1,3}",
        2 => "[*_~`#>+=|\\\\\\[\\]&0-9.)-]{1,4}",
        1 => Just("https://a.ca/b_c".to_owned()),
        1 => Just("<b>".to_owned()),
    ];
    let leaf = word.prop_map(|word| {
        let escaped = word.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        (escaped, word)
    });
    leaf.prop_recursive(5, 60, 6, |inner| {
        let tag = prop_oneof![
            6 => prop::sample::select(vec![
                "b", "i", "s", "code", "span", "strong", "em", "u", "sup",
                "span style='font-weight:700'", "span style='font-style:italic'",
                "a href='https://a.ca/x?a=(1)'", "a href='#x'", "b style='font-weight:normal'",
            ]),
            6 => prop::sample::select(vec![
                "p", "div", "h1", "h3", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td",
                "td colspan=2", "td rowspan=2", "th", "p style='mso-list:l0 level2 lfo1'",
            ]),
        ];
        (tag, prop::collection::vec(inner, 1..6)).prop_map(|(tag, inner)| {
            let name = tag.split(' ').next().unwrap_or_default();
            let html: String = inner.iter().map(|(html, _)| html.as_str()).collect();
            let text: String = inner.iter().map(|(_, text)| text.as_str()).collect();
            (format!("<{tag}>{html}</{name}>"), text)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_seen_once_and_no_mark_is((html, text) in html()) {
        let Some(markdown) = to_markdown(&html) else {
            prop_assert!(!text.chars().any(char::is_alphanumeric), "{html}");
            return Ok(());
        };
        let shown = seen(&markdown);
        prop_assert_eq!(squeezed(&shown), squeezed(&text), "{}\n{}", html, markdown);
        let words = to_words(&html).unwrap_or_default();
        let letters = |text: &str| text.chars().filter(|sign| sign.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&words), letters(&text), "{}", html);
    }

    #[test]
    fn anything_is_read(html in "(<(/?(p|b|i|li|ul|ol|td|tr|table|a|pre|del|input|div)( [a-z]{1,5}=('[^']{0,5}'|x))?>|!--|!\\[)|[a-z*_ &;#é\n]{0,5}){0,60}") {
        if let Some(markdown) = to_markdown(&html) {
            prop_assert!(markdown.len() < PASTE_MAX);
        }
    }
}
