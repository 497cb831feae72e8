//! `/communautes/{community}/rencontres`: its meetings, those to come and those that were held.

use maud::{Markup, html};
use projections::groups::meeting::{self, Meeting};

use crate::groups::list::name;
use crate::groups::rights::IsIn;
use crate::shell::address;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::pager::Pager;
use crate::shell::parts::{leaf, moment};
use crate::shell::voice::Voice;

/// How many of each are shown at once.
const MANY: i64 = 30;

/// The page.
pub async fn show(IsIn { visitor, community, .. }: IsIn) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let (id, now) = (&community.community, app.clock.now());
    let pager = Pager::from_query(&visitor, "page", MANY);
    let before = Pager::from_query(&visitor, "avant", MANY);
    let mut to_come = meeting::to_come(&app.db, id, now, (pager.skipped(), MANY + 1)).await?;
    let mut held = meeting::held(&app.db, id, now, (before.skipped(), MANY + 1)).await?;
    let more = (pager.cut(&mut to_come), before.cut(&mut held));
    let here = address::meetings(id);
    let title = voice.say("meetings-title");
    let content = html! {
        p.over { a dir="auto" href=(address::community(id)) { (name(voice, &community)) } }
        h1 { (title) }
        @if !community.has_ended() {
            p { a.button.primary href=(address::new_meeting(id)) { (voice.say("meeting-new-title")) } }
        }
        section aria-labelledby="to-come" {
            h2 #to-come { (voice.say("meetings-to-come")) }
            @if to_come.is_empty() { p.empty { (voice.say("meetings-to-come-none")) } }
            (rows(voice, &to_come))
            (pager.links(voice, &format!("{here}?page="), more.0))
        }
        section aria-labelledby="held" {
            h2 #held { (voice.say("meetings-held")) }
            @if held.is_empty() { p.empty { (voice.say("meetings-held-none")) } }
            (rows(voice, &held))
            (before.links(voice, &format!("{here}?avant="), more.1))
        }
    };
    Ok(Page::new(title, content).show(&visitor))
}

/// Meetings, one under the other: a leaf of a calendar, the name of each, when it is, whether it is
/// held.
pub(crate) fn rows(voice: &Voice, meetings: &[Meeting]) -> Markup {
    html! {
        @if !meetings.is_empty() {
            ul.leaves { @for meeting in meetings {
                li {
                    (leaf::show(voice, meeting.starts_at))
                    div {
                        a dir="auto" href=(address::meeting(&meeting.meeting)) { (called(voice, meeting)) }
                        p.by {
                            (voice.weekday(meeting.starts_at)) " " (moment::moment(voice, meeting.starts_at))
                            @if meeting.cancelled { " · " strong { (voice.say("meeting-is-off")) } }
                            @if meeting.people > 0 { " · " (voice.count("meeting-people", meeting.people)) }
                            @if meeting.note.is_some() { " · " (voice.say("meeting-has-note")) }
                        }
                    }
                }
            } }
        }
    }
}

/// What a meeting is called; what stands for it once its words are erased.
pub(crate) fn called(voice: &Voice, meeting: &Meeting) -> String {
    if meeting.title.is_empty() { voice.say("meeting-unnamed") } else { meeting.title.clone() }
}
