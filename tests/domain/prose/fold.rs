use domain::prose::diff::{Piece, words};
use domain::prose::text::{alike, begins_right, called, isolated, looks, searched};

#[test]
fn another_way_of_writing_is_not_another_word() {
    for (one, other) in [
        ("oﬃnelle", "offinelle"),
        ("bro\u{ad}zail", "brozail"),
        ("l’eau", "l'eau"),
        ("Ａｎａ", "Ana"),
        ("porte\u{2011}clé", "porte-clé"),
        ("1\u{202f}000", "1\u{a0}000"),
        ("№", "No"),
    ] {
        assert_eq!(alike(one), alike(other));
    }
    for (one, other) in [
        ("m²", "m2"),
        ("m³", "m3"),
        ("x¹", "x1"),
        ("10⁷", "107"),
        ("H₂O", "H2O"),
        ("½", "1⁄2"),
        ("⅓", "1⁄3"),
        ("ᴬ", "A"),
        ("Ⓐ", "A"),
        ("cote", "côte"),
        ("Ana", "ana"),
        ("①", "1"),
    ] {
        assert_ne!(alike(one), alike(other));
    }
}

#[test]
fn c07_typed_again_no_word_is_changed() {
    let pieces = words("L’oﬃnelle : un aﬁnage coﬂant.", "L'offinelle : un afinage coflant.");
    assert!(pieces.iter().all(|piece| matches!(piece, Piece::Same(_))), "{pieces:?}");
}

#[test]
fn what_is_searched_has_no_accent_capital_nor_exponent() {
    for (written, folded) in [
        ("Œuvre", "oeuvre"),
        ("ÉTÉ", "ete"),
        ("dizﬂor\u{ad}ne", "dizflorne"),
        ("m²", "m2"),
        ("Straße", "strasse"),
        ("ΟΔΥΣΣΕΑΣ", "οδυσσεασ"),
        ("Οδυσσέας", "οδυσσεασ"),
        ("équi\u{200d}pe", "equipe"),
        ("مــدرسة", "مدرسة"),
        ("İstanbul", "istanbul"),
        ("Ａｎａ Ⅳ", "ana iv"),
        ("e\u{301}\u{323}\u{34f}te\u{301}", "ete"),
        ("L’eau", "l'eau"),
        ("compte\u{2011}rendu", "compte-rendu"),
        ("Lætitia", "laetitia"),
        ("Øre", "ore"),
        ("Łódź", "lodz"),
        ("Đorđe", "dorde"),
        ("garður", "gardur"),
        ("ılık", "ilik"),
        ("l‘eau d’ici Oʼahu 5′", "l'eau d'ici o'ahu 5'"),
        ("a\u{2010}b\u{2012}c", "a-b-c"),
    ] {
        assert_eq!(searched(written), folded);
    }
}

#[test]
fn c20_words_from_the_right_stay_in_their_place() {
    for name in ["Ana", "Léa", "Οδυσσέας", "李雷", "👩🏽‍🚀"] {
        assert_eq!(isolated(name), name);
    }
    for name in ["برمل (3)", "דרוזין 12", "Ana דרוזין"] {
        let once = isolated(name).into_owned();
        assert_eq!(once, format!("\u{2068}{name}\u{2069}"));
        assert_eq!(isolated(&once), once);
    }
    assert!(begins_right("(3) برمل mot") && !begins_right("mot برمل") && !begins_right("3 · 4"));
}

#[test]
fn names_that_look_alike_are_one_name() {
    for (one, other) in [
        ("Ａｎａ", "Ana"),
        ("ANA", "ana"),
        ("Ana\u{200d}", "Ana"),
        ("A\u{200c}n\u{34f}a\u{fe0f}", "Ana"),
        ("So\u{fb01}e", "Sofie"),
        ("Le\u{301}a", "Léa"),
        ("Ana\u{a0}B.", "Ana  B."),
        ("D’Arcy", "d'arcy"),
        ("Lætitia", "LAETITIA"),
        ("Weiß", "WEISS"),
        ("Anne\u{2011}Lise", "Anne-Lise"),
        ("Ana\u{e0101}", "Ana"),
        ("Ａｎａ ２", "ana 2"),
        ("ΟΔΥΣΣΕΥΣ", "Οδυσσευς"),
    ] {
        assert_eq!(called(one), called(other), "{one:?}");
    }
    for (one, other) in [("Zoé", "Zoe"), ("Ana", "Anna"), ("李雷", "李蕾"), ("👩🏽‍🚀", "👩🏿‍🚀")]
    {
        assert_ne!(called(one), called(other), "{one}");
    }
}

/// Eyes tell neither a space from another, nor a letter from the one it is drawn like.
#[test]
fn what_is_drawn_alike_looks_alike() {
    for (one, other) in [
        ("mot\u{a0}: ici", "mot : ici"),
        ("М\u{43e}nt\u{435}", "Monte"),
        ("\u{391}n\u{430}", "Ana"),
        ("o\u{ad}ui", "oui"),
        ("❤\u{fe0f}", "❤"),
        ("a\u{2062}b\u{e0100}", "ab"),
        ("l’eau", "l'eau"),
    ] {
        assert_eq!(looks(one), looks(other), "{one}");
    }
    for (one, other) in [("a\nb", "a b"), ("été", "ete"), ("Oui", "oui"), ("б", "6"), ("п", "n")]
    {
        assert_ne!(looks(one), looks(other), "{one}");
    }
    assert_eq!(looks("un\u{a0}deux\ntrois"), "un deux\ntrois");
}
