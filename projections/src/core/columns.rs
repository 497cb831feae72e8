//! A table whose columns are named once: the struct of a row, its `select` list, how it is read
//! and written all come from one declaration.

use domain::core::ids::{ContentId, NoteId, PersonId, WorkshopId};
use migrations::value::Kind;
use migrations::{DbError, Row, Value};

/// What one column holds.
pub(crate) trait Column: Sized {
    /// How the databases hold it.
    const KIND: Kind;

    /// What column `at` of `row` holds.
    ///
    /// # Errors
    /// [`DbError::Broken`] when it was never written as one of these.
    fn read(row: &Row, at: usize) -> Result<Self, DbError>;

    /// What is written there.
    fn value(&self) -> Value;
}

impl Column for i64 {
    const KIND: Kind = Kind::Int;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(row.int(at))
    }

    fn value(&self) -> Value {
        (*self).into()
    }
}

impl Column for u32 {
    const KIND: Kind = Kind::Int;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(Self::try_from(row.int(at)).unwrap_or(Self::MAX))
    }

    fn value(&self) -> Value {
        i64::from(*self).into()
    }
}

impl Column for String {
    const KIND: Kind = Kind::Text;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(row.text(at))
    }

    fn value(&self) -> Value {
        self.as_str().into()
    }
}

impl Column for bool {
    const KIND: Kind = Kind::Int;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        Ok(row.yes(at))
    }

    fn value(&self) -> Value {
        (*self).into()
    }
}

/// `NULL` is none; so is a word that this program does not know.
impl<T: Column> Column for Option<T> {
    const KIND: Kind = T::KIND;

    fn read(row: &Row, at: usize) -> Result<Self, DbError> {
        let is_null = row.maybe_int(at).is_none() && row.str(at).is_none();
        Ok(if is_null { None } else { T::read(row, at).ok() })
    }

    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::value)
    }
}

/// Types that are held as text: what is written for one, and `parse` to read it back.
macro_rules! text_columns {
    ($($type:ty),*: $text:expr) => {$(
        impl $crate::core::columns::Column for $type {
            const KIND: migrations::value::Kind = migrations::value::Kind::Text;

            fn read(row: &migrations::Row, at: usize) -> Result<Self, migrations::DbError> {
                row.parsed(at)
            }

            fn value(&self) -> migrations::Value {
                let text: fn(&$type) -> &str = $text;
                text(self).into()
            }
        }
    )*};
}

text_columns!(ContentId, NoteId, PersonId, WorkshopId: |id| id.as_str());

/// Declares a row: its key, then its other columns, in the order of the table. What this expands
/// to is the struct, the list of names, and one call of [`Column`] for each.
macro_rules! columns {
    // A row that begins with nothing but its key.
    (
        $(#[$doc:meta])*
        pub struct $name:ident in $table:literal
        by { $($key:ident: $key_type:ty),* $(,)? }
        has blank { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }
    ) => {
        $crate::core::columns::columns! {
            $(#[$doc])*
            pub struct $name in $table
            by { $($key: $key_type),* }
            has { $($(#[$field_doc])* $field: $type,)* }
        }

        impl $name {
            /// A row of which nothing is known but its key.
            pub(crate) fn new($($key: $key_type),*) -> Self {
                Self { $($key,)* $($field: Default::default(),)* }
            }
        }
    };
    (
        $(#[$doc:meta])*
        pub struct $name:ident in $table:literal
        by { $($key:ident: $key_type:ty),* $(,)? }
        has { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $(pub $key: $key_type,)*
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $name {
            const KEYS: &'static [&'static str] = &[$(stringify!($key)),*];
            const OTHERS: &'static [&'static str] = &[$(stringify!($field)),*];
            /// How the databases hold each column.
            pub(crate) const KINDS: &'static [migrations::value::Kind] = &[
                $(<$key_type as $crate::core::columns::Column>::KIND,)*
                $(<$type as $crate::core::columns::Column>::KIND,)*
            ];

            /// Its columns for a `select`, each after `before` (`r.`).
            pub(crate) fn select(before: &str) -> String {
                let names = Self::KEYS.iter().chain(Self::OTHERS);
                names.map(|name| format!("{before}{name}")).collect::<Vec<_>>().join(", ")
            }

            /// The statement that writes rows over those with the same key.
            pub(crate) fn upsert() -> String {
                let others = Self::OTHERS.iter().map(|name| format!("{name} = excluded.{name}"));
                format!(
                    "insert into {} ({}) {{rows}} on conflict ({}) do update set {}",
                    $table,
                    Self::select(""),
                    Self::KEYS.join(", "),
                    others.collect::<Vec<_>>().join(", ")
                )
            }

            /// Reads the first columns of `row`, as [`Self::select`] lists them.
            #[allow(dead_code, reason = "some tables are only written from memory")]
            pub(crate) fn read(row: &migrations::Row) -> Result<Self, migrations::DbError> {
                let mut at = 0..;
                let mut next = || at.next().expect("endless");
                Ok(Self {
                    $($key: <$key_type as $crate::core::columns::Column>::read(row, next())?,)*
                    $($field: <$type as $crate::core::columns::Column>::read(row, next())?,)*
                })
            }

            /// What is written, in the order of [`Self::select`].
            pub(crate) fn values(&self) -> Vec<migrations::Value> {
                vec![
                    $($crate::core::columns::Column::value(&self.$key),)*
                    $($crate::core::columns::Column::value(&self.$field),)*
                ]
            }
        }
    };
}
pub(crate) use {columns, text_columns};
