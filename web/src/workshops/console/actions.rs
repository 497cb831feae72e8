//! What one taps on a console.

use app::workshops::participation::Help;
use domain::workshops::script::{Step, What};
use domain::workshops::workshop::{Act, Scene};
use poem::http::StatusCode;
use projections::workshops::workshop::Workshop;

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;
use crate::workshops::rights::{Helps, Runs, participant};

/// How much time one tap adds, in seconds.
const MORE: u32 = 180;

/// The console, at one of its tabs.
pub(crate) fn console(workshop: &Workshop, tab: &str) -> poem::Response {
    go(&format!("{}#{tab}", address::console(&workshop.workshop)))
}

/// `POST …/mains/{person}`: I am going, it is settled, later.
pub async fn help(Helps { visitor, person: by, workshop, .. }: Helps, form: Form) -> Answer {
    let participant = participant(&visitor, &workshop, visitor.part("person")).await?;
    let help: Help = form.get("help").parse().unwrap_or(Help::Settle);
    let app = &visitor.site.app;
    let key = form.command_id();
    app.workshops()
        .take_part((&workshop.workshop, &participant.person), &by, help.into(), key)
        .await?;
    Ok(console(&workshop, if participant.hand.is_some() { "mains" } else { "salle" }))
}

/// `POST …/rythme`: opens the steps up to one, or all of them.
pub async fn pace(runs: Runs, form: Form) -> Answer {
    run(runs, &form, Act::Pace(form.get("until").parse::<Step>().ok())).await
}

/// `POST …/rythme/depart`: begins an item.
pub async fn start_item(runs: Runs, form: Form) -> Answer {
    let item = What::of(form.get("item")).ok_or(Problem::NotFound)?;
    if !runs.workshop.script.shown().any(|it| it.what == item) {
        return Err(Problem::NotFound);
    }
    if has_moved(&runs, &form) {
        return Ok(moved(&runs));
    }
    run(runs, &form, Act::StartItem(item)).await
}

/// Whether an order was given from what is under way no more: another console has moved the room
/// since. It is not carried out, and the console says so.
fn has_moved(runs: &Runs, form: &Form) -> bool {
    let now = runs.workshop.live.under_way.as_ref().map(|it| it.item.word()).unwrap_or_default();
    form.maybe("seen").is_some_and(|seen| seen != now && form.get("item") != now)
}

fn moved(runs: &Runs) -> poem::Response {
    go_saying(&address::console(&runs.workshop.workshop), Said::Moved)
}

/// `POST …/rythme/prolongation`: gives the item under way more time.
pub async fn extend_item(runs: Runs, form: Form) -> Answer {
    if has_moved(&runs, &form) {
        return Ok(moved(&runs));
    }
    run(runs, &form, Act::Extend(MORE)).await
}

async fn run(runs: Runs, form: &Form, act: Act) -> Answer {
    runs.run(act, form.command_id()).await?;
    // What was just begun stands at the top.
    Ok(go(&address::console(&runs.workshop.workshop)))
}

/// `POST …/scene`: what the projected page shows.
pub async fn scene(runs: Runs, form: Form) -> Answer {
    let scene: Scene = form.get("scene").parse().map_err(|_| Problem::NotFound)?;
    runs.run(Act::Show(scene), form.command_id().then(scene.word())).await?;
    // The button at the top leaves one at the top.
    if form.get("de") == "haut" {
        return Ok(go(&address::console(&runs.workshop.workshop)));
    }
    Ok(console(&runs.workshop, "ecran"))
}

/// `POST …/annonce`: words for everyone.
pub async fn announce(Runs { visitor, person: by, workshop, .. }: Runs, form: Form) -> Answer {
    let (app, key) = (&visitor.site.app, form.command_id());
    app.workshops().announce(&workshop.workshop, &by, form.get("words"), key).await?;
    Ok(console(&workshop, "ecran"))
}

/// `POST …/admission/{person}`: lets someone in who waits.
pub async fn admit(runs: Runs, form: Form) -> Answer {
    runs.run(Act::Admit(runs.visitor.id("person")?), form.command_id()).await?;
    Ok(console(&runs.workshop, "salle"))
}

/// `POST …/mur`: asks a writer whether the wall may show their note.
pub async fn ask_for_wall(Runs { visitor, person: by, workshop, .. }: Runs, form: Form) -> Answer {
    let id = form.get("note").parse().map_err(|_| Problem::NotFound)?;
    let app = &visitor.site.app;
    let (note, _) = app.note_for(&visitor.viewer, &id).await?.ok_or(Problem::NotFound)?;
    let result =
        app.workshops().ask_for_wall(&workshop.workshop, &note, &by, form.command_id()).await;
    result?;
    Ok(console(&workshop, "notes-onglet"))
}

/// `POST …/presence`: someone who is here without a phone.
pub async fn add(Runs { visitor, person: by, workshop, .. }: Runs, form: Form) -> Answer {
    let (app, key) = (&visitor.site.app, form.command_id());
    app.workshops().add_without_phone(&workshop.workshop, &by, form.get("name"), key).await?;
    Ok(console(&workshop, "salle"))
}

/// The status of a page that asks again.
pub(crate) fn asked_again(notice: Option<&str>) -> StatusCode {
    if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}
