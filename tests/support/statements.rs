//! Collects the statements that a test program issues, for the test of plans.

use std::collections::HashSet;
use std::fmt::Debug;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, Once};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// From now on every statement of this program is written once, as a line of JSON
/// `[text, kinds of its values]`, to a file of its own in the folder `SILLAGE_STATEMENTS`.
/// Without that variable, nothing is.
pub fn collect() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let Some(folder) = std::env::var_os("SILLAGE_STATEMENTS") else { return };
        let file = Path::new(&folder).join(format!("{}.json", std::process::id()));
        let file = Mutex::new((HashSet::new(), File::create(file).unwrap()));
        tracing::subscriber::set_global_default(Collector { file }).unwrap();
    });
}

struct Collector {
    file: Mutex<(HashSet<String>, File)>,
}

#[derive(Default)]
struct Statement {
    sql: String,
    kinds: String,
}

impl Visit for Statement {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "sql" => value.clone_into(&mut self.sql),
            "kinds" => value.clone_into(&mut self.kinds),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sillage::sql"
    }

    fn event(&self, event: &Event<'_>) {
        let mut seen = Statement::default();
        event.record(&mut seen);
        let line = serde_json::to_string(&[&seen.sql, &seen.kinds]).unwrap();
        let mut file = self.file.lock().unwrap();
        if !file.0.contains(&line) {
            writeln!(file.1, "{line}").unwrap();
            file.0.insert(line);
        }
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
