//! Every event, as it is written in the log for ever. A line here may be added,
//! never changed: it stands for logs that exist.

#[path = "forever/groups.rs"]
mod groups;

use domain::core::ids::ContentId;
use domain::core::registry::{EVENTS, Fact};

/// Aggregate and payload; the version is 1 unless the line says another.
const WRITTEN: &[(&str, &str)] = &[
    (
        "note",
        r#"{"Drafted":{"note":"n1","by":"lea","workshop":"w1","door":"Tell","content":{"id":"c1","words":3,"bytes":20,"commit":"one"}}}"#,
    ),
    (
        "note",
        r#"{"Drafted":{"note":"n1","by":"lea","workshop":null,"door":null,"content":{"id":"c1","words":3,"bytes":20,"commit":"one"}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":2,"base":1,"content":{"id":"c2","words":4,"bytes":25,"commit":"two"},"kind":"Edit","change":{"added":1,"removed":0}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":3,"base":2,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":{"Restore":{"of":1}},"change":{"added":0,"removed":1}}}"#,
    ),
    (
        "note",
        r#"{"Published":{"note":"n1","by":"lea","visibility":"Workshop","wall":true,"revision":1}}"#,
    ),
    (
        "note",
        r#"{"Published":{"note":"n1","by":"lea","visibility":"Everyone","wall":false,"revision":3}}"#,
    ),
    (
        "note",
        r#"{"Published":{"note":"n1","by":"lea","visibility":"Workshop","wall":false,"revision":1,"group":true}}"#,
    ),
    (
        "note",
        r#"{"Published":{"note":"n1","by":"omar","visibility":"Everyone","wall":false,"revision":3,"summary":"c7"}}"#,
    ),
    ("note", r#"{"Withdrawn":{"note":"n1","by":"lea"}}"#),
    ("note", r#"{"Withdrawn":{"note":"n1","by":"marie","reason":"Personal"}}"#),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":"Typo","change":{"added":1,"removed":1,"typos":1}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":{"Undo":{"of":2,"fragments":[0,2]}},"change":{"added":4,"removed":1,"blocks_added":1,"blocks_removed":2,"blocks_changed":3,"moved":4,"formatted":5,"links":6,"levels":7,"typos":8}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":"Edit","change":{"added":0,"removed":0,"link_titles":1,"checked":2,"unchecked":3,"typos":4}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":"Edit","change":{"added":1,"removed":1,"titles":1,"sources":2,"typos":4}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":"Edit","change":{"added":1,"removed":1,"words":1,"joined":2,"split":3,"images":4,"headed":5,"unheaded":6}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"omar","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":{"Merge":{"of":2}},"change":{"added":0,"removed":1}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"lea","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":{"Suggestion":{"suggestion":"s1","from":"omar"}},"change":{"added":0,"removed":1}}}"#,
    ),
    (
        "note",
        r#"{"Revised":{"note":"n1","by":"lea","revision":4,"base":3,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"},"kind":{"Suggestion":{"suggestion":"s1","from":null}},"change":{"added":0,"removed":1}}}"#,
    ),
    (
        "note",
        r#"{"VariantParked":{"note":"n1","variant":"v1","by":"omar","base":1,"against":2,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"}}}"#,
    ),
    ("note", r#"{"VariantSettled":{"note":"n1","variant":"v1","by":"omar","revision":3}}"#),
    ("note", r#"{"VariantSettled":{"note":"n1","variant":"v1","by":"omar","revision":null}}"#),
    (
        "note",
        r#"{"SuggestionMade":{"note":"n1","suggestion":"s1","by":null,"base":1,"content":{"id":"c3","words":3,"bytes":20,"commit":"one"}}}"#,
    ),
    ("note", r#"{"SuggestionAccepted":{"note":"n1","suggestion":"s1","by":"lea","revision":4}}"#),
    ("note", r#"{"SuggestionDeclined":{"note":"n1","suggestion":"s1","by":"lea"}}"#),
    ("note", r#"{"RevisionNamed":{"note":"n1","revision":2,"by":"lea","name":"c6"}}"#),
    ("note", r#"{"RevisionUnnamed":{"note":"n1","revision":2,"by":"lea"}}"#),
    (
        "note",
        r#"{"RevisionHidden":{"note":"n1","revision":2,"by":"marie","parts":{"text":true,"summary":false,"author":true},"reason":"Personal"}}"#,
    ),
    ("note", r#"{"RevisionShown":{"note":"n1","revision":2,"by":"marie"}}"#),
    (
        "note",
        r#"{"PassageErased":{"note":"n1","by":"marie","contents":["c1","c2"],"reason":"Asked","current":{"id":"c2","words":3,"bytes":20,"commit":"one"}}}"#,
    ),
    (
        "reading",
        r#"{"Opened":{"note":"n1","reader":"r1","kind":"Device","window":7,"first":true}}"#,
    ),
    (
        "reading",
        r#"{"Opened":{"note":"n1","reader":"r1","kind":"Device","window":7,"first":false,"revision":4}}"#,
    ),
    ("reading", r#"{"Liked":{"note":"n1","reader":"r1","kind":"Account"}}"#),
    ("reading", r#"{"RevisionSeen":{"note":"n1","reader":"r1","revision":4}}"#),
    ("reading", r#"{"Unliked":{"note":"n1","reader":"r1"}}"#),
    ("thanks", r#"{"Given":{"note":"n1","to":"lea","by":"omar","workshop":"w1","content":"c4"}}"#),
    ("thanks", r#"{"RevisionThanked":{"note":"n1","revision":2,"to":"lea","by":"omar"}}"#),
    (
        "workshop",
        r#"{"Prepared":{"workshop":"w1","by":"lea","content":"c5","script":{"name":"express","version":1},"places":40,"tone":"Vous","on":"2026-11-22"}}"#,
    ),
    ("workshop", r#"{"Opened":{"workshop":"w1","by":"lea"}}"#),
    ("workshop", r#"{"Closed":{"workshop":"w1","by":"lea"}}"#),
    ("workshop", r#"{"PlacesAdded":{"workshop":"w1","by":"lea","places":20}}"#),
    (
        "workshop",
        r#"{"WordsErased":{"workshop":"w1","by":"lea","contents":["c1","c2"],"reason":"Personal"}}"#,
    ),
    ("workshop", r#"{"NamesSeen":{"workshop":"w1","by":"lea"}}"#),
    ("workshop", r#"{"StoryShown":{"workshop":"w1","by":"lea"}}"#),
    ("workshop", r#"{"StoryHidden":{"workshop":"w1","by":"lea"}}"#),
    (
        "note",
        r#"{"PassageRestored":{"note":"n1","by":"lea","contents":["c1"],"current":{"id":"c3","words":3,"bytes":20,"commit":"one"}}}"#,
    ),
    ("note", r#"{"AuthorJoined":{"note":"n1","person":"omar","by":"lea"}}"#),
    (
        "note",
        r#"{"Drafted":{"note":"n1","by":"lea","workshop":null,"door":null,"content":{"id":"c1","words":3,"bytes":20,"commit":"one"},"closed":true}}"#,
    ),
    ("note", r#"{"Shared":{"note":"n1","by":"lea","with":{"Person":"omar"},"revision":2}}"#),
    ("note", r#"{"Shared":{"note":"n1","by":"lea","with":{"Workshop":"w1"},"revision":2}}"#),
    ("note", r#"{"Shared":{"note":"n1","by":"lea","with":"Link","revision":2}}"#),
    ("note", r#"{"Unshared":{"note":"n1","by":"lea","with":{"Person":"omar"}}}"#),
    ("note", r#"{"Opened":{"note":"n1","by":"lea"}}"#),
    ("note", r#"{"Closed":{"note":"n1","by":"lea"}}"#),
    (
        "note",
        r#"{"Described":{"note":"n1","by":"lea","details":{"status":"InProgress","language":"Fr","licence":"BySa","region":"Estrie"}}}"#,
    ),
    ("note", r#"{"AuthorshipAsked":{"note":"n1","person":"omar"}}"#),
    ("note", r#"{"AuthorshipDeclined":{"note":"n1","person":"omar","by":"lea"}}"#),
    ("note", r#"{"AuthorLeft":{"note":"n1","person":"lea","first":"omar"}}"#),
    ("workshop", r#"{"SceneShown":{"workshop":"w1","by":"lea","scene":"Round"}}"#),
    ("workshop", r#"{"SceneShown":{"workshop":"w1","by":"lea","scene":"Review"}}"#),
    ("moderation", r#"{"Reported":{"note":"n1","report":"r1","by":"omar","reason":"Personal"}}"#),
    ("moderation", r#"{"Reported":{"note":"n1","report":"r1","by":null,"reason":"Personal"}}"#),
    (
        "moderation",
        r#"{"ReportAnswered":{"note":"n1","report":"r1","by":"lea","outcome":"Stays"}}"#,
    ),
    (
        "moderation",
        r#"{"ErasureProposed":{"note":"n1","erasure":"e1","by":"omar","reason":"Asked","passage":"c8"}}"#,
    ),
    ("moderation", r#"{"ErasureAgreed":{"note":"n1","erasure":"e1","by":"lea"}}"#),
    ("moderation", r#"{"ErasureDropped":{"note":"n1","erasure":"e1","by":"lea"}}"#),
    ("moderation", r#"{"ErasureUndone":{"note":"n1","erasure":"e1","by":"lea"}}"#),
    ("moderation", r#"{"ErasureFinished":{"note":"n1","erasure":"e1"}}"#),
    ("moderation", r#"{"HidingAnswered":{"note":"n1","revision":2,"by":"lea","content":"c9"}}"#),
    ("person", r#"{"NameWithdrawn":{"person":"lea"}}"#),
    ("person", r#"{"ReadingsErased":{"person":"lea"}}"#),
    ("person", r#"{"ErasureAsked":{"person":"lea","asked_by":"Person"}}"#),
    ("person", r#"{"ErasureAsked":{"person":"lea","asked_by":"Operator"}}"#),
    ("person", r#"{"ErasureUndone":{"person":"lea"}}"#),
    ("person", r#"{"Erased":{"person":"lea"}}"#),
    ("workshop", r#"{"Entered":{"workshop":"w1","person":"omar"}}"#),
    ("participation", r#"{"DoorChosen":{"workshop":"w1","person":"omar","door":"Transpose"}}"#),
    ("participation", r#"{"StepCompleted":{"workshop":"w1","person":"omar","step":"Look"}}"#),
    ("participation", r#"{"HandRaised":{"workshop":"w1","person":"omar","reason":"Words"}}"#),
    ("participation", r#"{"HandLowered":{"workshop":"w1","person":"omar"}}"#),
    (
        "workshop",
        r#"{"Arranged":{"workshop":"w1","by":"lea","script":{"name":"express","version":1},"items":[{"step":"Draft","seconds":300,"counts":true,"hidden":false,"times":1,"words":"c7"},{"card":"Break","seconds":600,"counts":false,"hidden":true,"times":1,"words":null}]}}"#,
    ),
    (
        "workshop",
        r#"{"Detailed":{"workshop":"w1","by":"lea","details":{"starts_at":1795366800000000,"mode":"Hybrid","content":"c8","goal":10,"visibility":"Workshop","minors":false,"rehearsal":false}}}"#,
    ),
    (
        "workshop",
        r#"{"Detailed":{"workshop":"w1","by":"lea","details":{"starts_at":null,"mode":"InPerson","content":null,"goal":null,"visibility":null,"minors":true,"rehearsal":false}}}"#,
    ),
    (
        "workshop",
        r#"{"Detailed":{"workshop":"w1","by":"lea","details":{"starts_at":null,"mode":"InPerson","content":null,"goal":null,"visibility":null,"minors":false,"rehearsal":false,"language":"English"}}}"#,
    ),
    ("workshop", r#"{"Renamed":{"workshop":"w1","by":"lea","content":"c9"}}"#),
    ("workshop", r#"{"ToneSet":{"workshop":"w1","by":"lea","tone":"Tu"}}"#),
    ("workshop", r#"{"RoleTaken":{"workshop":"w1","person":"omar","role":"Notes"}}"#),
    ("workshop", r#"{"RoleEnded":{"workshop":"w1","by":"lea","person":"omar","role":"Notes"}}"#),
    (
        "workshop",
        r#"{"MandateSet":{"workshop":"w1","by":"lea","role":"Notes","mandate":{"paid":true,"hours":6,"funder":"c10"}}}"#,
    ),
    ("workshop", r#"{"MandateSet":{"workshop":"w1","by":"lea","role":"Notes","mandate":null}}"#),
    ("workshop", r#"{"Waited":{"workshop":"w1","person":"omar"}}"#),
    ("workshop", r#"{"Admitted":{"workshop":"w1","by":"lea","person":"omar"}}"#),
    ("workshop", r#"{"DoorSet":{"workshop":"w1","by":"lea","door":"Held"}}"#),
    ("workshop", r#"{"DoorSet":{"workshop":"w1","by":"lea","door":"Shut"}}"#),
    ("workshop", r#"{"SentOut":{"workshop":"w1","by":"lea","person":"omar"}}"#),
    ("workshop", r#"{"Dismissed":{"workshop":"w1","by":"lea","person":"omar"}}"#),
    ("workshop", r#"{"BroughtBack":{"workshop":"w1","by":"lea","person":"omar"}}"#),
    ("participation", r#"{"ScribeEnded":{"workshop":"w1","person":"lea","scribe":"omar"}}"#),
    ("workshop", r#"{"Merged":{"workshop":"w1","by":"lea","person":"omar","into":"omar2"}}"#),
    ("workshop", r#"{"ItemStarted":{"workshop":"w1","by":"lea","item":{"step":"Draft"}}}"#),
    ("workshop", r#"{"ItemStarted":{"workshop":"w1","by":"lea","item":{"card":"Break"}}}"#),
    ("workshop", r#"{"ItemExtended":{"workshop":"w1","by":"lea","seconds":180}}"#),
    ("workshop", r#"{"PaceSet":{"workshop":"w1","by":"lea","until":"Look"}}"#),
    ("workshop", r#"{"PaceSet":{"workshop":"w1","by":"lea","until":null}}"#),
    ("workshop", r#"{"Announced":{"workshop":"w1","by":"lea","content":"c11"}}"#),
    ("workshop", r#"{"SceneShown":{"workshop":"w1","by":"lea","scene":"EyesUp"}}"#),
    (
        "workshop",
        r#"{"Concluded":{"workshop":"w1","by":"lea","conclusion":{"present":14,"mood":"Well","content":"c12","next_at":1795366800000000}}}"#,
    ),
    ("workshop", r#"{"SynthesisBegun":{"workshop":"w1","by":"lea","note":"n1"}}"#),
    ("participation", r#"{"DoorChosen":{"workshop":"w1","person":"omar","door":"Dictate"}}"#),
    ("participation", r#"{"DoorChosen":{"workshop":"w1","person":"omar","door":"Complete"}}"#),
    ("participation", r#"{"HandPostponed":{"workshop":"w1","person":"omar","by":"lea"}}"#),
    ("participation", r#"{"HelpClaimed":{"workshop":"w1","person":"omar","by":"lea"}}"#),
    ("participation", r#"{"HelpReleased":{"workshop":"w1","person":"omar","by":"lea"}}"#),
    ("participation", r#"{"Sketched":{"workshop":"w1","person":"omar","content":"c13"}}"#),
    (
        "participation",
        r#"{"ReactionGiven":{"workshop":"w1","person":"omar","note":"n1","reaction":"Think"}}"#,
    ),
    (
        "participation",
        r#"{"ConsentRecorded":{"workshop":"w1","person":"omar","consent":"Quote","given":true,"wording":1}}"#,
    ),
    (
        "participation",
        r#"{"Encouraged":{"workshop":"w1","person":"omar","by":"lea","content":"c19"}}"#,
    ),
    ("participation", r#"{"DraftShown":{"workshop":"w1","person":"omar","note":"n1"}}"#),
    ("participation", r#"{"DraftHidden":{"workshop":"w1","person":"omar"}}"#),
    (
        "participation",
        r#"{"StepProposed":{"workshop":"w1","person":"omar","by":"lea","step":"Look"}}"#,
    ),
    ("participation", r#"{"WallAsked":{"workshop":"w1","person":"omar","by":"lea","note":"n1"}}"#),
    (
        "participation",
        r#"{"WallAnswered":{"workshop":"w1","person":"omar","note":"n1","agreed":true}}"#,
    ),
    ("participation", r#"{"ScribeNamed":{"workshop":"w1","person":"omar","scribe":"lea"}}"#),
    (
        "participation",
        r#"{"ObjectiveStated":{"workshop":"w1","person":"omar","block":1,"content":"c14"}}"#,
    ),
    (
        "participation",
        r#"{"ObjectiveTold":{"workshop":"w1","person":"omar","block":1,"reached":"Partly"}}"#,
    ),
    (
        "participation",
        r#"{"FarewellSaid":{"workshop":"w1","person":"omar","content":"c15","gesture":"Read"}}"#,
    ),
    (
        "participation",
        r#"{"FarewellSaid":{"workshop":"w1","person":"omar","content":null,"gesture":null}}"#,
    ),
    (
        "item",
        r#"{"Captured":{"item":"i1","workshop":"w1","by":"lea","kind":"Learning","under":"i0","source":"Said","content":"c16"}}"#,
    ),
    (
        "item",
        r#"{"Captured":{"item":"i1","workshop":"w1","by":"lea","kind":"Learning","under":"i0","source":{"Note":"n1"},"content":"c16"}}"#,
    ),
    (
        "item",
        r#"{"Captured":{"item":"i1","workshop":"w1","by":"lea","kind":"Learning","under":"i0","source":{"Reaction":{"person":"omar","note":"n1"}},"content":"c16"}}"#,
    ),
    (
        "item",
        r#"{"Captured":{"item":"i1","workshop":"w1","by":"lea","kind":"Learning","under":"i0","source":{"Photo":"ph1"},"content":"c16"}}"#,
    ),
    (
        "item",
        r#"{"Captured":{"item":"i1","workshop":"w1","by":"lea","kind":"Learning","under":"i0","source":{"Round":"omar"},"content":"c16"}}"#,
    ),
    (
        "item",
        r#"{"Captured":{"item":"i1","workshop":"w1","by":"lea","kind":"Learning","under":"i0","source":{"Canvas":2},"content":"c16"}}"#,
    ),
    ("item", r#"{"Reworded":{"item":"i1","by":"lea","content":"c17"}}"#),
    ("item", r#"{"Retyped":{"item":"i1","by":"lea","kind":"Need"}}"#),
    ("item", r#"{"Attributed":{"item":"i1","by":"lea","to":"omar"}}"#),
    ("item", r#"{"Linked":{"item":"i1","by":"lea","source":"Said"}}"#),
    ("item", r#"{"MergedInto":{"item":"i1","by":"lea","into":"i2"}}"#),
    ("item", r#"{"Dropped":{"item":"i1","by":"lea"}}"#),
    ("item", r#"{"Restored":{"item":"i1","by":"lea"}}"#),
    ("link", r#"{"Linked":{"note":"n1","to":"n2","by":"lea","workshop":"w1"}}"#),
    ("link", r#"{"Linked":{"note":"n1","to":"n2","by":"lea","workshop":null}}"#),
    ("link", r#"{"Unlinked":{"note":"n1","to":"n2","by":"lea"}}"#),
    ("review", r#"{"Asked":{"workshop":"w1","note":"n1","by":"lea"}}"#),
    ("review", r#"{"Paired":{"note":"n1","reviewer":"omar"}}"#),
    ("review", r#"{"Given":{"note":"n1","by":"omar","look":"Understood","content":"c18"}}"#),
    ("review", r#"{"Withdrawn":{"note":"n1","by":"lea"}}"#),
    ("review", r#"{"Returned":{"note":"n1","by":"omar"}}"#),
];

/// Those of every wing.
fn all() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    WRITTEN.iter().chain(groups::WRITTEN)
}

fn read(aggregate: &str, written: &str) -> Result<Option<Fact>, domain::core::registry::FactError> {
    let name = written.split('"').nth(1).unwrap();
    Fact::read(aggregate, name, "1", written)
}

#[test]
fn every_event_ever_written_is_read_and_written_back_the_same() {
    for (aggregate, written) in all() {
        let fact = read(aggregate, written).unwrap().unwrap();
        let again = fact.payload();
        assert_eq!(&again.unwrap(), written);
    }
}

#[test]
fn every_variant_of_every_event_is_here() {
    assert!(EVENTS.len() > 8, "aggregates are found");
    for (kind, variant) in EVENTS.iter().flat_map(|(kind, all)| all.iter().map(|v| (*kind, v))) {
        let begins = format!("{{\"{variant}\":");
        let here = all().any(|(of, written)| *of == kind && written.starts_with(&begins));
        assert!(here, "{kind}::{variant} has no line in the forever file");
    }
}

#[test]
fn an_aggregate_of_a_later_program_is_passed_over_and_a_torn_event_is_not() {
    assert_eq!(Fact::read("carnet", "Begun", "1", "{}").unwrap(), None);
    let torn = Fact::read("note", "Published", "1", "{\"Publi").unwrap_err();
    assert!(!torn.is_of_a_later_program(), "torn, not new: somebody must look at it");
    for odd in [
        r#"{"Nothing":1}"#,
        r#"{"Published":{"note":"n1"}}"#,
        r#"{"Published":1}"#,
        "1",
        r#""Published""#,
    ] {
        let torn = Fact::read("note", "Published", "1", odd).unwrap_err();
        assert!(!torn.is_of_a_later_program(), "{odd}: not what its name says");
    }
    let renewed = Fact::read("thanks", "Renewed", "1", r#"{"Renewed":{"note":"n1"}}"#).unwrap_err();
    assert!(renewed.is_of_a_later_program(), "an event nobody has heard of yet");
    let written = r#"{"StepCompleted":{"workshop":"w1","person":"lea","step":"Sing"}}"#;
    let step = Fact::read("participation", "StepCompleted", "1", written).unwrap_err();
    assert!(step.is_of_a_later_program(), "a word inside it may be new too");
    let written = r#"{"Opened":{"workshop":"w1","by":"lea"}}"#;
    let later = Fact::read("workshop", "Opened", "2", written).unwrap_err();
    assert!(later.is_of_a_later_program(), "the shape may look the same and mean something else");
}

/// Where an event may name somebody: a new field that does must be here, and in `people()`.
const PEOPLE: [&str; 6] = ["by", "person", "scribe", "reviewer", "into", "to"];

/// Whom an event names, and whose words it brings, is asked by those who want to see, take away
/// or erase what is kept about them.
#[test]
fn an_event_says_everyone_it_names_and_the_words_it_brings() {
    for (kind, payload) in all() {
        let value: serde_json::Value = serde_json::from_str(payload).unwrap();
        let (name, fields) = value.as_object().unwrap().iter().next().unwrap();
        let fact = Fact::read(kind, name, "1", payload).unwrap().unwrap();
        assert_eq!(fact.name(), name);
        let people: Vec<String> = fact.people().iter().map(ToString::to_string).collect();
        for (field, value) in fields.as_object().unwrap() {
            // A line goes into a line, a note to a note.
            let is_thing = matches!((*kind, field.as_str()), ("item", "into") | ("link", "to"));
            let person = value.as_str().filter(|_| PEOPLE.contains(&field.as_str()) && !is_thing);
            if let Some(person) = person {
                assert!(people.contains(&person.to_owned()), "{name} names {field}");
            }
        }
        let words = ["content", "name", "summary", "passage", "details", "conclusion", "terms"]
            .iter()
            .find_map(|field| {
                let value = &fields[field];
                let inner = value["id"].as_str().or_else(|| value["content"].as_str());
                value.as_str().or(inner)
            });
        assert_eq!(fact.words().map(ContentId::as_str), words, "{payload}");
    }
}
