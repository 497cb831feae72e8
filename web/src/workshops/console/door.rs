//! The door, from the console: let people in by themselves, hold them, let nobody in; another
//! code; everybody who waits at once; somebody sent out, or back.

use domain::core::ids::PersonId;
use domain::workshops::workshop::{Act, Door};
use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use projections::workshops::room;
use projections::workshops::workshop::Stage;
use strum::VariantArray as _;

use super::Room;
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::console::actions::console;
use crate::workshops::list::run_by;

/// How people come in, and another code: for whoever runs the room, while it is open.
pub(super) fn controls(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let action = format!("{}/porte", room.address());
    html! {
        @if room.duty.runs && room.workshop.stage == Stage::Open {
            details {
                summary {
                    (voice.say("entrance-title")) " · "
                    (voice.say(&format!("entrance-is-{}", room.workshop.live.door.word())))
                }
                form novalidate method="post" action=(action) {
                    (field::key(&room.visitor))
                    fieldset.chips {
                        legend { (voice.say("entrance-legend")) }
                        @for door in Door::VARIANTS {
                            @let on = *door == room.workshop.live.door;
                            button.on[on] type="submit" name="porte" value=(door.word())
                                aria-pressed=(if on { "true" } else { "false" }) {
                                (voice.say(&format!("entrance-{}", door.word())))
                            }
                        }
                    }
                }
                form novalidate method="post" action=(action) {
                    (field::key(&room.visitor))
                    p.small { (voice.say("entrance-renew-help")) }
                    button type="submit" name="gesture" value="code" { (voice.say("entrance-renew")) }
                }
            }
        }
    }
}

/// One tap for everybody who waits.
pub(super) fn admit_all(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        @if room.duty.runs && room.waiting.len() > 1 {
            form novalidate method="post" action={ (room.address()) "/porte" } {
                (field::key(&room.visitor))
                button.primary type="submit" name="gesture" value="tous" {
                    (voice.count("entrance-admit-all", i64::try_from(room.waiting.len()).unwrap_or(0)))
                }
            }
        }
    }
}

/// The button that sends somebody out, or away from the door.
pub(crate) fn out_button(
    visitor: &Visitor,
    workshop: &str,
    person: &PersonId,
    name: &str,
) -> Markup {
    let voice = &visitor.voice;
    let label = voice.tell(
        "console-about",
        &[("what", voice.say("entrance-send-out").into()), ("name", name.to_owned().into())],
    );
    html! {
        form novalidate method="post" action={ "/ateliers/" (workshop) "/salle/" (person) "/sortie" } {
            (field::key(visitor))
            button.quiet type="submit" name="gesture" value="out" aria-label=(label) {
                (voice.say("entrance-send-out"))
            }
        }
    }
}

/// Those who were sent out, each with a way back.
pub(super) fn sent_out(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        @if room.duty.runs && !room.out.is_empty() {
            details {
                summary { (voice.count("entrance-out", i64::try_from(room.out.len()).unwrap_or(0))) }
                ul.hands {
                    @for one in &room.out {
                        li {
                            strong { (card::author(voice, &one.name)) }
                            form novalidate method="post"
                                action={ (room.address()) "/salle/" (one.person) "/sortie" } {
                                (field::key(&room.visitor))
                                button type="submit" name="gesture" value="back" {
                                    (voice.say("entrance-bring-back"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// `POST …/porte`: how people come in, another code, or everybody who waits.
#[handler]
pub async fn act(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let app = &visitor.site.app;
    let place = &workshop.workshop;
    match form.get("gesture") {
        "code" => app.renew_door(place).await?,
        "tous" => {
            for one in room::waiting(&app.db, place).await? {
                let key = form.command_id().then(one.person.as_str());
                app.run_workshop(place, by, Act::Admit(one.person), key).await?;
            }
        }
        _ => {
            let door: Door = form.get("porte").parse().map_err(|_| Problem::NotFound)?;
            let key = form.command_id().then(door.word());
            app.run_workshop(place, by, Act::SetDoor(door), key).await?;
        }
    }
    Ok(console(&workshop, "salle"))
}

/// `POST …/salle/{person}/sortie`: somebody goes out, or comes back.
#[handler]
pub async fn send_out(
    visitor: Visitor,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
    let asked = match form.get("gesture") {
        "back" => Act::BringBack(person),
        _ => Act::SendOut(person),
    };
    visitor.site.app.run_workshop(&workshop.workshop, by, asked, form.command_id()).await?;
    Ok(console(&workshop, "salle"))
}
