use std::collections::HashMap;

use domain::prose::blame::{Blame, Step};
use domain::prose::diff::tokens;
use proptest::prelude::*;

/// A note told revision by revision, with its cemetery.
struct Told {
    texts: Vec<String>,
    blames: Vec<Blame>,
    cemetery: HashMap<i64, Blame>,
}

impl Told {
    fn new(text: &str) -> Self {
        let blames = vec![Blame::whole(text, 1)];
        Self { texts: vec![text.to_owned()], blames, cemetery: HashMap::new() }
    }

    fn then(&mut self, new: &str, donors: &[usize]) -> &Blame {
        let at = self.texts.len() - 1;
        let donors: Vec<_> = donors
            .iter()
            .map(|one| (self.texts[one - 1].as_str(), &self.blames[one - 1]))
            .collect();
        let revision = i64::try_from(self.texts.len()).unwrap() + 1;
        let (old, blame) = (self.texts[at].as_str(), &self.blames[at]);
        let walk = Step { old, blame, new, revision, donors: &donors }.walk();
        let next = walk.blame(&self.cemetery);
        let buried = walk.buried();
        self.cemetery.extend(buried.into_iter().map(|one| (one.mark, one.blame)));
        self.texts.push(new.to_owned());
        self.blames.push(next);
        self.blames.last().unwrap()
    }

    /// The revision a word of the last text comes from, and who corrected it.
    fn of(&self, word: &str) -> (i64, i64) {
        let text = self.texts.last().unwrap();
        let at = tokens(text).iter().position(|token| *token == word).unwrap();
        let origin = self.blames.last().unwrap().each()[at];
        (origin.revision, origin.corrected)
    }
}

#[test]
fn new_words_are_of_the_one_who_brought_them() {
    let mut told = Told::new("Le tour de table dure une minute.\n");
    told.then("Le tour de table dure deux minutes, jamais plus.\n", &[]);
    assert_eq!(told.of("tour"), (1, 0));
    assert_eq!(told.of("jamais"), (2, 0));
}

#[test]
fn mending_a_slip_does_not_take_the_word() {
    let mut told = Told::new("Le developement de la comunauté.\n");
    told.then("Le développement de la communauté.\n", &[]);
    assert_eq!(told.of("développement"), (1, 2));
    told.then("Le développement de la communauté, c'est lent.\n", &[]);
    told.then("Le développement de la communauté, c’est lent.\n", &[]);
    assert_eq!(told.of("c’"), (3, 4), "nor does another apostrophe");
}

#[test]
fn each_word_of_a_corrected_run_keeps_its_own_writer() {
    for (last, end) in [("J’n’ai pas.\n", "ai"), ("J’n’veux pas.\n", "veux")] {
        let mut told = Told::new("J'ai pas.\n");
        told.then("J'n'ai pas.\n", &[]);
        told.then(last, &[]);
        assert_eq!((told.of("J’"), told.of("n’")), ((1, 3), (2, 3)), "before {end}");
        assert_eq!(told.of("pas").0, 1);
    }
}

#[test]
fn a_heading_of_one_word_that_moves_alone_is_still_whose_it_was() {
    let text = "Un premier paragraphe assez long pour rester là.";
    let mut told = Told::new(&format!("Accueil\n\n{text}\n"));
    told.then(&format!("{text}\n\nAccueil\n"), &[]);
    assert_eq!(told.of("Accueil"), (1, 0));
}

#[test]
fn an_undo_gives_each_word_back_to_its_own_writer() {
    let mut told = Told::new("Nous étions dix.\n");
    told.then("Nous étions dix, et contents.\n", &[]);
    told.then("Rien.\n", &[]);
    told.then("Ce soir, nous étions dix, et contents, enfin.\n", &[2]);
    assert_eq!((told.of("dix").0, told.of("contents").0, told.of("enfin").0), (1, 2, 4));
}

#[test]
fn moving_a_paragraph_does_not_take_it() {
    let first = "Un premier paragraphe assez long.\n\nLe deuxième vient ensuite.\n\nEt la fin.\n";
    let mut told = Told::new(first);
    told.then(
        "Le deuxième vient ensuite.\n\nEt la fin.\n\nUn premier paragraphe assez long.\n",
        &[],
    );
    assert_eq!(told.blames[1].shares(&told.texts[1]).get(&2), None, "{}", told.blames[1]);
}

#[test]
fn a_sentence_that_comes_back_is_its_first_writers() {
    let mut told = Told::new("Une phrase que quelqu'un avait écrite. Une autre.\n");
    told.then("Une autre.\n", &[]);
    told.then("Une autre. Une phrase que quelqu'un avait écrite.\n", &[]);
    assert_eq!(told.of("quelqu'un"), (1, 0));
}

#[test]
fn a_restoration_gives_everything_back_as_it_was() {
    let mut told = Told::new("Un mot. Deux mots.\n");
    told.then("Un mot de plus. Deux mots.\n", &[]);
    told.then("Rien.\n", &[]);
    let (text, blame) = (told.texts[1].clone(), told.blames[1].clone());
    assert_eq!(*told.then(&text, &[2]), blame);
}

#[test]
fn an_undo_gives_words_back_to_whom_they_were() {
    let mut told = Told::new("Nous étions dix.\n");
    told.then("Nous étions douze.\n", &[]);
    told.then("Nous étions douze, ravis.\n", &[]);
    told.then("Nous étions dix, ravis.\n", &[1]);
    assert_eq!((told.of("dix").0, told.of("ravis").0), (1, 3));
}

#[test]
fn spans_are_written_and_read_back() {
    for written in ["", "1:4", "1:4,3.5:2,2:9"] {
        assert_eq!(written.parse::<Blame>().unwrap().to_string(), written);
    }
    for odd in ["1", "a:2", "1:b", "1.x:2"] {
        assert!(odd.parse::<Blame>().is_err(), "{odd}");
    }
}

proptest! {
    /// Every token has an origin, no later than the text itself, whatever was done.
    #[test]
    fn every_word_comes_from_somewhere(
        texts in prop::collection::vec("((un|deux|trois|quatre) ?[.\n]?){0,20}", 1..6),
    ) {
        let mut told = Told::new(&texts[0]);
        for text in &texts[1..] {
            told.then(text, &[]);
        }
        for (at, (text, blame)) in told.texts.iter().zip(&told.blames).enumerate() {
            let each = blame.each();
            prop_assert_eq!(each.len(), tokens(text).len());
            let last = i64::try_from(at).unwrap() + 1;
            prop_assert!(each.iter().all(|one| (1..=last).contains(&one.revision)));
            prop_assert_eq!(blame.to_string().parse::<Blame>().unwrap(), blame.clone());
        }
    }
}

#[test]
fn what_is_left_on_both_sides_of_what_went_is_one_span() {
    let mut told = Told::new("un deux trois quatre");
    let left = told.then("un quatre", &[]).clone();
    assert_eq!(left, Blame::whole("un quatre", 1));
}

/// Every case of the golden file: a text revision by revision, and whose each word of the last is.
#[test]
fn the_golden_file_is_attributed_to_the_letter() {
    let golden = include_str!("blame.golden.txt").replace('\r', "");
    let mut wrong = vec![];
    for case in golden.split("#### ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (texts, expected) = rest.split_once("====\n").unwrap();
        let mut texts = texts.split("----");
        let mut told = Told::new(texts.next().unwrap());
        for text in texts {
            let (donors, text) = text.split_once('\n').unwrap();
            let donors: Vec<usize> =
                donors.split_whitespace().map(|number| number.parse().unwrap()).collect();
            told.then(text, &donors);
        }
        let text = told.texts.last().unwrap();
        let words = tokens(text);
        let mut at = 0;
        let spans = told.blames.last().unwrap().spans().iter().map(|(origin, length)| {
            let run = words[at..at + length].concat().replace('\n', "⏎");
            at += length;
            match origin.corrected {
                0 => format!("{}[{run}]", origin.revision),
                by => format!("{}.{by}[{run}]", origin.revision),
            }
        });
        let line: String = spans.collect();
        if line != expected.trim() {
            wrong.push(format!("#### {name}\n{line}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn how_many_words_each_revision_brought() {
    let text = "Un mot, deux mots.\n";
    let blame: Blame = "1:3,2:2,1:1,4:4".parse().unwrap();
    let shares = blame.shares(text);
    assert_eq!((shares.get(&1), shares.get(&2), shares.get(&4)), (Some(&3), None, Some(&1)));
    assert_eq!(blame.each().len(), tokens(text).len());
}

/// Sentences of five words that leave are kept; those that come are looked for.
#[test]
fn only_sentences_that_say_enough_are_remembered() {
    let old = "Une phrase de cinq mots.\nUne de quatre mots.\nCelle qui reste là toujours.\n";
    let new = "Celle qui reste là toujours.\nAna plie tout, Luc dort.\nZoé rit très fort.\n";
    let blame = Blame::whole(old, 3);
    let walk = Step { old, blame: &blame, new, revision: 4, donors: &[] }.walk();
    let buried = walk.buried();
    assert_eq!(buried.len(), 1);
    assert_eq!(buried[0].blame, Blame::whole("Une phrase de cinq mots.", 3));
    assert_eq!(walk.sought().len(), 1);
    let back = Step { old: new, blame: &blame, new: old, revision: 5, donors: &[] }.walk();
    assert_eq!(back.sought(), [buried[0].mark], "it is known by its mark when it comes back");
}
