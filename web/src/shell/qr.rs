//! QR codes: as SVG for a page, as blocks for a terminal.

use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder, QRCode};
use maud::{Markup, PreEscaped, html};

/// How many modules of white stand around a code (ISO/IEC 18004): readers find no edge
/// without them. They are part of the picture, whatever the colours around it.
const QUIET: usize = 4;

fn code(address: &str) -> Option<QRCode> {
    QRBuilder::new(address).ecl(ECL::M).build().ok()
}

/// A picture of the code, with a title for those who do not see it. The address
/// is always written beside it.
pub fn svg(address: &str, title: &str) -> Markup {
    let Some(code) = code(address) else { return html! {} };
    let drawn = SvgBuilder::default().margin(QUIET).to_str(&code);
    // Its size and colours belong to our own style, not to attributes.
    let drawn = drawn.replacen(
        "<svg ",
        "<svg class=\"qr\" aria-hidden=\"true\" shape-rendering=\"crispEdges\" ",
        1,
    );
    html! { span.qr-frame role="img" aria-label=(title) { (PreEscaped(drawn)) } }
}

/// The code in half blocks, two rows of squares a line, light on dark.
pub fn terminal(address: &str) -> String {
    let Some(code) = code(address) else { return String::new() };
    let size = code.size;
    let dark = |x: isize, y: isize| {
        let inside = |at: isize| usize::try_from(at).ok().filter(|at| *at < size);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) => code[y][x].value(),
            _ => false,
        }
    };
    let quiet = isize::try_from(QUIET).unwrap_or(0);
    let end = isize::try_from(size).unwrap_or(0) + quiet;
    let mut text = String::new();
    for y in (-quiet..end).step_by(2) {
        text.push_str("  ");
        for x in -quiet..end {
            text.push(match (dark(x, y), dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{QUIET, svg, terminal};

    #[test]
    fn four_modules_of_white_are_part_of_the_picture() {
        let drawn = svg("https://exemple.org/a/0123456789abcdef", "Code").into_string();
        let size = drawn.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap();
        let size: usize = size.parse().unwrap();
        assert!((size - 2 * QUIET - 17).is_multiple_of(4), "a version of the code and its margin");
        assert!(drawn.contains("fill=\"#ffffff\""), "{}", &drawn[..400]);
        let blank = format!("  {}", "█".repeat(size));
        let result = terminal("https://exemple.org/a/0123456789abcdef");
        assert_eq!(result.lines().take(QUIET / 2).collect::<Vec<_>>(), [blank.as_str(); 2]);
    }
}
