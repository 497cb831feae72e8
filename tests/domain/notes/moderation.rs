use cqrs_es::test::TestFramework;
use domain::core::ids::{ContentId, ErasureId, NoteId, PersonId, ReportId};
use domain::notes::moderation::{Command, Error, Event, Moderation, Outcome};
use domain::notes::note::Reason;
use strum::VariantArray as _;

use crate::{lea, omar};

fn moderation() -> TestFramework<Moderation> {
    TestFramework::with(())
}

fn note() -> NoteId {
    "n1".parse().unwrap()
}

fn erasure() -> ErasureId {
    "e1".parse().unwrap()
}

fn report(id: &str) -> ReportId {
    id.parse().unwrap()
}

fn passage() -> ContentId {
    "c8".parse().unwrap()
}

fn proposed(by: PersonId) -> Event {
    Event::ErasureProposed {
        note: note(),
        erasure: erasure(),
        by,
        reason: Reason::Asked,
        passage: passage(),
    }
}

fn agreed(by: PersonId) -> Event {
    Event::ErasureAgreed { note: note(), erasure: erasure(), by }
}

fn propose(by: PersonId, owns: bool) -> Command {
    Command::ProposeErasure {
        note: note(),
        erasure: erasure(),
        by,
        owns,
        reason: Reason::Asked,
        passage: passage(),
    }
}

#[test]
fn m13_whoever_owns_a_note_decides_alone() {
    moderation()
        .given_no_previous_events()
        .when(propose(lea(), true))
        .then_expect_events(vec![proposed(lea()), agreed(lea())]);
}

#[test]
fn m13_others_are_two() {
    let agree = |by, owns| Command::AgreeToErasure { erasure: erasure(), by, owns };
    moderation()
        .given_no_previous_events()
        .when(propose(omar(), false))
        .then_expect_events(vec![proposed(omar())]);
    moderation()
        .given(vec![proposed(omar())])
        .when(agree(omar(), false))
        .then_expect_error(Error::TwoPeople);
    moderation()
        .given(vec![proposed(omar())])
        .when(agree(lea(), false))
        .then_expect_events(vec![agreed(lea())]);
    // Agreed to twice at the same moment, it is agreed to once.
    moderation()
        .given(vec![proposed(omar()), agreed(lea())])
        .when(agree(lea(), true))
        .then_expect_events(vec![]);
}

#[test]
fn an_erasure_is_undone_while_it_is_kept_and_not_after() {
    let undo = Command::UndoErasure { erasure: erasure(), by: lea() };
    let undone = Event::ErasureUndone { note: note(), erasure: erasure(), by: lea() };
    let finished = Event::ErasureFinished { note: note(), erasure: erasure() };
    moderation()
        .given(vec![proposed(omar()), agreed(lea())])
        .when(undo.clone())
        .then_expect_events(vec![undone]);
    moderation()
        .given(vec![proposed(omar()), agreed(lea()), finished.clone()])
        .when(undo.clone())
        .then_expect_error(Error::Decided);
    moderation().given(vec![proposed(omar())]).when(undo).then_expect_error(Error::Decided);
    moderation()
        .given(vec![proposed(omar()), agreed(lea())])
        .when(Command::FinishErasure { erasure: erasure() })
        .then_expect_events(vec![finished]);
}

#[test]
fn what_is_let_be_is_not_erased_later() {
    let dropped = Event::ErasureDropped { note: note(), erasure: erasure(), by: lea() };
    moderation()
        .given(vec![proposed(omar())])
        .when(Command::DropErasure { erasure: erasure(), by: lea() })
        .then_expect_events(vec![dropped.clone()]);
    moderation()
        .given(vec![proposed(omar()), dropped])
        .when(Command::AgreeToErasure { erasure: erasure(), by: lea(), owns: true })
        .then_expect_error(Error::Decided);
}

#[test]
fn a_report_waits_once_for_each_and_is_answered_once() {
    let said = |id: &str, by| Event::Reported {
        note: note(),
        report: report(id),
        by,
        reason: Reason::Personal,
    };
    let say = |id: &str, by| Command::Report {
        note: note(),
        report: report(id),
        by,
        reason: Reason::Personal,
    };
    moderation()
        .given(vec![said("r1", Some(omar()))])
        .when(say("r2", Some(omar())))
        .then_expect_events(vec![]);
    // Two whom nobody knows are two.
    moderation()
        .given(vec![said("r1", None)])
        .when(say("r2", None))
        .then_expect_events(vec![said("r2", None)]);
    let full = (0..20).map(|at| said(&format!("r{at}"), None)).collect();
    moderation().given(full).when(say("one-more", None)).then_expect_error(Error::TooMany);
    let answer = Command::AnswerReport { report: report("r1"), by: lea(), outcome: Outcome::Stays };
    let answered = Event::ReportAnswered {
        note: note(),
        report: report("r1"),
        by: lea(),
        outcome: Outcome::Stays,
    };
    moderation()
        .given(vec![said("r1", None)])
        .when(answer.clone())
        .then_expect_events(vec![answered.clone()]);
    moderation()
        .given(vec![said("r1", None), answered])
        .when(answer)
        .then_expect_error(Error::Decided);
}

/// What `command` yields after `events`.
fn after(events: &[Event], command: Command) -> Result<Vec<Event>, Error> {
    moderation().given(events.to_vec()).when(command).inspect_result()
}

#[test]
fn so_many_reports_wait_and_fewer_of_people_nobody_knows() {
    let reported = |at: usize, by: Option<PersonId>| {
        let (report, reason) = (report(&format!("r{at}")), Reason::Asked);
        Event::Reported { note: note(), report, by, reason }
    };
    let known = |at: usize| Some(format!("p{at}").parse().unwrap());
    let say = |by| {
        let (report, reason) = (report("another"), Reason::Asked);
        Command::Report { note: note(), report, by, reason }
    };
    let of_unknown = |count: usize| (0..count).map(|at| reported(at, None)).collect::<Vec<_>>();
    assert!(after(&of_unknown(19), say(None)).is_ok());
    assert_eq!(after(&of_unknown(20), say(None)), Err(Error::TooMany));
    assert!(after(&of_unknown(20), say(Some(lea()))).is_ok(), "she is known");
    let of_known = |count: usize| (0..count).map(|at| reported(at, known(at))).collect::<Vec<_>>();
    assert!(after(&of_known(199), say(Some(lea()))).is_ok());
    assert_eq!(after(&of_known(200), say(Some(lea()))), Err(Error::TooMany));
    assert_eq!(after(&of_known(200), say(known(7))), Ok(vec![]), "hers waits already");
    // What was answered leaves its place.
    let answered = Event::ReportAnswered {
        note: note(),
        report: report("r0"),
        by: lea(),
        outcome: Outcome::VARIANTS[0],
    };
    let less = [of_unknown(20), vec![answered]].concat();
    assert!(after(&less, say(None)).is_ok());
}

#[test]
fn so_many_erasures_wait_and_so_many_ever_were() {
    let proposed = |at: usize| Event::ErasureProposed {
        note: note(),
        erasure: format!("x{at}").parse().unwrap(),
        by: lea(),
        reason: Reason::Asked,
        passage: passage(),
    };
    let dropped = |at: usize| Event::ErasureDropped {
        note: note(),
        erasure: format!("x{at}").parse().unwrap(),
        by: lea(),
    };
    let open = |count: usize| (0..count).map(proposed).collect::<Vec<_>>();
    assert!(after(&open(19), propose(omar(), false)).is_ok());
    assert_eq!(after(&open(20), propose(omar(), false)), Err(Error::TooMany));
    assert!(after(&[open(20), vec![dropped(3)]].concat(), propose(omar(), false)).is_ok());
    let over =
        |count: usize| (0..count).flat_map(|at| [proposed(at), dropped(at)]).collect::<Vec<_>>();
    assert!(after(&over(499), propose(omar(), false)).is_ok());
    assert_eq!(after(&over(500), propose(omar(), false)), Err(Error::TooMany));
    assert_eq!(
        after(
            &open(20),
            Command::ProposeErasure {
                note: note(),
                erasure: "x3".parse().unwrap(),
                by: omar(),
                owns: true,
                reason: Reason::Asked,
                passage: passage(),
            }
        ),
        Ok(vec![]),
        "proposed already"
    );
}

#[test]
fn what_can_be_done_of_an_erasure_depends_on_where_it_is() {
    let (waits, sealed) = (vec![proposed(lea())], vec![proposed(lea()), agreed(lea())]);
    let undone = Event::ErasureUndone { note: note(), erasure: erasure(), by: lea() };
    let over = [sealed.clone(), vec![undone]].concat();
    let agree = |by, owns| Command::AgreeToErasure { erasure: erasure(), by, owns };
    let drop = || Command::DropErasure { erasure: erasure(), by: omar() };
    let undo = || Command::UndoErasure { erasure: erasure(), by: omar() };
    let finish = || Command::FinishErasure { erasure: erasure() };
    let count = |events: &[Event], command| after(events, command).map(|events| events.len());
    for (events, agreed, dropped, undone, finished) in [
        (vec![], Err(Error::Decided), Err(Error::Decided), Err(Error::Decided), Ok(0)),
        (waits.clone(), Ok(1), Ok(1), Err(Error::Decided), Ok(0)),
        (sealed, Ok(0), Err(Error::Decided), Ok(1), Ok(1)),
        (over, Err(Error::Decided), Err(Error::Decided), Err(Error::Decided), Ok(0)),
    ] {
        assert_eq!(count(&events, agree(omar(), false)), agreed, "{events:?}");
        assert_eq!(count(&events, drop()), dropped, "{events:?}");
        assert_eq!(count(&events, undo()), undone, "{events:?}");
        assert_eq!(count(&events, finish()), finished, "{events:?}");
    }
    // Whoever proposed it agrees alone when the note is theirs.
    assert_eq!(count(&waits, agree(lea(), false)), Err(Error::TwoPeople));
    assert_eq!(count(&waits, agree(lea(), true)), Ok(1));
}
