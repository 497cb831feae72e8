//! The capture sheets and the canvases: what a room says, line by line.

use domain::core::ids::{ItemId, PersonId};
use domain::groups::item::{Command, Item, ItemKind, Sheet, Source};
use domain::prose::text::{self};
use projections::groups::item;

use super::Groups;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::execute::Done;

/// The refusal: there are too many lines at once.
pub const TOO_MANY: &str = "words-too-many";

/// The refusal: this person has added as many lines as one may.
pub const PERSON_FULL: &str = "words-person-full";

/// The refusal: the sheet holds as many lines as it may.
pub const SHEET_FULL: &str = "words-sheet-full";

/// The longest line, in signs: a breath.
pub const LINE_MAX: usize = 2_000;

/// How many lines one paste may bring.
pub const LINES_MAX: usize = 500;

/// How many lines one person may add to a sheet, those left out since too:
/// more than anyone says in an evening, and few enough that nobody fills it alone. Whoever
/// keeps the notes writes for the room, and is not counted so.
pub const PERSON_MAX: i64 = 200;

/// How many lines a sheet holds, those left out too: its pages read them all to put them
/// in their places.
pub const SHEET_MAX: i64 = 3_000;

/// How deep lines may stand under one another.
const DEEPEST: usize = 5;

/// A line as it was typed: how deep, what kind, which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// 0 for a line of its own, 1 under it, and so on.
    pub depth: usize,
    /// What it is; a line under another is what that one is.
    pub kind: ItemKind,
    /// Its words, without bullet nor label.
    pub words: String,
}

/// What is written before the words: one letter, or the whole word, in French or English.
const LABELS: &[(&str, ItemKind)] = &[
    ("apprentissage", ItemKind::Learning),
    ("learning", ItemKind::Learning),
    ("besoin", ItemKind::Need),
    ("need", ItemKind::Need),
    ("idee", ItemKind::Idea),
    ("idea", ItemKind::Idea),
    ("piste", ItemKind::Lead),
    ("lead", ItemKind::Lead),
    ("conseil", ItemKind::Advice),
    ("advice", ItemKind::Advice),
    ("question", ItemKind::Question),
    ("temoignage", ItemKind::Testimony),
    ("testimony", ItemKind::Testimony),
];

/// Reads lines as they were typed or pasted. `kind` is what a line is that does not say;
/// a label (`a `, `idée : `, `PISTE - `) says it, a bullet or spaces put it under the line
/// before.
pub fn read_lines(typed: &str, kind: ItemKind, under: bool) -> Vec<Typed> {
    let mut typeds: Vec<Typed> = Vec::new();
    // The indents of the bullets that are open, the outermost first.
    let mut open: Vec<usize> = Vec::new();
    // A paste that begins with a bullet is a list of lines of their own.
    let mut bare = false;
    let mut current = kind;
    let typed = crate::notes::bring::dashed(typed);
    for line in typed.lines().filter(|line| !line.trim().is_empty()) {
        let indent: usize = line.chars().take_while(|sign| sign.is_whitespace()).map(width).sum();
        let rest = line.trim();
        let (is_bullet, rest) = without_bullet(rest);
        if typeds.is_empty() {
            bare = is_bullet && !under;
        }
        let depth = if is_bullet {
            while open.last().is_some_and(|last| *last >= indent) {
                open.pop();
            }
            open.push(indent);
            (open.len() - usize::from(bare)).min(DEEPEST)
        } else {
            open.clear();
            bare = false;
            0
        };
        let (labelled, words) = if depth == 0 { labelled(rest) } else { (None, rest) };
        if depth == 0 {
            current = labelled.unwrap_or(kind);
        }
        let words = crate::notes::bring::with_box(words).into_owned();
        typeds.push(Typed { depth, kind: current, words });
    }
    typeds
}

/// How deep the line stands that what is typed goes under: 0 for a dash, 1 for a dash after
/// spaces, or two dashes, and so on; `None` for a line of its own.
pub fn level(typed: &str) -> Option<usize> {
    let line = typed.lines().find(|line| !line.trim().is_empty())?;
    let indent: usize = line.chars().take_while(|sign| sign.is_whitespace()).map(width).sum();
    let rest = line.trim_start();
    let more = usize::from(rest.starts_with("-- "));
    (more > 0 || without_bullet(rest).0).then_some((indent / 2 + more).min(DEEPEST - 1))
}

/// The last line that stands at `level`, or less deep.
pub fn last_at(outline: &[(usize, &item::Item)], level: usize) -> Option<ItemId> {
    let found = outline.iter().rev().find(|(depth, _)| *depth <= level);
    found.map(|(_, item)| item.item.clone())
}

fn width(sign: char) -> usize {
    if sign == '\t' { 2 } else { 1 }
}

fn without_bullet(line: &str) -> (bool, &str) {
    for bullet in ["- ", "-- ", "• ", "* ", "– ", "◦ ", "▪ "] {
        if let Some(rest) = line.strip_prefix(bullet) {
            return (true, rest.trim_start());
        }
    }
    (false, line)
}

/// The kind a line says it is, and the rest of it.
fn labelled(line: &str) -> (Option<ItemKind>, &str) {
    let folded = |text: &str| crate::people::codes::as_phrase(text);
    for separator in [" - ", " – ", " : ", ": ", "\u{a0}: "] {
        if let Some((before, rest)) = line.split_once(separator) {
            let before = folded(before);
            if let Some((_, kind)) = LABELS.iter().find(|(label, _)| *label == before)
                && !rest.trim().is_empty()
            {
                return (Some(*kind), rest.trim());
            }
        }
    }
    // `a/ Les dix minutes`: one letter, as fast as one can.
    if let Some((letter, rest)) = line.split_once(' ')
        && let Some(kind) = shortcut(letter)
        && rest.chars().any(char::is_alphanumeric)
    {
        return (Some(kind), rest.trim());
    }
    (None, line)
}

/// The letter and the sign that stand for a kind, for whoever types fast: `a/`.
fn shortcut(typed: &str) -> Option<ItemKind> {
    let letter = typed.strip_suffix('/')?;
    Some(match letter.to_ascii_lowercase().as_str() {
        "a" => ItemKind::Learning,
        "b" => ItemKind::Need,
        "i" => ItemKind::Idea,
        "p" => ItemKind::Lead,
        "c" => ItemKind::Advice,
        "q" => ItemKind::Question,
        "t" => ItemKind::Testimony,
        _ => return None,
    })
}

/// Where lines go.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    pub sheet: &'a Sheet,
    /// The item they stand under, if any.
    pub under: Option<&'a ItemId>,
    /// Where they come from.
    pub source: Source,
}

/// For whom lines are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    /// Whoever says them.
    Oneself,
    /// The room, by whoever keeps its notes.
    TheRoom,
}

/// What is changed about a line, besides its words.
#[derive(Clone, Debug)]
pub enum Change {
    /// What it is.
    Kind(ItemKind),
    /// Out of the sheet, without being forgotten.
    SetAside,
    /// In the sheet again.
    BringBack,
    /// One line with another.
    MergeInto(ItemId),
    /// Whose words it is, if anybody's.
    SaidBy(Option<PersonId>),
    /// Where it comes from.
    From(Source),
}

impl Groups<'_> {
    /// Keeps lines that `by` says, in order. Sent again under the same key, they are kept
    /// once.
    ///
    /// # Errors
    /// When they do not fit, or there would be too many; nothing was kept then, unless other
    /// lines took the last places meanwhile.
    pub async fn capture(
        &self,
        by: &PersonId,
        place: &Place<'_>,
        lines: &[Typed],
        command_id: &CommandId,
    ) -> Result<Vec<ItemId>, Failure> {
        self.capture_for(For::Oneself, by, place, lines, command_id).await
    }

    /// The same, by whoever keeps the notes.
    ///
    /// # Errors
    /// Those of [`Groups::capture`]; only the limit of the sheet counts.
    pub async fn capture_for_room(
        &self,
        by: &PersonId,
        place: &Place<'_>,
        lines: &[Typed],
        command_id: &CommandId,
    ) -> Result<Vec<ItemId>, Failure> {
        self.capture_for(For::TheRoom, by, place, lines, command_id).await
    }

    async fn capture_for(
        &self,
        whom: For,
        by: &PersonId,
        place: &Place<'_>,
        lines: &[Typed],
        command_id: &CommandId,
    ) -> Result<Vec<ItemId>, Failure> {
        if lines.len() > LINES_MAX {
            return Err(Failure::Refused(TOO_MANY));
        }
        let checked: Result<Vec<String>, Failure> = lines
            .iter()
            .map(|line| text::line(&line.words, LINE_MAX).map_err(Failure::words))
            .collect();
        let checked = checked?;
        let key =
            |at: usize| if at == 0 { command_id.clone() } else { command_id.then(&at.to_string()) };
        let keys: Vec<CommandId> = (0..lines.len()).map(key).collect();
        self.has_places(whom, by, place, &keys).await?;
        let mut made: Vec<ItemId> = Vec::with_capacity(lines.len());
        // The last item of each depth, from the outermost: what the next line stands under.
        let mut open: Vec<ItemId> = place.under.cloned().into_iter().collect();
        for ((line, words), key) in lines.iter().zip(checked).zip(keys) {
            // Asked again before each one: several forms at once go past the limit by one
            // line each at most.
            if !made.is_empty() {
                self.has_places(whom, by, place, std::slice::from_ref(&key)).await?;
            }
            open.truncate(line.depth);
            let under = open.last().cloned();
            let item = self.capture_one(by, place, (line.kind, under, words), key).await?;
            open.push(item.clone());
            made.push(item);
        }
        Ok(made)
    }

    /// Whether there are places for the lines of these keys; those kept before take none.
    async fn has_places(
        &self,
        whom: For,
        by: &PersonId,
        place: &Place<'_>,
        keys: &[CommandId],
    ) -> Result<(), Failure> {
        let (all, own) = item::count(&self.primary, place.sheet, by).await?;
        let own = if whom == For::Oneself { own } else { 0 };
        let mut wanted = i64::try_from(keys.len()).unwrap_or(i64::MAX);
        let fits = |wanted: i64| own + wanted <= PERSON_MAX && all + wanted <= SHEET_MAX;
        if fits(wanted) {
            return Ok(());
        }
        for key in keys {
            let id = self.item_of(by, key);
            let known = item::find(&self.primary, place.sheet, &id).await?.is_some();
            wanted -= i64::from(known);
        }
        if wanted == 0 || fits(wanted) {
            Ok(())
        } else if all + wanted > SHEET_MAX {
            Err(Failure::Refused(SHEET_FULL))
        } else {
            Err(Failure::Refused(PERSON_FULL))
        }
    }

    /// The line that a form of `by` is kept as.
    fn item_of(&self, by: &PersonId, command_id: &CommandId) -> ItemId {
        self.derived_id("item", by.as_str(), command_id)
    }

    async fn capture_one(
        &self,
        by: &PersonId,
        place: &Place<'_>,
        (kind, under, words): (ItemKind, Option<ItemId>, String),
        command_id: CommandId,
    ) -> Result<ItemId, Failure> {
        let item = self.item_of(by, &command_id);
        let (content, reference) =
            self.content(by.as_str(), &command_id, String::new(), words, String::new());
        let command = Command::Capture {
            item: item.clone(),
            sheet: place.sheet.clone(),
            by: by.clone(),
            kind,
            under,
            source: place.source.clone(),
            content: reference.id,
        };
        let envelope = Envelope::from(by, command_id)
            .in_workshop(place.sheet.workshop().cloned())
            .with(content);
        self.execute::<Item>(item.as_str(), command, envelope).await?;
        Ok(item)
    }

    /// Says a line otherwise.
    pub async fn reword_item(
        &self,
        by: &PersonId,
        item: &item::Item,
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let words = text::line(words, LINE_MAX).map_err(Failure::words)?;
        let (content, reference) =
            self.content(by.as_str(), &command_id, String::new(), words, String::new());
        let command = Command::Reword { by: by.clone(), content: reference.id };
        let envelope = Envelope::from(by, command_id)
            .in_workshop(item.sheet.workshop().cloned())
            .with(content);
        self.execute::<Item>(item.item.as_str(), command, envelope).await
    }

    /// Any other change to a line.
    pub async fn change_item(
        &self,
        by: &PersonId,
        item: &item::Item,
        change: Change,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let who = by.clone();
        let command = match change {
            Change::Kind(kind) => Command::Retype { by: who, kind },
            Change::SetAside => Command::Drop { by: who },
            Change::BringBack => Command::Restore { by: who },
            Change::MergeInto(into) => Command::MergeInto { by: who, into },
            Change::SaidBy(to) => Command::Attribute { by: who, to },
            Change::From(source) => Command::Link { by: who, source },
        };
        let envelope = Envelope::from(by, command_id).in_workshop(item.sheet.workshop().cloned());
        self.execute::<Item>(item.item.as_str(), command, envelope).await
    }
}
