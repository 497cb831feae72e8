use cqrs_es::test::TestFramework;
use domain::core::ids::{ContentId, ErasureId, NoteId, PersonId, ReportId};
use domain::notes::moderation::{Command, Error, Event, Moderation, Outcome};
use domain::notes::note::Reason;

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
