//! Notes of a given length and edits of them, always the same ones.

/// Words of our notes; repeated in another order each time.
const WORDS: [&str; 24] = [
    "nous",
    "avons",
    "appris",
    "à",
    "l'équipe",
    "écouter",
    "le",
    "tour",
    "de",
    "table",
    "silence",
    "d'été",
    "participant·e·s",
    "quand",
    "une",
    "personne",
    "arrive",
    "tableau",
    "accueil",
    "et",
    "qu'on",
    "garde",
    "chaise",
    "libre",
];

/// A generator small enough to read (Knuth's MMIX constants), so that every run has the
/// same texts.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn from(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

/// A note of about `bytes` bytes: headings, paragraphs of some sentences, lists.
pub fn note(bytes: usize, seed: u64) -> String {
    let mut chance = Chance::from(seed);
    let mut text = String::new();
    while text.len() < bytes {
        match chance.below(8) {
            0 => text.push_str(&format!("## {}\n\n", sentence(&mut chance, 4))),
            1 => {
                for _ in 0..4 {
                    text.push_str(&format!("- {}\n", sentence(&mut chance, 8)));
                }
                text.push('\n');
            }
            _ => {
                let sentences: Vec<String> = (0..4).map(|_| sentence(&mut chance, 14)).collect();
                text.push_str(&format!("{}\n\n", sentences.join(" ")));
            }
        }
    }
    text
}

fn sentence(chance: &mut Chance, words: usize) -> String {
    let length = words / 2 + chance.below(words);
    let told: Vec<&str> = (0..=length).map(|_| WORDS[chance.below(WORDS.len())]).collect();
    format!("{}.", told.join(" "))
}

/// `text` after an edit like those of a real wiki: some words replaced, now and then a
/// sentence more, a line moved.
pub fn edited(text: &str, seed: u64) -> String {
    let mut chance = Chance::from(seed);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=chance.below(5) {
        let at = chance.below(lines.len());
        let words: Vec<&str> = lines[at].split(' ').collect();
        if words.len() > 3 {
            let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            let place = 1 + chance.below(words.len() - 1);
            WORDS[chance.below(WORDS.len())].clone_into(&mut words[place]);
            lines[at] = words.join(" ");
        }
    }
    match chance.below(6) {
        0 => {
            let at = chance.below(lines.len());
            let more = sentence(&mut chance, 14);
            lines.insert(at, format!("{more}\n"));
        }
        1 => {
            let at = chance.below(lines.len());
            let line = lines.remove(at);
            let to = chance.below(lines.len());
            lines.insert(to, line);
        }
        _ => {}
    }
    format!("{}\n", lines.join("\n"))
}
