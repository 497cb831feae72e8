//! `/fichiers/{file}/fiche`: one file, what is said of it, and what may be done with it.

use app::Failure;
use domain::files::file::{Kind, Of};
use maud::{Markup, html};
use poem::http::StatusCode;
use projections::files::file;

use super::fields::Said;
use super::list::why_away;
use super::rights::SeesFile;
use super::{body, called, home_of, list_of};
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{card, field, moment};
use crate::shell::problem::Problem;

/// The width of a picture on its page, in pixels.
const SIDE: u32 = 960;

/// The page.
pub async fn show(sees: SeesFile) -> Answer {
    page(&sees, None).await
}

/// `typed`: what was said of it and could not be taken, and why.
async fn page(sees: &SeesFile, typed: Option<(Said, String)>) -> Answer {
    let SeesFile { visitor, file, standing, .. } = sees;
    let voice = &visitor.voice;
    let title = called(voice, file);
    let (home, name) = home_of(&file.of, *standing);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (said, why) = typed.map_or_else(
        || (Said { description: file.description.clone(), faces: Some(file.faces) }, None),
        |(said, why)| (said, Some(why)),
    );
    let content = html! {
        p.over { a href=(list_of(&file.of)) { (voice.say("files-title")) } }
        h1 dir="auto" { (title) }
        @if file.is_put_away() { p.notice { (voice.say(why_away(file))) } }
        figure.file {
            (body(voice, file, SIDE))
            @if !file.description.is_empty() { figcaption dir="auto" { (file.description) } }
        }
        p.by { (card::author(voice, &file.name)) " · " (moment::moment(voice, file.at)) }
        (objection(sees).await?)
        @if standing.keeps {
            (field::form_in("panel", visitor, &address::file_page(&file.file), html! {
                (said.show(voice, why.as_deref()))
                button.primary type="submit" { (voice.say("file-say")) }
            }))
            (to_place(sees))
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
    let SeesFile { visitor, file, standing, .. } = sees;
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
        } @else if file.objections > 0 && standing.looks_after {
            (field::form_in("panel", visitor, &address::file_settled(&file.file), html! {
                p { (voice.say("file-settle-help")) }
                button type="submit" { (voice.say("file-settle")) }
            }))
        } @else if file.kind != Kind::Document && visitor.viewer.person().is_some() {
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
                pre #mark tabindex="0" { (super::mark(voice, file)) }
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
    let said = Said::from(&form);
    let by = visitor.person()?;
    let words = (file.title.as_str(), said.description.as_str(), said.faces.unwrap_or(file.faces));
    match visitor.site.app.files().describe_file(file, by, words, form.command_id()).await {
        Ok(()) => Ok(go(&format!("{}#f-{}", list_of(&file.of), file.file))),
        Err(Failure::Refused(key)) => {
            let why =
                format!("{} {}", visitor.voice.say(key), visitor.voice.say(&format!("{key}-help")));
            page(&sees, Some((said, why))).await
        }
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
    Ok(go(&list_of(&file.of)))
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
    Ok(go(&address::file_page(&file.file)))
}

/// `POST …/opposition/suite`: has it shown again.
pub async fn settle(sees: SeesFile, form: Form) -> Answer {
    let SeesFile { visitor, file, standing, .. } = &sees;
    if !standing.looks_after {
        return Err(Problem::NotFound);
    }
    let by = visitor.person()?;
    visitor.site.app.files().settle_file(file, by, form.command_id()).await?;
    Ok(go(&address::file_page(&file.file)))
}
