use domain::core::ids::FileId;
use domain::core::registry::Fact;
use domain::files::file::{Event, Faces, Kind, Of};
use migrations::values;
use projections::files::file::{count, find, objects, of_one, of_person};

use crate::both;
use crate::memory::{Memory, a_note, person};

fn id(file: &str) -> FileId {
    file.parse().unwrap()
}

fn note() -> Of {
    Of::Note(a_note("n1"))
}

/// A file added by `by`, and its row beside the log.
async fn attached(memory: &Memory, file: &str, of: Of, by: &str) -> Fact {
    let sql = "insert into files (file, person, media_type, length, created_at, source)
        values ($1, $2, 'image/jpeg', 10, 0, '')";
    memory.db.exec(sql, values![file, by]).await.unwrap();
    let content = memory.content(&format!("c-{file}"), file, "Un tableau").await.id;
    let (kind, faces) = (Kind::Picture, Faces::Nobody);
    Fact::File(Event::Attached { file: id(file), of, by: person(by), kind, faces, content })
}

both! {
    async fn f6b_what_goes_with_a_note_is_listed_as_long_as_its_bytes_are_there(memory: Memory) {
        let mut memory = memory;
        let meeting = Of::Meeting("m1".parse().unwrap());
        let story = vec![
            attached(&memory, "f1", note(), "lea").await,
            attached(&memory, "f2", note(), "omar").await,
            attached(&memory, "f3", meeting.clone(), "lea").await,
        ];
        memory.apply(story).await;
        let found = of_one(&memory.db, &note(), 10).await.unwrap();
        let ids: Vec<_> = found.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(ids, ["f1", "f2"], "the first first");
        assert_eq!((found[0].name.as_str(), found[0].title.as_str()), ("LEA", "f1"));
        assert_eq!((found[0].description.as_str(), found[0].length), ("Un tableau", 10));
        assert_eq!(of_one(&memory.db, &meeting, 10).await.unwrap()[0].of, meeting);
        assert_eq!(count(&memory.db, &note()).await.unwrap(), 2);
        let hers = of_person(&memory.db, &person("lea"), (0, 10)).await.unwrap();
        let ids: Vec<_> = hers.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(ids, ["f3", "f1"], "the last first");
        assert_eq!(of_person(&memory.db, &person("lea"), (1, 1)).await.unwrap().len(), 1);
        // Without its bytes it is nowhere.
        memory.db.exec("delete from files where file = 'f1'", &[]).await.unwrap();
        assert_eq!(of_one(&memory.db, &note(), 10).await.unwrap().len(), 1);
        assert_eq!(find(&memory.db, &id("f1")).await.unwrap(), None);
    }

    async fn f6b_what_is_put_away_comes_back_when_everybody_agrees(memory: Memory) {
        let mut memory = memory;
        let story = vec![attached(&memory, "f1", note(), "lea").await];
        memory.apply(story).await;
        let objected = |who: &str| Fact::File(Event::Objected { file: id("f1"), person: person(who) });
        memory.apply(vec![objected("omar"), objected("omar"), objected("marie")]).await;
        let found = find(&memory.db, &id("f1")).await.unwrap().unwrap();
        assert!(found.is_put_away() && found.objections == 2);
        assert!(objects(&memory.db, &id("f1"), &person("omar")).await.unwrap());
        assert!(!objects(&memory.db, &id("f1"), &person("lea")).await.unwrap());
        let withdrawn = Event::ObjectionWithdrawn { file: id("f1"), person: person("omar") };
        memory.apply(vec![Fact::File(withdrawn)]).await;
        assert_eq!(find(&memory.db, &id("f1")).await.unwrap().unwrap().objections, 1);
        memory.apply(vec![Fact::File(Event::Settled { file: id("f1"), by: person("lea") })]).await;
        assert!(!find(&memory.db, &id("f1")).await.unwrap().unwrap().is_put_away());
        // While nobody was asked, it is put away too.
        let content = memory.content("c-other", "Photo", "Nous deux").await.id;
        let (by, faces) = (person("lea"), Faces::Unasked);
        memory.apply(vec![Fact::File(Event::Described { file: id("f1"), by, faces, content })]).await;
        let found = find(&memory.db, &id("f1")).await.unwrap().unwrap();
        assert!(found.is_put_away() && found.description == "Nous deux" && found.title == "Photo");
        memory.apply(vec![objected("omar"), Fact::File(Event::Removed { file: id("f1"), by: person("lea") })]).await;
        assert_eq!(find(&memory.db, &id("f1")).await.unwrap(), None);
        assert!(!objects(&memory.db, &id("f1"), &person("omar")).await.unwrap());
    }
}
