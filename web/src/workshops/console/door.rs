//! The door, from the console: let people in by themselves, hold them, let nobody in; another
//! code; everybody who waits at once; somebody sent out, or back.

use domain::core::ids::PersonId;
use domain::workshops::workshop::{Act, Door};
use maud::{Markup, html};
use projections::workshops::room;
use projections::workshops::workshop::Stage;
use strum::VariantArray as _;

use super::Room;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::parts::{card, field};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::console::actions::console;
use crate::workshops::rights::Runs;

/// How people come in, and another code: for whoever runs the room, while it is open.
pub(super) fn controls(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    let id = &room.workshop.workshop;
    html! {
        @if room.duty.runs && room.workshop.stage == Stage::Open {
            details {
                summary {
                    (voice.say("entrance-title")) " · "
                    (voice.say(&format!("entrance-is-{}", room.workshop.live.door.word())))
                }
                (field::form(&room.visitor, &address::entrance(id), html! {
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
                }))
                (field::form(&room.visitor, &address::entrance_code(id), html! {
                    p.small { (voice.say("entrance-renew-help")) }
                    button type="submit" { (voice.say("entrance-renew")) }
                }))
            }
        }
    }
}

/// One tap for everybody who waits.
pub(super) fn admit_all(room: &Room) -> Markup {
    let voice = &room.visitor.voice;
    html! {
        @if room.duty.runs && room.waiting.len() > 1 {
            (field::form(&room.visitor, &address::admission_of_all(&room.workshop.workshop), html! {
                button.primary type="submit" {
                    (voice.count("entrance-admit-all", i64::try_from(room.waiting.len()).unwrap_or(0)))
                }
            }))
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
    let label = voice.fill(
        "console-about",
        &[("what", voice.say("entrance-send-out").into()), ("name", name.to_owned().into())],
    );
    html! {
        (field::form(visitor, &address::participant_out(workshop, person), html! {
            button.quiet type="submit" aria-label=(label) {
                (voice.say("entrance-send-out"))
            }
        }))
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
                    @for participant in &room.out {
                        li {
                            strong { (card::author(voice, &participant.name)) }
                            form novalidate method="post"
                                action=(address::participant_back(&room.workshop.workshop, &participant.person)) {
                                (field::key(&room.visitor))
                                button type="submit" {
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

/// `POST …/porte`: how people come in.
pub async fn set(runs: Runs, form: Form) -> Answer {
    let door: Door = form.get("porte").parse().map_err(|_| Problem::NotFound)?;
    runs.run(Act::SetDoor(door), form.command_id().then(door.word())).await?;
    Ok(console(&runs.workshop, "salle"))
}

/// `POST …/porte/code`: another code.
pub async fn renew_code(Runs { visitor, workshop, .. }: Runs, _: Form) -> Answer {
    visitor.site.app.workshops().renew_door(&workshop.workshop).await?;
    Ok(console(&workshop, "salle"))
}

/// `POST …/admission`: everybody who waits.
pub async fn let_all_in(runs: Runs, form: Form) -> Answer {
    for participant in room::waiting(&runs.visitor.site.app.db, &runs.workshop.workshop).await? {
        let key = form.command_id().then(participant.person.as_str());
        runs.run(Act::Admit(participant.person), key).await?;
    }
    Ok(console(&runs.workshop, "salle"))
}

/// `POST …/salle/{person}/sortie`: somebody goes out.
pub async fn send_out(runs: Runs, form: Form) -> Answer {
    runs.run(Act::SendOut(runs.visitor.id("person")?), form.command_id()).await?;
    Ok(console(&runs.workshop, "salle"))
}

/// `POST …/salle/{person}/retour`: somebody who was sent out may come back.
pub async fn bring_back(runs: Runs, form: Form) -> Answer {
    runs.run(Act::BringBack(runs.visitor.id("person")?), form.command_id()).await?;
    Ok(console(&runs.workshop, "salle"))
}
