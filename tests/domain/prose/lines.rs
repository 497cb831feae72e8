//! Each line of a text belongs to a block, and what is said of one is said of that one.

use domain::notes::note::Change;
use domain::prose::diff::about::About;
use domain::prose::diff::block::{Styles, located};
use domain::prose::diff::page::{Fate, compare};
use domain::prose::diff::summary::summary;

/// What an empty block says of itself is not said of the next one.
#[test]
fn an_empty_block_says_nothing_of_its_neighbour() {
    for text in ["```rust\n```\n\na\n", "3.\n\na\n", "- [x]\n\na\n", "- [x]\n- a\n"] {
        let rows = compare("", text).rows;
        let last = rows.last().unwrap();
        assert_eq!((last.about.clone(), last.pieces[0].text.as_str()), (About::default(), "a"));
        assert!(rows.len() > 1, "{text}");
    }
}

#[test]
fn each_line_of_words_has_its_number() {
    let lines = |text: &str| -> Vec<usize> {
        located(text, &mut Styles::default()).into_iter().map(|(_, line)| line).collect()
    };
    assert_eq!(lines("[p]: x\ntexte `a\nb` fin\nsuite\n"), [1, 3]);
    assert_eq!(lines("a\n[t](u \"x\ny\") b\nc\n"), [0, 1, 3]);
    assert_eq!(lines("[p]: x\n[q]: y\n\na\nb  \nc\n"), [3, 4, 5]);
    assert_eq!(lines("> [p]: x\n> a\n> b\n"), [1, 2]);
}

#[test]
fn a_look_that_ends_inside_a_sign_ends_after_it() {
    let mut styles = Styles::default();
    let (block, _) = located("**e**\u{301}t\n", &mut styles).remove(0);
    assert_eq!(block.words(), ["e\u{301}", "t"]);
    assert!(styles.get(block.tokens[0].style).bold && !styles.get(block.tokens[1].style).bold);
}

#[test]
fn a_cell_is_known_by_its_column_though_the_first_is_empty() {
    assert_eq!(compare("", "| | a |\n|---|---|\n").rows[0].pieces[0].text, " | a");
    assert_eq!(compare("", "| a | |\n|---|---|\n").rows[0].pieces[0].text, "a | ");
}

#[test]
fn a_short_thing_to_do_that_moved_and_was_ticked_is_followed() {
    let before = "- [ ] laver\n- [ ] choisir la brumelle avec Ana\n- [ ] couper le fil\n";
    let after = "- [ ] choisir la brumelle avec Ana\n- [ ] couper le fil\n- [x] laver\n";
    let change = summary(&compare(before, after));
    assert_eq!(change, Change { moved: 1, checked: 1, ..Change::default() });
}

#[test]
fn a_definition_that_stays_is_not_of_the_block_before_it() {
    let comparison = compare("a\n\n[p]: x\n", "a\n\nun nouveau passage\n\n[p]: x\n");
    let changed: Vec<_> = comparison.rows.iter().filter(|row| row.fate != Fate::Same).collect();
    assert_eq!((changed.len(), changed[0].fate), (1, Fate::Added));
    assert_eq!(comparison.silent, None);
}

/// A text made so that each line of words is looked for in all the others only has to end.
#[test]
fn a_text_made_to_be_slow_is_read_all_the_same() {
    let text = format!("[p]: x\n{}", "&#97;b\n".repeat(20_000));
    assert_eq!(located(&text, &mut Styles::default()).len(), 20_000);
    let defined = "[p]: x\n".repeat(8_000);
    let rows = compare(&defined, &defined.replace('x', "y")).rows;
    assert!(rows.len() >= 8_000);
}
