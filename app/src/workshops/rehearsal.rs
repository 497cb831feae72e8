//! A rehearsal, from the page: a copy of the workshop, and simulated people in it, at a
//! pace one can follow on the console. Nothing of it is counted anywhere.

use std::time::Duration;

use domain::core::ids::{PersonId, WorkshopId};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::notes::note::Door;
use domain::notes::visibility::Visibility;
use domain::workshops::participation::{self, Gesture, HandReason, Reached, Reaction};
use domain::workshops::script::{Script, Step};
use domain::workshops::workshop::Act;
use projections::notes::note;
use projections::workshops::workshop::Workshop;
use rand::Rng as _;

use super::Plan;
use crate::App;
use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::groups::items::{Place, read_lines};
use crate::notes::Words;
use crate::people::codes::pseudonym;
use crate::workshops::Workshops;
use crate::workshops::participation::Sketch;

/// How many people are simulated.
pub const PEOPLE: usize = 12;

/// How long someone takes for one gesture, in milliseconds.
const PACE: std::ops::Range<u64> = 400..2_500;

/// A rehearsal stops by itself when something does not go: it is only a rehearsal.
type Played = Result<(), Box<dyn std::error::Error + Send + Sync>>;

impl Workshops<'_> {
    /// Makes a copy of `workshop`, opens it, and lets simulated people in, for a minute or
    /// two. Asked twice by one form, it is made once and played once.
    pub async fn rehearse_workshop(
        &self,
        workshop: &Workshop,
        by: &PersonId,
        title: &str,
        command_id: CommandId,
    ) -> Result<WorkshopId, Failure> {
        let plan = Plan {
            title: title.to_owned(),
            places: (u32::try_from(PEOPLE).unwrap_or(12) * 2)
                .max(u32::try_from(workshop.places).unwrap_or(0)),
            tone: workshop.tone,
            language: workshop.live.details.language,
            script: workshop.script.reference(),
            items: Some(workshop.script.items.clone()),
            rehearsal: true,
            ..Plan::default()
        };
        let id = self.prepare_workshop(by, &plan, command_id.clone()).await?;
        let known = projections::workshops::workshop::find(&self.db, &id).await?;
        if known.is_some_and(|known| known.opened_at > 0) {
            return Ok(id);
        }
        self.run_workshop(&id, by, Act::Open, command_id.then("open")).await?;
        for number in 0..PEOPLE {
            let (app, id, script) = (self.0.clone(), id.clone(), workshop.script.clone());
            tokio::spawn(async move {
                if let Err(error) = play(&app, &id, &script, number).await {
                    tracing::warn!(%error, "a simulated participant stopped");
                }
            });
        }
        Ok(id)
    }
}

async fn pause() {
    let wait = rand::rng().random_range(PACE);
    tokio::time::sleep(Duration::from_millis(wait)).await;
}

async fn play(app: &App, id: &WorkshopId, script: &Script, number: usize) -> Played {
    pause().await;
    let key = CommandId::fresh;
    let person = app.workshops().enter_workshop(id, None, &pseudonym(), "fr", key()).await?;
    // One reads and does not write; one stops half-way; one asks for a hand.
    let observes = number == 3;
    let stops = number == 7;
    for step in script.steps() {
        pause().await;
        if number == 5 && step == Step::Draft {
            app.workshops()
                .take_part(
                    (id, &person),
                    &person,
                    participation::Act::RaiseHand(HandReason::Words),
                    key(),
                )
                .await?;
            pause().await;
        }
        if stops && step == Step::Look {
            return Ok(());
        }
        let writes = step.needs() == Some(Step::Idea) || step == Step::Idea;
        if observes && writes {
            continue;
        }
        act(app, id, &person, step, (number, observes)).await?;
    }
    Ok(())
}

async fn act(
    app: &App,
    id: &WorkshopId,
    person: &PersonId,
    step: Step,
    (number, observes): (usize, bool),
) -> Played {
    let key = CommandId::fresh;
    match step {
        Step::Round => {
            let sketch = Sketch { region: "Montréal".to_owned(), ..Sketch::default() };
            app.workshops().sketch(id, person, &sketch, key()).await?;
        }
        Step::React => {
            // Only a note of this rehearsal: nobody simulated answers somebody real.
            match note::to_thank(&app.db, id, person).await? {
                Some(note) => {
                    app.workshops()
                        .take_part(
                            (id, person),
                            person,
                            participation::Act::React {
                                note: note.note.clone(),
                                reaction: Reaction::Think,
                            },
                            key(),
                        )
                        .await?;
                }
                None => {
                    app.workshops().complete_step(id, person, step, key()).await?;
                }
            }
        }
        Step::Door => {
            let door = if observes { Door::Observe } else { Door::Tell };
            app.workshops()
                .take_part((id, person), person, participation::Act::ChooseDoor(door), key())
                .await?;
        }
        Step::Idea => {
            let words = Words {
                title: format!("Note de répétition {}", number + 1),
                body: "## Contexte\n\nUne phrase suffit pour commencer.\n".to_owned(),
                summary: String::new(),
            };
            app.notes().draft(person, Some((id, Door::Tell)), &words, key()).await?;
        }
        Step::Publish => {
            if let Some(note) = note::of_participant(&app.db, id, person).await? {
                app.notes().publish(&note, person, Visibility::Workshop, false, key()).await?;
            }
        }
        Step::Thank => {
            if let Some(note) = note::to_thank(&app.db, id, person).await? {
                let place = Some(id.clone());
                app.notes().thank(&note, person, place, "Je retiens ceci.", key()).await?;
            }
        }
        Step::Gather | Step::Canvas => {
            let lines = read_lines("a/ Une chose apprise en répétant", ItemKind::Learning, false);
            let sheet = Sheet::from(id);
            let place = Place { sheet: &sheet, under: None, source: Source::Said };
            app.groups().capture(person, &place, &lines, &key()).await?;
            app.workshops().complete_step(id, person, step, key()).await?;
        }
        Step::Blocks => {
            app.workshops().state_objective(id, person, (1, "Écrire une page"), key()).await?;
            app.workshops()
                .take_part(
                    (id, person),
                    person,
                    participation::Act::TellObjective { block: 1, reached: Reached::Yes },
                    key(),
                )
                .await?;
            app.workshops().complete_step(id, person, step, key()).await?;
        }
        Step::Farewell => {
            app.workshops().say_farewell(id, person, ("merci", Some(Gesture::Read)), key()).await?;
        }
        // Nothing to say: being done with it is enough, here as on any step to come.
        _ => {
            app.workshops().complete_step(id, person, step, key()).await?;
        }
    }
    Ok(())
}
