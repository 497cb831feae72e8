//! Texts cut into words, spaces and signs.

use domain::prose::diff::{is_space, is_word, key, tokens};

/// What is told apart, with `|` between.
fn cut(text: &str) -> String {
    tokens(text).join("|")
}

#[test]
fn words_are_cut_the_french_way() {
    for (text, pieces) in [
        ("l'eau d’été", "l'|eau| |d’|été"),
        ("jusqu'à l'an", "jusqu'|à| |l'|an"),
        ("Aujourd’hui, quelqu'un", "Aujourd’hui|,| |quelqu'un"),
        ("prud'hommes et prud'homme", "prud'hommes| |et| |prud'homme"),
        ("quelqu'unes", "quelqu'|unes"),
        ("aujourd'huis", "aujourd'|huis"),
        ("'mot'", "'|mot'"),
        ("4'33", "4|'|33"),
        ("participant·e·s", "participant·e·s"),
        ("ami‧e et ami•e", "ami‧e| |et| |ami•e"),
        ("ami· et 4·5", "ami|·| |et| |4|·|5"),
        ("ami.e", "ami|.|e"),
        ("1,5 et 2.5", "1,5| |et| |2.5"),
        ("1, 2. a.5 5.a", "1|,| |2|.| |a|.|5| |5|.|a"),
        ("1\u{a0}000\u{202f}000", "1\u{a0}000\u{202f}000"),
        ("1 000", "1| |000"),
        ("10\u{a0}$", "10|\u{a0}|$"),
        ("bro\u{ad}zail\u{ad} fin", "bro\u{ad}zail|\u{ad}| |fin"),
        ("a  \t b", "a|  \t |b"),
        ("a \n\n b", "a| |\n|\n| |b"),
        ("porte-clé", "porte|-|clé"),
        ("5°C", "5|°|C"),
        ("…», (a)", "…|»|,| |(|a|)"),
    ] {
        assert_eq!(cut(text), pieces, "{text:?}");
    }
}

#[test]
fn an_address_is_one_word_up_to_what_closes_it() {
    for (text, pieces) in [
        ("https://a.org/l'a?b=1,2.", "https://a.org/l'a?b=1,2."),
        ("(http://a.org/b) fin", "(|http://a.org/b|)| |fin"),
        ("<https://a.org>", "<|https://a.org|>"),
        ("«https://a.org»", "«|https://a.org|»"),
        ("\"https://a.org\"", "\"|https://a.org|\""),
        ("ahttps://a.org", "ahttps|:|/|/|a|.|org"),
        ("https:/a", "https|:|/|a"),
    ] {
        assert_eq!(cut(text), pieces, "{text:?}");
    }
}

#[test]
fn words_spaces_and_signs_are_told_apart() {
    for (token, word, space) in [
        ("mot", true, false),
        ("l’", true, false),
        ("5", true, false),
        ("🇨🇦", false, false),
        ("…", false, false),
        (" ", false, true),
        (" \u{a0}\t", false, true),
        ("\n", false, false),
    ] {
        assert_eq!((is_word(token), is_space(token)), (word, space), "{token:?}");
    }
    assert_eq!(key("\u{a0} "), " ");
    assert_eq!(key("l’"), "l'");
    assert_ne!(key("\n"), " ");
}
