//! `/communautes`: mine, then those that anybody may know of.

use maud::{Markup, html};
use projections::groups::community::{self, Community};

use crate::shell::address;
use crate::shell::extract::Anyone;
use crate::shell::layout::Page;
use crate::shell::markdown;
use crate::shell::page::Answer;
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::pager::Pager;
use crate::shell::voice::Voice;

/// How many of one's own are shown.
const MINE: i64 = 60;

/// How many are shown at once.
const MANY: i64 = 24;

/// How much of what it is about a card shows, in signs.
const EXCERPT: usize = 160;

/// The page.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let db = &visitor.site.app.db;
    let mine = match visitor.viewer.person() {
        Some(person) => community::of_person(db, person, MINE).await?,
        None => vec![],
    };
    let pager = Pager::from_query(&visitor, "page", MANY);
    let mut listed = community::listed(db, (pager.skipped(), MANY + 1)).await?;
    let more = pager.cut(&mut listed);
    let voice = &visitor.voice;
    let title = voice.say("communities-title");
    let content = html! {
        h1 { (title) }
        p.lead { (voice.say("communities-lead")) }
        @if visitor.viewer.someone.is_some() {
            p { a.button href=(address::new_community()) { (icon::draw(Icon::Add)) (voice.say("communities-new")) } }
        }
        @if !mine.is_empty() {
            section aria-labelledby="mine" {
                h2 #mine { (voice.say("communities-mine")) }
                div.cards { @for community in &mine { (card(voice, community)) } }
            }
        }
        section aria-labelledby="listed" {
            h2 #listed { (voice.say("communities-listed")) }
            @if listed.is_empty() { p.empty { (voice.say("communities-none")) } }
            div.cards { @for community in &listed { (card(voice, community)) } }
            (pager.links(voice, &format!("{}?page=", address::communities()), more))
        }
    };
    Ok(Page::new(title, content).show(&visitor))
}

/// What a community is called, or that it has no name any more.
pub(crate) fn name(voice: &Voice, community: &Community) -> String {
    if community.name.is_empty() { voice.say("community-unnamed") } else { community.name.clone() }
}

fn card(voice: &Voice, community: &Community) -> Markup {
    html! {
        article.card {
            h3 { a dir="auto" href=(address::community(&community.community)) { (name(voice, community)) } }
            @if !community.about.is_empty() {
                p dir="auto" { (markdown::excerpt(&community.about, EXCERPT)) }
            }
            p.by {
                @if !community.label.is_empty() { bdi { (community.label) } " · " }
                (voice.count("community-members", community.members)) " · "
                (voice.say(&format!("admission-{}", community.admission.word())))
                @if community.has_ended() { " · " (voice.say("community-ended-label")) }
            }
        }
    }
}
