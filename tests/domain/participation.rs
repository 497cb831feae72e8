use cqrs_es::test::TestFramework;
use domain::note::Door;
use domain::participation::{Command, Consent, Event, HandReason, Participation, Reached};
use domain::script::Step;

use super::{a_content, a_workshop, lea, omar};

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

#[test]
fn the_first_helper_goes_and_the_second_does_not() {
    let claim = |by| Command::ClaimHelp { workshop: a_workshop(), person: omar(), by };
    let claimed = Event::HelpClaimed { workshop: a_workshop(), person: omar(), by: lea() };
    participation().given(vec![]).when(claim(lea())).then_expect_events(vec![claimed.clone()]);
    let marie = "marie".parse().unwrap();
    participation().given(vec![raised(), claimed]).when(claim(marie)).then_expect_events(vec![]);
}

#[test]
fn consent_is_given_and_taken_back() {
    let record = |given| Command::RecordConsent {
        workshop: a_workshop(),
        person: omar(),
        consent: Consent::Quote,
        given,
        wording: 1,
    };
    let recorded = |given| Event::ConsentRecorded {
        workshop: a_workshop(),
        person: omar(),
        consent: Consent::Quote,
        given,
        wording: 1,
    };
    // Off by default: saying no to begin with is no event.
    participation().given(vec![]).when(record(false)).then_expect_events(vec![]);
    participation().given(vec![]).when(record(true)).then_expect_events(vec![recorded(true)]);
    participation()
        .given(vec![recorded(true)])
        .when(record(false))
        .then_expect_events(vec![recorded(false)]);
}

#[test]
fn an_objective_is_told_once_and_only_if_it_was_stated() {
    let tell = Command::TellObjective {
        workshop: a_workshop(),
        person: omar(),
        block: 1,
        reached: Reached::Partly,
    };
    participation().given(vec![]).when(tell.clone()).then_expect_events(vec![]);
    let stated = Event::ObjectiveStated {
        workshop: a_workshop(),
        person: omar(),
        block: 1,
        content: a_content(),
    };
    let told = Event::ObjectiveTold {
        workshop: a_workshop(),
        person: omar(),
        block: 1,
        reached: Reached::Partly,
    };
    participation()
        .given(vec![stated.clone()])
        .when(tell.clone())
        .then_expect_events(vec![told.clone()]);
    participation().given(vec![stated, told]).when(tell).then_expect_events(vec![]);
}
