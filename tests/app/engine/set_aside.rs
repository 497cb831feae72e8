//! One bad event hurts one thing: its stream is set aside, by all projections at once, and
//! everything else goes on.

use app::Failure;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::App;
use app::access::Standing;
use app::engine::envelope::CommandId;
use app::engine::execute::Done;
use app::engine::projector::edition::Status;
use app::engine::projector::recovery::RecoveryError;
use domain::core::ids::{NoteId, PersonId};
use domain::notes::visibility::Visibility;
use projections::notes::note::{self, Note};

use crate::both;
use crate::databases::Engine;
use crate::engine::rebuild::{Count, open, status, until};
use crate::torn::{add, positions, repair, tear, torn};
use crate::world::World;

const NOTHING: [&str; 0] = [];

/// Nothing is stopped, and everything has been read.
async fn all_follow(app: &App) {
    let head = app.projector.head().await.unwrap();
    // Another node may be at it.
    until(async || app.projector.catch_up().await.unwrap() >= head).await;
    for one in app.projector.checkpoints().await.unwrap() {
        if one.status != Status::Retired {
            assert_eq!((one.status, one.position), (Status::Live, head), "{one:?}");
        }
    }
    assert_eq!(app.projector.failures().await.unwrap(), []);
}

async fn streams(app: &App) -> Vec<(String, i64)> {
    let all = app.projector.streams_set_aside().await.unwrap();
    all.iter().map(|one| (one.stream(), one.position)).collect()
}

async fn withdraw(app: &App, note: &Note, by: &PersonId) -> Result<Done, Failure> {
    withdraw_as(app, note, by, CommandId::fresh()).await
}

/// Makes it a draft again, under this key.
async fn withdraw_as(
    app: &App,
    note: &Note,
    by: &PersonId,
    key: CommandId,
) -> Result<Done, Failure> {
    let standing = Standing { writer: true, ..Standing::default() };
    app.notes().take_back(note, standing, by, key).await
}

fn is_set_aside<T: std::fmt::Debug>(told: &Result<T, Failure>) -> bool {
    matches!(told, Err(Failure::SetAside))
}

/// A commons with two notes of Léa's that everyone reads.
async fn two_notes(world: &World) -> (PersonId, Note, Note) {
    let marie = world.account("marie", true).await;
    let workshop = world.workshop(&marie, 9).await;
    let (lea, omar) = (world.guest(&workshop, "Léa").await, world.guest(&workshop, "Omar").await);
    let one = world.published(&lea, &workshop, "Silence", Visibility::Everyone).await;
    let two = world.published(&omar, &workshop, "Bruit", Visibility::Everyone).await;
    (lea, one, two)
}

both! {
    async fn a_torn_event_sets_its_stream_aside_and_everything_else_goes_on(world: World) {
        let (lea, one, two) = two_notes(&world).await;
        let app = &world.app;
        let id = one.note.as_str();
        let at = add(&world, "note", id, "Withdrawn", torn(&world)).await;
        all_follow(app).await;
        assert_eq!(streams(app).await, [(format!("note/{id}"), at)]);
        // Its own commands are refused, from memory too; nobody else notices.
        let before = world.events().await;
        assert!(is_set_aside(&withdraw(app, &one, &lea).await));
        assert_eq!(world.events().await, before);
        let workshop = two.workshop.clone().unwrap();
        let zoe = world.guest(&workshop, "Zoé").await;
        world.published(&zoe, &workshop, "Encore", Visibility::Everyone).await;
        withdraw(app, &two, &two.writer).await.unwrap();
        all_follow(app).await;

        let health = app.health().await.unwrap();
        assert!(health.is_degraded());
        assert_eq!(health.set_aside[0].stream(), format!("note/{id}"));
        assert!(health.set_aside[0].advice().contains(&format!("sillage skip note/{id} --reason")));
        let wrong = app.projector.verify().await.unwrap();
        assert_eq!(wrong.len(), 2, "{wrong:?}");
        assert!(wrong[0].starts_with(&format!("the event at {at} (note/{id} #4): ")), "{wrong:?}");
        assert!(wrong[1].starts_with(&format!("note/{id} is set aside from the event at {at}: ")));

        // Tried again in vain, it stays where it was.
        let told = app.projector.retry_streams(&mut |_, _, _| {}).await.unwrap();
        assert_eq!((told.back.len(), told.still.len()), (0, 1));
        // A rebuild goes on without it, and says the same.
        let live = app.projector.dump().await.unwrap();
        app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        assert!(app.projector.dump().await.unwrap() == live);
        all_follow(app).await;

        let withdrawn = format!(r#"{{"Withdrawn":{{"note":"{id}","by":"{lea}"}}}}"#);
        repair(&world, at, &withdrawn).await;
        assert!(is_set_aside(&withdraw(app, &one, &lea).await), "not before somebody says so");
        let told = app.projector.retry_streams(&mut |_, _, _| {}).await.unwrap();
        assert_eq!(told.back, [format!("note/{id}")]);
        assert_eq!(app.projector.verify().await.unwrap(), NOTHING);
        all_follow(app).await;
        assert!(!world.note(&one.note).await.is_published(), "what was repaired was told");
        app.notes().publish(&world.note(&one.note).await, &lea, Visibility::Everyone, false, CommandId::fresh())
            .await
            .unwrap();
        assert_eq!(positions(&world, "note", id).await.len(), 5);
        assert!(!app.health().await.unwrap().is_degraded());
    }

    async fn whatever_is_torn_is_told_as_if_it_never_was_once_it_is_repaired(world: World) {
        app::demo::fill(&world.app).await.unwrap();
        let app = &world.app;
        let whole = app.projector.dump().await.unwrap();
        let sql = "select aggregate_type, aggregate_id, count(*) from events
            group by aggregate_type, aggregate_id order by 1, 3 desc, 2";
        let mut seen = vec![];
        for row in app.db.rows(sql, &[]).await.unwrap() {
            let (kind, id) = (row.text(0), row.text(1));
            if seen.contains(&kind) {
                continue;
            }
            let all = positions(&world, &kind, &id).await;
            // From its very beginning, and from its last event.
            for at in [all[0], all[all.len() - 1]] {
                let said = tear(&world, at).await;
                app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
                assert_eq!(streams(app).await, [(format!("{kind}/{id}"), at)]);
                all_follow(app).await;
                let wrong = app.projector.verify().await.unwrap();
                assert_eq!(wrong.len(), 2, "{wrong:?}");
                // What a person does last is nothing tables learn.
                let differs = app.projector.dump().await.unwrap() != whole;
                assert!(differs || kind == "person", "{kind} {at}");
                repair(&world, at, &said).await;
                let told = app.projector.retry_streams(&mut |_, _, _| {}).await.unwrap();
                assert_eq!(told.back, [format!("{kind}/{id}")]);
                assert!(app.projector.dump().await.unwrap() == whole, "{kind} {at}");
                assert_eq!(app.projector.verify().await.unwrap(), NOTHING);
            }
            seen.push(kind);
        }
        assert!(seen.len() >= 6, "{seen:?}");
    }

    async fn what_is_skipped_is_left_out_for_all_and_the_note_is_written_again(world: World) {
        let (lea, one, _) = two_notes(&world).await;
        let app = &world.app;
        let stream = format!("note/{}", one.note);
        let nobody = app.projector.skip_in_stream(&stream, "essai", &mut |_, _, _| {}).await;
        assert!(matches!(nobody, Err(RecoveryError::NotSetAside(_))), "{nobody:?}");
        let at = positions(&world, "note", one.note.as_str()).await[1];
        let said = tear(&world, at).await;
        app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        all_follow(app).await;
        assert!(!world.note(&one.note).await.is_published(), "its beginning is told");
        repair(&world, at, &said).await;
        let whole = app.projector.skip_in_stream(&stream, "essai", &mut |_, _, _| {}).await;
        assert!(matches!(whole, Err(RecoveryError::Readable(_))), "{whole:?}");
        tear(&world, at).await;

        let left = app.projector.skip_in_stream(&stream, "disque", &mut |_, _, _| {}).await.unwrap();
        assert_eq!((left.len(), left[0].position), (1, at));
        assert_eq!(streams(app).await, []);
        assert_eq!(app.projector.verify().await.unwrap(), NOTHING);
        all_follow(app).await;
        let publish = async |app: &App| {
            let note = note::find(&app.db, &one.note).await.unwrap().unwrap();
            app.notes().publish(&note, &lea, Visibility::Everyone, false, CommandId::fresh()).await
        };
        publish(app).await.unwrap();
        assert!(world.note(&one.note).await.is_published());
        assert_eq!(positions(&world, "note", one.note.as_str()).await.len(), 4, "it counts all the same");
        // Left out it stays, though it could be read again: of the tables and of the stream.
        repair(&world, at, &said).await;
        app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        assert_eq!(app.projector.verify().await.unwrap(), NOTHING);
        all_follow(app).await;
        let again = App::open(&world.settings, world.clock.clone()).await.unwrap();
        withdraw(&again, &world.note(&one.note).await, &lea).await.unwrap();
        // And another one that cannot be read sets it aside again.
        let later = add(&world, "note", one.note.as_str(), "Withdrawn", torn(&world)).await;
        all_follow(app).await;
        assert_eq!(streams(app).await, [(stream, later)]);
    }

    async fn an_event_torn_after_it_was_learnt_is_found_when_its_stream_is_loaded(world: World) {
        let (lea, one, two) = two_notes(&world).await;
        let at = positions(&world, "note", one.note.as_str()).await[0];
        let said = tear(&world, at).await;
        let wrong = world.app.projector.verify().await.unwrap();
        assert!(wrong[0].starts_with(&format!("the event at {at} (note/{} #1): ", one.note)), "{wrong:?}");
        assert_eq!(streams(&world.app).await, [], "looking changes nothing");
        // This node remembers nothing of it, and says so; the other one then knows too.
        let fresh = App::open(&world.settings, world.clock.clone()).await.unwrap();
        let key = CommandId::fresh();
        let told = withdraw_as(&fresh, &one, &lea, key.clone()).await;
        assert!(is_set_aside(&told), "{told:?}");
        assert_eq!(streams(&fresh).await, [(format!("note/{}", one.note), at)]);
        assert!(is_set_aside(&withdraw(&world.app, &one, &lea).await));
        withdraw(&world.app, &two, &two.writer).await.unwrap();
        all_follow(&world.app).await;
        repair(&world, at, &said).await;
        fresh.projector.retry_streams(&mut |_, _, _| {}).await.unwrap();
        // Sent again, the same form goes through.
        withdraw_as(&fresh, &one, &lea, key).await.unwrap();
        assert_eq!(world.app.projector.verify().await.unwrap(), NOTHING);
    }

    async fn a_command_that_was_taken_before_is_still_told_so(world: World) {
        let (lea, one, _) = two_notes(&world).await;
        let key = CommandId::fresh();
        withdraw_as(&world.app, &one, &lea, key.clone()).await.unwrap();
        let before = world.events().await;
        add(&world, "note", one.note.as_str(), "Withdrawn", torn(&world)).await;
        all_follow(&world.app).await;
        let again = withdraw_as(&world.app, &one, &lea, key).await;
        assert!(again.is_ok(), "{again:?}");
        assert_eq!(world.events().await, before + 1);
    }

    async fn a_projection_whose_own_code_panics_still_stops_alone(world: World) {
        let (_, one, two) = two_notes(&world).await;
        let refuses = Arc::new(AtomicI64::new(0));
        let count = Count { version: 1, worth: 1, panics: true, refuses: refuses.clone(), ..Count::default() };
        let app = open(&world, count).await;
        let bad = add(&world, "note", one.note.as_str(), "Withdrawn", torn(&world)).await;
        refuses.store(bad + 1, Ordering::SeqCst);
        withdraw(&app, &two, &two.writer).await.unwrap();
        until(async || status(&app, 1).await == Some(Status::Stalled)).await;
        app.projector.catch_up().await.unwrap();
        for one in app.projector.checkpoints().await.unwrap() {
            assert_eq!(one.status == Status::Stalled, one.name == "count", "{one:?}");
        }
        let failures = app.projector.failures().await.unwrap();
        assert_eq!((failures.len(), failures[0].position), (1, bad + 1));
        assert_eq!(streams(&app).await, [(format!("note/{}", one.note), bad)]);
        refuses.store(0, Ordering::SeqCst);
        assert_eq!(app.projector.retry(None).await.unwrap(), 1);
        all_follow(&app).await;
    }

    async fn a_projection_that_cannot_learn_what_is_left_answers_as_it_did(world: World) {
        let (_, one, two) = two_notes(&world).await;
        let app = &world.app;
        let stream = format!("note/{}", one.note);
        // Without its beginning, what follows makes no sense.
        let all = positions(&world, "note", one.note.as_str()).await;
        tear(&world, all[0]).await;
        app.projector.rebuild(&mut |_, _, _| {}).await.unwrap();
        let left = app.projector.skip_in_stream(&stream, "disque", &mut |_, _, _| {}).await;
        assert!(matches!(left, Err(RecoveryError::Db(_))), "{left:?}");
        assert_eq!(streams(app).await, [(stream.clone(), all[0])], "nobody writes to it yet");
        let failures = app.projector.failures().await.unwrap();
        assert!(failures.iter().any(|it| it.name == "note" && it.position == all[1]), "{failures:?}");
        withdraw(app, &two, &two.writer).await.unwrap();
        assert!(!world.note(&two.note).await.is_published(), "everything goes on");
        // Left out of the projections that stopped, one by one, the rest comes through.
        while let Some(failure) = app.projector.failures().await.unwrap().first() {
            app.projector.skip(&failure.name, failure.position, "sans début").await.unwrap();
            let _ = app.projector.rebuild(&mut |_, _, _| {}).await;
        }
        assert_eq!(streams(app).await, []);
        all_follow(app).await;
        assert_eq!(app.projector.verify().await.unwrap(), NOTHING);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_node_writes_nothing_to_a_stream_it_remembers() {
    let Some(world) = World::on(Engine::Postgres).await else { return };
    let (lea, one, _) = two_notes(&world).await;
    let other = App::open_for_repair(&world.settings, world.clock.clone(), projections::all());
    let other = other.await.unwrap();
    // It remembers the note, and looks at no list: nothing follows the log there.
    withdraw(&other, &one, &lea).await.unwrap();
    add(&world, "note", one.note.as_str(), "Withdrawn", torn(&world)).await;
    all_follow(&world.app).await;
    let before = world.events().await;
    let id: NoteId = one.note.clone();
    let note = note::find(&world.app.db, &id).await.unwrap().unwrap();
    let key = CommandId::fresh();
    let told = other.notes().publish(&note, &lea, Visibility::Everyone, false, key).await;
    assert!(is_set_aside(&told), "{told:?}");
    assert_eq!(world.events().await, before);
}
