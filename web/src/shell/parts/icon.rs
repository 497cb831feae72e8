//! Our icons: strokes in the colour of the text, hidden from screen readers,
//! always beside words.

use maud::{Markup, PreEscaped, html};

/// Something small to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The mark of the site: the wake of a boat.
    Wake,
    /// Done.
    Check,
    /// A raised hand.
    Hand,
    /// Liked.
    Heart,
    /// Read.
    Eye,
    /// Written.
    Pen,
    /// Brought from elsewhere.
    Paste,
    /// Taken down for the group.
    Group,
    /// Everyone.
    World,
    /// Oneself alone.
    Lock,
    /// Thanked.
    Thanks,
    /// Before.
    Clock,
    /// Told aloud.
    Voice,
    /// Added to.
    Add,
    /// A photo.
    Photo,
    /// Notes to read.
    Book,
    /// To look for.
    Search,
    /// A code that opens.
    Key,
    /// One's own corner.
    Home,
    /// Those who go the same way.
    Boats,
}

/// Draws it.
pub fn draw(icon: Icon) -> Markup {
    let path = match icon {
        Icon::Wake => {
            "M3 15c3 0 3-3 6-3s3 3 6 3 3-3 6-3M3 20c3 0 3-3 6-3s3 3 6 3 3-3 6-3M12 3l6 6H6z"
        }
        Icon::Check => "M4 13l5 5L20 6",
        Icon::Hand => {
            "M7 12V6a1.5 1.5 0 013 0v5V4a1.5 1.5 0 013 0v7V5a1.5 1.5 0 013 0v8-3a1.5 1.5 0 013 0v5a6 6 0 01-6 6h-1a6 6 0 01-5-3l-3-5a1.6 1.6 0 012.6-1.8z"
        }
        Icon::Heart => "M12 20s-8-5-8-11a4.5 4.5 0 018-2.8A4.5 4.5 0 0120 9c0 6-8 11-8 11z",
        Icon::Eye => "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
        Icon::Pen => "M4 20l1-5L16 4l4 4L9 19z",
        Icon::Paste => "M9 4h6v3H9zM9 5H6v15h12V5h-3M9 12h6M9 16h4",
        Icon::Group => {
            "M9 11a3 3 0 100-6 3 3 0 000 6zM3 20c0-4 3-6 6-6s6 2 6 6M16 6a3 3 0 010 5M18 14c2 1 3 3 3 6"
        }
        Icon::World => {
            "M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"
        }
        Icon::Lock => "M6 11h12v9H6zM9 11V8a3 3 0 016 0v3",
        Icon::Thanks => "M4 5h16v11H9l-5 4zM9 9h6M9 12h4",
        Icon::Voice => "M12 3a3 3 0 00-3 3v5a3 3 0 006 0V6a3 3 0 00-3-3zM5 11a7 7 0 0014 0M12 18v3",
        Icon::Add => "M12 5v14M5 12h14",
        Icon::Photo => "M4 7h4l2-3h4l2 3h4v12H4zM12 10a3 3 0 100 6 3 3 0 000-6z",
        Icon::Book => "M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14",
        Icon::Search => "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21",
        Icon::Key => "M8 11a4 4 0 100 8 4 4 0 000-8zM11 12L20 3M16 7l3 3M13 10l2 2",
        Icon::Home => "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
        Icon::Boats => "M3 13h8l-1.5 4H5zM7 13V5l4 6M13 17h8l-1.5 4H15zM17 17V9l4 6",
        Icon::Clock => "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l4 2",
    };
    html! {
        (PreEscaped(format!(
            "<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" \
             stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" \
             stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">\
             <path d=\"{path}\"/></svg>"
        )))
    }
}
