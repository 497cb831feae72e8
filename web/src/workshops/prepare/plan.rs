//! `/ateliers/nouveau`: a new workshop on one page of at most twelve fields, from a
//! script, from a past workshop, or from a kit.

use app::Failure;
use app::workshops::Plan;
use app::workshops::kit::Kit;
use chrono::NaiveDate;
use domain::notes::visibility::Visibility;
use domain::workshops::script::Script;
use domain::workshops::workshop::{Language, Mode, Tone};
use maud::{Markup, html};
use poem::Response;
use poem::http::StatusCode;
use projections::core::content;
use projections::groups::community::{self, Community};
use projections::workshops::workshop::Workshop;
use strum::VariantArray as _;

use crate::shell::address;
use crate::shell::form::{Form, Uploads};
use crate::shell::layout::Page;
use crate::shell::page::{Answer, go};
use crate::shell::parts::field::{self, Line, Paste};
use crate::shell::parts::summary::capital;
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;
use crate::shell::voice;
use crate::workshops::rights::{Prepares, duty_in};

/// The word of a workshop in English, among tones.
const ENGLISH: &str = "english";

/// The field of a workshop's name.
const TITLE: &str = "title";

/// How many places a new workshop has unless told otherwise.
const PLACES: u32 = 40;

/// A new workshop, on one page; with `?copie=`, filled as a past one was.
pub async fn new(Prepares { visitor, .. }: Prepares) -> Answer {
    let form = match visitor.query.maybe("copie") {
        Some(id) => copied(&visitor, id).await?,
        None => Form::default(),
    };
    let groups_of = own_groups(&visitor).await?;
    Ok(form_page(&visitor, &form, &groups_of, None))
}

/// What the form of a past workshop would hold.
async fn copied(visitor: &Visitor, id: &str) -> Result<Form, Problem> {
    let (workshop, duty) = duty_in(visitor, id).await?;
    if !duty.runs {
        return Err(Problem::NotFound);
    }
    let details = &workshop.live.details;
    let words = match &details.content {
        Some(id) => content::find(&visitor.site.app.db, id).await?,
        None => content::Content::default(),
    };
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut fields = vec![
        field("copie", workshop.workshop.as_str()),
        field("script", &workshop.script.name),
        field("title", &workshop.title),
        field("mode", details.mode.word()),
        field("place", &words.title),
        field("community", &words.summary),
        field("places", &workshop.places.to_string()),
        field(
            "tone",
            match details.language.unwrap_or_default() {
                Language::French => workshop.tone.word(),
                Language::English => ENGLISH,
            },
        ),
    ];
    if let Some(community) = &details.community {
        fields.push(field("community_id", community.as_str()));
    }
    if let Some(goal) = details.goal {
        fields.push(field("goal", &goal.to_string()));
    }
    if details.visibility == Some(Visibility::Everyone) {
        fields.push(field("visibility", "everyone"));
    }
    if details.minors {
        fields.push(field("minors", "1"));
    }
    Ok(Form::of(fields))
}

/// `refused`: the field that could not be taken, if it is one, and why.
fn form_page(
    visitor: &Visitor,
    form: &Form,
    groups_of: &[Community],
    refused: Option<(&str, &str)>,
) -> Response {
    let voice = &visitor.voice;
    let copy = form.maybe("copie");
    let content = html! {
        h1 { (voice.say("plan-page")) }
        p.lead { (voice.say(if copy.is_some() { "plan-copied" } else { "plan-lead" })) }
        (field::notice("plan", refused.filter(|(field, _)| *field != TITLE).map(|(_, why)| why)))
        form novalidate method="post" action=(address::workshops()) data-lines {
            (field::key(visitor))
            @if let Some(copy) = copy {
                input type="hidden" name="copie" value=(copy);
                input type="hidden" name="script" value=(form.get("script"));
            } @else {
                (scripts(visitor, form))
            }
            (title_line(visitor, form, refused))
            div.row.pair {
                (line(visitor, form, "on", "date", true))
                (line(visitor, form, "hour", "time", true))
            }
            (choices(visitor, form, "mode", &Mode::VARIANTS.iter().map(|it| it.word()).collect::<Vec<_>>()))
            (line(visitor, form, "place", "text", true))
            (groups(visitor, form, groups_of))
            (line(visitor, form, "community", "text", true))
            div.row.pair {
                (line(visitor, form, "places", "number", false))
                (line(visitor, form, "goal", "number", true))
            }
            (choices(visitor, form, "visibility", &["workshop", "everyone"]))
            (choices(visitor, form, "tone", &tones(visitor)))
            label.check {
                input type="checkbox" name="minors" value="1" checked[form.get("minors") == "1"];
                span { (voice.say("plan-minors")) }
            }
            button.primary type="submit" { (voice.say("plan-button")) }
        }
        (kit_form(visitor, None))
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(voice.say("plan-page"), content).status(status).show(visitor)
}

/// Its name, and why it could not be taken: said where it is mended.
fn title_line(visitor: &Visitor, form: &Form, refused: Option<(&str, &str)>) -> Markup {
    let voice = &visitor.voice;
    let (label, help) = (voice.say("plan-title"), voice.say("plan-title-help"));
    let notice = refused.filter(|(field, _)| *field == TITLE).map(|(_, why)| why);
    let line = Line::new(TITLE, &label, form.get(TITLE));
    Line { help: Some(&help), notice, focus: notice.is_some(), ..line }.show()
}

/// The scripts, each with how long it lasts.
fn scripts(visitor: &Visitor, form: &Form) -> Markup {
    let voice = &visitor.voice;
    let chosen = form.maybe("script").unwrap_or("express");
    html! {
        fieldset.choices {
            legend { (voice.say("plan-script")) }
            @for script in Script::offered() {
                label.choice {
                    input type="radio" name="script" value=(script.name) checked[script.name == chosen];
                    span {
                        strong { (voice.say(&format!("script-{}", script.name))) }
                        span {
                            (voice.say(&format!("script-{}-help", script.name))) " "
                            (voice.count("plan-steps", i64::try_from(script.counted()).unwrap_or(0))) ", "
                            (voice.lasting(i64::from(script.lasts().div_ceil(60))))
                        }
                    }
                }
            }
        }
    }
}

fn line(visitor: &Visitor, form: &Form, name: &str, kind: &str, optional: bool) -> Markup {
    let voice = &visitor.voice;
    let label = voice.say(&format!("plan-{name}"));
    let places = PLACES.to_string();
    let value = match form.maybe(name) {
        None if name == "places" => places.as_str(),
        value => value.unwrap_or_default(),
    };
    let help = match name {
        "places" | "goal" | "community" => Some(voice.say(&format!("plan-{name}-help"))),
        "hour" => Some(capital(&voice.zone_name())),
        _ => None,
    };
    Line { kind, optional, help: help.as_deref(), ..Line::new(name, &label, value) }.show()
}

/// The most communities that are proposed.
const GROUPS: i64 = 40;

/// The communities that whoever prepares is in, and that go on.
async fn own_groups(visitor: &Visitor) -> Result<Vec<Community>, Problem> {
    let db = &visitor.site.app.db;
    let mut groups = community::of_person(db, visitor.person()?, GROUPS).await?;
    groups.retain(|it| !it.has_ended());
    Ok(groups)
}

/// The community it belongs to, for those who are in one.
fn groups(visitor: &Visitor, form: &Form, groups: &[Community]) -> Markup {
    let voice = &visitor.voice;
    let chosen = form.get("community_id");
    html! {
        @if !groups.is_empty() {
            div.field {
                label for="community_id" { (voice.say("plan-group")) }
                p.help #community_id-help { (voice.say("plan-group-help")) }
                select #community_id name="community_id" aria-describedby="community_id-help" {
                    option value="" selected[chosen.is_empty()] { (voice.say("plan-group-none")) }
                    @for group in groups {
                        option value=(group.community) selected[chosen == group.community.as_str()] {
                            (crate::groups::list::name(voice, group))
                        }
                    }
                }
            }
        }
    }
}

fn choices(visitor: &Visitor, form: &Form, name: &str, words: &[&str]) -> Markup {
    let voice = &visitor.voice;
    let chosen = form.maybe(name).or(words.first().copied()).unwrap_or_default();
    html! {
        fieldset.chips {
            legend { (voice.say(&format!("plan-{name}"))) }
            @for word in words {
                label.chip {
                    input type="radio" name=(name) value=(word) checked[*word == chosen];
                    span { (voice.say(&format!("plan-{name}-{word}"))) }
                }
            }
        }
    }
}

/// How a workshop may speak: in French with `vous` or `tu`, or in English. What its
/// facilitator reads is proposed.
fn tones(visitor: &Visitor) -> [&'static str; 3] {
    match visitor.voice.language {
        voice::Language::French => ["vous", "tu", ENGLISH],
        voice::Language::English => [ENGLISH, "vous", "tu"],
    }
}

/// What was chosen among [`tones`]: the language of the workshop, and its tone in French.
fn spoken(visitor: &Visitor, chosen: &str) -> (Language, Tone) {
    match chosen.parse() {
        Ok(tone) => (Language::French, tone),
        Err(_) if chosen == ENGLISH => (Language::English, Tone::Vous),
        Err(_) => (visitor.voice.language.into(), Tone::Vous),
    }
}

/// Where a kit is brought in: a file, or its text.
fn kit_form(visitor: &Visitor, refused: Option<(&str, &str)>) -> Markup {
    let voice = &visitor.voice;
    let (notice, text) = refused.map_or((None, ""), |(notice, text)| (Some(notice), text));
    html! {
        details open[notice.is_some()] {
            summary { (voice.say("kit-bring")) }
            (field::notice("kit", notice))
            form novalidate method="post" action=(address::new_kit()) enctype="multipart/form-data" {
                (field::key(visitor))
                div.field {
                    label for="file" { (voice.say("kit-file")) }
                    input #file type="file" name="file" accept="application/json,.json";
                }
                (field::area_for(Paste::Exact, ("kit", &voice.say("kit-text"), None), text, 4))
                button type="submit" { (voice.say("kit-button")) }
            }
        }
    }
}

/// What was decided, read from the form.
async fn plan(visitor: &Visitor, form: &Form) -> Result<Plan, Problem> {
    let number = |name: &str| form.number(name).and_then(|number| u32::try_from(number).ok());
    let on = NaiveDate::parse_from_str(form.get("on"), "%Y-%m-%d").ok();
    let starts_at = visitor.voice.zone.written(form.get("on"), form.get("hour"));
    let (language, tone) = spoken(visitor, form.get("tone"));
    let mut plan = Plan {
        title: form.get("title").to_owned(),
        places: number("places").unwrap_or(0),
        tone,
        on,
        starts_at,
        mode: form.get("mode").parse().unwrap_or(Mode::InPerson),
        place: form.get("place").to_owned(),
        community: form.get("community").to_owned(),
        group: form.get("community_id").parse().ok(),
        goal: number("goal").filter(|goal| *goal > 0),
        visibility: (form.get("visibility") == "everyone").then_some(Visibility::Everyone),
        minors: form.get("minors") == "1",
        language: Some(language),
        ..Plan::default()
    };
    if let Some(script) = Script::newest(form.get("script")) {
        plan.script = script.reference();
    }
    if let Some(copy) = form.maybe("copie") {
        let past: Workshop = match duty_in(visitor, copy).await? {
            (workshop, duty) if duty.runs => workshop,
            _ => return Err(Problem::NotFound),
        };
        plan.script = past.script.reference();
        plan.items = past.live.items;
    }
    Ok(plan)
}

/// `POST /ateliers`.
pub async fn create(Prepares { visitor, person }: Prepares, form: Form) -> Answer {
    let plan = plan(&visitor, &form).await?;
    match visitor.site.app.workshops().prepare_workshop(&person, &plan, form.command_id()).await {
        Ok(id) => Ok(go(&address::workshop(&id))),
        Err(error) => {
            let field = if let Failure::Words(field, _) = &error { field } else { "" };
            match Problem::from(error) {
                Problem::Refused(key) => {
                    let notice = visitor.voice.say(&key);
                    let groups_of = own_groups(&visitor).await?;
                    Ok(form_page(&visitor, &form, &groups_of, Some((field, &notice))))
                }
                other => Err(other),
            }
        }
    }
}

/// `POST /ateliers/trousse`: the workshop of a kit.
pub async fn bring_kit(
    Prepares { visitor, person }: Prepares,
    form: Form,
    files: Uploads,
) -> Answer {
    let text = files.text("file").unwrap_or_else(|| Ok(form.get("kit").to_owned()));
    let refuse = |key: &str, text: &str| {
        let voice = &visitor.voice;
        let notice = voice.say(key);
        let content = html! {
            h1 { (voice.say("kit-bring")) }
            (kit_form(&visitor, Some((&notice, text))))
        };
        Page::new(voice.say("kit-bring"), content)
            .status(StatusCode::UNPROCESSABLE_ENTITY)
            .show(&visitor)
    };
    let Ok(text) = text else {
        let is_document = files.is_document("file");
        return Ok(refuse(if is_document { "kit-document" } else { "kit-unreadable" }, ""));
    };
    let Some(kit) = Kit::read(&text) else { return Ok(refuse("kit-unknown", &text)) };
    match visitor
        .site
        .app
        .workshops()
        .prepare_from_kit(&person, &kit, visitor.voice.language.into(), form.command_id())
        .await
    {
        Ok(id) => Ok(go(&address::workshop(&id))),
        Err(error) => match Problem::from(error) {
            Problem::Refused(key) => Ok(refuse(&key, &text)),
            other => Err(other),
        },
    }
}
