//! What a block shows besides its words: a box that is ticked, where a list begins, how the
//! columns of a table stand, the language of some code, what it stands inside.

use comrak::nodes::TableAlignment;

/// How a column of a table stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// As the page has it.
    Unsaid,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

impl From<&TableAlignment> for Align {
    fn from(alignment: &TableAlignment) -> Self {
        match alignment {
            TableAlignment::None => Self::Unsaid,
            TableAlignment::Left => Self::Left,
            TableAlignment::Center => Self::Center,
            TableAlignment::Right => Self::Right,
        }
    }
}

/// What a block shows besides its words. What is usual is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct About {
    /// The box before an item: ticked or not; `None` when there is none.
    pub checked: Option<bool>,
    /// The number its list begins with, on its first line, unless it is 1.
    pub start: Option<usize>,
    /// How the columns of its table stand, on its first row, if that was said.
    pub columns: Vec<Align>,
    /// The language of its code, on its first line; empty when none was said.
    pub language: String,
    /// In how many quotations it stands: what its shape does not say.
    pub quotes: u8,
    /// Under how many items of lists it stands, when it is no item itself.
    pub inside: u8,
}

/// Which of those two blocks do not share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Difference {
    /// A box was ticked.
    Checked,
    /// A box is ticked no more.
    Unchecked,
    /// A box came, ticked or not.
    Boxed,
    /// A box left.
    Unboxed,
    /// The list begins with another number.
    Start,
    /// Columns stand otherwise.
    Columns,
    /// The code is said to be in another language.
    Language,
    /// It is in more quotations, or fewer.
    Quotes,
    /// It stands under an item, or does no more.
    Inside,
}

impl About {
    /// What is told of a block that was `was` and is `self`.
    pub fn since(&self, was: &Self) -> Vec<Difference> {
        let ticked = match (was.checked, self.checked) {
            (Some(false), Some(true)) => Some(Difference::Checked),
            (Some(true), Some(false)) => Some(Difference::Unchecked),
            (None, Some(_)) => Some(Difference::Boxed),
            (Some(_), None) => Some(Difference::Unboxed),
            (None, None) | (Some(true), Some(true)) | (Some(false), Some(false)) => None,
        };
        let others = [
            (was.start != self.start, Difference::Start),
            (was.columns != self.columns, Difference::Columns),
            (was.language != self.language, Difference::Language),
            (was.quotes != self.quotes, Difference::Quotes),
            (was.inside != self.inside, Difference::Inside),
        ];
        let others = others.into_iter().filter(|(is, _)| *is).map(|(_, difference)| difference);
        ticked.into_iter().chain(others).collect()
    }
}
