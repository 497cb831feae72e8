use domain::fact::Fact;
use domain::script::{Script, Step};
use domain::{note, participation};
use strum::VariantArray as _;

use super::{a_note, a_workshop, lea, words};

#[test]
fn express_walks_through_every_step_once() {
    let steps: Vec<_> = Script::express().steps.iter().map(|one| one.step).collect();
    assert_eq!(steps, Step::VARIANTS);
    assert_eq!(Script::express().counted(), 5);
}

#[test]
fn one_is_at_the_step_after_the_last_one_done() {
    let script = Script::express();
    assert_eq!(script.current(&[]), Some(Step::Door));
    assert_eq!(script.current(&[Step::Door, Step::Idea]), Some(Step::Draft));
    // Going back does not undo what was done.
    assert_eq!(script.current(&[Step::Look, Step::Door]), Some(Step::Publish));
    assert_eq!(script.current(Step::VARIANTS), None);
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
            door: None,
            content: words("one"),
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
