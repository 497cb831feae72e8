mod corpus;
mod elsewhere;
mod said;
mod seen;

use app::notes::paste::{PASTE_MAX, to_markdown};

fn becomes(html: &str, markdown: &str) {
    assert_eq!(to_markdown(html).as_deref(), Some(markdown), "{html}");
}

const WORD: &str = r#"<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<title>Compte rendu secret</title>
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal {mso-style-parent:""; margin:0cm;}
-->
</style>
</head>
<body lang=FR-CA style='tab-interval:35.4pt'>
<!--StartFragment-->
<p class=MsoTitle>Atelier d’été<o:p></o:p></p>
<h1>Ce qu’on retient<o:p></o:p></h1>
<p class=MsoHeading3>À la table<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>L’écoute, c’est <b style='mso-bidi-font-weight:normal'>tout</b>&nbsp;: «&nbsp;on
se tait&nbsp;». <i>Puis</i> on <s>crie</s> parle.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Écouter<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Sans couper<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:108.0pt;mso-list:l0 level3 lfo1'><span
style='font-family:Wingdings'><span style='mso-list:Ignore'>§<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span>Même fâché<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><!--[endif]-->Noter<o:p></o:p></p>
<p class=MsoNormal>Ensuite&nbsp;:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Ouvrir<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l1 level2 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>a.<span>&nbsp;&nbsp; </span></span><![endif]>La porte<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Fermer<o:p></o:p></p>
<!--EndFragment-->
</body>
</html>"#;

#[test]
fn a_page_of_word_becomes_markdown() {
    becomes(
        WORD,
        "## Atelier d’été\n\n## Ce qu’on retient\n\n### À la table\n\n\
         L’écoute, c’est **tout**\u{a0}: «\u{a0}on se tait\u{a0}». *Puis* on ~~crie~~ parle.\n\n\
         - Écouter\n  - Sans couper\n    - Même fâché\n- Noter\n\n\
         Ensuite\u{a0}:\n\n\
         1. Ouvrir\n   1. La porte\n2. Fermer\n",
    );
}

#[test]
fn a_numbered_list_of_word_goes_on_after_a_paragraph() {
    let item = |sign: &str, text: &str| {
        format!(
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>\
             <span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span><![endif]>{text}</p>"
        )
    };
    let html = format!("{}<p class=MsoNormal>Pause</p>{}", item("1)", "Un"), item("2)", "Deux"));
    becomes(&html, "1. Un\n\nPause\n\n2. Deux\n");
}

#[test]
fn word_online_gives_each_item_its_own_list() {
    becomes(
        r#"<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1" role="heading" aria-level="2"><span class="TextRun">Plan</span><span class="EOP SCXW1">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li role="listitem" data-leveltext="" data-aria-level="1"><p class="Paragraph"><span class="TextRun" style="font-weight:bold"><span class="NormalTextRun">Écoute</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2" role="list"><li role="listitem" data-leveltext="o" data-aria-level="2"><p class="Paragraph"><span>Silence</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle1" start="1"><li data-leveltext="%1." data-aria-level="1"><p>Premier</p></li></ol></div>
<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle1" start="2"><li data-leveltext="%1." data-aria-level="1"><p>Second</p></li></ol></div>"#,
        "## Plan\n\n- **Écoute**\n  - Silence\n\n1. Premier\n2. Second\n",
    );
}

#[test]
fn google_docs_is_bold_only_where_it_says_so() {
    becomes(
        r#"<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7a1c"><h1 dir="ltr"><span style="font-size:20pt;font-weight:400;white-space:pre-wrap;">Bilan</span></h1><p dir="ltr"><span style="font-weight:400;">On a </span><span style="font-weight:700;">bien</span><span style="font-weight:400;"> ri, </span><span style="font-weight:400;font-style:italic;">un peu</span><span style="font-weight:400;"> </span><span style="font-weight:400;text-decoration:line-through;-webkit-text-decoration-skip:none;">trop</span><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>Thé</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Vert</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Café</span></p></li></ul></b><br class="Apple-interchange-newline">"#,
        "## Bilan\n\nOn a **bien** ri, *un peu* ~~trop~~.\n\n- Thé\n  - Vert\n- Café\n",
    );
}

#[test]
fn spans_of_one_style_are_one_emphasis() {
    becomes(
        "<p><span style='font-weight:700'>L’écoute</span><span style='font-weight:700'> active</span> \
         <b>et <i>le</i> reste</b></p>",
        "**L’écoute active et *le* reste**\n",
    );
    becomes("<p>Un mot<b>.</b> <b>Oui</b>&nbsp;!</p>", "Un mot. **Oui**\u{a0}!\n");
    becomes("<p><b> </b>a<i></i> <b>b </b>c</p>", "a **b** c\n");
    becomes("<b><p>Un</p><p>Deux</p></b>", "**Un**\n\n**Deux**\n");
    becomes("<p><code>a</code> b, <b>c <code>d</code></b></p>", "`a` b, **c `d`**\n");
}

#[test]
fn libreoffice_in_capitals_becomes_markdown() {
    becomes(
        r#"<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">p { line-height: 115% }</style></head><body lang="fr-CA" dir="ltr"><H2 CLASS="western">Le café</H2>
<P ALIGN=LEFT STYLE="margin-bottom: 0cm"><FONT FACE="Liberation Serif">Une ligne<BR>puis une autre</FONT></P>
<P><BR><BR></P>
<OL START=4><LI><P>Quatre</P><LI><P>Cinq</P></OL></body></html>"#,
        "## Le café\n\nUne ligne\npuis une autre\n\n4. Quatre\n5. Cinq\n",
    );
}

#[test]
fn a_heading_is_never_a_title() {
    becomes(
        "<h1>Un</h1><h2><b>Deux</b></h2><h3>Trois<br>et demi</h3><h6>Six</h6>",
        "## Un\n\n## Deux\n\n### Trois et demi\n\n###### Six\n",
    );
}

#[test]
fn lists_nest_by_two_spaces_or_by_their_number() {
    becomes(
        "<ul><li>Un<ol><li>Un un<ul><li>Fond</li></ul></li></ol></li><li>Deux</ul>",
        "- Un\n  1. Un un\n     - Fond\n- Deux\n",
    );
    becomes(
        "<ol start=9><li>Neuf<li>Dix<ul><li>Sous dix</ul></ol>",
        "9. Neuf\n10. Dix\n    - Sous dix\n",
    );
    becomes(
        "<ul><li><p>Un</p><p>encore</p></li><li></li><li>Deux</li></ul><p>Fin</p>",
        "- Un\n\n  encore\n- Deux\n\nFin\n",
    );
}

#[test]
fn only_the_copied_fragment_is_told() {
    becomes(
        "<html><body>Menu<ul><li>Avant</li><!--StartFragment--><li>Dedans</li><!--EndFragment-->\
         <li>Après</li></ul></body></html>",
        "- Dedans\n",
    );
}

#[test]
fn what_is_not_for_reading_is_gone() {
    becomes(
        "<title>t</title><style>p{}</style><script>if (a<b) alert('</p>')</script><p>Oui</p>\
         <!-- <p>non</p> --><xml><o:x>non</o:x></xml><svg><text>non</text></svg>\
         <span style='display: none'>non</span><?xml:namespace prefix = o />\
         <p style='mso-hide:all'>non</p><noscript>non</noscript>",
        "Oui\n",
    );
}

#[test]
fn images_leave_their_words_and_nothing_else() {
    becomes(
        "<p>Voici <img src='data:image/png;base64,AAAA' alt='un chat <gris>'> assis.</p>\
         <p><img src='https://exemple.ca/pixel.gif'></p>",
        "Voici un chat \\<gris> assis.\n",
    );
    // A `!` before a link would make it an image.
    for html in ["Bonjour !<a href='https://a.ca'>ici</a>", "&#33;<a href='https://a.ca'>ici</a>"] {
        assert!(to_markdown(html).unwrap().ends_with("\\![ici](https://a.ca)\n"));
    }
    becomes("!&#xfdd0;\u{fdd0}<a href='https://a.ca'>ici</a>", "! [ici](https://a.ca)\n");
}

#[test]
fn only_links_that_lead_somewhere_are_kept() {
    becomes(
        "<p><a href=\"https://exemple.ca/é?a=1&amp;b=(2)\">un</a> <a href='mailto:a@b.ca'>deux</a> \
         <a href='http://b.ca'>trois</a></p>",
        "[un](https://exemple.ca/é?a=1&b=%282%29) [deux](mailto:a@b.ca) [trois](http://b.ca)\n",
    );
    for href in ["javascript:alert(1)", "java&#115;cript:alert(1)", "data:text/html,x", "#a", "/a"]
    {
        becomes(&format!("<p>Un <a href=\"{href}\">lien</a>.</p>"), "Un lien.\n");
    }
    becomes(
        "<a href='https://a.ca/&#10;&#10;&lt;script&gt;x'>lien</a>",
        "[lien](https://a.ca/%0A%0A%3Cscript%3Ex)\n",
    );
}

#[test]
fn tables_have_pipes() {
    becomes(
        "<table border=0><!--StartFragment--><col width=64><tr><td>Nom</td><td>Rôle</td></tr>\
         <tr><td><p><b>Zoé</b></p><p>a|b</p></td><td></td><td>En trop</td></tr>\
         <tr><td>&nbsp;</td></tr></table><p>Fin</p><!--EndFragment-->",
        "| Nom | Rôle |  |\n| --- | --- | --- |\n| **Zoé** · a\\|b |  | En trop |\n\nFin\n",
    );
    becomes(
        "<table><thead><tr><th>Deux</th><th colspan=2>Un</th></tr></thead><tbody><tr>\
         <td><table><tr><td>x</td><td>y</td></tr></table></td><td><ul><li>z</ul></td></tr></table>",
        "| Deux | Un |  |\n| --- | --- | --- |\n| x · y | z |\n",
    );
}

#[test]
fn code_and_quotes_are_kept() {
    becomes(
        "<pre><span>fn</span> a() {\n    &lt;b&gt;\n}</pre><blockquote><p>Un</p><p>Deux</p></blockquote>\
         <p>Fin</p><hr><p>Vraiment</p>",
        "```\nfn a() {\n    <b>\n}\n```\n\n> Un\n>\n> Deux\n\nFin\n\n---\n\nVraiment\n",
    );
}

#[test]
fn french_signs_are_kept_and_spaces_collapse() {
    becomes(
        "<p>  L’été\n\n   des\tami·es&nbsp;: «\u{202f}oui\u{202f}» — 10&#160;000&#x202F;$&nbsp;!  </p>",
        "L’été des ami·es\u{a0}: «\u{202f}oui\u{202f}» — 10\u{a0}000\u{202f}$\u{a0}!\n",
    );
    becomes("du texte  nu\n\nsans balise", "du texte nu sans balise\n");
}

#[test]
fn empty_paragraphs_vanish() {
    becomes(
        "<p>Un</p><p></p><p>&nbsp;</p><div><br></div><p><span>\u{200b}</span></p>\n\n\n<p>Deux</p>",
        "Un\n\nDeux\n",
    );
    becomes("<div>Un<br><br><br><br>Deux<br>- trois</div>", "Un\n\nDeux\n\\- trois\n");
    becomes("<pre>a\n\n\n\n\n\nb</pre>", "```\na\n\n\nb\n```\n");
}

#[test]
fn no_html_is_left() {
    becomes("<p>&lt;script&gt;a &lt; b &lt;/p&gt;</p>", "\\<script>a < b \\</p>\n");
    becomes(
        "<p>1 < 2 <3 <!doctype x><u>oui</u> &lt;!-- non --></p>",
        "1 < 2 <3 oui \\<!-- non -->\n",
    );
    becomes("<p>&lt;<b>b</b>&gt; &lt;![CDATA[x]]></p>", "\\<**b**> \\<!\\[CDATA\\[x\\]\\]>\n");
    becomes("<p>&#9;# x</p><p>&NewLine;&#xfdd1;- y</p>", "\\# x\n\n\\- y\n");
    becomes("<p><code>a</code>\n<code>&lt;!-- b</code></p>", "`a <!-- b`\n");
    becomes("<p><code>a<br>&lt;!-- b&#10;c</code></p>", "`a`\n`<!-- b c`\n");
    becomes("<p>#</p><p>-\nx</p><p>Un<br>---</p>", "\\#\n\n\\- x\n\nUn\n\\---\n");
    becomes("<p>#ici, -5 et ~3</p><p>+1<p>a ~~b~~", "#ici, -5 et ~3\n\n+1\n\na \\~\\~b\\~\\~\n");
    becomes("<p># *a* _b_ `c` [d](e)</p>", "\\# \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)\n");
}

#[test]
fn nothing_readable_is_nothing() {
    for html in ["", " \n ", "<p>&nbsp;</p>", "<hr>", "<img src=a>", "<style>p{}", "<a", "&#8;"] {
        assert_eq!(to_markdown(html), None, "{html}");
    }
    assert_eq!(to_markdown(&"a".repeat(PASTE_MAX + 1)), None);
    assert!(to_markdown(&"a".repeat(PASTE_MAX)).is_some());
}

#[test]
fn tags_left_open_or_crossed_are_read() {
    becomes("<p>Un <b>gras<p>Deux", "Un **gras**\n\nDeux\n");
    becomes(
        "<p>Un <b>gras <i>les deux</b> rien</i>.</p></div></b>",
        "Un **gras *les deux*** rien.\n",
    );
    becomes("<table><tr><td>Un<td>Deux<tr><td>Trois", "| Un | Deux |\n| --- | --- |\n| Trois |\n");
    becomes("<p>Un</p><p class=\"x>Deux</p>", "Un\n");
    becomes("<p>Un</p><a href", "Un\n");
}

#[test]
fn control_characters_are_gone() {
    becomes("<p>U\0n\u{1b}[0m &#27;&#0;d\u{7f}e\u{85}ux</p>", "U n \\[0m d e…ux\n");
}

#[test]
fn hostile_html_is_read_like_any_other() {
    let deep = "<div>".repeat(100_000);
    assert_eq!(to_markdown(&deep), None);
    assert_eq!(to_markdown(&format!("{deep}Un{}", "</div>".repeat(100_000))).unwrap(), "Un\n");
    assert_eq!(to_markdown(&"<b>".repeat(350_000)), None);
    assert_eq!(to_markdown(&format!("{}Un", "<b>".repeat(350_000))).unwrap(), "**Un**\n");
    for piece in [
        "<ul><li>x",
        "<table><tr><td>x",
        "<blockquote>x",
        "<b>x</b>y",
        "<i>x<b>y</i>",
        "<p>x",
        "<span style=font-weight:700>x</span><br>",
        "<a href=https://a.ca>x",
        "<code>x</code>",
        "<pre>`",
        "<!--",
        "<![",
        "<a ",
        "<a b=\"",
        "<script>",
        "</p>",
        "</x",
        "<",
        "[",
        "&",
        "&nbsp;",
        "<td colspan=99>x",
        "<svg>x</svg>",
        "<p style='mso-list:l0 level9 lfo1'>x",
        "<li aria-level=9>x",
        "`a``",
        "* _",
        "<br>x",
        "<hr>",
        "<h1>x",
        "<ol><li>x</ol><ul><li>y</ul>",
    ] {
        to_markdown(&piece.repeat(60_000 / piece.len()));
        let under = format!("{}<div>", "<b>".repeat(190));
        to_markdown(&format!("{under}{}", piece.repeat(40_000 / piece.len())));
    }
    // A long address told again in each paragraph is too much.
    let address = "a".repeat(1_900);
    let html = format!("<a href='https://{address}'>{}</a>", "<p>x".repeat(100_000));
    assert_eq!(to_markdown(&html), None);
    let attributes = (0..100_000).fold(String::new(), |all, at| all + &format!(" a{at}=b"));
    assert_eq!(to_markdown(&format!("<p{attributes}>Un</p>")).unwrap(), "Un\n");
}

#[test]
fn a_page_cut_anywhere_never_breaks_anything() {
    for at in (0..WORD.len()).filter(|at| WORD.is_char_boundary(*at)).step_by(7) {
        let _ = to_markdown(&WORD[..at]);
        let _ = to_markdown(&WORD[at..]);
    }
}
