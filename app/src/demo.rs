//! A small, lived-in commons, filled through real commands.

mod circle;
mod lived_in;
mod lived_in_notes;
mod long_note;

use domain::core::ids::{NoteId, PersonId, WorkshopId};
use domain::notes::note::Door;
use domain::notes::reading::{Command as Read, ReaderKind, Reading};
use domain::notes::visibility::Visibility;
use domain::workshops::participation;
use domain::workshops::participation::HandReason;
use domain::workshops::script::Step;
use domain::workshops::workshop::Act;
use projections::notes::note;
use projections::workshops::room;

use crate::App;
use crate::access::Standing;
use crate::engine::envelope::{CommandId, Envelope};
use crate::notes::Words;
use crate::people::identities::links::Purpose;
use crate::workshops::Plan;

/// Anything that stops a demonstration is worth reading whole.
type AnyResult<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What someone needs to walk around in a demonstration.
#[derive(Clone, Debug)]
pub struct Demo {
    pub workshop: WorkshopId,
    /// The token of a link that signs its facilitator in.
    pub facilitator: String,
    /// The token of a link that signs an editor in.
    pub editor: String,
    /// A note with a history.
    pub note: NoteId,
}

/// The password of the demonstration's accounts.
pub const PASSWORD: &str = "un sillage sur le lac";

/// How far back it begins: the clock of a demonstration starts this late.
pub fn past() -> i64 {
    lived_in::length() + long_note::LENGTH
}

/// Fills an empty commons. Its clock should be late by [`past`]: its notes were written over that
/// time.
pub async fn fill(app: &App) -> AnyResult<Demo> {
    let marie =
        app.people().claim_account(None, "Marie-Soleil", "animation@exemple.org", PASSWORD).await?;
    app.people().name_facilitator(&marie).await?;
    app.people().name_moderator(&marie, None).await?;
    let editor = app.people().claim_account(None, "Ahmed", "edition@exemple.org", PASSWORD).await?;
    let mut life = lived_in::Life::begin(app).await?;
    let community = circle::begin(app, life.people()).await?;
    let looked_back_on = long_note::write(app, &marie, &editor, &mut life).await?;
    circle::live(app, &community, life.people()).await?;

    let plan = Plan {
        title: "Premiers pas dans le commun".to_owned(),
        places: 60,
        goal: Some(10),
        ..Plan::default()
    };
    let workshop = app.workshops().prepare_workshop(&marie, &plan, CommandId::fresh()).await?;
    app.workshops().run_workshop(&workshop, &marie, Act::Open, CommandId::fresh()).await?;

    let mut first = None;
    for (at, (name, title, body)) in NOTES.iter().enumerate() {
        let person = enter(app, &workshop, name).await?;
        let door = if at == 1 { Door::Transpose } else { Door::Tell };
        app.workshops()
            .take_part(
                (&workshop, &person),
                &person,
                participation::Act::ChooseDoor(door),
                CommandId::fresh(),
            )
            .await?;
        let note = write(app, &workshop, &person, door, title, body).await?;
        let everyone = at != 2;
        publish(app, &workshop, &person, &note, everyone).await?;
        first.get_or_insert((note, person));
    }
    let (note, writer) = first.expect("there are notes");
    let reader = enter(app, &workshop, "Camille").await?;
    thank(app, &workshop, &reader, &note, "Ça m'aide pour notre prochaine rencontre.").await?;
    app.workshops()
        .take_part(
            (&workshop, &reader),
            &reader,
            participation::Act::RaiseHand(HandReason::Words),
            CommandId::fresh(),
        )
        .await?;
    enter(app, &workshop, "Mésange tranquille").await?;

    revise(app, &note, &editor, ("dix personnes", "une douzaine de personnes"), "Précision")
        .await?;
    revise(app, &note, &writer, ("le tableau", "le grand tableau"), "").await?;
    read(app, &note, &[&reader, &editor, &marie]).await?;

    Ok(Demo {
        workshop,
        facilitator: app.people().one_time_link(Purpose::Visit, Some(&marie)).await?,
        editor: app.people().one_time_link(Purpose::Visit, Some(&editor)).await?,
        note: looked_back_on,
    })
}

async fn enter(app: &App, workshop: &WorkshopId, name: &str) -> AnyResult<PersonId> {
    Ok(app.workshops().enter_workshop(workshop, None, name, "fr", CommandId::fresh()).await?)
}

async fn write(
    app: &App,
    workshop: &WorkshopId,
    by: &PersonId,
    door: Door,
    title: &str,
    body: &str,
) -> AnyResult<NoteId> {
    let words = Words { title: title.to_owned(), body: body.to_owned(), ..Words::default() };
    Ok(app.notes().draft(by, Some((workshop, door)), &words, CommandId::fresh()).await?)
}

async fn publish(
    app: &App,
    workshop: &WorkshopId,
    by: &PersonId,
    note: &NoteId,
    everyone: bool,
) -> AnyResult<()> {
    for step in [Step::Draft, Step::Look] {
        app.workshops().complete_step(workshop, by, step, CommandId::fresh()).await?;
    }
    let note = note::find(&app.db, note).await?.ok_or("the note was just written")?;
    let visibility = if everyone { Visibility::Everyone } else { Visibility::Workshop };
    app.notes().publish(&note, by, visibility, everyone, CommandId::fresh()).await?;
    // So that whoever tries the demonstration can change a note of somebody else.
    app.notes().set_open(&note, by, true, CommandId::fresh()).await?;
    Ok(())
}

async fn thank(
    app: &App,
    workshop: &WorkshopId,
    by: &PersonId,
    note: &NoteId,
    words: &str,
) -> AnyResult<()> {
    let note = note::find(&app.db, note).await?.ok_or("the note was just written")?;
    debug_assert!(room::find(&app.db, workshop, by).await?.is_some());
    app.notes().thank(&note, by, Some(workshop.clone()), words, CommandId::fresh()).await?;
    Ok(())
}

async fn revise(
    app: &App,
    note: &NoteId,
    by: &PersonId,
    (old, new): (&str, &str),
    summary: &str,
) -> AnyResult<()> {
    let note = note::find(&app.db, note).await?.ok_or("the note was just written")?;
    let words = Words {
        title: note.title.clone(),
        body: note.body.replace(old, new),
        summary: summary.to_owned(),
    };
    let standing = Standing {
        writer: note.writer == *by,
        in_room: true,
        first: 1,
        account: true,
        moderator: false,
        team: false,
    };
    app.notes().revise(&note, standing, by, note.revision, &words, CommandId::fresh()).await?;
    Ok(())
}

async fn read(app: &App, note: &NoteId, readers: &[&PersonId]) -> AnyResult<()> {
    for person in readers {
        let reader = app.notes().reader_of(person, note).await?;
        let stream = format!("{note}.{reader}");
        let (note, kind) = (note.clone(), ReaderKind::Account);
        let (reader_too, revision) = (reader.clone(), 1);
        let open = Read::Open { note: note.clone(), reader: reader_too, kind, window: 0, revision };
        let envelope = Envelope::from_reader(&reader, CommandId::fresh());
        app.execute::<Reading>(&stream, open, envelope).await?;
        let like = Read::Like { note, reader: reader.clone(), kind };
        let envelope = Envelope::from_reader(&reader, CommandId::fresh());
        app.execute::<Reading>(&stream, like, envelope).await?;
    }
    Ok(())
}

/// Who wrote what, before you came.
const NOTES: [(&str, &str, &str); 3] = [
    (
        "Léa",
        "Ce que le tour de table a changé chez nous",
        "## Le contexte\n\nNous étions dix personnes, et trois seulement parlaient.\n\n\
         ## Ce que nous avons fait\n\n- un tour de table d'une minute chacun, minuterie visible;\n\
         - le droit de dire « je passe »;\n- une personne note les idées sur le tableau.\n\n\
         ## Ce que ça change\n\nLes trois quarts des idées retenues viennent maintenant de \
         personnes qui se taisaient. Le plus difficile a été de laisser vivre les silences.\n",
    ),
    (
        "Omar",
        "Transposer nos comptes rendus en notes courtes",
        "Nous avions **quarante comptes rendus** dans un disque partagé, que personne ne relisait.\n\n\
         Nous en avons tiré douze notes d'une page : une question, ce qu'on a essayé, ce qu'on \
         referait. Il nous a fallu vingt minutes par note.\n",
    ),
    (
        "Huard rapide",
        "Une question que je me pose sur l'accueil",
        "Comment accueillir quelqu'un qui arrive en retard sans refaire tout le tour ?\n",
    ),
];
