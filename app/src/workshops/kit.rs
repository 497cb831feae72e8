//! A kit: everything that makes a workshop, in one file, to be run again elsewhere.
//!
//! It holds no person, no note, no code. Its words are the facilitator's own.

use domain::core::ids::{PersonId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::prose::text;
use domain::workshops::script::{Item, What};
use domain::workshops::workshop::{Language, Mode, ScriptRef, Tone};
use projections::core::content;
use projections::workshops::workshop::Workshop;
use serde::{Deserialize, Serialize};

use super::{Plan, optional};
use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::workshops::Workshops;

/// What the file says it is.
const FORMAT: &str = "sillage-atelier";

/// The version of the format.
const VERSION: u32 = 1;

/// The largest file, in bytes.
pub const KIT_MAX: usize = 256 * 1024;

/// An item and the facilitator's words for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KitItem {
    /// What it is.
    #[serde(flatten)]
    pub what: What,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// Whether it has a number of its own.
    pub counts: bool,
    /// Whether it is left out.
    pub hidden: bool,
    /// How many times it is repeated.
    pub times: u32,
    /// Its title in the facilitator's words; often blank.
    #[serde(default)]
    pub title: String,
    /// What to say; often blank.
    #[serde(default)]
    pub say: String,
}

/// A whole kit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    pub format: String,
    /// 1.
    pub version: u32,
    /// The name of the workshop.
    pub title: String,
    /// The script it comes from.
    pub script: ScriptRef,
    /// Its items, in order.
    pub items: Vec<KitItem>,
    pub tone: Tone,
    pub places: u32,
    pub mode: Mode,
    /// How many notes the group would like to publish.
    pub goal: Option<u32>,
    /// Who reads a note unless its writer says otherwise.
    pub visibility: Option<Visibility>,
    /// Whether some participants are under fourteen.
    pub minors: bool,
}

impl Kit {
    /// Reads a file. `None` when it is not a kit this program knows.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > KIT_MAX {
            return None;
        }
        let kit: Self =
            serde_json::from_str(text).or_else(|_| serde_json::from_str(&repaired(text))).ok()?;
        (kit.format == FORMAT && kit.version == VERSION).then_some(kit)
    }

    /// The file.
    pub fn written(&self) -> String {
        serde_json::to_string_pretty(self).expect("plain data, which always serialises")
    }
}

/// JSON whose strings hold what JSON refuses, as editors leave it: ends of line, and halves
/// of signs (`\ud83d` alone), which become a space.
fn repaired(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut in_string = false;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let mut length = sign.len_utf8();
        match sign {
            '"' => {
                in_string = !in_string;
                result.push(sign);
            }
            '\n' if in_string => result.push_str("\\n"),
            '\t' if in_string => result.push_str("\\t"),
            '\\' if in_string => {
                length = escape(rest);
                result.push_str(if is_half(&rest[..length]) { " " } else { &rest[..length] });
            }
            _ => result.push(sign),
        }
        rest = &rest[length..];
    }
    result
}

/// The length of the escape at the head of `text`, with the second half of its sign.
fn escape(text: &str) -> usize {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok();
    match unit(text) {
        Some(0xd800..=0xdbff) if matches!(text.get(6..).and_then(unit), Some(0xdc00..=0xdfff)) => {
            12
        }
        Some(_) => 6,
        None => text.chars().take(2).map(char::len_utf8).sum(),
    }
}

/// Whether an escape stands for half a sign.
fn is_half(escape: &str) -> bool {
    let number = escape.strip_prefix("\\u").filter(|digits| digits.len() == 4);
    let unit = number.and_then(|digits| u16::from_str_radix(digits, 16).ok());
    matches!(unit, Some(0xd800..=0xdfff))
}

impl Workshops<'_> {
    /// The kit of a workshop.
    pub async fn kit_of(&self, workshop: &Workshop) -> Result<Kit, migrations::DbError> {
        let mut items = Vec::with_capacity(workshop.script.items.len());
        for item in &workshop.script.items {
            let words = match &item.words {
                Some(id) => content::find(&self.db, id).await?,
                None => content::Content::default(),
            };
            items.push(KitItem {
                what: item.what,
                seconds: item.seconds,
                counts: item.counts,
                hidden: item.hidden,
                times: item.times,
                title: words.title,
                say: words.body,
            });
        }
        let details = &workshop.live.details;
        Ok(Kit {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: workshop.title.clone(),
            script: workshop.script.reference(),
            items,
            tone: workshop.tone,
            places: u32::try_from(workshop.places).unwrap_or(1),
            mode: details.mode,
            goal: details.goal,
            visibility: details.visibility,
            minors: details.minors,
        })
    }

    /// Prepares the workshop of a kit; the same file posted twice under one key makes one.
    pub async fn prepare_from_kit(
        &self,
        by: &PersonId,
        kit: &Kit,
        language: Language,
        command_id: CommandId,
    ) -> Result<WorkshopId, Failure> {
        let plan = Plan {
            language: Some(language),
            title: kit.title.clone(),
            places: kit.places,
            tone: kit.tone,
            script: kit.script.clone(),
            mode: kit.mode,
            goal: kit.goal,
            visibility: kit.visibility,
            minors: kit.minors,
            ..Plan::default()
        };
        let items: Vec<Item> = kit
            .items
            .iter()
            .map(|item| Item {
                counts: item.counts,
                hidden: item.hidden,
                times: item.times,
                ..Item::new(item.what, item.seconds)
            })
            .collect();
        let words: Vec<(usize, String, String)> = kit
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| !item.title.is_empty() || !item.say.is_empty())
            .map(|(at, item)| (at, item.title.clone(), item.say.clone()))
            .collect();
        // Before anything is prepared: a kit that does not fit leaves no workshop behind.
        domain::workshops::workshop::check(&items).map_err(|error| Failure::Rule(error.into()))?;
        for (_, title, body) in &words {
            optional(title)?;
            text::body(body).map_err(Failure::words)?;
        }
        let id = self.prepare_workshop(by, &plan, command_id.clone()).await?;
        let script = (kit.script.clone(), items);
        self.arrange_workshop(&id, by, script, &words, command_id.then("items")).await?;
        Ok(id)
    }
}
