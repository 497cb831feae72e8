//! Found by fresh eyes: what people see in what they paste, and did not find in what it became.

use super::becomes;

#[test]
fn line_breaks_that_a_style_keeps_are_seen() {
    for style in ["pre", "pre-wrap", "pre-line", "break-spaces", "PRE-WRAP !important"] {
        becomes(
            &format!("<p style='white-space:{style}'>un\ndeux\n\ntrois</p>"),
            "un\ndeux\n\ntrois\n",
        );
    }
    becomes("<div style='white-space-collapse:preserve'>un\ndeux</div>", "un\ndeux\n");
    becomes(
        "<div style='white-space:pre'><p style='white-space:normal'>un\ndeux</p></div>",
        "un deux\n",
    );
    becomes("<div style='white-space:pre-wrap'>\n<p>un</p>\n\n<p>deux</p>\n</div>", "un\n\ndeux\n");
    becomes("<h2 style='white-space:pre'>un\ndeux</h2>", "## un deux\n");
    becomes("<p style='white-space:pre-wrap'>Mots :\n• un\n• deux</p>", "Mots :\n\n- un\n- deux\n");
}

#[test]
fn numbers_go_on_after_what_stands_in_a_step() {
    let step = |inside: &str| format!("<ol><li>un{inside}</li><li>deux</li></ol>");
    becomes(&step("<blockquote>dit</blockquote>"), "1. un\n\n   > dit\n2. deux\n");
    becomes(&step("<hr>"), "1. un\n\n   ---\n2. deux\n");
    becomes(
        &step("<table><tr><td>a<td>b</table>"),
        "1. un\n\n   | a | b |\n   | --- | --- |\n2. deux\n",
    );
    becomes(&step("<pre>a\nb</pre>"), "1. un\n\n   ```\n   a\n   b\n   ```\n2. deux\n");
    becomes(&step("<ul><li>x</ul>suite"), "1. un\n   - x\n\n   suite\n2. deux\n");
    becomes(
        &step("<blockquote><ul><li>x<li>y</ul></blockquote>z"),
        "1. un\n\n   > - x\n   > - y\n\n   z\n2. deux\n",
    );
    becomes("<ol><li>un</li><p>pause</p><li>deux</li></ol>", "1. un\n\npause\n\n2. deux\n");
    becomes("<ol><li><blockquote>dit</blockquote></li><li>deux</li></ol>", "1. > dit\n2. deux\n");
    becomes(
        "<ol><li><table><tr><td>a<td>b</table></li><li>deux</li></ol>",
        "1. | a | b |\n   | --- | --- |\n2. deux\n",
    );
    becomes(
        "<blockquote><p>Un</p><blockquote>Deux</blockquote><p>Trois</blockquote><p>Fin",
        "> Un\n>\n> > Deux\n>\n> Trois\n\nFin\n",
    );
}

#[test]
fn numbers_are_those_that_are_seen() {
    becomes("<ol><li value=3>trois</li><li>quatre</li></ol>", "3. trois\n4. quatre\n");
    becomes("<ol><li>un</li><li value=5>cinq</li><li>six</li></ol>", "1. un\n\n5) cinq\n6) six\n");
    becomes(
        "<ol><li>un</li></ol><ol><li>un</li></ol><ol start=2><li>deux</ol>",
        "1. un\n\n1) un\n2) deux\n",
    );
    becomes(
        "<ol start=3><li>trois<ol><li>bis<li>ter</ol><li>quatre</ol>",
        "3. trois\n   1. bis\n   2. ter\n4. quatre\n",
    );
    becomes("<ol><li>un<li></li><li>deux</ol>", "1. un\n2. deux\n");
    becomes(
        "<ol><li>a<ol><li>b</ol></ol><p>x<ol start=2><li>c</ol>",
        "1. a\n   1. b\n\nx\n\n2. c\n",
    );
}

#[test]
fn items_stay_under_the_one_they_are_under() {
    becomes("<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</ul>", "- a\n  - b\n- c\n");
    becomes(
        "<ul><li>a</li><ul><li>b</li><ul><li>c</li></ul></ul><li>d</li></ul>",
        "- a\n  - b\n    - c\n- d\n",
    );
    becomes("<ul><ul><li>a</li></ul><li>b</ul>", "- a\n- b\n");
    becomes(
        "<ul><li><div><div>a</div></div><div><ul><li><span>b</span></ul></div></li></ul>",
        "- a\n  - b\n",
    );
    becomes(
        "<ul><li>a<p>b</p><ul><li>c</ul><p>d</p></li><li>e</ul>",
        "- a\n\n  b\n  - c\n\n  d\n- e\n",
    );
    becomes("<ul><li>a<dl><dd>b</dl><ul><li>c</ul></ul>", "- a\n\n  b\n  - c\n");
}

#[test]
fn items_on_lines_of_one_paragraph_are_a_list() {
    becomes("<p>☐ un<br>☑ deux</p>", "- [ ] un\n- [x] deux\n");
    becomes("<p>Mots :<br>☐ un<br>☑ deux<br>fin</p>", "Mots :\n\n- [ ] un\n- [x] deux\n\nfin\n");
    becomes(
        "<div><input type=checkbox> un<br><input type=checkbox checked> deux</div>",
        "- [ ] un\n- [x] deux\n",
    );
    becomes(
        "<p>• un<br>• <b>deux</b><br>◦ <a href='https://a.ca'>bis</a></p>",
        "- un\n- **deux**\n  - [bis](https://a.ca)\n",
    );
    becomes("<p>- un<br>- deux</p><p>1. un<br>2. deux</p>", "- un\n- deux\n\n1. un\n2. deux\n");
    becomes(
        "<ul><li>Mots :<br>• un<br>• deux</li><li>fin</li></ul>",
        "- Mots :\n  - un\n  - deux\n- fin\n",
    );
    becomes("<ul><li>☐ un<br>☐ deux</li></ul>", "- [ ] un\n- [ ] deux\n");
    becomes("<p>un<br>- deux</p>", "un\n\\- deux\n");
    becomes("<p>[ ] un<br>[x] deux</p><p>☐</p><p>✓</p>", "- [ ] un\n- [x] deux\n\n☐\n\n✓\n");
}

#[test]
fn bullets_may_be_faces_and_touch_their_words() {
    becomes("<p>•sarcler</p><p>•biner</p>", "- sarcler\n- biner\n");
    becomes("<p>👉 un</p><p>➡\u{fe0f} deux</p><p>🔹trois</p>", "- un\n- deux\n- trois\n");
    becomes("<p>✓ un</p><p>✅\u{fe0f} deux</p>", "- [x] un\n- [x] deux\n");
    becomes("<p>😀 un</p>", "😀 un\n");
}

#[test]
fn signs_above_and_under_their_line_stay_there() {
    becomes(
        "<p>12 m<sup>2</sup>, CO<sub>2</sub>, 10<sup>-3</sup>, x<sup>(1)</sup></p>",
        "12 m², CO₂, 10⁻³, x⁽¹⁾\n",
    );
    becomes("<p>1<sup>er</sup>, M<sup>me</sup>, 2<sup>e</sup></p>", "1er, Mme, 2e\n");
    becomes("<p>mot<sup>1</sup> et <b>mot<sup>12</sup></b></p>", "mot¹ et **mot¹²**\n");
    becomes(
        "<p>mot<sup><a href='#n'>[1]</a></sup><sup><span>[</span>2<span>]</span></sup></p>",
        "mot\\[1\\]\\[2\\]\n",
    );
    becomes("<p>m<span style='vertical-align:super'>3</span></p>", "m³\n");
}

#[test]
fn an_address_in_brackets_leaves_the_others() {
    becomes(
        "<p>[https://a.ca] puis https://b.ca/x_y et <a href='https://c.ca'>c</a></p>",
        "\\[https://a.ca\\] puis https://b.ca/x_y et [c](https://c.ca)\n",
    );
    becomes(
        "<p>«www.exemple.org» ; https://a.ca•https://b.ca</p>",
        "«www.exemple.org» ; https://a.ca•https://b.ca\n",
    );
}

/// Of our own making: programs that say in their own way what is seen.
#[test]
fn each_program_s_own_way_is_read() {
    // Word, without saying which sign is its own.
    becomes(
        "<p style='mso-list:l0 level1 lfo1'><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp;</span></span>un</p>",
        "- un\n",
    );
    // Word: a table between two numbers.
    becomes(
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>un</p><table><tr><td>a<td>b</table>\
         <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>deux</p>",
        "1. un\n\n| a | b |\n| --- | --- |\n\n2. deux\n",
    );
    // Mails: dashes typed one after another.
    becomes(
        "<div>Oui :</div><div>- un</div><div>- deux</div><div>Fin</div>",
        "Oui :\n\n- un\n- deux\n\nFin\n",
    );
    becomes("<p>1) un</p><p>2) deux</p><p>-&nbsp;trois</p>", "1. un\n2. deux\n\n\\-\u{a0}trois\n");
    becomes(
        "<blockquote><p>- un</p><p>- deux</p></blockquote><p>- trois</p>",
        "> - un\n> - deux\n\n\\- trois\n",
    );
    // Quill, Slack.
    becomes(
        "<ol><li data-list=bullet>un</li><li data-list=bullet class=ql-indent-1>bis</li><li data-list=ordered>un</li></ol>",
        "- un\n  - bis\n\n1. un\n",
    );
    becomes(
        "<ul><li data-stringify-indent=0>a</ul><ul><li data-stringify-indent=1>b</ul>",
        "- a\n  - b\n",
    );
    // Wikipedia.
    becomes(
        "<p>km<sup>2</sup><span class=mw-editsection>[modifier]</span> mot<sup>1,2</sup> 3<sup>1/2</sup> a<sup>,</sup></p>",
        "km² mot¹,² 3¹⁄² a,\n",
    );
    // Chats.
    becomes(
        "<div style='white-space:pre-wrap'>Oui\n\n- un\n- deux\n\nÀ +</div>",
        "Oui\n\n- un\n- deux\n\nÀ +\n",
    );
}

/// As browsers copy what a page shows side by side, or on lines of its own.
#[test]
fn what_a_page_shows_apart_is_not_joined() {
    for (html, wanted) in [
        (
            "<p><span style=\"display: block;\">Lise Roy</span><span style=\"display: block;\">Coordonnatrice</span></p>",
            "Lise Roy\n\nCoordonnatrice\n",
        ),
        (
            "<span>Bonjour.</span><span data-stringify-type=\"paragraph-break\"></span><span>Suite.</span>",
            "Bonjour.\n\nSuite.\n",
        ),
        (
            "<div style=\"display: flex; gap: 1em;\"><span>Lundi</span><span>9 h</span></div><div style=\"display: flex;\"><span>Mardi</span><span>fermé</span></div>",
            "Lundi 9 h\n\nMardi fermé\n",
        ),
        (
            "<div role=\"row\"><span role=\"cell\">Nom</span><span role=\"cell\">Tél</span></div>",
            "Nom Tél\n",
        ),
        (
            "<p>La moitié : <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> et <math><msup><mn>10</mn><mn>3</mn></msup></math> g</p>",
            "La moitié : 1/2 et 10³ g\n",
        ),
        ("<p>3. Omar<br>2. Lise<br>1. Manon</p>", "3. Omar\n\n2) Lise\n\n1. Manon\n"),
        (
            "<ul class=\"lst-kix_a-0\"><li>Un</li></ul><ul class=\"lst-kix_a-1\"><li>Deux</li></ul><ul class=\"lst-kix_a-0\"><li>Trois</li></ul>",
            "- Un\n  - Deux\n- Trois\n",
        ),
    ] {
        becomes(html, wanted);
    }
}
