use domain::core::registry::Fact;
use domain::notes::note::Door;
use domain::notes::visibility::Visibility;
use domain::workshops::participation::{Event, Event as P, HandReason};
use domain::workshops::script::Step;
use domain::workshops::workshop::Event as W;
use projections::workshops::room;

use crate::both;
use crate::memory::{Memory, a_note, entered, person, published, withdrawn, workshop};

fn took_part(event: Event) -> Fact {
    Fact::Participation(event)
}

fn raised(who: &str) -> Fact {
    let (workshop, person) = (workshop(), person(who));
    took_part(Event::HandRaised { workshop, person, reason: HandReason::Words })
}

both! {
    async fn each_fact_moves_its_person_along(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        let (place, lea) = (workshop(), person("lea"));
        story.push(took_part(Event::DoorChosen { workshop: place, person: lea, door: Door::Tell }));
        story.push(memory.drafted("n1", "lea", "Un", "mots").await);
        story.push(published("n1", "lea", Visibility::Workshop, 1));
        memory.apply(story).await;
        let found = room::find(&memory.db, &workshop(), &person("lea")).await.unwrap().unwrap();
        assert_eq!(found.done, [Step::Door, Step::Idea, Step::Publish]);
        assert_eq!(found.note.as_ref().unwrap().as_str(), "n1");
        // Taking a note back undoes the step, from a batch of its own.
        memory.apply(vec![withdrawn("n1", "lea")]).await;
        let found = room::find(&memory.db, &workshop(), &person("lea")).await.unwrap().unwrap();
        assert_eq!(found.done, [Step::Door, Step::Idea]);
    }

    async fn a_console_that_comes_back_is_told_exactly_what_it_missed(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar")]);
        memory.apply(story).await;
        let all = room::since(&memory.db, &workshop(), 0).await.unwrap();
        assert_eq!(all.len(), 2);
        let seen = all.iter().map(|one| one.position).max().unwrap();
        assert_eq!(room::since(&memory.db, &workshop(), seen).await.unwrap(), []);
        memory.apply(vec![raised("omar")]).await;
        let missed = room::since(&memory.db, &workshop(), seen).await.unwrap();
        assert_eq!(missed.len(), 1);
        assert_eq!(missed[0].hand, Some(HandReason::Words));
    }

    async fn hands_are_answered_in_the_order_they_went_up(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar"), raised("omar"), raised("lea")]);
        memory.apply(story).await;
        let lea = room::find(&memory.db, &workshop(), &person("lea")).await.unwrap().unwrap();
        assert_eq!(room::hands_before(&memory.db, &workshop(), lea.hand_at).await.unwrap(), 1);
    }

    async fn a_hand_raised_after_the_end_stays_down_whatever_the_phone_believed(memory: Memory) {
        let mut memory = memory;
        let marie = person("marie");
        let closed = || Fact::Workshop(W::Closed { workshop: workshop(), by: marie.clone() });
        let opened = || Fact::Workshop(W::Opened { workshop: workshop(), by: marie.clone() });
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar"), raised("lea"), closed(), raised("omar")]);
        memory.apply(story).await;
        let hand = async |memory: &Memory, who: &str| {
            room::find(&memory.db, &workshop(), &person(who)).await.unwrap().unwrap().hand
        };
        assert_eq!((hand(&memory, "lea").await, hand(&memory, "omar").await), (None, None));
        // From another batch too; and once it is open again, hands go up again.
        memory.apply(vec![raised("omar")]).await;
        assert_eq!(hand(&memory, "omar").await, None);
        memory.apply(vec![opened(), raised("omar")]).await;
        assert_eq!(hand(&memory, "omar").await, Some(HandReason::Words));
        memory.apply(vec![closed()]).await;
        assert_eq!(hand(&memory, "omar").await, None);
    }

    async fn whoever_never_entered_has_no_row(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(raised("marie"));
        memory.apply(story).await;
        assert_eq!(room::since(&memory.db, &workshop(), 0).await.unwrap(), []);
    }

    async fn whoever_is_let_in_late_was_there_since_they_came(memory: Memory) {
        let mut memory = memory;
        let marie = person("marie");
        let mut story = memory.room().await;
        let omar = || person("omar");
        story.push(Fact::Workshop(W::Closed { workshop: workshop(), by: marie.clone() }));
        story.push(Fact::Workshop(W::Waited { workshop: workshop(), person: omar() }));
        memory.apply(story).await;
        let waiting = room::waiting(&memory.db, &workshop()).await.unwrap();
        assert_eq!((waiting.len(), waiting[0].name.as_str()), (1, "OMAR"));
        assert_eq!(room::present(&memory.db, &workshop()).await.unwrap(), []);
        let admitted = W::Admitted { workshop: workshop(), by: marie, person: omar() };
        memory.apply(vec![Fact::Workshop(admitted)]).await;
        let here = room::present(&memory.db, &workshop()).await.unwrap();
        assert_eq!((here.len(), here[0].entered_at), (1, waiting[0].since));
        assert_eq!(room::waiting(&memory.db, &workshop()).await.unwrap(), []);
    }

    async fn the_second_phone_of_somebody_is_not_counted(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        story.extend([entered("lea"), entered("omar"), raised("omar")]);
        let (by, omar, lea) = (person("marie"), person("omar"), person("lea"));
        let merged = W::Merged { workshop: workshop(), by, person: omar.clone(), into: lea.clone() };
        story.push(Fact::Workshop(merged));
        memory.apply(story).await;
        assert_eq!(room::present(&memory.db, &workshop()).await.unwrap().len(), 1);
        let row = room::find(&memory.db, &workshop(), &omar).await.unwrap().unwrap();
        assert_eq!((row.merged_into.clone(), row.hand), (Some(lea), None));
    }

    async fn what_is_shown_proposed_and_asked_goes_away_in_its_time(memory: Memory) {
        let mut memory = memory;
        let mut story = memory.room().await;
        let (w, omar) = (workshop, || person("omar"));
        story.extend([entered("omar"), raised("omar")]);
        story.push(memory.drafted("n1", "omar", "Titre", "mots").await);
        let part = |event| Fact::Participation(event);
        story.push(part(P::DraftShown { workshop: w(), person: omar(), note: a_note("n1") }));
        let (by, step) = (person("marie"), Step::Look);
        story.push(part(P::StepProposed { workshop: w(), person: omar(), by: by.clone(), step }));
        let note = a_note("n1");
        story.push(part(P::WallAsked { workshop: w(), person: omar(), by, note: note.clone() }));
        memory.apply(story).await;
        let row = room::find(&memory.db, &w(), &omar()).await.unwrap().unwrap();
        assert_eq!((row.shown.clone(), row.wall_asked.clone()), (Some(note.clone()), Some(note.clone())));
        assert_eq!(row.proposed, Some(Step::Look));
        memory
            .apply(vec![
                part(P::HandLowered { workshop: w(), person: omar() }),
                part(P::StepCompleted { workshop: w(), person: omar(), step }),
                part(P::WallAnswered { workshop: w(), person: omar(), note, agreed: false }),
            ])
            .await;
        let row = room::find(&memory.db, &w(), &omar()).await.unwrap().unwrap();
        assert_eq!((&row.shown, row.proposed, &row.wall_asked), (&None, None, &None));
    }

    async fn a_reaction_to_a_note_is_the_last_one_given(memory: Memory) {
        use domain::workshops::participation::Reaction;
        let mut memory = memory;
        let mut story = memory.room().await;
        story.push(entered("lea"));
        for reaction in [Reaction::Think, Reaction::Inspire] {
            story.push(took_part(Event::ReactionGiven {
                workshop: workshop(),
                person: person("lea"),
                note: a_note("n1"),
                reaction,
            }));
        }
        memory.apply(story).await;
        let found = room::reactions(&memory.db, &workshop()).await.unwrap();
        let found: Vec<_> = found.iter().map(|one| one.reaction).collect();
        assert_eq!(found, [Reaction::Inspire]);
    }
}
