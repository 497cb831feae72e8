//! Pairs of texts that differ in one way of writing: what a page says of each, and that it says
//! it beside another change too.

use std::sync::Arc;

use domain::prose::diff::page::compare;
use domain::prose::diff::summary::summary;
use maud::Markup;
use web::shell::hours::Zone;
use web::shell::parts::{diff, summary as words};
use web::shell::voice::{Language, Texts, Voice};

pub(crate) fn voice() -> Voice {
    Voice::new(Arc::new(Texts::load()), Language::French, Zone::default())
}

/// What is seen of a comparison, without a pointer: no attribute, nothing that is only heard.
pub(crate) fn seen(voice: &Voice, before: &str, after: &str) -> String {
    text_of(diff::show(voice, &compare(before, after)))
}

fn text_of(page: Markup) -> String {
    let page = web::shell::typography::curl(page).into_string();
    let mut told = String::new();
    let (mut unseen, mut rest) = (0, page.as_str());
    while let Some((text, tag)) = rest.split_once('<') {
        if unseen == 0 {
            told.push_str(text);
        }
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        if tag.starts_with("span class=\"unseen\"") || (unseen > 0 && tag.starts_with("span")) {
            unseen += 1;
        } else if unseen > 0 && tag == "/span" {
            unseen -= 1;
        }
        if tag == "/p" || tag == "/summary" {
            told.push('\n');
        }
    }
    let told = told + rest;
    let plain =
        |text: String| text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain(told).replace("&amp;", "&")
}

const PAIRS: &[(&str, &str, &[&str])] = &[
    // Signs of the same look.
    ("un *mot* ici\n", "un _mot_ ici\n", &["un *mot* ici", "un _mot_ ici"]),
    ("un **mot** ici\n", "un __mot__ ici\n", &["un **mot** ici", "un __mot__ ici"]),
    ("***mot***\n", "**_mot_**\n", &["***mot***", "**_mot_**"]),
    ("un ~~mot~~\n", "un ~mot~\n", &["un ~~mot~~", "un ~mot~"]),
    ("du `code`\n", "du ``code``\n", &["``code``"]),
    ("a & b\n", "a &amp; b\n", &["a & b", "a &amp; b"]),
    ("© 2026\n", "&copy; 2026\n", &["&copy;"]),
    ("\\*a\n", "&#42;a\n", &["\\*a", "&#42;a"]),
    ("a_b\n", "a\\_b\n", &["a\\_b"]),
    ("1. a\n", "1) a\n", &["1. a", "1) a"]),
    ("- a\n- b\n", "* a\n* b\n", &["- a", "* a"]),
    ("- a\n- b\n", "+ a\n+ b\n", &["+ b"]),
    ("# Un\n", "Un\n===\n", &["# Un", "Un⏎==="]),
    ("# Un\n", "# Un #\n", &["# Un #"]),
    ("Un\n===\n", "Un\n=====\n", &["Un⏎====="]),
    ("a\n\n---\n\nb\n", "a\n\n***\n\nb\n", &["---", "***"]),
    ("a\n\n***\n\nb\n", "a\n\n* * *\n\nb\n", &["* * *"]),
    ("```\na\n```\n", "~~~\na\n~~~\n", &["```⏎a⏎```", "~~~⏎a⏎~~~"]),
    ("```\na\n```\n", "````\na\n````\n", &["````⏎a⏎````"]),
    ("    code\n", "```\ncode\n```\n", &["```⏎code⏎```"]),
    ("<https://a.org>\n", "https://a.org\n", &["<https://a.org>"]),
    ("[a](b)\n", "[a](<b>)\n", &["[a](<b>)"]),
    ("[a](b \"t\")\n", "[a](b 't')\n", &["[a](b 't')"]),
    ("[a](b)\n", "[a][c]\n\n[c]: b\n", &["[a][c]", "[c]: b"]),
    ("> a\n> b\n", "> a\nb\n", &["> b"]),
    ("| a |\n|---|\n| b |\n", "| a |\n|-----|\n| b |\n", &["|-----|"]),
    ("| a | b |\n|---|---|\n", "a | b\n---|---\n", &["a | b⏎---|---"]),
    // Breaks, blanks and margins.
    ("a  \nb\n", "a\nb\n", &["a··"]),
    ("a\\\nb\n", "a\nb\n", &["a\\"]),
    ("a  \nb\n", "a\\\nb\n", &["a··", "a\\"]),
    ("a\nb\n", "a\n\nb\n", &["a⏎⏎"]),
    ("- a\n- b\n", "- a\n\n- b\n", &["- a⏎⏎"]),
    ("a\n\nb\n", "a\n\n\nb\n", &["espaces ou des sauts de ligne"]),
    (" a\n", "a\n", &["espaces ou des sauts de ligne"]),
    ("```\na\n\nb\n```\n", "```\na\n\n\nb\n```\n", &["a⏎⏎⏎"]),
    ("a b\n", "a  b\n", &["« · » → « ·· »"]),
    ("a\u{a0}: b\n", "a : b\n", &["« ⍽ » → « · »"]),
    ("a\u{a0}: b\n", "a\u{202f}: b\n", &["« ⍽ » → « ⎵ »"]),
    ("l'eau\n", "l’eau\n", &["« l' » → « l’ »"]),
    ("page 5\n", "page ５\n", &["« 5 » → « ５ »"]),
    ("coopère\n", "co\u{ad}opère\n", &["co⟨U+00AD⟩opère"]),
    // Lists.
    ("- a\n", "1. a\n", &["point de liste numérotée (avant : point de liste à puces)"]),
    (
        "- a\n- b\n",
        "- a\n  - b\n",
        &["point de liste à puces de niveau 2 (avant : point de liste à puces de niveau 1)"],
    ),
    (
        "- a\n  - b\n",
        "- a\n  1. b\n",
        &["point de liste numérotée (avant : point de liste à puces)"],
    ),
    ("3. a\n4. b\n", "5. a\n6. b\n", &["la liste commence à 5 (avant, à 3)"]),
    ("1. a\n1. b\n", "1. a\n2. b\n", &["1. b", "2. b"]),
    ("- a\n\n  b\n", "- a\n\nb\n", &["hors de la liste :"]),
    ("- a\n", "- [ ] a\n", &["devenu une case à cocher"]),
    ("- [x] a\n", "- a\n", &["n’est plus une case à cocher (elle était cochée)"]),
    ("- [ ] a\n", "- [x] a\n", &["case cochée :"]),
    ("- [x] a\n", "- [X] a\n", &["- [x] a", "- [X] a"]),
    ("- [ ]\n- b\n", "- [x]\n- b\n", &["- [ ]", "- [x]"]),
    ("- a\n- b\n", "- a\n* b\n", &["* b"]),
    ("- a\n\n<!-- -->\n\n- b\n", "- a\n- b\n", &["<!-- -->"]),
    // Other kinds of blocks.
    ("a\n", "> a\n", &["citation (avant : paragraphe)"]),
    ("> a\n", "> > a\n", &["niveau de citation : 2 (avant : 1)"]),
    ("a\n", "> > a\n", &["citation (avant : paragraphe)", "niveau de citation : 2 :"]),
    ("# a\n", "### a\n", &["titre de niveau 3 (avant : titre de niveau 1)"]),
    ("a\n\nb\n", "a\n\n---\n\nb\n", &["ajouté, ligne horizontale"]),
    ("a\n\n---\n\nb\n", "a\n\nb\n", &["retiré, ligne horizontale"]),
    ("a\n", "a\n\n## b\n", &["ajouté, titre de niveau 2"]),
    ("a\n", "a\n\n7. b\n", &["ajouté, point de liste numérotée", "la liste commence à 7"]),
    ("a\n", "a\n\n```rust\nb\n```\n", &["langage du code : rust"]),
    ("```rust\nb\n```\n", "```python\nb\n```\n", &["langage du code : python (avant : rust)"]),
    ("```rust\n```\n\na\n", "```python\n```\n\na\n", &["```rust", "```python"]),
    ("3.\n\na\n", "4.\n\na\n", &["3.", "4."]),
    (
        "| a | b |\n|---|---|\n",
        "| a | b |\n|:--|--:|\n",
        &["alignement des colonnes : à gauche, à droite (avant : sans alignement)"],
    ),
    ("| | a |\n|---|---|\n", "| a | |\n|---|---|\n", &["a | "]),
    // Links and pictures.
    ("lire le guide\n", "lire [le guide](https://a.org)\n", &["lien : aucun → https://a.org"]),
    (
        "[g](https://a.org/l'eau)\n",
        "[g](https://a.org/l’eau)\n",
        &["https://a.org/l'eau → https://a.org/l’eau"],
    ),
    ("lire\n", "lire [ceci](https://a.org)\n", &["ceci (lien : https://a.org)"]),
    ("lire [ceci](https://a.org \"T\")\n", "lire\n", &["ceci (lien : https://a.org, titre « T »)"]),
    (
        "lire\n",
        "lire\n\nUn tout autre passage, [ceci](https://a.org).\n",
        &["ceci (lien : https://a.org)"],
    ),
    (
        "voir [le sillon](https://a.org)\n",
        "voir [un lac](https://b.org)\n",
        &["(lien : https://a.org)", "(lien : https://b.org)"],
    ),
    ("lire\n", "lire ![ceci](c.png)\n", &["ceci (image : c.png)"]),
    ("![a](b)\n", "[a](b)\n", &["lien ; avant, image"]),
    ("![a](b)\n", "![a](c)\n", &["image : b → c"]),
    ("![a](b)\n", "![a](b \"t\")\n", &["titre de l’image : aucun → « t »"]),
    ("a ![](b) c\n", "a ![](d) c\n", &["a ![](b) c", "a ![](d) c"]),
    ("![](b)\n", "![](d)\n", &["![](b)", "![](d)"]),
    ("[a](b)\n", "**[a](c)**\n", &["en gras ; avant, sans mise en forme", "lien : b → c"]),
    ("a\n\n[p]: https://a.org\n", "a\n\n[p]: https://b.org\n", &["https://a.org", "https://b.org"]),
    ("[a][p]\n\n[p]: b\n", "[a][p]\n\n[p]: c\n", &["lien : b → c"]),
    ("[^1]: note\n", "[^2]: note\n", &["[^12]: note"]),
    ("a[^1]\n\n[^1]: note\n", "a[^1]\n\n[^1]: notes\n", &["note"]),
    // Looks.
    ("un mot ici\n", "un **mot** ici\n", &["en gras ; avant, sans mise en forme"]),
    ("un l'eau ici\n", "un **l’eau** ici\n", &["l'", "l’"]),
    ("<b>a</b>\n", "<i>a</i>\n", &["<b>", "<i>"]),
    ("a <!-- b --> c\n", "a c\n", &["<!-- b -->"]),
    ("**e**\u{301}t\n", "*e*\u{301}t\n", &["en italique ; avant, en gras"]),
];

/// Spaces as they are typed in these pairs.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn each_way_of_writing_is_told() {
    let voice = voice();
    let mut english = voice.clone();
    english.language = Language::English;
    let mut wrong = vec![];
    for (before, after, expected) in PAIRS {
        // Alone, then beside words that changed, before and after.
        for (head, tail) in [
            (["", ""], ["", ""]),
            (["", ""], ["\n\nFin du texte, un mot.\n", "\n\nFin du texte, deux mots.\n"]),
            (["Un mot au début.\n\n", "Deux mots au début.\n\n"], ["", ""]),
        ] {
            let text = |side: usize, body: &str| format!("{}{body}{}", head[side], tail[side]);
            let (old, new) = (text(0, before), text(1, after));
            let told = plain(&seen(&voice, &old, &new));
            for one in *expected {
                if !told.contains(&plain(one)) {
                    wrong.push(format!("{old:?} → {new:?}: {one}\n{told}"));
                }
            }
        }
        // Side by side, a piece that left and one that came are not on the same line.
        let sides = plain(&text_of(diff::sides(&voice, &compare(before, after))));
        for one in expected.iter().filter(|one| !one.starts_with("[^12]")) {
            if !sides.contains(&plain(one)) {
                wrong.push(format!("side by side, {before:?} → {after:?}: {one}\n{sides}"));
            }
        }
        let english = seen(&english, before, after);
        for key in ["diff-", "shape-", "style-", "align-", "box-"] {
            assert!(!english.contains(key), "{english}");
        }
        let change = summary(&compare(before, after));
        assert!(!words::change_or_source(&voice, &change).is_empty(), "{before:?}");
        assert_ne!(change, domain::notes::note::Change::default(), "{before:?} {after:?}");
        let back = seen(&voice, after, before);
        assert!(back.contains("1 sur") || back.contains("texte source"), "{after:?}: {back}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(PAIRS.len() > 80);
}

#[test]
fn another_way_of_writing_beside_other_words_of_the_line_is_told() {
    let voice = voice();
    for (before, after, expected) in [
        ("un *mot* deux trois quatre\n", "un _mot_ deux trois cinq\n", "_mot_"),
        ("- un deux trois quatre\n", "* un deux trois cinq\n", "* un"),
        ("[a](b) deux trois quatre\n", "[a](<b>) deux trois cinq\n", "[a](<b>)"),
        ("a & b deux trois\n", "a &amp; b deux quatre\n", "&amp;"),
        ("# Un deux trois\n", "Un deux quatre\n===\n", "==="),
        ("un deux trois  \nquatre\n", "un deux cinq\nquatre\n", "trois··"),
        ("un *a* et *b* deux trois\n", "un **a** et _b_ deux trois\n", "_b_"),
        ("- [x] un deux trois\n", "* [ ] un deux trois\n", "* [ ] un"),
        (
            "un *deux* trois quatre cinq six\n\nautre chose ici bas\n\nfin des mots\n",
            "autre chose ici bas\n\nfin des mots\n\nun _deux_ trois quatre cinq six\n",
            "_deux_",
        ),
    ] {
        let told = seen(&voice, before, after);
        assert!(told.contains(expected) && told.contains("Texte source"), "{told}");
    }
    // What is read says it all: the source has nothing to add.
    for (before, after) in [
        ("un *mot* deux trois quatre\n", "un *mot* deux trois cinq\n"),
        ("un _mot_ deux trois\n", "un _mot_ deux _trois_\n"),
        ("- un [a](b) deux\n", "- un [a](c) deux\n"),
        ("* [ ] un &amp; deux\n", "* [x] un &amp; deux\n"),
        ("## Un \\* deux\n", "### Un \\* trois\n"),
        ("a deux trois\n", "**a** deux `trois`\n"),
        ("un deux\n", "> un deux\n"),
        ("un deux <a@b.org> trois\n", "un deux <c@b.org> trois\n"),
        ("voir https://a.org/x ici\n", "voir https://a.org/y ici\n"),
        ("un deux trois quatre\n", "un **[deux](x)** trois cinq\n"),
        ("```\nlet a = 12;\n```\n", "```\nlet a = 15;\nlet b;\n```\n"),
        ("```\nlet a = 12;\nlet b;\n```\n", "```\nlet a = 15;\n```\n"),
        ("un deux trois quatre\n", "un [**deux**](x) trois quatre\n"),
        ("| a | b |\n|---|---|\n| un | deux |\n", "| a | b |\n|:-:|---|\n| un | trois |\n"),
    ] {
        let told = seen(&voice, before, after);
        assert!(!told.contains("ource"), "{before:?}: {told}");
    }
}

#[test]
fn what_changed_is_in_view_however_far_it_is() {
    let line = "mot après mot ".repeat(200);
    for (before, after) in [
        (format!("{line}*fin*\n"), format!("{line}_fin_\n")),
        (format!("{line}*fin* {line}\n"), format!("{line}_fin_ {line}\n")),
        (format!("*fin* {line}\n"), format!("_fin_ {line}\n")),
    ] {
        let told = seen(&voice(), &before, &after);
        let source = told.split("Texte source").nth(1).unwrap();
        assert!(source.contains("*fin*") && source.contains("_fin_"), "{source}");
        assert!(source.contains('…') && source.chars().count() < 600, "{source}");
    }
}

#[test]
fn a_title_is_said_beside_another_change() {
    let made = summary(&compare("Une comunauté ici.\n", "Une communauté ici.\n"));
    let both = domain::prose::diff::summary::with_title(made, "Accueil", "Bienvenue");
    let told = words::change_or_source(&voice(), &both);
    assert_eq!(told, "titre changé, une coquille");
    assert!(made.is_only_typos() && !both.is_only_typos());
    let bold =
        summary(&compare("Une comunauté ici.\n\nFin.\n", "Une communauté ici.\n\n**Fin.**\n"));
    assert!(!bold.is_only_typos());
}
