//! `POST …/publication`, `…/retrait`, `…/remerciements`.

use app::notes::Offer;
use domain::notes::visibility::Visibility;
use poem::handler;
use poem::web::Path;

use crate::shell::form::Form;
use crate::shell::page::{Answer, go, is_ours, readable};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// Says who reads it.
#[handler]
pub async fn publish(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let person = visitor.person()?;
    let (note, standing) = readable(&visitor, &id).await?;
    let visibility: Visibility =
        form.get("visibility").parse().map_err(|_| Problem::Refused("note-for-nobody".into()))?;
    let app = &visitor.site.app;
    let offer = Offer {
        visibility,
        wall: form.get("wall") == "1",
        group: note.by_group,
        summary: form.get("summary").to_owned(),
    };
    // One form, a button for each circle: each is an act of its own.
    let key = form.command_id().then(visibility.word());
    app.offer(&note, standing, person, &offer, key).await?;
    Ok(go(&format!("/notes/{}", note.note)))
}

/// Makes it a draft again.
#[handler]
pub async fn take_back(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let person = visitor.person()?;
    let (note, standing) = readable(&visitor, &id).await?;
    visitor.site.app.take_back(&note, standing, person, form.command_id()).await?;
    let back = form.get("retour");
    let ours = back.starts_with("/a/") && is_ours(back);
    Ok(go(&if ours { format!("{back}?reprise=1") } else { format!("/notes/{}", note.note) }))
}

/// Thanks whoever wrote it.
#[handler]
pub async fn thank(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let person = visitor.person()?;
    let (note, _) = readable(&visitor, &id).await?;
    if !note.is_published() {
        return Err(Problem::NotFound);
    }
    let app = &visitor.site.app;
    app.thank(&note, person, None, form.get("words"), form.command_id()).await?;
    Ok(go(&format!("/notes/{}", note.note)))
}
