//! Snapshots, as they are kept. A line that changes means: raise the number in
//! `aggregate!(…, snapshot: Some(n))`, and older snapshots are not read any more.

use domain::core::event_sourced::Stream;
use domain::core::registry;
use domain::notes::note::Note;
use domain::workshops::workshop::Workshop;

fn folded<A: Stream>(events: &[&str]) -> (Option<i64>, String) {
    let mut state = A::default();
    for written in events {
        let name = written.split('"').nth(1).unwrap();
        state.apply(registry::event::<A>(name, "1", written).unwrap());
    }
    let kept = serde_json::to_string(&state).unwrap();
    let again: A = serde_json::from_str(&kept).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), kept, "what is kept is read back");
    (A::SNAPSHOT, kept)
}

#[test]
fn a_note_is_kept_in_this_shape() {
    let kept = folded::<Note>(&[
        r#"{"Drafted":{"note":"n1","by":"lea","workshop":"w1","door":"Tell","content":{"id":"c1","words":3,"bytes":20,"commit":"one"}}}"#,
        r#"{"Published":{"note":"n1","by":"lea","visibility":"Workshop","wall":true,"revision":1}}"#,
    ]);
    let shape = r#"{"id":"n1","authors":["lea"],"in_workshop":true,"revision":1,"commit":"one","published":["Workshop",true],"shared":[],"closed":false,"details":{},"asking":{},"group":false,"aside":{},"waiting":{},"names":{},"hidden":{}}"#;
    assert_eq!(kept, (Some(6), shape.to_owned()));
}

#[test]
fn a_workshop_is_kept_in_this_shape() {
    let kept = folded::<Workshop>(&[
        r#"{"Prepared":{"workshop":"w1","by":"lea","content":"c5","script":{"name":"express","version":1},"places":40,"tone":"Vous","on":"2026-11-22"}}"#,
        r#"{"Opened":{"workshop":"w1","by":"lea"}}"#,
        r#"{"Entered":{"workshop":"w1","person":"omar"}}"#,
        r#"{"RoleTaken":{"workshop":"w1","person":"omar","role":"Process"}}"#,
        r#"{"ItemStarted":{"workshop":"w1","by":"lea","item":{"step":"Draft"}}}"#,
    ]);
    let shape = r#"{"id":"w1","facilitator":"lea","stage":"Open","places":40,"people":["omar"],"waiting":[],"merged":{},"out":{},"door":"Free","roles":[["omar","Process"]],"mandates":{},"arranged":null,"details":{"starts_at":null,"mode":"InPerson","content":null,"goal":null,"visibility":null,"minors":false,"rehearsal":false},"name":"c5","tone":"Vous","item":{"step":"Draft"},"pace":null,"scene":"Enter","conclusion":{"present":null,"mood":null,"content":null,"next_at":null},"synthesis":null,"story":false}"#;
    assert_eq!(kept, (Some(4), shape.to_owned()));
}
