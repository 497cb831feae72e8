//! `sillage rehearse`: simulated phones, against a site that runs already or one of its own.

use std::process::ExitCode;
use std::time::Duration;

use app::engine::clock::Clock;
use app::engine::envelope::CommandId;
use app::workshops::Plan;
use app::{App, Settings};
use clap::Args;
use domain::workshops::workshop::Act;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use web::rehearse::{self, Console, Door};
use web::shell::address;

use super::Outcome;

/// How long a step may take to reach a console, for 95 of 100.
const SOON: Duration = Duration::from_secs(1);

/// What a rehearsal is told.
#[derive(Args)]
pub struct RehearseArgs {
    /// Combien de téléphones · How many phones.
    #[arg(long, default_value_t = 30)]
    participants: usize,
    /// Adresse d'une répétition, telle que dans le code QR ; sans elle, un site est démarré pour la répétition · Address of a rehearsal, as in its QR code; without it, a site is started for the rehearsal.
    #[arg(long)]
    url: Option<String>,
    /// Base vide où répéter, sans --url ; un fichier jetable sinon · An empty database to rehearse in, without --url; a throw-away file otherwise.
    #[arg(long, conflicts_with = "url")]
    database: Option<String>,
}

/// Rehearses; fails when a note is lost, or when the console was late.
pub async fn rehearse(args: &RehearseArgs) -> ExitCode {
    let done = match &args.url {
        Some(url) => at(url, args.participants).await,
        None => on_our_own(args).await,
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("sillage : {error}");
            ExitCode::FAILURE
        }
    }
}

/// On a site that runs already, in a workshop that is itself a rehearsal: in any other,
/// simulated people would stay among the others, and their notes on the wall.
async fn at(url: &str, participants: usize) -> Outcome<bool> {
    match rehearse::door(url).await {
        Door::None => Err(format!(
            "{url} : ce n’est pas l’adresse d’un atelier ouvert, telle que dans son code QR · \
             this is not the address of an open workshop, as in its QR code"
        )
        .into()),
        Door::Real => Err(format!(
            "{url} : c’est un vrai atelier, et des personnes simulées y resteraient. Sur sa page, \
             touchez « Répéter », puis donnez l’adresse de cette copie · this is a real workshop, \
             and simulated people would stay in it. On its page, tap “Rehearse”, then give the \
             address of that copy"
        )
        .into()),
        Door::Rehearsal => {
            let result = rehearse::run(url, participants).await;
            println!("{result}");
            Ok(result.lost() == 0)
        }
    }
}

/// What a workshop made for a rehearsal is reached by.
struct Room {
    code: String,
    id: String,
    session: String,
}

async fn on_our_own(args: &RehearseArgs) -> Outcome<bool> {
    let folder = std::env::temp_dir().join(format!("sillage-rehearse-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let database = args.database.clone().unwrap_or_else(|| file("sillage.db"));
    let settings = Settings {
        database: database.clone(),
        keys: file("keys.db"),
        replica: None,
        files: app::files::Keeping::default(),
        smtp: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    };
    let places =
        u32::try_from(args.participants).unwrap_or(domain::workshops::workshop::MOST_PLACES);
    // On a runtime of its own: what it started ends with it, and the server is alone.
    let room = tokio::task::spawn_blocking(move || prepared(&settings, places)).await??;
    let mut server = serve(&database, &file("keys.db"))?;
    let result = walked(args.participants, &mut server, &room).await;
    server.kill().await?;
    std::fs::remove_dir_all(&folder)?;
    result
}

fn prepared(settings: &Settings, places: u32) -> Outcome<Room> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let app = App::open(settings, Clock::default()).await?;
        let marie = app
            .people()
            .claim_account(None, "Répétition", "repetition@exemple.org", "un sillage sur le lac")
            .await?;
        let plan =
            Plan { title: "Répétition".to_owned(), places, rehearsal: true, ..Plan::default() };
        let id = app.workshops().prepare_workshop(&marie, &plan, CommandId::fresh()).await?;
        app.workshops().run_workshop(&id, &marie, Act::Open, CommandId::fresh()).await?;
        let found = projections::workshops::workshop::find(&app.db, &id).await?;
        let code = found.map(|found| found.code).unwrap_or_default();
        Ok(Room { code, id: id.to_string(), session: app.people().open_session(&marie).await? })
    })
}

fn serve(database: &str, keys: &str) -> Outcome<Child> {
    let child = Command::new(std::env::current_exe()?)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .env("DATABASE_URL", database)
        .env("KEYS_DATABASE_URL", keys)
        .env("RUST_LOG", "error")
        .stdout(std::process::Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    Ok(child)
}

async fn walked(participants: usize, server: &mut Child, room: &Room) -> Outcome<bool> {
    let out = server.stdout.take().ok_or("the server says nothing")?;
    let mut lines = BufReader::new(out).lines();
    let mut origin = None;
    while let Some(line) = lines.next_line().await? {
        if let Some(rest) = line.strip_prefix("Sillage : ") {
            origin = rest.split(' ').next().map(str::to_owned);
            break;
        }
    }
    let origin = origin.ok_or("the server did not start")?;
    let console = Console {
        url: format!("{origin}{}?depuis=0", address::console_stream(&room.id)),
        cookie: format!("session={}", room.session),
    };
    let url = format!("{origin}{}", address::door(&room.code));
    let result = rehearse::run_watched(&url, participants, console).await;
    println!("{result}");
    if let Some(pid) = server.id() {
        println!("  serveur · server: {}", weight(pid));
    }
    let soon = result.console_p95().is_some_and(|(p95, unseen)| p95 < SOON && unseen == 0);
    if !soon {
        println!("  ! la console a été en retard · the console was late");
    }
    Ok(result.lost() == 0 && soon)
}

/// The most memory a process held, and the time it computed, as Linux tells them.
fn weight(pid: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // After the name in parentheses, fields 14 and 15 of proc(5) are fields 12 and 13.
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks: u64 = [11, 12]
        .iter()
        .filter_map(|at| fields.get(*at))
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum();
    let most = most.unwrap_or(" ?").trim();
    // A tick is a hundredth of a second on every Linux there is.
    format!("mémoire au plus · most memory {most}, CPU {}.{:02} s", ticks / 100, ticks % 100)
}
