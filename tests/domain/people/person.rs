use cqrs_es::test::TestFramework;
use domain::people::person::{Command, Event, Person};

use crate::lea;

fn person() -> TestFramework<Person> {
    TestFramework::with(())
}

#[test]
fn a_guest_who_claims_an_account_is_the_same_person() {
    person()
        .given(vec![Event::Arrived { person: lea() }])
        .when(Command::ClaimAccount { person: lea() })
        .then_expect_events(vec![Event::AccountClaimed { person: lea() }]);
}

#[test]
fn someone_new_arrives_and_claims_at_once() {
    person()
        .given_no_previous_events()
        .when(Command::ClaimAccount { person: lea() })
        .then_expect_events(vec![
            Event::Arrived { person: lea() },
            Event::AccountClaimed { person: lea() },
        ]);
}

#[test]
fn arriving_twice_changes_nothing() {
    person()
        .given(vec![Event::Arrived { person: lea() }])
        .when(Command::Arrive { person: lea() })
        .then_expect_events(vec![]);
}
