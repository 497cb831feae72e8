//! The first screen: four ways to begin.

use domain::notes::note::Door;
use domain::workshops::participation::Act;
use domain::workshops::script::Step;
use maud::html;

use super::{Panel, Walk};
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;

/// The word of a door in forms and texts.
fn word(door: Door) -> &'static str {
    door.into()
}

fn icon_of(door: Door) -> Icon {
    match door {
        Door::Tell => Icon::Pen,
        Door::Transpose => Icon::Paste,
        Door::Capture => Icon::Group,
        Door::Observe => Icon::Eye,
        Door::Dictate => Icon::Voice,
        Door::Complete => Icon::Add,
    }
}

#[expect(clippy::unused_async, reason = "every panel is asked for in one way")]
pub(super) async fn panel(walk: &Walk) -> Result<Option<Panel>, Problem> {
    let voice = &walk.visitor.voice;
    let doors = &walk.workshop.script.doors;
    let name = walk.participant.name.as_str();
    let content = html! {
        p.lead { (voice.fill("door-hello", &[("name", name.into())])) }
        (field::form_in("doors", &walk.visitor, &walk.address(Step::Door), html! {
            @for door in doors.iter().copied() {
                button.door.door-small[door == Door::Observe] type="submit" name="door" value=(word(door)) {
                    (icon::draw(icon_of(door)))
                    span {
                        strong { (voice.say(&format!("door-{}", word(door)))) }
                        span { (voice.say(&format!("door-{}-help", word(door)))) }
                    }
                }
            }
        }))
    };
    Ok(Some(Panel::new(voice.say("door-title"), content)))
}

pub(super) async fn act(walk: Walk, form: &Form) -> Answer {
    let door: Door = form.get("door").parse().unwrap_or(Door::Tell);
    // A form shown before someone changed their mind chooses again, under a key of its own.
    let key = form.command_id().then(word(door));
    walk.take_part(Act::ChooseDoor(door), key).await?;
    Ok(go(&walk.after(Step::Door)))
}
