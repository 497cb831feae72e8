//! Who may do what with a note.

use app::access::{Standing, Viewer, first_visible, may_prepare, may_read, may_revise};
use domain::core::ids::PersonId;
use domain::notes::visibility::Visibility;

use app::engine::envelope::CommandId;

use crate::both;
use crate::world::World;

const fn standing(writer: bool, first: i64, account: bool) -> Standing {
    Standing { writer, in_room: false, account, moderator: false, team: false, first }
}

#[test]
fn who_reads_and_from_where() {
    // (standing, may read, the first revision)
    let table = [
        (standing(false, 0, false), false, 0),
        (standing(false, 0, true), false, 0),
        (standing(false, 3, false), true, 3),
        (standing(true, 0, false), true, 1),
        (standing(true, 3, true), true, 1),
        (Standing { team: true, ..standing(false, 0, false) }, true, 1),
    ];
    for (standing, reads, first) in table {
        assert_eq!(may_read(standing), reads, "{standing:?}");
        assert_eq!(first_visible(standing), first, "{standing:?}");
    }
}

both! {
    async fn m4_a_note_begins_closed_and_its_authors_open_it(world: World) {
        let lea: PersonId = "lea".parse().unwrap();
        let mut note = world.public("lea", "Du pain").await;
        note.closed = true;
        let (reader, member) = (standing(false, 1, false), standing(false, 1, true));
        assert!(may_revise(&note, standing(true, 0, false)));
        assert!(!may_revise(&note, member), "closed");
        note.closed = false;
        assert!(may_revise(&note, member) && !may_revise(&note, reader));
        assert!(!may_revise(&note, standing(false, 0, true)), "nobody changes what they do not read");
        // As the commons has it: closed at first, and back again.
        let id = world.app.notes().draft(&lea, None, &crate::world::words("Sel", "Du sel"), CommandId::fresh()).await.unwrap();
        assert!(world.note(&id).await.closed);
        let note = world.note(&id).await;
        world.app.notes().set_open(&note, &lea, true, CommandId::fresh()).await.unwrap();
        assert!(!world.note(&id).await.closed);
        world.app.notes().set_open(&note, &lea, false, CommandId::fresh()).await.unwrap();
        assert!(world.note(&id).await.closed);
        let omar: PersonId = "omar".parse().unwrap();
        assert!(world.app.notes().set_open(&note, &omar, true, CommandId::fresh()).await.is_err());
        assert_eq!(note.visibility, Visibility::Writer);
    }
}

#[test]
fn nobody_prepares_a_workshop() {
    assert!(!may_prepare(&Viewer::default()));
}
