//! Files for other programs: spreadsheets, readers of feeds.

use std::io::Read as _;

use app::access::Standing;
use app::engine::envelope::CommandId;
use app::notes::Words;
use domain::notes::visibility::Visibility;

use crate::both;
use crate::site::{Guest, Host};

/// A note of two versions, for everyone, whose words are those of the case.
async fn note(host: &Host, title: &str, summary: &str) -> projections::notes::note::Note {
    let app = &host.world.app;
    let first = host.world.public("Ana", "Un premier texte.").await;
    let words = Words {
        title: title.into(),
        body: format!("Un second texte. {title}"),
        summary: summary.into(),
    };
    let standing = Standing {
        writer: true,
        in_room: false,
        account: false,
        moderator: false,
        team: false,
        first: 1,
    };
    app.notes()
        .revise(&first, standing, &first.writer, first.revision, &words, CommandId::fresh())
        .await
        .unwrap();
    host.world.note(&first.note).await
}

/// The list of versions in the archive.
async fn list(guest: &mut Guest<'_>, address: &str) -> Vec<u8> {
    let bytes = guest.bytes(address).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut list = Vec::new();
    archive.by_name("historique.csv").unwrap().read_to_end(&mut list).unwrap();
    list
}

/// The rows of a file for spreadsheets, its names of columns first.
fn rows(file: &[u8], separator: u8) -> Vec<Vec<String>> {
    let file = file.strip_prefix(&[0xEF, 0xBB, 0xBF]).expect("the file has its mark");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(file);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

both! {
    async fn a_spreadsheet_opens_the_list_of_versions(host: Host) {
        let note = note(&host, "Été, à l’œuvre", "précisé ; corrigé").await;
        let mut guest = host.stranger();
        let address = format!("/notes/{}/export.zip", note.note);
        let rows_of = |file: &[u8]| rows(file, b';');
        let told = rows_of(&list(&mut guest, &address).await);
        let columns = ["Version", "Date (heure de Montréal)", "Par", "Ce qui a changé", "Mots ajoutés", "Mots retirés", "Nom de la version", "Fichier"];
        assert_eq!(told[0], columns);
        assert_eq!(told.len(), 3);
        assert_eq!(told[1][..4], ["2", "2026-11-22 12:00:00", "Ana", "précisé ; corrigé"]);
        assert_eq!(told[2][7], "version-00001.md");
        let by_commas = list(&mut guest, &format!("{address}?separateur=virgule")).await;
        assert_eq!(rows(&by_commas, b',')[1], told[1]);
        let page = guest.get(&format!("/notes/{}/historique", note.note)).await;
        assert!(page.says("/export.zip\""));
        guest.cookies.push(("langue".into(), "en".into()));
        let told = rows_of(&list(&mut guest, &address).await);
        assert_eq!(told[0][..3], ["Version", "Date (Montréal time)", "By"]);
        assert!(guest.get(&format!("/notes/{}/historique", note.note)).await.says("/export.zip?separateur=virgule\""));
    }

    async fn no_summary_is_a_formula(host: Host) {
        for summary in ["=HYPERLINK(\"http://x\")", "+1", "-1", "@x"] {
            let note = note(&host, "Accueil", summary).await;
            let file = list(&mut host.stranger(), &format!("/notes/{}/export.zip", note.note)).await;
            assert_eq!(rows(&file, b';')[1][3], format!("'{summary}"));
        }
    }

    async fn any_reader_of_feeds_reads_the_history(host: Host) {
        let app = &host.world.app;
        let note = note(&host, "Relevé <b>&amp;</b> & ]]> suite", "un & deux < trois \"quatre\" 'cinq'").await;
        // Words kept before they were cleaned at the door.
        let odd = "Relevé \u{ffff} \u{1}& suite\u{b}\u{1f}\u{fdd0}";
        let sql = "update content set title = $1, summary = $1, body = $1";
        app.db.exec(sql, migrations::values![odd]).await.unwrap();
        let key = CommandId::fresh();
        app.notes().publish(&note, &note.writer, Visibility::Everyone, false, key).await.ok();
        let feed = host.stranger().get(&format!("/notes/{}/historique.atom", note.note)).await.page;
        let read = roxmltree::Document::parse(&feed).unwrap_or_else(|error| panic!("{error} in {feed}"));
        assert_eq!(read.descendants().filter(|one| one.has_tag_name(("http://www.w3.org/2005/Atom", "entry"))).count(), 2);
        assert!(feed.contains("Relevé"), "{feed}");
        let _: atom_syndication::Feed = feed.parse().unwrap();
    }
}
