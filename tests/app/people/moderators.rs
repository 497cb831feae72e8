//! Who looks after the whole commons, apart from who facilitates workshops.

use app::Failure;
use app::access::{Viewer, may_moderate};
use app::engine::envelope::{CommandId, Envelope};
use app::people::identities::WRONG;
use app::people::identities::links::Purpose;
use app::people::moderators::LAST;
use domain::core::ids::PersonId;
use domain::notes::audience::Group;
use domain::notes::note::{Command, Note as OfNote};
use domain::notes::visibility::Visibility;
use projections::notes::note::Note;

use crate::both;
use crate::world::{World, words};

fn is_refused(done: &Result<(), Failure>, key: &str) -> bool {
    matches!(done, Err(Failure::Refused(why)) if *why == key)
}

/// Whether `person` may hide parts of `note`.
async fn moderates(world: &World, person: &PersonId, note: &Note) -> bool {
    let someone = world.app.people().someone(person).await.unwrap();
    let viewer = Viewer { someone, links: vec![] };
    let note = world.note(&note.note).await;
    let standing = world.app.standing(&viewer, &note).await.unwrap();
    may_moderate(&note, standing)
}

/// Someone who facilitates workshops, by a link, and does nothing else.
async fn facilitator(world: &World, name: &str) -> PersonId {
    let person = world.member(name).await;
    let link = world.app.people().one_time_link(Purpose::Facilitator, None).await.unwrap();
    world.app.people().become_facilitator(&person, &link).await.unwrap();
    person
}

both! {
    async fn f3_facilitating_a_workshop_gives_no_right_over_the_rest_of_the_commons(world: World) {
        let first = facilitator(&world, "Marie").await;
        let second = facilitator(&world, "Paul").await;
        let workshop = world.workshop(&second, 5).await;
        let lea = world.guest(&workshop, "Léa").await;
        let of_room = world.published(&lea, &workshop, "Du pain", Visibility::Workshop).await;
        let elsewhere = world.public("omar", "Du sel").await;
        assert!(moderates(&world, &second, &of_room).await, "what their workshop reads");
        assert!(!moderates(&world, &second, &elsewhere).await, "and nothing else");
        // Whoever was first looks after what everyone reads, and not after what they do not read.
        assert!(moderates(&world, &first, &elsewhere).await);
        assert!(!moderates(&world, &first, &of_room).await);
        // Read by one of them as anybody may be chosen to: it is not theirs to look after.
        let alone = world.app.notes().draft(&lea, None, &words("Entre nous", "Du beurre"), CommandId::fresh()).await.unwrap();
        let share = Command::Share { by: lea.clone(), with: Group::Person(first.clone()) };
        let envelope = Envelope::from(&lea, CommandId::fresh());
        world.app.execute::<OfNote>(alone.as_str(), share, envelope).await.unwrap();
        let alone = world.note(&alone).await;
        assert!(!moderates(&world, &first, &alone).await, "shared with them alone");
        let key = CommandId::fresh();
        world.app.notes().publish(&of_room, &lea, Visibility::Everyone, false, key).await.unwrap();
        assert!(moderates(&world, &first, &of_room).await && moderates(&world, &second, &of_room).await);
    }

    async fn f3_a_link_makes_one_moderator_and_the_last_one_stays(world: World) {
        let people = world.app.people();
        let marie = facilitator(&world, "Marie").await;
        let (lea, omar) = (world.member("Lea").await, world.member("Omar").await);
        assert!(is_refused(&people.dismiss_moderator(&marie, &marie, CommandId::fresh()).await, LAST));
        let link = people.moderator_link(Some(&marie)).await.unwrap();
        let (one, two) = tokio::join!(people.become_moderator(&lea, &link), people.become_moderator(&omar, &link));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "it serves once");
        let (named, other) = if one.is_ok() { (lea, omar) } else { (omar, lea) };
        let names: Vec<_> = people.moderators().await.unwrap().into_iter().map(|(person, _)| person).collect();
        assert!(names.contains(&marie) && names.contains(&named) && names.len() == 2);
        // A link of somebody who looks after it no more makes nobody one.
        let stale = people.moderator_link(Some(&marie)).await.unwrap();
        people.dismiss_moderator(&marie, &named, CommandId::fresh()).await.unwrap();
        assert!(is_refused(&people.become_moderator(&other, &stale).await, WRONG));
        assert!(!people.someone(&other).await.unwrap().unwrap().moderator);
        assert!(!people.someone(&marie).await.unwrap().unwrap().moderator);
        // Whoever runs the site can always name somebody.
        let link = people.moderator_link(None).await.unwrap();
        people.become_moderator(&marie, &link).await.unwrap();
        assert_eq!(people.moderators().await.unwrap().len(), 2);
    }
}
