use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::notes::note::Door;
use domain::workshops::participation::{
    Act, Command, Consent, Event, HandReason, Participation, Reached,
};
use domain::workshops::script::Step;

use crate::{a_content, a_note, a_workshop, lea, omar};

fn participation() -> TestFramework<Participation> {
    TestFramework::with(())
}

/// What Omar does, or what Léa does for him.
fn by(by: PersonId, act: Act) -> Command {
    Command { workshop: a_workshop(), person: omar(), by, act }
}

fn omars(act: Act) -> Command {
    by(omar(), act)
}

fn raised() -> Event {
    Event::HandRaised { workshop: a_workshop(), person: omar(), reason: HandReason::Words }
}

#[test]
fn one_can_change_doors() {
    let chosen = |door| Event::DoorChosen { workshop: a_workshop(), person: omar(), door };
    let choose = |door| omars(Act::ChooseDoor(door));
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
        .when(omars(Act::CompleteStep(step)))
        .then_expect_events(vec![]);
}

#[test]
fn a_hand_goes_up_once_and_down_once() {
    let reason = HandReason::Words;
    let raise = omars(Act::RaiseHand(reason));
    let lower = omars(Act::LowerHand);
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
    let claim = |who| by(who, Act::ClaimHelp);
    let claimed = Event::HelpClaimed { workshop: a_workshop(), person: omar(), by: lea() };
    participation().given(vec![]).when(claim(lea())).then_expect_events(vec![claimed.clone()]);
    let marie = "marie".parse().unwrap();
    participation().given(vec![raised(), claimed]).when(claim(marie)).then_expect_events(vec![]);
}

#[test]
fn consent_is_given_and_taken_back() {
    let record = |given| omars(Act::RecordConsent { consent: Consent::Quote, given, wording: 1 });
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
    let tell = omars(Act::TellObjective { block: 1, reached: Reached::Partly });
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

#[test]
fn a_draft_is_shown_only_while_a_hand_is_up() {
    let show = || omars(Act::ShowDraft(a_note()));
    let hide = || omars(Act::HideDraft);
    let shown = || Event::DraftShown { workshop: a_workshop(), person: omar(), note: a_note() };
    let hidden = Event::DraftHidden { workshop: a_workshop(), person: omar() };
    let lowered = || Event::HandLowered { workshop: a_workshop(), person: omar() };
    participation().given_no_previous_events().when(show()).then_expect_events(vec![]);
    participation().given(vec![raised()]).when(show()).then_expect_events(vec![shown()]);
    participation().given(vec![raised(), shown()]).when(show()).then_expect_events(vec![]);
    participation().given(vec![raised(), shown()]).when(hide()).then_expect_events(vec![hidden]);
    // The hand takes it away as it goes down.
    let past = || vec![raised(), shown(), lowered()];
    participation().given(past()).when(hide()).then_expect_events(vec![]);
    participation().given(past()).when(show()).then_expect_events(vec![]);
}

#[test]
fn the_wall_asks_once_and_is_answered_once() {
    let ask = || by(lea(), Act::AskForWall(a_note()));
    let answer = |agreed| omars(Act::AnswerForWall { note: a_note(), agreed });
    let asked =
        || Event::WallAsked { workshop: a_workshop(), person: omar(), by: lea(), note: a_note() };
    let answered = |agreed| Event::WallAnswered {
        workshop: a_workshop(),
        person: omar(),
        note: a_note(),
        agreed,
    };
    participation().given_no_previous_events().when(ask()).then_expect_events(vec![asked()]);
    participation().given_no_previous_events().when(answer(true)).then_expect_events(vec![]);
    participation().given(vec![asked()]).when(ask()).then_expect_events(vec![]);
    participation()
        .given(vec![asked()])
        .when(answer(false))
        .then_expect_events(vec![answered(false)]);
    // Whoever said no is not asked again.
    let past = || vec![asked(), answered(false)];
    participation().given(past()).when(ask()).then_expect_events(vec![]);
    participation().given(past()).when(answer(true)).then_expect_events(vec![]);
}

#[test]
fn a_step_is_proposed_as_often_as_one_likes() {
    let step = Step::Publish;
    let propose = || by(lea(), Act::ProposeStep(step));
    let proposed =
        || Event::StepProposed { workshop: a_workshop(), person: omar(), by: lea(), step };
    participation().given(vec![proposed()]).when(propose()).then_expect_events(vec![proposed()]);
}
