//! `/a/{code}/ecran?cle=…`: what the room sees on the wall. Seven scenes are chosen on the console,
//! and the end has one of its own; together, the room is shown what it does.
//!
//! A secret of its own, and no session: whoever touches the laptop under the
//! projector can open nothing. No name here without its owner's consent, no hand,
//! no ranking, and no count below five.

mod notes;
mod round;

use app::people::codes::as_code;
use domain::workshops::script::Step;
use domain::workshops::workshop::Scene;
use maud::{Markup, html};
use poem::{FromRequest, Request, RequestBody};
use projections::core::content;
use projections::notes::note;
use projections::notes::note::Note;
use projections::workshops::room;
use projections::workshops::room::Participant;
use projections::workshops::workshop::{self, Stage, Workshop};

use crate::shell::address;
use crate::shell::handler::Rights;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::Answer;
use crate::shell::parts::{drawing, live, moment};
use crate::shell::problem::Problem;
use crate::shell::qr;
use crate::shell::sse::{self, Following, Message};
use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;
use crate::workshops::console::spoken;
use crate::workshops::path::poll::ends_at;

/// How often the page comes back without scripts, in seconds.
const REFRESH: u32 = 15;

/// Below this many people in the room, a count could point at someone.
const CROWD: i64 = 5;

/// How many boats there are on its water at most.
const BOATS: usize = 24;

/// How many steps are told at once, and the most dots of one: it is read from afar, and the
/// code stands under it.
const STEPS_TOLD: usize = 4;
const DOTS: usize = 24;

/// The workshop behind a code, for whoever holds the secret of its screen.
/// Whoever projects a page of a workshop: its address holds the key of the wall. It speaks the
/// language of the workshop, whatever the browser in front of it says.
pub struct Projects {
    visitor: Visitor,
    workshop: Workshop,
}

impl<'a> FromRequest<'a> for Projects {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let visitor = Visitor::from_request(req, body).await?;
        let code = as_code(visitor.part("code")).ok_or(Problem::NotFound)?;
        let found = workshop::behind(&visitor.site.app.db, &code).await.map_err(Problem::from)?;
        let workshop = found
            .filter(|found| visitor.query.get("cle") == found.screen_secret)
            .ok_or(Problem::NotFound)?;
        Ok(Self { visitor: visitor.before(&workshop), workshop })
    }
}

impl Rights for Projects {}

/// The wall.
pub async fn show(Projects { visitor, workshop }: Projects) -> Answer {
    let seen = *visitor.site.app.projector.reached().borrow();
    let stream = format!(
        "{}?cle={}&depuis={seen}",
        address::screen_stream(&workshop.code),
        workshop.screen_secret
    );
    let content = html! {
        div.wall data-live=(stream) data-shared=(live::shared(&visitor)) {
            div #band { (scene(&visitor, &workshop).await?) }
            (live::places(&visitor, None))
        }
    };
    let page = Page::new(workshop.title.clone(), content).kind(Kind::Screen).refresh(REFRESH);
    Ok(page.show(&visitor))
}

/// The address in the QR code: a secret of 128 bits that nobody guesses, in place
/// of the six signs people can say aloud.
pub fn join_link(public_url: &str, workshop: &Workshop) -> String {
    format!("{public_url}{}", address::door(&workshop.link_secret))
}

/// The scene that was chosen on the console. A workshop that is over has two: its notes,
/// and its end, which nobody needs to choose.
async fn scene(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let db = &visitor.site.app.db;
    let notes = note::of_workshop(db, &workshop.workshop, workshop.facilitator.as_str()).await?;
    let over = workshop.stage == Stage::Closed;
    let scene = match workshop.live.scene {
        Scene::Wall => Scene::Wall,
        _ if over => Scene::Thanks,
        other => other,
    };
    let people = room::present(db, &workshop.workshop).await?;
    let content = match scene {
        Scene::Enter => html! { (enter(visitor, workshop)) (counts(visitor, workshop, &notes)) },
        Scene::Round => round::show(visitor, workshop).await?,
        Scene::Together => together(visitor, workshop, (&notes, &people)).await?,
        Scene::Wall => notes::wall(voice, &notes),
        Scene::EyesUp => html! {
            p.huge { (voice.say("pulse-eyes-up")) }
            p { (voice.say("screen-eyes-up")) }
            (clock(visitor, workshop).await?)
        },
        Scene::Review => notes::review(voice, &notes),
        Scene::Thanks => notes::thanks(visitor, workshop, &notes),
    };
    let mut boats: Vec<u64> =
        people.iter().map(|it| drawing::boat_of(it.person.as_str())).take(BOATS).collect();
    // A few boats would be a figure under five.
    if people.len() < usize::try_from(CROWD).unwrap_or(0) {
        boats.clear();
    }
    Ok(html! {
        div.scene.(look_of(scene)) {
            header.wall-head {
                h1 { (workshop.title) }
                @if !over { (corner(visitor, workshop)) }
            }
            div.wall-body { (content) }
            // Nobody's eyes are called to a wall that asks them to look up.
            @if scene != Scene::EyesUp {
                div.wall-water {
                    @if scene == Scene::Review { (drawing::pairs(&boats, BOATS)) }
                    @else { (drawing::fleet(&boats, BOATS)) }
                }
            }
        }
    })
}

/// What kind of moment it is, as the style has it.
fn look_of(scene: Scene) -> &'static str {
    match scene {
        Scene::Enter => "scene-enter",
        Scene::Round => "scene-round",
        Scene::Together => "scene-together",
        Scene::Wall => "scene-wall",
        Scene::EyesUp => "scene-eyes-up",
        Scene::Review => "scene-review",
        Scene::Thanks => "scene-thanks",
    }
}

/// How to come in: the one QR code there is.
fn enter(visitor: &Visitor, workshop: &Workshop) -> Markup {
    let (voice, hosting) = (&visitor.voice, &visitor.site.hosting);
    html! {
        div.wall-entrance {
            div.wall-qr { (qr::svg(&join_link(&hosting.public_url, workshop), &voice.say("screen-qr"))) }
            div {
                p { (voice.say("screen-how")) }
                p.url { (hosting.spoken_url()) (address::codes()) }
                p.wall-code { (spoken(&workshop.code)) }
            }
        }
    }
}

/// The same, small, for those who come late.
fn corner(visitor: &Visitor, workshop: &Workshop) -> Markup {
    let short = visitor.site.hosting.spoken_url();
    html! { p.corner { (short) (address::codes()) " · " strong.wall-said { (spoken(&workshop.code)) } } }
}

/// A figure of the wall, in words: below [`CROWD`] it points at somebody, and no figure of
/// the wall is ever so small. `key` has words for nobody (`-none`), for a few (`-few`), and
/// for a number.
fn figure(voice: &Voice, key: &str, count: i64) -> String {
    match count {
        ..=0 => voice.say(&format!("{key}-none")),
        1..CROWD => voice.say(&format!("{key}-few")),
        _ => voice.count(key, count),
    }
}

fn counts(visitor: &Visitor, workshop: &Workshop, notes: &[Note]) -> Markup {
    let voice = &visitor.voice;
    html! {
        p.big data-aloud { (figure(voice, "screen-entered", workshop.entered)) }
        @if workshop.stage == Stage::Prepared { p { (voice.say("screen-soon")) } }
        @if workshop.entered >= CROWD {
            p { (figure(voice, "screen-published", i64::try_from(notes.len()).unwrap_or(0))) }
        } @else {
            p.wall-small { (voice.say("screen-consent")) }
        }
    }
}

/// Where the room is, together: a common goal, and the steps where most people are.
async fn together(
    visitor: &Visitor,
    workshop: &Workshop,
    (notes, people): (&[Note], &[Participant]),
) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let published = i64::try_from(notes.len()).unwrap_or(0);
    let goal = workshop.live.details.goal.map(i64::from);
    let crowded = crowded(workshop, people);
    Ok(html! {
        (clock(visitor, workshop).await?)
        @match goal {
            Some(goal) if published >= CROWD => {
                p.big data-aloud {
                    (voice.fill("screen-goal", &[("n", published.into()), ("goal", goal.into())]))
                }
                progress max=(goal) value=(published.min(goal)) aria-label=(voice.say("screen-goal-label")) {}
            }
            Some(goal) => p.big data-aloud { (voice.count("screen-goal-first", goal)) },
            None => p.big data-aloud { (figure(voice, "screen-published", published)) },
        }
        @if !crowded.is_empty() {
            ul.steps {
                @for (step, count) in crowded {
                    li {
                        span.dots aria-hidden="true" { ("●".repeat(count.min(DOTS))) }
                        (voice.say(&format!("step-{}", step.word()))) " : " (count)
                    }
                }
            }
        }
    })
}

/// The steps where at least [`CROWD`] people are, the most people first kept, in the order
/// of the path. A step that is not told may have nobody or a few: nothing says which.
fn crowded(workshop: &Workshop, people: &[Participant]) -> Vec<(Step, usize)> {
    let at = |step: Step| {
        people.iter().filter(|it| workshop.script.current(&it.done) == Some(step)).count()
    };
    let crowd = usize::try_from(CROWD).unwrap_or(usize::MAX);
    let all = workshop.script.steps().enumerate().map(|(place, step)| (place, step, at(step)));
    let mut steps: Vec<(usize, Step, usize)> = all.filter(|it| it.2 >= crowd).collect();
    steps.sort_by_key(|(place, _, count)| (std::cmp::Reverse(*count), *place));
    steps.truncate(STEPS_TOLD);
    steps.sort_by_key(|(place, ..)| *place);
    steps.into_iter().map(|(_, step, count)| (step, count)).collect()
}

/// The item under way, large, and until when.
async fn clock(visitor: &Visitor, workshop: &Workshop) -> Result<Markup, Problem> {
    let voice = &visitor.voice;
    let Some(under_way) = &workshop.live.under_way else { return Ok(html! {}) };
    let found = workshop.script.shown().find(|item| item.what == under_way.item);
    let Some(item) = found else { return Ok(html! {}) };
    let own = match &item.words {
        Some(id) => content::find(&visitor.site.app.db, id).await?,
        None => content::Content::default(),
    };
    let title = if own.title.is_empty() { voice.say(&item.what.word()) } else { own.title };
    let ends = ends_at(item.lasts(), under_way);
    let left = (ends - visitor.site.app.clock.now()).max(0);
    Ok(html! {
        div.now {
            (drawing::lantern_arc(left, ends - under_way.since))
            p {
                strong { (title) } br;
                (voice.say("pulse-until")) " " (moment::until(voice, ends))
            }
        }
        @if !own.body.trim().is_empty() { p.say { (own.body) } }
    })
}

/// The stream of a wall.
pub async fn direct(Projects { visitor, workshop }: Projects, following: Following) -> Answer {
    let id = workshop.workshop.clone();
    let asking = visitor.clone();
    sse::stream(&asking, following, move |from, reached| {
        let (visitor, id) = (visitor.clone(), id.clone());
        async move {
            let found = workshop::find(&visitor.site.app.db, &id).await.ok()??;
            let result = scene(&visitor, &found).await.ok()?;
            let message = Message { event: "band", data: result.into_string() };
            Some((reached.max(from), vec![message]))
        }
    })
}
