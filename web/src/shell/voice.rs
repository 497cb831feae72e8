//! Says texts, counts and dates in the visitor's language.
//!
//! Words are in `web/texts/<wing>.<language>.ftl` (Fluent), French first. French spaces before
//! `; : ! ?` and inside « » are put in when the texts are loaded, so that whoever
//! corrects a text types ordinary spaces.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate, Timelike as _};
use domain::prose::text::isolated;
use domain::workshops::workshop::{self, Tone};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::shell::hours::Zone;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// French, as in Québec.
    #[default]
    French,
    /// English.
    English,
}

impl Language {
    /// Its code in `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of a code, or of an `Accept-Language` header.
    pub fn from_header(header: &str) -> Self {
        let weight = |part: &str| -> f32 {
            let quality = part.split(';').nth(1).and_then(|q| q.trim().strip_prefix("q="));
            quality.map_or(1.0, |q| q.parse().unwrap_or(0.0))
        };
        let mut best = (0.0, Self::French);
        for part in header.split(',') {
            let language = match part.trim().get(..2).map(str::to_lowercase).as_deref() {
                Some("fr") => Self::French,
                Some("en") => Self::English,
                _ => continue,
            };
            if weight(part) > best.0 {
                best = (weight(part), language);
            }
        }
        best.1
    }
}

impl From<Language> for workshop::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::French => Self::French,
            Language::English => Self::English,
        }
    }
}

impl From<workshop::Language> for Language {
    fn from(language: workshop::Language) -> Self {
        match language {
            workshop::Language::French => Self::French,
            workshop::Language::English => Self::English,
        }
    }
}

/// Every text of the site.
pub struct Texts {
    french: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

/// The texts of a language, one file a wing.
macro_rules! texts {
    ($language:literal) => {
        concat!(
            include_str!(concat!("../../texts/shell.", $language, ".ftl")),
            "\n",
            include_str!(concat!("../../texts/files.", $language, ".ftl")),
            "\n",
            include_str!(concat!("../../texts/notes.", $language, ".ftl")),
            "\n",
            include_str!(concat!("../../texts/groups.", $language, ".ftl")),
            "\n",
            include_str!(concat!("../../texts/workshops.", $language, ".ftl")),
            "\n",
            include_str!(concat!("../../texts/people.", $language, ".ftl")),
            "\n",
            include_str!(concat!("../../texts/exchange.", $language, ".ftl")),
        )
    };
}

/// The texts as they are written, for the tests that compare them.
pub const SOURCES: [(&str, &str); 2] = [("fr", texts!("fr")), ("en", texts!("en"))];

impl Texts {
    /// Reads them; they are part of the program.
    pub fn load() -> Self {
        Self {
            french: bundle("fr-CA", &typed("fr", SOURCES[0].1)),
            english: bundle("en-CA", &typed("en", SOURCES[1].1)),
        }
    }
}

fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    let language = language.parse().expect("a language we wrote");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolating marks would be copied with the text.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned())
        .unwrap_or_else(|(_, errors)| panic!("the texts are well formed: {errors:?}"));
    bundle.add_resource(resource).expect("each text has one key");
    bundle
}

/// The texts of a language with its signs, as pages say them: apostrophes are curled in both,
/// spaces are those of French.
pub fn typed(language: &str, source: &str) -> String {
    if language == "fr" { french_spaces(source) } else { source.replace('\'', "’") }
}

/// French asks for a no-break space before these signs: narrow, save for the colon.
pub fn french_spaces(text: &str) -> String {
    text.replace(" :", "\u{a0}:")
        .replace(" ;", "\u{202f};")
        .replace(" !", "\u{202f}!")
        .replace(" ?", "\u{202f}?")
        .replace("« ", "«\u{a0}")
        .replace(" »", "\u{a0}»")
        .replace('\'', "’")
}

/// From so many minutes on, people speak of hours.
const HOURS_FROM: i64 = 100;

/// Speaks one language, in one tone.
#[derive(Clone)]
pub struct Voice {
    texts: Arc<Texts>,
    pub language: Language,
    /// Whose hours it tells.
    pub zone: Zone,
    tone: Tone,
}

/// A value put into a text.
pub type Args<'a> = [(&'static str, FluentValue<'a>)];

impl Voice {
    /// A voice with `vous`, and the hours of `zone`.
    pub fn new(texts: Arc<Texts>, language: Language, zone: Zone) -> Self {
        Self { texts, language, zone, tone: Tone::Vous }
    }

    /// The same voice, as a workshop wants it to speak.
    #[must_use]
    pub fn in_tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The text of `key`.
    pub fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The text of `key`, with values.
    pub fn fill(&self, key: &str, values: &Args<'_>) -> String {
        let bundle = match self.language {
            Language::French => &self.texts.french,
            Language::English => &self.texts.english,
        };
        let familiar =
            (self.tone == Tone::Tu).then(|| bundle.get_message(&format!("{key}-tu"))).flatten();
        let message = familiar.or_else(|| bundle.get_message(key));
        let Some(pattern) = message.and_then(|message| message.value()) else {
            tracing::error!(key, "a text is missing");
            return key.to_owned();
        };
        // What people wrote does not turn the sentence it stands in.
        let in_place = |value: &FluentValue<'_>| match value {
            FluentValue::String(words) => isolated(words).into_owned().into(),
            other => other.clone().into_owned(),
        };
        let args: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, in_place(value))).collect();
        let mut errors = vec![];
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// A text that counts: `$n` chooses the plural, `$count` is the number as it is
    /// written here.
    pub fn count(&self, key: &str, number: i64) -> String {
        self.fill(key, &[("n", number.into()), ("count", self.number(number).into())])
    }

    /// A number as it is written here: `1 234` or `1,234`.
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = match self.language {
            Language::French => "\u{202f}",
            Language::English => ",",
        };
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(separator);
            }
            text.push(digit);
        }
        if number < 0 { format!("−{text}") } else { text }
    }

    /// How long something lasts: `60 minutes`, `3 h 40`.
    pub fn lasting(&self, minutes: i64) -> String {
        if minutes < HOURS_FROM {
            return self.count("plan-minutes", minutes);
        }
        let (hours, rest) = (minutes / 60, minutes % 60);
        match self.language {
            _ if rest == 0 => format!("{hours}\u{a0}h"),
            Language::French => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
            Language::English => format!("{hours}\u{a0}h {rest}\u{a0}min"),
        }
    }

    /// Names in a row: `Ana, Luc et Léa`.
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [name] => name.clone(),
            [before @ .., last] => {
                let before = before.join(", ");
                self.fill("list-and", &[("before", before.into()), ("last", last.as_str().into())])
            }
        }
    }

    /// A day: `22 novembre 2026` or `November 22, 2026`. `micros` since 1970, UTC.
    pub fn day(&self, micros: i64) -> String {
        self.in_words(self.zone.local(micros).date_naive())
    }

    /// The day of the week of an instant: `jeudi`.
    pub fn weekday(&self, micros: i64) -> String {
        let day = self.zone.local(micros).weekday().number_from_monday();
        self.say(&format!("weekday-{day}"))
    }

    /// The number of a day in its month, and the name of the month: `22`, `novembre`.
    pub fn day_and_month(&self, micros: i64) -> (u32, String) {
        let day = self.zone.local(micros).date_naive();
        (day.day(), self.say(&format!("month-{}", day.month())))
    }

    /// A day kept as `2026-11-22`, as [`Voice::day`] writes it; what is not a day, as it is.
    pub fn date(&self, written: &str) -> String {
        let day = written.trim().parse().map(|day| self.in_words(day));
        day.unwrap_or_else(|_| written.to_owned())
    }

    fn in_words(&self, day: NaiveDate) -> String {
        let month = self.say(&format!("month-{}", day.month()));
        match (self.language, day.day()) {
            (Language::French, 1) => format!("1er {month} {}", day.year()),
            (Language::French, at) => format!("{at} {month} {}", day.year()),
            (Language::English, at) => format!("{month} {at}, {}", day.year()),
        }
    }

    /// A day and an hour, and whose: `22 novembre 2026, 15 h 03, heure de Montréal`.
    pub fn moment(&self, micros: i64) -> String {
        format!("{}, {}", self.day(micros), self.hour_here(micros))
    }

    /// A day and an hour, where the page says whose they are.
    pub fn short_moment(&self, micros: i64) -> String {
        format!("{}, {}", self.day(micros), self.hour(micros))
    }

    /// An hour, and whose: `15 h 03, heure de Montréal`.
    pub fn hour_here(&self, micros: i64) -> String {
        format!("{}, {}", self.hour(micros), self.zone_name())
    }

    /// An hour: `15 h 03`. One that comes twice, when clocks go back, says which.
    pub fn hour(&self, micros: i64) -> String {
        let at = self.zone.local(micros);
        let result = match self.language {
            Language::French if at.minute() == 0 => format!("{}\u{a0}h", at.hour()),
            Language::French => format!("{}\u{a0}h\u{a0}{:02}", at.hour(), at.minute()),
            Language::English => at.format("%-I:%M\u{a0}%p").to_string(),
        };
        match self.zone.is_first_of_two(micros) {
            None => result,
            Some(true) => format!("{result} {}", self.say("hour-before-change")),
            Some(false) => format!("{result} {}", self.say("hour-after-change")),
        }
    }

    /// Whose hours these are: `heure de Montréal`.
    pub fn zone_name(&self) -> String {
        let name = self.zone.name();
        let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
        match city.as_str() {
            "Montreal" => self.say("zone-montreal"),
            "St Johns" => self.say("zone-newfoundland"),
            "Sao Paulo" => self.say("zone-sao-paulo"),
            "Mexico City" => self.say("zone-mexico"),
            "Beirut" => self.say("zone-beirut"),
            "UTC" | "GMT" | "UCT" | "Universal" | "Zulu" => self.say("zone-utc"),
            city if city.starts_with(['A', 'E', 'I', 'O', 'U']) => {
                self.fill("zone-of-vowel", &[("city", city.into())])
            }
            city => self.fill("zone-of", &[("city", city.into())]),
        }
    }
}

/// The first moments of this month and of those before it, `count` of them: how it is
/// written (`2026-03`), how it is called (`mars`), when it begins.
pub fn start_of_months(voice: &Voice, now: i64, count: usize) -> Vec<(String, String, i64)> {
    let months = voice.zone.months(now, count);
    let this = months.first().map_or(0, |(year, _, _)| *year);
    let result = |(year, month, start): (i32, u32, i64)| {
        let name = voice.say(&format!("month-{month}"));
        let name = if year == this { name } else { format!("{name} {year}") };
        (format!("{year}-{month:02}"), name, start)
    };
    months.into_iter().map(result).collect()
}
