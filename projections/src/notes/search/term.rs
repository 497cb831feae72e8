//! The terms under which a word is found: what is left of it without its ending.
//!
//! The stemmer (Snowball, French) knows endings by their accents (`employée`), and people often
//! leave accents out: a word has its term with them and without. What the stemmer does not know is
//! added: plurals in x, words of two faces, `St` for `Saint`.

use domain::prose::text;
use frostem::{Algorithm, Stemmer};

/// What is left of a word without its `s` has so many letters at least: `cas` is not `ça`.
const SINGULAR_MIN: usize = 3;

/// Words that are another one in the feminine or the plural, or when they are written in short.
/// Without accents.
const OTHERS: [(&str, &str); 12] = [
    ("nouveau", "nouvelle"),
    ("nouvel", "nouvelle"),
    ("beau", "belle"),
    ("bel", "belle"),
    ("jumeau", "jumelle"),
    ("vieux", "vieille"),
    ("vieil", "vieille"),
    ("travaux", "travail"),
    ("yeux", "oeil"),
    ("st", "saint"),
    ("ste", "sainte"),
    ("sts", "saints"),
];

/// Makes terms.
pub(super) struct Terms(Stemmer);

impl Terms {
    pub fn new() -> Self {
        Self(Stemmer::new(Algorithm::French))
    }

    /// The term of a folded word. The stemmer leaves the `s` of `rendus` and `amis`.
    pub fn of(&self, folded: &str) -> String {
        let singular = folded
            .strip_suffix('s')
            .filter(|it| it.len() >= SINGULAR_MIN && it.ends_with(['a', 'i', 'o', 'u']));
        self.0.stem(singular.unwrap_or(folded)).into_owned()
    }

    /// Other terms of a word, besides the one of `folded`: `small` has its accents.
    pub fn others(&self, folded: &str, small: &str) -> Vec<String> {
        let mut found = Vec::new();
        if small != folded {
            let spelled = small.replace('œ', "oe").replace('æ', "ae");
            found.push(text::searched(&self.of(&spelled)));
        }
        let plural = ["eux", "oux", "eaux"].iter().any(|end| folded.ends_with(end));
        let single = folded.strip_suffix('x').filter(|it| plural && it.len() >= SINGULAR_MIN);
        found.extend(single.map(|it| self.of(it)));
        let bare = folded.strip_suffix('s').unwrap_or(folded);
        // `directrice`, `vendeuse`.
        let others = [("trice", "teur"), ("teur", "trice"), ("euse", "eur")];
        let other = |(end, other): (&str, &str)| {
            bare.strip_suffix(end).map(|stem| self.of(&format!("{stem}{other}")))
        };
        found.extend(others.into_iter().filter_map(other));
        // `employee`, as it is typed in haste.
        let feminine = bare.strip_suffix('e').filter(|it| it.ends_with('e'));
        found.extend(feminine.map(|it| self.of(it)));
        found.extend(bare.strip_suffix("if").map(|stem| self.of(&format!("{stem}ive"))));
        let known = |word: &str| OTHERS.iter().find(|(it, _)| *it == word);
        let other = known(folded).or_else(|| known(single?));
        found.extend(other.map(|(_, other)| self.of(other)));
        let first = self.of(folded);
        found.retain(|term| *term != first && !term.is_empty());
        found.sort();
        found.dedup();
        found
    }
}
