//! What the history and the comparison say of two versions: every change, and no sign torn.

use app::engine::envelope::CommandId;
use app::notes::Words;
use projections::notes::note::Note;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::both;
use crate::site::Host;
use crate::world::WRITER;

/// A note that said `before` and says `after`, under its title then and now.
async fn note(host: &Host, (then, before): (&str, &str), (now, after): (&str, &str)) -> Note {
    let app = &host.world.app;
    let mut note = host.world.public("Ana", "Rien encore.").await;
    for (title, body) in [(then, before), (now, after)] {
        let words = Words { title: title.into(), body: body.into(), summary: String::new() };
        app.notes()
            .revise(&note, WRITER, &note.writer, note.revision, &words, CommandId::fresh())
            .await
            .unwrap();
        // Not shown together: as if it had been the day after.
        host.world.clock.advance(app::engine::clock::DAY);
        note = host.world.note(&note.note).await;
    }
    note
}

/// The history, the comparison in its ways, and the feed, of the last change.
async fn pages(host: &Host, note: &Note) -> [String; 5] {
    let mut guest = host.stranger();
    let address = format!("/notes/{}", note.note);
    let (from, to) = (note.revision - 1, note.revision);
    let range = format!("{address}/comparer?de={from}&a={to}");
    let mut told = vec![];
    for page in [
        format!("{address}/historique"),
        range.clone(),
        format!("{range}&vue=cote"),
        format!("{range}&vue=source"),
        format!("{address}/historique.atom"),
    ] {
        told.push(guest.get(&page).await.page);
    }
    told.try_into().unwrap()
}

/// What stands in the elements of a name, without those who are only heard.
fn inside(page: &str, name: &str) -> Vec<String> {
    let begins = format!("<{name}>");
    let all = page.split(&begins).skip(1);
    let one = |rest: &str| {
        let text = rest.split(&format!("</{name}>")).next().unwrap();
        let mut seen = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("<span class=\"unseen\">") {
            seen.push_str(before);
            rest = after.split_once("</span>").unwrap().1;
        }
        seen + rest
    };
    all.map(one).collect()
}

both! {
    async fn a_box_that_was_ticked_is_named(host: Host) {
        let before = "- [ ] choisir la brumelle\n- [ ] laver le drozin\n";
        let after = "- [x] choisir la brumelle\n- [ ] laver le drozin\n";
        let note = note(&host, ("Liste", before), ("Liste", after)).await;
        let [history, comparison, sides, _, feed] = pages(&host, &note).await;
        assert!(history.contains("Case cochée\u{a0}: choisir la brumelle"), "{history}");
        assert!(comparison.contains("case cochée\u{a0}:") && comparison.contains("Une case cochée."), "{comparison}");
        assert!(sides.contains("case cochée\u{a0}:") && feed.contains("Une case cochée"));
        for page in [&history, &comparison, &sides, &feed] {
            assert!(!page.contains("ans précision"), "{page}");
        }
        // Undone: the box is empty again, and that is said too.
        let mut ana = host.known(&note.writer).await;
        let fields = [("base", "3"), ("title", "Liste"), ("body", before)];
        ana.act(&format!("/notes/{}/modification", note.note), &fields).await;
        let page = ana.get(&format!("/notes/{}/historique", note.note)).await;
        assert!(page.says("Case décochée\u{a0}: choisir la brumelle"), "{}", page.page);
    }

    async fn another_title_of_a_link_is_told(host: Host) {
        let text = |title: &str| format!("Lire [le pliage][p].\n\n[p]: https://exemple.org/pliage \"{title}\"\n");
        let note = note(&host, ("Liens", &text("Pliage")), ("Liens", &text("Autre titre"))).await;
        let [history, comparison, sides, source, _] = pages(&host, &note).await;
        assert!(history.contains("Un titre de lien changé"), "{history}");
        let told = "titre du lien\u{a0}: «\u{a0}Pliage\u{a0}» → «\u{a0}Autre titre\u{a0}»";
        assert!(comparison.contains(told) && sides.contains(told), "{comparison}");
        assert!(source.contains("<ins>") && !history.contains("ans précision"));
    }

    async fn what_is_only_typed_otherwise_is_said(host: Host) {
        for (before, after, seen) in [
            ("- un\n- deux\n", "* un\n* deux\n", "<code>* un</code>"),
            ("un\ndeux\n", "un  \ndeux\n", "<code>un··</code>"),
            ("un *mot*\n", "un _mot_\n", "<code>un _mot_</code>"),
            ("un\n\n[p]: https://a.org\n", "un\n\n[p]: https://b.org\n", "https://b.org"),
            ("un\n", "un\n\n\n<!-- -->\n", "&lt;!-- --&gt;"),
            ("", "[p]: https://b.org\n", "eul le texte source a changé"),
        ] {
            let note = note(&host, ("Liste", before), ("Liste", after)).await;
            let [history, comparison, ..] = pages(&host, &note).await;
            assert!(comparison.contains(seen), "{after} {comparison}");
            let line = history.split("id=\"v3\"").nth(1).unwrap().split("</h2>").next().unwrap();
            assert!(!line.contains("ans précision") && line.contains("</a>"), "{line}");
        }
    }

    async fn each_block_of_one_edit_is_signed(host: Host) {
        for (before, after) in [
            ("Un mot, et un autre.\n", "Un mot et un autre.\n"),
            ("Un **mot** et un autre.\n", "Un mot et un autre.\n"),
            ("3. Un mot.\n", "5. Un mot.\n"),
        ] {
            let note = note(&host, ("Liste", before), ("Liste", after)).await;
            let [_, comparison, ..] = pages(&host, &note).await;
            assert!(comparison.contains("class=\"signed\">Ana, "), "{before} {comparison}");
        }
    }

    async fn a_title_alone_is_said(host: Host) {
        let note1 = note(&host, ("Accueil", "Un texte.\n"), ("Bienvenue", "Un texte.\n")).await;
        let [history, comparison, ..] = pages(&host, &note1).await;
        assert!(history.contains("Titre changé") && comparison.contains("Titre changé."), "{comparison}");
        let note2 = note(&host, ("L'eau", "Un texte.\n"), ("L’eau", "Un texte.\n")).await;
        let [history, comparison, ..] = pages(&host, &note2).await;
        assert!(history.contains("Une coquille") && comparison.contains("seules des apostrophes ou des espaces"), "{comparison}");
    }

    async fn a_title_of_the_same_words_says_which_signs(host: Host) {
        let note1 = note(&host, ("Page 5", "Un texte.\n"), ("Page ５", "Un texte.\n")).await;
        let [_, comparison, ..] = pages(&host, &note1).await;
        assert!(!comparison.contains("seules des apostrophes"), "{comparison}");
        assert!(comparison.contains("certains signes sont écrits autrement"), "{comparison}");
        assert!(inside(&comparison, "ins").iter().any(|one| one.contains('５')), "{comparison}");
        // Beside another change, and beside slips alone, a new title is said.
        let note2 = note(&host, ("Accueil", "Une comunauté ici.\n"), ("Bienvenue", "Une communauté ici.\n")).await;
        let [history, comparison, ..] = pages(&host, &note2).await;
        assert!(history.contains("Titre changé, une coquille"), "{history}");
        assert!(comparison.contains("Titre changé, une coquille."), "{comparison}");
        assert!(!history.contains("class=\"label\">coquille"), "{history}");
    }

    async fn no_sign_is_torn(host: Host) {
        let before = "Famille : 👩‍👩‍👧 arrive.\nMain : 👍🏽 levée.\nTouche : 1️⃣ puis ❤️.\n";
        let after = "Famille : 👩‍👩‍👦 arrive.\nMain : 👍🏿 levée.\nTouche : 2️⃣ puis ❤.\n";
        let note = note(&host, ("Signes", before), ("Signes", after)).await;
        let [_, comparison, sides, source, _] = pages(&host, &note).await;
        let signs = |text: &str| text.graphemes(true).map(str::to_owned).collect::<Vec<_>>();
        let (old, new) = (signs(before), signs(after));
        for page in [&comparison, &sides, &source] {
            for (name, all) in [("del", &old), ("ins", &new)] {
                let found = inside(page, name);
                assert!(!found.is_empty());
                for text in found {
                    assert!(signs(&text).iter().all(|sign| all.contains(sign)), "{text:?} in {page}");
                }
            }
        }
        // The passages of this change, undone, put back each old sign whole.
        let mut ana = host.known(&note.writer).await;
        let undo = format!("/notes/{}/versions/{}/annulation", note.note, note.revision);
        let page = ana.get(&undo).await;
        assert!(page.says("👩‍👩‍👧") && page.says("1️⃣"), "{}", page.page);
    }
}
