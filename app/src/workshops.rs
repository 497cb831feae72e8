//! Preparing a workshop and running it. Coming in is in [`mod@enter`], its keys in
//! [`mod@door`], taking part in
//! [`mod@participation`], roles in [`mod@role`], the synthesis of a sheet in
//! [`mod@synthesis`], looks in [`mod@peer_review`], the wall in [`mod@wall`], where phones are in [`mod@presence`].

pub mod door;
pub mod enter;
pub mod erase;
pub mod follow;
pub mod kit;
pub mod outbox;
pub mod participation;
pub mod peer_review;
pub mod photo;
pub mod presence;
pub mod rehearsal;
pub mod role;
pub mod step_times;
pub mod synthesis;
pub mod wall;

crate::app::wing! {
    /// What is done in workshops: prepared, entered, run, followed.
    Workshops
}

use chrono::NaiveDate;
use domain::core::ids::{CommunityId, ContentId, PersonId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::prose::text::{self, TextError};
use domain::workshops::script::{Item, Script};
use domain::workshops::workshop::Workshop;
use domain::workshops::workshop::{
    Act, Command, Conclusion, Details, Language, Mode, ScriptRef, Tone,
};

use projections::groups::community::{Place, place_of};

use crate::Failure;
use crate::engine::clock::{DAY, HOUR};
use crate::engine::envelope::{CommandId, Envelope, NewContent};
use crate::engine::execute::Done;

/// The refusal: it ended more than a day ago.
pub const TOO_LATE: &str = "workshop-too-late";

/// How many times a code is drawn before we admit that something is wrong.
const CODE_TRIES: u32 = 20;

/// How long after its end a workshop can be opened again.
pub const REOPEN: i64 = DAY;

/// The longest words said to everyone at once, in signs.
pub const ANNOUNCEMENT_MAX: usize = 140;

/// What a facilitator decides beforehand.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The name of the workshop.
    pub title: String,
    /// How many may enter.
    pub places: u32,
    pub tone: Tone,
    /// When, if known.
    pub on: Option<NaiveDate>,
    /// Which script it follows.
    pub script: ScriptRef,
    /// Its items, when they are not those of the script itself.
    pub items: Option<Vec<Item>>,
    /// When it begins, in microseconds since 1970, UTC.
    pub starts_at: Option<i64>,
    pub mode: Mode,
    /// The place, in words; often blank.
    pub place: String,
    /// The community it is for; often blank.
    pub community: String,
    /// The community it belongs to, when it does to one.
    pub group: Option<CommunityId>,
    /// How many notes the group would like to publish.
    pub goal: Option<u32>,
    /// Who reads a note published here unless its writer says otherwise.
    pub visibility: Option<Visibility>,
    /// Whether some participants are under fourteen.
    pub minors: bool,
    /// Whether everyone in it is simulated.
    pub rehearsal: bool,
    /// The language of what it projects and prints.
    pub language: Option<Language>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            title: String::new(),
            places: 0,
            tone: Tone::Vous,
            on: None,
            script: Script::express().reference(),
            items: None,
            starts_at: None,
            mode: Mode::InPerson,
            place: String::new(),
            community: String::new(),
            group: None,
            goal: None,
            visibility: None,
            minors: false,
            rehearsal: false,
            language: None,
        }
    }
}

impl Workshops<'_> {
    /// Prepares a workshop and makes its door; a form posted twice makes one.
    ///
    /// # Errors
    /// When its words do not fit; [`Failure::NotFound`] for a community that `by` is not in.
    pub async fn prepare_workshop(
        &self,
        by: &PersonId,
        plan: &Plan,
        command_id: CommandId,
    ) -> Result<WorkshopId, Failure> {
        let title = text::line(&plan.title, text::TITLE_MAX).map_err(Failure::title)?;
        let (place, community) = (optional(&plan.place)?, optional(&plan.community)?);
        if let Some(group) = &plan.group
            && place_of(&self.primary, group, by).await? < Place::Member
        {
            return Err(Failure::NotFound);
        }
        let id: WorkshopId = self.derived_id("workshop", by.as_str(), &command_id);
        self.make_door(&id).await?;
        let (content, reference) =
            self.content(by.as_str(), &command_id, title, String::new(), String::new());
        let command = Command::Prepare {
            workshop: id.clone(),
            by: by.clone(),
            content: reference.id,
            script: plan.script.clone(),
            places: plan.places,
            tone: plan.tone,
            on: plan.on,
        };
        let key = command_id.clone();
        let envelope = Envelope::from(by, key).in_workshop(Some(id.clone())).with(content);
        self.execute::<Workshop>(id.as_str(), command, envelope).await?;
        if let Some(items) = plan.items.clone() {
            let act = Act::Arrange(plan.script.clone(), items);
            self.run_workshop(&id, by, act, command_id.then("items")).await?;
        }
        let details = self.details(by, plan, (place, community), &command_id);
        if details.0 != Details::default() {
            let key = command_id.then("details");
            let (details, content) = details;
            self.act(&id, by, Act::Detail(details), content, key).await?;
        }
        Ok(id)
    }

    fn details(
        &self,
        by: &PersonId,
        plan: &Plan,
        (place, community): (String, String),
        command_id: &CommandId,
    ) -> (Details, Option<NewContent>) {
        let key = command_id.then("place");
        let has_words = !place.is_empty() || !community.is_empty();
        let words =
            has_words.then(|| self.content(by.as_str(), &key, place, String::new(), community));
        let details = Details {
            starts_at: plan.starts_at,
            mode: plan.mode,
            content: words.as_ref().map(|(_, reference)| reference.id.clone()),
            goal: plan.goal,
            visibility: plan.visibility,
            minors: plan.minors,
            rehearsal: plan.rehearsal,
            language: plan.language,
            community: plan.group.clone(),
        };
        (details, words.map(|(content, _)| content))
    }

    /// What only those who run a workshop may do; the aggregate says who they are.
    pub async fn run_workshop(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        act: Act,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        self.act(id, by, act, None, command_id).await
    }

    /// `by` looks at how it went with the names of those who were there: they see who did, and
    /// when, once an hour.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn see_names(&self, id: &WorkshopId, by: &PersonId) -> Result<(), Failure> {
        let hour = (self.clock.now() / HOUR).to_string();
        let key = self.secrets.mark("names-seen", &[id.as_str(), by.as_str(), &hour]);
        let key = CommandId::given(&key).expect("hexadecimal is a key");
        self.run_workshop(id, by, Act::SeeNames, key).await?;
        Ok(())
    }

    async fn act(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        act: Act,
        words: Option<NewContent>,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let mut envelope = Envelope::from(by, command_id).in_workshop(Some(id.clone()));
        if let Some(words) = words {
            envelope = envelope.with(words);
        }
        let command = Command::Run { by: by.clone(), act };
        self.execute::<Workshop>(id.as_str(), command, envelope).await
    }

    /// Opens a workshop; again, within a day of its end.
    pub async fn open_workshop(
        &self,
        workshop: &projections::workshops::workshop::Workshop,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let ended = workshop.stage == projections::workshops::workshop::Stage::Closed;
        if ended && self.clock.now() - workshop.closed_at > REOPEN {
            return Err(Failure::Refused(TOO_LATE));
        }
        self.run_workshop(&workshop.workshop, by, Act::Open, command_id).await
    }

    /// Says something to everyone in the room.
    pub async fn announce(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let words = text::line(words, ANNOUNCEMENT_MAX).map_err(Failure::words)?;
        let (content, reference) = self.line(by, &command_id, words);
        self.act(id, by, Act::Announce(reference), Some(content), command_id).await
    }

    /// Says how it went; `memo` is for those who ran it.
    pub async fn conclude_workshop(
        &self,
        workshop: &projections::workshops::workshop::Workshop,
        by: &PersonId,
        mut conclusion: Conclusion,
        memo: &str,
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let memo = text::body(memo).map_err(Failure::words)?;
        let words = (!memo.trim().is_empty()).then(|| {
            let key = command_id.then("memo");
            self.content(by.as_str(), &key, String::new(), memo, String::new())
        });
        if let Some((_, reference)) = &words {
            conclusion.content = Some(reference.id.clone());
        }
        let act = Act::Conclude(conclusion);
        let words = words.map(|(content, _)| content);
        self.act(&workshop.workshop, by, act, words, command_id).await
    }

    /// Arranges the items; `words` are those of the facilitator for some of them, by
    /// their place: a title and what to say, both often blank.
    pub async fn arrange_workshop(
        &self,
        id: &WorkshopId,
        by: &PersonId,
        (script, mut items): (ScriptRef, Vec<Item>),
        words: &[(usize, String, String)],
        command_id: CommandId,
    ) -> Result<Done, Failure> {
        let mut envelope = Envelope::from(by, command_id.clone()).in_workshop(Some(id.clone()));
        for (at, title, body) in words {
            let Some(item) = items.get_mut(*at) else { continue };
            let title = optional(title)?;
            let body = text::body(body).map_err(Failure::words)?;
            if title.is_empty() && body.trim().is_empty() {
                item.words = None;
                continue;
            }
            let key = command_id.then(&format!("words-{at}"));
            let (content, reference) = self.content(by.as_str(), &key, title, body, String::new());
            item.words = Some(reference.id);
            envelope = envelope.with(content);
        }
        let command = Command::Run { by: by.clone(), act: Act::Arrange(script, items) };
        self.execute::<Workshop>(id.as_str(), command, envelope).await
    }

    /// One line on its way to the content table, and its id.
    pub(crate) fn line(
        &self,
        by: &PersonId,
        command_id: &CommandId,
        line: String,
    ) -> (NewContent, ContentId) {
        let (content, reference) =
            self.content(by.as_str(), command_id, line, String::new(), String::new());
        (content, reference.id)
    }
}

/// One line, or nothing.
pub(crate) fn optional(words: &str) -> Result<String, Failure> {
    match text::line(words, text::TITLE_MAX) {
        Err(TextError::Blank) => Ok(String::new()),
        other => other.map_err(Failure::words),
    }
}
