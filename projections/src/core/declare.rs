//! How a projection is declared, once: its name and version, its tables, the aggregates it hears.

use migrations::names::Pair;

/// What the engine knows of a projection.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// In one word, as the table `projections` has it.
    pub name: &'static str,
    /// Raised whenever the tables or what they mean change.
    pub version: i64,
    /// Its older versions whose tables have every column its pages ask for: they answer while the
    /// log is replayed into this one.
    pub readable: &'static [i64],
    /// Its tables as statements say them, without their version.
    pub tables: &'static [&'static str],
    /// The statements that make them, with the tokens of `migrations::dialect`.
    pub schema: &'static str,
    /// The kinds of aggregates whose events are applied to it; no other is.
    pub subscribes_to: &'static [&'static str],
}

impl About {
    /// The name in the database of each of its tables: those of `version`, and of the set of
    /// tables number `edition` of it, from 1.
    pub fn names(&self, version: i64, edition: i64) -> Vec<Pair> {
        let suffix = if edition == 1 { String::new() } else { format!("_e{edition}") };
        let pair = |table: &&str| ((*table).to_owned(), format!("{table}_v{version}{suffix}"));
        self.tables.iter().map(pair).collect()
    }
}

/// Declares a projection: its type, what the engine knows of it (`ABOUT`), and the union of the
/// events it hears, one variant for each aggregate it subscribes to. The subscription and the
/// union are one list: an event that is not in it reaches no `match` of this projection.
macro_rules! projection {
    (
        $(#[$doc:meta])*
        pub struct $name:ident = $word:literal version $version:literal $(readable [$($readable:literal),*])?;
        tables [$($table:literal),*] in $schema:literal;
        hears $heard:ident { $($kind:ident),* }
    ) => {
        $(#[$doc])*
        pub struct $name;

        impl $name {
            /// What the engine knows of it.
            pub const ABOUT: $crate::core::declare::About = $crate::core::declare::About {
                name: $word,
                version: $version,
                readable: &[$($($readable),*)?],
                tables: &[$($table),*],
                schema: include_str!($schema),
                subscribes_to: &[$(
                    <domain::core::registry::aggregates::$kind as domain::core::registry::Aggregate>::TYPE
                ),*],
            };
        }

        /// An event that this projection hears.
        #[derive(Clone, Copy)]
        #[allow(dead_code, reason = "of some, only the step that they complete is read")]
        enum $heard<'e> {
            $($kind(&'e <domain::core::registry::aggregates::$kind as domain::core::registry::Aggregate>::Event)),*
        }

        impl<'e> $heard<'e> {
            /// The events of a batch, in order, each with what the log says of it.
            fn of(batch: &'e [$crate::Recorded]) -> impl Iterator<Item = (Self, &'e $crate::Recorded)> {
                batch.iter().filter_map(|recorded| match &recorded.fact {
                    $(domain::core::registry::Fact::$kind(event) => Some((Self::$kind(event), recorded)),)*
                    #[allow(clippy::wildcard_enum_match_arm, unreachable_patterns)]
                    _ => None,
                })
            }
        }
    };
}
pub(crate) use projection;
