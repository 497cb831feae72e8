//! `/communautes/{community}/rencontres/nouvelle`: announcing a meeting, or a series.

use maud::html;
use poem::Response;
use poem::http::StatusCode;
use projections::groups::community::Community;

use super::fields::Written;
use crate::groups::list::name;
use crate::groups::rights::IsIn;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The page.
pub async fn show(IsIn { visitor, community, .. }: IsIn) -> Answer {
    if community.has_ended() {
        return Err(Problem::NotFound);
    }
    Ok(page(&visitor, &community, &Written::blank(&visitor), None))
}

fn page(
    visitor: &Visitor,
    community: &Community,
    written: &Written,
    notice: Option<&str>,
) -> Response {
    let voice = &visitor.voice;
    let title = voice.say("meeting-new-title");
    let content = html! {
        p.over { a dir="auto" href=(address::community(&community.community)) { (name(voice, community)) } }
        h1 { (title) }
        (field::notice("meeting", notice))
        (field::form(visitor, &address::new_meeting(&community.community), html! {
            (written.show(visitor, true))
            button.primary type="submit" { (voice.say("meeting-new-button")) }
        }))
    };
    let status = if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(title, content).status(status).show(visitor)
}

/// `POST`.
pub async fn announce(IsIn { visitor, person, community, .. }: IsIn, form: Form) -> Answer {
    let written = Written::from(&form);
    let refused = |key: &str| page(&visitor, &community, &written, Some(&visitor.voice.say(key)));
    let announcement = match written.read() {
        Ok(announcement) => announcement,
        Err(key) => return Ok(refused(key)),
    };
    let groups = visitor.site.app.groups();
    match groups.announce_meeting(&community, &person, &announcement, form.command_id()).await {
        Ok(meeting) => Ok(go(&address::meeting(&meeting))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => Ok(refused(&key)),
            other => Err(other),
        },
    }
}
