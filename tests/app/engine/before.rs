//! A commons made by the program of before, on both databases.
//!
//! `before.jsonl` is what `sillage export` wrote of a `sillage demo` on 2026-11-29, before the
//! second half of the house was moved: it is never made again. Whatever is changed about how
//! events are read and tables are made, this log is read, and gives tables that are its fold.

use std::path::Path;

use crate::both;
use crate::world::World;

both! {
    async fn a_commons_of_the_program_of_before_is_read_and_its_tables_are_its_fold(world: World) {
        let log = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/app/engine/before.jsonl"));
        assert_eq!(world.app.import(log, |_, _| {}).await.unwrap(), 56);
        world.app.projector.catch_up().await.unwrap();
        assert_eq!(world.app.projector.verify().await.unwrap(), [""; 0]);
        let notes = projections::notes::note::newest(&world.app.db, "", 50).await.unwrap();
        let titles: Vec<&str> = notes.iter().map(|note| note.title.as_str()).collect();
        assert!(titles.contains(&"Bien accueillir une nouvelle personne"), "{titles:?}");
        // What it writes again is what it read.
        let again = Path::new(&world.settings.keys).with_file_name("again.jsonl");
        world.app.export(&again, |_, _| {}).await.unwrap();
        let events = |path: &Path| -> Vec<String> {
            let whole = std::fs::read_to_string(path).unwrap();
            whole.lines().filter(|line| line.starts_with("{\"event\"")).map(str::to_owned).collect()
        };
        assert_eq!(events(&again), events(log));
        assert_eq!(events(log).len(), 56);
    }
}
