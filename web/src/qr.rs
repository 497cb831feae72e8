//! QR codes: as SVG for a page, as blocks for a terminal.

use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder, QRCode};
use maud::{Markup, PreEscaped, html};

fn code(address: &str) -> Option<QRCode> {
    QRBuilder::new(address).ecl(ECL::M).build().ok()
}

/// A picture of the code, with a title for those who do not see it. The address
/// is always written beside it.
pub fn svg(address: &str, title: &str) -> Markup {
    let Some(code) = code(address) else { return html! {} };
    let drawn = SvgBuilder::default().margin(2).to_str(&code);
    // Its size and colours belong to our own style, not to attributes.
    let drawn = drawn.replacen("<svg ", "<svg class=\"qr\" aria-hidden=\"true\" ", 1);
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
    let end = isize::try_from(size).unwrap_or(0) + 2;
    let mut told = String::new();
    for y in (-2..end).step_by(2) {
        told.push_str("  ");
        for x in -2..end {
            told.push(match (dark(x, y), dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        told.push('\n');
    }
    told
}
