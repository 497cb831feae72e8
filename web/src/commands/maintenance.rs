//! What an operator does with a commons: checks it, repairs it, copies it, moves it.

use std::path::PathBuf;

use app::App;
use app::engine::clock::Clock;
use app::engine::{backup, hash_chain};
use app::files::copies::{self, Copied};
use app::files::store::{self, Store};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use migrations::Db;
use migrations::schema::Schema;

use super::{Outcome, Place};

#[derive(Args)]
pub struct VerifyArgs {
    #[command(flatten)]
    place: Place,
    /// Tête de la chaîne notée auparavant · The head of the chain, as printed and kept before.
    #[arg(long)]
    head: Option<String>,
}

#[derive(Args)]
pub struct RetryArgs {
    #[command(flatten)]
    place: Place,
    /// Seulement cette projection · Only this projection.
    projection: Option<String>,
}

#[derive(Args)]
pub struct SkipArgs {
    #[command(flatten)]
    place: Place,
    /// La projection arrêtée, ou la suite mise de côté (note/ID) · The projection that is stopped, or the stream that is set aside.
    what: String,
    /// Pour une projection, la position de l'événement, telle que dans /sante · For a projection, the position of the event, as in /sante.
    position: Option<i64>,
    /// Pourquoi, pour qui le relira · Why, for whoever reads it later.
    #[arg(long)]
    reason: String,
}

#[derive(Args)]
pub struct FileArgs {
    #[command(flatten)]
    place: Place,
    /// Le fichier · The file.
    file: PathBuf,
}

#[derive(Args)]
pub struct BackupArgs {
    #[command(flatten)]
    place: Place,
    /// Le fichier à écrire · The file to write.
    file: PathBuf,
    /// Les clés des personnes, dans un autre fichier, gardé ailleurs · People's keys, into another file, kept elsewhere.
    #[arg(long)]
    keys_file: Option<PathBuf>,
}

#[derive(Args)]
pub struct RestoreArgs {
    #[command(flatten)]
    backup: BackupArgs,
    /// Le registre des effacements, gardé ailleurs : ce qui a été effacé l'est de nouveau · The ledger of erasures, kept elsewhere: what was erased is erased again.
    #[arg(long)]
    erasures: Option<PathBuf>,
}

#[derive(Args)]
pub struct ImportArgs {
    #[command(flatten)]
    file: FileArgs,
    /// Le registre des effacements · The ledger of erasures.
    #[arg(long)]
    erasures: Option<PathBuf>,
}

/// A bar on the terminal; nothing when the output is a file.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    let style = "{msg:<12} [{bar:40}] {human_pos}/{human_len} ({percent} %) {per_sec}, {eta}";
    bar.set_style(ProgressStyle::with_template(style).expect("a template of our own"));
    bar
}

fn show(bar: &ProgressBar, position: i64, of: i64) {
    let number = |number: i64| u64::try_from(number).unwrap_or(0);
    bar.set_length(number(of.max(position)));
    bar.set_position(number(position));
}

async fn for_repair(place: &Place) -> Outcome<App> {
    Ok(App::open_for_repair(&place.settings(), Clock::default(), projections::all()).await?)
}

/// A bar for each projection that is replaying the log.
fn bars() -> impl FnMut(&str, i64, i64) + Send {
    let all = indicatif::MultiProgress::new();
    let mut bars = std::collections::BTreeMap::new();
    move |name, position, head| {
        let bar = bars
            .entry(name.to_owned())
            .or_insert_with(|| all.add(bar().with_message(name.to_owned())));
        show(bar, position, head);
    }
}

pub async fn rebuild(place: &Place) -> Outcome<()> {
    let app = for_repair(place).await?;
    app.projector.rebuild(&mut bars()).await?;
    println!("Toutes les projections ont tout entendu · Every projection has heard everything.");
    Ok(())
}

pub async fn verify(args: &VerifyArgs) -> Outcome<()> {
    if args.head.as_deref().is_some_and(|head| hash_chain::read_head(head).is_none()) {
        return Err("--head : POSITION:HASH, tel qu'imprimé · as it was printed".into());
    }
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    app.seal().await?;
    let (mut wrong, head) = app.verify_seals(args.head.as_deref()).await?;
    wrong.extend(app.projector.verify().await?);
    let files = app.files().verify().await?;
    wrong.extend(files.wrong.iter().map(|hash| {
        format!("{hash}: ce fichier manque ou est abîmé · this file is missing or damaged")
    }));
    if wrong.is_empty() {
        println!("Tout concorde · Everything agrees.");
        println!("Tête de la chaîne · Head of the chain : {head}");
        println!(
            "(Notez-la ailleurs ; `sillage verify --head {head}` la retrouvera · Keep it elsewhere.)"
        );
        return Ok(());
    }
    Err(wrong.join("\n").into())
}

pub async fn retry(args: &RetryArgs) -> Outcome<()> {
    let app = for_repair(&args.place).await?;
    let mut resumed = app.projector.retry(args.projection.as_deref()).await?;
    app.projector.catch_up().await?;
    let mut wrong = vec![];
    if args.projection.is_none() {
        let result = app.projector.retry_streams(&mut bars()).await?;
        resumed += result.back.len() + result.still.len();
        for stream in result.back {
            println!(
                "{stream} se lit de nouveau, et toutes les tables le suivent · can be read again, and every table follows it."
            );
        }
        for set_aside in result.still {
            let (stream, position) = (set_aside.stream(), set_aside.position);
            wrong.push(format!(
                "{stream} @ {position}: {} ({})",
                set_aside.reason,
                set_aside.advice()
            ));
        }
    }
    if resumed == 0 {
        println!("Rien n'était arrêté · Nothing was stopped.");
    }
    for failure in app.projector.failures().await? {
        wrong.push(format!("{}: {} ({})", failure.name, failure.error, failure.advice));
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n").into());
    }
    println!("Tout suit · Everything follows.");
    Ok(())
}

pub async fn skip(args: &SkipArgs) -> Outcome<()> {
    let app = for_repair(&args.place).await?;
    if args.what.contains('/') {
        app.projector.catch_up().await?;
        let left = app.projector.skip_in_stream(&args.what, &args.reason, &mut bars()).await?;
        for event in left {
            println!("Laissé de côté · Left out : {event}");
        }
        println!("{} se lit de nouveau · can be read again.", args.what);
        return Ok(());
    }
    let position = args.position.ok_or("POSITION : telle que dans /sante · as in /sante")?;
    app.projector.skip(&args.what, position, &args.reason).await?;
    app.projector.catch_up().await?;
    println!("{} laisse de côté l'événement {position} · leaves out event {position}.", args.what);
    Ok(())
}

pub async fn backup(args: &BackupArgs) -> Outcome<()> {
    let settings = args.place.settings();
    let pages = bar();
    let seen = pages.clone();
    backup::backup(&settings.database, &args.file, move |done, all| show(&seen, done, all)).await?;
    if let Some(keys) = &args.keys_file {
        backup::backup(&settings.keys, keys, |_, _| {}).await?;
    }
    pages.finish_and_clear();
    let (db, store) = (
        Db::open(&settings.database).await?,
        store::address(&settings)
            .map_or_else(|| Ok(Store::default()), |address| Store::open(&address))?,
    );
    let bar = bar();
    let folder = copies::folder_of(&args.file);
    let files = copies::copy_out(&db, &store, &folder, |done| bar.set_position(done)).await?;
    bar.finish_and_clear();
    all_there(&files)?;
    if files.count > 0 {
        println!("{} fichiers · files : {}", files.count, folder.display());
    }
    println!("Copie faite · Copied : {}", args.file.display());
    Ok(())
}

/// Says which files are not where they should be, if any are not.
fn all_there(files: &Copied) -> Outcome<()> {
    if files.wrong.is_empty() {
        return Ok(());
    }
    let wrong = files.wrong.join("\n");
    Err(format!("fichiers manquants ou abîmés · files missing or damaged:\n{wrong}").into())
}

/// Erases again what was erased since a copy was made.
async fn replay_erasures(app: &App, ledger: Option<&PathBuf>) -> Outcome<()> {
    if let Some(ledger) = ledger {
        app.import_erasures(ledger).await?;
    }
    app.projector.catch_up().await?;
    let count = app.exchange().replay_erasures().await?;
    if count > 0 {
        println!("{count} effacements refaits · erasures done again.");
    }
    Ok(())
}

pub async fn restore(args: &RestoreArgs) -> Outcome<()> {
    let (ledger, args) = (args.erasures.as_ref(), &args.backup);
    let settings = args.place.settings();
    let together = settings.keys == settings.database;
    if together && args.keys_file.is_some() {
        return Err("les clés sont dans la même base : donnez --keys · keys are in the same database: give --keys".into());
    }
    backup::restore(&args.file, &settings.database, Schema::Commons).await?;
    if let Some(keys) = &args.keys_file {
        backup::restore(keys, &settings.keys, Schema::Keys).await?;
    }
    let app = App::open(&settings, Clock::default()).await?;
    // Before erasures are done again: what they remove is removed from the store too.
    let files = app.files().put_back(&copies::folder_of(&args.file), |_| {}).await?;
    replay_erasures(&app, ledger).await?;
    all_there(&files)?;
    println!("Copie remise en place · Put back : {}", args.file.display());
    Ok(())
}

pub async fn export(args: &FileArgs) -> Outcome<()> {
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    let bar = bar();
    let count = app.export(&args.file, |position, head| show(&bar, position, head)).await?;
    bar.finish_and_clear();
    let files = app.files().copy_out(&copies::folder_of(&args.file), |_| {}).await?;
    all_there(&files)?;
    println!("{count} événements · events : {}", args.file.display());
    Ok(())
}

pub async fn import(args: &ImportArgs) -> Outcome<()> {
    let (ledger, args) = (args.erasures.as_ref(), &args.file);
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    let bar = bar();
    let count = app.import(&args.file, |position, head| show(&bar, position, head)).await?;
    bar.finish_and_clear();
    app.files().forget_unknown().await?;
    let files = app.files().put_back(&copies::folder_of(&args.file), |_| {}).await?;
    replay_erasures(&app, ledger).await?;
    all_there(&files)?;
    println!("{count} événements · events.");
    Ok(())
}
