//! `/rencontres/{meeting}/presence`: coming, not coming after all, what one is there for.

use domain::groups::meeting::Moment;

use crate::groups::rights::AtMeeting;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;

async fn comes(at: AtMeeting, comes: bool, form: &Form) -> Answer {
    let AtMeeting { visitor, person, meeting, .. } = at;
    let groups = visitor.site.app.groups();
    groups.come_to_meeting(&meeting, &person, comes, form.command_id()).await?;
    Ok(go(&address::meeting(&meeting.meeting)))
}

/// `POST`.
pub async fn come(at: AtMeeting, form: Form) -> Answer {
    comes(at, true, &form).await
}

/// `POST …/retrait`.
pub async fn stay_away(at: AtMeeting, form: Form) -> Answer {
    comes(at, false, &form).await
}

/// `POST /rencontres/{meeting}/objectif`.
pub async fn say_aim(at: AtMeeting, form: Form) -> Answer {
    let moment: Moment = form.get("moment").parse().map_err(|_| Problem::NotFound)?;
    let words = form.get("words");
    let groups = at.visitor.site.app.groups();
    match groups.say_aim(&at.meeting, &at.person, (moment, words), form.command_id()).await {
        Ok(_) => Ok(go_saying(&address::meeting(&at.meeting.meeting), Said::Kept)),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => {
                let notice = at.visitor.voice.say(&key);
                super::show::page(&at, Some((moment, words, &notice))).await
            }
            other => Err(other),
        },
    }
}
