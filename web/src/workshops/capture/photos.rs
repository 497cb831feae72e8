//! `/ateliers/{id}/photos`: what was written on flipcharts and pages, made small, and read.

use app::workshops::photo::PHOTO_MAX;
use domain::core::ids::PhotoId;
use domain::groups::item::Source;
use maud::{Markup, html};
use poem::Response;
use poem::http::header;
use projections::workshops::workshop::Workshop;

use crate::shell::address;
use crate::shell::form::{Form, Uploads};
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::rights::{Keeps, Sees};

/// Photos of flipcharts and pages, and the lines one reads on them.
pub(super) async fn section(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let photos = visitor.site.app.workshops().photos(&workshop.workshop).await?;
    Ok(html! {
        section.panel aria-labelledby="photos" {
            h2 #photos { (voice.say("photo-title")) }
            form novalidate method="post" action=(address::sheet_photos(&workshop.workshop)) enctype="multipart/form-data" data-photo {
                (field::key(visitor))
                div.field {
                    label for="photo" { (voice.say("photo-file")) }
                    input #photo type="file" name="photo" accept="image/*" capture="environment";
                }
                button type="submit" { (icon::draw(Icon::Photo)) (voice.say("photo-button")) }
            }
            div.photos {
                @for (at, photo) in photos.iter().enumerate() {
                    figure {
                        a href=(address::sheet_photo(&workshop.workshop, photo)) {
                            img src=(address::sheet_photo(&workshop.workshop, photo)) loading="lazy" width="320"
                                alt=(voice.count("photo-alt", i64::try_from(at + 1).unwrap_or(0)));
                        }
                        (field::form(visitor, &address::sheet(&workshop.workshop), html! {
                            input type="hidden" name="source"
                                value=(serde_json::to_string(&Source::Photo(photo.clone())).unwrap_or_default());
                            label for={ "ph-" (at) } { (voice.say("photo-line")) }
                            input id={ "ph-" (at) } type="text" name="words" autocomplete="off";
                            button type="submit" { (voice.say("capture-button")) }
                        }))
                        (field::form(visitor, &address::sheet_photo_out(&workshop.workshop, photo), html! {
                            button.quiet type="submit" { (voice.say("photo-delete")) }
                        }))
                    }
                }
            }
        }
    })
}

/// `POST …/photos`: keeps a photo.
pub async fn keep(
    Keeps { visitor, person: by, workshop, .. }: Keeps,
    form: Form,
    files: Uploads,
) -> Answer {
    let file =
        files.get("photo").ok_or_else(|| Problem::Refused(app::files::UNREADABLE.to_owned()))?;
    if file.bytes.len() > PHOTO_MAX {
        return Err(Problem::FileTooLarge);
    }
    if !visitor.site.limits.allow(Counted::Picture, by.as_str()) {
        return Err(Problem::TooMany);
    }
    let app = &visitor.site.app;
    let key = form.command_id();
    app.workshops().keep_photo(&workshop.workshop, &by, file.bytes.clone(), &key).await?;
    Ok(go(&format!("{}#photos", address::sheet(&workshop.workshop))))
}

/// `POST …/photos/{photo}/retrait`: deletes it.
pub async fn delete(Keeps { visitor, workshop, .. }: Keeps) -> Answer {
    let photo: PhotoId = visitor.id("photo")?;
    if !visitor.site.app.workshops().delete_photo(&workshop.workshop, &photo).await? {
        return Err(Problem::NotFound);
    }
    Ok(go(&format!("{}#photos", address::sheet(&workshop.workshop))))
}

/// `…/photos/{photo}`: for those who look after the workshop.
pub async fn serve(Sees { visitor, workshop, .. }: Sees) -> Answer {
    let photo: PhotoId = visitor.id("photo")?;
    let found = visitor.site.app.workshops().photo(&workshop.workshop, &photo).await?;
    let bytes = found.ok_or(Problem::NotFound)?;
    let response = Response::builder()
        .content_type("image/jpeg")
        .header(header::CACHE_CONTROL, "private, max-age=86400, immutable")
        .body(bytes);
    Ok(response)
}
