use domain::core::ids::{PersonId, SuggestionId};
use domain::core::registry::Fact;
use domain::notes::note::Event;
use projections::notes::suggestion;

use crate::both;
use crate::memory::{Memory, a_note, person};

fn id(number: u8) -> SuggestionId {
    format!("s{number}").parse().unwrap()
}

async fn made(memory: &Memory, number: u8, by: Option<PersonId>) -> Fact {
    let content = memory.content(&format!("c-s{number}"), "Un", "mieux").await;
    let (note, suggestion) = (a_note("n1"), id(number));
    Fact::Note(Event::SuggestionMade { note, suggestion, by, base: 1, content })
}

const ALL: suggestion::Wanted<'static> = suggestion::Wanted { from: 0, hidden: true, by: None };

both! {
    async fn suggestions_wait_until_they_are_answered(memory: Memory) {
        let mut memory = memory;
        let story = vec![
            memory.drafted("n1", "lea", "Un", "mots").await,
            made(&memory, 1, Some(person("omar"))).await,
            made(&memory, 2, None).await,
            made(&memory, 3, None).await,
        ];
        memory.apply(story).await;
        let waiting = suggestion::waiting(&memory.db, &a_note("n1"), ALL, 0).await.unwrap();
        let names: Vec<_> = waiting.iter().map(|one| (&one.suggestion, one.by_name.as_str())).collect();
        assert_eq!(names, [(&id(1), "OMAR"), (&id(2), ""), (&id(3), "")], "the oldest first");
        let (note, by) = (a_note("n1"), person("lea"));
        memory.apply(vec![
            Fact::Note(Event::SuggestionAccepted {
                note: note.clone(), suggestion: id(1), by: by.clone(), revision: 2,
            }),
            Fact::Note(Event::SuggestionDeclined { note: note.clone(), suggestion: id(2), by }),
        ]).await;
        let left = suggestion::waiting(&memory.db, &note, ALL, 0).await.unwrap();
        assert_eq!((left.len(), &left[0].suggestion), (1, &id(3)));
        let first = suggestion::find(&memory.db, &note, &id(1)).await.unwrap().unwrap();
        assert_eq!(first.answer, "accepted");
    }
}
