use domain::prose::section::{replace, sealed, sections};

const TEXT: &str =
    "Avant.\n\n## Un\n\nMots.\n\n### Dedans\n\nPlus.\n\n## Deux\n\n> ## Cité\n\nFin.\n";

#[test]
fn a_section_goes_to_the_next_heading_as_high() {
    let found = sections(TEXT);
    let titles: Vec<_> = found.iter().map(|one| (one.title.as_str(), one.level)).collect();
    assert_eq!(titles, [("Un", 2), ("Dedans", 3), ("Deux", 2)]);
    assert_eq!(&TEXT[found[0].range.clone()], "## Un\n\nMots.\n\n### Dedans\n\nPlus.\n\n");
    assert_eq!(&TEXT[found[2].range.clone()], "## Deux\n\n> ## Cité\n\nFin.\n");
}

#[test]
fn replacing_a_section_leaves_the_others_to_the_letter() {
    let new = replace(TEXT, 1, "### Dedans\n\nMieux.\r\n").unwrap();
    assert_eq!(new, TEXT.replace("Plus.", "Mieux."));
    assert_eq!(
        replace(TEXT, 2, "## Deux").unwrap(),
        "Avant.\n\n## Un\n\nMots.\n\n### Dedans\n\nPlus.\n\n## Deux\n"
    );
    assert_eq!(replace(TEXT, 9, "x"), None);
}

/// C30: what one box leaves open does not take in the heading of the next.
#[test]
fn what_is_left_open_is_ended() {
    for (open, closed) in [
        ("Voici :\n```\nbrumelle = 1", "Voici :\n```\nbrumelle = 1\n```"),
        ("~~~~ sh\na\n~~~", "~~~~ sh\na\n~~~\n~~~~"),
        ("````\n```\na\n```\n", "````\n```\na\n```\n````"),
        ("a\n\n<!-- b", "a\n\n<!-- b\n-->"),
        ("<SCRIPT>\na", "<SCRIPT>\na\n</SCRIPT>"),
        ("<pre class=x>a", "<pre class=x>a\n</pre>"),
        ("<?php a", "<?php a\n?>"),
        ("<![CDATA[ a", "<![CDATA[ a\n]]>"),
        ("<!DOCTYPE a", "<!DOCTYPE a\n>"),
    ] {
        assert_eq!(sealed(open), closed);
        let whole = format!("## Un\n\n{closed}\n\n## Deux\n\nMots.\n");
        let titles: Vec<_> = sections(&whole).into_iter().map(|one| one.title).collect();
        assert_eq!(titles, ["Un", "Deux"], "{whole}");
    }
    for whole in [
        "a",
        "```\na\n```",
        "- a\n  ```\n  b",
        "> ```\n> a",
        "    a",
        "a `b",
        "<div>\na",
        "a <!-- b",
        "[a]: b",
        "[a]:",
        "a\n***",
        "1. a\n\n   b",
        "\\```\na",
        "| a |\n| - |",
        "a\n===",
        "> a\nb",
        "<b",
        "**a",
    ] {
        assert_eq!(sealed(whole), whole);
        let text = format!("{whole}\n\n## Deux\n\nMots.\n");
        assert_eq!(sections(&text).last().map(|one| one.title.as_str()), Some("Deux"), "{whole}");
    }
    let text = "## Un\n\nMots.\n\n## Deux\n\nAutres.\n";
    assert_eq!(
        replace(text, 0, "## Un\n\n```\na").unwrap(),
        "## Un\n\n```\na\n```\n\n## Deux\n\nAutres.\n"
    );
}
