//! `/moi/donnees/lectures`: what one read, which only oneself can see, and how to have it
//! forgotten.

use maud::html;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment};

/// The page: some of the notes there are, and what one read of them.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let (readings, next) = app.exchange().readings(&person, visitor.query.get("apres")).await?;
    let mut lines = vec![];
    for reading in readings {
        // What can be read no more is not told by its title.
        let shown = app.note_for(&visitor.viewer, &reading.note).await?;
        lines.push((reading, shown.map(|(note, _)| note.title)));
    }
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-readings-title")) }
        p.lead { (voice.say("own-readings-lead")) }
        @if lines.is_empty() { p.empty { (voice.say("own-readings-empty")) } }
        ul.plain { @for (reading, title) in &lines {
            li {
                @match title {
                    Some(title) => { a href=(address::note(&reading.note)) { (title) } }
                    None => { (voice.say("own-readings-gone")) }
                }
                " · " (moment::moment(voice, reading.at))
            }
        } }
        @if let Some(next) = next {
            p { a.button href={ (address::own_readings()) "?apres=" (next) } { (voice.say("own-more")) } }
        }
        @if !lines.is_empty() {
            (field::form_in("panel", &visitor, &address::own_readings(), html! {
                h2 { (voice.say("own-readings-erase")) }
                p { (voice.say("own-readings-erase-help")) }
                button type="submit" { (voice.say("own-readings-erase-button")) }
            }))
        }
    };
    Ok(Page::new(voice.say("own-readings-title"), content).show(&visitor))
}

/// `POST`: forgets them.
pub async fn erase(Known { visitor, person }: Known, form: Form) -> Answer {
    visitor.site.app.exchange().erase_readings(&person, form.command_id()).await?;
    Ok(go(&format!("{}?fait=lectures", address::own_data())))
}
