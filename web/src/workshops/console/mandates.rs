//! `/ateliers/{id}/mandats`: mandates of a workshop, given by whoever runs it to those in it.

use domain::groups::mandate::Within;
use projections::workshops::room;

use crate::groups::mandates::give::{Filled, People, given, page};
use crate::groups::mandates::{Ground, list};
use crate::shell::form::Form;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;
use crate::workshops::rights::Runs;

fn ground(runs: &Runs) -> Ground<'_> {
    Ground {
        visitor: &runs.visitor,
        within: Within::Workshop(runs.workshop.workshop.clone()),
        title: &runs.workshop.title,
        gives: true,
        is_open: !runs.workshop.live.details.minors && !runs.workshop.live.details.rehearsal,
    }
}

/// Those who hold a role in it, and those in its room.
async fn people(runs: &Runs) -> Result<People, Problem> {
    let (db, id) = (&runs.visitor.site.app.db, &runs.workshop.workshop);
    let holders = projections::workshops::workshop::holders(db, id).await?;
    let workshop = &runs.workshop;
    let facilitator = (workshop.facilitator.clone(), workshop.facilitator_name.clone());
    let mut people: People = vec![facilitator];
    // One may hold several roles.
    for it in holders {
        if !people.iter().any(|(person, _)| *person == it.person) {
            people.push((it.person, it.name));
        }
    }
    for it in room::present(db, id).await? {
        if !people.iter().any(|(person, _)| *person == it.person) {
            people.push((it.person.clone(), it.name.clone()));
        }
    }
    Ok(people)
}

/// The page.
pub async fn show(runs: Runs) -> Answer {
    list::page(&ground(&runs)).await
}

/// `…/mandats/nouveau`.
pub async fn new(runs: Runs) -> Answer {
    let people = people(&runs).await?;
    Ok(page(&ground(&runs), &people, &Filled::blank(&runs.visitor), None))
}

/// `POST`.
pub async fn give(runs: Runs, form: Form) -> Answer {
    let people = people(&runs).await?;
    given(&ground(&runs), &runs.person, &people, &form).await
}

/// `…/mandats.csv`.
pub async fn as_csv(runs: Runs) -> Answer {
    list::csv(&ground(&runs)).await
}
