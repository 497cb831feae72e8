//! Two texts that met: what is agreed, and the sentences to choose.

use app::notes::revise::Joined;
use domain::prose::merge::{Choice, Region};
use maud::{Markup, html};
use projections::core::content::Content;

use crate::shell::form::Form;
use crate::shell::markdown;
use crate::shell::voice::Voice;

/// What the two sides are called.
pub struct Sides {
    /// The one that stands in the note.
    pub head: String,
    pub mine: String,
}

/// The fields: a choice for the title and for each sentence both sides changed.
pub fn fields(
    voice: &Voice,
    joined: &Joined,
    head: &Content,
    mine: &Content,
    sides: &Sides,
) -> Markup {
    let conflicts: Vec<_> = joined.body.conflicts().collect();
    let total = conflicts.len() + usize::from(joined.title.is_none());
    html! {
        @if total > 0 { p { (voice.count("settle-count", i64::try_from(total).unwrap_or(0))) } }
        @if joined.title.is_none() {
            (choice(voice, "titre", &voice.say("settle-title"), &head.title, &mine.title, sides, false))
        }
        @for (at, conflict) in conflicts.iter().enumerate() {
            @let name = if total > 1 {
                voice.fill("settle-sentence", &[("n", (at + 1).into())])
            } else {
                voice.say("settle-the-sentence")
            };
            (choice(voice, &format!("choix-{at}"), &name, &conflict.head, &conflict.mine, sides, true))
        }
    }
}

fn choice(
    voice: &Voice,
    name: &str,
    legend: &str,
    head: &str,
    mine: &str,
    sides: &Sides,
    both: bool,
) -> Markup {
    // Without their Markdown, which newcomers do not read, unless it is all that differs.
    let plain = |text: &str| markdown::fragment(text, usize::MAX);
    let differ = plain(head) != plain(mine);
    let shown = |text: &str| match text.trim() {
        "" => voice.say("settle-nothing"),
        text if differ => plain(text),
        text => text.to_owned(),
    };
    html! {
        fieldset.choices {
            legend { (legend) }
            label.choice {
                input type="radio" name=(name) value="mienne";
                span { strong { (sides.mine) } span data-as-written { (shown(mine)) } }
            }
            label.choice {
                input type="radio" name=(name) value="actuelle";
                span { strong { (sides.head) } span data-as-written { (shown(head)) } }
            }
            @if both {
                label.choice {
                    input type="radio" name=(name) value="deux";
                    span { strong { (voice.say("settle-both")) } }
                }
            }
            label for={ (name) "-texte" } { (voice.say("settle-other")) }
            textarea id={ (name) "-texte" } name={ (name) "-texte" } rows="3" data-paste="markdown" {}
        }
    }
}

/// The title and the body a form settles on.
pub fn settled(joined: &Joined, head: &Content, mine: &Content, form: &Form) -> (String, String) {
    // Whoever wrote a sentence of their own meant it, whatever is ticked; with nothing said,
    // both stay.
    let of = |name: &str| {
        let typed = form.get(&format!("{name}-texte")).replace("\r\n", "\n");
        match form.get(name) {
            _ if !typed.trim().is_empty() => Choice::Other(typed),
            "mienne" => Choice::Mine,
            "actuelle" => Choice::Head,
            _ => Choice::Both,
        }
    };
    let title = joined.title.clone().unwrap_or_else(|| match of("titre") {
        Choice::Head => head.title.clone(),
        Choice::Other(text) => text,
        Choice::Mine | Choice::Both => mine.title.clone(),
    });
    let conflicts = joined.body.conflicts().count();
    let choices: Vec<Choice> = (0..conflicts).map(|at| of(&format!("choix-{at}"))).collect();
    (title, joined.body.settled(&choices))
}

/// The text put together, both versions of a disputed sentence in it: for eyes.
pub fn proposed(joined: &Joined) -> String {
    let result = joined.body.regions.iter().map(|region| match region {
        Region::Agreed(text) => text.clone(),
        Region::Conflict(conflict) => format!("{}{}", conflict.head, conflict.mine),
    });
    result.collect()
}
