//! The parts of a form.

use maud::{Markup, html};

use crate::shell::form::Form;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The hidden idempotency key of a form.
pub fn key(visitor: &Visitor) -> Markup {
    html! { input type="hidden" name="command_id" value=(visitor.command_id()); }
}

/// A form that is sent to `action`, with its idempotency key.
pub fn form(visitor: &Visitor, action: &impl maud::Render, inside: Markup) -> Markup {
    form_in("", visitor, action, inside)
}

/// The same, of these classes.
#[expect(clippy::needless_pass_by_value, reason = "`html!` stands where it is given")]
pub fn form_in(
    classes: &str,
    visitor: &Visitor,
    action: &impl maud::Render,
    inside: Markup,
) -> Markup {
    html! {
        form class=[(!classes.is_empty()).then_some(classes)] novalidate method="post" action=(action) {
            (key(visitor))
            (inside)
        }
    }
}

/// A piece of a page without the fresh keys of its forms: what makes it another one.
pub fn without_keys(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("name=\"command_id\" value=\"") {
        kept.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// What to say above a field that could not be taken, and nothing otherwise.
pub fn notice(id: &str, text: Option<&str>) -> Markup {
    html! {
        @if let Some(text) = text { p.notice id={ (id) "-notice" } role="alert" { (text) } }
    }
}

/// A line to write on.
pub struct Line<'a> {
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// What it is for.
    pub label: &'a str,
    /// What helps, under the label.
    pub help: Option<&'a str>,
    /// What is written on it.
    pub value: &'a str,
    /// `text`, `email`, `password`, `number`, `date`.
    pub kind: &'a str,
    /// What browsers may fill in: `off`, `email`, `current-password`…
    pub fill: &'a str,
    /// The id of a list of what is often written there.
    pub list: Option<&'a str>,
    /// Whether it can stay empty.
    pub optional: bool,
    /// Why it could not be taken.
    pub notice: Option<&'a str>,
    /// Whether one writes there as soon as the page is open.
    pub focus: bool,
}

impl<'a> Line<'a> {
    /// A line of text that must not stay empty.
    pub fn new(name: &'a str, label: &'a str, value: &'a str) -> Self {
        Self {
            name,
            label,
            help: None,
            value,
            kind: "text",
            fill: "off",
            list: None,
            optional: false,
            notice: None,
            focus: false,
        }
    }

    /// Its HTML.
    pub fn show(&self) -> Markup {
        let name = self.name;
        let described = [
            self.help.map(|_| format!("{name}-help")),
            self.notice.map(|_| format!("{name}-notice")),
        ];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        html! {
            div.field {
                label for=(name) { (self.label) }
                @if let Some(help) = self.help { p.help id={ (name) "-help" } { (help) } }
                (notice(name, self.notice))
                input id=(name) name=(name) type=(self.kind) value=(self.value)
                    dir=[(self.kind == "text").then_some("auto")] autocomplete=(self.fill) list=[self.list] required[!self.optional] autofocus[self.focus]
                    aria-describedby=[(!described.is_empty()).then_some(described)]
                    aria-invalid=[self.notice.map(|_| "true")];
            }
        }
    }
}

/// What a field makes of rich text that is pasted in it (`editor.js`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paste {
    /// Markdown: a text that is shown with its headings, lists and bold words.
    Markdown,
    /// Words alone, a line each: what is shown as it is typed.
    Words,
    /// Nothing: what must be word for word what was copied.
    Exact,
}

impl Paste {
    /// As `data-paste` says it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Words => "words",
            Self::Exact => "exact",
        }
    }
}

/// A page to write Markdown on.
pub fn area(name: &str, label: &str, help: Option<&str>, value: &str, rows: u32) -> Markup {
    to_write(Paste::Markdown, (name, label, help), value, (rows, false))
}

/// The same, where one writes as soon as the page is open.
pub fn area_in_focus(
    name: &str,
    label: &str,
    help: Option<&str>,
    value: &str,
    rows: u32,
) -> Markup {
    to_write(Paste::Markdown, (name, label, help), value, (rows, true))
}

/// A page to write on, by its name, its label and its help.
pub fn area_for(
    paste: Paste,
    (name, label, help): (&str, &str, Option<&str>),
    value: &str,
    rows: u32,
) -> Markup {
    to_write(paste, (name, label, help), value, (rows, false))
}

fn to_write(
    paste: Paste,
    (name, label, help): (&str, &str, Option<&str>),
    value: &str,
    (rows, focus): (u32, bool),
) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            @if let Some(help) = help { p.help id={ (name) "-help" } { (help) } }
            textarea id=(name) name=(name) rows=(rows) dir="auto" autofocus[focus] data-paste=(paste.as_str())
                aria-describedby=[help.map(|_| format!("{name}-help"))] {
                // HTML drops one line end here; this one is for it.
                "\n" (value)
            }
        }
    }
}

fn is_secret(name: &str) -> bool {
    matches!(name, "password" | "phrase" | "code")
}

/// The fields that we fill in, and what people choose without a word: none is shown again when a
/// form could not be taken (`tests/web/shell/refusals.rs` looks for those that are missing).
pub const OURS: &[&str] = &[
    "command_id",
    "occurred_at",
    "base",
    "facon",
    "kept",
    "keep_title",
    "de",
    "note",
    "retour",
    "signalement",
    "vus",
    "source_address",
    "source_title",
    "source_site",
    "source_licence",
    "source_same",
    "invitation",
    "person",
    "with",
    "open",
    "seen",
    "shown",
    "atelier",
    "accord",
    "donne",
    "gesture",
    "visibility",
    "wall",
    "section",
    "rang",
    "action",
    "fragment",
    "tout",
    "version",
    "door",
    "reason",
    "line",
    "langue",
    "tone",
    "qui",
    "suite",
    "suite_de",
    "markdown",
    "asked",
    "block",
    "kind",
    "card",
    "other",
    "item",
    "role",
    "source",
    "what",
    "appareil",
    "copie",
    "noms",
    "filtre",
    "script",
    "step",
    "look",
    "quote",
    "news",
    "reaction",
    "group",
    "reached",
    "as",
    "court",
    "answer",
    "remise",
    "moment",
    "time",
    "task",
    "rhythm",
    "zone",
];

fn is_ours(name: &str) -> bool {
    OURS.contains(&name)
}

/// The most fields of a form that are shown again: more than any page of ours has people
/// fill in by hand.
const SHOWN_AGAIN: usize = 20;

/// The words of a form that could not be taken, to be read and copied.
pub fn sent_words(voice: &Voice, form: &Form) -> Markup {
    html! {
        @for (at, (_, value)) in written(form).take(SHOWN_AGAIN) {
            div.field {
                label for={ "envoi-" (at) } { (voice.say("problem-your-text")) }
                textarea id={ "envoi-" (at) } rows="10" readonly { "\n" (value) }
            }
        }
    }
}

/// The fields that people filled in, each with its place in the form.
fn written(form: &Form) -> impl Iterator<Item = (usize, &(String, String))> {
    let by_hand = |(name, value): &(String, String)| {
        !is_secret(name) && !is_ours(name) && !value.trim().is_empty()
    };
    form.fields.iter().enumerate().filter(move |(_, field)| by_hand(field))
}

/// Everything a form held, to be sent again; long texts can be read and copied.
pub fn sent_again(voice: &Voice, form: &Form, fresh_key: bool) -> Markup {
    let is_long = |value: &str| value.contains('\n') || value.chars().count() > 60;
    html! {
        @for (at, (name, value)) in form.fields.iter().enumerate() {
            @if name == "command_id" && fresh_key {
                input type="hidden" name="command_id"
                    value=(app::engine::envelope::CommandId::fresh().as_str());
            } @else if is_secret(name) {
                // Typed again, never shown.
            } @else if is_long(value) {
                div.field {
                    label for={ "envoi-" (at) } { (voice.say("problem-your-text")) }
                    textarea id={ "envoi-" (at) } name=(name) rows="10"
                        data-paste=(Paste::Exact.as_str()) { "\n" (value) }
                }
            } @else {
                input type="hidden" name=(name) value=(value);
            }
        }
    }
}
