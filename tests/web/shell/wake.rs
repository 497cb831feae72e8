//! The drawing of a wake: small, the same each time, and about nobody.

use projections::notes::wake::{Mark, Ripple, Wake};
use std::sync::Arc;
use web::shell::hours::Zone;
use web::shell::parts::wake::{PARTS, drawing, show};
use web::shell::voice::{Language, Texts, Voice};

/// Acts of every kind, very many, in every part.
fn full() -> Wake {
    use Ripple as R;
    let kinds = [R::Published, R::Edited, R::Read, R::Liked, R::Thanked, R::Linked];
    let marks = (0..PARTS).flat_map(|part| {
        kinds.into_iter().map(move |ripple| Mark { part, ripple, count: 999_999 })
    });
    Wake { first: 20_000 * 86_400_000_000, marks: marks.collect() }
}

#[test]
fn the_fullest_wake_weighs_three_kilobytes_at_most() {
    let drawn = drawing(&full()).into_string();
    assert!(drawn.len() <= 3 * 1024, "{}", drawn.len());
    assert_eq!(drawn, drawing(&full()).into_string());
    assert!(drawn.contains("aria-hidden=\"true\""), "words beside it say the same");
}

#[test]
fn a_wake_says_in_a_sentence_what_it_draws() {
    let voice = Voice::new(Arc::new(Texts::load()), Language::French, Zone::default());
    let mark = |ripple, count| Mark { part: 3, ripple, count };
    let wake = Wake {
        first: 20_000 * 86_400_000_000,
        marks: vec![mark(Ripple::Read, 4), mark(Ripple::Thanked, 1)],
    };
    let shown = show(&voice, &wake).into_string();
    assert!(shown.contains("4 lectures, un merci."), "{shown}");
    assert!(shown.contains("wake-read") && !shown.contains("wake-edited"), "{shown}");
    assert_eq!(show(&voice, &Wake::default()).into_string(), "", "nothing has happened");
}
