//! Every change of what was typed is shown or said; no sign is cut in two.

use domain::notes::note::Change;
use domain::prose::diff::about::{About, Align, Difference};
use domain::prose::diff::page::{Comparison, Fate, Mark, Row, compare};
use domain::prose::diff::source::Silent;
use domain::prose::diff::summary::{summary, with_title};
use domain::prose::diff::{Piece, exact, tokens, words};
use domain::prose::merge::merge;
use domain::prose::undo::{fragments, undo};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

/// Where the signs of `text` end, as people see them.
fn ends(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, sign)| at + sign.len()).chain([0]).collect()
}

/// Whether each piece of a comparison begins and ends between two signs of its text.
fn are_whole(pieces: &[Piece], text: &str, has: fn(&Piece) -> Option<&str>) -> bool {
    let ends = ends(text);
    let mut at = 0;
    pieces.iter().filter_map(has).all(|piece| {
        at += piece.len();
        // The end of a line stands alone.
        ends.contains(&at) || text[..at].ends_with('\r')
    })
}

fn old(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Same(text) | Piece::Removed(text) => Some(text),
        Piece::Added(_) => None,
    }
}

fn new(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Same(text) | Piece::Added(text) => Some(text),
        Piece::Removed(_) => None,
    }
}

const BEFORE: &str = "Famille : 👩‍👩‍👧 arrive.\nMain : 👍🏽 levée.\nTouche : 1️⃣ puis ❤️.\n";
const AFTER: &str = "Famille : 👩‍👩‍👦 arrive.\nMain : 👍🏿 levée.\nTouche : 2️⃣ puis ❤.\n";

#[test]
fn a_family_a_hand_and_a_key_are_replaced_whole() {
    let told: Vec<_> =
        words(BEFORE, AFTER).into_iter().filter(|piece| !matches!(piece, Piece::Same(_))).collect();
    let (gone, come): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|piece| matches!(piece, Piece::Removed(_)));
    let text = |piece: Piece| match piece {
        Piece::Same(text) | Piece::Added(text) | Piece::Removed(text) => text,
    };
    assert_eq!(gone.into_iter().map(text).collect::<Vec<_>>(), ["👩‍👩‍👧", "👍🏽", "1️⃣", "❤️"]);
    assert_eq!(come.into_iter().map(text).collect::<Vec<_>>(), ["👩‍👩‍👦", "👍🏿", "2️⃣", "❤"]);
}

#[test]
fn undoing_and_merging_tear_no_sign() {
    let made = fragments(BEFORE, AFTER, AFTER);
    for at in 0..made.len() {
        let undone = undo(AFTER, &made, &[at]);
        assert!(are_whole(&words(AFTER, &undone), &undone, new), "{undone}");
        assert!(undone.contains(&made[at].removed));
    }
    assert_eq!(undo(AFTER, &made, &(0..made.len()).collect::<Vec<_>>()), BEFORE);
    let (mine, head) = (BEFORE.replace('🏽', "🏿"), BEFORE.replace('👧', "👦"));
    let joined = merge(BEFORE, &head, &mine).text().unwrap();
    assert_eq!(joined, BEFORE.replace('👧', "👦").replace('🏽', "🏿"));
    // The same family, changed by both: one or the other, whole.
    let other = BEFORE.replace('👧', "👶");
    for conflict in merge(BEFORE, &head, &other).conflicts() {
        for side in [&conflict.base, &conflict.head, &conflict.mine] {
            assert!(ends(BEFORE).len() > 1 && side.contains("Famille"), "{side}");
        }
    }
}

#[test]
fn signs_of_other_scripts_are_whole() {
    for (text, signs) in [
        ("🇨🇦🇫🇷", vec!["🇨🇦", "🇫🇷"]),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿!", vec!["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "!"]),
        ("*️⃣ #️⃣", vec!["*️⃣", " ", "#️⃣"]),
        (
            "e\u{301}te\u{301} l’e\u{301}te\u{301}",
            vec!["e\u{301}te\u{301}", " ", "l’", "e\u{301}te\u{301}"],
        ),
        ("क्षत्रिय नमस्ते", vec!["क्षत्रिय", " ", "नमस्ते"]),
        ("\u{1112}\u{1161}\u{11ab}글", vec!["\u{1112}\u{1161}\u{11ab}글"]),
        ("می\u{200c}خواهم", vec!["می\u{200c}خواهم"]),
        ("a\r\nb", vec!["a", "\r", "\n", "b"]),
        ("«\u{301}", vec!["«\u{301}"]),
        ("👩🏽‍🚀🧑‍🤝‍🧑", vec!["👩🏽‍🚀", "🧑‍🤝‍🧑"]),
    ] {
        assert_eq!(tokens(text), signs, "{text}");
    }
}

/// What a page would show or say of a comparison; empty when it says nothing.
fn said(comparison: &Comparison) -> Vec<String> {
    let row = |row: &Row| {
        let mut told = vec![];
        if let Some(had) = &row.had {
            told.extend(row.about.since(had).into_iter().map(|one| format!("{one:?}")));
        }
        told.extend(row.was.map(|was| format!("{was:?}")));
        told.extend(row.parted.iter().map(|parted| format!("{parted:?}")));
        told.extend(row.source.clone().map(|(then, now)| format!("{then:?} → {now:?}")));
        let is_marked = |mark: &Mark| *mark != Mark::Same;
        told.extend(
            row.pieces.iter().filter(|one| is_marked(&one.mark)).map(|one| one.text.clone()),
        );
        let moved =
            matches!(row.fate, Fate::Left(_) | Fate::Arrived(_) | Fate::Added | Fate::Removed);
        told.extend(moved.then(|| "moved, came or left".to_owned()));
        told
    };
    let rows = comparison.rows.iter().filter(|one| one.fate != Fate::Same).flat_map(row);
    rows.chain(comparison.silent.map(|silent| format!("{silent:?}"))).collect()
}

#[test]
fn a_box_that_is_ticked_is_said() {
    let before = "- [ ] choisir la brumelle\n- [ ] laver le drozin\n";
    let after = "- [x] choisir la brumelle\n- [ ] laver le drozin\n";
    let comparison = compare(before, after);
    assert_eq!(said(&comparison), ["Checked"]);
    let change = summary(&comparison);
    assert_eq!(change, Change { checked: 1, ..Change::default() });
    assert!(change.is_only_boxes());
    let back = summary(&compare(after, before));
    assert_eq!((back.checked, back.unchecked), (0, 1));
    let words = summary(&compare(before, &after.replace("laver le", "laver bien le")));
    assert_eq!((words.checked, words.blocks_changed), (1, 1));
}

#[test]
fn a_title_of_a_link_is_said() {
    let text = |title: &str| {
        format!("Lire [le pliage][p].\n\n[p]: https://exemple.org/pliage \"{title}\"\n")
    };
    let comparison = compare(&text("Pliage"), &text("Autre titre"));
    assert_eq!(said(&comparison), ["le pliage"]);
    assert_eq!(summary(&comparison), Change { link_titles: 1, ..Change::default() });
    let moved = compare(&text("Pliage"), &text("Pliage").replace("org/pliage", "org/autre"));
    assert_eq!(summary(&moved).links, 1);
}

/// Changes that no word shows, and what is said of each.
#[test]
fn what_no_word_shows_is_said() {
    for (before, after, expected) in [
        ("3. un\n4. deux\n", "5. un\n6. deux\n", "Start"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|:--|--:|\n| 1 | 2 |\n", "Columns"),
        ("```rust\nlet a;\n```\n", "```python\nlet a;\n```\n", "Language"),
        ("> a\n", "> > a\n", "Quotes"),
        ("- a\n\n  b\n", "- a\n\nb\n", "Inside"),
        ("- a\n", "- [ ] a\n", "Boxed"),
        ("- [x] a\n", "- a\n", "Unboxed"),
    ] {
        let told = said(&compare(before, after));
        assert_eq!(told, [expected], "{before} {after}");
        assert_ne!(summary(&compare(before, after)), Change::default(), "{before}");
    }
    for (before, after) in [
        ("un *mot* ici\n", "un _mot_ ici\n"),
        ("un **mot** ici\n", "un __mot__ ici\n"),
        ("- a\n- b\n", "* a\n* b\n"),
        ("1. a\n", "1) a\n"),
        ("a  \nb\n", "a\nb\n"),
        ("a\\\nb\n", "a\nb\n"),
        ("a\nb\n", "a\n\nb\n"),
        ("# Un\n", "Un\n===\n"),
        ("# Un\n", "# Un #\n"),
        ("a & b\n", "a &amp; b\n"),
        ("© 2026\n", "&copy; 2026\n"),
        ("a\n\n---\n", "a\n\n***\n"),
        ("```\na\n```\n", "~~~\na\n~~~\n"),
        ("- a\n- b\n", "- a\n\n- b\n"),
        ("<https://exemple.org>\n", "https://exemple.org\n"),
        ("a\n", "a\n\n"),
        ("a\n", "\n\na"),
        ("a\n", "a"),
        ("", "\n"),
        ("", "[p]: https://exemple.org\n"),
        ("a\n\n[p]: https://exemple.org/a\n", "a\n\n[p]: https://exemple.org/b\n"),
        ("- [ ]\n", "- [x]\n"),
        ("```\n```\n", "~~~\n~~~\n"),
        ("\\*a\n", "&#42;a\n"),
        ("| a |\n|---|\n| |\n", "| a |\n|---|\n"),
        ("[a](b)\n", "[a](<b>)\n"),
        ("![a](b)\n", "[a](b)\n"),
        ("[a](b)\n", "[a](b \"t\")\n"),
        ("a b\n", "a  b\n"),
        ("a\u{a0}: b\n", "a : b\n"),
        ("    code\n", "```\ncode\n```\n"),
        ("1. a\n1. b\n", "1. a\n2. b\n"),
        ("a\r\nb\n", "a\nb\n"),
        ("- a\n\n<!-- -->\n\n- b\n", "- a\n- b\n"),
    ] {
        let told = said(&compare(before, after));
        assert!(!told.is_empty(), "{before:?} {after:?}");
        assert!(said(&compare(before, before)).is_empty(), "{before:?}");
    }
}

#[test]
fn a_change_of_source_beside_a_change_of_words_is_said_too() {
    let comparison = compare("un *mot*\n\ndeux\n\n- a\n", "un _mot_\n\ntrois\n\n* a\n");
    let told = said(&comparison);
    assert!(told.iter().any(|one| one.contains("_mot_")), "{told:?}");
    assert!(told.iter().any(|one| one.contains("* a")), "{told:?}");
}

#[test]
fn items_that_count_by_themselves_have_not_changed() {
    let comparison = compare("1. a\n2. b\n3. c\n", "1. a\n2. un nouveau point\n3. b\n4. c\n");
    let changed = comparison.rows.iter().filter(|row| row.fate != Fate::Same).count();
    assert_eq!(changed, 1, "{:?}", comparison.rows);
    let longer = compare("a\n\nb\n", "a\n\nb\n\nc\n");
    assert_eq!(longer.rows.iter().filter(|row| row.fate != Fate::Same).count(), 1);
}

#[test]
fn a_title_is_told_with_the_text() {
    let same = Change::default();
    assert_eq!(with_title(same, "Accueil", "Accueil"), same);
    assert_eq!(with_title(same, "L'eau", "L’eau").typos, 1);
    let other = with_title(same, "Un", "Deux");
    assert_eq!((other.added, other.removed, other.typos), (1, 1, 0));
}

#[test]
fn what_is_usual_is_not_said() {
    let about = |text: &str| compare("", text).rows[0].about.clone();
    assert_eq!(about("1. a\n"), About::default());
    assert_eq!(about("| a |\n|---|\n"), About::default());
    assert_eq!(about("> a\n"), About::default());
    assert_eq!(about("| a |\n|:-:|\n").columns, [Align::Center]);
    assert_eq!(About::default().since(&About::default()), Vec::<Difference>::new());
    assert_eq!(Silent::of("a b", "a\nb"), Some(Silent::Spaces));
    assert_eq!(Silent::of("a", "b"), Some(Silent::Signs));
}

/// Pieces of Markdown that are easy to take for one another.
fn markdown() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "a",
        "b",
        "mot ",
        "é",
        "e\u{301}",
        " ",
        "  ",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "[ ] ",
        "[x] ",
        "# ",
        "## ",
        "> ",
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "```rust\n",
        "|",
        "|---|\n",
        "|:--|\n",
        "[a](b)",
        "[a](b \"c\")",
        "![a](b)",
        "[p]",
        "\n[p]: c\n",
        "&amp;",
        "&",
        "\\",
        "<b>",
        "---\n",
        "👩‍👩‍👧",
        "👍🏽",
        "1️⃣",
        "🇨🇦",
        "\u{200d}",
        "\u{fe0f}",
        "’",
        "'",
        "\u{a0}",
        "\t",
        "https://a.org ",
        "    ",
        "\r\n",
        "<!-- -->",
    ]);
    prop::collection::vec(bits, 0..14).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Of two texts that are not the same, something is always shown or said.
    #[test]
    fn something_is_said_of_any_change(before in markdown(), after in markdown()) {
        let told = said(&compare(&before, &after));
        prop_assert_eq!(told.is_empty(), before == after, "{:?} {:?}", before, after);
    }

    /// The same with one bit put in or taken out of a text: the changes people make.
    #[test]
    fn something_is_said_of_any_small_change(head in markdown(), bit in markdown(), tail in markdown()) {
        let (before, after) = (format!("{head}{tail}"), format!("{head}{bit}{tail}"));
        for (old, new) in [(&before, &after), (&after, &before)] {
            prop_assert_eq!(said(&compare(old, new)).is_empty(), old == new, "{:?} {:?}", old, new);
        }
    }

    /// A change that only shows in the source is told beside a change of words too.
    #[test]
    fn nothing_is_hidden_by_another_change(before in markdown(), after in markdown()) {
        let alone = compare(&before, &after);
        let whole = |text: &str, end: &str| format!("{text}\n\nfin {end}\n");
        let beside = compare(&whole(&before, "un"), &whole(&after, "deux"));
        let shown = |one: &Comparison| one.rows.iter().filter(|row| row.fate != Fate::Same).count();
        let is_closed = said(&compare(&whole(&before, "un"), &whole(&before, "deux"))).len() == 2;
        if is_closed && alone.silent.is_none() && before != after {
            prop_assert!(shown(&beside) > 1 || beside.silent.is_some(), "{:?} {:?}", before, after);
        }
    }

    /// No sign is cut in two, on either side.
    #[test]
    fn no_sign_is_cut(before in markdown(), after in markdown()) {
        for pieces in [words(&before, &after), exact(&before, &after)] {
            prop_assert!(are_whole(&pieces, &after, new), "{:?}", pieces);
        }
        prop_assert!(are_whole(&exact(&before, &after), &before, old));
        let kept: String = exact(&before, &after).iter().filter_map(old).collect();
        prop_assert_eq!(&kept, &before);
        let merged = merge(&before, &before, &after).text();
        prop_assert_eq!(merged, Some(after));
    }
}
