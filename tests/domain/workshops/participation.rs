use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::notes::note::Door;
use domain::workshops::participation::{
    Act, Command, Consent, Event, HandReason, Participation, Reached, Reaction,
};
use domain::workshops::script::Step;
use strum::VariantArray as _;

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

/// What one did before, then something that is so already, then something else.
#[test]
fn each_thing_is_told_once_and_told_again_when_it_is_another() {
    let after = |events: &[Event], act: &Act| {
        let command = by(omar(), act.clone());
        participation().given(events.to_vec()).when(command).inspect_result().unwrap()
    };
    let other: domain::core::ids::ContentId = "other".parse().unwrap();
    let note = |name: &str| name.parse().unwrap();
    let consent =
        |given, wording| Act::RecordConsent { consent: Consent::VARIANTS[0], given, wording };
    let state = |block, content| Act::StateObjective { block, content };
    let farewell = |content| Act::SayFarewell { content, gesture: None };
    let react =
        |name: &str, at: usize| Act::React { note: note(name), reaction: Reaction::VARIANTS[at] };
    for (first, another) in [
        (Act::NameScribe(lea()), Act::NameScribe("zoe".parse().unwrap())),
        (Act::Sketch(a_content()), Act::Sketch(other.clone())),
        (react("n1", 0), react("n1", 1)),
        (react("n1", 0), react("n2", 0)),
        (consent(true, 1), consent(false, 1)),
        (consent(true, 1), consent(true, 2)),
        (state(1, a_content()), state(1, other.clone())),
        (state(1, a_content()), state(2, a_content())),
        (farewell(Some(a_content())), farewell(Some(other))),
        (farewell(None), farewell(Some(a_content()))),
        (Act::ChooseDoor(Door::Tell), Act::ChooseDoor(Door::Observe)),
        (Act::CompleteStep(Step::Idea), Act::CompleteStep(Step::Draft)),
    ] {
        let told = after(&[], &first);
        assert_eq!(told.len(), 1, "{first:?}");
        assert_eq!(after(&told, &first), [], "{first:?} again");
        assert_eq!(after(&told, &another).len(), 1, "{another:?} after {first:?}");
    }
    // Nothing begins that was not begun, and what was ends once.
    for (begin, end) in [
        (Act::NameScribe(lea()), Act::EndScribe),
        (Act::RaiseHand(HandReason::Words), Act::LowerHand),
        (consent(true, 1), consent(false, 1)),
    ] {
        assert_eq!(after(&[], &end), [], "{end:?}");
        let begun = after(&[], &begin);
        let ended = after(&begun, &end);
        assert_eq!(ended.len(), 1, "{end:?}");
        assert_eq!(after(&[begun, ended].concat(), &end), [], "{end:?} again");
    }
}

#[test]
fn a_helper_who_does_not_come_leaves_the_hand_to_another() {
    let after = |events: &[Event], person: PersonId, act: Act| {
        participation().given(events.to_vec()).when(by(person, act)).inspect_result().unwrap()
    };
    let up = vec![raised()];
    assert_eq!(after(&up, lea(), Act::ReleaseHelp), [], "nobody was coming");
    let claimed = [up, after(&[raised()], lea(), Act::ClaimHelp)].concat();
    let zoe: PersonId = "zoe".parse().unwrap();
    assert_eq!(after(&claimed, zoe.clone(), Act::ClaimHelp), []);
    for act in [Act::ReleaseHelp, Act::PostponeHand] {
        let left = [claimed.clone(), after(&claimed, lea(), act)].concat();
        assert_eq!(left.len(), 3);
        assert_eq!(after(&left, zoe.clone(), Act::ClaimHelp).len(), 1);
    }
    assert_eq!(after(&[], lea(), Act::PostponeHand), [], "no hand is up");
}
