//! `/ateliers/{id}/salle/{person}`: one person in the room, a kind word to them, and what
//! to do when they have two phones.

use domain::workshops::participation;
use domain::workshops::script::Step;
use domain::workshops::workshop::Act;
use maud::{Markup, html};
use projections::notes::note;
use projections::workshops::room::{self, Participant};
use projections::workshops::workshop::Workshop;

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::markdown;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::console::actions::console;
use crate::workshops::console::door::out_button;
use crate::workshops::rights::{Helps, Runs, Sees, participant};

/// How many kind words are ready.
const READY_WORDS: usize = 3;

/// `…/salle/{person}`: one person, and what one may do for them. No draft, unless they
/// show it while their hand is up.
pub async fn show(Sees { visitor, workshop, duty, .. }: Sees) -> Answer {
    let participant = participant(&visitor, &workshop, visitor.part("person")).await?;
    let voice = &visitor.voice;
    // What is said to a participant is said as the workshop speaks.
    let workshop_voice = voice.clone().in_tone(workshop.tone);
    let others = room::present(&visitor.site.app.db, &workshop.workshop).await?;
    let here = address::participant(&workshop.workshop, &participant.person);
    let step = workshop.script.current(&participant.done);
    let content = html! {
        p.over { a href={ (address::console(&workshop.workshop)) "#salle" } { (voice.say("console-title")) } }
        h1 { (card::author(voice, &participant.name)) }
        ul.facts {
            @if let Some(step) = step { li { (voice.say(&format!("step-{}", step.word()))) } }
            @if let Some(door) = participant.door { li { (voice.say(&format!("door-{}", <&str>::from(door)))) } }
            li { (voice.say("person-since")) " " (moment::hour(voice, participant.entered_at)) }
            @if participant.quote { li { (voice.say("line-agrees")) } }
            @if participant.merged_into.is_some() { li { (voice.say("person-merged")) } }
        }
        @if duty.helps {
            (field::form(&visitor, &here, html! {
                fieldset {
                    legend { (voice.say("person-word")) }
                    @for at in 1..=READY_WORDS {
                        @let words = workshop_voice.say(&format!("person-word-{at}"));
                        button type="submit" name="words" value=(words) { (words) }
                    }
                }
            }))
            (field::form(&visitor, &here, html! {
                div.field {
                    label for="words" { (voice.say("person-word-own")) }
                    input #words type="text" name="words" maxlength="140" autocomplete="off";
                }
                button type="submit" { (voice.say("console-say-button")) }
            }))
        }
        @if duty.helps {
            (draft(&visitor, &participant).await?)
            (propose(&visitor, &workshop, &participant))
        }
        @if duty.runs {
            details {
                summary { (voice.say("entrance-send-out-title")) }
                p { (voice.say("entrance-send-out-help")) }
                (out_button(&visitor, workshop.workshop.as_str(), &participant.person,
                    &card::author(voice, &participant.name)))
            }
        }
        @if duty.runs && participant.merged_into.is_none() && others.len() > 1 {
            details {
                summary { (voice.say("person-merge")) }
                p { (voice.say("person-merge-help")) }
                (field::form(&visitor, &address::participant_merged(&workshop.workshop, &participant.person), html! {
                    label for="into" { (voice.say("person-merge-into")) }
                    select #into name="into" {
                        @for other in others.iter().filter(|other| other.person != participant.person) {
                            option value=(other.person) { (card::author(voice, &other.name)) }
                        }
                    }
                    button type="submit" { (voice.say("person-merge-button")) }
                }))
            }
        }
    };
    Ok(Page::new(card::author(voice, &participant.name), content).show(&visitor))
}

/// The draft they show, while their hand is up. No stream and no console holds it.
async fn draft(visitor: &Visitor, participant: &Participant) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let (Some(id), Some(_)) = (&participant.shown, participant.hand) else { return Ok(html! {}) };
    let app = &visitor.site.app;
    let Some(note) =
        note::find(&app.db, id).await?.filter(|note| note.writer == participant.person)
    else {
        return Ok(html! {});
    };
    // As it is being written, saved or not.
    let (title, body) = match app.notes().unsaved(&note.note, participant.person.as_str()).await? {
        Some(unsaved) => (unsaved.title, unsaved.body),
        None => (note.title, note.body),
    };
    Ok(html! {
        section.panel aria-labelledby="draft-title" {
            h2 #draft-title { (voice.say("person-draft")) }
            p.small { (voice.say("person-draft-help")) }
            article.paper {
                h3 { (title) }
                div.prose { (markdown::rendered(&body).await?) }
            }
        }
    })
}

/// Proposes a step; they go there if they want to.
fn propose(visitor: &Visitor, workshop: &Workshop, participant: &Participant) -> Markup {
    let voice = &visitor.voice;
    let proposed = participant.proposed;
    html! {
        (field::form_in("row", visitor, &address::participant_step(&workshop.workshop, &participant.person), html! {
            div.field {
                label for="step" { (voice.say("person-propose")) }
                select #step name="step" {
                    @for step in workshop.script.steps() {
                        option value=(step.word()) selected[proposed == Some(step)] {
                            (voice.say(&format!("step-{}", step.word())))
                        }
                    }
                }
            }
            button type="submit" { (voice.say("person-propose-button")) }
        }))
        @if let Some(step) = proposed {
            p.small role="status" {
                (voice.fill("person-proposed", &[
                    ("step", voice.say(&format!("step-{}", step.word())).into()),
                ]))
            }
        }
    }
}

/// `POST …/salle/{person}/etape`: proposes a step.
pub async fn propose_step(
    Helps { visitor, person: by, workshop, .. }: Helps,
    form: Form,
) -> Answer {
    let participant = participant(&visitor, &workshop, visitor.part("person")).await?;
    let step: Step = form.get("step").parse().map_err(|_| Problem::NotFound)?;
    if !workshop.script.has(step) {
        return Err(Problem::NotFound);
    }
    let (app, key) = (&visitor.site.app, form.command_id());
    app.workshops()
        .take_part(
            (&workshop.workshop, &participant.person),
            &by,
            participation::Act::ProposeStep(step),
            key,
        )
        .await?;
    Ok(go(&address::participant(&workshop.workshop, &participant.person)))
}

/// `POST …/salle/{person}`: a kind word.
pub async fn encourage(Helps { visitor, person: by, workshop, .. }: Helps, form: Form) -> Answer {
    let participant = participant(&visitor, &workshop, visitor.part("person")).await?;
    // The last field of this name is the button that was tapped.
    let words = form.all("words").last().unwrap_or_default();
    let (app, key) = (&visitor.site.app, form.command_id());
    app.workshops().encourage(&workshop.workshop, &participant.person, (&by, words), key).await?;
    Ok(console(&workshop, "salle"))
}

/// `POST …/salle/{person}/fusion`: it is the second phone of somebody.
pub async fn merge(runs: Runs, form: Form) -> Answer {
    let Runs { visitor, workshop, .. } = &runs;
    let former = participant(visitor, workshop, visitor.part("person")).await?;
    let into = participant(visitor, workshop, form.get("into")).await?;
    let act = Act::Merge(former.remembered.person, into.remembered.person);
    runs.run(act, form.command_id()).await?;
    Ok(console(workshop, "salle"))
}
