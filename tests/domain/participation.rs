use cqrs_es::test::TestFramework;
use domain::note::Door;
use domain::participation::{Command, Event, HandReason, Participation};
use domain::script::Step;

use super::{a_workshop, omar};

fn participation() -> TestFramework<Participation> {
    TestFramework::with(())
}

fn raised() -> Event {
    Event::HandRaised { workshop: a_workshop(), person: omar(), reason: HandReason::Words }
}

#[test]
fn one_can_change_doors() {
    let chosen = |door| Event::DoorChosen { workshop: a_workshop(), person: omar(), door };
    let choose = |door| Command::ChooseDoor { workshop: a_workshop(), person: omar(), door };
    participation()
        .given(vec![chosen(Door::Tell)])
        .when(choose(Door::Observe))
        .then_expect_events(vec![chosen(Door::Observe)]);
    participation()
        .given(vec![chosen(Door::Tell)])
        .when(choose(Door::Tell))
        .then_expect_events(vec![]);
}

#[test]
fn a_step_is_completed_once() {
    let step = Step::Look;
    let done = Event::StepCompleted { workshop: a_workshop(), person: omar(), step };
    participation()
        .given(vec![done])
        .when(Command::CompleteStep { workshop: a_workshop(), person: omar(), step })
        .then_expect_events(vec![]);
}

#[test]
fn a_hand_goes_up_once_and_down_once() {
    let reason = HandReason::Words;
    let raise = Command::RaiseHand { workshop: a_workshop(), person: omar(), reason };
    let lower = Command::LowerHand { workshop: a_workshop(), person: omar() };
    let lowered = Event::HandLowered { workshop: a_workshop(), person: omar() };
    participation().given(vec![raised()]).when(raise).then_expect_events(vec![]);
    participation()
        .given(vec![raised()])
        .when(lower.clone())
        .then_expect_events(vec![lowered.clone()]);
    participation().given(vec![raised(), lowered]).when(lower).then_expect_events(vec![]);
}
