use domain::core::registry::Fact;
use domain::notes::note;
use domain::workshops::participation;
use domain::workshops::script::{Item, Script, Step, What};
use strum::VariantArray as _;

use crate::{a_note, a_workshop, lea, words};

#[test]
fn express_walks_through_every_step_once() {
    let steps: Vec<_> = Script::express().steps().collect();
    let path = [Step::Door, Step::Idea, Step::Draft, Step::Look, Step::Publish, Step::Thank];
    assert_eq!(steps, path);
    assert_eq!(Script::express().number(Step::Door), Some(1), "the first screen is the first");
}

#[test]
fn what_is_met_is_counted_and_nothing_else() {
    for script in Script::offered() {
        let steps: Vec<Step> = script.steps().collect();
        let numbers: Vec<usize> = steps.iter().filter_map(|step| script.number(*step)).collect();
        assert_eq!(numbers, (1..=script.counted()).collect::<Vec<_>>(), "{}", script.name);
        let cards = script.items.iter().filter(|item| item.step().is_none()).count();
        assert_eq!(script.counted() + cards, script.items.len(), "{}", script.name);
    }
    let counted = |name: &str| Script::newest(name).unwrap().counted();
    assert_eq!((counted("express"), counted("premiere-note-60")), (6, 9));
    assert_eq!(Script::express().number(Step::Farewell), None);
}

#[test]
fn one_is_at_the_step_after_the_last_one_done() {
    let script = Script::express();
    assert_eq!(script.current(&[]), Some(Step::Door));
    assert_eq!(script.current(&[Step::Door, Step::Idea]), Some(Step::Draft));
    // Going back does not undo what was done.
    assert_eq!(script.current(&[Step::Look, Step::Door]), Some(Step::Publish));
    assert_eq!(script.current(Step::VARIANTS), None, "all done");
}

#[test]
fn scripts_last_what_their_names_say() {
    let lasts = |name: &str| Script::newest(name).unwrap().lasts() / 60;
    assert_eq!(lasts("premiere-note-60"), 60);
    assert_eq!(lasts("premiere-note-75"), 75);
    assert_eq!(lasts("premiere-note-90"), 90);
    let blocks = Script::newest("retraite").unwrap().item(Step::Blocks).unwrap();
    assert_eq!((blocks.seconds, blocks.times), (3600, 3), "fifty minutes and ten, three times");
}

#[test]
fn a_hidden_step_is_walked_past() {
    let items: Vec<Item> = Script::express()
        .items
        .iter()
        .map(|item| Item { hidden: item.what == What::Step(Step::Look), ..item.clone() })
        .collect();
    let script = Script::express().arranged(items);
    assert_eq!(script.after(Step::Draft), Some(Step::Publish));
    assert_eq!(script.before(Step::Publish), Some(Step::Draft));
    assert!(!script.has(Step::Look) && script.counted() == 5);
    assert_eq!(script.number(Step::Publish), Some(4), "nobody counts what nobody sees");
}

#[test]
fn an_item_is_found_by_its_word() {
    for script in Script::offered() {
        for item in &script.items {
            assert_eq!(What::of(&item.what.word()), Some(item.what));
        }
    }
    assert_eq!(What::of("step-nowhere"), None);
}

#[test]
fn a_script_nobody_knows_is_walked_as_express() {
    assert_eq!(Script::of("unheard-of", 9), Script::express());
}

#[test]
fn a_draft_begun_in_a_workshop_completes_the_idea() {
    let drafted = |workshop| {
        Fact::Note(note::Event::Drafted {
            note: a_note(),
            by: lea(),
            workshop,
            door: Some(note::Door::Tell),
            content: words("one"),
            closed: true,
        })
    };
    let done = Step::completed_by(&drafted(Some(a_workshop())));
    assert_eq!(done, Some((a_workshop(), lea(), Step::Idea)));
    assert_eq!(Step::completed_by(&drafted(None)), None);
}

#[test]
fn a_hand_completes_nothing() {
    let lowered = participation::Event::HandLowered { workshop: a_workshop(), person: lea() };
    assert_eq!(Step::completed_by(&Fact::Participation(lowered)), None);
}

#[test]
fn each_step_has_one_before_and_one_after_but_the_first_and_the_last() {
    let script = Script::express();
    let steps: Vec<Step> = script.steps().collect();
    assert_eq!((script.before(steps[0]), script.after(steps[steps.len() - 1])), (None, None));
    for pair in steps.windows(2) {
        assert_eq!((script.after(pair[0]), script.before(pair[1])), (Some(pair[1]), Some(pair[0])));
        assert!(script.has(pair[0]) && script.item(pair[0]).is_some());
    }
    assert_eq!(script.after(Step::Farewell), None);
    assert!(!script.has(Step::Farewell) && script.item(Step::Farewell).is_none());
}

#[test]
fn a_script_is_known_by_its_name_and_its_version() {
    for (name, version) in [("premiere-note-75", 1), ("premiere-note-75", 2), ("retraite", 1)] {
        let script = Script::of(name, version);
        assert_eq!((script.reference().name.as_str(), script.version), (name, version));
    }
    assert_eq!(Script::of("premiere-note-75", 3), Script::express(), "unheard of");
    assert_eq!(Script::of("retraite", 2), Script::express());
    assert_eq!(Script::newest("premiere-note-75").unwrap().version, 2);
    assert_eq!(Script::newest("unheard-of"), None);
    let names: Vec<&str> = Script::offered().iter().map(|script| script.name.as_str()).collect();
    assert_eq!(names.len(), 7, "{names:?}");
    assert_eq!(names[0], "express");
}

#[test]
fn what_is_hidden_takes_no_time() {
    let item = |seconds: u32, times: u32, hidden: bool| {
        let item = Item::new(What::Step(Step::Idea), seconds);
        Item { times, hidden, ..item }
    };
    let script = |items: Vec<Item>| Script::express().arranged(items);
    assert_eq!(script(vec![item(60, 3, false), item(30, 1, true)]).lasts(), 180);
    assert_eq!(script(vec![item(60, 1, false), item(30, 2, false)]).lasts(), 120);
    assert_eq!(script(vec![item(u32::MAX, 2, false), item(1, 1, false)]).lasts(), u32::MAX);
    assert_eq!(script(vec![]).lasts(), 0);
}
