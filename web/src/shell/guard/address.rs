//! Addresses as they are copied: one page has one address, and what a sentence, a mail program
//! or a telephone put around it leads there too.

use poem::http::Uri;

/// Signs that end a sentence or a quotation, percent-decoded; no address of ours ends with one.
const AROUND: &str = ".,;:!?…)]}>»›”’\"'*_`|\\";

/// The longest address that is repaired, in bytes.
const LONGEST: usize = 512;

/// The address meant by `path`, when it is another one: `/notes/` is `/notes`, `/notes/1).` is
/// `/notes/1`, `/A/ABCD` is `/a/ABCD`.
pub(super) fn repaired(path: &str) -> Option<String> {
    // What goes up is nobody's copy of an address of ours.
    if path.len() < 2 || path.len() > LONGEST || path.contains("/..") {
        return None;
    }
    let mut text = path.to_owned();
    while let Some(end) = last_sign(&text) {
        text.truncate(end);
    }
    if text.ends_with('/') || text.is_empty() {
        text = format!("/{}", text.trim_matches('/'));
    }
    // A keyboard that begins sentences with a capital writes `/A`.
    let first = text[1..].find('/').map_or(text.len(), |at| at + 1);
    if text[..first].bytes().any(|sign| sign.is_ascii_uppercase()) {
        text[..first].make_ascii_lowercase();
    }
    (text != path).then_some(text)
}

/// Where the last sign of `path` begins, if it does not belong to an address.
fn last_sign(path: &str) -> Option<usize> {
    let bytes = path.as_bytes();
    let written = |at: usize| {
        let digits = path.get(at + 1..at + 3)?;
        if bytes[at] == b'%' { u8::from_str_radix(digits, 16).ok() } else { None }
    };
    // A sign takes one to four bytes, each written as itself or as `%` and two digits.
    let mut sign = Vec::new();
    let mut at = path.len();
    while at > 1 && sign.len() < 4 {
        let escaped = at.checked_sub(3).filter(|start| *start > 0).and_then(written);
        let byte = escaped.unwrap_or(bytes[at - 1]);
        at -= if escaped.is_some() { 3 } else { 1 };
        sign.insert(0, byte);
        if let Ok(text) = std::str::from_utf8(&sign) {
            let last = text.chars().next()?;
            let is_beside = AROUND.contains(last)
                || last.is_whitespace()
                || matches!(last, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{feff}');
            return is_beside.then_some(at);
        }
    }
    None
}

/// `path` with the question of `uri`.
pub(super) fn with_query(path: &str, uri: &Uri) -> String {
    uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn what_stands_around_an_address_leads_to_it() {
        for (written, meant) in [
            ("/notes/", "/notes"),
            ("//notes//", "/notes"),
            ("/notes/1.", "/notes/1"),
            ("/notes/1),", "/notes/1"),
            ("/a/ABCDEF%E2%80%8B", "/a/ABCDEF"),
            ("/a/ABCDEF%C2%A0%C2%BB.", "/a/ABCDEF"),
            ("/a/ABCDEF%22%3e", "/a/ABCDEF"),
            ("/A/ABCDEF", "/a/ABCDEF"),
            ("/A", "/a"),
            ("/a/%20", "/a"),
            ("/a/)", "/a"),
        ] {
            assert_eq!(repaired(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn an_address_of_ours_stays_as_it_is() {
        let odd =
            ["/", "/a/ABCDEF", "/notes/1/historique.atom", "/a/%C3%81BCDEF", "/a/%E9", "/%", "/é"];
        for written in odd {
            assert_eq!(repaired(written), None, "{written}");
        }
    }
}
