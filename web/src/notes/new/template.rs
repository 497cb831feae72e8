//! Templates: headings to write under, those that suit where people are first.

use maud::html;
use poem::Response;

use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::parts::field;
use crate::shell::visitor::Visitor;

/// The templates: the name of each, and how many headings it has.
pub(super) const TEMPLATES: [(&str, usize); 6] =
    [("recit", 3), ("rencontre", 4), ("trace", 4), ("appel", 4), ("methode", 4), ("question", 4)];

/// Those that are offered, in their order, where people meet in one place (`ici`) and where they are
/// far from one another (`loin`); elsewhere, all of them.
const OF_PLACES: [(&str, &[&str]); 2] = [
    ("ici", &["trace", "rencontre", "recit", "methode", "question"]),
    ("loin", &["appel", "question", "recit", "methode", "rencontre"]),
];

/// The templates offered at `place`.
fn offered(place: &str) -> Vec<(&'static str, usize)> {
    match OF_PLACES.iter().find(|(known, _)| *known == place) {
        Some((_, names)) => names
            .iter()
            .filter_map(|name| TEMPLATES.iter().find(|(known, _)| known == name).copied())
            .collect(),
        None => TEMPLATES.to_vec(),
    }
}

/// Where those one writes for are, as the address says it; empty when it does not.
pub(super) fn place(visitor: &Visitor) -> &'static str {
    let given = visitor.query.get("lieu");
    OF_PLACES.iter().find(|(known, _)| *known == given).map_or("", |(known, _)| *known)
}

/// The templates to choose among; `gone`: the one that was chosen is there no more.
pub(super) fn choice(visitor: &Visitor, gone: bool) -> Response {
    let voice = &visitor.voice;
    let notice = gone.then(|| voice.say("new-template-gone"));
    let content = html! {
        p.over { a href=(address::new_note()) { (voice.say("new-title")) } }
        h1 { (voice.say("new-gabarit")) }
        (field::notice("template", notice.as_deref()))
        nav.doors aria-label=(voice.say("new-templates")) {
            @for (name, headings) in offered(place(visitor)) {
                a.door href={ (address::new_note()) "?facon=gabarit&gabarit=" (name) } {
                    span {
                        strong { (voice.say(&format!("template-{name}"))) }
                        span { (voice.list(&heads(visitor, name, headings))) }
                    }
                }
            }
        }
    };
    Page::new(voice.say("new-gabarit"), content).show(visitor)
}

fn heads(visitor: &Visitor, name: &str, count: usize) -> Vec<String> {
    (1..=count).map(|at| visitor.voice.say(&format!("template-{name}-{at}"))).collect()
}

/// The text of a template: its headings, with room under each.
pub(super) fn body_of(visitor: &Visitor, (name, count): &(&str, usize)) -> String {
    let heads = heads(visitor, name, *count);
    heads.iter().map(|head| format!("## {head}\n\n")).collect::<Vec<_>>().join("\n")
}
