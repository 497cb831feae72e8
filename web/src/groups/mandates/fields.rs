//! The fields of a mandate, and what a form says with them.

use app::groups::mandates::Agreement;
use domain::groups::mandate::Task;
use maud::{Markup, html};
use projections::groups::mandate::Mandate;
use strum::VariantArray as _;

use crate::shell::form::Form;
use crate::shell::parts::field::Line;
use crate::shell::voice::{Language, Voice};

/// What is written in the fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    task: String,
    title: String,
    from: String,
    until: String,
    hours: String,
    amount: String,
    funder: String,
}

/// What could not be taken: the field, and the key of why.
pub(super) type Refused<'r> = (&'r str, &'r str);

/// An amount in cents, as a field or a cell holds it, with this sign before the cents: `1200`,
/// `1200,50`.
pub(super) fn plain(cents: i64, sign: char) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    if rest == 0 { whole.to_string() } else { format!("{whole}{sign}{rest:02}") }
}

/// The sign that stands before the cents in this language.
pub(super) fn sign(voice: &Voice) -> char {
    match voice.language {
        Language::French => ',',
        Language::English => '.',
    }
}

/// An amount in cents, to be read: `1200,50 $` or `$1200.50`.
pub(super) fn money(voice: &Voice, cents: i64) -> String {
    let amount = plain(cents, sign(voice));
    match voice.language {
        Language::French => format!("{amount}\u{a0}$"),
        Language::English => format!("${amount}"),
    }
}

/// An amount as people type it, in cents: with a point or a comma, with or without spaces and `$`.
/// When both signs stand in it, the last one is before the cents: `1,200.50`.
fn cents(written: &str) -> Option<i64> {
    let mut bare: String =
        written.chars().filter(|sign| !sign.is_whitespace() && *sign != '$').collect();
    if bare.contains(',') && bare.contains('.') {
        let last = bare.rfind([',', '.'])?;
        let between = if bare[last..].starts_with('.') { ',' } else { '.' };
        bare.retain(|sign| sign != between);
    }
    let (whole, rest) = bare.split_once([',', '.']).unwrap_or((&bare, ""));
    let is_number = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(rest) || rest.len() > 2 {
        return None;
    }
    let rest: i64 = format!("{rest:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(rest)
}

impl Written {
    /// Those of a new one, which begins today.
    pub(super) fn blank(today: String) -> Self {
        Self { from: today, task: Task::Facilitation.word().to_owned(), ..Self::default() }
    }

    /// Those of one that there is.
    pub(super) fn of(voice: &Voice, mandate: &Mandate) -> Self {
        Self {
            task: mandate.task.word().to_owned(),
            title: mandate.title.clone(),
            from: mandate.from.to_string(),
            until: mandate.until.map(|day| day.to_string()).unwrap_or_default(),
            hours: if mandate.hours > 0 { mandate.hours.to_string() } else { String::new() },
            amount: mandate.amount.map(|it| plain(it, sign(voice))).unwrap_or_default(),
            funder: mandate.funder.clone(),
        }
    }

    /// Those that a form brings.
    pub(super) fn from(form: &Form) -> Self {
        let text = |name: &str| form.get(name).to_owned();
        Self {
            task: text("task"),
            title: text("title"),
            from: text("from"),
            until: text("until"),
            hours: text("hours"),
            amount: text("amount"),
            funder: text("funder"),
        }
    }

    /// What they say, or what is wrong with it.
    pub(super) fn read(&self) -> Result<Agreement, Refused<'static>> {
        let maybe = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let number = |text: String| text.parse().map_err(|_| ("hours", "mandate-odd-hours"));
        let day = |field, text: &str| text.trim().parse().map_err(|_| (field, "mandate-no-day"));
        Ok(Agreement {
            task: self.task.parse().unwrap_or(Task::Other),
            from: day("from", &self.from)?,
            until: maybe(&self.until).map(|text| day("until", &text)).transpose()?,
            hours: maybe(&self.hours).map(number).transpose()?,
            amount: maybe(&self.amount)
                .map(|text| cents(&text).ok_or(("amount", "mandate-odd-amount")))
                .transpose()?,
            title: self.title.clone(),
            funder: self.funder.clone(),
        })
    }

    /// The field that a refusal of the rules is about.
    pub(super) fn field_of(key: &str) -> &'static str {
        match key {
            "mandate-odd-period" => "until",
            "mandate-odd-hours" => "hours",
            "mandate-odd-amount" => "amount",
            "mandate-not-in-it" => "person",
            _ => "title",
        }
    }

    /// The fields; `refused` is said at its own.
    pub(super) fn show(&self, voice: &Voice, refused: Option<Refused<'_>>) -> Markup {
        let why = refused.map(|(_, key)| voice.say(key));
        let notice = |field: &str| refused.filter(|(of, _)| *of == field).and(why.as_deref());
        let say = |key: &str| voice.say(key);
        let (title, from, until) =
            (say("mandate-words"), say("mandate-from"), say("mandate-until"));
        let (hours, amount, funder) =
            (say("mandate-planned"), say("mandate-amount"), say("mandate-payer"));
        let (until_help, amount_help) = (say("mandate-until-help"), say("mandate-amount-help"));
        html! {
            fieldset.chips {
                legend { (say("mandate-task")) }
                @for task in Task::VARIANTS {
                    label.chip {
                        input type="radio" name="task" value=(task.word()) checked[task.word() == self.task];
                        span { (say(&format!("task-{}", task.word()))) }
                    }
                }
            }
            (Line { optional: true, notice: notice("title"), ..Line::new("title", &title, &self.title) }.show())
            div.row.pair {
                (Line { kind: "date", notice: notice("from"), ..Line::new("from", &from, &self.from) }.show())
                (Line { kind: "date", optional: true, help: Some(&until_help), notice: notice("until"), ..Line::new("until", &until, &self.until) }.show())
            }
            (Line { kind: "number", optional: true, notice: notice("hours"), ..Line::new("hours", &hours, &self.hours) }.show())
            (Line { optional: true, help: Some(&amount_help), notice: notice("amount"), ..Line::new("amount", &amount, &self.amount) }.show())
            (Line { optional: true, notice: notice("funder"), ..Line::new("funder", &funder, &self.funder) }.show())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cents, plain};

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (written, read) in [
            ("1200", Some(120_000)),
            ("1 200,50 $", Some(120_050)),
            ("0.5", Some(50)),
            ("12,345", None),
            ("1,200.50", Some(120_050)),
            ("1.200,50", Some(120_050)),
            ("beaucoup", None),
            ("-3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(cents(written), read, "{written}");
        }
        assert_eq!(
            (plain(120_000, ','), plain(120_005, '.')),
            ("1200".to_owned(), "1200.05".to_owned())
        );
    }
}
