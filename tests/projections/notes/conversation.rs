use domain::core::registry::Fact;
use domain::notes::conversation::{Event, Side};
use domain::notes::note;
use domain::notes::visibility::Visibility;
use projections::notes::conversation::{any_waiting, find, messages, of_note, of_person, waiting};

use crate::both;
use crate::memory::{Memory, a_note, content, person, published, withdrawn};

async fn sent(memory: &Memory, reader: &str, by: &str, id: &str) -> Fact {
    memory.content(id, "", "Bonjour").await;
    let (reader, by) = (person(reader), person(by));
    Fact::Conversation(Event::MessageSent { note: a_note("n1"), reader, by, content: content(id) })
}

/// For whom something waits, and how many conversations they have.
async fn sees(memory: &Memory, who: &str) -> (bool, usize, usize) {
    let (db, who) = (&memory.db, person(who));
    let any = any_waiting(db, &who).await.unwrap();
    (any, waiting(db, &who, 9).await.unwrap().len(), of_person(db, &who, 9).await.unwrap().len())
}

both! {
    async fn m4_a_message_waits_for_every_author_and_one_answer_is_enough(memory: Memory) {
        let mut memory = memory;
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        let joined = note::Event::AuthorJoined { note: a_note("n1"), person: person("zoe"), by: person("lea") };
        let first = sent(&memory, "omar", "omar", "c-1").await;
        let story = vec![draft, Fact::Note(joined), published("n1", "lea", Visibility::Everyone, 1), first];
        memory.apply(story).await;
        for (who, expected) in [("lea", (true, 1, 1)), ("zoe", (true, 1, 1)), ("omar", (false, 0, 1)), ("noe", (false, 0, 0))] {
            assert_eq!(sees(&memory, who).await, expected, "{who}");
        }
        let answer = sent(&memory, "omar", "zoe", "c-2").await;
        memory.apply(vec![answer]).await;
        for (who, expected) in [("lea", (false, 0, 1)), ("zoe", (false, 0, 1)), ("omar", (true, 1, 1))] {
            assert_eq!(sees(&memory, who).await, expected, "{who}");
        }
        let omar = person("omar");
        let found = find(&memory.db, &a_note("n1"), &omar).await.unwrap().unwrap();
        assert_eq!((found.messages, found.waits, found.ended, found.title.as_str()), (2, Side::Reader, false, "Un"));
        assert_eq!(of_note(&memory.db, &a_note("n1"), 9).await.unwrap(), [found]);
        let said = messages(&memory.db, &a_note("n1"), &omar).await.unwrap();
        let by: Vec<_> = said.iter().map(|it| (it.by.as_str(), it.words.as_str())).collect();
        assert_eq!(by, [("omar", "Bonjour"), ("zoe", "Bonjour")]);
        // Taken back, the note says nothing more to the reader, nor what was said about it.
        memory.apply(vec![withdrawn("n1", "lea")]).await;
        assert_eq!(sees(&memory, "omar").await, (false, 0, 0));
        assert_eq!(sees(&memory, "lea").await, (false, 0, 1));
    }

    async fn settled_or_ended_it_waits_for_nobody(memory: Memory) {
        let mut memory = memory;
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        let first = sent(&memory, "omar", "omar", "c-1").await;
        memory.apply(vec![draft, published("n1", "lea", Visibility::Everyone, 1), first]).await;
        let (note, reader, by) = (a_note("n1"), person("omar"), person("lea"));
        let settled = Event::Settled { note: note.clone(), reader: reader.clone(), by: by.clone() };
        memory.apply(vec![Fact::Conversation(settled)]).await;
        assert_eq!(sees(&memory, "lea").await, (false, 0, 1));
        let again = sent(&memory, "omar", "omar", "c-2").await;
        memory.apply(vec![again]).await;
        assert_eq!(sees(&memory, "lea").await, (true, 1, 1));
        let ended = Event::Ended { note: note.clone(), reader: reader.clone(), by };
        memory.apply(vec![Fact::Conversation(ended)]).await;
        assert_eq!(sees(&memory, "lea").await, (false, 0, 1));
        assert!(find(&memory.db, &note, &reader).await.unwrap().unwrap().ended);
        let taken_up = sent(&memory, "omar", "lea", "c-3").await;
        memory.apply(vec![taken_up]).await;
        let found = find(&memory.db, &note, &reader).await.unwrap().unwrap();
        assert_eq!((found.ended, found.waits), (false, Side::Reader));
        // Ended again: the answer still waits for its reader.
        let ended = Event::Ended { note: note.clone(), reader: reader.clone(), by: person("lea") };
        memory.apply(vec![Fact::Conversation(ended)]).await;
        assert_eq!(sees(&memory, "omar").await, (true, 1, 1));
    }

    async fn nothing_waits_from_whoever_left(memory: Memory) {
        let mut memory = memory;
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        let first = sent(&memory, "omar", "omar", "c-1").await;
        memory.apply(vec![draft, published("n1", "lea", Visibility::Everyone, 1), first]).await;
        assert_eq!(sees(&memory, "lea").await, (true, 1, 1));
        memory.db.exec("update people set name = '' where person = 'omar'", &[]).await.unwrap();
        assert_eq!(sees(&memory, "lea").await, (false, 0, 1));
    }
}
