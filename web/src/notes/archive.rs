//! `…/export.zip`: every version as a file, and the list of them, packed as it is sent: an
//! archive costs the same memory whatever its size.

use app::Failure;
use std::io::Write;
use std::time::Duration;

use app::access::Standing;
use domain::files::file::Of;
use futures_util::{TryStreamExt as _, stream};
use poem::http::header;
use poem::{Body, Response};
use projections::notes::history::Filter;
use projections::notes::note::Note;
use tokio::sync::{Semaphore, SemaphorePermit, mpsc};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::history::{seen, who};
use crate::notes::rights::Reads;
use crate::shell::address;
use crate::shell::page::Answer;
use crate::shell::parts::summary;
use crate::shell::parts::table::{Cell, Separator, Table};
use crate::shell::problem::Problem;
use crate::shell::refusals;
use crate::shell::visitor::Visitor;

/// How many versions are read at once.
const BATCH: i64 = 200;

/// The most bytes of text in one archive; older versions are left out past it, and the
/// list says so.
const ARCHIVE_MAX: usize = 64 * 1024 * 1024;

/// How many archives are packed at once: each holds a thread and a text until whoever asked
/// has taken it, or leaves.
static ARCHIVES: Semaphore = Semaphore::const_new(2);

/// How long one waits for a place.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long one file of the note may take to come.
const FILE_PATIENCE: Duration = Duration::from_mins(1);

/// How much is packed before it is sent, in bytes, and how many such pieces may wait.
const PIECE: usize = 32 * 1024;
const PIECES: usize = 4;

/// A file of the archive: its name and what is in it.
type File = (String, Vec<u8>);

/// A piece of the archive, or why there is no more.
type Piece = Result<Vec<u8>, std::io::Error>;

/// Every version as a file, and the list of them, last.
pub async fn archive(Reads { visitor, note, standing, .. }: Reads) -> Answer {
    let place = tokio::time::timeout(PATIENCE, ARCHIVES.acquire()).await;
    let Some(place) = place.ok().and_then(Result::ok) else {
        refusals::record("busy-archives");
        return Err(Problem::Busy);
    };
    let (files, waiting) = mpsc::channel(1);
    let (pieces, body) = mpsc::channel(PIECES);
    let failed = pieces.clone();
    tokio::spawn(async move {
        if let Err(problem) = gather(&visitor, &note, standing, &files).await {
            tracing::error!(?problem, "an archive could not be made");
            // The connection is cut: half an archive must not pass for one.
            let _ = failed.send(Err(std::io::Error::other("a version could not be read"))).await;
        }
    });
    tokio::task::spawn_blocking(move || pack(waiting, pieces, place));
    let body = stream::unfold(body, async |mut body| Some((body.recv().await?, body)));
    Ok(Response::builder()
        .content_type("application/zip")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"historique.zip\"")
        .body(Body::from_bytes_stream(body)))
}

/// Reads the versions one after the other; stops when nobody takes them any more.
async fn gather(
    visitor: &Visitor,
    note: &Note,
    standing: Standing,
    files: &mpsc::Sender<File>,
) -> Result<(), Problem> {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let names = ["version", "date", "author", "why", "added", "removed", "name", "file"];
    let zone = voice.zone_name();
    let columns = names.map(|name| {
        voice.fill(&format!("history-column-{name}"), &[("zone", zone.as_str().into())])
    });
    let mut list = Table::new(voice, Separator::from_query(visitor), &columns)?;
    let (mut before, mut size) = (i64::MAX, 0);
    loop {
        let some = seen(visitor, note, standing, before, &Filter::default(), BATCH).await?;
        let Some(last) = some.last() else { break };
        before = last.revision;
        for revision in &some {
            let mut file = String::new();
            if size < ARCHIVE_MAX {
                match app.notes().words_for(note, standing, revision.revision).await {
                    Ok(words) => {
                        let text = format!("# {}\n\n{}", words.title, words.body);
                        size += text.len();
                        file = format!("version-{:05}.md", revision.revision);
                        if files.send((file.clone(), text.into_bytes())).await.is_err() {
                            return Ok(());
                        }
                    }
                    Err(Failure::Refused(app::notes::HIDDEN)) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            list.row(&[
                Cell::Number(revision.revision),
                Cell::Moment(revision.at),
                who(voice, revision).into(),
                summary::why(voice, revision).into(),
                Cell::Number(i64::from(revision.change.added)),
                Cell::Number(i64::from(revision.change.removed)),
                revision.name.as_str().into(),
                file.into(),
            ])?;
        }
    }
    let _ = files.send(("historique.csv".to_owned(), list.finish()?)).await;
    gather_files(visitor, note, files).await
}

/// The files of the note, each under its own id, as its text names it, with its words in a list.
async fn gather_files(
    visitor: &Visitor,
    note: &Note,
    files: &mpsc::Sender<File>,
) -> Result<(), Problem> {
    let (voice, app) = (&visitor.voice, &visitor.site.app);
    let (found, _) = app.files_for(&visitor.viewer, &Of::Note(note.note.clone())).await?;
    if found.is_empty() {
        return Ok(());
    }
    let columns = ["name", "description", "address", "file"]
        .map(|name| voice.say(&format!("files-column-{name}")));
    let mut list = Table::new(voice, Separator::from_query(visitor), &columns)?;
    for file in found {
        let Some(served) = app.files().size_of(&file.file, u32::MAX).await? else { continue };
        let ending = served.media_type.rsplit('/').next().unwrap_or_default();
        let name = format!("fichiers/{}.{ending}", file.file);
        let bytes = match app.files().bytes(&served.hash, None).await {
            Ok(flow) => {
                let all = flow.try_collect::<Vec<_>>();
                tokio::time::timeout(FILE_PATIENCE, all).await.ok().and_then(Result::ok)
            }
            Err(_) => None,
        };
        list.row(&[
            file.title.as_str().into(),
            file.description.as_str().into(),
            address::file(&file.file).into(),
            bytes.as_ref().map_or("", |_| name.as_str()).into(),
        ])?;
        // One that cannot be read now is in the list alone, and stops no other.
        let Some(bytes) = bytes else { continue };
        if files.send((name, bytes.concat())).await.is_err() {
            return Ok(());
        }
    }
    let _ = files.send(("fichiers.csv".to_owned(), list.finish()?)).await;
    Ok(())
}

/// Packs what comes, and sends it as it is packed.
fn pack(
    mut files: mpsc::Receiver<File>,
    pieces: mpsc::Sender<Piece>,
    place: SemaphorePermit<'static>,
) {
    let packed = || -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let mut packing = ZipWriter::new_stream(Sending { pieces, held: Vec::new() });
        while let Some((name, bytes)) = files.blocking_recv() {
            packing.start_file(name, SimpleFileOptions::default())?;
            packing.write_all(&bytes)?;
        }
        packing.finish()?.into_inner().flush()?;
        Ok(())
    };
    if let Err(error) = packed() {
        tracing::debug!(%error, "an archive was not taken to its end");
    }
    drop(place);
}

/// Sends what is written to it, piece by piece; waits while nobody takes them.
struct Sending {
    pieces: mpsc::Sender<Piece>,
    held: Vec<u8>,
}

impl Write for Sending {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let piece = std::mem::take(&mut self.held);
        let gone = |_| std::io::Error::from(std::io::ErrorKind::BrokenPipe);
        self.pieces.blocking_send(Ok(piece)).map_err(gone)
    }
}
