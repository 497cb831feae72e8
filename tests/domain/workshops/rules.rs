//! What is so already is told no more; who may do what; limits.

use cqrs_es::test::TestFramework;
use domain::core::ids::PersonId;
use domain::notes::note::Reason;
use domain::workshops::script::{Item, Script, Step, What};
use domain::workshops::workshop::{
    Act, Command, Conclusion, Details, Door, Error, Event, LONGEST, MOST_ITEMS, MOST_PLACES, Role,
    Scene, Tone, Workshop, check,
};

use crate::{a_content, a_note, a_workshop, lea, omar};

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

fn waited(person: PersonId) -> Event {
    Event::Waited { workshop: a_workshop(), person }
}

fn taken(person: PersonId, role: Role) -> Event {
    Event::RoleTaken { workshop: a_workshop(), person, role }
}

fn zoe() -> PersonId {
    "zoe".parse().unwrap()
}

/// What `command` yields after `events`.
fn after(events: &[Event], command: Command) -> Result<Vec<Event>, Error> {
    TestFramework::<Workshop>::with(()).given(events.to_vec()).when(command).inspect_result()
}

fn run(events: &[Event], act: Act) -> Result<Vec<Event>, Error> {
    after(events, Command::Run { by: lea(), act })
}

#[test]
fn each_thing_that_is_set_is_told_once() {
    let (workshop, by) = (a_workshop, lea);
    let details = Details { goal: Some(3), ..Details::default() };
    let conclusion = Conclusion { present: Some(9), ..Conclusion::default() };
    let items = Script::express().items.clone();
    let script = Script::express().reference();
    let item = What::Step(Step::Draft);
    let until = Some(Step::Idea);
    let (tone, scene, note) = (Tone::Tu, Scene::Wall, a_note());
    let content: domain::core::ids::ContentId = "other".parse().unwrap();
    for (act, event) in [
        (
            Act::Arrange(script.clone(), items.clone()),
            Event::Arranged { workshop: workshop(), by: by(), script, items },
        ),
        (Act::Detail(details.clone()), Event::Detailed { workshop: workshop(), by: by(), details }),
        (Act::Rename(content.clone()), Event::Renamed { workshop: workshop(), by: by(), content }),
        (Act::Speak(tone), Event::ToneSet { workshop: workshop(), by: by(), tone }),
        (Act::StartItem(item), Event::ItemStarted { workshop: workshop(), by: by(), item }),
        (Act::Pace(until), Event::PaceSet { workshop: workshop(), by: by(), until }),
        (Act::Show(scene), Event::SceneShown { workshop: workshop(), by: by(), scene }),
        (
            Act::Conclude(conclusion.clone()),
            Event::Concluded { workshop: workshop(), by: by(), conclusion },
        ),
        (
            Act::Synthesise(note.clone()),
            Event::SynthesisBegun { workshop: workshop(), by: by(), note },
        ),
    ] {
        let room = vec![prepared(5), opened()];
        assert_eq!(run(&room, act.clone()), Ok(vec![event.clone()]), "{act:?}");
        let again = [room, vec![event]].concat();
        assert_eq!(run(&again, act.clone()), Ok(vec![]), "{act:?} again");
    }
}

#[test]
fn places_are_added_up_to_five_hundred() {
    for (places, more, is_odd) in [
        (5, 1, false),
        (5, 0, true),
        (5, MOST_PLACES - 5, false),
        (5, MOST_PLACES - 4, true),
        (MOST_PLACES, 1, true),
        (5, u32::MAX, true),
    ] {
        let result = run(&[prepared(places)], Act::AddPlaces(more));
        assert_eq!(result == Err(Error::OddPlaces), is_odd, "{places} and {more}: {result:?}");
    }
    let added = Event::PlacesAdded { workshop: a_workshop(), by: lea(), places: 1 };
    let full = vec![prepared(1), opened(), entered(lea())];
    let enter = Command::Enter { person: omar() };
    assert_eq!(after(&full, enter.clone()), Err(Error::Full));
    assert_eq!(after(&[full, vec![added]].concat(), enter), Ok(vec![entered(omar())]));
}

#[test]
fn a_workshop_opens_and_closes_once() {
    assert_eq!(run(&[prepared(5)], Act::Close), Ok(vec![]), "it is not open yet");
    assert_eq!(run(&[prepared(5), opened(), closed()], Act::Close), Ok(vec![]));
    let scene = Scene::Thanks;
    let shown = Event::SceneShown { workshop: a_workshop(), by: lea(), scene };
    let room = [prepared(5), opened()];
    assert_eq!(run(&room, Act::Close), Ok(vec![closed(), shown.clone()]));
    let thanked = [room.to_vec(), vec![shown]].concat();
    assert_eq!(run(&thanked, Act::Close), Ok(vec![closed()]), "the wall says it already");
    let again = [room.to_vec(), vec![closed()]].concat();
    assert_eq!(run(&again, Act::Open), Ok(vec![opened()]), "the wall said something else");
}

#[test]
fn nobody_waits_nor_is_seated_before_it_opens_nor_in_an_endless_queue() {
    let wait = |person| Command::Wait { person };
    let seat = |by| Command::Seat { person: zoe(), by };
    assert_eq!(after(&[prepared(5)], wait(omar())), Err(Error::NotOpenYet));
    assert_eq!(after(&[prepared(5)], seat(lea())), Err(Error::NotOpenYet));
    assert_eq!(after(&[prepared(5), opened(), closed()], seat(lea())), Err(Error::Over));
    let full = [prepared(1), opened(), entered(omar())];
    assert_eq!(after(&full, seat(lea())), Err(Error::Full));
    assert_eq!(after(&full, Command::Seat { person: omar(), by: lea() }), Ok(vec![]));
    let queue = |count: u32| {
        let people = (0..count).map(|number| waited(format!("p{number}").parse().unwrap()));
        [vec![prepared(1), opened()], people.collect()].concat()
    };
    assert_eq!(after(&queue(MOST_PLACES), wait(omar())), Err(Error::Full));
    assert_eq!(after(&queue(MOST_PLACES - 1), wait(omar())), Ok(vec![waited(omar())]));
}

#[test]
fn whoever_waits_is_let_in_or_left_out_and_may_be_called_back() {
    let room = vec![prepared(2), opened(), entered(lea()), waited(omar())];
    let with = |events: &[Event]| [room.clone(), events.to_vec()].concat();
    let (workshop, by) = (a_workshop, lea);
    let dismissed = Event::Dismissed { workshop: workshop(), by: by(), person: omar() };
    let admitted = Event::Admitted { workshop: workshop(), by: by(), person: omar() };
    let out = Event::SentOut { workshop: workshop(), by: by(), person: omar() };
    assert_eq!(run(&room, Act::SendOut(omar())), Ok(vec![dismissed.clone()]));
    assert_eq!(run(&room, Act::SendOut(zoe())), Err(Error::NotInTheRoom));
    assert_eq!(run(&room, Act::BringBack(omar())), Ok(vec![]), "nobody sent them out");
    let left = with(&[dismissed]);
    assert_eq!(run(&left, Act::SendOut(omar())), Ok(vec![]));
    assert_eq!(after(&left, Command::Wait { person: omar() }), Err(Error::SentOut));
    assert_eq!(run(&left, Act::BringBack(omar())), Ok(vec![admitted.clone()]));
    assert_eq!(run(&left, Act::Admit(omar())), Err(Error::NotInTheRoom));
    let inside = with(&[admitted]);
    assert_eq!(run(&inside, Act::Admit(omar())), Ok(vec![]));
    assert_eq!(run(&inside, Act::SendOut(omar())), Ok(vec![out.clone()]));
    // They enter again once they were brought back.
    let back = Event::BroughtBack { workshop: workshop(), by: by(), person: omar() };
    let again = [inside, vec![out, back]].concat();
    assert_eq!(after(&again, Command::Enter { person: omar() }), Ok(vec![]));
    assert_eq!(after(&again, Command::Enter { person: zoe() }), Err(Error::Full));
}

#[test]
fn two_phones_are_joined_when_both_are_in_the_room() {
    let room = [prepared(5), opened(), entered(omar()), entered(zoe()), waited(lea())];
    let merge = |person, into| run(&room, Act::Merge(person, into));
    let (workshop, by) = (a_workshop(), lea());
    let merged = Event::Merged { workshop, by, person: omar(), into: zoe() };
    assert_eq!(merge(omar(), zoe()), Ok(vec![merged.clone()]));
    assert_eq!(merge(omar(), omar()), Err(Error::NotInTheRoom));
    assert_eq!(merge(omar(), lea()), Err(Error::NotInTheRoom));
    assert_eq!(merge(lea(), omar()), Err(Error::NotInTheRoom));
    let joined = [room.to_vec(), vec![merged]].concat();
    assert_eq!(run(&joined, Act::Merge(omar(), zoe())), Ok(vec![]));
    assert_eq!(run(&joined, Act::Merge(zoe(), omar())), Err(Error::NotInTheRoom));
}

#[test]
fn the_clock_is_lengthened_while_it_runs_and_by_half_a_day_at_most() {
    let item = What::Step(Step::Idea);
    let started = Event::ItemStarted { workshop: a_workshop(), by: lea(), item };
    let running = [prepared(5), opened(), started];
    for (seconds, told) in [(60, 60), (LONGEST, LONGEST), (LONGEST + 1, LONGEST)] {
        let extended = Event::ItemExtended { workshop: a_workshop(), by: lea(), seconds: told };
        assert_eq!(run(&running, Act::Extend(seconds)), Ok(vec![extended]));
    }
    assert_eq!(run(&running, Act::Extend(0)), Ok(vec![]));
    assert_eq!(run(&running[..2], Act::Extend(60)), Ok(vec![]), "nothing runs");
}

#[test]
fn a_role_opens_what_it_is_for() {
    let erase = |contents| Act::EraseWords { contents, reason: Reason::Asked };
    let acts = [
        Act::Show(Scene::Wall),
        Act::Synthesise(a_note()),
        Act::SeeNames,
        erase(vec![a_content()]),
    ];
    for (role, may) in [
        (None, [false, false, false, true]),
        (Some(Role::Process), [true, true, true, true]),
        (Some(Role::Notes), [false, true, true, true]),
        (Some(Role::Help), [false, false, true, true]),
        (Some(Role::Observer), [false, false, true, true]),
    ] {
        let room = [vec![prepared(5)], role.map(|role| taken(omar(), role)).into_iter().collect()];
        for (act, may) in acts.iter().zip(may) {
            let result = after(&room.concat(), Command::Run { by: omar(), act: act.clone() });
            assert_eq!(result != Err(Error::NotItsFacilitator), may, "{role:?} {act:?}");
        }
    }
    assert_eq!(run(&[prepared(5)], erase(vec![])), Ok(vec![]), "nothing was erased");
}

#[test]
fn a_role_is_taken_once_and_ended_once() {
    let take = |person, role| Command::TakeRole { person, role };
    assert_eq!(after(&[prepared(5)], take(lea(), Role::Help)), Ok(vec![]), "she runs it already");
    assert_eq!(
        after(&[prepared(5)], take(omar(), Role::Help)),
        Ok(vec![taken(omar(), Role::Help)])
    );
    let helper = [prepared(5), taken(omar(), Role::Help)];
    assert_eq!(after(&helper, take(omar(), Role::Help)), Ok(vec![]));
    assert_eq!(
        after(&helper, take(omar(), Role::Notes)),
        Ok(vec![taken(omar(), Role::Notes)]),
        "another one"
    );
    assert_eq!(run(&helper, Act::EndRole(omar(), Role::Notes)), Ok(vec![]));
    // Whoever holds one seats people, whatever the door.
    let held = Event::DoorSet { workshop: a_workshop(), by: lea(), door: Door::Held };
    let room = [helper.to_vec(), vec![opened(), held]].concat();
    let seat = |by| Command::Seat { person: zoe(), by };
    assert_eq!(after(&room, seat(omar())), Ok(vec![entered(zoe())]));
    let nobody: PersonId = "nobody".parse().unwrap();
    assert_eq!(after(&room, seat(nobody)), Err(Error::NotInTheRoom));
}

#[test]
fn a_script_has_limits() {
    let idea = |seconds| Item::new(What::Step(Step::Idea), seconds);
    let cards = |count: usize| {
        let card = Item::new(What::Card(domain::workshops::script::Card::Break), 1);
        [vec![idea(1)], vec![card; count - 1]].concat()
    };
    assert_eq!(check(&cards(MOST_ITEMS)), Ok(()));
    assert_eq!(check(&cards(MOST_ITEMS + 1)), Err(Error::OddScript));
    assert_eq!(check(&[idea(LONGEST)]), Ok(()));
    assert_eq!(check(&[idea(LONGEST + 1)]), Err(Error::OddScript));
    // What nobody sees takes no time.
    let hidden = Item { hidden: true, ..cards(2)[1].clone() };
    assert_eq!(check(&[idea(LONGEST), hidden]), Ok(()));
    assert_eq!(check(&[Item { times: 0, ..idea(1) }]), Err(Error::OddScript));
}
