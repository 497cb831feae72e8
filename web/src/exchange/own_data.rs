//! `/moi/donnees`: everything the site knows of me, where to look at it, how to take it away, how
//! to leave.

use maud::{Markup, html};
use projections::people::trace;

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::layout::Page;
use crate::shell::page::Answer;
use crate::shell::parts::{field, moment};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// The page.
pub async fn show(Known { visitor, person }: Known) -> Answer {
    let app = &visitor.site.app;
    let acts = trace::count(&app.db, &person).await?;
    let departure = app.exchange().departure(&person).await?;
    let voice = &visitor.voice;
    let content = html! {
        p.over { a href=(address::me()) { (voice.say("nav-me")) } }
        h1 { (voice.say("own-title")) }
        @if let Some(done) = visitor.query.maybe("fait") {
            @if done == "nom" { p.banner role="status" { (voice.say("own-done-name")) } }
            @if done == "lectures" { p.banner role="status" { (voice.say("own-done-readings")) } }
            @if done == "reste" { p.banner role="status" { (voice.say("own-done-stay")) } }
        }
        @if let Some(departure) = &departure {
            section.panel aria-labelledby="leaving" {
                h2 #leaving { (voice.say("leaving-title")) }
                p { (moment::sentence(voice, "leaving-due", &[], departure.due_at)) }
                (field::form(&visitor, &address::departure_undone(), html! {
                    button.primary type="submit" { (voice.say("leaving-undo")) }
                }))
            }
        }
        p.lead { (voice.say("own-lead")) }
        section.panel aria-labelledby="who" {
            h2 #who { (voice.say("own-who")) }
            (identity(&visitor).await?)
            p { a href=(address::account()) { (voice.say("own-change")) } }
        }
        section.panel aria-labelledby="kept" {
            h2 #kept { (voice.say("own-kept")) }
            ul.plain {
                li { a href=(address::own_acts()) { (voice.count("own-acts", acts)) } }
                li { a href=(address::own_readings()) { (voice.say("own-readings-title")) } }
                li { a href=(address::own_lookers()) { (voice.say("own-lookers-title")) } }
                li { a href=(address::own_files()) { (voice.say("own-files-title")) } }
                li { a href=(address::own_photos()) { (voice.say("own-photos-title")) } }
                li { a href=(address::own_consents()) { (voice.say("own-consents-title")) } }
            }
            (beside(&visitor).await?)
        }
        section.panel aria-labelledby="take" {
            h2 #take { (voice.say("own-take")) }
            p { (voice.say("own-take-help")) }
            p { a.button href=(address::own_page()) download { (voice.say("own-take-page")) } }
            p { a.button href=(address::own_file()) download { (voice.say("own-take-file")) } }
        }
        @if departure.is_none() {
            section.panel aria-labelledby="leave" {
                h2 #leave { (voice.say("own-leave")) }
                ul.plain {
                    li { a href=(address::name_withdrawal()) { (voice.say("own-leave-name")) } }
                    li { a href=(address::departure()) { (voice.say("own-leave-all")) } }
                }
            }
        }
    };
    Ok(Page::new(voice.say("own-title"), content).show(&visitor))
}

/// One's name and address, and since when one is known here.
async fn identity(visitor: &Visitor) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let someone = visitor.viewer.someone.as_ref().ok_or(Problem::SignIn)?;
    let account = visitor.site.app.people().account_of(visitor.person()?).await?;
    let none = voice.say("own-none");
    let name = if someone.name.is_empty() { none.clone() } else { someone.name.clone() };
    Ok(html! {
        ul.plain {
            li { (voice.say("own-name")) " " strong { (name) } }
            li {
                (voice.say("own-address")) " "
                strong { (if account.login.is_empty() { &none } else { &account.login }) }
            }
            li {
                (voice.say("own-account")) " "
                strong { (voice.say(if someone.account { "own-account-yes" } else { "own-account-no" })) }
            }
            @if !someone.zone.is_empty() {
                li { (voice.say("own-zone")) " " strong { (voice.zone_name()) } }
            }
            @if someone.moderator { li { (voice.say("own-moderator")) } }
        }
    })
}

/// How much stands about them beside the log, a line a table.
async fn beside(visitor: &Visitor) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let held = visitor.site.app.exchange().held_counts(visitor.person()?).await?;
    let lines = held.iter().filter(|(table, count)| *table != "people" && *count > 0);
    Ok(html! {
        ul.plain { @for (table, count) in lines {
            li { (voice.count(&format!("own-held-{}", table.replace('_', "-")), *count)) }
        } }
    })
}
