//! `/ateliers/{id}/effacement`, `/rencontres/{meeting}/effacement`: a passage looked for in what was
//! said in a workshop or at a meeting, shown where it is, and erased once that was read.

use domain::core::ids::PersonId;
use domain::groups::item::Sheet;
use domain::notes::note::Reason;
use maud::html;
use poem::Response;
use poem::http::StatusCode;

use crate::groups::rights::AtMeeting;
use crate::notes::erasure::SHORTEST;
use crate::notes::moderate::reasons;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Paste};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::Runs;

/// How many of the texts that hold it are shown.
const SHOWN: usize = 50;

/// Where it is looked for, for whoever may erase what was said there.
struct Ground {
    visitor: Visitor,
    person: PersonId,
    sheet: Sheet,
}

impl Ground {
    fn of_workshop(Runs { visitor, person, workshop, .. }: Runs) -> Self {
        Self { visitor, person, sheet: Sheet::Workshop(workshop.workshop) }
    }

    /// Whoever announced a meeting, and those who look after its community.
    fn of_meeting(at: AtMeeting) -> Result<Self, Problem> {
        if !at.may_change {
            return Err(Problem::NotFound);
        }
        let sheet = Sheet::Meeting(at.meeting.meeting);
        Ok(Self { visitor: at.visitor, person: at.person, sheet })
    }

    /// The sheet, and this page.
    fn addresses(&self) -> (String, String) {
        match &self.sheet {
            Sheet::Workshop(id) => (address::sheet(id), address::words_erased(id)),
            Sheet::Meeting(id) => (address::meeting_sheet(id), address::meeting_words_erased(id)),
        }
    }

    fn search(&self, passage: &str, notice: Option<&str>) -> Response {
        let voice = &self.visitor.voice;
        let (sheet, own) = self.addresses();
        let content = html! {
            p.over { a href=(sheet) { (voice.say("sheet-capture")) } }
            h1 { (voice.say("erase-title")) }
            p.lead { (voice.say("erase-said-lead")) }
            (field::notice("passage", notice))
            (field::form(&self.visitor, &own, html! {
                (field::area_for(Paste::Exact, ("passage", &voice.say("erase-passage"), Some(&voice.say("erase-passage-help"))), passage, 3))
                button.primary type="submit" name="action" value="chercher" { (voice.say("erase-search")) }
            }))
        };
        let status =
            if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        Page::new(voice.say("erase-title"), content).status(status).show(&self.visitor)
    }

    /// Shows where it is; once that was read and confirmed, erases it.
    async fn erase(&self, form: &Form) -> Answer {
        let (visitor, exchange) = (&self.visitor, self.visitor.site.app.exchange());
        let (sheet, own) = self.addresses();
        let passage = form.get("passage").replace("\r\n", "\n");
        let passage = passage.trim();
        let voice = &visitor.voice;
        if passage.chars().count() < SHORTEST {
            return Ok(self.search(passage, Some(&voice.say("erase-short"))));
        }
        let reason: Reason = form.get("reason").parse().unwrap_or(Reason::Personal);
        let confirms = form.get("action") == "effacer";
        if confirms && form.maybe("compris").is_some() {
            let (what, key) = ((passage, reason), form.command_id());
            exchange.erase_passage_said(&self.sheet, &self.person, what, key).await?;
            return Ok(go(&sheet));
        }
        let found = exchange.find_said(&self.sheet, passage).await?;
        let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
        let content = html! {
            h1 { (voice.say("erase-title")) }
            blockquote.sentence-said { (passage) }
            p.lead { (voice.count("erase-said-found", count)) }
            ul.plain { @for (_, words) in found.iter().take(SHOWN) {
                li { (words.title) " " (words.body) " " (words.summary) }
            } }
            @if confirms { p.notice role="alert" { (voice.say("erase-tick")) } }
            (field::form_in("panel", visitor, &own, html! {
                input type="hidden" name="passage" value=(passage);
                (reasons(visitor, reason.into()))
                label.check { input type="checkbox" name="compris" value="1"; span { (voice.say("erase-understood")) } }
                button.danger type="submit" name="action" value="effacer" { (voice.say("erase-button")) }
                a.button.quiet href=(sheet) { (voice.say("edit-cancel")) }
            }))
        };
        Ok(Page::new(voice.say("erase-title"), content).show(visitor))
    }
}

/// Looks for a passage in what was said in a workshop.
pub async fn show(runs: Runs) -> Answer {
    Ok(Ground::of_workshop(runs).search("", None))
}

/// Shows where it is; once that was read and confirmed, erases it.
pub async fn erase(runs: Runs, form: Form) -> Answer {
    Ground::of_workshop(runs).erase(&form).await
}

/// Looks for a passage in what was said at a meeting.
pub async fn show_meeting(at: AtMeeting) -> Answer {
    Ok(Ground::of_meeting(at)?.search("", None))
}

/// Shows where it is; once that was read and confirmed, erases it.
pub async fn erase_meeting(at: AtMeeting, form: Form) -> Answer {
    Ground::of_meeting(at)?.erase(&form).await
}
