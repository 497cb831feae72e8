//! The fields of a meeting, and what a form says with them.

use app::groups::meetings::{Announcement, SERIES_MAX};
use chrono::{Days, Months, NaiveDate};
use domain::groups::meeting::{Hours, Kind, PEOPLE_MAX};
use maud::{Markup, html};
use projections::groups::meeting::Meeting;
use strum::VariantArray as _;

use crate::people::account::hours::{OFFERED, called};
use crate::shell::form::Form;
use crate::shell::hours::{Zone, minutes_of};
use crate::shell::parts::field::{self, Line};
use crate::shell::visitor::Visitor;

/// A day, and the longest meeting that goes past midnight without a word, in minutes.
const A_DAY: i64 = 24 * 60;
const OVERNIGHT: i64 = 8 * 60;

/// How often a meeting comes again, as a form says it.
const RHYTHMS: [&str; 4] = ["", "week", "fortnight", "month"];

/// What is written in the fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    title: String,
    about: String,
    place: String,
    kind: String,
    day: String,
    from: String,
    last_day: String,
    to: String,
    zone: String,
    places: String,
    rhythm: String,
    times: String,
}

impl Written {
    /// Those of a new meeting, in the hours of whoever announces it.
    pub(super) fn blank(visitor: &Visitor) -> Self {
        Self {
            kind: Kind::Gathering.word().to_owned(),
            zone: visitor.voice.zone.name().to_owned(),
            times: "4".to_owned(),
            ..Self::default()
        }
    }

    /// Those of a meeting that there is, in the hours it was announced in.
    pub(super) fn of(meeting: &Meeting) -> Self {
        let zone: Zone = meeting.zone.parse().unwrap_or_default();
        let hour = |at: i64| zone.local(at).format("%H:%M").to_string();
        let (day, last_day) = (zone.date_of(meeting.starts_at), zone.date_of(meeting.ends_at));
        Self {
            title: meeting.title.clone(),
            about: meeting.about.clone(),
            place: meeting.place.clone(),
            kind: meeting.kind.word().to_owned(),
            from: hour(meeting.starts_at),
            to: hour(meeting.ends_at),
            last_day: if last_day == day { String::new() } else { last_day },
            day,
            zone: meeting.zone.clone(),
            places: if meeting.places > 0 { meeting.places.to_string() } else { String::new() },
            ..Self::default()
        }
    }

    /// Those that a form brings.
    pub(super) fn from(form: &Form) -> Self {
        let text = |name: &str| form.get(name).to_owned();
        Self {
            title: text("title"),
            about: text("about"),
            place: text("place"),
            kind: text("kind"),
            day: text("day"),
            from: text("from"),
            last_day: text("last_day"),
            to: text("to"),
            zone: text("zone"),
            places: text("places"),
            rhythm: text("rhythm"),
            times: text("times"),
        }
    }

    /// What they say: a meeting, or the key of what is wrong.
    pub(super) fn read(&self) -> Result<Announcement, &'static str> {
        let zone: Zone = self.zone.parse().map_err(|_| "meeting-odd-hours")?;
        let first: NaiveDate = self.day.trim().parse().map_err(|_| "meeting-no-day")?;
        let last: NaiveDate = match self.last_day.trim() {
            "" => first,
            day => day.parse().map_err(|_| "meeting-no-day")?,
        };
        let lasts = last.signed_duration_since(first).num_days();
        let mut lasts = u64::try_from(lasts).map_err(|_| "meeting-odd-hours")?;
        // From the evening to after midnight, when no other day is said.
        if let (Some(from), Some(to)) = (minutes_of(&self.from), minutes_of(&self.to))
            && self.last_day.trim().is_empty()
            && to <= from
            && to + A_DAY - from <= OVERNIGHT
        {
            lasts = 1;
        }
        let mut hours = vec![];
        for at in 0..self.times()? {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let day = match self.rhythm.as_str() {
                "week" => first.checked_add_days(Days::new(7 * u64::from(at))),
                "fortnight" => first.checked_add_days(Days::new(14 * u64::from(at))),
                "month" => first.checked_add_months(Months::new(at)),
                _ => Some(first),
            };
            let day = day.ok_or("meeting-no-day")?;
            let end = day.checked_add_days(Days::new(lasts)).ok_or("meeting-no-day")?;
            let instant = |day: NaiveDate, hour: &str| zone.written(&day.to_string(), hour);
            hours.push(Hours {
                starts_at: instant(day, &self.from).ok_or("meeting-no-hour")?,
                ends_at: instant(end, &self.to).ok_or("meeting-no-hour")?,
                zone: zone.name().parse().map_err(|_| "meeting-odd-hours")?,
            });
        }
        let places = match self.places.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| "meeting-no-places")?),
        };
        Ok(Announcement {
            title: self.title.clone(),
            about: self.about.clone(),
            place: self.place.clone(),
            kind: self.kind.parse().unwrap_or(Kind::Gathering),
            hours,
            places,
        })
    }

    /// How many meetings are announced at once.
    fn times(&self) -> Result<usize, &'static str> {
        if self.rhythm.is_empty() {
            return Ok(1);
        }
        let times: usize = self.times.trim().parse().map_err(|_| "meeting-no-times")?;
        if (1..=SERIES_MAX).contains(&times) { Ok(times) } else { Err("meeting-no-times") }
    }

    /// The fields; those of a series only when it is `new`.
    pub(super) fn show(&self, visitor: &Visitor, new: bool) -> Markup {
        let voice = &visitor.voice;
        let say = |key: &str| voice.say(key);
        let (title, place, place_help) =
            (say("meeting-name"), say("meeting-place"), say("meeting-place-help"));
        let (day, from, to) = (say("meeting-day"), say("meeting-from"), say("meeting-to"));
        let (last_day, places) = (say("meeting-last-day"), say("meeting-places"));
        let last_help = say("meeting-last-day-help");
        let places_help =
            voice.fill("meeting-places-help", &[("most", PEOPLE_MAX.to_string().into())]);
        html! {
            (Line::new("title", &title, &self.title).show())
            (Line { kind: "date", ..Line::new("day", &day, &self.day) }.show())
            div.row.pair {
                (Line { kind: "time", ..Line::new("from", &from, &self.from) }.show())
                (Line { kind: "time", ..Line::new("to", &to, &self.to) }.show())
            }
            (Line { optional: true, help: Some(&place_help), ..Line::new("place", &place, &self.place) }.show())
            (field::area("about", &say("meeting-about"), Some(&say("meeting-about-help")), &self.about, 4))
            @if new {
                fieldset.choices {
                    legend { (say("meeting-kind")) }
                    @for kind in Kind::VARIANTS {
                        label.choice {
                            input type="radio" name="kind" value=(kind.word()) checked[kind.word() == self.kind];
                            span {
                                strong { (say(&format!("meeting-kind-{}", kind.word()))) }
                                span { (say(&format!("meeting-kind-{}-help", kind.word()))) }
                            }
                        }
                    }
                }
            }
            details open[!self.last_day.is_empty() || !self.places.is_empty() || !self.rhythm.is_empty()] {
                summary { (say("meeting-more")) }
                (Line { kind: "date", optional: true, help: Some(&last_help), ..Line::new("last_day", &last_day, &self.last_day) }.show())
                (self.zones(visitor))
                (Line { kind: "number", optional: true, help: Some(&places_help), ..Line::new("places", &places, &self.places) }.show())
                @if new { (self.rhythms(visitor)) }
            }
        }
    }

    fn zones(&self, visitor: &Visitor) -> Markup {
        let voice = &visitor.voice;
        let own = Some(self.zone.as_str()).filter(|own| !own.is_empty() && !OFFERED.contains(own));
        html! {
            div.field {
                label for="zone" { (voice.say("meeting-zone")) }
                p.help #zone-help { (voice.say("meeting-zone-help")) }
                select #zone name="zone" aria-describedby="zone-help" {
                    @for name in own.into_iter().chain(OFFERED) {
                        @if let Ok(zone) = name.parse::<Zone>() {
                            option value=(name) selected[name == self.zone] { (called(voice, zone)) }
                        }
                    }
                }
            }
        }
    }

    fn rhythms(&self, visitor: &Visitor) -> Markup {
        let voice = &visitor.voice;
        let times = voice.say("meeting-times");
        let help = voice.fill("meeting-times-help", &[("most", SERIES_MAX.to_string().into())]);
        html! {
            div.field {
                label for="rhythm" { (voice.say("meeting-rhythm")) }
                select #rhythm name="rhythm" {
                    @for rhythm in RHYTHMS {
                        @let word = if rhythm.is_empty() { "once" } else { rhythm };
                        option value=(rhythm) selected[rhythm == self.rhythm] { (voice.say(&format!("meeting-rhythm-{word}"))) }
                    }
                }
            }
            (Line { kind: "number", optional: true, help: Some(&help), ..Line::new("times", &times, &self.times) }.show())
        }
    }
}
