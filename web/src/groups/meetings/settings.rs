//! `/rencontres/{meeting}/reglages`: what a meeting is, changed; called off, held after all.

use maud::html;
use poem::Response;
use poem::http::StatusCode;

use super::fields::Written;
use crate::groups::rights::RunsMeeting;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;

/// The page.
pub async fn show(runs: RunsMeeting) -> Answer {
    Ok(page(&runs, &Written::of(&runs.meeting), None))
}

fn page(runs: &RunsMeeting, written: &Written, notice: Option<&str>) -> Response {
    let RunsMeeting { visitor, meeting, .. } = runs;
    let voice = &visitor.voice;
    let title = voice.say("meeting-settings");
    let id = &meeting.meeting;
    let content = html! {
        p.over { a dir="auto" href=(address::meeting(id)) { (meeting.title) } }
        h1 { (title) }
        (field::notice("meeting", notice))
        (field::form(visitor, &address::meeting_settings(id), html! {
            input type="hidden" name="seen" value=(meeting.changes);
            (written.show(visitor, false))
            button.primary type="submit" { (voice.say("meeting-save")) }
        }))
        @if !meeting.cancelled {
            details.panel {
                summary { (voice.say("meeting-off")) }
                (field::form(visitor, &address::meeting_off(id), html! {
                    p { (voice.say("meeting-off-help")) }
                    button type="submit" { (voice.say("meeting-off-button")) }
                }))
            }
        }
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(title, content).status(status).show(visitor)
}

/// `POST`.
pub async fn change(runs: RunsMeeting, form: Form) -> Answer {
    let written = Written::from(&form);
    let refused = |key: &str| page(&runs, &written, Some(&runs.visitor.voice.say(key)));
    let announcement = match written.read() {
        Ok(announcement) => announcement,
        Err(key) => return Ok(refused(key)),
    };
    let groups = runs.visitor.site.app.groups();
    let seen = form.number("seen").unwrap_or(runs.meeting.changes);
    let found = (&runs.meeting, seen);
    match groups.change_meeting(found, &runs.person, &announcement, form.command_id()).await {
        Ok(()) => Ok(go_saying(&address::meeting(&runs.meeting.meeting), Said::Kept)),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => Ok(refused(&key)),
            other => Err(other),
        },
    }
}

async fn held(runs: RunsMeeting, held: bool, form: &Form) -> Answer {
    let groups = runs.visitor.site.app.groups();
    groups.hold_meeting(&runs.meeting, &runs.person, held, form.command_id()).await?;
    Ok(go(&address::meeting(&runs.meeting.meeting)))
}

/// `POST …/annulation`.
pub async fn call_off(runs: RunsMeeting, form: Form) -> Answer {
    held(runs, false, &form).await
}

/// `POST …/maintien`.
pub async fn hold(runs: RunsMeeting, form: Form) -> Answer {
    held(runs, true, &form).await
}
