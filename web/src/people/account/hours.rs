//! `/moi/compte/fuseau`: whose hours one reads.

use maud::{Markup, html};

use crate::shell::address;
use crate::shell::extract::Known;
use crate::shell::form::Form;
use crate::shell::hours::Zone;
use crate::shell::page::Answer;
use crate::shell::parts::field;
use crate::shell::parts::summary::capital;
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The zones one can choose, from east to west; whoever runs the site chooses its own among all.
pub(crate) const OFFERED: [&str; 16] = [
    "Europe/Paris",
    "Africa/Dakar",
    "Africa/Kinshasa",
    "Asia/Beirut",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Halifax",
    "America/Montreal",
    "America/Port-au-Prince",
    "America/Winnipeg",
    "America/Regina",
    "America/Mexico_City",
    "America/Edmonton",
    "America/Vancouver",
    "Pacific/Tahiti",
    "UTC",
];

/// The choice, on the page of the account.
pub(super) fn form(visitor: &Visitor) -> Markup {
    let voice = &visitor.voice;
    let own = visitor.viewer.someone.as_ref().map_or("", |someone| someone.zone.as_str());
    let of_site = called(voice, visitor.site.hosting.zone);
    html! {
        section.panel aria-labelledby="zone-title" {
            h2 #zone-title { (voice.say("settings-zone")) }
            (field::form(visitor, &address::account_zone(), html! {
                div.field {
                    label for="zone" { (voice.say("settings-zone-label")) }
                    p.help #zone-help { (voice.say("settings-zone-help")) }
                    select #zone name="zone" aria-describedby="zone-help" {
                        option value="" selected[own.is_empty()] {
                            (voice.fill("settings-zone-site", &[("zone", of_site.as_str().into())]))
                        }
                        @for name in OFFERED {
                            @if let Ok(zone) = name.parse::<Zone>() {
                                option value=(name) selected[own == name] { (called(voice, zone)) }
                            }
                        }
                }
                }
                button type="submit" { (voice.say("settings-save")) }
            }))
        }
    }
}

/// What the hours of a zone are called, at the beginning of a line.
pub(crate) fn called(voice: &Voice, zone: Zone) -> String {
    let mut there = voice.clone();
    there.zone = zone;
    capital(&there.zone_name())
}

/// `POST`: reads other hours. A zone that is not offered is the site's.
pub async fn choose(Known { visitor, person }: Known, form: Form) -> Answer {
    let chosen = OFFERED.into_iter().find(|zone| *zone == form.get("zone")).unwrap_or_default();
    visitor.site.app.people().set_zone(&person, chosen).await?;
    Ok(super::settings::done())
}
