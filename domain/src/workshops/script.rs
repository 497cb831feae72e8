//! Workshop scripts are data: a name, a version, items in order.
//!
//! The files are in `domain/scripts`. A new version is a new file: past
//! workshops keep the script they were run with. An item is a [`Step`], which
//! each person walks through on their own screen, or a [`Card`], an exercise the
//! room does together, eyes up. A facilitator may reorder, hide and reword the
//! items of one workshop ([`crate::workshops::workshop::Act::Arrange`]).

mod card;
mod step;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use card::Card;
pub use step::Step;

use crate::core::ids::ContentId;
use crate::notes::note::Door;
use crate::workshops::workshop::ScriptRef;

/// What an item of a script is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// A step each person walks through.
    #[serde(rename = "step")]
    Step(Step),
    /// An exercise of the whole room: participants have nothing to do on a screen.
    #[serde(rename = "card")]
    Card(Card),
}

impl What {
    /// Its word in forms: `step-draft`, `card-break`.
    pub fn word(self) -> String {
        match self {
            Self::Step(step) => format!("step-{}", step.word()),
            Self::Card(card) => format!("card-{}", card.word()),
        }
    }

    /// What a word of a form stands for.
    pub fn of(word: &str) -> Option<Self> {
        let (kind, rest) = word.split_once('-')?;
        match kind {
            "step" => rest.parse().ok().map(Self::Step),
            "card" => rest.parse().ok().map(Self::Card),
            _ => None,
        }
    }
}

/// An item in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    #[serde(flatten)]
    pub what: What,
    /// How long it is expected to take, in seconds; a proposal, never a limit.
    pub seconds: u32,
    /// Whether programs before November 2026 gave it a number. Nothing reads it any more
    /// ([`Script::number`] counts what is met); it stays, since the shape of an item is for
    /// ever, in events and in kits.
    #[serde(default = "yes")]
    pub counts: bool,
    /// Left out of this workshop, without being forgotten.
    #[serde(default)]
    pub hidden: bool,
    /// How many times it is repeated: the writing blocks of a retreat.
    #[serde(default = "once")]
    pub times: u32,
    /// Its title (title) and what to say (body) in the facilitator's own words.
    #[serde(default)]
    pub words: Option<ContentId>,
}

fn yes() -> bool {
    true
}

fn once() -> u32 {
    1
}

impl Item {
    /// An item as a script has it before anyone changes it.
    pub fn new(what: What, seconds: u32) -> Self {
        Self { what, seconds, counts: true, hidden: false, times: 1, words: None }
    }

    /// Its step, when it is a step people meet.
    pub fn step(&self) -> Option<Step> {
        match self.what {
            What::Step(step) if !self.hidden => Some(step),
            What::Step(_) | What::Card(_) => None,
        }
    }

    /// How long it lasts in all, in seconds.
    pub fn lasts(&self) -> u32 {
        self.seconds.saturating_mul(self.times)
    }
}

/// What a workshop walks people through.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Script {
    /// Its name, such as `express`.
    pub name: String,
    /// Its version; a released one never changes.
    pub version: u32,
    /// The doors it offers, the quietest last.
    #[serde(default)]
    pub doors: Vec<Door>,
    /// Its items, in order.
    #[serde(rename = "steps")]
    pub items: Vec<Item>,
}

/// Every script ever released, the newest version of each name last.
static SCRIPTS: LazyLock<Vec<Script>> = LazyLock::new(|| {
    [
        include_str!("../../scripts/express-1.json"),
        include_str!("../../scripts/premiere-note-60-1.json"),
        include_str!("../../scripts/premiere-note-75-1.json"),
        include_str!("../../scripts/premiere-note-75-2.json"),
        include_str!("../../scripts/premiere-note-90-1.json"),
        include_str!("../../scripts/premiere-note-90-2.json"),
        include_str!("../../scripts/retraite-1.json"),
        include_str!("../../scripts/rencontre-1.json"),
        include_str!("../../scripts/processus-1.json"),
    ]
    .iter()
    .map(|text| serde_json::from_str(text).expect("the scripts we ship are well formed"))
    .collect()
});

impl Script {
    /// The script a new workshop follows unless told otherwise.
    pub fn express() -> &'static Self {
        Self::newest("express").expect("express is shipped")
    }

    /// The newest script of each name, in the order they are offered.
    pub fn offered() -> Vec<&'static Self> {
        let mut names: Vec<&str> = Vec::new();
        for script in SCRIPTS.iter() {
            if !names.contains(&script.name.as_str()) {
                names.push(&script.name);
            }
        }
        names.into_iter().filter_map(Self::newest).collect()
    }

    /// The newest version of a script.
    pub fn newest(name: &str) -> Option<&'static Self> {
        SCRIPTS.iter().rfind(|script| script.name == name)
    }

    /// The script a workshop was prepared with; the newest express if it is one
    /// this program has never heard of.
    pub fn of(name: &str, version: u32) -> &'static Self {
        SCRIPTS
            .iter()
            .find(|script| script.name == name && script.version == version)
            .unwrap_or_else(|| Self::express())
    }

    /// The same script with the items of one workshop.
    #[must_use]
    pub fn arranged(&self, items: Vec<Item>) -> Self {
        Self { items, ..self.clone() }
    }

    /// How a workshop refers to it.
    pub fn reference(&self) -> ScriptRef {
        ScriptRef { name: self.name.clone(), version: self.version }
    }

    /// The steps each person walks through, in order.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = Step> {
        self.items.iter().filter_map(Item::step)
    }

    /// The item of a step people meet.
    pub fn item(&self, step: Step) -> Option<&Item> {
        self.items.iter().find(|item| item.step() == Some(step))
    }

    /// The items nobody hid, in order.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| !item.hidden)
    }

    /// How long it all lasts, in seconds.
    pub fn lasts(&self) -> u32 {
        self.shown().map(Item::lasts).fold(0, u32::saturating_add)
    }

    /// The number of a step people meet, from 1, as every page counts it: the first screen
    /// of a path is 1. Exercises of the whole room have no number.
    pub fn number(&self, step: Step) -> Option<usize> {
        self.steps().position(|it| it == step).map(|at| at + 1)
    }

    /// How many steps people meet: what the last one's number is.
    pub fn counted(&self) -> usize {
        self.steps().count()
    }

    /// The step after `step`, if there is one.
    pub fn after(&self, step: Step) -> Option<Step> {
        self.steps().skip_while(|it| *it != step).nth(1)
    }

    /// The step before `step`, if there is one.
    pub fn before(&self, step: Step) -> Option<Step> {
        self.steps().take_while(|it| *it != step).last()
    }

    /// Whether `step` is one of this script that people meet.
    pub fn has(&self, step: Step) -> bool {
        self.steps().any(|it| it == step)
    }

    /// Where someone is who has done `done`: the first step after the last one done.
    pub fn current(&self, done: &[Step]) -> Option<Step> {
        let steps: Vec<Step> = self.steps().collect();
        let last = steps.iter().rposition(|it| done.contains(it));
        steps.get(last.map_or(0, |place| place + 1)).copied()
    }
}
