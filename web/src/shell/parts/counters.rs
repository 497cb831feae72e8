//! How a note was received, in one sentence.

use projections::notes::reception::Figures;

use crate::shell::voice::Voice;

/// “lue par 4 personnes, aimée par 3 (dont 1 sans compte)”.
pub fn sentence(voice: &Voice, figures: Figures) -> String {
    let read = voice.count("figures-read", figures.readers);
    let liked = voice.count("figures-liked", figures.likes);
    if figures.likes == 0 || figures.likes_guests == 0 {
        return format!("{read}, {liked}");
    }
    let guests = voice.count("figures-guests", figures.likes_guests);
    format!("{read}, {liked} ({guests})")
}
