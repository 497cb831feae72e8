//! A note that was written over eight months, for whoever wants to look back.

use domain::core::ids::{NoteId, PersonId};
use projections::notes::note;

use super::AnyResult;
use super::lived_in::Life;
use crate::App;
use crate::access::Standing;
use crate::engine::clock::{DAY, HOUR};
use crate::engine::envelope::CommandId;
use crate::notes::Words;
use crate::notes::revise::Saved;
use domain::notes::visibility::Visibility;

/// How long it took.
pub(super) const LENGTH: i64 = 240 * DAY;

const TITLE: &str = "Bien accueillir une nouvelle personne";

/// What its writer said first.
const FIRST: &str = "## Avant la rencontre\n\n\
    Écrire à la personne, en deux phrases, ce qui va se passer. Lui dire qui l'attendra à la porte.\n\n\
    ## Pendant\n\n\
    - Une personne du groupe est chargée de l'accueil.\n\
    - Chacun dit son prénom et ce qu'il aime.\n\
    - On garde une chaise libre, pour les retards.\n\n\
    ## Après\n\n\
    Demander ce qui a aidé. Noter le developement de la soirée dans le carnet.\n";

/// One change: days later, whose, why, what becomes what.
struct Step {
    days: i64,
    by: By,
    why: &'static str,
    from: &'static str,
    to: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum By {
    Marie,
    Ahmed,
    Rosalie,
}

const STEPS: [Step; 7] = [
    Step { days: 20, by: By::Ahmed, why: "", from: "developement", to: "développement" },
    Step {
        days: 25,
        by: By::Ahmed,
        why: "Une idée qui vient de notre groupe",
        from: "- On garde une chaise libre, pour les retards.\n",
        to: "- On garde une chaise libre, pour les retards.\n- À la pause, quelqu'un va lui parler.\n",
    },
    Step {
        days: 0,
        by: By::Ahmed,
        why: "",
        from: "quelqu'un va lui parler",
        to: "deux personnes vont lui parler",
    },
    Step {
        days: 40,
        by: By::Rosalie,
        why: "",
        from: "Demander ce qui a aidé.",
        to: "Demander ce qui a aidé, sans insister. Un courriel le lendemain suffit souvent.",
    },
    Step { days: 50, by: By::Marie, why: "Le plus important d'abord", from: "", to: "" },
    Step {
        days: 45,
        by: By::Rosalie,
        why: "",
        from: "Une personne du groupe est chargée de l'accueil.",
        to: "**Une personne du groupe** est chargée de l'accueil.",
    },
    Step {
        days: 35,
        by: By::Marie,
        why: "Après la rencontre d'octobre",
        from: "en deux phrases,",
        to: "en deux ou trois phrases,",
    },
];

/// Writes it, moving the clock on as it goes, while others live beside it; ends [`LENGTH`] later.
pub(super) async fn write(
    app: &App,
    marie: &PersonId,
    ahmed: &PersonId,
    life: &mut Life,
) -> AnyResult<NoteId> {
    let start = app.clock.now();
    let password = super::PASSWORD;
    let rosalie =
        app.people().claim_account(None, "Rosalie", "rosalie@exemple.org", password).await?;
    let words = Words { title: TITLE.to_owned(), body: FIRST.to_owned(), ..Words::default() };
    let id = app.notes().draft(marie, None, &words, CommandId::fresh()).await?;
    let begun = note::find(&app.db, &id).await?.ok_or("the note was just written")?;
    app.notes().publish(&begun, marie, Visibility::Everyone, false, CommandId::fresh()).await?;
    app.notes().set_open(&begun, marie, true, CommandId::fresh()).await?;
    let mut named = 0;
    for step in &STEPS {
        if step.days > 0 {
            app.clock.advance(step.days * DAY / 2);
            life.go_on(app).await?;
        }
        app.clock.advance(step.days * DAY / 2 + HOUR / 12);
        let person = match step.by {
            By::Marie => marie,
            By::Ahmed => ahmed,
            By::Rosalie => &rosalie,
        };
        let now = note::find(&app.db, &id).await?.ok_or("the note was just written")?;
        let body = if step.from.is_empty() {
            last_first(&now.body)
        } else {
            now.body.replace(step.from, step.to)
        };
        let words = Words { title: now.title.clone(), body, summary: step.why.to_owned() };
        let standing = Standing {
            writer: step.by == By::Marie,
            account: true,
            first: 1,
            ..Standing::default()
        };
        let key = CommandId::fresh();
        let saved = app.notes().revise(&now, standing, person, now.revision, &words, key).await?;
        if let (Saved::Written(revision), By::Marie) = (saved, step.by) {
            named = revision;
        }
    }
    let now = note::find(&app.db, &id).await?.ok_or("the note was just written")?;
    let standing = Standing { account: true, first: 1, ..Standing::default() };
    let called = (named, "Présentée au groupe d'octobre");
    app.notes().name_revision(&now, standing, ahmed, called, CommandId::fresh()).await?;
    app.notes().thank_for_revision(&now, standing, marie, 3, CommandId::fresh()).await?;
    app.clock.advance(start + LENGTH - app.clock.now());
    Ok(id)
}

/// The last section, moved before the first one.
fn last_first(body: &str) -> String {
    let found = domain::prose::section::sections(body);
    let Some(last) = found.last() else { return body.to_owned() };
    let (before, section) = body.split_at(last.range.start);
    format!("{}\n\n{}\n", section.trim_end(), before.trim_end())
}
