use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::workshops::script::Script;
use domain::workshops::script::{Card, Item, Step, What};
use domain::workshops::workshop::{Act, Command, Door, Error, Event, Role, Scene, Tone, Workshop};
use proptest::prelude::*;

use crate::{a_content, a_workshop, lea, omar};

fn workshop() -> TestFramework<Workshop> {
    TestFramework::with(())
}

fn prepare(places: u32) -> Command {
    Command::Prepare {
        workshop: a_workshop(),
        by: lea(),
        content: a_content(),
        script: Script::express().reference(),
        places,
        tone: Tone::Vous,
        on: None,
    }
}

fn prepared(places: u32) -> Event {
    Event::Prepared {
        workshop: a_workshop(),
        by: lea(),
        content: a_content(),
        script: Script::express().reference(),
        places,
        tone: Tone::Vous,
        on: None,
    }
}

fn opened() -> Event {
    Event::Opened { workshop: a_workshop(), by: lea() }
}

fn closed() -> Event {
    Event::Closed { workshop: a_workshop(), by: lea() }
}

fn entered(person: PersonId) -> Event {
    Event::Entered { workshop: a_workshop(), person }
}

fn run(by: PersonId, act: Act) -> Command {
    Command::Run { by, act }
}

fn enter() -> Command {
    Command::Enter { person: omar() }
}

#[test]
fn a_workshop_has_between_one_and_five_hundred_places() {
    for places in [0, 501] {
        workshop()
            .given_no_previous_events()
            .when(prepare(places))
            .then_expect_error(Error::OddPlaces);
    }
}

#[test]
fn nobody_enters_before_it_opens_nor_after_it_closes() {
    workshop().given(vec![prepared(5)]).when(enter()).then_expect_error(Error::NotOpenYet);
    workshop()
        .given(vec![prepared(5), opened(), closed()])
        .when(enter())
        .then_expect_error(Error::Over);
}

#[test]
fn entering_twice_takes_one_place() {
    workshop()
        .given(vec![prepared(1), opened(), entered(omar())])
        .when(enter())
        .then_expect_events(vec![]);
}

#[test]
fn a_full_workshop_says_so_until_places_are_added() {
    let full = vec![prepared(1), opened(), entered(lea())];
    workshop().given(full.clone()).when(enter()).then_expect_error(Error::Full);
    let more = Event::PlacesAdded { workshop: a_workshop(), by: lea(), places: 1 };
    let roomy = [full, vec![more]].concat();
    workshop().given(roomy).when(enter()).then_expect_events(vec![entered(omar())]);
}

#[test]
fn only_its_facilitator_opens_it() {
    workshop()
        .given(vec![prepared(5)])
        .when(run(omar(), Act::Open))
        .then_expect_error(Error::NotItsFacilitator);
}

#[test]
fn a_closed_workshop_can_open_again() {
    workshop()
        .given(vec![prepared(5), opened(), closed()])
        .when(run(lea(), Act::Open))
        .then_expect_events(vec![opened()]);
}

fn waited() -> Event {
    Event::Waited { workshop: a_workshop(), person: omar() }
}

#[test]
fn whoever_comes_late_waits_and_is_let_in() {
    let over = vec![prepared(5), opened(), closed()];
    workshop()
        .given(over.clone())
        .when(Command::Wait { person: omar() })
        .then_expect_events(vec![waited()]);
    let admit = run(lea(), Act::Admit(omar()));
    workshop().given(over.clone()).when(admit.clone()).then_expect_error(Error::NotInTheRoom);
    let admitted = Event::Admitted { workshop: a_workshop(), by: lea(), person: omar() };
    let here = [over, vec![waited()]].concat();
    workshop().given(here.clone()).when(admit).then_expect_events(vec![admitted.clone()]);
    workshop().given([here, vec![admitted]].concat()).when(enter()).then_expect_events(vec![]);
    // Waiting twice is waiting once, and whoever is in waits for nothing.
    for known in [waited(), entered(omar())] {
        let wait = Command::Wait { person: omar() };
        workshop().given(vec![prepared(5), opened(), known]).when(wait).then_expect_events(vec![]);
    }
}

#[test]
fn nobody_is_let_in_beyond_the_places() {
    let full = vec![prepared(1), opened(), entered(lea()), waited()];
    workshop().given(full).when(run(lea(), Act::Admit(omar()))).then_expect_error(Error::Full);
}

#[test]
fn two_phones_of_one_person_take_one_place() {
    let second: PersonId = "omar2".parse().unwrap();
    let room = vec![prepared(2), opened(), entered(omar()), entered(second.clone())];
    let merged =
        Event::Merged { workshop: a_workshop(), by: lea(), person: second.clone(), into: omar() };
    let merge = run(lea(), Act::Merge(second.clone(), omar()));
    workshop().given(room.clone()).when(merge.clone()).then_expect_events(vec![merged.clone()]);
    let one = [room, vec![merged]].concat();
    workshop().given(one.clone()).when(merge).then_expect_events(vec![]);
    // The phone that is no more stays so, and its place is free.
    workshop()
        .given(one.clone())
        .when(Command::Enter { person: second })
        .then_expect_events(vec![]);
    let marie: PersonId = "marie".parse().unwrap();
    workshop()
        .given(one)
        .when(Command::Enter { person: marie.clone() })
        .then_expect_events(vec![entered(marie)]);
}

#[test]
fn the_hat_goes_to_another_device_and_back() {
    let taken = Event::RoleTaken { workshop: a_workshop(), person: omar(), role: Role::Process };
    let hat = vec![prepared(5), taken];
    workshop()
        .given(hat.clone())
        .when(run(omar(), Act::Open))
        .then_expect_events(vec![Event::Opened { workshop: a_workshop(), by: omar() }]);
    let ended =
        Event::RoleEnded { workshop: a_workshop(), by: lea(), person: omar(), role: Role::Process };
    workshop()
        .given(hat.clone())
        .when(run(lea(), Act::EndRole(omar(), Role::Process)))
        .then_expect_events(vec![ended.clone()]);
    workshop()
        .given([hat, vec![ended]].concat())
        .when(run(omar(), Act::Open))
        .then_expect_error(Error::NotItsFacilitator);
}

#[test]
fn the_end_ends_the_clock_and_the_pace_and_is_on_the_wall() {
    let shown = |scene| Event::SceneShown { workshop: a_workshop(), by: lea(), scene };
    let open = vec![prepared(5), opened(), shown(Scene::Together)];
    workshop()
        .given(open.clone())
        .when(run(lea(), Act::Close))
        .then_expect_events(vec![closed(), shown(Scene::Thanks)]);
    let over = [open, vec![closed(), shown(Scene::Thanks)]].concat();
    let item = What::Step(Step::Draft);
    let started = Event::ItemStarted { workshop: a_workshop(), by: lea(), item };
    let late = [over[..2].to_vec(), vec![started], over[2..].to_vec()].concat();
    let other = What::Step(Step::Look);
    for act in [Act::StartItem(other), Act::Extend(180), Act::Pace(Some(Step::Idea))] {
        workshop().given(late.clone()).when(run(lea(), act)).then_expect_events(vec![]);
    }
    let announce = run(lea(), Act::Announce(a_content()));
    workshop().given(over.clone()).when(announce).then_expect_error(Error::Over);
    workshop()
        .given(over)
        .when(run(lea(), Act::Open))
        .then_expect_events(vec![opened(), shown(Scene::Enter)]);
}

#[test]
fn keeping_the_notes_is_not_running_the_workshop() {
    let taken = Event::RoleTaken { workshop: a_workshop(), person: omar(), role: Role::Notes };
    let keeper = vec![prepared(5), taken];
    workshop()
        .given(keeper.clone())
        .when(run(omar(), Act::Close))
        .then_expect_error(Error::NotItsFacilitator);
    let note = crate::a_note();
    let begun = Event::SynthesisBegun { workshop: a_workshop(), by: omar(), note: note.clone() };
    workshop()
        .given(keeper)
        .when(run(omar(), Act::Synthesise(note)))
        .then_expect_events(vec![begun]);
}

fn step(step: Step, seconds: u32) -> Item {
    Item::new(What::Step(step), seconds)
}

#[test]
fn a_script_has_each_step_once_after_the_one_it_needs_and_ends_the_same_day() {
    let arrange = |items: Vec<Item>| run(lea(), Act::Arrange(Script::express().reference(), items));
    let refused = |items: Vec<Item>, error: Error| {
        workshop().given(vec![prepared(5)]).when(arrange(items)).then_expect_error(error);
    };
    refused(vec![], Error::OddScript);
    refused(vec![Item::new(What::Card(Card::Break), 60)], Error::OddScript);
    refused(vec![step(Step::Idea, 1), step(Step::Idea, 1)], Error::OddScript);
    refused(vec![step(Step::Idea, 12 * 3600 + 1)], Error::OddScript);
    refused(vec![step(Step::Draft, 1), step(Step::Idea, 1)], Error::OutOfOrder);
    let hidden = Item { hidden: true, ..step(Step::Idea, 1) };
    refused(vec![hidden, step(Step::Publish, 1)], Error::OutOfOrder);
    for script in Script::offered() {
        let items = script.items.clone();
        let arranged = Event::Arranged {
            workshop: a_workshop(),
            by: lea(),
            script: Script::express().reference(),
            items: items.clone(),
        };
        workshop().given(vec![prepared(5)]).when(arrange(items)).then_expect_events(vec![arranged]);
    }
}

#[test]
fn what_is_so_already_is_not_told_again() {
    let told = vec![prepared(5), opened()];
    for act in [Act::Open, Act::Extend(60), Act::Pace(None), Act::Rename(a_content())] {
        workshop().given(told.clone()).when(run(lea(), act)).then_expect_events(vec![]);
    }
}

proptest! {
    /// Whatever the order of arrivals, no more people are in than there are places.
    #[test]
    fn there_are_never_more_people_than_places(
        places in 1_u32..8,
        arrivals in proptest::collection::vec(0_u8..12, 0..40),
    ) {
        let mut told = vec![prepared(places), opened()];
        for number in arrivals {
            let person: PersonId = format!("p{number}").parse().unwrap();
            let result = workshop()
                .given(told.clone())
                .when(Command::Enter { person })
                .inspect_result();
            told.extend(result.unwrap_or_default());
        }
        let inside = told.iter().filter(|event| matches!(event, Event::Entered { .. })).count();
        prop_assert!(inside <= places as usize);
    }
}

fn set_door(door: Door) -> Event {
    Event::DoorSet { workshop: a_workshop(), by: lea(), door }
}

#[test]
fn h9_a_door_is_held_or_shut_and_those_inside_stay() {
    let room = || vec![prepared(9), opened()];
    let held = [room(), vec![set_door(Door::Held)]].concat();
    workshop().given(held.clone()).when(enter()).then_expect_error(Error::Held);
    workshop()
        .given(held)
        .when(Command::Wait { person: omar() })
        .then_expect_events(vec![Event::Waited { workshop: a_workshop(), person: omar() }]);
    let shut = [room(), vec![set_door(Door::Shut)]].concat();
    workshop().given(shut.clone()).when(enter()).then_expect_error(Error::Shut);
    workshop().given(shut).when(Command::Wait { person: omar() }).then_expect_error(Error::Shut);
    let inside = [room(), vec![entered(omar()), set_door(Door::Shut)]].concat();
    workshop().given(inside).when(enter()).then_expect_events(vec![]);
}

#[test]
fn h9_somebody_is_sent_out_and_brought_back_with_their_place() {
    let out = |person| Event::SentOut { workshop: a_workshop(), by: lea(), person };
    let given = vec![prepared(1), opened(), entered(omar())];
    workshop()
        .given(given.clone())
        .when(run(lea(), Act::SendOut(omar())))
        .then_expect_events(vec![out(omar())]);
    let given = [given, vec![out(omar())]].concat();
    workshop().given(given.clone()).when(enter()).then_expect_error(Error::SentOut);
    workshop()
        .given(given.clone())
        .when(Command::Wait { person: omar() })
        .then_expect_error(Error::SentOut);
    workshop().given(given.clone()).when(run(lea(), Act::BringBack(omar()))).then_expect_events(
        vec![Event::BroughtBack { workshop: a_workshop(), by: lea(), person: omar() }],
    );
    // Their place may be somebody else's by then.
    let taken = [given, vec![entered(lea())]].concat();
    workshop().given(taken).when(run(lea(), Act::BringBack(omar()))).then_expect_error(Error::Full);
    // Nobody but those who run the room.
    let given = vec![prepared(3), opened(), entered(omar())];
    workshop()
        .given(given)
        .when(run(omar(), Act::SendOut(lea())))
        .then_expect_error(Error::NotItsFacilitator);
}

#[test]
fn h9_somebody_without_a_phone_is_seated_by_who_is_inside_while_the_door_is_free() {
    let seat = |by| Command::Seat { person: "zoe".parse().unwrap(), by };
    let seated = || vec![entered("zoe".parse().unwrap())];
    let free = vec![prepared(9), opened(), entered(omar())];
    workshop().given(free.clone()).when(seat(omar())).then_expect_events(seated());
    workshop()
        .given(vec![prepared(9), opened()])
        .when(seat(omar()))
        .then_expect_error(Error::NotInTheRoom);
    let held = [free, vec![set_door(Door::Held)]].concat();
    workshop().given(held.clone()).when(seat(omar())).then_expect_error(Error::NotInTheRoom);
    workshop().given(held).when(seat(lea())).then_expect_events(seated());
}

#[test]
fn what_is_set_is_told_once_and_each_time_it_is_another() {
    use domain::workshops::workshop::Mandate;
    let room = || vec![prepared(9), opened()];
    let held = run(lea(), Act::SetDoor(Door::Held));
    workshop().given(room()).when(held.clone()).then_expect_events(vec![set_door(Door::Held)]);
    let already = [room(), vec![set_door(Door::Held)]].concat();
    workshop().given(already).when(held).then_expect_events(vec![]);

    let paid = |paid| Some(Mandate { paid, hours: Some(3), funder: None });
    let told = |mandate| Event::MandateSet {
        workshop: a_workshop(),
        by: lea(),
        role: Role::Notes,
        mandate,
    };
    let agree = |mandate| run(lea(), Act::Mandate(Role::Notes, mandate));
    let agreed = || [room(), vec![told(paid(true))]].concat();
    workshop().given(room()).when(agree(paid(true))).then_expect_events(vec![told(paid(true))]);
    workshop().given(agreed()).when(agree(paid(true))).then_expect_events(vec![]);
    workshop().given(agreed()).when(agree(paid(false))).then_expect_events(vec![told(paid(false))]);
    workshop().given(agreed()).when(agree(None)).then_expect_events(vec![told(None)]);
    workshop().given(room()).when(agree(None)).then_expect_events(vec![]);
}
