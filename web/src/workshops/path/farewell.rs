//! Before the end: one word, and one small next gesture.

use domain::workshops::participation::{Consent, Gesture};
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::core::content;
use strum::VariantArray as _;

use super::{Panel, Walk, dictate};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;
use crate::workshops::path::introduction;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let voice = &walk.visitor.voice;
    let word = match &walk.participant.farewell {
        Some(id) => content::find(&walk.visitor.site.app.db, id).await?.title,
        None => String::new(),
    };
    let label = voice.say("farewell-word");
    let line = Line { optional: true, ..Line::new("word", &label, &word) };
    let content = html! {
        (field::form(&walk.visitor, &walk.address(Step::Farewell), html! {
            (line.show())
            // Folded, so that the button stands on the first screen of a phone.
            details open[walk.participant.gesture.is_some()] {
                summary { (voice.say("farewell-gesture")) }
                fieldset.choices {
                    legend.unseen { (voice.say("farewell-gesture")) }
                    @for gesture in Gesture::VARIANTS {
                        label.choice {
                            input type="radio" name="gesture" value=(gesture.word())
                                checked[walk.participant.gesture == Some(*gesture)];
                            span { (voice.say(&format!("gesture-{}", gesture.word()))) }
                        }
                    }
                }
            }
            (consents(walk))
            button.primary type="submit" { (voice.say("farewell-button")) }
        }))
        // Whoever leaves without a word leaves by the same page.
        p { a href=(walk.end()) { (voice.say("farewell-none")) } }
    };
    Ok(Some(Panel::new(voice.say("farewell-title"), content)))
}

/// What they agree to, folded too while they agree to nothing: nobody has to answer.
fn consents(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    if dictate::writes_for_another(walk) {
        return html! {};
    }
    html! {
        details open[walk.participant.news || walk.participant.quote] {
            summary { (voice.say("farewell-consents")) }
            @if !walk.workshop.live.details.minors {
                label.check {
                    input type="checkbox" name="news" value="1" checked[walk.participant.news];
                    span { (voice.say(news_label(walk))) }
                }
            }
            (introduction::consent(walk))
        }
    }
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let app = &walk.visitor.site.app;
    let (place, person) = (&walk.workshop.workshop, walk.person());
    introduction::keep_consent(&walk, form).await?;
    keep_news(&walk, form).await?;
    let gesture: Option<Gesture> = form.get("gesture").parse().ok();
    app.workshops()
        .say_farewell(place, person, (form.get("word"), gesture), form.command_id())
        .await?;
    Ok(go(&walk.after(Step::Farewell)))
}

/// What is asked about news: letters go to an address that is known, and guests gave none.
pub(super) fn news_label(walk: &Walk) -> &'static str {
    if walk.visitor.viewer.has_account() { "consent-news" } else { "consent-news-guest" }
}

/// Whether they want news; nobody under fourteen is asked.
pub(super) async fn keep_news(walk: &Walk, form: &Form) -> Result<(), Problem> {
    if walk.workshop.live.details.minors || dictate::writes_for_another(walk) {
        return Ok(());
    }
    let news = form.get("news") == "1";
    let key = form.command_id().then(if news { "news" } else { "no-news" });
    let (place, person) = (&walk.workshop.workshop, walk.person());
    let app = &walk.visitor.site.app;
    app.workshops().consent(place, person, (Consent::News, news), key).await?;
    Ok(())
}
