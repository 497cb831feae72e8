//! Cuts HTML into tags, without judging them.

/// What begins with `<`.
pub(super) enum Markup<'a> {
    /// `<name …>`.
    Open(Tag<'a>),
    /// `</name>`.
    Close(String),
    /// `<!…>`, `<?…>`: what it says.
    Aside(&'a str),
    /// A `<` that begins nothing.
    Text,
}

/// An opening tag.
pub(super) struct Tag<'a> {
    pub(super) name: String,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute as it is written, or nothing.
    pub(super) fn get(&self, name: &str) -> &'a str {
        let found = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// Whether it has an attribute, whatever its value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    }
}

/// Reads what begins with `<`, and gives back what follows it.
pub(super) fn markup(html: &str) -> (Markup<'_>, &str) {
    let inside = html.get(1..).unwrap_or_default();
    if let Some(comment) = inside.strip_prefix("!--") {
        let end = if comment.starts_with('>') { ">" } else { "-->" };
        let (text, rest) = cut(comment, end);
        return (Markup::Aside(text), rest);
    }
    match inside.as_bytes() {
        [b'!' | b'?', ..] => {
            let (text, rest) = cut(&inside[1..], ">");
            (Markup::Aside(text), rest)
        }
        [b'/', first, ..] if first.is_ascii_alphabetic() => {
            let (tag, rest) = tag(&inside[1..]);
            (Markup::Close(tag.name), rest)
        }
        [first, ..] if first.is_ascii_alphabetic() => {
            let (tag, rest) = tag(inside);
            (Markup::Open(tag), rest)
        }
        _ => (Markup::Text, inside),
    }
}

/// What follows the end of an element whose content is not HTML.
pub(super) fn after<'a>(html: &'a str, name: &str) -> &'a str {
    let mut rest = html;
    while let Some((_, tail)) = rest.split_once("</") {
        if tail.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return cut(tail, ">").1;
        }
        rest = tail;
    }
    ""
}

fn tag(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = until(text, |sign| is_space(sign) || sign == '/' || sign == '>');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|sign| is_space(sign) || sign == '/');
        if rest.is_empty() || rest.starts_with('>') {
            let tag = Tag { name: name.to_ascii_lowercase(), attributes };
            return (tag, rest.get(1..).unwrap_or_default());
        }
        let (key, tail) = until(rest, |sign| is_space(sign) || "/>=".contains(sign));
        let tail = tail.trim_start_matches(is_space);
        let Some(value) = tail.strip_prefix('=') else {
            attributes.push((key, ""));
            rest = tail;
            continue;
        };
        let value = value.trim_start_matches(is_space);
        let (value, tail) = match value.as_bytes().first() {
            Some(b'"') => cut(&value[1..], "\""),
            Some(b'\'') => cut(&value[1..], "'"),
            _ => until(value, |sign| is_space(sign) || sign == '>'),
        };
        attributes.push((key, value));
        rest = tail;
    }
}

fn is_space(sign: char) -> bool {
    sign.is_ascii_whitespace()
}

/// Before and after `end`; everything is before an end that never comes.
fn cut<'a>(text: &'a str, end: &str) -> (&'a str, &'a str) {
    text.split_once(end).unwrap_or((text, ""))
}

fn until(text: &str, end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(end).unwrap_or(text.len()))
}
