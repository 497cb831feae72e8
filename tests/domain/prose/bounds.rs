//! How deep and how wide what is read may be; what stands beyond is shown as it was typed.

use comrak::Arena;
use comrak::nodes::NodeValue;
use domain::prose::markdown::{COLUMNS_MAX, DEPTH_MAX, parse};

/// How many lists, quotations and tables are read in a text, and the lines that are shown.
fn read(text: &str) -> ([usize; 3], Vec<String>) {
    let arena = Arena::new();
    let (mut counts, mut lines) = ([0; 3], vec![]);
    for node in parse(&arena, text).descendants() {
        match &node.data().value {
            NodeValue::List(_) => counts[0] += 1,
            NodeValue::BlockQuote => counts[1] += 1,
            NodeValue::Table(_) => counts[2] += 1,
            NodeValue::Text(words) => lines.push(words.to_string()),
            _ => {}
        }
    }
    (counts, lines)
}

/// Lists in one another, each with one item.
fn lists(count: usize) -> String {
    let item = |depth: usize| format!("{}- point {depth}\n", "  ".repeat(depth));
    (0..count).map(item).collect()
}

fn table(columns: usize) -> String {
    format!("{}\n{}\n", "| mot ".repeat(columns) + "|", "|---".repeat(columns) + "|")
}

#[test]
fn thirty_lists_stand_in_one_another_and_the_next_is_as_it_was_typed() {
    let most = DEPTH_MAX / 2;
    let (counts, lines) = read(&lists(most));
    assert_eq!((counts[0], lines.last().unwrap().as_str()), (most, "point 29"));
    let (counts, lines) = read(&lists(most + 3));
    assert_eq!(counts[0], most);
    assert_eq!(lines[most - 1..], ["point 29", "- point 30", "- point 31", "- point 32"]);
    // A list that follows is one again.
    let (counts, lines) = read(&format!("{}\nMot.\n\n- a\n  - b\n", lists(most + 3)));
    assert_eq!((counts[0], lines.last().unwrap().as_str()), (most + 2, "b"));
}

#[test]
fn each_list_that_is_too_deep_is_as_it_was_typed() {
    let most = DEPTH_MAX / 2;
    let margin = "  ".repeat(most);
    let text = format!("{}{margin}- a\n\n{margin}> b\n{margin}- c\n", lists(most));
    let (counts, lines) = read(&text);
    assert_eq!((counts[0], counts[1]), (most, 0));
    assert_eq!(lines[most..], ["- a", "> b", "- c"]);
}

#[test]
fn quotations_stand_in_one_another_up_to_a_bound() {
    let quoted = |count: usize| format!("{}fin\n", "> ".repeat(count));
    let (counts, lines) = read(&quoted(DEPTH_MAX - 1));
    assert_eq!((counts[1], lines), (DEPTH_MAX - 1, vec!["fin".to_owned()]));
    let (counts, lines) = read(&quoted(DEPTH_MAX));
    assert_eq!((counts[1], lines), (DEPTH_MAX - 1, vec!["> fin".to_owned()]));
}

#[test]
fn a_table_has_sixty_columns_at_most() {
    let (counts, lines) = read(&table(COLUMNS_MAX));
    assert_eq!((counts[2], lines.len(), lines[0].as_str()), (1, COLUMNS_MAX, "mot"));
    let wide = table(COLUMNS_MAX + 1);
    let (counts, lines) = read(&format!("{wide}\nMot.\n\n{wide}\n{}", table(2)));
    assert_eq!(counts[2], 1, "the narrow one");
    let typed: Vec<&str> = wide.lines().collect();
    let shown = [typed[0], typed[1], "Mot.", typed[0], typed[1], "mot", "mot"];
    assert_eq!(lines, shown);
}

#[test]
fn a_table_that_is_too_deep_is_as_it_was_typed() {
    let quoted = |count: usize| {
        let margin = "> ".repeat(count);
        format!("{margin}| a | b |\n{margin}|---|---|\n")
    };
    assert_eq!(read(&quoted(DEPTH_MAX - 2)).0[2], 1);
    let (counts, lines) = read(&quoted(DEPTH_MAX - 1));
    assert_eq!(counts, [0, DEPTH_MAX - 1, 0]);
    assert_eq!(lines[0], "| a | b |");
    assert!(lines[1].ends_with("|---|---|"), "{lines:?}");
}
