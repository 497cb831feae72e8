//! `POST …/lecture` and `POST …/appreciation`: reading and liking, with an
//! account or without.

use app::access::{Standing, Viewer};
use app::engine::envelope::{CommandId, Envelope};
use domain::core::ids::ReaderId;
use domain::notes::reading::{Command, ReaderKind, Reading};
use poem::http::StatusCode;
use poem::{IntoResponse as _, Response};
use projections::notes::note::Note;
use projections::notes::reception;

use crate::notes::rights::Reads;
use crate::notes::show::reader;
use crate::shell::address;
use crate::shell::form::Form;
use crate::shell::limits::Counted;
use crate::shell::page::{Answer, go};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

/// How long one reading lasts, in microseconds: a page opened twice over one
/// coffee is one reading.
const WINDOW: i64 = 30 * 60 * 1_000_000;

fn kind(viewer: &Viewer) -> ReaderKind {
    match &viewer.someone {
        Some(someone) if someone.account => ReaderKind::Account,
        Some(_) => ReaderKind::Guest,
        None => ReaderKind::Device,
    }
}

/// Whoever makes a gesture: as a reader of the note, and the device their page offered when
/// it is to be remembered from now on.
struct Gesture {
    reader: ReaderId,
    device: Option<String>,
}

impl Gesture {
    /// `None` for one's own note, a draft, and a device nobody vouches for.
    async fn of(
        visitor: &Visitor,
        (note, standing): (&Note, Standing),
        form: &Form,
    ) -> Result<Option<Self>, Problem> {
        if standing.writer || !note.is_published() {
            return Ok(None);
        }
        if let Some(reader) = reader(visitor, note).await? {
            return Ok(Some(Self { reader, device: None }));
        }
        let offered = form.get("appareil");
        let app = &visitor.site.app;
        Ok(visitor.device_of(offered).map(|(secret, new)| Self {
            reader: app.notes().reader_on(&secret, &note.note),
            device: new.then(|| offered.to_owned()),
        }))
    }

    /// Whether there is room for it. People are known one by one; devices are counted by
    /// address and note, and those that are new by address too: sixty readers of one address
    /// pass, one reader who makes a thousand of themselves does not.
    fn is_welcome(&self, visitor: &Visitor, note: &Note, what: Counted) -> bool {
        if visitor.viewer.someone.is_some() {
            return true;
        }
        let limits = &visitor.site.limits;
        let here = format!("{}|{}", visitor.address, note.note);
        limits.allow(what, &here)
            && (self.device.is_none() || limits.allow(Counted::Device, &visitor.address))
    }

    /// The answer, with the cookie of a device that is new.
    fn answer(&self, visitor: &Visitor, mut response: Response) -> Response {
        if let Some(device) = &self.device {
            visitor.keep_device(device, &mut response);
        }
        response
    }
}

/// It was read. A script says so after a while on the page; a button says so too.
pub async fn open(Reads { visitor, note, standing, .. }: Reads, form: Form) -> Answer {
    let back = form.maybe("retour").is_some();
    let page = || {
        if back {
            go(&format!("{}#figures", address::note(&note.note)))
        } else {
            StatusCode::NO_CONTENT.into_response()
        }
    };
    // A script alone makes no device: reading is not asking to be remembered.
    let gesture = Gesture::of(&visitor, (&note, standing), &form).await?;
    let Some(gesture) = gesture.filter(|gesture| back || gesture.device.is_none()) else {
        return Ok(page());
    };
    if !gesture.is_welcome(&visitor, &note, Counted::ReadingOfDevice) {
        return if back {
            Err(Problem::Refused("note-crowded-here".to_owned()))
        } else {
            Ok(page())
        };
    }
    let app = &visitor.site.app;
    let reader = gesture.reader.clone();
    let stream = format!("{}.{reader}", note.note);
    let command = Command::Open {
        note: note.note.clone(),
        reader: reader.clone(),
        kind: kind(&visitor.viewer),
        window: app.clock.now() / WINDOW,
        // A page kept open says which version was before someone's eyes.
        revision: form
            .number("version")
            .filter(|read| (1..=note.revision).contains(read))
            .unwrap_or(note.revision),
    };
    // The form's key makes a retry the same act; the half hour in the command makes the page and
    // the button one reading.
    let envelope = Envelope::from_reader(&reader, key(&form, "open"));
    // Nobody looks at the figures after a beacon: what counts is that it is kept.
    if back {
        app.execute::<Reading>(&stream, command, envelope).await?;
    } else {
        app.record::<Reading>(&stream, command, envelope).await?;
    }
    Ok(gesture.answer(&visitor, page()))
}

/// It is liked.
pub async fn like(Reads { visitor, note, standing, .. }: Reads, form: Form) -> Answer {
    answer_to_liking(&visitor, (&note, standing), &form, true).await
}

/// It is not liked any more.
pub async fn unlike(Reads { visitor, note, standing, .. }: Reads, form: Form) -> Answer {
    answer_to_liking(&visitor, (&note, standing), &form, false).await
}

async fn answer_to_liking(
    visitor: &Visitor,
    (note, standing): (&Note, Standing),
    form: &Form,
    likes: bool,
) -> Answer {
    let Some(gesture) = Gesture::of(visitor, (note, standing), form).await? else {
        return Err(Problem::Refused("note-cannot-like".to_owned()));
    };
    let reader = gesture.reader.clone();
    let app = &visitor.site.app;
    let liked = reception::likes(&app.db, &note.note, reader.as_str()).await?;
    // Said twice, it is not counted twice anywhere.
    if !liked && likes && !gesture.is_welcome(visitor, note, Counted::LikeOfDevice) {
        return Err(Problem::Refused("note-crowded-here".to_owned()));
    }
    let stream = format!("{}.{reader}", note.note);
    let (note_id, kind) = (note.note.clone(), kind(&visitor.viewer));
    let command = if likes {
        Command::Like { note: note_id, reader: reader.clone(), kind }
    } else {
        Command::Unlike { note: note_id, reader: reader.clone() }
    };
    let envelope = Envelope::from_reader(&reader, key(form, "like"));
    app.execute::<Reading>(&stream, command, envelope).await?;
    Ok(gesture.answer(visitor, go(&format!("{}#figures", address::note(&note.note)))))
}

fn key(form: &Form, what: &str) -> CommandId {
    form.command_id().then(what)
}
