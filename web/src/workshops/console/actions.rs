//! What one taps on a console.

use app::workshops::participation::Help;
use domain::core::ids::PersonId;
use domain::workshops::script::{Step, What};
use domain::workshops::workshop::{Act, Scene};
use poem::handler;
use poem::http::StatusCode;
use poem::web::Path;
use projections::workshops::room::{self, Participant};
use projections::workshops::workshop::Workshop;

use crate::shell::form::Form;
use crate::shell::page::{Answer, go};
use crate::shell::problem::{Problem, plain};
use crate::shell::visitor::Visitor;
use crate::workshops::list::{duty_in, run_by};

/// How much time one tap adds, in seconds.
const MORE: u32 = 180;

/// The console, at one of its tabs.
pub(crate) fn console(workshop: &Workshop, tab: &str) -> poem::Response {
    go(&format!("/ateliers/{}/console#{tab}", workshop.workshop))
}

/// Someone in the room.
pub(crate) async fn someone(
    visitor: &Visitor,
    workshop: &Workshop,
    person: &str,
) -> Result<Participant, Problem> {
    let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
    let known = room::find(&visitor.site.app.db, &workshop.workshop, &person).await?;
    known.ok_or(Problem::NotFound)
}

/// `POST …/mains/{person}`: I am going, it is settled, later.
#[handler]
pub async fn help(
    visitor: Visitor,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let by = visitor.person()?;
    let (workshop, duty) = duty_in(&visitor, &id).await?;
    if !duty.helps {
        return Err(Problem::NotFound);
    }
    let one = someone(&visitor, &workshop, &person).await?;
    let help: Help = form.get("help").parse().unwrap_or(Help::Settle);
    let app = &visitor.site.app;
    let key = form.command_id();
    app.help(&workshop.workshop, &one.person, (by, help), key).await.map_err(plain)?;
    Ok(console(&workshop, if one.hand.is_some() { "mains" } else { "salle" }))
}

/// `POST …/rythme`: begin an item, give it time, open steps.
#[handler]
pub async fn pace(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let act = match form.get("gesture") {
        "start" => {
            let item = What::of(form.get("item")).ok_or(Problem::NotFound)?;
            let known = workshop.script.shown().any(|one| one.what == item);
            if known { Act::StartItem(item) } else { return Err(Problem::NotFound) }
        }
        "extend" => Act::Extend(MORE),
        _ => Act::Pace(form.get("until").parse::<Step>().ok()),
    };
    visitor.site.app.run_workshop(&workshop.workshop, by, act, form.command_id()).await?;
    Ok(console(&workshop, "ecran"))
}

/// `POST …/scene`: what the projected page shows.
#[handler]
pub async fn scene(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let scene: Scene = form.get("scene").parse().map_err(|_| Problem::NotFound)?;
    let act = Act::Show(scene);
    let key = form.command_id().then(scene.word());
    visitor.site.app.run_workshop(&workshop.workshop, by, act, key).await?;
    Ok(console(&workshop, "ecran"))
}

/// `POST …/annonce`: words for everyone.
#[handler]
pub async fn announce(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let (app, key) = (&visitor.site.app, form.command_id());
    app.announce(&workshop.workshop, by, form.get("words"), key).await?;
    Ok(console(&workshop, "ecran"))
}

/// `POST …/admission/{person}`: lets someone in who waits.
#[handler]
pub async fn admit(
    visitor: Visitor,
    Path((id, person)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let person: PersonId = person.parse().map_err(|_| Problem::NotFound)?;
    let (app, key) = (&visitor.site.app, form.command_id());
    app.run_workshop(&workshop.workshop, by, Act::Admit(person), key).await?;
    Ok(console(&workshop, "salle"))
}

/// `POST …/mur`: asks a writer whether the wall may show their note.
#[handler]
pub async fn ask_for_wall(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let asked = form.get("note").parse().map_err(|_| Problem::NotFound)?;
    let app = &visitor.site.app;
    let (note, _) = app.note_for(&visitor.viewer, &asked).await?.ok_or(Problem::NotFound)?;
    let asked = app.ask_for_wall(&workshop.workshop, &note, by, form.command_id()).await;
    asked.map_err(plain)?;
    Ok(console(&workshop, "notes-onglet"))
}

/// `POST …/presence`: someone who is here without a phone.
#[handler]
pub async fn add(visitor: Visitor, Path(id): Path<String>, form: Form) -> Answer {
    let by = visitor.person()?;
    let workshop = run_by(&visitor, &id).await?;
    let (app, key) = (&visitor.site.app, form.command_id());
    app.add_without_phone(&workshop.workshop, by, form.get("name"), key).await?;
    Ok(console(&workshop, "salle"))
}

/// The status of a page that asks again.
pub(crate) fn asked_again(notice: Option<&str>) -> StatusCode {
    if notice.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}
