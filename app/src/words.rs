//! Words and signs we hand out: gentle names, codes, phrases to come back with.

use bip39::Language;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Signs of a join code: none looks or sounds like another (no 0, O, 1, I, L).
const SIGNS: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// How many signs a join code has: 2^39.6 of them, said in two groups of four.
pub const CODE_LENGTH: usize = 8;

/// How many signs one had before November 2026; workshops of that time keep theirs.
const OLD_CODE_LENGTH: usize = 6;

/// How many words a resume phrase has: 4 of 2048, 44 bits.
const PHRASE_WORDS: usize = 4;

/// A fresh join code.
pub fn code() -> String {
    let mut rng = rand::rng();
    (0..CODE_LENGTH).map(|_| char::from(SIGNS[rng.random_range(0..SIGNS.len())])).collect()
}

/// What someone typed, as a code: capitals, no spaces nor hyphens. `None` when it
/// cannot be one.
pub fn as_code(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '.' | '\u{202f}'))
        .map(|sign| sign.to_ascii_uppercase())
        .collect();
    let has_length = [CODE_LENGTH, OLD_CODE_LENGTH].contains(&code.len());
    let fits = has_length && code.bytes().all(|sign| SIGNS.contains(&sign));
    fits.then_some(code)
}

/// Four French words made of 32 bytes: always the same for the same bytes.
pub fn phrase(bytes: &[u8; 32]) -> String {
    let list = Language::French.word_list();
    let words = (0..PHRASE_WORDS).map(|at| {
        let index = u16::from_be_bytes([bytes[2 * at], bytes[2 * at + 1]]) & 0x7FF;
        list[usize::from(index)].nfc().collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A phrase as two people might type it: no accents, no capitals, one space.
pub fn as_phrase(typed: &str) -> String {
    let folded: String = typed
        .to_lowercase()
        .nfd()
        .filter(|sign| !is_combining_mark(*sign))
        .map(|sign| if sign.is_alphabetic() { sign } else { ' ' })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A gentle name to go by, such as “Mésange tranquille”. Every adjective is the
/// same in both genders.
pub fn pseudonym() -> String {
    let mut rng = rand::rng();
    let noun = NOUNS.choose(&mut rng).expect("there are nouns");
    let adjective = ADJECTIVES.choose(&mut rng).expect("there are adjectives");
    format!("{noun} {adjective}")
}

const NOUNS: [&str; 60] = [
    "Loutre",
    "Mésange",
    "Caribou",
    "Castor",
    "Huard",
    "Bernache",
    "Érable",
    "Bouleau",
    "Fougère",
    "Luciole",
    "Libellule",
    "Chouette",
    "Marmotte",
    "Hirondelle",
    "Saumon",
    "Truite",
    "Béluga",
    "Baleine",
    "Rainette",
    "Tortue",
    "Lièvre",
    "Renarde",
    "Ourse",
    "Louve",
    "Lynx",
    "Écureuil",
    "Tamia",
    "Hermine",
    "Martre",
    "Orignal",
    "Chevreuil",
    "Geai",
    "Cardinal",
    "Colibri",
    "Héron",
    "Sarcelle",
    "Macareux",
    "Goéland",
    "Sterne",
    "Bleuet",
    "Framboise",
    "Canneberge",
    "Airelle",
    "Trille",
    "Iris",
    "Violette",
    "Pivoine",
    "Tournesol",
    "Lilas",
    "Tilleul",
    "Sapin",
    "Mélèze",
    "Pruche",
    "Cèdre",
    "Saule",
    "Bruyère",
    "Rivière",
    "Étoile",
    "Comète",
    "Aurore",
];

const ADJECTIVES: [&str; 60] = [
    "agile",
    "aimable",
    "alerte",
    "brave",
    "calme",
    "candide",
    "céleste",
    "champêtre",
    "docile",
    "énergique",
    "fantastique",
    "fidèle",
    "flegmatique",
    "habile",
    "honnête",
    "humble",
    "idéaliste",
    "intrépide",
    "juste",
    "libre",
    "limpide",
    "logique",
    "lucide",
    "lunaire",
    "magique",
    "magnifique",
    "modeste",
    "nomade",
    "noble",
    "nocturne",
    "optimiste",
    "pacifique",
    "paisible",
    "pittoresque",
    "poétique",
    "pratique",
    "rapide",
    "rare",
    "robuste",
    "rustique",
    "sage",
    "sensible",
    "serviable",
    "simple",
    "sociable",
    "solaire",
    "solidaire",
    "solide",
    "souple",
    "splendide",
    "svelte",
    "sympathique",
    "tenace",
    "tendre",
    "tranquille",
    "unique",
    "utile",
    "vivace",
    "volubile",
    "agréable",
];
