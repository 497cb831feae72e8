use chrono::NaiveDate;
use cqrs_es::test::TestFramework;
use domain::core::ids::{MandateId, TimeId};
use domain::groups::mandate::{
    AMOUNT_MAX, Command, ENTRIES_MAX, Error, Event, HOURS_MAX, MINUTES_MAX, Mandate, Task, Terms,
    Within,
};

use crate::{a_community, a_content, lea, omar};

fn mandate() -> TestFramework<Mandate> {
    TestFramework::with(())
}

fn id() -> MandateId {
    "d1".parse().unwrap()
}

fn time(id: &str) -> TimeId {
    id.parse().unwrap()
}

fn day(of_month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, of_month).unwrap()
}

fn terms() -> Terms {
    Terms {
        task: Task::Capture,
        from: day(2),
        until: Some(day(20)),
        hours: Some(12),
        amount: Some(60_000),
        content: a_content(),
    }
}

fn given(terms: Terms) -> Event {
    let within = Within::Community(a_community());
    Event::Given { mandate: id(), within, by: lea(), person: omar(), terms }
}

fn give(terms: Terms) -> Command {
    let within = Within::Community(a_community());
    Command::Give { mandate: id(), within, by: lea(), person: omar(), terms }
}

fn noted(entry: &str, on: NaiveDate, minutes: u32) -> Event {
    Event::TimeNoted { mandate: id(), person: omar(), time: time(entry), on, minutes }
}

fn note(entry: &str, on: NaiveDate, minutes: u32) -> Command {
    Command::NoteTime { person: omar(), time: time(entry), on, minutes }
}

#[test]
fn a2_a_mandate_is_given_once_with_terms_that_somebody_may_agree_upon() {
    let none = || mandate().given_no_previous_events();
    none().when(give(terms())).then_expect_events(vec![given(terms())]);
    let again = mandate().given(vec![given(terms())]);
    again.when(give(terms())).then_expect_error(Error::Exists);
    let one_day = Terms { until: Some(day(2)), hours: None, amount: None, ..terms() };
    none().when(give(one_day.clone())).then_expect_events(vec![given(one_day)]);
    let open = Terms { until: None, hours: Some(HOURS_MAX), amount: Some(AMOUNT_MAX), ..terms() };
    none().when(give(open.clone())).then_expect_events(vec![given(open)]);
    for (odd, error) in [
        (Terms { until: Some(day(1)), ..terms() }, Error::OddPeriod),
        (Terms { hours: Some(0), ..terms() }, Error::OddHours),
        (Terms { hours: Some(HOURS_MAX + 1), ..terms() }, Error::OddHours),
        (Terms { amount: Some(-1), ..terms() }, Error::OddAmount),
        (Terms { amount: Some(AMOUNT_MAX + 1), ..terms() }, Error::OddAmount),
    ] {
        none().when(give(odd.clone())).then_expect_error(error.clone());
        let change = Command::Change { by: lea(), terms: odd };
        mandate().given(vec![given(terms())]).when(change).then_expect_error(error);
    }
    for command in [
        Command::Change { by: lea(), terms: terms() },
        note("t1", day(3), 60),
        Command::RemoveTime { person: omar(), time: time("t1") },
        Command::End { by: lea() },
        Command::Resume { by: lea() },
    ] {
        none().when(command).then_expect_error(Error::NotGiven);
    }
}

#[test]
fn a2_whoever_holds_it_notes_time_within_its_period() {
    let held = || mandate().given(vec![given(terms())]);
    for on in [day(2), day(20)] {
        held().when(note("t1", on, MINUTES_MAX)).then_expect_events(vec![noted(
            "t1",
            on,
            MINUTES_MAX,
        )]);
    }
    for on in [day(1), day(21)] {
        held().when(note("t1", on, 60)).then_expect_error(Error::OtherDay);
    }
    for minutes in [0, MINUTES_MAX + 1] {
        held().when(note("t1", day(3), minutes)).then_expect_error(Error::OddTime);
    }
    let of_another = Command::NoteTime { person: lea(), time: time("t1"), on: day(3), minutes: 1 };
    held().when(of_another).then_expect_error(Error::NotYours);
    let remove = |person| Command::RemoveTime { person, time: time("t1") };
    let with_time = || mandate().given(vec![given(terms()), noted("t1", day(3), 60)]);
    with_time().when(note("t1", day(3), 60)).then_expect_events(vec![]);
    with_time().when(remove(lea())).then_expect_error(Error::NotYours);
    let removed = Event::TimeRemoved { mandate: id(), person: omar(), time: time("t1") };
    with_time().when(remove(omar())).then_expect_events(vec![removed.clone()]);
    held().when(remove(omar())).then_expect_events(vec![]);
    let mut full = vec![given(terms())];
    full.extend((0..ENTRIES_MAX).map(|at| noted(&format!("t{at}"), day(3), 1)));
    mandate().given(full.clone()).when(note("more", day(3), 1)).then_expect_error(Error::TimeFull);
    let freed = Event::TimeRemoved { mandate: id(), person: omar(), time: time("t0") };
    full.push(freed);
    mandate().given(full).when(note("more", day(3), 1)).then_expect_events(vec![noted(
        "more",
        day(3),
        1,
    )]);
}

#[test]
fn one_that_ended_keeps_its_time_and_goes_on_again() {
    let ended = Event::Ended { mandate: id(), by: lea(), person: omar() };
    let resumed = Event::Resumed { mandate: id(), by: lea(), person: omar() };
    let over = || mandate().given(vec![given(terms()), ended.clone()]);
    let held = || mandate().given(vec![given(terms())]);
    held().when(Command::End { by: lea() }).then_expect_events(vec![ended.clone()]);
    over().when(Command::End { by: lea() }).then_expect_events(vec![]);
    over().when(note("t1", day(3), 60)).then_expect_error(Error::Ended);
    over().when(Command::Resume { by: lea() }).then_expect_events(vec![resumed]);
    held().when(Command::Resume { by: lea() }).then_expect_events(vec![]);
    let other = Terms { hours: Some(20), ..terms() };
    let changed = Event::Changed { mandate: id(), by: lea(), person: omar(), terms: other.clone() };
    held().when(Command::Change { by: lea(), terms: other }).then_expect_events(vec![changed]);
    held().when(Command::Change { by: lea(), terms: terms() }).then_expect_events(vec![]);
}
