//! What goes into a statement and what comes out of it.
//!
//! The vocabulary is small on purpose (text, 64-bit integer, double, bytes):
//! the same SQL then means the same thing on both engines. Times are integers
//! (microseconds since 1970, UTC), identifiers are text, booleans are 0 or 1.

use crate::error::DbError;

/// One value, as either engine stores it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL `NULL`.
    Null,
    /// A `BIGINT`.
    Int(i64),
    /// A `DOUBLE PRECISION`.
    Real(f64),
    /// A `TEXT`, or the text of a `JSON` column.
    Text(String),
    /// A `BYTEA` or `BLOB`.
    Bytes(Vec<u8>),
}

/// The type of a column given to [`crate::Tx::many`]; a batch of `NULL`s has one too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A `BIGINT` column.
    Int,
    /// A `TEXT` column.
    Text,
    /// A `JSON` column (text on SQLite).
    Json,
}

impl Kind {
    /// One letter a column: `i`, `t`, `j`.
    pub(crate) fn words(kinds: &[Self]) -> String {
        kinds
            .iter()
            .map(|kind| match kind {
                Self::Int => 'i',
                Self::Text => 't',
                Self::Json => 'j',
            })
            .collect()
    }
}

/// One letter a value: `n` for NULL, `i`, `r`, `t`, `b`.
pub(crate) fn kinds(values: &[Value]) -> String {
    values
        .iter()
        .map(|value| match value {
            Value::Null => 'n',
            Value::Int(_) => 'i',
            Value::Real(_) => 'r',
            Value::Text(_) => 't',
            Value::Bytes(_) => 'b',
        })
        .collect()
}

/// One row of an answer; columns are read by their place in the `select`.
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub(crate) Vec<Value>);

impl Row {
    /// The integer in column `at`, 0 when it is `NULL`.
    pub fn int(&self, at: usize) -> i64 {
        self.maybe_int(at).unwrap_or(0)
    }

    /// The integer in column `at`, if there is one.
    pub fn maybe_int(&self, at: usize) -> Option<i64> {
        match self.0.get(at) {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        }
    }

    /// The text in column `at`, empty when it is `NULL`.
    pub fn text(&self, at: usize) -> String {
        self.maybe_text(at).unwrap_or_default()
    }

    /// The text in column `at`, if there is one.
    pub fn maybe_text(&self, at: usize) -> Option<String> {
        match self.0.get(at) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// The text in column `at`, borrowed; `None` for NULL.
    pub fn str(&self, at: usize) -> Option<&str> {
        match self.0.get(at) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether the 0-or-1 integer in column `at` says yes.
    pub fn yes(&self, at: usize) -> bool {
        self.int(at) != 0
    }

    /// The bytes in column `at`; none for NULL.
    pub fn bytes(&self, at: usize) -> &[u8] {
        match self.0.get(at) {
            Some(Value::Bytes(bytes)) => bytes,
            _ => &[],
        }
    }

    /// Its columns one after the other, in the order of the `select`.
    pub fn cells(&self) -> Cells<'_> {
        Cells { row: self, next: std::cell::Cell::new(0) }
    }

    /// The values themselves, in order.
    pub fn into_values(self) -> Vec<Value> {
        self.0
    }

    /// The text in column `at`, turned into one of our own types.
    ///
    /// # Errors
    /// [`DbError::Broken`] when the text is not one that `T` was ever written as.
    pub fn parsed<T: std::str::FromStr>(&self, at: usize) -> Result<T, DbError> {
        let text = self.text(at);
        text.parse().map_err(|_| DbError::unreadable(at, &text))
    }
}

/// The columns of a row, each read once, in the order of the `select`: nobody counts them.
#[derive(Debug)]
pub struct Cells<'r> {
    row: &'r Row,
    next: std::cell::Cell<usize>,
}

impl<'r> Cells<'r> {
    fn step(&self) -> usize {
        self.next.replace(self.next.get() + 1)
    }

    /// Passes over the next column, or over `count` of them.
    pub fn skip(&self, count: usize) {
        self.next.set(self.next.get() + count);
    }

    /// [`Row::int`] of the next column.
    pub fn int(&self) -> i64 {
        self.row.int(self.step())
    }

    /// [`Row::maybe_int`] of the next column.
    pub fn maybe_int(&self) -> Option<i64> {
        self.row.maybe_int(self.step())
    }

    /// [`Row::text`] of the next column.
    pub fn text(&self) -> String {
        self.row.text(self.step())
    }

    /// [`Row::maybe_text`] of the next column.
    pub fn maybe_text(&self) -> Option<String> {
        self.row.maybe_text(self.step())
    }

    /// The text of the next column, borrowed; empty when it is `NULL`.
    pub fn str(&self) -> &'r str {
        self.row.str(self.step()).unwrap_or_default()
    }

    /// The bytes of the next column; none for `NULL`.
    pub fn bytes(&self) -> &'r [u8] {
        self.row.bytes(self.step())
    }

    /// The next two columns: a text and an integer.
    pub fn pair(&self) -> (String, i64) {
        (self.text(), self.int())
    }

    /// The next two columns: two texts.
    pub fn texts(&self) -> (String, String) {
        (self.text(), self.text())
    }

    /// [`Row::yes`] of the next column.
    pub fn yes(&self) -> bool {
        self.row.yes(self.step())
    }

    /// [`Row::parsed`] of the next column.
    ///
    /// # Errors
    /// The same.
    pub fn parsed<T: std::str::FromStr>(&self) -> Result<T, DbError> {
        self.row.parsed(self.step())
    }

    /// The text of the next column turned into one of our own types; none for NULL, and for a
    /// word that this program does not know.
    pub fn maybe<T: std::str::FromStr>(&self) -> Option<T> {
        self.row.str(self.step())?.parse().ok()
    }
}

impl From<Vec<Value>> for Row {
    fn from(values: Vec<Value>) -> Self {
        Self(values)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Int(i64::from(yes))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The values of a statement, in order: `values![note, 3, "fr"]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] };
}
