//! `/fichiers/{file}/fiche`: one file, what is said of it, and what may be done with it.

use app::Failure;
use domain::files::file::{Kind, Of};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::files::file;

use super::fields::Words;
use super::list::why_away;
use super::rights::SeesFile;
use super::{body, called, home_of, list_of, picture, why};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::said::{Said, go_saying, go_saying_at};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;

/// The longest side of a picture on its page, in pixels.
const SIDE: u32 = 960;

/// The page.
pub async fn show(sees: SeesFile) -> Answer {
    page(&sees, None).await
}

/// `typed`: what was said of it and could not be taken, and why.
async fn page(sees: &SeesFile, typed: Option<(Words, String)>) -> Answer {
    let SeesFile { visitor, file, standing, .. } = sees;
    let voice = &visitor.voice;
    let title = called(voice, file);
    let (home, name) = home_of(&file.of, *standing);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (said, refused) = typed.map_or_else(
        || (Words { description: file.description.clone(), faces: Some(file.faces) }, None),
        |(said, refused)| (said, Some(refused)),
    );
    let content = html! {
        p.over { a href=(list_of(&file.of)) { (voice.say("files-title")) } }
        h1 dir="auto" { (title) }
        @if file.is_put_away() { p.notice { (voice.say(why_away(file))) } }
        figure.file {
            @if file.kind == Kind::Picture {
                a href=(address::file(&file.file)) { (picture(voice, file, SIDE)) }
            } @else { (body(voice, file, SIDE)) }
            @if !file.description.is_empty() { figcaption dir="auto" { (file.description) } }
        }
        p.by { (card::author(voice, &file.name)) " · " (moment::moment(voice, file.at)) }
        (objection(sees).await?)
        @if standing.keeps {
            (field::form_in("panel", visitor, &address::file_page(&file.file), html! {
                (said.show(voice, refused.as_deref()))
                button.primary type="submit" { (voice.say("file-say")) }
            }))
            @if !file.is_put_away() { (to_place(sees)) }
        }
        @if standing.sees_all() {
            details {
                summary { (voice.say("file-remove")) }
                p { (voice.say("file-remove-help")) }
                (field::form(visitor, &address::file_out(&file.file), html! {
                    button type="submit" { (voice.say("file-remove-button")) }
                }))
            }
        }
        p { a.button.quiet href=(home) { (voice.say(name)) } }
    };
    Ok(Page::new(title, content).status(status).show(visitor))
}

/// Whoever is in it has it put away; those who look after it may have it shown again.
async fn objection(sees: &SeesFile) -> Result<Markup, Problem> {
    let SeesFile { visitor, file, .. } = sees;
    let voice = &visitor.voice;
    let objects = match visitor.viewer.person() {
        Some(person) => file::objects(&visitor.site.app.db, &file.file, person).await?,
        None => false,
    };
    Ok(html! {
        @if objects {
            (field::form_in("panel", visitor, &address::file_agreed(&file.file), html! {
                p { (voice.say("file-you-objected")) }
                button type="submit" { (voice.say("file-agree")) }
            }))
        } @else if file.objections > 0 && may_settle(sees) {
            (field::form_in("panel", visitor, &address::file_settled(&file.file), html! {
                p { (voice.say("file-settle-help")) }
                button type="submit" { (voice.say("file-settle")) }
            }))
        } @else if visitor.viewer.person().is_none() {
            // Whoever looks after the commons is written to without an account.
            @if let Of::Note(note) = &file.of {
                p { a href=(address::note_report(note)) { (voice.say("file-in-it")) } }
            }
        } @else {
            details {
                summary { (voice.say("file-in-it")) }
                p { (voice.say("file-in-it-help")) }
                (field::form(visitor, &address::file_objection(&file.file), html! {
                    button type="submit" { (voice.say("file-object")) }
                }))
            }
        }
    })
}

/// Whether they may have it shown again: whoever looks after what it goes with, unless they added it.
fn may_settle(sees: &SeesFile) -> bool {
    sees.standing.looks_after && sees.visitor.viewer.person() != Some(&sees.file.person)
}

/// How a file is put in the text of its note: by a button, at the end; or anywhere, by hand.
fn to_place(sees: &SeesFile) -> Markup {
    let SeesFile { visitor, file, .. } = sees;
    let voice = &visitor.voice;
    let Of::Note(note) = &file.of else { return html! {} };
    html! {
        section.panel aria-labelledby="place" {
            h2 #place { (voice.say("file-place")) }
            p { (voice.say("file-place-help")) }
            (field::form(visitor, &address::note_file_placed(note, &file.file), html! {
                button type="submit" { (voice.say("file-place-button")) }
            }))
            details {
                summary { (voice.say("file-place-by-hand")) }
                p { (voice.say("file-place-by-hand-help")) }
                pre.source #mark tabindex="0" role="region" aria-label=(voice.say("file-place-by-hand")) { (super::mark(voice, file)) }
                button hidden type="button" data-copy="mark" data-copied=(voice.say("file-copied")) { (voice.say("file-copy")) }
            }
        }
    }
}

/// `POST /fichiers/{file}/fiche`: says something else of it.
pub async fn describe(sees: SeesFile, form: Form) -> Answer {
    let SeesFile { visitor, file, standing, .. } = &sees;
    if !standing.keeps {
        return Err(Problem::NotFound);
    }
    let said = Words::from(&form);
    let by = visitor.person()?;
    let words = (file.title.as_str(), said.description.as_str(), said.faces.unwrap_or(file.faces));
    match visitor.site.app.files().describe_file(file, by, words, form.command_id()).await {
        Ok(()) => Ok(go_saying_at(&list_of(&file.of), Said::Kept, &format!("f-{}", file.file))),
        Err(Failure::Refused(key)) => page(&sees, Some((said, why(&visitor.voice, key)))).await,
        Err(failure) => Err(failure.into()),
    }
}

/// `POST …/retrait`: removes it for good.
pub async fn remove(sees: SeesFile, form: Form) -> Answer {
    let SeesFile { visitor, file, standing, .. } = &sees;
    if !standing.sees_all() {
        return Err(Problem::NotFound);
    }
    let by = visitor.person()?;
    visitor.site.app.files().remove_file(&file.file, by, form.command_id()).await?;
    Ok(go_saying(&list_of(&file.of), Said::FileRemoved))
}

/// `POST …/opposition`: has it put away.
pub async fn object(sees: SeesFile, form: Form) -> Answer {
    answered(&sees, &form, false).await
}

/// `POST …/opposition/retrait`: agrees after all.
pub async fn agree(sees: SeesFile, form: Form) -> Answer {
    answered(&sees, &form, true).await
}

async fn answered(sees: &SeesFile, form: &Form, agrees: bool) -> Answer {
    let SeesFile { visitor, file, .. } = sees;
    let person = visitor.person()?;
    visitor.site.app.files().object(file, person, agrees, form.command_id()).await?;
    // Others may have asked too: the list is there in any case.
    let address = if agrees { list_of(&file.of) } else { address::file_page(&file.file) };
    Ok(go(&address))
}

/// `POST …/opposition/suite`: has it shown again.
pub async fn settle(sees: SeesFile, form: Form) -> Answer {
    let SeesFile { visitor, file, .. } = &sees;
    if !may_settle(&sees) {
        return Err(Problem::NotFound);
    }
    let by = visitor.person()?;
    visitor.site.app.files().settle_file(file, by, form.command_id()).await?;
    Ok(go_saying(&address::file_page(&file.file), Said::FileShown))
}
