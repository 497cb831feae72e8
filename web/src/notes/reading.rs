//! `POST …/lecture` and `POST …/appreciation`: reading and liking, with an
//! account or without.

use app::access::{Standing, Viewer};
use app::notes::reading::Reader;
use domain::notes::reading::ReaderKind;
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
use crate::shell::parts::said::{Said, go_saying};
use crate::shell::problem::Problem;
use crate::shell::visitor::Visitor;

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
    reader: Reader,
    device: Option<String>,
}

impl Gesture {
    /// `None` for one's own note, a draft, and a device nobody vouches for.
    async fn of(
        visitor: &Visitor,
        (note, standing): (&Note, Standing),
        form: &Form,
    ) -> Result<Option<Self>, Problem> {
        if standing.writer || !note.is_shared() {
            return Ok(None);
        }
        let kind = kind(&visitor.viewer);
        if let Some(reader) = reader(visitor, note).await? {
            let reader = Reader { id: reader, kind };
            return Ok(Some(Self { reader, device: None }));
        }
        let offered = form.get("appareil");
        let app = &visitor.site.app;
        Ok(visitor.device_of(offered).map(|(secret, new)| Self {
            reader: Reader { id: app.notes().reader_on(&secret, &note.note), kind },
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
            go_saying(&address::note(&note.note), Said::Read)
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
    // A page kept open says which version was before someone's eyes.
    let revision = form
        .number("version")
        .filter(|read| (1..=note.revision).contains(read))
        .unwrap_or(note.revision);
    // The form's key makes a retry the same act; the half hour in the command makes the page and
    // the button one reading. Nobody looks at the figures after a beacon.
    let (app, key) = (&visitor.site.app, form.command_id());
    app.notes().read(&note, &gesture.reader, (revision, back), key).await?;
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
    let (app, reader) = (&visitor.site.app, &gesture.reader);
    let liked = reception::likes(&app.db, &note.note, reader.id.as_str()).await?;
    // Said twice, it is not counted twice anywhere.
    if !liked && likes && !gesture.is_welcome(visitor, note, Counted::LikeOfDevice) {
        return Err(Problem::Refused("note-crowded-here".to_owned()));
    }
    app.notes().like(note, reader, likes, form.command_id()).await?;
    Ok(gesture.answer(visitor, go(&format!("{}#figures", address::note(&note.note)))))
}
