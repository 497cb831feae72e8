//! `/notes/{note}/fiche`: what its authors say of a note beside its text.

use std::str::FromStr;

use domain::core::region::Region;
use domain::notes::details::{Details, Licence, Spoken, Status};
use maud::{Markup, html};
use strum::VariantArray;

use crate::notes::coauthors::not_for_another;
use crate::notes::rights::Describes;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::details::licence_name;
use crate::shell::parts::field;

/// The form.
pub async fn show(Describes { visitor, note, .. }: Describes) -> Answer {
    not_for_another(&visitor)?;
    let voice = &visitor.voice;
    let Details { status, language, licence, region } = note.details;
    // A licence is an act: one is proposed, and none is given by itself.
    let proposed = licence.or((note.details == Details::default()).then_some(Licence::PROPOSED));
    let title = voice.say("details-title");
    let content = html! {
        p.over { a href=(address::note(&note.note)) dir="auto" { (note.title) } }
        h1 { (title) }
        p.lead { (voice.say("details-lead")) }
        (field::form(&visitor, &address::details(&note.note), html! {
            fieldset.choices {
                legend { (voice.say("details-status")) }
                (choice("status", "", status.is_none(), html! { strong { (voice.say("details-unsaid")) } }))
                @for known in Status::VARIANTS {
                    (choice("status", known.word(), status == Some(*known), html! {
                        strong { (voice.say(&format!("status-{}", known.word()))) }
                        span { (voice.say(&format!("status-{}-help", known.word()))) }
                    }))
                }
            }
            fieldset.choices {
                legend { (voice.say("details-licence")) }
                (choice("licence", "", proposed.is_none(), html! { strong { (voice.say("details-unsaid")) } }))
                @for known in Licence::VARIANTS {
                    (choice("licence", known.word(), proposed == Some(*known), html! {
                        strong { (licence_name(voice, *known)) }
                        span { (voice.say(&format!("licence-{}-help", known.word()))) }
                    }))
                }
            }
            div.field {
                label for="language" { (voice.say("details-language")) }
                select #language name="language" {
                    option value="" { (voice.say("details-unsaid")) }
                    @for known in Spoken::VARIANTS {
                        option value=(known.word()) selected[language == Some(*known)] {
                            (voice.say(&format!("spoken-{}", known.word())))
                        }
                    }
            }
            }
            div.field {
                label for="region" { (voice.say("details-region")) }
                select #region name="region" {
                    option value="" { (voice.say("details-unsaid")) }
                    @for known in Region::VARIANTS {
                        option value=(known.word()) selected[region == Some(*known)] { (known.name()) }
                    }
            }
            }
            button.primary type="submit" { (voice.say("settings-save")) }
            a.button.quiet href=(address::note(&note.note)) { (voice.say("edit-cancel")) }
        }))
    };
    Ok(Page::new(title, content).show(&visitor))
}

#[expect(clippy::needless_pass_by_value, reason = "`html!` stands where it is given")]
fn choice(name: &str, word: &str, is_chosen: bool, label: Markup) -> Markup {
    html! {
        label.choice {
            input type="radio" name=(name) value=(word) checked[is_chosen];
            span { (label) }
        }
    }
}

/// `POST`: says it. A word that is none of ours says nothing.
pub async fn save(
    Describes { visitor, person, note, standing, .. }: Describes,
    form: Form,
) -> Answer {
    fn of<W: FromStr>(form: &Form, name: &str) -> Option<W> {
        form.get(name).parse().ok()
    }
    // A licence is given by those who write, not by whoever holds the pen for them.
    not_for_another(&visitor)?;
    let details = Details {
        status: of(&form, "status"),
        language: of(&form, "language"),
        licence: of(&form, "licence"),
        region: of(&form, "region"),
    };
    let notes = visitor.site.app.notes();
    notes.describe(&note, standing, &person, details, form.command_id()).await?;
    Ok(go(&address::note(&note.note)))
}
