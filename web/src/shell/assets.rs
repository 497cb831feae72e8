//! Style and scripts: part of the program, named after what is in them, so that a
//! browser may keep them for ever.

use crate::shell::address;
use std::io::Write as _;

use app::engine::secrets::{hash, hash_bytes};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The style of every page.
const STYLE: [&str; 7] = [
    include_str!("../../assets/style/tokens.css"),
    include_str!("../../assets/style/base.css"),
    include_str!("../../assets/style/layout.css"),
    include_str!("../../assets/style/form.css"),
    include_str!("../../assets/style/note.css"),
    include_str!("../../assets/style/path.css"),
    include_str!("../../assets/style/drawing.css"),
];

/// That of pages with more on them: a room, a history, a report. The path does without.
const WIDE: [&str; 9] = [
    include_str!("../../assets/style/diff.css"),
    include_str!("../../assets/style/history.css"),
    include_str!("../../assets/style/workshop.css"),
    include_str!("../../assets/style/console.css"),
    include_str!("../../assets/style/wall.css"),
    include_str!("../../assets/style/gallery.css"),
    include_str!("../../assets/style/surface.css"),
    include_str!("../../assets/style/poster.css"),
    include_str!("../../assets/style/print.css"),
];

/// Our faces (`bin/fonts`; SIL Open Font Licence 1.1, `assets/font/*.LICENSE`), and how the style
/// calls each.
const FONTS: [(&str, &[u8]); 3] = [
    ("figtree", include_bytes!("../../assets/font/figtree.woff2")),
    ("literata", include_bytes!("../../assets/font/literata.woff2")),
    ("literata-italic", include_bytes!("../../assets/font/literata-italic.woff2")),
];

const SITE: [&str; 3] = [
    include_str!("../../assets/script/reach.js"),
    include_str!("../../assets/script/reading.js"),
    include_str!("../../assets/script/small.js"),
];

/// Only on pages with a text to write, and where one leaves.
const WRITING: [&str; 5] = [
    include_str!("../../assets/script/forget.js"),
    include_str!("../../assets/script/send.js"),
    include_str!("../../assets/script/kept.js"),
    include_str!("../../assets/script/plain.js"),
    include_str!("../../assets/script/autosave.js"),
];

/// @github/markdown-toolbar-element, MIT, as its package has it (`vendor/README.md`).
const TOOLBAR: &str = include_str!("../../assets/vendor/markdown-toolbar-element.js");

/// The page where notes are written as they will be read, put together by `bin/editor`.
const SURFACE: &str = include_str!("../../assets/vendor/surface.js");

/// Only where one writes more than a line.
const PASTING: &str = include_str!("../../assets/script/editor.js");

const EDITION: [&str; 3] = [
    include_str!("../../assets/script/changes.js"),
    include_str!("../../assets/script/film.js"),
    include_str!("../../assets/script/replay.js"),
];

/// Only on the pages of a path: the door stays light.
const WALK: [&str; 3] = [
    include_str!("../../assets/script/morph.js"),
    include_str!("../../assets/script/pulse.js"),
    include_str!("../../assets/script/outbox.js"),
];

/// What keeps pages on a phone. It has one address for ever: browsers ask for it anew.
pub const WORKER: &str = include_str!("../../assets/script/worker.js");

const LIVE: [&str; 4] = [
    include_str!("../../assets/script/morph.js"),
    include_str!("../../assets/script/stream.js"),
    include_str!("../../assets/script/live.js"),
    include_str!("../../assets/script/turn.js"),
];

/// What the pages of a browser share.
const SHARED: [&str; 2] =
    [include_str!("../../assets/script/stream.js"), include_str!("../../assets/script/shared.js")];

const ICON: &str = include_str!("../../assets/icon.svg");

/// One file.
pub struct Asset {
    /// Its name, with a mark of its content.
    pub name: String,
    pub kind: &'static str,
    /// What is in it.
    pub plain: Vec<u8>,
    /// The same, compressed; empty when it cannot be made smaller.
    pub gzip: Vec<u8>,
}

/// The files of the site.
pub struct Assets {
    /// The style of every page.
    pub style: Asset,
    /// The style of pages with more on them.
    pub wide: Asset,
    /// Our faces.
    pub fonts: Vec<Asset>,
    /// What makes pages kinder when scripts run.
    pub script: Asset,
    /// What keeps the words that are being written.
    pub writing: Asset,
    /// What keeps a path going on poor wifi.
    pub walk: Asset,
    /// What keeps the console and the projector live.
    pub live: Asset,
    /// What makes of rich text that is pasted what a field can hold.
    pub pasting: Asset,
    /// The one connection that the live pages of a browser share.
    pub shared: Asset,
    /// Buttons that write Markdown.
    pub toolbar: Asset,
    /// The page where notes are written as they will be read.
    pub surface: Asset,
    /// What makes writing and looking back easier.
    pub edition: Asset,
    /// The icon of the site.
    pub icon: Asset,
}

impl Assets {
    /// Puts them together.
    pub fn load() -> Self {
        let mut style = STYLE.concat();
        let mut fonts = vec![];
        for (name, bytes) in FONTS {
            let font = font(name, bytes);
            style = style.replace(&format!("{{{name}}}"), &font.address());
            fonts.push(font);
        }
        Self {
            style: asset("sillage", "css", "text/css; charset=utf-8", &style),
            wide: asset("salle", "css", "text/css; charset=utf-8", &WIDE.concat()),
            fonts,
            script: asset("sillage", "js", "text/javascript; charset=utf-8", &SITE.concat()),
            writing: asset("ecrire", "js", "text/javascript; charset=utf-8", &WRITING.concat()),
            walk: asset("parcours", "js", "text/javascript; charset=utf-8", &WALK.concat()),
            pasting: asset("coller", "js", "text/javascript; charset=utf-8", PASTING),
            live: asset("direct", "js", "text/javascript; charset=utf-8", &LIVE.concat()),
            shared: asset("commun", "js", "text/javascript; charset=utf-8", &SHARED.concat()),
            toolbar: as_it_is("barre", TOOLBAR),
            surface: as_it_is("page", SURFACE),
            edition: asset("edition", "js", "text/javascript; charset=utf-8", &EDITION.concat()),
            icon: asset("icone", "svg", "image/svg+xml", ICON),
        }
    }

    /// The file of this name.
    pub fn find(&self, name: &str) -> Option<&Asset> {
        let all = [
            &self.style,
            &self.wide,
            &self.script,
            &self.writing,
            &self.walk,
            &self.live,
            &self.pasting,
            &self.shared,
            &self.toolbar,
            &self.surface,
            &self.edition,
            &self.icon,
        ];
        all.into_iter().chain(&self.fonts).find(|asset| asset.name == name)
    }
}

impl Asset {
    /// Its address.
    pub fn address(&self) -> String {
        address::asset(&self.name)
    }
}

fn asset(name: &str, ending: &str, kind: &'static str, text: &str) -> Asset {
    compressed(name, ending, kind, &without_comments(text))
}

/// A script that a program made: a line of it that is blank may be one of its words.
fn as_it_is(name: &str, text: &str) -> Asset {
    compressed(name, "js", "text/javascript; charset=utf-8", text)
}

fn compressed(name: &str, ending: &str, kind: &'static str, text: &str) -> Asset {
    Asset {
        name: format!("{name}.{}.{ending}", &hash(text)[..12]),
        kind,
        plain: text.as_bytes().to_vec(),
        gzip: gzip(text.as_bytes(), Compression::best()),
    }
}

/// A face: compressed as it is.
fn font(name: &str, bytes: &[u8]) -> Asset {
    Asset {
        name: format!("{name}.{}.woff2", &hash_bytes(bytes)[..12]),
        kind: "font/woff2",
        plain: bytes.to_vec(),
        gzip: vec![],
    }
}

/// A style or a script without the lines that are comments from end to end, and without the
/// blanks that lines begin with: phones on poor wifi do not read them. What is published by
/// others says its licence (`/*!`), and keeps it.
fn without_comments(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let words = line.trim();
        let opens = words.starts_with("/*") && !words.starts_with("/*!");
        if inside || opens || words.starts_with("//") || words.is_empty() {
            let ends = words.find("*/").map(|at| at + 2 == words.len());
            if opens && ends == Some(false) {
                result.push_str(words);
                result.push('\n');
            } else {
                inside = (inside || opens) && ends.is_none();
            }
            continue;
        }
        result.push_str(words);
        result.push('\n');
    }
    result
}

/// `bytes`, compressed.
pub fn gzip(bytes: &[u8], level: Compression) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).expect("memory takes what it is given");
    encoder.finish().expect("memory takes what it is given")
}
