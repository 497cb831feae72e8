//! Whatever is done to a note, its tables are the fold of the log, and its words are kept.

use app::access::Standing;
use app::engine::envelope::CommandId;
use domain::notes::note::{Hiding, Reason};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::both;
use crate::world::{World, words};

const WRITER: Standing =
    Standing { writer: true, in_room: true, account: true, moderator: true, team: false, first: 1 };

/// How many stories are told on each database.
const STORIES: usize = 6;

#[derive(Clone, Debug)]
enum Act {
    Edit(usize, String),
    Stale(usize, String),
    Rename(String),
    Restore(usize),
    Undo(usize, Vec<usize>),
    Name(usize, String),
    Hide(usize),
    Erase(String),
}

fn act() -> impl Strategy<Value = Act> {
    let word = || prop::sample::select(vec!["silence", "tableau", "accueil", "l'équipe", "d’été"]);
    let line = || {
        (word(), word(), word())
            .prop_map(|(a, b, c)| format!("Un {a}, deux {b}, puis {c} ensemble."))
    };
    let at = || 0..12_usize;
    prop_oneof![
        4 => (at(), line()).prop_map(|(at, text)| Act::Edit(at, text)),
        2 => (at(), line()).prop_map(|(at, text)| Act::Stale(at, text)),
        1 => word().prop_map(|title| Act::Rename(title.to_owned())),
        1 => at().prop_map(Act::Restore),
        2 => (at(), prop::collection::vec(0..4_usize, 1..3)).prop_map(|(at, some)| Act::Undo(at, some)),
        1 => (at(), word()).prop_map(|(at, name)| Act::Name(at, name.to_owned())),
        1 => at().prop_map(Act::Hide),
        1 => word().prop_map(|word| Act::Erase(word.to_owned())),
    ]
}

/// A text with one line more, or one line other.
fn changed(body: &str, at: usize, line: &str) -> String {
    let mut lines: Vec<&str> = body.lines().filter(|line| !line.is_empty()).collect();
    let at = at % (lines.len() + 1);
    if at == lines.len() {
        lines.push(line);
    } else {
        lines[at] = line;
    }
    format!("{}\n", lines.join("\n\n"))
}

async fn carry_out(world: &World, id: &domain::core::ids::NoteId, act: &Act) {
    let note = world.note(id).await;
    let (app, by, key) = (&world.app, note.writer.clone(), CommandId::fresh());
    let revision = |at: usize| 1 + i64::try_from(at).unwrap() % note.revision;
    // What a rule refuses (a hidden text, the only one) is no failure of the fold.
    match act {
        Act::Edit(at, line) => {
            let text = words(&note.title, &changed(&note.body, *at, line));
            let _ = app.notes().revise(&note, WRITER, &by, note.revision, &text, key).await;
        }
        Act::Stale(at, line) => {
            let base = revision(*at);
            let Ok(old) = app.notes().words_for(&note, WRITER, base).await else { return };
            let text = words(&old.title, &changed(&old.body, *at, line));
            let _ = app.notes().revise(&note, WRITER, &by, base, &text, key).await;
        }
        Act::Rename(title) => {
            let text = words(title, &note.body);
            let _ = app.notes().revise(&note, WRITER, &by, note.revision, &text, key).await;
        }
        Act::Restore(at) => {
            let _ =
                app.notes().restore(&note, WRITER, &by, (revision(*at), note.revision), key).await;
        }
        Act::Undo(at, some) => {
            let _ = app.notes().undo(&note, WRITER, &by, (revision(*at), some.clone()), key).await;
        }
        Act::Name(at, name) => {
            let _ = app.notes().name_revision(&note, WRITER, &by, (revision(*at), name), key).await;
        }
        Act::Hide(at) => {
            let parts = Hiding { text: true, summary: at % 2 == 0, author: at % 3 == 0 };
            let _ = app
                .notes()
                .hide(&note, WRITER, &by, (revision(*at), parts, Reason::Asked), key)
                .await;
        }
        Act::Erase(word) => {
            let what = (word.as_str(), Reason::Asked);
            let _ = app.exchange().propose_erasure(&note, WRITER, &by, what, key).await;
        }
    }
}

both! {
    async fn any_story_folds_to_the_tables_a_rebuild_makes(world: World) {
        let mut runner = TestRunner::default();
        let story = prop::collection::vec(act(), 12);
        for number in 0..STORIES {
            let acts = story.new_tree(&mut runner).unwrap().current();
            let note = world.public(&format!("lea{number}"), "Un début, deux mots, puis rien.\n").await;
            for act in &acts {
                carry_out(&world, &note.note, act).await;
            }
            let wrong = world.app.projector.verify().await.unwrap();
            assert_eq!(wrong, [""; 0], "{acts:?}");
            // What the page says is what the last revision holds.
            let now = world.note(&note.note).await;
            let last = world.app.notes().words_for(&now, WRITER, now.revision).await.unwrap();
            assert_eq!((&now.title, &now.body), (&last.title, &last.body), "{acts:?}");
        }
    }
}
