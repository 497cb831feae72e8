use domain::core::registry::Fact;
use domain::notes::note::Event;
use domain::notes::visibility::Visibility;
use projections::notes::{coauthor, note};

use crate::both;
use crate::memory::{Memory, a_note, person, published};

fn joined(who: &str, by: &str) -> Fact {
    Fact::Note(Event::AuthorJoined { note: a_note("n1"), person: person(who), by: person(by) })
}

fn left(who: &str, first: &str) -> Fact {
    Fact::Note(Event::AuthorLeft { note: a_note("n1"), person: person(who), first: person(first) })
}

async fn names(memory: &Memory) -> (String, Vec<String>, i64) {
    let found = note::find(&memory.db, &a_note("n1")).await.unwrap().unwrap();
    let others = coauthor::of_note(&memory.db, &a_note("n1")).await.unwrap();
    let others = others.iter().map(|other| other.person.to_string()).collect();
    (found.writer.to_string(), others, found.others)
}

async fn sees(memory: &Memory, who: &str) -> (usize, usize) {
    let mine = note::all_written_by(&memory.db, &person(who)).await.unwrap().len();
    (mine, note::newest(&memory.db, who, 9).await.unwrap().len())
}

both! {
    async fn those_who_join_write_it_and_read_it_until_they_leave(memory: Memory) {
        let mut memory = memory;
        let draft = memory.drafted("n1", "lea", "Un", "mots").await;
        let story = vec![draft, joined("omar", "lea"), joined("zoe", "omar")];
        memory.apply(story).await;
        assert_eq!(names(&memory).await, ("lea".into(), vec!["omar".into(), "zoe".into()], 2));
        assert_eq!((sees(&memory, "omar").await, sees(&memory, "noe").await), ((1, 0), (0, 0)));
        // Published for a room none of them is in.
        memory.apply(vec![published("n1", "lea", Visibility::Workshop, 1)]).await;
        assert_eq!((sees(&memory, "zoe").await, sees(&memory, "noe").await), ((1, 1), (0, 0)));
        // The first leaves: the next one signs first, and stands once.
        memory.apply(vec![left("lea", "omar")]).await;
        assert_eq!(names(&memory).await, ("omar".into(), vec!["zoe".into()], 1));
        assert_eq!(sees(&memory, "omar").await, (1, 1));
        memory.apply(vec![left("zoe", "omar")]).await;
        assert_eq!(names(&memory).await, ("omar".into(), vec![], 0));
        assert_eq!(sees(&memory, "zoe").await.0, 0);
        assert!(!coauthor::is_one(&memory.db, &a_note("n1"), &person("zoe")).await.unwrap());
    }
}
