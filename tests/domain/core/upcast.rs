//! Events of older programs, in today's words. The steps here are only for the test:
//! the mechanism must work before the day it is needed.

use domain::core::upcast::{Step, UpcastError, through};
use serde_json::json;

const STEPS: &[Step] = &[
    Step {
        aggregate: "note",
        event: "Filed",
        from: 1,
        change: |mut told| {
            told["Filed"]["place"] = json!("nowhere");
            told
        },
    },
    Step {
        aggregate: "note",
        event: "Filed",
        from: 2,
        change: |told| json!({ "Filed": { "places": [told["Filed"]["place"]] } }),
    },
];

#[test]
fn an_old_event_takes_every_step_from_where_it_is() {
    let from = |version, payload| through(STEPS, "note", "Filed", version, payload).unwrap();
    let now = json!({ "Filed": { "places": ["nowhere"] } });
    assert_eq!(from("1", r#"{"Filed":{}}"#), Some(now.clone()));
    assert_eq!(from("2", r#"{"Filed":{"place":"nowhere"}}"#), Some(now));
    assert_eq!(from("3", r#"{"Filed":{"places":[]}}"#), None, "in today's words already");
}

#[test]
fn an_event_of_a_later_program_says_so() {
    let later = through(STEPS, "note", "Filed", "4", "{}");
    let (event, version) = ("Filed".to_owned(), "4".to_owned());
    assert_eq!(later, Err(UpcastError::Later { event, version }));
    assert!(through(STEPS, "note", "Filed", "deux", "{}").is_err());
    assert!(through(STEPS, "note", "Begun", "2", "{}").is_err(), "no step: version 1 only");
}

#[test]
fn every_step_leads_somewhere_without_a_gap() {
    for step in domain::core::upcast::STEPS {
        let before = step.from == 1
            || domain::core::upcast::STEPS.iter().any(|other| {
                (other.aggregate, other.event, other.from + 1)
                    == (step.aggregate, step.event, step.from)
            });
        assert!(before, "{} {} {}", step.aggregate, step.event, step.from);
    }
}
