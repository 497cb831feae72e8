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
pub const PHRASE_WORDS: usize = 4;

/// A fresh join code.
pub fn code() -> String {
    let mut rng = rand::rng();
    (0..CODE_LENGTH).map(|_| char::from(SIGNS[rng.random_range(0..SIGNS.len())])).collect()
}

/// What someone typed or pasted, as a code: capitals, without what copying adds (spaces,
/// hyphens, quotes, brackets, invisible signs, wide letters, the address or the words before
/// it). `None` when it cannot be one: no letter is taken for another.
pub fn as_code(typed: &str) -> Option<String> {
    let typed: String = typed.nfkc().collect();
    ways_in(&typed).find_map(|part| {
        let code = bare(part).to_ascii_uppercase();
        let has_length = [CODE_LENGTH, OLD_CODE_LENGTH].contains(&code.len());
        (has_length && code.bytes().all(|sign| SIGNS.contains(&sign))).then_some(code)
    })
}

/// What someone typed, followed or pasted to come in: a code, or the longer secret of a link
/// or of a QR code. `None` when it can be neither.
pub fn as_way_in(typed: &str) -> Option<String> {
    as_code(typed).or_else(|| {
        let typed: String = typed.nfkc().collect();
        ways_in(&typed).find_map(|part| {
            let secret = bare(part).to_ascii_lowercase();
            let is_one = secret.len() == SECRET_LENGTH
                && secret.bytes().all(|sign| sign.is_ascii_hexdigit());
            is_one.then_some(secret)
        })
    })
}

/// How many signs the secret of a link has: those of [`crate::engine::secrets::id`].
const SECRET_LENGTH: usize = 32;

/// The parts of what was pasted that may open a door: what follows `/a/` or `/a` in an
/// address, all of it, what follows a colon (`Code : ABCD EFGH`).
fn ways_in(typed: &str) -> impl Iterator<Item = &str> {
    let address = typed.rsplit_once("/a/").or_else(|| typed.rsplit_once("/A/"));
    let address = address.map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    let spoken = typed.rsplit_once("/a").map(|(_, rest)| rest);
    let labelled = typed.rsplit_once(':').map(|(_, rest)| rest);
    [address, spoken, Some(typed), labelled].into_iter().flatten()
}

/// Letters and digits alone; a letter keeps its accent, and is then no sign of ours.
fn bare(part: &str) -> String {
    let stays =
        |sign: &char| sign.is_alphanumeric() || (is_combining_mark(*sign) && !is_ignorable(*sign));
    part.chars().filter(stays).collect()
}

/// Marks that nobody sees: variation selectors, the joiner of graphemes.
fn is_ignorable(sign: char) -> bool {
    matches!(sign, '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The digits of a code that came by mail, however it was copied: with spaces, hyphens,
/// words around it, in wide or Arabic digits.
pub fn as_digits(typed: &str) -> String {
    const ZEROS: [u32; 4] = [0x0660, 0x06F0, 0x07C0, 0x0966];
    let digit = |sign: char| {
        let of = |zero: &u32| (u32::from(sign)).checked_sub(*zero).filter(|digit| *digit < 10);
        sign.to_digit(10).or_else(|| ZEROS.iter().find_map(of))
    };
    let digits = typed.nfkc().filter_map(digit);
    digits.filter_map(|digit| char::from_digit(digit, 10)).collect()
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

/// A phrase as two people might type it, or paste it: no accents, no capitals, one space,
/// nothing that is not seen, and neither quotes nor dots around it.
pub fn as_phrase(typed: &str) -> String {
    let folded: String = typed
        .to_lowercase()
        .nfkd()
        .filter(|sign| !is_combining_mark(*sign) && !is_unseen(*sign))
        .map(|sign| if sign.is_alphabetic() { sign } else { ' ' })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signs inside a word that nobody sees: soft hyphens, joiners, marks of order and direction.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
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
