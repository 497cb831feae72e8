//! A newcomer's first note, as plain forms, from the door to the thanks.

use domain::notes::visibility::Visibility;
use projections::notes::note;
use projections::workshops::workshop;

use crate::both;
use crate::site::{Guest, Host};

async fn open_room(host: &Host) -> String {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 20).await;
    let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
    format!("/a/{}", found.code)
}

async fn come_in<'h>(host: &'h Host, door: &str, name: &str) -> Guest<'h> {
    let mut guest = host.stranger();
    let page = guest.get(door).await;
    let key = page.field("command_id");
    let entered = guest.post(door, &[("command_id", &key), ("name", name)]).await;
    assert_eq!(entered.place, format!("{door}/parcours"));
    guest
}

both! {
    async fn someone_without_an_account_publishes_thanks_and_comes_back(host: Host) {
        let door = open_room(&host).await;
        let first = come_in(&host, &door, "Omar").await;
        drop(first);
        let mut lea = come_in(&host, &door, "Léa").await;
        let step = |word: &str| format!("{door}/parcours/{word}");
        assert_eq!(lea.get(&format!("{door}/parcours")).await.place, step("porte"));
        assert_eq!(lea.act(&step("porte"), &[("door", "tell")]).await.place, step("idee"));
        let idea = [("idea", "Le silence aide")];
        assert_eq!(lea.act(&step("idee"), &idea).await.place, step("brouillon"));

        let draft = lea.get(&step("brouillon")).await;
        assert!(draft.says("name=\"context\"") && draft.says("Le silence aide"));
        let (base, autosave) = (draft.field("base"), draft.page.split("data-autosave=\"").nth(1).unwrap());
        let autosave = autosave.split('"').next().unwrap().to_owned();
        let written = [
            ("base", base.as_str()), ("title", "Le silence aide"),
            ("context", "Un mardi soir."), ("learnt", "Attendre dix secondes."),
        ];
        assert_eq!(lea.act(&autosave, &written).await.status, 200);
        // A reload in the middle finds the same words.
        assert!(lea.get(&step("brouillon")).await.says("Attendre dix secondes."));
        assert_eq!(lea.act(&step("brouillon"), &written).await.place, step("apercu"));

        let look = lea.get(&step("apercu")).await;
        assert!(look.says("<h2>Contexte</h2>") && look.says("<p>Un mardi soir.</p>"));
        assert!(!look.says("Ce qu’on a fait</h2>"), "an empty part is left out");
        assert_eq!(lea.act(&step("apercu"), &[]).await.place, step("publication"));
        let chosen = [("visibility", "everyone"), ("wall", "1")];
        // From the shore to the thanks, the moment of it.
        let left = lea.act(&step("publication"), &chosen).await.place;
        assert_eq!(left, format!("{door}/en-route"));
        let underway = lea.get(&left).await;
        assert!(underway.says("Votre note est en route") && underway.says("Le silence aide"));
        assert!(underway.says(&format!("href=\"{}\"", step("merci"))), "{}", underway.page);

        let notes = note::newest(&host.world.app.db, "", 9).await.unwrap();
        assert_eq!((notes.len(), notes[0].title.as_str(), notes[0].wall), (1, "Le silence aide", true));
        assert_eq!(notes[0].visibility, Visibility::Everyone);

        // Somebody else thanks; the writer's phone dies; four words bring them back.
        let mut omar = come_in(&host, &door, "Oumar").await;
        omar.act(&step("porte"), &[("door", "observe")]).await;
        let thanks = omar.get(&step("merci")).await;
        assert!(thanks.says("Le silence aide"));
        let given = [("note", notes[0].note.as_str()), ("words", "Merci, je retiens le silence.")];
        assert_eq!(omar.act(&step("merci"), &given).await.status, 303);
        let done = lea.get(&step("merci")).await;
        let phrase = done.page.split("id=\"phrase\">").nth(1).unwrap().split('<').next().unwrap();
        let mut other_phone = host.stranger();
        let back = other_phone.act("/reprendre", &[("phrase", phrase)]).await;
        // She is through: she comes back to what she wrote.
        assert_eq!(back.place, "/moi");
        let note_page = other_phone.get(&format!("/notes/{}", notes[0].note)).await;
        assert!(note_page.says("Merci, je retiens le silence.") && note_page.says("Oumar"));

        // An account, later: the same person.
        let account = [("name", "Léa T."), ("email", "lea@exemple.org"), ("password", "un sillage sur le lac")];
        assert_eq!(other_phone.act("/compte", &account).await.place, "/moi?dit=account");
        assert!(other_phone.get("/moi").await.says("Le silence aide"));
    }

    async fn going_back_to_the_idea_keeps_what_was_being_written(host: Host) {
        let door = open_room(&host).await;
        let mut lea = come_in(&host, &door, "Léa").await;
        let step = |word: &str| format!("{door}/parcours/{word}");
        lea.act(&step("porte"), &[("door", "tell")]).await;
        lea.act(&step("idee"), &[("idea", "Une idée")]).await;
        let draft = lea.get(&step("brouillon")).await;
        let autosave = draft.page.split("data-autosave=\"").nth(1).unwrap().split('"').next().unwrap();
        let words = [("base", "1"), ("title", "Une idée"), ("context", "Dix minutes de mots.")];
        assert_eq!(lea.act(autosave, &words).await.status, 200);
        let idea = lea.get(&step("idee")).await;
        let base = idea.field("base");
        let other = [("base", base.as_str()), ("idea", "Une autre idée")];
        assert_eq!(lea.act(&step("idee"), &other).await.place, step("brouillon"));
        let page = lea.get(&step("brouillon")).await;
        assert!(page.says("Dix minutes de mots.") && page.says("Une autre idée"));
    }

    async fn a_note_others_read_is_changed_on_its_own_page(host: Host) {
        let door = open_room(&host).await;
        let mut lea = come_in(&host, &door, "Léa").await;
        let step = |word: &str| format!("{door}/parcours/{word}");
        lea.act(&step("porte"), &[("door", "tell")]).await;
        lea.act(&step("idee"), &[("idea", "Une idée")]).await;
        lea.act(&step("publication"), &[("visibility", "workshop")]).await;
        for word in ["idee", "brouillon"] {
            assert!(lea.get(&step(word)).await.place.ends_with("/modifier"), "{word}");
        }
        let note = lea.get(&step("idee")).await.place.replace("/modifier", "");
        let back = lea.act(&format!("{note}/retrait"), &[("retour", &step("publication"))]).await;
        let page = lea.get(&back.place).await;
        assert!(page.says("redevenue un brouillon") && page.says("door primary door-chosen\" type=\"submit\" name=\"visibility\" value=\"writer\""));
    }

    async fn a_form_posted_five_times_makes_one_note(host: Host) {
        let door = open_room(&host).await;
        let mut lea = come_in(&host, &door, "Léa").await;
        let step = |word: &str| format!("{door}/parcours/{word}");
        lea.act(&step("porte"), &[("door", "tell")]).await;
        let key = lea.get(&step("idee")).await.field("command_id");
        for _ in 0..5 {
            let idea = [("command_id", key.as_str()), ("idea", "Une idée")];
            assert_eq!(lea.post(&step("idee"), &idea).await.place, step("brouillon"));
        }
        let sql = "select count(*) from events where aggregate_type = 'note'";
        let count = host.world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0);
        assert_eq!(count, 1);
    }

    async fn an_existing_text_is_brought_tidied_and_published(host: Host) {
        let door = open_room(&host).await;
        let mut lea = come_in(&host, &door, "Léa").await;
        let step = |word: &str| format!("{door}/parcours/{word}");
        lea.act(&step("porte"), &[("door", "transpose")]).await;
        let text = include_str!("../../app/notes/synthesis.txt");
        let tidy = lea.act(&step("idee"), &[("text", text)]).await;
        assert_eq!(tidy.place, format!("{door}/menage"));
        let page = lea.get(&tidy.place).await;
        assert!(page.says("diversity_3Organisation(s)") && page.says("Retirer les lignes cochées"));
        let ticked: Vec<String> = page
            .page
            .split("name=\"line\" value=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect();
        let fields: Vec<(&str, &str)> = ticked.iter().map(|at| ("line", at.as_str())).collect();
        assert_eq!(lea.act(&format!("{}/retrait", tidy.place), &fields).await.place, step("brouillon"));
        let draft = lea.get(&step("brouillon")).await;
        assert!(draft.says("### APPRENTISSAGE") && !draft.says("diversity_3"));
        // Tidied later, in the middle of writing: what was being written stays.
        let autosave = draft.page.split("data-autosave=\"").nth(1).unwrap().split('"').next().unwrap();
        let base = draft.field("base");
        let typing = "- un point\n\nUne phrase de plus.\n\nlock_open public\n";
        let fields = [("base", base.as_str()), ("title", "Atelier"), ("body", typing)];
        assert_eq!(lea.act(autosave, &fields).await.status, 200);
        assert!(lea.get(&step("brouillon")).await.says(&format!("{door}/menage")));
        let line = lea.get(&format!("{door}/menage")).await.page;
        let line = line.split("name=\"line\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        lea.act(&format!("{door}/menage/retrait"), &[("line", line.as_str())]).await;
        let draft = lea.get(&step("brouillon")).await;
        assert!(draft.says("Une phrase de plus.") && !draft.says("lock_open"));
        let fields = [("base", "3"), ("title", "Atelier"), ("body", "- un point")];
        assert_eq!(lea.act(&step("brouillon"), &fields).await.place, step("apercu"), "no conflict");
        let draft = lea.get(&step("brouillon")).await;
        assert!(draft.says("value=\"Atelier\""));
    }

    async fn a_note_kept_for_oneself_is_a_good_end_too(host: Host) {
        let door = open_room(&host).await;
        let mut lea = come_in(&host, &door, "Léa").await;
        let step = |word: &str| format!("{door}/parcours/{word}");
        lea.act(&step("porte"), &[("door", "tell")]).await;
        lea.act(&step("idee"), &[("idea", "Pour plus tard")]).await;
        let kept = lea.act(&step("publication"), &[("visibility", "writer")]).await;
        assert!(lea.get(&kept.place).await.says("Votre note est à l’abri"));
        assert_eq!(note::newest(&host.world.app.db, "", 9).await.unwrap(), []);
    }
}
