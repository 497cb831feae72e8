//! Who will read it: the group, everyone, or nobody for now.

use app::Failure;
use app::notes::Offer;
use domain::notes::visibility::Visibility;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::http::StatusCode;

use super::{Panel, Walk, dictate, poll};
use crate::notes::publish::{act_of, in_progress};
use crate::notes::show::offered;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;
use crate::workshops::path::introduction;

#[expect(clippy::unused_async, reason = "every panel is asked for in one way")]
pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let Some(note) = walk.note.as_ref() else { return Ok(None) };
    let taken_back = walk.visitor.query.maybe("reprise").is_some() && !note.is_published();
    let chosen = match (note.is_published(), taken_back) {
        (true, _) => note.visibility,
        (false, true) => Visibility::Writer,
        (false, false) => at_first(walk),
    };
    Ok(Some(shown(walk, chosen, (note.wall, note.by_group, taken_back), None)))
}

/// The same before there is a note, for a phone that keeps it.
pub(super) fn blank(walk: &Walk) -> Panel {
    shown(walk, at_first(walk), (false, false, false), None)
}

/// Who reads it unless its writer says otherwise: the facilitator's choice, or the group.
fn at_first(walk: &Walk) -> Visibility {
    walk.workshop.live.details.visibility.unwrap_or(Visibility::Workshop)
}

/// Whether a note can be published from its preview, in one gesture: to whom it is offered at
/// first, and the rest is asked only of those who want it.
pub(super) fn can_be_at_once(walk: &Walk) -> bool {
    walk.workshop.script.after(Step::Look) == Some(Step::Publish)
        // Published before, it has choices of its own: they are asked again.
        && walk.note.as_ref().is_some_and(|note| !note.is_published() && note.published_at == 0 && !note.by_group)
        && at_first(walk) != Visibility::Writer
        && !dictate::writes_for_another(walk)
        && poll::is_open(walk, Step::Publish)
}

/// The button that does it, with who will read it.
pub(super) fn at_once(walk: &Walk) -> Markup {
    let chosen = at_first(walk);
    html! {
        @if can_be_at_once(walk) {
            form novalidate method="post" action=(walk.address(Step::Publish)) data-next=(walk.after(Step::Publish)) {
                (field::key(&walk.visitor))
                input type="hidden" name="court" value="1";
                button.door.primary.door-chosen type="submit" name="visibility" value=(chosen.word()) {
                    (icon::draw(icon_of(chosen)))
                    span {
                        strong { (walk.visitor.voice.say(act_of(chosen, None))) }
                        span { (whom(walk, chosen)) }
                    }
                }
            }
        }
    }
}

/// Who may read it, in the order it is asked.
const OFFERED: [Visibility; 3] = [Visibility::Workshop, Visibility::Everyone, Visibility::Writer];

fn icon_of(visibility: Visibility) -> Icon {
    match visibility {
        Visibility::Workshop => Icon::Group,
        Visibility::Everyone => Icon::World,
        Visibility::Writer => Icon::Lock,
    }
}

/// Who that is, in a few words.
fn whom(walk: &Walk, choice: Visibility) -> String {
    let voice = &walk.visitor.voice;
    match choice {
        Visibility::Workshop => {
            voice.count("publish-workshop-help", (walk.workshop.entered - 1).max(0))
        }
        Visibility::Everyone => voice.say("publish-everyone-help"),
        Visibility::Writer => voice.say("publish-writer-help"),
    }
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
    // The first button is what a press of Enter does: what was chosen, or proposed.
    let mut choices = vec![chosen];
    choices.extend(OFFERED.into_iter().filter(|it| *it != chosen));
    let stands = walk.note.as_ref().filter(|note| note.is_published()).map(|note| note.visibility);
    let content = html! {
        @if taken_back { p.banner role="status" { (voice.say("publish-taken-back")) } }
        (field::form(&walk.visitor, &walk.address(Step::Publish), html! {
            @if mine {
                label.check {
                    input type="checkbox" name="wall" value="1" checked[wall];
                    span { (voice.say("publish-wall")) }
                }
            }
            (signature.show())
            // Folded, so that the three buttons stand on the first screen of a phone.
            details open[group] {
                summary { (voice.say("publish-more")) }
                @if mine {
                    label.check {
                        input type="checkbox" name="group" value="1" checked[group];
                        span { (voice.say("publish-group")) br; span.small { (voice.say("publish-group-help")) } }
                    }
                }
                @if mine { (in_progress(voice, walk.note.as_ref())) }
                // Asked where no other step of this script asks it.
                @if !walk.workshop.script.has(Step::Round) && !walk.workshop.script.has(Step::Farewell) {
                    (introduction::consent(walk))
                }
                @if walk.note.as_ref().is_none_or(|note| note.visibility != Visibility::Everyone) {
                    (offered(voice, ""))
                }
            }
            div.doors {
                @for choice in choices {
                    button.door.primary[choice == chosen].door-chosen[choice == chosen] type="submit" name="visibility"
                        value=(choice.word()) {
                        (icon::draw(icon_of(choice)))
                        span {
                            strong { (voice.say(act_of(choice, stands))) }
                            span { (whom(walk, choice)) }
                        }
                    }
                }
            }
            p.small { (voice.say("publish-undo")) }
        }))
    };
    Panel::new(voice.say("publish-title"), content)
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let Some(note) = &walk.note else { return Ok(go(&walk.address(Step::Idea))) };
    let visibility: Visibility = form.get("visibility").parse().unwrap_or(Visibility::Workshop);
    let app = &walk.visitor.site.app;
    // Published from its preview: it was looked at.
    if walk.workshop.script.has(Step::Look) && !walk.participant.done.contains(&Step::Look) {
        walk.complete(Step::Look, form.command_id().then("look")).await?;
    }
    introduction::keep_consent(&walk, form).await?;
    let signature = form.get("signature");
    // A name that was emptied is asked again: it would stand under the note all the same.
    let is_emptied = signature.trim().is_empty() && visibility == Visibility::Writer;
    let is_another = form.maybe("signature").is_some() && signature != walk.participant.name;
    let is_another = is_another && !is_emptied;
    if is_another {
        match app.people().set_display_name(walk.person(), signature).await {
            Ok(()) => {}
            Err(Failure::Words("name", reason)) => {
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
    // One form, a button for each circle: each is an act of its own.
    let key = form.command_id().then(visibility.word());
    if visibility == Visibility::Writer {
        if note.is_published() {
            let standing = app.standing(&walk.visitor.viewer, note).await?;
            app.notes().take_back(note, standing, walk.person(), key).await?;
        }
    } else {
        // The short form says nothing of the rest: it stays as it is.
        let mine = !dictate::writes_for_another(&walk) && form.get("court") != "1";
        let ticked = |name: &str, kept: bool| if mine { form.get(name) == "1" } else { kept };
        let (wall, group) = (ticked("wall", note.wall), ticked("group", note.by_group));
        let summary = form.get("summary").to_owned();
        let offer = Offer { visibility, wall, group, summary };
        let standing = app.standing(&walk.visitor.viewer, note).await?;
        app.notes().offer(note, standing, walk.person(), &offer, key.clone()).await?;
        if mine {
            let (is, key) = (form.get("chantier") == "1", key.then("progress"));
            app.notes().set_in_progress(note, standing, walk.person(), is, key).await?;
        }
    }
    let is_first = visibility != Visibility::Writer && !note.is_published();
    Ok(go(&if is_first {
        address::underway(&walk.workshop.code)
    } else {
        walk.after(Step::Publish)
    }))
}
