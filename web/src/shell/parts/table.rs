//! Files for spreadsheets: the one place that writes CSV.
//!
//! UTF-8 with its mark, CRLF (RFC 4180), semicolons unless commas are asked for, names of
//! columns in the reader's language, times that a spreadsheet reads as times. No cell is ever
//! a formula for the program that opens it, and none holds a sign that would stop it.

use csv::{Terminator, WriterBuilder};

use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::{Language, Voice};

/// What tells a program that the bytes are UTF-8.
const MARK: &str = "\u{feff}";

/// The most signs a cell of a spreadsheet holds: longer ones are cut, with `…`.
const CELL_MAX: usize = 32_000;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `;`, where numbers are written with a comma, as in French.
    #[default]
    Semicolon,
    /// `,`, where they are written with a point.
    Comma,
}

impl Separator {
    /// What the address asks for: `?separateur=virgule`, or semicolons.
    pub fn from_query(visitor: &Visitor) -> Self {
        match visitor.query.get("separateur") {
            "virgule" | "comma" | "," => Self::Comma,
            _ => Self::Semicolon,
        }
    }

    /// What a link adds to an address, after `mark` (`?` or `&`), for a reader of this language.
    pub fn named(voice: &Voice, mark: char) -> String {
        match voice.language {
            Language::French => String::new(),
            Language::English => format!("{mark}separateur=virgule"),
        }
    }

    fn sign(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
        }
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words of people, or ours.
    Text(String),
    /// A number.
    Number(i64),
    /// An instant, in microseconds since 1970, UTC: told in the hours of the place.
    Moment(i64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Cell {
    fn written(&self, voice: &Voice) -> String {
        match self {
            Self::Text(text) => safe(text),
            Self::Number(number) => number.to_string(),
            Self::Moment(at) => voice.zone.table_time(*at),
            Self::Empty => String::new(),
        }
    }
}

/// A file being written, row by row.
pub struct Table<'v> {
    voice: &'v Voice,
    rows: csv::Writer<Vec<u8>>,
}

impl<'v> Table<'v> {
    /// A file whose columns have these names, in the reader's language.
    pub fn new(
        voice: &'v Voice,
        separator: Separator,
        columns: &[String],
    ) -> Result<Self, Problem> {
        let rows = WriterBuilder::new()
            .delimiter(separator.sign())
            .terminator(Terminator::CRLF)
            .from_writer(Vec::from(MARK));
        let mut table = Self { voice, rows };
        let columns: Vec<Cell> = columns.iter().map(|name| name.as_str().into()).collect();
        table.row(&columns)?;
        Ok(table)
    }

    /// Adds a row; it has as many cells as there are columns.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), Problem> {
        let written = cells.iter().map(|cell| cell.written(self.voice));
        self.rows.write_record(written).map_err(|error| broken(&error))
    }

    /// The bytes of the file.
    pub fn finish(self) -> Result<Vec<u8>, Problem> {
        self.rows.into_inner().map_err(|error| broken(&error))
    }
}

fn broken(error: &dyn std::error::Error) -> Problem {
    tracing::error!(%error, "a table could not be written");
    Problem::Broken
}

/// Words as a cell that is no formula, and holds no sign a program refuses.
fn safe(text: &str) -> String {
    let mut result: String = text.chars().filter(|sign| is_kept(*sign)).take(CELL_MAX).collect();
    if text.chars().filter(|sign| is_kept(*sign)).nth(CELL_MAX).is_some() {
        result.push('…');
    }
    // Some programs look past spaces and invisible signs, and read wide signs as narrow ones.
    let is_unseen = |sign: char| {
        sign.is_whitespace() || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let first = result.trim_start_matches(is_unseen).chars().next();
    let is_formula =
        first.is_some_and(|sign| matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    if is_formula || result.starts_with(['\t', '\r', '\n']) { format!("'{result}") } else { result }
}

fn is_kept(sign: char) -> bool {
    let is_odd = sign.is_control() && !matches!(sign, '\n' | '\t' | '\r');
    let code = u32::from(sign);
    let is_nothing = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
    !is_odd && !is_nothing
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{CELL_MAX, Cell, Separator, Table, safe};
    use crate::shell::hours::Zone;
    use crate::shell::voice::{Language, Texts, Voice};

    #[test]
    fn no_cell_is_a_formula() {
        for risky in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\t=1",
            "\r=1",
            " =1",
            "\n=1",
            "\u{feff}=1",
            "＝1+1",
            "\u{a0}-1",
        ] {
            assert!(safe(risky).starts_with('\''), "{risky:?}");
        }
        for plain in ["a=1", "— Ana", "«\u{a0}Été\u{a0}»", "1-2", ""] {
            assert_eq!(safe(plain), plain);
        }
        assert_eq!(safe("a\0b\u{ffff}c\u{fdd0}\u{7}d\ne"), "abcd\ne");
        assert_eq!(safe(&"a".repeat(CELL_MAX + 5)).chars().count(), CELL_MAX + 1);
    }

    #[test]
    fn cells_keep_their_place_whatever_is_in_them() {
        let voice = Voice::new(Arc::new(Texts::load()), Language::French, Zone::default());
        for (separator, sign) in [(Separator::Semicolon, b';'), (Separator::Comma, b',')] {
            let columns = ["un".to_owned(), "deux".to_owned(), "trois".to_owned()];
            let mut table = Table::new(&voice, separator, &columns).unwrap();
            let hard = "a;b,c \"d\"\r\n« e »\tf";
            table.row(&[hard.into(), Cell::Number(-3), Cell::Moment(0)]).unwrap();
            table.row(&[Cell::Empty, "".into(), "=x".into()]).unwrap();
            let bytes = table.finish().unwrap();
            assert_eq!(&bytes[..3], [0xEF, 0xBB, 0xBF]);
            let read =
                csv::ReaderBuilder::new().delimiter(sign).from_reader(&bytes[3..]).into_records();
            let rows: Vec<Vec<String>> =
                read.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            assert_eq!(rows[0], [hard, "-3", "1969-12-31 19:00:00"]);
            assert_eq!(rows[1], ["", "", "'=x"]);
        }
    }
}
