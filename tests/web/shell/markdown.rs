//! People's words made safe HTML.

use web::shell::markdown::{excerpt, fragment, render};

fn html(text: &str) -> String {
    render(text).into_string()
}

#[test]
fn markdown_becomes_html_under_the_note_s_title() {
    assert_eq!(html("# Un\n\n### Deux"), "<h2>Un</h2>\n<h3>Deux</h3>\n");
    assert!(html("- un\n  - deux").contains("<ul>\n<li>un\n<ul>\n<li>deux</li>"));
    assert!(html("un\ndeux").contains("un<br>\ndeux"));
}

#[test]
fn html_in_a_note_is_shown_and_never_run() {
    for attack in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg><set attributeName=onmouseover to=alert(1)>",
        "<math><mtext></p><style><a title=\"</style><img src onerror=alert(1)>\">",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<div style=\"position:fixed\">x</div>",
        "texte <b onclick=x>gras</b>",
    ] {
        let shown = html(attack);
        assert!(
            !shown.contains("<script") && !shown.contains("<img") && !shown.contains("<svg"),
            "{shown}"
        );
        assert!(
            !shown.contains("<a ") && !shown.contains("<div") && !shown.contains("<b "),
            "{shown}"
        );
        assert!(shown.contains("&lt;"), "{shown}");
    }
}

#[test]
fn links_lead_only_where_links_may() {
    for attack in [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
    ] {
        let shown = html(attack).to_lowercase();
        assert!(!shown.contains("href=\"javascript") && !shown.contains("href=\"data"), "{shown}");
        assert!(!shown.contains("href=\"vbscript"), "{shown}");
    }
    let link = html("[ici](https://exemple.org)");
    assert!(link.contains("<a rel=\"ugc nofollow noopener\" href=\"https://exemple.org\">ici</a>"));
}

#[test]
fn links_of_other_schemes_are_words() {
    for (text, words) in [
        ("[x](ftp://exemple.org/a)", "<p>x</p>"),
        ("[**gras** et x](ssh:exemple)", "<p><strong>gras</strong> et x</p>"),
        ("![x](file:///etc/passwd)", "<p>x</p>"),
        ("[x](intent://scan)", "<p>x</p>"),
        ("<irc://exemple.org/salon>", "<p>irc://exemple.org/salon</p>"),
    ] {
        assert_eq!(html(text).trim(), words);
    }
    for good in [
        "[x](MAILTO:a@exemple.org)",
        "[x](tel:+15145550123)",
        "[x](/notes)",
        "[x](#a:b)",
        "[x](?a=b:c)",
    ] {
        assert!(html(good).contains("<a "), "{good}");
    }
}

/// Where the links of a text lead.
fn addresses(text: &str) -> Vec<String> {
    let shown = html(text);
    let found = shown.split("href=\"").skip(1);
    found.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// C11: a bare address ends where French ends it.
#[test]
fn bare_addresses_end_where_people_end_them() {
    let text = "Voir «\u{a0}https://exemple.org/page\u{a0}» puis https://exemple.org/a\u{a0}: la \
                suite.\n\nVraiment https://exemple.org/b\u{202f}? Ou https://exemple.org/e… ou \
                “https://exemple.org/g”.\n\nEt https://exemple.org/Brume_(été), \
                (https://exemple.org/d), https://exemple.org/forêt.\n";
    let at = |path: &str| format!("https://exemple.org/{path}");
    let wanted = ["page", "a", "b", "e", "g", "Brume_(%C3%A9t%C3%A9)", "d", "for%C3%AAt"].map(at);
    assert_eq!(addresses(text), wanted);
    let shown = html(text);
    for kept in [
        "</a>\u{a0}» puis",
        "</a>\u{a0}: la",
        "</a>\u{202f}? Ou",
        "</a>… ou “",
        "</a>”.",
        "</a>, (",
        "</a>),",
    ] {
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
    for (text, wanted) in [
        ("«https://a.ca/b»", "https://a.ca/b"),
        ("**https://a.ca/b\u{a0}»** mot", "https://a.ca/b"),
        ("*(https://a.ca/b_(c)…)* mot", "https://a.ca/b_(c)"),
        ("- https://a.ca/b\u{2009};\n- c", "https://a.ca/b"),
        ("| https://a.ca/b\u{a0}! | c |\n| - | - |", "https://a.ca/b"),
        ("https://a.ca/l’eau’ fin", "https://a.ca/l%E2%80%99eau"),
        ("www.a.ca/b\u{a0}!", "http://www.a.ca/b"),
        ("https://a.ca/b).» fin", "https://a.ca/b"),
        ("https://a.ca/b\u{200b}c", "https://a.ca/b"),
        ("HTTPS://a.ca/b…", "HTTPS://a.ca/b"),
        ("https://a.ca/?q=a,b&c=d#e\u{a0}!", "https://a.ca/?q=a,b&amp;c=d#e"),
        ("[mot](https://a.ca/é»b)", "https://a.ca/%C3%A9%C2%BBb"),
        ("<https://a.ca/b»c>", "https://a.ca/b%C2%BBc"),
        ("[https://a.ca/b](https://a.ca/b)", "https://a.ca/b"),
    ] {
        assert_eq!(addresses(text), [wanted], "{text}: {}", html(text));
    }
    let two = addresses("https://a.ca/b\u{a0}»https://a.ca/c…https://a.ca/d");
    assert_eq!(two[0], "https://a.ca/b");
    // Nothing of ours is left, in whatever holds an address.
    for text in [
        "`https://a.ca/b»` et https://a.ca/c»",
        "```https://a.ca/b»\nhttps://a.ca/c»\n```",
        "<i title=\"https://a.ca/b»\">x</i>",
        "<div>\nhttps://a.ca/b»\n</div>",
        "[x](/y \"https://a.ca/b»\")",
        "[x]\n\n[x]: https://a.ca/b» \"https://a.ca/b»\"",
    ] {
        let shown = html(text);
        assert!(
            !shown.contains('\u{fdd1}') && !shown.contains("%EF%B7%91") && !shown.contains("b&lt;"),
            "{shown}"
        );
    }
}

#[test]
fn a_picture_from_elsewhere_is_a_link_and_asks_nothing() {
    let shown = html("![la salle](https://exemple.org/salle.jpg)");
    assert!(!shown.contains("<img") && shown.contains("https://exemple.org/salle.jpg"), "{shown}");
}

#[test]
fn what_is_rendered_is_html_of_today() {
    let table = html("| a | b | c | d |\n|:-|:-:|-:|-|\n| 1 | 2 | 3 | 4 |");
    assert!(table.contains("<div class=\"table\" tabindex=\"0\"><table>"), "{table}");
    assert!(table.contains("<th>a</th>") && table.contains("<th class=\"centered\">b</th>"));
    assert!(table.contains("<td class=\"to-end\">3</td>") && !table.contains("align="), "{table}");
    for (text, tag) in [("***", "<hr>"), ("- [x] fait", "<input"), ("a  \nb", "<br>")] {
        let shown = html(text);
        assert!(shown.contains(tag) && !shown.contains("/>"), "{shown}");
    }
    // A box has a name: the line it is in.
    let box_of = |text: &str| html(text).replace('\n', "");
    assert_eq!(
        box_of("- [x] lu\n- [ ] *à* relire"),
        "<ul><li><label><input type=\"checkbox\" disabled checked> lu</label></li>\
         <li><label><input type=\"checkbox\" disabled> <em>à</em> relire</label></li></ul>"
    );
    // Words that look like it stay words.
    assert!(html("` align=\"center\" />`").contains("align=&quot;center&quot; /&gt;"));
    assert!(html("```\nlong\n```").starts_with("<pre tabindex=\"0\">"));
}

#[test]
fn deep_and_long_texts_are_rendered_all_the_same() {
    for text in [">".repeat(5_000), "[".repeat(20_000), "- ".repeat(3_000), "a\n".repeat(50_000)] {
        assert!(!html(&text).is_empty());
    }
}

#[test]
fn a_text_made_of_marks_is_read_as_words() {
    for text in ["*a ".repeat(100_000), ">".repeat(100_000), "- a\n".repeat(70_000)] {
        let shown = html(&text);
        assert_eq!(shown.matches('<').count(), 2, "one paragraph");
        assert!(
            domain::prose::diff::block::blocks(
                &text,
                &mut domain::prose::diff::block::Styles::default()
            )
            .len()
                <= 1
        );
    }
    let long = "Une phrase, *mise en valeur*, et une autre.\n\n".repeat(5_000);
    assert!(html(&long).contains("<em>"), "a long note is a note");
}

#[test]
fn headings_are_left_out_and_paragraphs_joined_with_a_space() {
    for (text, told) in [
        (
            "## Contexte\n\nAu début, on relisait.\n\nNous avons changé.",
            "Au début, on relisait. Nous avons changé.",
        ),
        ("Contexte\n========\n\nUn *deux* **trois**\nquatre", "Un deux trois quatre"),
        ("# Un titre seul", "Un titre seul"),
        ("- pommes\n- poires.\n- noix\n\nEt voilà", "pommes, poires. noix, Et voilà"),
        ("- [x] fait\n- [ ] à faire", "fait, à faire"),
        ("> cité\n\n[un lien](https://exemple.org), `code`", "cité un lien, code"),
        ("| a | b |\n|---|---|\n| c | d |", "a, b, c, d"),
        ("1. un\n   - dedans\n2. deux", "un dedans, deux"),
        ("un\\*deux &amp; trois", "un*deux & trois"),
        ("", ""),
    ] {
        assert_eq!(excerpt(text, 200), told, "{text:?}");
    }
}

#[test]
fn an_excerpt_cuts_no_word_and_no_sign() {
    assert_eq!(excerpt("un deux trois", 9), "un deux…");
    let flag = "🏳\u{fe0f}\u{200d}🌈";
    assert_eq!(excerpt(&flag.repeat(4), 2), format!("{}…", flag.repeat(2)));
    assert_eq!(excerpt(&"mot ".repeat(100_000), 7), "mot…");
}

#[test]
fn a_sentence_keeps_its_words_even_of_a_heading() {
    assert_eq!(fragment("## Contexte", 80), "Contexte");
    assert_eq!(fragment("- **Un** point\n- deux", 80), "Un point deux");
}

/// Found by fresh eyes: references become signs after the words were cleaned.
#[test]
fn a_sign_written_as_a_reference_is_cleaned_too() {
    let shown = html(
        "Un &#8238;renversé&#x202C; et &#xFFFF; puis &#1; **&#128;** [x&#8238;](https://exemple.org)",
    );
    for sign in ['\u{202e}', '\u{202c}', '\u{ffff}', '\u{1}', '\u{80}'] {
        assert!(!shown.contains(sign), "{shown:?}");
    }
    assert!(html("l&#146;eau &amp; &eacute;té").contains("&amp; été"));
}

#[test]
fn an_excerpt_keeps_what_holds_words_together() {
    assert_eq!(
        excerpt("« brumelle\u{a0}» et 10\u{202f}500 bols", 80),
        "« brumelle\u{a0}» et 10\u{202f}500 bols"
    );
}

/// An address leads out however it is written.
#[test]
fn every_link_that_leads_out_says_so() {
    for text in [
        "HTTPS://exemple.org",
        "[x](Http://exemple.org)",
        "<HTTPS://exemple.org>",
        "[x](//exemple.org)",
        "«www.exemple.org»",
        "[https://exemple.org]",
    ] {
        assert!(html(text).contains("rel=\"ugc nofollow noopener\""), "{}", html(text));
    }
    for text in ["[x](/httpd)", "[x](httpd)", "[x](mailto:a@b.ca)"] {
        assert!(!html(text).contains("rel="), "{}", html(text));
    }
}
