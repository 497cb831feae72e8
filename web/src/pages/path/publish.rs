//! Who will read it: the group, everyone, or nobody for now.

use app::identities::IdentityError;
use app::notes::Offer;
use domain::script::Step;
use domain::visibility::Visibility;
use maud::{Markup, html};
use poem::http::StatusCode;

use super::{Panel, Walk, dictate, round};
use crate::form::Form;
use crate::pages::note::offered;
use crate::pages::{Answer, go};
use crate::parts::field::{self, Line};
use crate::parts::icon::{self, Icon};

pub(super) fn panel(walk: &Walk) -> Option<Panel> {
    let note = walk.note.as_ref()?;
    let taken_back = walk.visitor.query.maybe("reprise").is_some() && !note.is_published();
    let chosen = match (note.is_published(), taken_back) {
        (true, _) => note.visibility,
        (false, true) => Visibility::Writer,
        (false, false) => at_first(walk),
    };
    Some(shown(walk, chosen, (note.wall, note.by_group, taken_back), None))
}

/// The same before there is a note, for a phone that keeps it.
pub(super) fn blank(walk: &Walk) -> Panel {
    shown(walk, at_first(walk), (false, false, false), None)
}

/// Who reads it unless its writer says otherwise: the facilitator's choice, or the group.
fn at_first(walk: &Walk) -> Visibility {
    walk.workshop.live.details.visibility.unwrap_or(Visibility::Workshop)
}

/// `refused` is a signature that could not be taken, and why.
fn shown(
    walk: &Walk,
    chosen: Visibility,
    (wall, group, taken_back): (bool, bool, bool),
    refused: Option<(&str, &str)>,
) -> Panel {
    let voice = &walk.visitor.voice;
    let (label, help) = (voice.say("publish-signed"), voice.say("publish-signed-help"));
    let name = refused.map_or(walk.participant.name.as_str(), |(_, name)| name);
    let notice = refused.map(|(notice, _)| notice);
    let signature = Line {
        help: Some(&help),
        notice,
        fill: "nickname",
        ..Line::new("signature", &label, name)
    };
    // A hand that writes for another agrees to nothing in their place.
    let mine = !dictate::writes_for_another(walk);
    let others = (walk.workshop.entered - 1).max(0);
    let choice =
        |visibility: Visibility, icon: Icon, label: String, help: Option<String>| -> Markup {
            html! {
                label.choice {
                    input type="radio" name="visibility" value=(visibility.word())
                        checked[chosen == visibility];
                    (icon::draw(icon))
                    span { strong { (label) } @if let Some(help) = help { span { (help) } } }
                }
            }
        };
    let content = html! {
        @if taken_back { p.banner role="status" { (voice.say("publish-taken-back")) } }
        form novalidate method="post" action=(walk.address(Step::Publish)) {
            (field::key(&walk.visitor))
            fieldset.choices {
                legend { (voice.say("publish-legend")) }
                (choice(Visibility::Workshop, Icon::Group,
                    voice.count("publish-workshop", others), None))
                (choice(Visibility::Everyone, Icon::World,
                    voice.say("publish-everyone"), Some(voice.say("publish-everyone-help"))))
                (choice(Visibility::Writer, Icon::Lock,
                    voice.say("publish-writer"), Some(voice.say("publish-writer-help"))))
            }
            @if mine {
                label.check {
                    input type="checkbox" name="wall" value="1" checked[wall];
                    span { (voice.say("publish-wall")) }
                }
            }
            (signature.show())
            @if mine {
                label.check {
                    input type="checkbox" name="group" value="1" checked[group];
                    span { (voice.say("publish-group")) br; span.small { (voice.say("publish-group-help")) } }
                }
            }
            // Asked where no other step of this script asks it.
            @if !walk.workshop.script.has(Step::Round) && !walk.workshop.script.has(Step::Farewell) {
                (round::consent(walk))
            }
            @if walk.note.as_ref().is_none_or(|note| note.visibility != Visibility::Everyone) {
                (offered(voice, ""))
            }
            p.small { (voice.say("publish-undo")) }
            button.primary type="submit" { (voice.say("publish-button")) }
        }
    };
    Panel::new(voice.say("publish-title"), content)
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let Some(note) = &walk.note else { return Ok(go(&walk.address(Step::Idea))) };
    let visibility: Visibility = form.get("visibility").parse().unwrap_or(Visibility::Workshop);
    let app = &walk.visitor.site.app;
    round::keep_consent(&walk, form).await?;
    let signature = form.get("signature");
    if !signature.trim().is_empty() && signature != walk.participant.name {
        match app.go_by(walk.person(), signature).await {
            Ok(()) => {}
            Err(IdentityError::Name(reason)) => {
                let notice = walk.visitor.voice.say(&format!("name-{}", <&str>::from(reason)));
                let wall = form.get("wall") == "1";
                let refused = Some((notice.as_str(), signature));
                let group = form.get("group") == "1";
                let mut panel = shown(&walk, visibility, (wall, group, false), refused);
                panel.status = StatusCode::UNPROCESSABLE_ENTITY;
                return Ok(walk.page(Step::Publish, panel));
            }
            Err(error) => return Err(error.into()),
        }
    }
    if visibility == Visibility::Writer {
        if note.is_published() {
            let standing = app.standing(&walk.visitor.viewer, note).await?;
            app.take_back(note, standing, walk.person(), form.command_id()).await?;
        }
    } else {
        let mine = !dictate::writes_for_another(&walk);
        let ticked = |name: &str, kept: bool| if mine { form.get(name) == "1" } else { kept };
        let (wall, group) = (ticked("wall", note.wall), ticked("group", note.by_group));
        let summary = form.get("summary").to_owned();
        let offer = Offer { visibility, wall, group, summary };
        let standing = app.standing(&walk.visitor.viewer, note).await?;
        app.offer(note, standing, walk.person(), &offer, form.command_id()).await?;
    }
    Ok(go(&walk.after(Step::Publish)))
}
