//! `/definitions`: what each figure means, for anyone who reads one.

use domain::workshops::report::DEFINITIONS;
use maud::html;

use crate::shell::extract::Anyone;
use crate::shell::layout::Page;
use crate::shell::page::Answer;

/// The parts of a report, in its order; each has a heading and a definition.
const MEASURES: [&str; 5] = ["funnel", "segments", "answers", "returns", "total"];

/// The page.
pub async fn show(Anyone(visitor): Anyone) -> Answer {
    let voice = &visitor.voice;
    let content = html! {
        h1 { (voice.say("definitions-title")) }
        p.lead { (voice.say("definitions-lead")) }
        p.small { (voice.count("definitions-version", i64::from(DEFINITIONS))) }
        @for measure in MEASURES {
            section.prose id=(measure) {
                h2 { (voice.say(&format!("definition-{measure}"))) }
                @for line in voice.say(&format!("definition-{measure}-is")).lines() { p { (line) } }
            }
        }
        section.prose #small {
            h2 { (voice.say("definition-small")) }
            p { (voice.say("report-small-groups")) }
        }
        p.small { (voice.say("definition-method")) }
    };
    Ok(Page::new(voice.say("definitions-title"), content).show(&visitor))
}
