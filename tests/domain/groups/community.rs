use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::groups::community::{
    Admission, Command, Community, Error, Event, Part, STEWARDS_MAX, Spread,
};

use crate::{a_community, a_content, lea, omar};

fn community() -> TestFramework<Community> {
    TestFramework::with(())
}

fn founded() -> Event {
    Event::Founded {
        community: a_community(),
        by: lea(),
        content: a_content(),
        admission: Admission::OnRequest,
        spread: Spread::Mixed,
    }
}

fn named(person: PersonId) -> Event {
    Event::StewardNamed { community: a_community(), by: lea(), person }
}

fn ended() -> Event {
    Event::Ended { community: a_community(), by: lea() }
}

/// Everything a steward may do once it is founded, and what each gives.
fn gestures(by: PersonId) -> Vec<(Command, Event)> {
    let community = a_community();
    let day = chrono::NaiveDate::from_ymd_opt(2027, 3, 1);
    vec![
        (
            Command::Describe { by: by.clone(), part: Part::Mandate, content: a_content() },
            Event::Described {
                community: community.clone(),
                by: by.clone(),
                part: Part::Mandate,
                content: a_content(),
            },
        ),
        (
            Command::SetReview { by: by.clone(), on: day },
            Event::ReviewSet { community: community.clone(), by: by.clone(), on: day },
        ),
        (
            Command::SetAdmission { by: by.clone(), admission: Admission::ByLink },
            Event::AdmissionSet {
                community: community.clone(),
                by: by.clone(),
                admission: Admission::ByLink,
            },
        ),
        (
            Command::SetSpread { by: by.clone(), spread: Spread::Local },
            Event::SpreadSet {
                community: community.clone(),
                by: by.clone(),
                spread: Spread::Local,
            },
        ),
        (
            Command::NameSteward { by: by.clone(), person: "zoe".parse().unwrap() },
            Event::StewardNamed { community, by, person: "zoe".parse().unwrap() },
        ),
    ]
}

#[test]
fn a4a_it_begins_once() {
    let found = |by: PersonId| Command::Found {
        community: a_community(),
        by,
        content: a_content(),
        admission: Admission::OnRequest,
        spread: Spread::Mixed,
    };
    community().given_no_previous_events().when(found(lea())).then_expect_events(vec![founded()]);
    community().given(vec![founded()]).when(found(omar())).then_expect_error(Error::Exists);
}

#[test]
fn a4a_its_stewards_say_what_it_is_and_nobody_else() {
    for (command, event) in gestures(lea()) {
        let asked = command.clone();
        community().given_no_previous_events().when(asked).then_expect_error(Error::NotFounded);
        let asked = command.clone();
        community().given(vec![founded()]).when(asked).then_expect_events(vec![event.clone()]);
        // What is so already is not said again; words may be others each time.
        let again = match &event {
            Event::Described { .. } => vec![event.clone()],
            _ => vec![],
        };
        let asked = command.clone();
        community().given(vec![founded(), event.clone()]).when(asked).then_expect_events(again);
        // Ended, somebody may still be named, to take it up again.
        let ended = community().given(vec![founded(), ended()]).when(command);
        match event {
            Event::StewardNamed { .. } => ended.then_expect_events(vec![event]),
            _ => ended.then_expect_error(Error::Ended),
        }
    }
    for (command, _) in gestures(omar()) {
        community().given(vec![founded()]).when(command).then_expect_error(Error::NotSteward);
    }
}

#[test]
fn a4a_one_steward_leaves_and_another_goes_on() {
    let dismiss = |by: PersonId, person: PersonId| Command::DismissSteward { by, person };
    let dismissed = |by: PersonId, person: PersonId| Event::StewardDismissed {
        community: a_community(),
        by,
        person,
    };
    community()
        .given(vec![founded()])
        .when(dismiss(lea(), lea()))
        .then_expect_error(Error::LastSteward);
    community()
        .given(vec![founded(), named(omar())])
        .when(dismiss(lea(), lea()))
        .then_expect_events(vec![dismissed(lea(), lea())]);
    community()
        .given(vec![founded(), named(omar())])
        .when(dismiss(omar(), lea()))
        .then_expect_events(vec![dismissed(omar(), lea())]);
    // One who left looks after nothing; who is left does.
    let left = vec![founded(), named(omar()), dismissed(lea(), lea())];
    community()
        .given(left.clone())
        .when(Command::End { by: lea() })
        .then_expect_error(Error::NotSteward);
    community()
        .given(left.clone())
        .when(dismiss(omar(), omar()))
        .then_expect_error(Error::LastSteward);
    community().given(left).when(dismiss(omar(), lea())).then_expect_events(vec![]);
    community()
        .given(vec![founded(), named(omar())])
        .when(dismiss("zoe".parse().unwrap(), omar()))
        .then_expect_error(Error::NotSteward);
}

#[test]
fn it_has_so_many_stewards_and_no_more() {
    let people = |count: usize| -> Vec<Event> {
        let others = (1..count).map(|at| named(format!("p{at}").parse().unwrap()));
        std::iter::once(founded()).chain(others).collect()
    };
    let name = Command::NameSteward { by: lea(), person: omar() };
    community()
        .given(people(STEWARDS_MAX))
        .when(name.clone())
        .then_expect_error(Error::StewardsFull);
    community().given(people(STEWARDS_MAX - 1)).when(name).then_expect_events(vec![named(omar())]);
    let again = Command::NameSteward { by: lea(), person: "p1".parse().unwrap() };
    community().given(people(STEWARDS_MAX)).when(again).then_expect_events(vec![]);
}

#[test]
fn it_ends_and_goes_on() {
    let reopened = Event::Reopened { community: a_community(), by: lea() };
    let (end, reopen) = (Command::End { by: lea() }, Command::Reopen { by: lea() });
    community().given(vec![founded()]).when(end.clone()).then_expect_events(vec![ended()]);
    community().given(vec![founded(), ended()]).when(end).then_expect_events(vec![]);
    community().given(vec![founded()]).when(reopen.clone()).then_expect_events(vec![]);
    community()
        .given(vec![founded(), ended()])
        .when(reopen)
        .then_expect_events(vec![reopened.clone()]);
    let describe = Command::Describe { by: lea(), part: Part::About, content: a_content() };
    let described = Event::Described {
        community: a_community(),
        by: lea(),
        part: Part::About,
        content: a_content(),
    };
    community()
        .given(vec![founded(), ended(), reopened])
        .when(describe)
        .then_expect_events(vec![described]);
    // Whoever looks after one that ended may still go, the last too.
    community()
        .given(vec![founded(), ended()])
        .when(Command::DismissSteward { by: lea(), person: lea() })
        .then_expect_events(vec![Event::StewardDismissed {
            community: a_community(),
            by: lea(),
            person: lea(),
        }]);
    community()
        .given(vec![founded(), named(omar()), ended()])
        .when(Command::DismissSteward { by: lea(), person: lea() })
        .then_expect_events(vec![Event::StewardDismissed {
            community: a_community(),
            by: lea(),
            person: lea(),
        }]);
}
