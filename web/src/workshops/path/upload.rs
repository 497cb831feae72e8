//! What exists already, on paper or in a file: `POST /a/{code}/matiere` takes a photo of a
//! page, to be read while one writes, or the text of a file. A photo is seen by whoever took
//! it, and by nobody else.

use app::Failure;
use app::files;
use app::notes::{bring, paste};
use app::workshops::photo::{self, PHOTO_MAX};
use domain::core::ids::PhotoId;
use domain::notes::note::Door;
use domain::workshops::script::Step;
use maud::{Markup, html};
use poem::Response;
use poem::http::header;

use super::{Walk, dictate, idea};
use crate::shell::address;
use crate::shell::form::{Form, Uploads};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;

/// The largest text a file may bring, in bytes.
const TEXT_MAX: usize = 256 * 1024;

/// The photos one took, to be read while one writes.
pub(super) async fn photos(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let app = &walk.visitor.site.app;
    if dictate::writes_for_another(walk) {
        return Ok(html! {});
    }
    let photos = app.workshops().own_photos(&walk.workshop.workshop, walk.person()).await?;
    Ok(html! {
        @if !photos.is_empty() {
            p { (voice.say("matter-read")) }
            div.photos {
                @for (at, photo) in photos.iter().enumerate() {
                    img src=(address::uploaded(&walk.workshop.code, photo)) width="320"
                        alt=(voice.count("matter-photo", i64::try_from(at + 1).unwrap_or(0)));
                }
            }
        }
    })
}

/// How to bring a page or a file, in the form one writes in, so that no word is lost; open
/// at once when one could not be taken (`again`).
pub(super) fn fields(walk: &Walk, again: bool) -> Markup {
    let voice = &walk.visitor.voice;
    html! {
        details open[again] {
            summary { (voice.say("matter-bring")) }
            div.field {
                label for="photo" { (voice.say("matter-file")) }
                p.help #photo-help { (voice.say("matter-help")) }
                input #photo type="file" name="photo" accept="image/*,.txt,.md,.html,text/plain,text/html"
                    aria-describedby="photo-help";
            }
            button type="submit" formaction=(address::upload(&walk.workshop.code))
                formenctype="multipart/form-data" {
                (icon::draw(Icon::Photo)) (voice.say("matter-button"))
            }
        }
    }
}

/// Takes it.
pub async fn take(walk: Walk, form: Form, files: Uploads) -> Answer {
    let transposes = walk.participant.door == Some(Door::Transpose);
    // A scribe has the page before them: the photos of whoever they write for are not theirs.
    if !transposes || !walk.workshop.script.has(Step::Idea) || dictate::writes_for_another(&walk) {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    let (typed, is_markdown) = (form.get("text"), idea::is_markdown(&form));
    let again = async |walk: Walk, key: &str| {
        let notice = walk.visitor.voice.say(key);
        idea::brought(walk, (typed, is_markdown), Some(&notice)).await
    };
    let Some(file) = files.get("photo").filter(|file| !file.bytes.is_empty()) else {
        return again(walk, "matter-empty").await;
    };
    // A text is a text, whatever it is called: it goes after what was typed.
    if let Some(Ok(text)) = files.text("photo") {
        if text.len() > TEXT_MAX {
            return again(walk, "matter-long").await;
        }
        if text.trim().is_empty() {
            return again(walk, "matter-empty").await;
        }
        let of_page = paste::of_page(&text);
        let is_read = of_page.is_some() || files.is_markdown("photo");
        let sides = ((typed, is_markdown), (of_page.as_deref().unwrap_or(&text), is_read));
        let (all, is_markdown) = beside(sides);
        return idea::brought(walk, (&all, is_markdown), None).await;
    }
    if files.is_document("photo") {
        return again(walk, "matter-document").await;
    }
    if file.bytes.len() > PHOTO_MAX {
        return again(walk, "matter-unreadable").await;
    }
    if !walk.visitor.site.limits.allow(Counted::Picture, walk.person().as_str()) {
        return again(walk, "matter-too-many").await;
    }
    let (app, key) = (walk.visitor.site.app.clone(), form.command_id());
    let (place, bytes) = (&walk.workshop.workshop, file.bytes.clone());
    match app.workshops().keep_own_photo(place, walk.person(), bytes, &key).await {
        Ok(_) => idea::brought(walk, (typed, is_markdown), None).await,
        Err(Failure::Refused(files::UNREADABLE)) => again(walk, "matter-unreadable").await,
        Err(Failure::Refused(files::TOO_MANY_PIXELS)) => again(walk, files::TOO_MANY_PIXELS).await,
        Err(Failure::Refused(photo::TOO_MANY)) => again(walk, "matter-too-many").await,
        Err(failure) => Err(failure.into()),
    }
}

/// Two texts, one after the other, and whether they are Markdown: where one is, the other is made
/// so, since its own signs would be read as marks.
fn beside(
    ((first, first_is), (second, second_is)): ((&str, bool), (&str, bool)),
) -> (String, bool) {
    if first.trim().is_empty() {
        return (second.to_owned(), second_is);
    }
    let is_markdown = first_is || second_is;
    let result = |text: &str, is: bool| {
        if is == is_markdown { text.to_owned() } else { bring::in_markdown(text) }
    };
    (format!("{}\n\n{}", result(first, first_is), result(second, second_is)), is_markdown)
}

/// `/a/{code}/matiere`: the page one sees after bringing something, asked for again.
pub async fn back(walk: Walk) -> Answer {
    Ok(go(&walk.address(Step::Idea)))
}

/// `/a/{code}/matiere/{photo}`: for whoever took it.
pub async fn serve(walk: Walk) -> Answer {
    let photo = walk.visitor.part("photo");
    if dictate::writes_for_another(&walk) {
        return Err(Problem::NotFound);
    }
    let photo: PhotoId = photo.parse().map_err(|_| Problem::NotFound)?;
    let app = &walk.visitor.site.app;
    let found = app.workshops().own_photo(&walk.workshop.workshop, walk.person(), &photo).await?;
    let bytes = found.ok_or(Problem::NotFound)?;
    let response = Response::builder()
        .content_type("image/jpeg")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(bytes);
    Ok(response)
}
