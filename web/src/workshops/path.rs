//! `/a/{code}/parcours/{step}`: the guided path, one step and one button a screen.
//!
//! The engine is here and knows no step by itself: it finds where someone is, and
//! hands over to the panel of that step ([`door`], [`idea`], …). To add a step,
//! see "A new step" in ARCHITECTURE.md.

pub mod blocks;
pub mod canvas;
pub mod clean_up;
pub mod community;
pub mod complete;
pub mod dictate;
pub mod door;
pub mod draft;
pub mod end;
pub mod farewell;
pub mod gather;
pub mod hand;
pub mod idea;
pub mod introduction;
pub mod link;
pub mod moved;
pub mod not_shown;
pub mod offline;
pub mod panels;
pub mod poll;
pub mod preview;
pub mod publish;
pub mod react;
pub mod session;
pub mod thank;
pub mod underway;
pub mod upload;
pub mod wall;

use app::Failure;
use app::engine::envelope::CommandId;
use app::engine::execute::Done;
use app::workshops::REOPEN;
use domain::core::ids::PersonId;
use domain::workshops::participation::Act;
use domain::workshops::script::Step;
use domain::workshops::workshop::Scene;
use maud::{Markup, html};
use poem::http::StatusCode;
use poem::{FromRequest, Request, RequestBody, Response};
use projections::notes::note;
use projections::notes::note::Note;
use projections::workshops::room;
use projections::workshops::room::Participant;
use projections::workshops::workshop::{Stage, Workshop};

use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::handler::Rights;
use crate::shell::layout::{Kind, Page};
use crate::shell::page::{Answer, go};
use crate::shell::parts::icon::{self, Icon};
use crate::shell::parts::kept;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::workshops::path::panels::{Kept, panels};
use crate::workshops::rights::AtTheDoor;
use poem::http::Method;

panels! {
    Round => introduction at "tour-de-table" keeps Kept::Page,
    React => react at "lecture" keeps Kept::Nothing,
    Door => door at "porte" keeps Kept::Page,
    Idea => idea at "idee" keeps Kept::Page,
    Draft => draft at "brouillon" keeps Kept::Form(draft::blank),
    Blocks => blocks at "blocs" keeps Kept::Nothing,
    Look => preview at "apercu" keeps Kept::Form(preview::blank),
    Publish => publish at "publication" keeps Kept::Form(publish::blank),
    Thank => thank at "merci" keeps Kept::Nothing,
    Link => link at "relier" keeps Kept::Nothing,
    Gather => gather at "recolte" keeps Kept::Nothing,
    Canvas => canvas at "canevas" keeps Kept::Nothing,
    Farewell => farewell at "cloture" keeps Kept::Nothing,
}

/// Someone on their way.
#[derive(Clone)]
pub struct Walk {
    pub visitor: Visitor,
    pub workshop: Workshop,
    /// How far they are.
    pub participant: Participant,
    /// The note they write here.
    pub note: Option<Note>,
}

/// What a panel shows: its title, its content, and anything it has to say first.
pub struct Panel {
    /// The title of the step.
    pub title: String,
    /// What is in it.
    pub content: Markup,
    /// The status of the page.
    pub status: StatusCode,
}

impl Panel {
    /// A panel with nothing special.
    pub fn new(title: String, content: Markup) -> Self {
        Self { title, content, status: StatusCode::OK }
    }
}

/// Whoever has not entered is sent to the door; if what they send is a form, their session was
/// lost: what they wrote is shown to them, and the ways to come back.
impl<'a> FromRequest<'a> for Walk {
    async fn from_request(req: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let AtTheDoor { visitor, workshop } = AtTheDoor::from_request(req, body).await?;
        let found = find(&visitor, &workshop).await;
        let is_form = req.method() == Method::POST;
        Ok(match found {
            Ok(Some(walk)) => walk,
            Ok(None) if is_form => return Err(Problem::SignIn.into()),
            Ok(None) => return Err(Problem::instead(go(&address::door(&workshop.code))).into()),
            Err(Problem::Behind) if !is_form => {
                return Err(Problem::instead(not_shown::page(&visitor, &workshop)).into());
            }
            Err(problem) => return Err(problem.into()),
        })
    }
}

impl Rights for Walk {}

async fn find(visitor: &Visitor, workshop: &Workshop) -> Result<Option<Walk>, Problem> {
    let db = &visitor.site.app.db;
    let Some(person) = visitor.viewer.person() else { return Ok(None) };
    let Some(participant) = room::find(db, &workshop.workshop, person).await? else {
        // The door would send them back here.
        let is_in = not_shown::is_in(visitor, workshop, person).await?;
        return if is_in { Err(Problem::Behind) } else { Ok(None) };
    };
    let note = match &participant.note {
        Some(note) => note::find(db, note).await?,
        None => None,
    };
    let (visitor, workshop) = (visitor.clone().in_tone(workshop.tone), workshop.clone());
    Ok(Some(Walk { visitor, workshop, participant, note }))
}

impl Walk {
    /// Who.
    pub fn person(&self) -> &PersonId {
        &self.participant.person
    }

    /// Does an act of theirs, here.
    async fn take_part(&self, act: Act, key: CommandId) -> Result<Done, Failure> {
        let here = (&self.workshop.workshop, self.person());
        self.visitor.site.app.workshops().take_part(here, self.person(), act, key).await
    }

    /// Is done with a step that leaves no other trace.
    async fn complete(&self, step: Step, key: CommandId) -> Result<Done, Failure> {
        self.take_part(Act::CompleteStep(step), key).await
    }

    /// The address of a step.
    pub fn address(&self, step: Step) -> String {
        address::step(&self.workshop.code, slug(step))
    }

    /// The address of the step after `step`, or the end after the last.
    pub fn after(&self, step: Step) -> String {
        self.workshop.script.after(step).map_or_else(|| self.end(), |next| self.address(next))
    }

    /// Where somebody says that they are done with `step`.
    fn done(&self, step: Step) -> String {
        address::step_done(&self.workshop.code, slug(step))
    }

    /// The address of the last page.
    pub fn end(&self) -> String {
        address::end(&self.workshop.code)
    }

    /// Where writing begins in this script.
    fn beginning(&self) -> Step {
        let script = &self.workshop.script;
        if script.has(Step::Door) {
            Step::Door
        } else {
            script.steps().next().unwrap_or(Step::Idea)
        }
    }

    /// The page of a panel.
    pub fn page(self, step: Step, panel: Panel) -> Response {
        let content = self.frame(step, &panel, &html! {});
        let page = Page::new(panel.title, content).kind(Kind::Step).status(panel.status);
        page.walking().show(&self.visitor)
    }

    /// The same, with what the room says at this moment.
    async fn live_page(self, step: Step, panel: Panel) -> Answer {
        // A phone that keeps pages for later is not at all of them.
        if self.is_open() && self.visitor.query.maybe("vierge").is_none() {
            poll::beat(&self, step, 0, 0);
        }
        let result = poll::fragment(&self, Some(step)).await?;
        let content = self.frame(step, &panel, &result);
        let page = Page::new(panel.title, content).kind(Kind::Step).status(panel.status);
        Ok(page.walking().show(&self.visitor))
    }

    fn frame(&self, step: Step, panel: &Panel, markup: &Markup) -> Markup {
        let voice = &self.visitor.voice;
        let script = &self.workshop.script;
        let place = script.number(step);
        let counted = script.counted();
        let number = |number: usize| i64::try_from(number).unwrap_or(0);
        html! {
            @if self.is_open() { div.shore-band.(water_of(self.workshop.live.scene)) aria-hidden="true" {} }
            div.progress {
                @if let Some(before) = script.before(step) {
                    a.back href=(self.address(before)) { (voice.say("path-back")) }
                }
                @if let Some(place) = place {
                    p { (voice.fill("path-step", &[
                        ("n", number(place).into()), ("of", number(counted).into()),
                    ])) }
                    ol.ticks aria-hidden="true" {
                        @for at in 1..=counted {
                            li.tick-done[at < place].tick-here[at == place] {}
                        }
                    }
                }
            }
            (dictate::banner(self))
            div #pouls data-pouls=[self.is_open().then(|| poll::address(self, step))]
                aria-live="polite" { (markup) }
            h1 { (panel.title) }
            @if self.is_over() { p.banner { (voice.say("path-over")) } }
            div data-outbox data-next=(self.after(step)) data-keep=(offline::addresses(self))
                data-who=(offline::whose(self)) {
                (panel.content)
            }
            (offline::held(self))
            (kept::state(&self.visitor, &address::door(&self.workshop.code)))
            @if !self.is_over() { (self.hand()) }
        }
    }

    fn is_open(&self) -> bool {
        self.workshop.stage == Stage::Open
    }

    fn is_over(&self) -> bool {
        self.workshop.stage == Stage::Closed
    }

    fn hand(&self) -> Markup {
        let voice = &self.visitor.voice;
        let raised = self.participant.hand.is_some();
        html! {
            a.hand.hand-raised[raised] href=(address::hand(&self.workshop.code)) {
                (icon::draw(Icon::Hand))
                span { (voice.say(if raised { "hand-is-up" } else { "hand-raise" })) }
            }
        }
    }
}

/// The water of the moment, the same on a phone as on the wall: one knows to be in the right place.
fn water_of(scene: Scene) -> &'static str {
    match scene {
        Scene::Enter | Scene::Round | Scene::Wall => "shore-morning",
        Scene::Together => "shore-noon",
        Scene::EyesUp => "shore-night",
        Scene::Review | Scene::Thanks => "shore-evening",
    }
}

/// `/a/{code}/parcours`: wherever they were.
pub async fn resume(walk: Walk) -> Answer {
    let here = walk.workshop.script.current(&walk.participant.done);
    Ok(go(&here.map_or_else(|| walk.end(), |step| walk.address(step))))
}

/// `/a/{code}/parcours/{step}`: the panel of a step.
pub async fn show(walk: Walk) -> Answer {
    let step = from_slug(walk.visitor.part("step")).ok_or(Problem::NotFound)?;
    if !walk.workshop.script.has(step) {
        return Ok(go(&address::path(&walk.workshop.code)));
    }
    if walk.visitor.viewer.someone.as_ref().is_some_and(|it| it.moved) {
        return Ok(moved::page(&walk));
    }
    if walk.participant.merged_into.is_some() {
        return Ok(moved::merged(&walk));
    }
    if !poll::is_open(&walk, step) {
        let voice = &walk.visitor.voice;
        let panel = Panel::new(
            voice.say("pace-title"),
            html! {
                p.lead { (voice.say("pace-help")) }
                @if let Some(before) = walk.workshop.live.pace {
                    p { a.button.primary href=(walk.address(before)) { (voice.say("pace-back")) } }
                }
            },
        );
        return walk.live_page(step, panel).await;
    }
    // A note others read is changed on its own page, where that is said.
    if matches!(step, Step::Idea | Step::Draft)
        && let Some(note) = walk.note.as_ref().filter(|note| note.is_shared())
    {
        return Ok(go(&address::editor(&note.note)));
    }
    // What a phone keeps for later: nothing that would be untrue by then.
    let is_kept = walk.visitor.query.maybe("vierge").is_some();
    if is_kept && matches!(kept_of(step), Kept::Nothing) {
        return walk.clone().live_page(step, offline::blank(&walk, step)).await;
    }
    let panel = panel_of(step, &walk).await?;
    match panel {
        Some(panel) => walk.live_page(step, panel).await,
        None if is_kept => walk.clone().live_page(step, offline::blank(&walk, step)).await,
        // A step that needs something first sends back to where it is made.
        None => Ok(go(&walk.address(walk.beginning()))),
    }
}

/// Whether a step takes what is sent to it: it is in the script of this workshop, the room
/// has come to it, and it is not over. What was written is shown when it does not.
async fn accepts(walk: &Walk, step: Step, form: &Form) -> Result<(), Problem> {
    let refused = |key: &str| Err(Problem::Refused(key.to_owned()));
    if !walk.workshop.script.has(step) {
        return refused("path-not-here");
    }
    let ended = walk.visitor.site.app.clock.now() - walk.workshop.closed_at > REOPEN;
    if walk.is_over() && ended && step.is_together() {
        // Agreeing to be named can be taken back for ever.
        introduction::take_back_consent(walk, step, form).await?;
        return refused("path-room-over");
    }
    if !poll::is_open(walk, step) {
        return refused("pace-not-yet");
    }
    // The others show their form again themselves, in its fields.
    if form.broken && !matches!(step, Step::Idea | Step::Draft) {
        return refused("form-broken");
    }
    Ok(())
}

/// `POST /a/{code}/parcours/{step}/suite`: on to the next one, for steps whose form adds things
/// and which have a second button, to go on; the others are done by their own form.
pub async fn be_done(walk: Walk, form: Form) -> Answer {
    let step = from_slug(walk.visitor.part("step")).ok_or(Problem::NotFound)?;
    if !matches!(step, Step::Link | Step::Gather | Step::Canvas) {
        return Err(Problem::NotFound);
    }
    kept::refuse_other(&form, &offline::whose(&walk))?;
    accepts(&walk, step, &form).await?;
    walk.complete(step, form.command_id()).await?;
    Ok(go(&walk.after(step)))
}

/// `POST /a/{code}/parcours/{step}`: the one act of a step.
pub async fn act(walk: Walk, form: Form) -> Answer {
    let step = from_slug(walk.visitor.part("step")).ok_or(Problem::NotFound)?;
    kept::refuse_other(&form, &offline::whose(&walk))?;
    accepts(&walk, step, &form).await?;
    act_of(step, walk, &form).await
}
