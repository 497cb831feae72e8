//! What exists already, on paper or in a file: `POST /a/{code}/matiere` takes a photo of a
//! page, to be read while one writes, or the text of a file. A photo is seen by whoever took
//! it, and by nobody else.

use app::workshops::photo::{PHOTO_MAX, PhotoError};
use domain::ids::PhotoId;
use domain::note::Door;
use domain::script::Step;
use maud::{Markup, html};
use poem::http::header;
use poem::web::Path;
use poem::{Response, handler};

use super::{Walk, idea, walk, walk_on};
use crate::form::{Form, Uploads};
use crate::pages::{Answer, go};
use crate::parts::field;
use crate::parts::icon::{self, Icon};
use crate::problem::Problem;
use crate::visitor::Visitor;

/// The largest text a file may bring, in bytes.
const TEXT_MAX: usize = 256 * 1024;

/// The photos one took, and how to bring a page or a file.
pub(super) async fn section(walk: &Walk) -> Result<Markup, Problem> {
    let voice = &walk.visitor.voice;
    let app = &walk.visitor.site.app;
    let photos = app.own_photos(&walk.workshop.workshop, walk.person()).await?;
    let address = format!("/a/{}/matiere", walk.workshop.code);
    Ok(html! {
        @if !photos.is_empty() {
            p { (voice.say("matter-read")) }
            div.photos {
                @for (at, photo) in photos.iter().enumerate() {
                    img src={ (address) "/" (photo) } width="320"
                        alt=(voice.count("matter-photo", i64::try_from(at + 1).unwrap_or(0)));
                }
            }
        }
        details {
            summary { (voice.say("matter-bring")) }
            form novalidate method="post" action=(address) enctype="multipart/form-data" data-photo {
                (field::key(&walk.visitor))
                div.field {
                    label for="photo" { (voice.say("matter-file")) }
                    p.help #photo-help { (voice.say("matter-help")) }
                    input #photo type="file" name="photo" accept="image/*,.txt,.md,text/plain"
                        aria-describedby="photo-help";
                }
                button type="submit" { (icon::draw(Icon::Photo)) (voice.say("matter-button")) }
            }
        }
    })
}

/// Takes it.
#[handler]
pub async fn bring(
    visitor: Visitor,
    Path(code): Path<String>,
    form: Form,
    files: Uploads,
) -> Answer {
    let walk = walk_on(visitor, &code).await?;
    if walk.participant.door != Some(Door::Transpose) || !walk.workshop.script.has(Step::Idea) {
        return Ok(go(&format!("/a/{}/parcours", walk.workshop.code)));
    }
    let file = files.get("photo").filter(|file| !file.bytes.is_empty());
    let file = file.ok_or_else(|| Problem::Refused("photo-unreadable".to_owned()))?;
    // A text is a text, whatever it is called: shown in the field, to be changed or kept.
    if let Ok(text) = std::str::from_utf8(&file.bytes)
        && file.bytes.len() <= TEXT_MAX
    {
        let panel = idea::pasted(&walk, text).await?;
        return Ok(walk.page(Step::Idea, panel));
    }
    if file.bytes.len() > PHOTO_MAX {
        return Err(Problem::TooLarge);
    }
    let (app, key) = (&walk.visitor.site.app, form.command_id());
    let place = &walk.workshop.workshop;
    match app.keep_own_photo(place, walk.person(), file.bytes.clone(), &key).await {
        Ok(_) => Ok(go(&walk.address(Step::Idea))),
        Err(PhotoError::Unreadable) => Err(Problem::Refused("photo-unreadable".to_owned())),
        Err(PhotoError::TooMany) => Err(Problem::Refused("photo-too-many".to_owned())),
        Err(PhotoError::Db(error)) => Err(error.into()),
    }
}

/// `/a/{code}/matiere/{photo}`: for whoever took it.
#[handler]
pub async fn serve(visitor: Visitor, Path((code, photo)): Path<(String, String)>) -> Answer {
    let walk = walk(visitor, &code).await?;
    let photo: PhotoId = photo.parse().map_err(|_| Problem::NotFound)?;
    let app = &walk.visitor.site.app;
    let found = app.own_photo(&walk.workshop.workshop, walk.person(), &photo).await?;
    let bytes = found.ok_or(Problem::NotFound)?;
    let response = Response::builder()
        .content_type("image/jpeg")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(bytes);
    Ok(response)
}
