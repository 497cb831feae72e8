//! `POST …/publication`, `…/retrait`, `…/remerciements`.

use app::Failure;
use app::notes::Offer;
use domain::notes::thanks;
use domain::notes::visibility::Visibility;

use crate::notes::rights::Acts;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go, is_ours};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;

/// Says who reads it.
pub async fn publish(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
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
    app.notes().offer(&note, standing, &person, &offer, key.clone()).await?;
    // Asked with the first publication alone.
    let is_scribe = visitor.viewer.someone.as_ref().is_some_and(|it| it.scribe.is_some());
    if !note.is_published() && !is_scribe {
        let (is, key) = (form.get("chantier") == "1", key.then("progress"));
        app.notes().set_in_progress(&note, standing, &person, is, key).await?;
    }
    let address = address::note(&note.note);
    // The first time is a moment of its own, for those who wrote it.
    let leaves = standing.writer && note.published_at == 0;
    Ok(if leaves {
        go(&format!("{address}?partie=1"))
    } else {
        go_saying(&address, Said::Published)
    })
}

/// Makes it a draft again.
pub async fn take_back(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    visitor.site.app.notes().take_back(&note, standing, &person, form.command_id()).await?;
    let back = form.get("retour");
    let ours = back.starts_with(&address::door("")) && is_ours(back);
    if ours {
        return Ok(go(&format!("{back}?reprise=1")));
    }
    Ok(go_saying(&address::note(&note.note), Said::TakenBack))
}

/// Thanks whoever wrote it.
pub async fn thank(Acts { visitor, person, note, standing, .. }: Acts, form: Form) -> Answer {
    if !note.is_shared() {
        return Err(Problem::NotFound);
    }
    // One answers others: no author thanks the others for what is theirs too.
    if standing.writer {
        return Err(Failure::Rule(thanks::Error::ThankingOneself.into()).into());
    }
    let app = &visitor.site.app;
    app.notes().thank(&note, &person, None, form.get("words"), form.command_id()).await?;
    Ok(go_saying(&address::note(&note.note), Said::Thanked))
}
