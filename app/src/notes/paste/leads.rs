//! Where links lead that mail readers and networks put a page of their own before.

/// Such a page, and what it calls the address it leads to.
const PAGES: [(&str, &str); 5] = [
    ("l.facebook.com/l.php", "u"),
    ("lm.facebook.com/l.php", "u"),
    ("l.instagram.com/", "u"),
    ("www.google.com/url", "q"),
    ("google.com/url", "q"),
];

/// The page of Outlook has a part of its own for each country.
const OUTLOOK: &str = ".safelinks.protection.outlook.com/";

/// The address that a link leads to.
pub(super) fn led(address: &str) -> String {
    target(address).unwrap_or_else(|| address.to_owned())
}

fn target(address: &str) -> Option<String> {
    let (page, query) = address.split_once('?')?;
    let page = page.split_once("://")?.1.to_ascii_lowercase();
    let known = PAGES.iter().find(|(known, _)| *known == page).map(|(_, name)| *name);
    let is_outlook =
        format!(".{page}").split_once(OUTLOOK).is_some_and(|(host, _)| !host.contains('/'));
    let name = known.or(is_outlook.then_some("url"))?;
    // Google says the one or the other.
    let names = if name == "q" { ["q", "url"] } else { [name, name] };
    let result = query.split(['&', '#']).find_map(|field| {
        let (found, value) = field.split_once('=')?;
        names.contains(&found).then(|| decoded(value))
    })?;
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| result.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme)));
    (is_address && !result.contains(char::is_control)).then_some(result)
}

/// The address that a field of another one holds. What is no letter of an address as it is stays
/// written as it was (`%C3%A9`).
fn decoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, tail)) = rest.split_once('%') {
        text.push_str(before);
        let code = tail.get(..2).and_then(|two| u8::from_str_radix(two, 16).ok());
        match code.filter(u8::is_ascii) {
            Some(code) => text.push(char::from(code)),
            None => text.push_str(&format!("%{}", tail.get(..2).unwrap_or_default())),
        }
        rest = tail.get(2..).unwrap_or(tail);
    }
    text.push_str(rest);
    text
}
