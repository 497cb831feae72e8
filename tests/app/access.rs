use app::access::{Standing, Viewer, may_prepare, may_read, may_revise};
use domain::notes::visibility::Visibility::{Everyone, Workshop, Writer};

const fn standing(writer: bool, in_room: bool, account: bool) -> Standing {
    Standing { writer, in_room, account, moderator: false, team: false }
}

#[test]
fn who_reads_and_who_revises() {
    let nobody = standing(false, false, false);
    let member = standing(false, false, true);
    let guest_in_room = standing(false, true, false);
    let member_in_room = standing(false, true, true);
    let writer = standing(true, true, false);
    // (visibility, standing, may read, may revise)
    let table = [
        (Writer, nobody, false, false),
        (Writer, member, false, false),
        (Writer, guest_in_room, false, false),
        (Writer, member_in_room, false, false),
        (Writer, writer, true, true),
        (Workshop, nobody, false, false),
        (Workshop, member, false, false),
        (Workshop, guest_in_room, true, false),
        (Workshop, member_in_room, true, true),
        (Workshop, writer, true, true),
        (Everyone, nobody, true, false),
        (Everyone, member, true, true),
        (Everyone, guest_in_room, true, false),
        (Everyone, member_in_room, true, true),
        (Everyone, writer, true, true),
    ];
    for (visibility, standing, reads, revises) in table {
        assert_eq!(may_read(visibility, standing), reads, "{visibility:?} {standing:?}");
        assert_eq!(may_revise(visibility, standing), revises, "{visibility:?} {standing:?}");
    }
}

#[test]
fn nobody_prepares_a_workshop() {
    assert!(!may_prepare(&Viewer::default()));
}
