//! Which words left and which came, and where a passage of one text stands in the other.

use std::ops::Range;

use domain::prose::diff::script::{By, Hunk, Landing, Map, crosses, hunks, smooth};
use domain::prose::diff::tokens;

/// What left and what came, `[-left-]{+came+}`, in the new text.
fn told(old: &[&str], new: &[&str], made: &[Hunk]) -> String {
    let mut text = String::new();
    let mut at = 0;
    for hunk in made {
        text.push_str(&new[at..hunk.after.start].concat());
        text.push_str(&format!("[-{}-]", old[hunk.before.clone()].concat()));
        text.push_str(&format!("{{+{}+}}", new[hunk.after.clone()].concat()));
        at = hunk.after.end;
    }
    text.push_str(&new[at..].concat());
    text.replace("[--]", "").replace("{++}", "").replace('\n', "⏎")
}

fn compared(old: &str, new: &str, by: By) -> String {
    let (old, new) = (tokens(old), tokens(new));
    told(&old, &new, &hunks(&old, &new, by))
}

#[test]
fn lines_that_came_or_left_are_told_from_their_beginning() {
    for (old, new, text) in [
        ("- a\n- b\n", "- a\n- c\n- b\n", "- a⏎{+- c⏎+}- b⏎"),
        ("- a\n- c\n- b\n", "- a\n- b\n", "- a⏎[-- c⏎-]- b⏎"),
        ("- a\n", "- a\n- b\n", "- a⏎{+- b⏎+}"),
        ("- a\n", "- b\n- a\n", "{+- b⏎+}- a⏎"),
        ("- a\n- b\n", "- b\n", "[-- a⏎-]- b⏎"),
        ("- a\n- b\n", "- a\n", "- a⏎[-- b⏎-]"),
        ("a", "a\nb", "a{+⏎b+}"),
        ("un mot ici\n", "un petit mot ici\n", "un {+petit +}mot ici⏎"),
        ("a b\n\na c\n", "a b\n\na b\n\na c\n", "a b⏎⏎{+a b⏎⏎+}a c⏎"),
        ("un\nun\n", "un\nun\nun\n", "un⏎un⏎{+un⏎+}"),
    ] {
        assert_eq!(compared(old, new, By::Text), text, "{new:?}");
    }
}

#[test]
fn another_apostrophe_or_space_is_another_sign_and_the_same_word() {
    let (old, new) = ("l'eau  vive\n", "l’eau\u{a0}vive\n");
    assert_eq!(compared(old, new, By::Key), "l’eau\u{a0}vive⏎");
    assert_eq!(compared(old, new, By::Text), "[-l'-]{+l’+}eau[-  -]{+\u{a0}+}vive⏎");
    let (old, new) = ("- l'un\n- c\n", "- l'un\n- l’un\n- c\n");
    assert_eq!(compared(old, new, By::Key), "- l'un⏎{+- l’un⏎+}- c⏎");
}

/// Replacements with a space, or a word of two letters, between them are one.
#[test]
fn replacements_that_touch_are_one() {
    let smoothed = |old: &str, new: &str| {
        let (old, new) = (tokens(old), tokens(new));
        told(&old, &new, &smooth(hunks(&old, &new, By::Text), &old, &new))
    };
    for (old, new, text) in [
        ("un chat gris dort", "un chien noir dort", "un [-chat gris-]{+chien noir+} dort"),
        ("chat et gris", "chien et noir", "[-chat-]{+chien+} et [-gris-]{+noir+}"),
        ("(un)", "[un]", "[-(un)-]{+[un]+}"),
        ("(une)", "[une]", "[-(-]{+[+}une[-)-]{+]+}"),
        ("(é)", "[é]", "[-(é)-]{+[é]+}"),
        ("(un", "[un]", "[-(un-]{+[un]+}"),
        ("un)", "[un]", "{+[+}un[-)-]{+]+}"),
        ("a(b", "c(d", "[-a-]{+c+}([-b-]{+d+}"),
        ("a\nb", "c\nd", "[-a-]{+c+}⏎[-b-]{+d+}"),
        ("un chat gris", "un chien", "un [-chat gris-]{+chien+}"),
    ] {
        assert_eq!(smoothed(old, new), text, "{new:?}");
    }
}

#[test]
fn a_change_touches_a_passage_when_they_share_a_word() {
    let (point, run) = (|at: usize| at..at, |from: usize, to: usize| from..to);
    for (hunk, other, touches) in [
        (run(2, 4), run(3, 5), true),
        (run(2, 4), run(1, 3), true),
        (run(2, 4), run(0, 9), true),
        (run(0, 9), run(2, 4), true),
        (run(2, 4), run(4, 6), false),
        (run(4, 6), run(2, 4), false),
        (point(3), run(2, 4), true),
        (point(2), run(2, 4), false),
        (point(4), run(2, 4), false),
        (run(2, 4), point(3), true),
        (run(2, 4), point(2), false),
        (run(2, 4), point(4), false),
        (point(3), point(3), false),
    ] {
        assert_eq!(crosses(&hunk, &other), touches, "{hunk:?} {other:?}");
    }
}

/// Where the words `run` of `old` are in `new`: `=` untouched, `~` with what changed around them.
fn landed(old: &str, new: &str, run: Range<usize>) -> String {
    let (old, new) = (tokens(old), tokens(new));
    match Map::new(hunks(&old, &new, By::Text)).land(run) {
        Landing::Whole(place) => format!("= {}", new[place].concat()),
        Landing::Touched { old: was, new: is } => {
            format!("~ {} → {}", old[was].concat(), new[is].concat())
        }
    }
}

#[test]
fn a_passage_is_found_where_it_stands_now() {
    let old = "un deux trois quatre cinq";
    // Words are at 0, 2, 4, 6 and 8, spaces between them.
    for (new, run, place) in [
        (old, 2..5, "= deux trois"),
        ("zéro un deux trois quatre cinq", 2..5, "= deux trois"),
        ("deux trois quatre cinq", 2..5, "= deux trois"),
        ("un deux trois", 2..5, "= deux trois"),
        ("un deux et trois quatre cinq", 2..5, "~ deux trois → deux et trois"),
        ("un deux trois et quatre cinq", 2..5, "= deux trois"),
        ("un et deux trois quatre cinq", 2..5, "= deux trois"),
        ("un dix trois quatre cinq", 2..5, "~ deux trois → dix trois"),
        ("un deux dix quatre cinq", 2..5, "~ deux trois → deux dix"),
        ("dix dix dix quatre cinq", 2..5, "~ deux trois → dix dix"),
        ("un quatre cinq", 2..5, "~ deux trois  → "),
        ("un cinq", 2..5, "~ deux trois quatre  → "),
        ("", 2..5, "~ un deux trois quatre cinq → "),
        ("dix deux trois dix cinq", 2..5, "= deux trois"),
        (old, 4..4, "= "),
        ("un deux quatre cinq", 5..5, "~ trois  → "),
    ] {
        assert_eq!(landed(old, new, run.clone()), place, "{run:?} in {new:?}");
    }
}

/// Texts of more than ten thousand words are compared line by line first.
#[test]
fn words_are_found_in_a_long_text_as_in_a_short_one() {
    let line = |at: usize| format!("la ligne {at} dit encore un mot\n");
    let old: String = (0..1_500).map(line).collect();
    let new = old
        .replace("ligne 7 dit", "ligne 7 redit")
        .replace("la ligne 1200 dit encore un mot\n", "")
        .replace("la ligne 1400 dit", "une autre\nla ligne 1400 dit");
    let text = compared(&old, &new, By::Text);
    for part in [
        "la ligne 7 [-dit-]{+redit+} encore un mot⏎",
        "mot⏎[-la ligne 1200 dit encore un mot⏎-]la ligne 1201",
        "mot⏎{+une autre⏎+}la ligne 1400",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!((text.matches("[-").count(), text.matches("{+").count()), (2, 2));
    // The end of the last line is not asked for, and apostrophes stay what they are.
    let other = new.replace("ligne 9 dit", "ligne 9 l'a").replace("ligne 3 ", "ligne 3  ");
    let typed = other.replace("l'a", "l’a").replace("ligne 3  ", "ligne 3 ");
    assert!(!compared(&other, &typed, By::Key).contains(['[', '{']));
    let text = compared(other.trim_end(), typed.trim_end(), By::Text);
    assert!(text.contains("[-l'-]{+l’+}a") && text.contains("3[-  -]{+ +}dit"));
}

/// What costs too much to be compared word by word is told whole.
#[test]
fn lines_that_all_changed_in_a_long_text_are_told_whole() {
    let text = |word: &str, lines: usize| format!("un {word} mot\n").repeat(lines);
    let (old, new) = (text("petit", 2_000), text("grand", 2_000));
    let (before, after) = (tokens(&old), tokens(&new));
    let made = hunks(&before, &after, By::Text);
    assert_eq!(made, [Hunk { before: 0..before.len(), after: 0..after.len() }]);
    let (old, new) = (format!("haut\n{old}bas\n"), format!("haut\n{new}bas\n"));
    let told = compared(&old, &new, By::Text);
    assert!(told.starts_with("haut⏎[-un petit") && told.ends_with("+}bas⏎"));
}
