//! What one can ask of the program, and how it answers.

mod erasures;
mod generate;
mod lan;
mod maintenance;
mod rehearse;
mod serve;

use std::process::ExitCode;

use app::engine::clock::Clock;
use app::people::identities::links::Purpose;
use app::{App, Settings};
use clap::{Args, Parser, Subcommand};

use serve::Listen;
use web::shell::address;

/// Un commun où l'on écrit et partage ce qu'on apprend · A commons to write and share what one learns.
#[derive(Parser)]
#[command(
    name = "sillage",
    version,
    after_help = "Pour essayer tout de suite · To try it right now:\n  sillage demo\n\n\
                  Pour de bon · For good:\n  sillage serve --public-url https://commun.example.org"
)]
struct Cli {
    /// Le journal du programme en JSON · The log of the program as JSON.
    #[arg(long, env = "LOG_JSON", global = true)]
    log_json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Démonstration : un commun jetable, un atelier ouvert, trois liens · Demonstration: a throw-away commons.
    Demo(DemoArgs),
    /// Sert le site, sur des données durables · Serves the site, on lasting data.
    Serve(ServeArgs),
    /// Reconstruit chaque table à partir du journal · Rebuilds every table from the log.
    Rebuild(Place),
    /// Vérifie que chaque table dit bien ce que dit le journal, sans rien changer · Checks every table against the log.
    Verify(maintenance::VerifyArgs),
    /// Laisse réessayer ce qui est arrêté ou mis de côté · Lets what is stopped or set aside try again.
    Retry(maintenance::RetryArgs),
    /// Laisse de côté un événement illisible, ou qui arrête une projection · Leaves out an event that cannot be read, or that stops a projection.
    Skip(maintenance::SkipArgs),
    /// Copie un commun ouvert dans un fichier · Copies an open commons into a file.
    Backup(maintenance::BackupArgs),
    /// Remet une copie en place · Puts a copy back.
    Restore(maintenance::RestoreArgs),
    /// Écrit tout le journal en lignes JSON ; reprend où il en était · Writes the whole log as JSON lines; goes on where it was.
    Export(maintenance::FileArgs),
    /// Lit un journal exporté dans un commun neuf ; reprend où il en était · Reads an exported log into a new commons.
    Import(maintenance::ImportArgs),
    /// Efface quelqu'un qui ne peut pas se connecter, sept jours après · Erases somebody who cannot sign in, seven days later.
    Erase(erasures::EraseArgs),
    /// Le registre des effacements : le lire, le garder ailleurs · The ledger of erasures: read it, keep it elsewhere.
    Erasures(erasures::ErasuresArgs),
    /// Crée un lien à usage unique pour un·e animateur·trice · Makes a one-time link for a facilitator.
    Invite(InviteArgs),
    /// Crée un lien à usage unique pour veiller sur le commun · Makes a one-time link for a moderator.
    Moderator(InviteArgs),
    /// Remplit un commun vide, de la taille voulue · Fills an empty commons, of any size.
    Generate(generate::GenerateArgs),
    /// Répète un atelier avec des téléphones simulés · Rehearses a workshop with simulated phones.
    Rehearse(rehearse::RehearseArgs),
}

/// Where the data is.
#[derive(Args, Clone)]
struct Place {
    /// Fichier SQLite, ou adresse PostgreSQL · A SQLite file, or a PostgreSQL address.
    #[arg(long, env = "DATABASE_URL", default_value = "./data/sillage.db", hide_env_values = true)]
    database: String,
    /// Clés des personnes, gardées à part · People's keys, kept apart [default: keys.db beside a SQLite file].
    #[arg(long, env = "KEYS_DATABASE_URL", hide_env_values = true)]
    keys: Option<String>,
    /// Copie (réplique) où lire les pages, s'il y en a une · A replica that pages may read, if any.
    #[arg(long, env = "DATABASE_READ_URL", hide_env_values = true)]
    replica: Option<String>,
    /// Fichiers joints : un dossier, ou <s3://seau/préfixe> · Attached files: a folder, or <s3://bucket/prefix> [default: fichiers, beside a SQLite file].
    #[arg(long, env = "FILES_URL", hide_env_values = true)]
    files: Option<String>,
    /// Place des fichiers joints, en Gio · Room for attached files, in GiB.
    #[arg(long, env = "FILES_GIB", default_value_t = 20, value_parser = clap::value_parser!(i64).range(0..=1_000_000))]
    files_max: i64,
    /// Serveur de courriel, s'il y en a un · Mail server, if any (<smtp://host:25>).
    #[arg(long, env = "SMTP_URL", hide_env_values = true)]
    smtp: Option<String>,
    /// Adresse d'où partent les courriels · The address mail comes from.
    #[arg(long, env = "MAIL_FROM", default_value = "Sillage <sillage@localhost>")]
    mail_from: String,
}

/// How the site is reached.
#[derive(Args, Clone)]
struct Reach {
    /// Adresse publique, telle qu'on la tape · Public address, as people type it.
    #[arg(long, env = "PUBLIC_URL")]
    public_url: Option<String>,
    /// Un mandataire (Caddy, nginx) est devant · A proxy (Caddy, nginx) stands in front.
    #[arg(long, env = "BEHIND_PROXY")]
    behind_proxy: bool,
    /// Jeton demandé par /metrics ; sans lui, cette machine seule · Token that /metrics asks for; without it, this machine alone.
    #[arg(long, env = "METRICS_TOKEN", hide_env_values = true)]
    metrics_token: Option<String>,
    /// Fuseau horaire du lieu où se tiennent les ateliers · Time zone of the place of the workshops.
    #[arg(long, env = "TIMEZONE", default_value_t = web::shell::hours::Zone::default())]
    timezone: web::shell::hours::Zone,
    /// Où se trouve le code source de ce programme · Where the source of this program is.
    #[arg(long, env = "SOURCE_URL", default_value = "")]
    source_url: String,
    /// Ne lit aucune page du web pour qui veut en parler · Reads no page of the web for those who want to write about it.
    #[arg(long, env = "NO_FETCH")]
    no_fetch: bool,
}

#[derive(Args)]
struct DemoArgs {
    /// Adresse d'écoute · Address to listen on [default: every address of this machine, port 8080].
    #[arg(long, default_value = "0.0.0.0:8080")]
    listen: std::net::SocketAddr,
    #[command(flatten)]
    reach: Reach,
}

#[derive(Args)]
struct ServeArgs {
    /// Adresse d'écoute · Address to listen on.
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1:8080")]
    listen: std::net::SocketAddr,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    reach: Reach,
}

#[derive(Args)]
struct InviteArgs {
    #[command(flatten)]
    place: Place,
    /// Adresse publique du site · Public address of the site.
    #[arg(long, env = "PUBLIC_URL", default_value = "http://localhost:8080")]
    public_url: String,
}

impl Place {
    fn settings(&self) -> Settings {
        let is_file = !self.database.starts_with("postgres");
        let beside = || {
            if !is_file {
                return self.database.clone();
            }
            let path = std::path::Path::new(&self.database);
            path.with_file_name("keys.db").to_string_lossy().into_owned()
        };
        Settings {
            database: self.database.clone(),
            keys: self.keys.clone().unwrap_or_else(beside),
            replica: self.replica.clone().filter(|address| !address.is_empty()),
            files: app::files::Keeping {
                address: self.files.clone(),
                most: self.files_max.saturating_mul(1024 * 1024 * 1024),
            },
            smtp: self.smtp.clone(),
            mail_from: self.mail_from.clone(),
        }
    }
}

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Reads the command line and does what it asks.
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| "warn,sillage=info,app=info,web=info".into());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if cli.log_json {
        log.json().flatten_event(true).init();
    } else {
        log.init();
    }
    web::shell::metrics::gather();
    let done = match cli.command {
        Command::Demo(args) => demo(args).await,
        Command::Serve(args) => serve(args).await,
        Command::Rebuild(place) => maintenance::rebuild(&place).await,
        Command::Verify(args) => maintenance::verify(&args).await,
        Command::Retry(args) => maintenance::retry(&args).await,
        Command::Skip(args) => maintenance::skip(&args).await,
        Command::Backup(args) => maintenance::backup(&args).await,
        Command::Restore(args) => maintenance::restore(&args).await,
        Command::Export(args) => maintenance::export(&args).await,
        Command::Import(args) => maintenance::import(&args).await,
        Command::Erase(args) => erasures::erase(&args).await,
        Command::Erasures(args) => erasures::erasures(&args).await,
        Command::Invite(args) => invite(&args).await,
        Command::Moderator(args) => moderator(&args).await,
        Command::Generate(args) => generate::generate(&args).await,
        Command::Rehearse(args) => return rehearse::rehearse(&args).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut result = error.to_string();
            let mut source = error.source();
            while let Some(cause) = source {
                result = format!("{result}: {cause}");
                source = cause.source();
            }
            eprintln!("sillage : {result}");
            ExitCode::FAILURE
        }
    }
}

async fn demo(args: DemoArgs) -> Outcome<()> {
    let folder = std::env::temp_dir().join(format!("sillage-demo-{}", std::process::id()));
    let place = Place {
        database: folder.join("sillage.db").to_string_lossy().into_owned(),
        keys: None,
        replica: None,
        files: None,
        files_max: 1,
        smtp: None,
        mail_from: "Sillage <sillage@localhost>".to_owned(),
    };
    let listen = Listen::bind(args.listen, args.reach.public_url.clone(), true).await?;
    let clock = Clock::late_by(app::demo::past());
    let app = App::open(&place.settings(), clock).await?;
    let demo = app::demo::fill(&app).await?;
    let site = serve::site(app, &listen, &args.reach);
    let streams = serve::until_asked()?;
    serve::tell_demo(&site, &listen, &demo).await?;
    let served = serve::until_stopped(site, listen, streams).await;
    // The demonstration leaves nothing behind.
    let _ = std::fs::remove_dir_all(folder);
    served
}

async fn serve(args: ServeArgs) -> Outcome<()> {
    let listen = Listen::bind(args.listen, args.reach.public_url.clone(), false).await?;
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    if app.people().awaits_facilitator().await? && !app.people().has_facilitator().await? {
        println!(
            "Un lien d'animation a déjà été imprimé · A facilitator's link was printed already."
        );
        println!("  sillage invite en fait un autre · sillage invite makes another.");
    } else if !app.people().has_facilitator().await? {
        let token = app.people().one_time_link(Purpose::Facilitator, None).await?;
        println!("Première fois ici · First time here :");
        println!("  {}{}", listen.public_url, address::facilitate(&token));
        println!(
            "  (ce lien fait de vous l'animateur·trice · this link makes you the facilitator)"
        );
    }
    let site = serve::site(app, &listen, &args.reach);
    let streams = serve::until_asked()?;
    println!("Sillage : {} (écoute sur {})", listen.public_url, listen.address);
    serve::until_stopped(site, listen, streams).await
}

async fn invite(args: &InviteArgs) -> Outcome<()> {
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    let token = app.people().one_time_link(Purpose::Facilitator, None).await?;
    println!("{}{}", args.public_url.trim_end_matches('/'), address::facilitate(&token));
    Ok(())
}

async fn moderator(args: &InviteArgs) -> Outcome<()> {
    let app = App::open(&args.place.settings(), Clock::default()).await?;
    let token = app.people().moderator_link(None).await?;
    println!("{}{}", args.public_url.trim_end_matches('/'), address::moderate(&token));
    Ok(())
}
