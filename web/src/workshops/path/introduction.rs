//! The round: where one comes from, with whom, what interests one, in a few taps.
//! Everything can be left out.

use app::workshops::participation::{INTERESTS_MAX, Sketch};
use domain::core::region::Region;
use domain::workshops::participation::Consent;
use domain::workshops::script::Step;
use maud::{Markup, html};
use projections::core::content;
use strum::VariantArray as _;

use super::{Panel, Walk, dictate, farewell};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::problem::Problem;

/// How many interests are proposed.
pub(in crate::workshops) const PROPOSED: usize = 8;

pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let voice = &walk.visitor.voice;
    let result = match &walk.participant.sketch {
        Some(id) => content::find(&walk.visitor.site.app.db, id).await?,
        None => content::Content::default(),
    };
    let mut lines = result.body.lines();
    let reason = lines.next().unwrap_or_default().to_owned();
    let chosen: Vec<&str> = lines.collect();
    let labels = ["round-region", "round-organisation", "round-reason"].map(|key| voice.say(key));
    let region = Line {
        optional: true,
        list: Some("regions"),
        ..Line::new("region", &labels[0], &result.title)
    };
    let organisation =
        Line { optional: true, ..Line::new("organisation", &labels[1], &result.summary) };
    let reason = Line { optional: true, ..Line::new("reason", &labels[2], &reason) };
    let content = html! {
        p.lead { (voice.say("round-lead")) }
        (field::form(&walk.visitor, &walk.address(Step::Round), html! {
            (region.show())
            datalist #regions { @for region in Region::VARIANTS { option value=(region.name()) {} } }
            (organisation.show())
            fieldset.chips {
                legend { (voice.count("round-interests", i64::try_from(INTERESTS_MAX).unwrap_or(3))) }
                @for at in 1..=PROPOSED {
                    @let interest = voice.say(&format!("interest-{at}"));
                    label.chip {
                        input type="checkbox" name="interest" value=(interest)
                            checked[chosen.contains(&interest.as_str())];
                        span { (interest) }
                    }
                }
            }
            (reason.show())
            (consent(walk))
            button.primary type="submit" { (voice.say("path-continue")) }
        }))
    };
    Ok(Some(Panel::new(voice.say("round-title"), content)))
}

/// Whether one may be quoted: asked in one sentence, off until ticked.
pub(super) fn consent(walk: &Walk) -> Markup {
    let voice = &walk.visitor.voice;
    // Agreeing is for whoever it is about, not for the hand that writes for them.
    if dictate::writes_for_another(walk) {
        return html! {};
    }
    html! {
        input type="hidden" name="asked" value="quote";
        label.check {
            input type="checkbox" name="quote" value="1" checked[walk.participant.quote];
            span { (voice.say("consent-quote")) }
        }
    }
}

/// Keeps what was ticked, when it was asked on this form.
pub(super) async fn keep_consent(walk: &Walk, form: &Form) -> Result<(), Problem> {
    if form.get("asked") != "quote" || dictate::writes_for_another(walk) {
        return Ok(());
    }
    let given = form.get("quote") == "1";
    let key = form.command_id().then(if given { "quoted" } else { "unquoted" });
    let (place, person) = (&walk.workshop.workshop, walk.person());
    walk.visitor.site.app.workshops().consent(place, person, (Consent::Quote, given), key).await?;
    Ok(())
}

/// Takes back what a form does not agree to any more, and agrees to nothing new.
pub(super) async fn take_back_consent(walk: &Walk, step: Step, form: &Form) -> Result<(), Problem> {
    if walk.participant.quote && form.get("quote") != "1" {
        keep_consent(walk, form).await?;
    }
    let news = walk.participant.news && form.get("news") != "1";
    if news && step == Step::Farewell {
        farewell::keep_news(walk, form).await?;
    }
    Ok(())
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let text = |name: &str| form.get(name).to_owned();
    let sketch = Sketch {
        region: text("region"),
        organisation: text("organisation"),
        reason: text("reason"),
        interests: form.all("interest").map(str::to_owned).collect(),
    };
    keep_consent(&walk, form).await?;
    let (place, person) = (&walk.workshop.workshop, walk.person());
    walk.visitor.site.app.workshops().sketch(place, person, &sketch, form.command_id()).await?;
    Ok(go(&walk.after(Step::Round)))
}
