use domain::section::{replace, sections};

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
