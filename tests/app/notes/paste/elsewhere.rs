//! Found by fresh eyes: what word processors, mails and networks put around the words.

use app::notes::paste::{to_markdown, to_words};

use super::becomes;

#[test]
fn a_number_of_word_with_words_is_seen() {
    let item = |level: u8, sign: &str, text: &str| {
        format!(
            "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>\
             <span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span><![endif]>{text}</p>"
        )
    };
    becomes(
        &format!("{}{}", item(1, "Article 1 –", "Nom"), item(1, "Article 2.", "Siège")),
        "Article 1 – Nom\n\nArticle 2. Siège\n",
    );
    becomes(
        &[
            item(1, "1.", "Objet"),
            item(2, "1.1.", "Nom"),
            item(2, "1.2.", "Siège"),
            item(1, "2.", "Membres"),
        ]
        .concat(),
        "1. Objet\n\n1.1. Nom\n\n1.2. Siège\n\n2. Membres\n",
    );
    becomes(&[item(1, "(1)", "un"), item(1, "(2)", "deux")].concat(), "1. un\n2. deux\n");
    becomes(&[item(1, "iv.", "un"), item(2, "o", "deux")].concat(), "4. un\n   - deux\n");
}

#[test]
fn lines_of_a_cell_are_told_apart() {
    let table = |cell: &str| {
        format!("<table><tr><th>Qui<br>vient<th>b</tr><tr><td>{cell}<td>x</tr></table>")
    };
    for (cell, told) in [
        ("<p>un</p><p>deux</p>", "un · deux"),
        ("un<br>deux", "un · deux"),
        ("<ul><li>plier</li><li>ranger</li></ul>", "plier · ranger"),
        ("Mots :<br>deux", "Mots : deux"),
        ("<p>un <b>deux</b></p>", "un **deux**"),
        ("<div><div>un</div></div>", "un"),
        ("un<br><br>deux<br>", "un · deux"),
    ] {
        becomes(&table(cell), &format!("| Qui vient | b |\n| --- | --- |\n| {told} | x |\n"));
    }
    assert_eq!(to_words(&table("un<br>deux")).unwrap(), "Qui vient | b\nun · deux | x\n");
}

#[test]
fn what_a_machine_says_of_a_picture_is_left_out() {
    for alt in [
        "Une image contenant personne, intérieur Description générée automatiquement",
        "A picture containing text Description automatically generated",
        "image001.png",
        "IMG_2034.JPG",
    ] {
        becomes(&format!("<p>Un <img alt='{alt}'>mot</p>"), "Un mot\n");
    }
    becomes("<p>Un <img alt='Le logo du groupe'></p>", "Un Le logo du groupe\n");
    becomes("<p>Oui <img alt='😀'></p>", "Oui 😀\n");
}

#[test]
fn a_link_leads_where_it_says() {
    let target = "https://exemple.org/a?b=1";
    for page in [
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexemple.org%2Fa%3Fb%3D1&amp;h=AT0x",
        "https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.org%2Fa%3Fb%3D1&amp;data=05%7C01",
        "https://www.google.com/url?q=https://exemple.org/a%3Fb%3D1&amp;sa=D",
        "https://www.google.com/url?sa=t&amp;url=https%3A%2F%2Fexemple.org%2Fa%3Fb%3D1",
    ] {
        becomes(&format!("<p><a href='{page}'>ici</a></p>"), &format!("[ici]({target})\n"));
    }
    becomes(
        "<a href='https://www.google.com/url?q=https://a.org/caf%C3%A9%2520%'>ici</a>",
        "[ici](https://a.org/caf%C3%A9%20%)\n",
    );
    for kept in [
        "https://www.google.com/url?q=javascript:alert",
        "https://www.google.com/url?q=https%3A%2F%2Fa.org%2F%0Ab",
        "https://exemple.org/url?q=https://a.org",
        "https://exemple.org/x.safelinks.protection.outlook.com/?url=https://a.org",
        "https://l.facebook.com/l.php?u=%ff%fe",
    ] {
        becomes(&format!("<p><a href='{kept}'>ici</a></p>"), &format!("[ici]({kept})\n"));
    }
}

#[test]
fn small_things_are_as_they_are_seen() {
    becomes("<h1>Procès-<br>verbal</h1>", "## Procès-verbal\n");
    becomes("<h1>Un -<br>deux</h1>", "## Un - deux\n");
    becomes("<p><a class=sdfootnotesym href='#sdfootnote1anc'>1</a>Note</p>", "1 Note\n");
    let mail = "<p>Merci.</p><pre class='moz-signature' cols=72>Anne\nici</pre>";
    assert_eq!(to_markdown(mail).unwrap(), "Merci.\n\nAnne\nici\n");
}

/// Notes of Apple say with a class that a word is struck out.
#[test]
fn a_class_strikes_words_out() {
    let page = |style: &str| {
        format!(
            "<html><head><style>{style}</style></head><body><p><span class=s1>vieux</span> neuf</p></body></html>"
        )
    };
    becomes(
        &page("p.p1 {margin: 0px}\nspan.s1 {text-decoration: line-through}"),
        "~~vieux~~ neuf\n",
    );
    becomes(&page("span.s2 {text-decoration: line-through}"), "vieux neuf\n");
    becomes(&page("span.s1 {color: red} .s2{text-decoration: line-through"), "vieux neuf\n");
}
