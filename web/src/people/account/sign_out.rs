//! `/deconnexion`: what one needs to come back, before this device forgets who one is.

use maud::html;

use crate::shell::address;
use crate::shell::extract::{Anyone, Known};
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::parts::{field, kept};

/// The page: whoever has no account sees their four words, which alone bring them back.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let has_account = visitor.viewer.has_account();
    let is_minor = app.people().is_with_minors(&person).await?;
    let phrase = app.people().resume_phrase(&person).await?;
    let title = voice.say("nav-sign-out");
    let content = html! {
        h1 { (title) }
        @if has_account { p.lead { (voice.say("sign-out-account")) } }
        @else {
            p.lead { (voice.say("sign-out-words")) }
            p.phrase #phrase { (phrase) }
            button type="button" data-copy="phrase" data-copied=(voice.say("sign-out-copied")) hidden {
                (voice.say("sign-out-copy"))
            }
            @if !is_minor { p { a href=(address::claim()) { (voice.say("sign-out-claim")) } } }
        }
        (kept::left(voice, &visitor.mark(), kept::Left::All))
        form novalidate method="post" action=(address::sign_out()) data-forget=(voice.say("sign-out-sure")) {
            (field::key(&visitor))
            button.primary type="submit" { (voice.say("sign-out-button")) }
        }
        p { a.button href=(address::me()) { (voice.say("sign-out-stay")) } }
    };
    Ok(Page::new(title, content).show(&visitor))
}

/// `POST /deconnexion`.
pub async fn sign_out(Anyone(visitor): Anyone) -> Answer {
    let mut response = go_saying(address::home(), Said::SignedOut);
    visitor.sign_out(&mut response).await?;
    Ok(response)
}
