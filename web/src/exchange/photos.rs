//! `/moi/donnees/photos`: the photos one took, to be looked at and deleted.

use domain::core::ids::PhotoId;
use maud::html;
use poem::Response;
use poem::http::header;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let photos = visitor.site.app.workshops().photos_of(&person).await?;
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::own_data()) { (voice.say("own-title")) } }
        h1 { (voice.say("own-photos-title")) }
        @if photos.is_empty() { p.empty { (voice.say("own-photos-empty")) } }
        div.photos {
            @for (at, (photo, taken_at)) in photos.iter().enumerate() {
                figure {
                    img src=(address::own_photo(photo)) loading="lazy" width="320"
                        alt=(voice.count("own-photos-alt", i64::try_from(at + 1).unwrap_or(0)));
                    figcaption.small { (moment::moment(voice, *taken_at)) }
                    (field::form(&visitor, &address::own_photo_out(photo), html! {
                        button type="submit" { (voice.say("photo-delete")) }
                    }))
                }
            }
        }
    };
    Ok(Page::new(voice.say("own-photos-title"), content).show(&visitor))
}

/// One of them.
pub async fn serve(Known { visitor, person }: Known) -> Answer {
    let photo: PhotoId = visitor.id("photo")?;
    let found = visitor.site.app.workshops().photo_of(&person, &photo).await?;
    Ok(Response::builder()
        .content_type("image/jpeg")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(found.ok_or(Problem::NotFound)?))
}

/// `POST`: deletes it.
pub async fn delete(Known { visitor, person }: Known) -> Answer {
    let photo: PhotoId = visitor.id("photo")?;
    visitor.site.app.workshops().delete_photo_of(&person, &photo).await?;
    Ok(go(address::own_photos()))
}
