//! What an operator does for those who leave: erases somebody who cannot sign in, keeps the ledger
//! of erasures elsewhere, finds the copies that are older than an erasure.

use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use app::App;
use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::exchange::departure::Kept;
use clap::{Args, ValueEnum};
use domain::core::ids::PersonId;
use domain::people::person::Asker;

use super::{Outcome, Place};

/// What stays of somebody's texts, unsigned.
#[derive(Clone, Copy, ValueEnum)]
enum Texts {
    /// Rien · Nothing.
    Rien,
    /// Tout, sans signature · All of them, unsigned.
    Tout,
}

#[derive(Args)]
pub struct EraseArgs {
    #[command(flatten)]
    place: Place,
    /// Le courriel du compte, ou l'identifiant de la personne · The address of the account, or the id of the person.
    who: String,
    /// Ce qui reste de ses textes · What stays of their texts.
    #[arg(long, value_enum, default_value = "rien")]
    texts: Texts,
    /// D'où vient la demande (un numéro, jamais un nom) · Where the request comes from (a number, never a name).
    #[arg(long)]
    reference: String,
    /// Tout de suite, sans les sept jours · At once, without the seven days.
    #[arg(long)]
    now: bool,
    /// Annule un départ en cours · Undoes a departure that is under way.
    #[arg(long, conflicts_with = "now")]
    undo: bool,
}

#[derive(Args)]
pub struct ErasuresArgs {
    #[command(flatten)]
    place: Place,
    /// Le fichier à écrire, une ligne JSON par effacement · The file to write, a JSON line an erasure.
    #[arg(long)]
    to: Option<PathBuf>,
    /// Refait tous les effacements, après une remise en place interrompue · Does every erasure again, after a restore that was interrupted.
    #[arg(long)]
    replay: bool,
    /// Un dossier de copies : lesquelles sont d'avant un effacement · A folder of copies: which are older than an erasure.
    #[arg(long)]
    copies: Option<PathBuf>,
}

pub async fn erase(args: &EraseArgs) -> Outcome<()> {
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    let person = match app.people().person_of_address(&args.who).await? {
        Some(person) => person,
        None => args.who.parse::<PersonId>().map_err(|_| "personne · nobody")?,
    };
    let exchange = app.exchange();
    if args.undo {
        exchange.stay(&person, CommandId::fresh()).await?;
        println!("La personne reste · They stay: {person}");
        return Ok(());
    }
    let kept = match args.texts {
        Texts::Rien => Kept::Nothing,
        Texts::Tout => Kept::Everything,
    };
    exchange.check_reference(&args.reference)?;
    let asker = (Asker::Operator, args.reference.as_str());
    let due = exchange.ask_to_leave(&person, &kept, asker, CommandId::fresh()).await?;
    if args.now {
        exchange.erase_person(&person).await?;
        println!("Effacé · Erased: {person}");
        return Ok(());
    }
    let due = chrono::DateTime::from_timestamp_micros(due).unwrap_or_default();
    println!("Sera effacé le · Will be erased on {}: {person}", due.format("%Y-%m-%d %H:%M UTC"));
    Ok(())
}

pub async fn erasures(args: &ErasuresArgs) -> Outcome<()> {
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    if let Some(to) = &args.to {
        let count = app.export_erasures(to).await?;
        println!("{count} effacements · erasures: {}", to.display());
    }
    if args.replay {
        app.projector.catch_up().await?;
        let count = app.exchange().replay_erasures().await?;
        println!("{count} effacements refaits · erasures done again.");
        return Ok(());
    }
    let all = app.erasures().await?;
    let Some(last) = all.last() else {
        println!("Aucun effacement · No erasure.");
        return Ok(());
    };
    let Some(folder) = &args.copies else {
        for erasure in &all {
            let at = chrono::DateTime::from_timestamp_micros(erasure.at).unwrap_or_default();
            let (what, subject) = (&erasure.what, &erasure.subject);
            println!("{} {what} {subject}", at.format("%Y-%m-%d %H:%M UTC"));
        }
        return Ok(());
    };
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let changed = entry.metadata()?.modified()?.duration_since(UNIX_EPOCH)?;
        let changed = i64::try_from(changed.as_micros())?;
        if changed < last.at {
            let since = all.iter().filter(|erasure| erasure.at > changed).count();
            println!("{} : {since} effacements depuis · erasures since", entry.path().display());
        }
    }
    Ok(())
}
