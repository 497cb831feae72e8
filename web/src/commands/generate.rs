//! A commons of any size, for benches and for whoever wants to see one.

use std::time::Instant;

use app::App;
use app::engine::clock::Clock;
use app::generate::{Size, fill};
use clap::Args;

use super::{Outcome, Place};

#[derive(Args)]
pub struct GenerateArgs {
    #[command(flatten)]
    place: Place,
    /// Combien de personnes · How many people.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people: u32,
    /// Combien de notes · How many notes.
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u32).range(0..=10_000_000))]
    notes: u32,
    /// Combien d'ateliers · How many workshops.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    groups: u32,
    /// La même graine donne le même commun · The same seed gives the same commons.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub async fn generate(args: &GenerateArgs) -> Outcome<()> {
    let settings = args.place.settings();
    let begun = Instant::now();
    let size = Size { people: args.people, notes: args.notes, groups: args.groups };
    // Tables are made once the log is whole.
    let app = App::open_with(&settings, Clock::default(), vec![]).await?;
    let generated = fill(&app, size, args.seed).await?;
    drop(app);
    println!("{} événements · events, {:.1} s", generated.events, begun.elapsed().as_secs_f64());
    App::open(&settings, Clock::default()).await?;
    println!("tables: {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}
