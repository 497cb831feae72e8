//! Pastes of our own making, as each program writes them, with the Markdown they become; and what
//! people found that did not become what they saw.

use app::notes::paste::{to_markdown, to_words};

use super::becomes;

#[test]
fn every_program_s_paste_becomes_what_one_sees() {
    for (html, markdown) in [
        (include_str!("word.html"), include_str!("word.md")),
        (include_str!("google-docs.html"), include_str!("google-docs.md")),
        (include_str!("libreoffice.html"), include_str!("libreoffice.md")),
        (include_str!("outlook.html"), include_str!("outlook.md")),
        (include_str!("gmail.html"), include_str!("gmail.md")),
        (include_str!("page.html"), include_str!("page.md")),
    ] {
        becomes(html, markdown);
    }
}

/// C01: most of what a word processor copies is its style.
#[test]
fn a_large_style_is_no_large_text() {
    let style = "p.MsoNormal{margin:0cm;font-size:12.0pt}".repeat(1_500);
    becomes(
        &format!(
            "<html><head><style>{style}</style></head><body><p class=MsoNormal>La brumelle est \
             <b>posée</b> sur la table.</p></body></html>"
        ),
        "La brumelle est **posée** sur la table.\n",
    );
}

/// C02: changes that are tracked, and remarks.
#[test]
fn what_was_taken_out_and_what_writers_say_to_one_another_is_gone() {
    becomes(
        "<p class=MsoNormal>Le drozin ouvre à <del cite=\"#\">six</del><ins cite=\"#\">sept</ins> \
         heures<a class=msocomanchor href=\"#_msocom_1\">[ZZ1]</a>.</p>\n<p class=MsoNormal>\
         <span class=msoDel>Prendre un sac. </span><span class=msoIns>Prendre un bol.</span></p>\n\
         <div style=\"mso-element:comment-list\"><hr class=msocomoff><div class=msocomtxt>\
         <p class=MsoCommentText>[ZZ1]À taire.</p></div></div>",
        "Le drozin ouvre à sept heures.\n\nPrendre un bol.\n",
    );
    // Struck out to be seen so, and not taken out.
    becomes("<p><del>vieux</del> neuf</p>", "~~vieux~~ neuf\n");
    becomes("<p><del>vieux</del><ins>neuf</ins></p>", "neuf\n");
    becomes(
        "<p>Un<span class='TextRun TrackChangeTextDeletion'> deux</span> trois</p>",
        "Un trois\n",
    );
    becomes(
        "<div><p>Un<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup> deux</p></div><div><p>\
         <a href='#cmnt_ref1' id=cmnt1>[a]</a>À taire.</p><p>Aussi.</p></div>",
        "Un deux\n",
    );
    becomes(
        "<h2>Titre <a class='pencil' href='/x'>✎</a></h2><p>Bravo <img alt='😀'>!</p>",
        "## Titre\n\nBravo 😀!\n",
    );
    becomes("<p>Oui<template><p>non</p></template></p><p hidden>non<p>Si</p>", "Oui\n\nSi\n");
    becomes(
        "<p>Oui<span hidden>non</span><span style='visibility:hidden'>non</span>\
         <span style='font-size:0px'>non</span></p>",
        "Oui\n",
    );
}

/// C03: boxes to tick, however they are said.
#[test]
fn boxes_are_boxes() {
    becomes(
        "<ul><li role=\"checkbox\" aria-checked=\"false\"><img src=\"data:image/png;base64,AAAA\" \
         alt=\"unchecked\"><p>choisir la brumelle</p></li><li role=\"checkbox\" \
         aria-checked=\"true\"><img src=\"data:image/png;base64,AAAA\" alt=\"checked\"><p>laver le \
         drozin</p></li><ul><li role=\"checkbox\" aria-checked=\"false\"><p>à l’eau froide</p></li>\
         </ul></ul>\n<ul><li><input type=\"checkbox\"> un</li><li><input type=\"checkbox\" checked> \
         deux</li></ul>",
        "- [ ] choisir la brumelle\n- [x] laver le drozin\n  - [ ] à l’eau froide\n- [ ] un\n\
         - [x] deux\n",
    );
    let two = "- [ ] un\n- [x] deux\n";
    becomes("<p>☐ un</p><p>☒&nbsp;deux</p>", two);
    becomes("<p>☐\u{fe0f} un</p><p>✅ deux</p>", two);
    becomes("<ul><li>☐ un</li><li>☑ deux</li></ul>", two);
    becomes(
        "<ul data-type=taskList><li data-checked=false><label><input type=checkbox></label><div><p>un\
         </p></div></li><li data-checked=true><label><input type=checkbox checked></label><p><s>deux\
         </s></p></li></ul>",
        two,
    );
    becomes("<ol><li data-list=unchecked>un</li></ol>", "1. [ ] un\n");
    becomes("<p>Un <input type=checkbox checked> deux</p>", "Un ☑ deux\n");
    becomes(
        "<ul><li><div class=checkbox-on></div> un</li></ul><p style='mso-list:l0 level1 lfo1'><span \
         style='mso-list:Ignore'>q<span>&nbsp; </span></span>deux</p>",
        "- [x] un\n- [ ] deux\n",
    );
    becomes(
        "<ul><li>[ ] un</li><li>[x] deux</li></ul><p>[1] mot</p>",
        &format!("{two}\n\\[1\\] mot\n"),
    );
}

/// C04: bold words that touch a letter.
#[test]
fn bold_ends_where_it_can_be_seen() {
    becomes(
        "<p>Dans <b>l’</b>ostavelle, <b>Rappel :</b>plier. Un mot<b>«\u{a0}brumeux\u{a0}»</b>et \
         voilà.</p>",
        "Dans **l**’ostavelle, **Rappel** :plier. Un mot«\u{a0}**brumeux**\u{a0}»et voilà.\n",
    );
    becomes("<p>l<b>’été</b></p>", "l’**été**\n");
    becomes("<p><b>aujourd</b>’hui <i>(bien)</i>fait</p>", "**aujourd**’hui (*bien*)fait\n");
    becomes("<p><b>gras</b><i>penché</i></p>", "**gras***penché*\n");
    becomes("<p>a<b>b<i>c</i></b>d <s>« e »</s>f</p>", "a**b*c***d « ~~e~~ »f\n");
    becomes(
        "<p><b>voir <a href='https://a.ca'>là</a></b>même</p>",
        "**voir** [**là**](https://a.ca)même\n",
    );
    becomes("<p>a<b>…</b>b <b>**</b> <i>_</i></p>", "a…b **\\*\\*** *\\_*\n");
}

#[test]
fn lists_written_with_signs_are_lists() {
    becomes(
        "<p>·&nbsp;&nbsp;&nbsp; fine</p><p>o&nbsp;&nbsp; sèche</p><p>§&nbsp;&nbsp; très</p>\
         <p>• épaisse</p><p>1.&nbsp;&nbsp; plier</p><p>2)&nbsp;&nbsp; ranger</p>",
        "- fine\n  - sèche\n    - très\n- épaisse\n\n1. plier\n2. ranger\n",
    );
    // Letters count.
    let item = |sign: &str, text: &str| {
        format!(
            "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{sign}<span>&nbsp;\
             </span></span>{text}</p>"
        )
    };
    let html =
        format!("{}<p>Pause</p>{}{}", item("I.", "un"), item("II.", "deux"), item("III.", "trois"));
    becomes(&html, "1. un\n\nPause\n\n2. deux\n3. trois\n");
    becomes(&item("c)", "trois"), "3. trois\n");
    // Outlook says of items that they are.
    becomes(
        "<ol start=3><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>trois</li><ul><li \
         style='mso-list:l0 level2 lfo1'>bis</li></ul><li style='mso-list:l0 level1 lfo1'>quatre</ol>",
        "3. trois\n   - bis\n4. quatre\n",
    );
    becomes("<p>o mon ami</p><p>1. plier</p>", "o mon ami\n\n1\\. plier\n");
}

#[test]
fn tables_that_only_hold_a_mail_together_are_not_seen() {
    becomes(
        "<table><tr><td><p>Bonjour,</p><ul><li>un</li></ul></td></tr><tr><td><table><tr><td>a</td>\
         <td>b</td></tr></table></td></tr></table>",
        "Bonjour,\n\n- un\n\n| a | b |\n| --- | --- |\n",
    );
    becomes(
        "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=3>1</td><td>2</td></tr><tr><td>3</td>\
         </tr><tr><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |\n|  | 4 |\n| 5 | 6 |\n",
    );
}

#[test]
fn addresses_are_links_as_they_are() {
    becomes(
        "<p><a href='https://a.ca/x_y_z'>https://a.ca/x_y_z</a>, https://a.ca/_b_ ; \
         <a href='mailto:ana@a.ca'>ana@a.ca</a></p>",
        "https://a.ca/x_y_z, https://a.ca/_b_ ; ana@a.ca\n",
    );
    becomes("<p>l’<a href='https://a.ca'>a.ca</a>ici</p>", "l’[a.ca](https://a.ca)ici\n");
    becomes(
        "<a href='https://a.ca/?a=1&amp;amp;copy;'>x</a>",
        "[x](https://a.ca/?a=1\\&amp;copy;)\n",
    );
}

#[test]
fn signs_are_themselves_however_they_are_written() {
    becomes(
        "<p>L&#146;eau &laquo;&#160;tiède&#xA0;&raquo; &#133; 5&euro;</p>",
        "L’eau «\u{a0}tiède\u{a0}» … 5€\n",
    );
    becomes(
        "<p>&amp;lt; &amp;eacute; R&amp;D &bidon; &lt;b></p>",
        "\\&lt; \\&eacute; R&D \\&bidon; \\<b>\n",
    );
}

#[test]
fn fields_without_markdown_take_words() {
    let told = to_words(include_str!("google-docs.html")).unwrap();
    assert!(
        told.starts_with("Matin\nOn plie l’ostavelle, sans hâte, puis on dort. Voir le plan.\n")
    );
    assert!(
        told.contains("\n- ☐ choisir\n- ☑ laver\n  - ☐ à l’eau froide\n1. plier\n   1. en deux\n")
    );
    assert!(told.ends_with("Heure | Geste\n7 h | plier\n"), "{told}");
    assert_eq!(to_words("<p> </p>"), None);
}

#[test]
fn a_cell_that_is_high_and_wide_costs_nothing() {
    let wide = "<td rowspan=200 colspan=20>x".repeat(20_000);
    let high = "<tr><td>y".repeat(2_000);
    assert_eq!(to_markdown(&format!("<table><tr>{wide}{high}</table>")), None);
}
