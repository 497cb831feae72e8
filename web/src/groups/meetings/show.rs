//! `/rencontres/{meeting}`: a meeting, for those of its community: when and where, who comes, what
//! became of it.

use domain::files::file::Of;
use domain::groups::meeting::{Kind, Moment};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::groups::meeting::{self, Attendance};

use super::list::called;
use crate::files::section::section;
use crate::groups::list::name;
use crate::groups::rights::AtMeeting;
use crate::shell::address;
use crate::shell::hours::Zone;
use crate::shell::layout::Page;
use crate::shell::markdown;
use crate::shell::page::Answer;
use crate::shell::parts::calendar::{self, Entry};
use crate::shell::parts::field::{self, Line};
use crate::shell::parts::pager::Pager;
use crate::shell::parts::{card, moment};
use crate::shell::problem::Problem;

/// How many of those who come are shown at once.
const MANY: i64 = 60;

/// The page.
pub async fn show(at: AtMeeting) -> Answer {
    page(&at, None).await
}

/// `refused`: what one is there for that could not be taken, and why.
pub(super) async fn page(at: &AtMeeting, refused: Option<(Moment, &str, &str)>) -> Answer {
    let AtMeeting { visitor, person, community, meeting, may_change } = at;
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let id = &meeting.meeting;
    let title = called(voice, meeting);
    let about = markdown::rendered(&meeting.about).await?;
    let own = meeting::attendance(&app.db, id, person).await?;
    let content = html! {
        p.over { a dir="auto" href=(address::community(&community.community)) { (name(voice, community)) } }
        h1 dir="auto" { (title) }
        @if meeting.cancelled {
            div.banner role="status" {
                p { (voice.say("meeting-off-banner")) }
                @if *may_change && !community.has_ended() {
                    (field::form(visitor, &address::meeting_on(id), html! {
                        button type="submit" { (voice.say("meeting-on")) }
                    }))
                }
            }
        }
        (hours(at))
        @if !meeting.place.is_empty() { p dir="auto" { (place(&meeting.place)) } }
        (presence(at, own.as_ref()))
        div.prose { (about) }
        (aims(at, own.as_ref(), refused))
        (notes(at).await?)
        (section(visitor, &Of::Meeting(id.clone())).await?)
        (people(at).await?)
        (siblings(at).await?)
        nav.tools aria-label=(voice.say("meeting-tools")) {
            @if *may_change && !community.has_ended() { a.button href=(address::meeting_settings(id)) { (voice.say("meeting-settings")) } }
            a.button.quiet href=(address::meetings(&community.community)) { (voice.say("meetings-title")) }
        }
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Page::new(title, content).status(status).show(visitor))
}

/// When it is, in the hours of whoever reads; and in those it was announced in, when they differ.
fn hours(at: &AtMeeting) -> Markup {
    let (voice, meeting) = (&at.visitor.voice, &at.meeting);
    let mut there = voice.clone();
    there.zone = meeting.zone.parse::<Zone>().unwrap_or(voice.zone);
    let is_one_day = voice.zone.date_of(meeting.starts_at) == voice.zone.date_of(meeting.ends_at);
    html! {
        p.lead {
            (voice.weekday(meeting.starts_at)) " " (moment::short(voice, meeting.starts_at)) " – "
            @if is_one_day { (moment::hour(voice, meeting.ends_at)) }
            @else { (voice.weekday(meeting.ends_at)) " " (moment::moment(voice, meeting.ends_at)) }
        }
        @if there.zone_name() != voice.zone_name() {
            p.by { (voice.say("meeting-there")) " " (moment::moment(&there, meeting.starts_at)) }
        }
        @if !meeting.cancelled && !meeting.is_over(at.visitor.site.app.clock.now()) {
            p { a href=(address::meeting_calendar(&meeting.meeting)) download { (voice.say("meeting-calendar")) } }
        }
    }
}

/// A place in words; an address of the web opens.
fn place(place: &str) -> Markup {
    let opens = place.starts_with("https://") || place.starts_with("http://");
    html! {
        @if opens && !place.contains(char::is_whitespace) {
            a href=(place) rel="noopener noreferrer nofollow" { (place) }
        } @else { (place) }
    }
}

/// The one thing to do: say that one comes, or that one was there.
fn presence(at: &AtMeeting, own: Option<&Attendance>) -> Markup {
    let (visitor, meeting) = (&at.visitor, &at.meeting);
    let voice = &visitor.voice;
    let is_over = meeting.is_over(visitor.site.app.clock.now());
    let key = |over: &'static str, before: &'static str| if is_over { over } else { before };
    html! {
        @if own.is_some() {
            (field::form_in("row", visitor, &address::meeting_absence(&meeting.meeting), html! {
                span { strong { (voice.say(key("meeting-was-there", "meeting-comes"))) } }
                button.quiet type="submit" { (voice.say(key("meeting-was-not-there", "meeting-stays-away"))) }
            }))
        } @else if meeting.cancelled || at.community.has_ended() {
        } @else if meeting.is_full() {
            p.notice { (voice.say("meeting-full")) }
        } @else {
            (field::form(visitor, &address::meeting_presence(&meeting.meeting), html! {
                button.primary type="submit" { (voice.say(key("meeting-say-was-there", "meeting-come"))) }
            }))
        }
    }
}

/// What one is there for, and what one did: of a retreat, both; of a meeting, nothing is asked.
fn aims(at: &AtMeeting, own: Option<&Attendance>, refused: Option<(Moment, &str, &str)>) -> Markup {
    let (visitor, meeting) = (&at.visitor, &at.meeting);
    let voice = &visitor.voice;
    let has_begun = meeting.starts_at <= visitor.site.app.clock.now();
    let aim = |moment: Moment, said: &str| {
        let refusal = refused.filter(|(of, ..)| *of == moment);
        let (label, help) = (
            voice.say(&format!("meeting-aim-{}", moment.word())),
            voice.say(&format!("meeting-aim-{}-help", moment.word())),
        );
        let line = Line {
            help: Some(&help),
            notice: refusal.map(|(_, _, why)| why),
            ..Line::new("words", &label, refusal.map_or(said, |(_, words, _)| words))
        };
        field::form_in(
            "panel",
            visitor,
            &address::meeting_aim(&meeting.meeting),
            html! {
                input type="hidden" name="moment" value=(moment.word());
                (line.show())
                button type="submit" { (voice.say("meeting-aim-button")) }
            },
        )
    };
    // What could not be taken is shown again, whoever wrote it.
    let moment = refused.map(|(moment, ..)| moment);
    let attends = own.filter(|_| meeting.kind == Kind::Retreat);
    let recalled = attends.filter(|own| has_begun && !own.aim.is_empty());
    html! {
        @if let Some(own) = recalled {
            p { (voice.say("meeting-aim-recalled")) " " strong dir="auto" { (own.aim) } }
        }
        @match (moment, attends) {
            (Some(moment), _) => { (aim(moment, "")) }
            (None, Some(own)) if has_begun => { (aim(Moment::End, &own.outcome)) }
            (None, Some(own)) => { (aim(Moment::Start, &own.aim)) }
            (None, None) => {}
        }
    }
}

/// Its sheet, and the note that was made of it.
async fn notes(at: &AtMeeting) -> Result<Markup, Problem> {
    let (visitor, meeting) = (&at.visitor, &at.meeting);
    let voice = &visitor.voice;
    let note = match &meeting.note {
        Some(note) => visitor.site.app.note_for(&visitor.viewer, note).await?,
        None => None,
    };
    Ok(html! {
        section aria-labelledby="said" {
            h2 #said { (voice.say("meeting-said")) }
            @if let Some((note, _)) = &note {
                div.cards { (card::note(voice, note, card::Under::Section)) }
            } @else if !meeting.cancelled { p { (voice.say("meeting-said-help")) } }
            @if !meeting.cancelled {
                p { a.button href=(address::meeting_sheet(&meeting.meeting)) { (voice.say("sheet-capture")) } }
            }
        }
    })
}

/// Those who come, with what each is there for when it is a retreat.
async fn people(at: &AtMeeting) -> Result<Markup, Problem> {
    let (visitor, meeting) = (&at.visitor, &at.meeting);
    let (voice, id) = (&visitor.voice, &meeting.meeting);
    let pager = Pager::from_query(visitor, "page", MANY);
    let db = &visitor.site.app.db;
    let mut comers = meeting::comers(db, id, (pager.skipped(), MANY + 1)).await?;
    let more = pager.cut(&mut comers);
    let says = meeting.kind == Kind::Retreat;
    Ok(html! {
        section aria-labelledby="people" {
            @let is_over = meeting.is_over(visitor.site.app.clock.now());
            h2 #people { (voice.say(if is_over { "meeting-who-was" } else { "meeting-who" })) }
            @if meeting.people == 0 { p.empty { (voice.say(if is_over { "meeting-who-was-none" } else { "meeting-who-none" })) } }
            @else {
                p.small {
                    (voice.count("meeting-people", meeting.people))
                    @if meeting.places > 0 { " · " (voice.count("meeting-of-places", meeting.places)) }
                }
            }
            ul.plain { @for comer in &comers {
                li {
                    (card::author(voice, &comer.name))
                    @if says && !comer.aim.is_empty() { p.by dir="auto" { (comer.aim) } }
                    @if says && !comer.outcome.is_empty() { p.by { (voice.say("meeting-did")) " " bdi { (comer.outcome) } } }
                }
            } }
            (pager.links(voice, &format!("{}?page=", address::meeting(id)), more))
        }
    })
}

/// Those before and after it in its series, one tap away.
async fn siblings(at: &AtMeeting) -> Result<Markup, Problem> {
    let (before, after) = meeting::siblings(&at.visitor.site.app.db, &at.meeting).await?;
    let voice = &at.visitor.voice;
    Ok(html! {
        @if before.is_some() || after.is_some() {
            nav.row aria-label=(voice.say("meeting-series")) {
                @if let Some(before) = before {
                    a rel="prev" href=(address::meeting(&before.meeting)) {
                        (moment::told_day(voice, "meeting-before", &[], before.starts_at))
                    }
                }
                @if let Some(after) = after {
                    a rel="next" href=(address::meeting(&after.meeting)) {
                        (moment::told_day(voice, "meeting-after", &[], after.starts_at))
                    }
                }
            }
        }
    })
}

/// `…/rencontre.ics`: for a calendar.
pub async fn calendar(at: AtMeeting) -> Answer {
    let AtMeeting { visitor, meeting, .. } = at;
    let entry = Entry {
        id: meeting.meeting.as_str(),
        title: &called(&visitor.voice, &meeting),
        place: &meeting.place,
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        changes: meeting.changes,
        changed_at: meeting.changed_at,
        cancelled: meeting.cancelled,
    };
    Ok(calendar::file(&entry, "rencontre.ics"))
}
