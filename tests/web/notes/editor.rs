//! Revising, and the history of a note.

use domain::notes::visibility::Visibility;
use projections::notes::note::Note;

use crate::both;
use crate::site::{Guest, Host};

async fn public_note(host: &Host) -> Note {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 9).await;
    let lea = host.world.guest(&id, "Léa").await;
    host.world.published(&lea, &id, "Silence", Visibility::Everyone).await
}

async fn revise(editor: &mut Guest<'_>, note: &Note, base: &str, body: &str, summary: &str) {
    let fields = [("base", base), ("title", "Silence"), ("body", body), ("summary", summary)];
    let saved = editor.act(&format!("/notes/{}/modification", note.note), &fields).await;
    assert_eq!(saved.status, 303);
}

both! {
    async fn an_editor_revises_compares_and_restores(host: Host) {
        let note = public_note(&host).await;
        let address = format!("/notes/{}", note.note);
        let ahmed = host.world.account("Ahmed", false).await;
        let mut ahmed = host.known(&ahmed).await;
        assert!(ahmed.get(&format!("{address}/modifier")).await.says("Nous avons appris à attendre."));
        revise(&mut ahmed, &note, "1", "Nous avons appris à attendre l’autre.", "Précision").await;
        revise(&mut ahmed, &note, "2", "Nous avons appris à écouter l'autre.", "").await;

        let history = ahmed.get(&format!("{address}/historique")).await;
        assert!(history.says("3 versions") && history.says("Précision") && history.says("Ahmed"));
        assert!(history.says("Première version") && history.says("Un mot modifié"));

        let page = ahmed.get(&format!("{address}/comparer?de=3&a=1")).await;
        assert!(page.says("3 mots ajoutés, un mot retiré"), "either way round: {}", page.page);
        let page = ahmed.get(&format!("{address}/comparer?de=2&a=3")).await;
        let diff = page.page.split("class=\"diff\"").nth(1).unwrap();
        assert!(diff.contains("attendre") && diff.contains("écouter"));
        assert_eq!(diff.matches("<ins>").count(), 1, "another apostrophe is not a change");

        let old = ahmed.get(&format!("{address}/versions/1")).await;
        assert!(old.says("2 modifications plus récentes ne seront plus dans le texte"));
        let back = ahmed.act(&format!("{address}/restauration"), &[("de", "1")]).await;
        assert_eq!(back.status, 303);
        assert!(ahmed.get(&address).await.says("Nous avons appris à attendre."));
        assert!(ahmed.get(&format!("{address}/historique")).await.says("Remet la version 1"));
    }

    async fn what_was_written_before_publishing_stays_the_writers(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&id, "Léa").await;
        let draft = host.world.draft(&lea, &id, "Silence").await;
        let mut writer = host.known(&lea).await;
        revise(&mut writer, &draft, "1", "Sans le canari.", "").await;
        let chosen = [("visibility", "everyone")];
        writer.act(&format!("/notes/{}/publication", draft.note), &chosen).await;
        let address = format!("/notes/{}", draft.note);
        let mut reader = host.stranger();
        let history = reader.get(&format!("{address}/historique")).await;
        assert!(history.says("Une version.") && !history.says("/versions/1\""));
        for hidden in ["versions/1", "comparer?de=1&a=2"] {
            assert_eq!(reader.get(&format!("{address}/{hidden}")).await.status, 404);
        }
        assert_eq!(writer.get(&format!("{address}/versions/1")).await.status, 200);
    }

    async fn widening_a_note_does_not_open_what_only_the_group_could_read(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let (lea, omar) = (host.world.guest(&id, "Léa").await, host.world.guest(&id, "Omar").await);
        let note = host.world.published(&lea, &id, "Silence", Visibility::Workshop).await;
        let mut writer = host.known(&lea).await;
        revise(&mut writer, &note, "1", "Sans le nom de l’élève.", "").await;
        let address = format!("/notes/{}", note.note);
        writer.act(&format!("{address}/publication"), &[("visibility", "everyone")]).await;
        let mut group = host.known(&omar).await;
        assert_eq!(group.get(&format!("{address}/versions/1")).await.status, 200);
        let mut world = host.stranger();
        assert_eq!(world.get(&format!("{address}/versions/1")).await.status, 404);
        assert_eq!(world.get(&format!("{address}/versions/2")).await.status, 200);
        assert!(world.get(&format!("{address}/historique")).await.says("Une version."));
    }

    async fn an_unchanged_save_makes_no_version(host: Host) {
        let note = public_note(&host).await;
        let ahmed = host.world.account("Ahmed", false).await;
        let mut ahmed = host.known(&ahmed).await;
        revise(&mut ahmed, &note, "1", "Nous avons appris à attendre.\r\n\r\n", "rien").await;
        assert_eq!(host.world.note(&note.note).await.revision, 1);
    }
}
