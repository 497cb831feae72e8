//! What a year left in a commons: notes of people of every kind, written by real commands.

use domain::core::ids::{NoteId, PersonId};
use domain::notes::audience::Group;
use domain::notes::details::{Details, Licence, Spoken};
use domain::notes::visibility::Visibility;
use projections::notes::note::{self, Note};

use super::AnyResult;
use super::lived_in_notes::{NOTES, Written};
use crate::App;
use crate::access::{Standing, Viewer};
use crate::engine::clock::{DAY, HOUR};
use crate::engine::envelope::CommandId;
use crate::notes::Words;

/// Who lives in it; the last three came without an account.
pub(super) const PEOPLE: [&str; 15] = [
    "Guylaine",
    "Fatou",
    "Jean-Marc",
    "Kateri",
    "Louise",
    "Mehdi",
    "Noémie",
    "Olivier",
    "Sophie",
    "Thierry",
    "Yasmine",
    "Zoé",
    "Hélène",
    "Gabriel",
    "Inès",
];

/// How many of them have no account.
const GUESTS: usize = 3;

/// Between two notes.
const PAUSE: i64 = 10 * DAY;

/// How many of the notes are written while the long one is ([`super::long_note`]).
const LATER: usize = 6;

/// How long those before it take.
pub(super) fn length() -> i64 {
    i64::try_from(NOTES.len() - LATER).unwrap_or(0) * PAUSE
}

/// Those who live in it, and what they wrote so far.
pub(super) struct Life {
    people: Vec<PersonId>,
    written: Vec<NoteId>,
}

impl Life {
    /// Those who live in it, and their first notes.
    pub(super) async fn begin(app: &App) -> AnyResult<Self> {
        let mut people = vec![];
        for (at, name) in PEOPLE.iter().enumerate() {
            people.push(if at + GUESTS < PEOPLE.len() {
                let address = format!("personne{at}@exemple.org");
                app.people().make_account(None, (name, &address, None), false).await?
            } else {
                let person: PersonId = app.derived_id("person", name, &CommandId::fresh());
                app.people().ensure_person(&person, name, "fr").await?;
                person
            });
        }
        let mut life = Self { people, written: vec![] };
        for _ in LATER..NOTES.len() {
            app.clock.advance(PAUSE - HOUR);
            life.go_on(app).await?;
        }
        Ok(life)
    }

    /// Those who live in it.
    pub(super) fn people(&self) -> &[PersonId] {
        &self.people
    }

    /// One more note, over an hour, if one is left.
    pub(super) async fn go_on(&mut self, app: &App) -> AnyResult<()> {
        let at = self.written.len();
        let Some(one) = NOTES.get(at) else { return Ok(()) };
        let note = draft(app, &self.people, one).await?;
        app.clock.advance(HOUR);
        live(app, &self.people, &note, (at, one)).await?;
        // What goes together is said to.
        let before = at.checked_sub(5).filter(|_| at % 4 == 1);
        if let Some(other) = before.and_then(|before| self.written.get(before)) {
            let (note, other) = (shown(app, &note.note).await?, shown(app, other).await?);
            if note.is_published() && other.is_published() {
                let by = (&self.people[one.by], None);
                app.notes().link_notes((&note, OWN), &other, by, CommandId::fresh()).await?;
            }
        }
        self.written.push(note.note);
        Ok(())
    }
}

async fn shown(app: &App, note: &NoteId) -> AnyResult<Note> {
    Ok(note::find(&app.db, note).await?.ok_or("the note was just written")?)
}

async fn draft(app: &App, people: &[PersonId], one: &Written) -> AnyResult<Note> {
    let words =
        Words { title: one.title.to_owned(), body: format!("{}\n", one.body), ..Words::default() };
    let id = app.notes().draft(&people[one.by], None, &words, CommandId::fresh()).await?;
    let note = shown(app, &id).await?;
    match one.readers {
        Readers::Everyone => {
            let key = CommandId::fresh();
            let everyone = Visibility::Everyone;
            app.notes().publish(&note, &people[one.by], everyone, false, key).await?;
        }
        Readers::Chosen(chosen) => {
            for reader in chosen {
                let group = Group::Person(people[*reader].clone());
                let by = &people[one.by];
                app.notes().shared(&note.note, by, group, CommandId::fresh()).await?;
            }
        }
        Readers::Nobody => {}
    }
    shown(app, &id).await
}

/// What others do with it, and what its author says of it.
async fn live(
    app: &App,
    people: &[PersonId],
    note: &Note,
    (at, one): (usize, &Written),
) -> AnyResult<()> {
    let by = &people[one.by];
    if one.status.is_some() || one.region.is_some() {
        let details = Details {
            status: one.status,
            language: Some(Spoken::Fr),
            licence: Some(Licence::PROPOSED),
            region: one.region,
        };
        app.notes().describe(note, OWN, by, details, CommandId::fresh()).await?;
    }
    if one.readers != Readers::Everyone {
        return Ok(());
    }
    for step in 1..=(at % 6) {
        let reader = &people[(one.by + step * 2 + 1) % people.len()];
        if reader != by {
            super::read(app, &note.note, &[reader]).await?;
        }
    }
    let neighbour = &people[(one.by + 4) % people.len()];
    if at % 5 == 2 {
        app.notes()
            .thank(note, neighbour, None, THANKS[at % THANKS.len()], CommandId::fresh())
            .await?;
    }
    if at % 9 == 4 && neighbour != by {
        let notes = app.notes();
        let (question, answer) = QUESTIONS[at % QUESTIONS.len()];
        let reader = Standing { first: 1, ..Standing::default() };
        let who = (neighbour, neighbour);
        notes.send_message(note, reader, who, question, CommandId::fresh()).await?;
        notes.send_message(note, OWN, (neighbour, by), answer, CommandId::fresh()).await?;
    }
    if at % 7 == 3 {
        let asker = &people[(one.by + 1) % (people.len() - GUESTS)];
        let someone = app.people().someone(asker).await?;
        let viewer = Viewer { someone, links: vec![] };
        let standing = app.standing(&viewer, note).await?;
        app.notes().ask_authorship(note, standing, asker, CommandId::fresh()).await?;
        if at % 2 == 1 {
            let key = CommandId::fresh();
            app.notes().answer_authorship(note, by, (asker, true), key).await?;
        }
    }
    Ok(())
}

/// What an author is to their note.
const OWN: Standing = Standing {
    writer: true,
    in_room: false,
    first: 1,
    account: true,
    moderator: false,
    team: false,
};

const THANKS: [&str; 4] = [
    "On l'a essayé jeudi, et ça tient.",
    "Merci, je cherchais justement comment le dire.",
    "Je l'ai lu à mon équipe. Ça nous a fait du bien.",
    "Enfin quelqu'un qui raconte aussi ce qui a raté.",
];

/// What readers ask the authors, and what these answer.
const QUESTIONS: [(&str, &str); 3] = [
    (
        "Bonjour ! On aimerait essayer chez nous. Combien de temps faut-il prévoir ?",
        "Une petite heure, et dix minutes de plus la première fois.",
    ),
    (
        "Est-ce que je peux en lire un bout à notre assemblée ?",
        "Avec plaisir. Dites-nous comment ça s'est passé !",
    ),
    ("Qui a dessiné l'affiche dont vous parlez ?", "Une voisine. Je lui transmets le mot."),
];

/// Whom a note is for; people by their place in [`PEOPLE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    Everyone,
    Chosen(&'static [usize]),
    Nobody,
}
