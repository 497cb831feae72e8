//! Letters with a code, and the field it is typed in.

use app::Failure;
use app::engine::{mail, secrets};
use app::people::identities::codes::Letter;
use maud::{Markup, html};
use poem::Response;

use crate::shell::address;
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::Line;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// Counts a letter that this visitor asks for, by their address and by the mailbox.
pub(super) fn may_ask(visitor: &Visitor, email: &str) -> Result<(), Problem> {
    let limits = &visitor.site.limits;
    let mailbox = email.trim().to_lowercase();
    let allowed = limits.allow(Counted::Letter, &visitor.address)
        && limits.allow(Counted::LetterTo, &mailbox);
    if allowed { Ok(()) } else { Err(Problem::TooMany) }
}

/// Sends a letter once the page has answered, so that an address with an account takes no
/// longer than one without.
pub(super) fn send(visitor: &Visitor, letter: Option<Letter>) {
    let (Some(letter), Some(mailer)) = (letter, visitor.site.app.mailer.clone()) else { return };
    let voice = visitor.voice.clone();
    let url = visitor.site.hosting.public_url.clone();
    tokio::spawn(async move {
        let (to, subject, text) = match letter {
            Letter::Code { to, code } => {
                let text = voice.fill("mail-code", &[("code", spoken(&code).into())]);
                (to, "mail-code-subject", text)
            }
            Letter::HasAccount { to } => {
                let link = format!("{url}{}", address::sign_in_code());
                (to, "mail-account-subject", voice.fill("mail-account", &[("link", link.into())]))
            }
        };
        let html = html! { p { (text) } }.into_string();
        let (id, subject) = (secrets::id(), voice.say(subject));
        // To any address: the code that comes back is what proves it.
        let letter = mail::Letter {
            to: &to,
            id: &id,
            subject: &subject,
            text: &text,
            html: &html,
            stop: None,
        };
        if let Err(error) = mailer.send(letter).await {
            tracing::error!(%error, "a letter with a code could not be sent");
        }
    });
}

/// Eight digits in two groups.
fn spoken(code: &str) -> String {
    let (first, last) = code.split_at(code.len() / 2);
    format!("{first} {last}")
}

/// The field of a code, and the secret of the form that asked for it.
pub(super) fn code_field(voice: &Voice, text: &str, notice: Option<&str>) -> Markup {
    let label = voice.say("sign-in-code-label");
    let line = Line { fill: "one-time-code", notice, ..Line::new("code", &label, "") };
    html! {
        input type="hidden" name="demande" value=(text);
        p role="status" { (voice.say("sign-in-code-sent")) }
        (line.show())
    }
}

/// Signs in whoever typed the right code; `again` is the page that asks for it once more.
pub(super) async fn finish(
    visitor: &Visitor,
    text: &str,
    code: &str,
    again: impl FnOnce(&str) -> Response,
) -> Answer {
    match visitor.site.app.people().use_code(text, code).await {
        Ok(person) => {
            let mut response = go(address::me());
            visitor.give_device_to(&person, &mut response).await?;
            visitor.sign_in_to_account(&person, &mut response).await?;
            Ok(response)
        }
        Err(Failure::Refused(app::people::identities::WRONG)) => {
            Ok(again(&visitor.voice.say("sign-in-code-wrong")))
        }
        Err(error) => Err(error.into()),
    }
}
