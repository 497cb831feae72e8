//! `/communautes/nouvelle`: beginning a community. A name is enough.

use app::groups::communities::{LABEL_MAX, NAME_MAX, Wording};
use domain::groups::community::{Admission, Spread};
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// What is proposed.
const PROPOSED: (Admission, Spread) = (Admission::OnRequest, Spread::Mixed);

/// The page.
pub async fn show(Known { visitor, .. }: Known) -> Answer {
    Ok(page(&visitor, &Wording::default(), PROPOSED, None))
}

fn page(
    visitor: &Visitor,
    about: &Wording,
    chosen: (Admission, Spread),
    notice: Option<&str>,
) -> Response {
    let voice = &visitor.voice;
    let title = voice.say("community-new-title");
    let content = html! {
        p.over { a href=(address::communities()) { (voice.say("communities-title")) } }
        h1 { (title) }
        p.lead { (voice.say("community-new-lead")) }
        (field::form(visitor, &address::new_community(), html! {
            (name_field(voice, about, notice))
            (about_field(voice, about))
            // What has a good answer already is folded: one screen on a phone.
            details open[notice.is_some() || chosen != PROPOSED] {
                summary { (voice.say("community-more")) }
                (label_field(voice, about))
                (doors(voice, chosen))
            }
            button.primary type="submit" { (voice.say("community-new-button")) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(title, content).status(status).show(visitor)
}

/// The name, what it calls itself, what it is about.
pub(super) fn about_fields(voice: &Voice, about: &Wording, notice: Option<&str>) -> Markup {
    html! {
        (name_field(voice, about, notice))
        (label_field(voice, about))
        (about_field(voice, about))
    }
}

fn name_field(voice: &Voice, about: &Wording, notice: Option<&str>) -> Markup {
    let name = voice.say("community-name");
    let help = voice.fill("community-name-help", &[("most", NAME_MAX.to_string().into())]);
    Line { notice, help: Some(&help), ..Line::new("name", &name, &about.line) }.show()
}

fn label_field(voice: &Voice, about: &Wording) -> Markup {
    let label = voice.say("community-label");
    let help = voice.fill("community-label-help", &[("most", LABEL_MAX.to_string().into())]);
    Line { optional: true, help: Some(&help), ..Line::new("label", &label, &about.second) }.show()
}

fn about_field(voice: &Voice, about: &Wording) -> Markup {
    let help = voice.say("community-about-help");
    field::area("about", &voice.say("community-about"), Some(&help), &about.body, 3)
}

/// How one comes in, and where its people are.
pub(super) fn doors(voice: &Voice, (admission, spread): (Admission, Spread)) -> Markup {
    html! {
        fieldset.choices {
            legend { (voice.say("community-admission")) }
            @for choice in Admission::VARIANTS {
                label.choice {
                    input type="radio" name="admission" value=(choice.word()) checked[*choice == admission];
                    span {
                        strong { (voice.say(&format!("admission-{}", choice.word()))) }
                        span { (voice.say(&format!("admission-{}-help", choice.word()))) }
                    }
                }
            }
        }
        fieldset.choices {
            legend { (voice.say("community-spread")) }
            @for choice in Spread::VARIANTS {
                label.check {
                    input type="radio" name="spread" value=(choice.word()) checked[*choice == spread];
                    span { (voice.say(&format!("spread-{}", choice.word()))) }
                }
            }
        }
    }
}

/// What of that a form says; what it does not say is as it `stands`.
pub(super) fn doors_of(form: &Form, stands: (Admission, Spread)) -> (Admission, Spread) {
    (
        form.get("admission").parse().unwrap_or(stands.0),
        form.get("spread").parse().unwrap_or(stands.1),
    )
}

/// What it says it is about.
pub(super) fn about_of(form: &Form) -> Wording {
    Wording {
        line: form.get("name").to_owned(),
        second: form.get("label").to_owned(),
        body: form.get("about").to_owned(),
    }
}

/// `POST`.
pub async fn found(Known { visitor, person }: Known, form: Form) -> Answer {
    let (about, doors) = (about_of(&form), doors_of(&form, PROPOSED));
    let groups = visitor.site.app.groups();
    match groups.found(&person, &about, doors, form.command_id()).await {
        Ok(community) => Ok(go(&address::community(&community))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = visitor.voice.say(&key);
                Ok(page(&visitor, &about, doors, Some(&notice)))
            }
            other => Err(other),
        },
    }
}
