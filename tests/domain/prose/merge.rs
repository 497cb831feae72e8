use domain::prose::diff::tokens;
use domain::prose::merge::{Choice, Region, merge};
use proptest::prelude::*;

#[test]
fn changes_of_different_lines_are_put_together() {
    let base = "Un premier point.\n\nUn deuxième point.\n";
    let merged = merge(
        base,
        "Un tout premier point.\n\nUn deuxième point.\n",
        "Un premier point.\n\nUn second point.\n",
    );
    assert_eq!(merged.text().unwrap(), "Un tout premier point.\n\nUn second point.\n");
    assert!(!merged.is_close);
}

#[test]
fn changes_of_one_line_are_put_together_and_should_be_looked_at() {
    let merged = merge("Le chat dort ici.\n", "Le grand chat dort ici.\n", "Le chat dort là.\n");
    assert_eq!(merged.text().unwrap(), "Le grand chat dort là.\n");
    assert!(merged.is_close);
}

#[test]
fn what_both_sides_did_alike_is_no_disagreement() {
    let (base, both) = ("Écrit en ligne, hier.\n", "Mendé en route, demain.\n");
    assert!(!merge(base, both, both).is_close);
}

#[test]
fn two_additions_at_one_place_join_no_word_and_are_there_once() {
    let texts = |head: &str, mine: &str| merge("", head, mine).text().unwrap();
    assert_eq!(texts("ALPHA", "BETA"), "ALPHA BETA");
    assert_eq!(texts("ALPHA\n", "ALPHA\n\nBETA\n"), "ALPHA\n\nBETA\n");
    assert_eq!(texts("ALPHA\n\nBETA\n", "BETA\n"), "ALPHA\n\nBETA\n");
}

#[test]
fn the_boxes_of_a_blank_form_filled_in_two_windows_stay_boxes() {
    let of = |context: &str, learnt: &str| {
        format!("## Contexte\n\n{context}\n\n## Ce que j’ai appris\n\n{learnt}")
    };
    let merged = merge("", &of("Alpha.", "Appris."), &of("Bêta.", "Appris.")).text();
    assert_eq!(merged, Some(of("Alpha.\n\nBêta.", "Appris.")));
    // One box each.
    let merged = merge("", "## Contexte\n\nAlpha", "## Ce que j’ai appris\n\nBêta").text();
    assert_eq!(merged.as_deref(), Some("## Contexte\n\nAlpha\n\n## Ce que j’ai appris\n\nBêta"));
    // A sign of a heading inside code is code.
    let code = |inside: &str| format!("```sh\n# x\n{inside}\n```\n");
    let merged = merge("", &code("un"), &code("deux")).text().unwrap_or_default();
    assert_eq!(merged.matches("# x").count(), 2);
}

#[test]
fn a_disagreement_is_a_whole_sentence() {
    let base = "Avant. Nous étions dix personnes ce soir. Après.\n";
    let head = "Avant. Nous étions douze personnes ce soir. Après.\n";
    let mine = "Avant. Nous étions onze personnes, ce soir-là. Après.\n";
    let merged = merge(base, head, mine);
    let conflict = merged.conflicts().next().unwrap().clone();
    assert_eq!(conflict.base, "Nous étions dix personnes ce soir. ");
    assert_eq!(conflict.head, "Nous étions douze personnes ce soir. ");
    assert_eq!(conflict.mine, "Nous étions onze personnes, ce soir-là. ");
    assert_eq!(merged.text(), None);
    assert_eq!(merged.settled(&[Choice::Head]), head);
    assert_eq!(merged.settled(&[Choice::Mine]), mine);
    let both = "Avant. Nous étions douze personnes ce soir. Nous étions onze personnes, ce soir-là. Après.\n";
    assert_eq!(merged.settled(&[Choice::Both]), both);
    let other = Choice::Other("Nous étions une douzaine.".to_owned());
    assert_eq!(merged.settled(&[other]), "Avant. Nous étions une douzaine. Après.\n");
}

#[test]
fn two_items_added_at_one_place_both_stay() {
    let merged = merge("- un\n- fin\n", "- un\n- de Luc\n- fin\n", "- un\n- de Léa\n- fin\n");
    assert_eq!(merged.text().unwrap(), "- un\n- de Luc\n- de Léa\n- fin\n");
    assert!(!merged.is_close, "nobody changed a line of the other");
}

#[test]
fn a_sentence_erased_here_and_rewritten_there_is_asked_about() {
    let merged =
        merge("Un. Deux mots. Trois.\n", "Un. Trois.\n", "Un. Deux mots de plus. Trois.\n");
    assert!(
        merged.regions.iter().any(|region| matches!(region, Region::Conflict(_))),
        "{merged:?}"
    );
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "le ", "chat ", "dort. ", "l'", "été ", "\n", "Un ", "mot. ", "deux ", "trois ",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

/// A text and two edits of it: words of it left out, others put in.
fn edited(base: &str, edits: &[(usize, u8, String)]) -> String {
    let mut words: Vec<String> = tokens(base).into_iter().map(str::to_owned).collect();
    for (at, what, word) in edits {
        let at = at % (words.len() + 1);
        match what % 3 {
            0 => words.insert(at, word.clone()),
            1 if at < words.len() => {
                words.remove(at);
            }
            _ if at < words.len() => words[at].clone_from(word),
            _ => {}
        }
    }
    words.concat()
}

fn edits(mark: &'static str) -> impl Strategy<Value = Vec<(usize, u8, String)>> {
    let word = (0..40_u32).prop_map(move |n| format!("{mark}{n} "));
    prop::collection::vec((0..60_usize, any::<u8>(), word), 0..8)
}

proptest! {
    #[test]
    fn merging_with_nothing_changed_is_the_other_text(base in text(), other in text()) {
        prop_assert_eq!(merge(&base, &base, &other).text(), Some(other.clone()));
        prop_assert_eq!(merge(&base, &other, &base).text(), Some(other.clone()));
        prop_assert_eq!(merge(&base, &other, &other).text(), Some(other));
    }

    /// Every word either side put in is in the result, or in what is asked about.
    #[test]
    fn no_word_that_was_written_is_lost(base in text(), mine in edits("m"), theirs in edits("t")) {
        let (head, mine) = (edited(&base, &theirs), edited(&base, &mine));
        let merged = merge(&base, &head, &mine);
        let all: String = merged.regions.iter().map(|region| match region {
            Region::Agreed(text) => text.clone(),
            Region::Conflict(conflict) => format!("{} {}", conflict.head, conflict.mine),
        }).collect();
        for word in tokens(&head).iter().chain(&tokens(&mine)) {
            let is_new = word.starts_with('m') || word.starts_with('t');
            if is_new && word.chars().skip(1).all(|sign| sign.is_ascii_digit()) {
                prop_assert!(all.contains(word), "{} is lost: {:?}", word, merged);
            }
        }
    }

    /// Settled one way or the other, the text is whole: conflicts taken from one side
    /// with nothing else changed by the other give that side's text.
    #[test]
    fn each_side_can_be_had_whole(base in text(), theirs in edits("t"), mine in edits("m")) {
        let (head, mine) = (edited(&base, &theirs), edited(&base, &mine));
        let merged = merge(&base, &head, &mine);
        let again = merge(&base, &mine, &head);
        prop_assert_eq!(merged.conflicts().count(), again.conflicts().count());
        let heads: Vec<_> = merged.conflicts().map(|one| one.head.clone()).collect();
        let mines: Vec<_> = again.conflicts().map(|one| one.mine.clone()).collect();
        prop_assert_eq!(heads, mines, "the same question, asked from the other side");
    }
}

/// Both went on from a text that was kept, and not saved: what it said is there once.
#[test]
fn a_paragraph_that_one_side_went_on_with_is_there_once() {
    let head = "## Contexte\n\nDu premier, déjà gardé, puis du second.\n";
    let mine = "## Contexte\n\nDu premier, déjà gardé\n\n## Ce qu’on a fait\n\nHors ligne.\n";
    for (one, other) in [(head, mine), (mine, head)] {
        let text = merge("", one, other).text().unwrap();
        assert_eq!(text.matches("Du premier").count(), 1, "{text}");
        assert!(text.contains("puis du second.") && text.contains("Hors ligne."), "{text}");
    }
}

/// What one side took out and the other never touched stays out; nothing is put before what is left.
#[test]
fn a_neighbour_that_was_taken_out_does_not_come_back() {
    let base = "À apporter :\n\n- bottes\n- tuque\n- mitaines de Paul\n- lunch\n\nFin.\n";
    let head = "À apporter :\n\n- bottes\n- lunch\n\nFin.\n";
    let mine = base.replace("tuque", "tuque rouge");
    let both = "À apporter :\n\n- bottes\n- tuque rouge\n- lunch\n\nFin.\n";
    assert_eq!(merge(base, head, &mine).settled(&[]), both);
    assert_eq!(merge(base, &mine, head).settled(&[]), both);
    let base = "Début.\n\n## Cuisine\n\nOn lave.\n\n## Salle\n\nOn balaie.\n\n## Fin\n\nMerci.\n";
    let head = "Début.\n\n## Fin\n\nMerci.\n";
    let mine = base.replace("On lave.", "On lave tout.");
    let told = merge(base, head, &mine).settled(&[]);
    assert!(told.contains("On lave tout.") && !told.contains("balaie"), "{told}");
    assert!(!told.lines().any(|line| line.starts_with(' ')), "{told}");
}

/// Every case of the golden file: what is agreed, and what is left to settle.
#[test]
fn the_golden_file_is_merged_to_the_letter() {
    let golden = include_str!("merge.golden.txt").replace('\r', "");
    let mut wrong = vec![];
    for case in golden.split("#### ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let parts: Vec<String> =
            rest.split("----\n").map(|part| format!("{}\n", part.trim_matches('\n'))).collect();
        let text = |at: usize| if parts[at] == "\n" { "" } else { parts[at].as_str() };
        let (merged, again) = (merge(text(0), text(1), text(2)), merge(text(0), text(2), text(1)));
        assert_eq!(merged.is_close, again.is_close, "{name}: whoever came first");
        let region = |region: &Region| match region {
            Region::Agreed(text) => text.clone(),
            Region::Conflict(conflict) => format!("<{}|{}>", conflict.head, conflict.mine),
        };
        let line: String = merged.regions.iter().map(region).collect();
        let line = format!("{}{line}", if merged.is_close { "~ " } else { "" });
        let line = line.replace('\n', "⏎");
        if line != parts[3].trim() {
            wrong.push(format!("#### {name}\n{line}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
