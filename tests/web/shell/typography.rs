//! Typewriter apostrophes, shown as printed ones.

use maud::PreEscaped;
use web::shell::markdown::{excerpt, render};
use web::shell::typography::{curl, curl_piece, words};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, open, write_and_publish, writing};

fn curled(html: &str) -> String {
    curl(PreEscaped(html.to_owned())).into_string()
}

#[test]
fn an_apostrophe_between_letters_is_printed() {
    for (typed, shown) in [
        ("l'accueil", "l’accueil"),
        ("aujourd'hui, qu'on s'y mette", "aujourd’hui, qu’on s’y mette"),
        ("L'ÉTÉ et l'« autre »", "L’ÉTÉ et l’« autre »"),
        ("d'\u{e9}t\u{e9}", "d’\u{e9}t\u{e9}"),
        ("the dogs' bone, it's", "the dogs’ bone, it’s"),
        ("dit 'bonjour' hier", "dit ‘bonjour’ hier"),
        ("('ici')", "(‘ici’)"),
        ("les années '90", "les années ’90"),
        ("rock 'n' roll", "rock ‘n’ roll"),
        ("presqu'", "presqu’"),
        // Feet and minutes, quotes made of two, a sign alone.
        ("5' de haut, 45°30'12", "5' de haut, 45°30'12"),
        ("''mot''", "''mot''"),
        ("le signe ' seul", "le signe ' seul"),
        ("déjà ’ là", "déjà ’ là"),
    ] {
        assert_eq!(words(typed), shown);
        assert_eq!(words(&words(typed)), shown, "twice is once");
    }
}

#[test]
fn addresses_and_code_stay_as_they_are() {
    for kept in [
        "https://exemple.org/l'eau",
        "www.exemple.org/l'eau",
        "o'neil@exemple.org",
        "<a href=\"/l'eau\" data-key=\"l'eau\">eau</a>",
        "<code>l'eau</code>",
        "<pre tabindex=\"0\"><code class=\"x\">a 'b'\n</code></pre>",
        "<textarea>l'eau</textarea>",
        "<p><del>l'eau</del> <ins>l<b>'</b>air</ins></p>",
        "<span data-as-written>l'<span>un</span> d'eux</span>",
        "<input value=\"l'un > l'autre\">",
    ] {
        assert_eq!(curled(kept), kept);
    }
    assert_eq!(
        curled("<a title=\"l'eau\" href=\"/l'eau\" aria-label=\"d'ici\">l'eau</a>"),
        "<a title=\"l’eau\" href=\"/l'eau\" aria-label=\"d’ici\">l’eau</a>"
    );
    assert_eq!(curled("<code>d'ici</code> l'eau"), "<code>d'ici</code> l’eau");
    assert_eq!(
        curled("<span data-as-written>a<span>'b</span></span> l'eau"),
        "<span data-as-written>a<span>'b</span></span> l’eau"
    );
    assert_eq!(curl_piece("<b>rien</b>"), "<b>rien</b>");
}

#[test]
fn a_word_goes_on_through_a_tag_in_its_line() {
    assert_eq!(curled("<p>l'<strong>eau</strong></p>"), "<p>l’<strong>eau</strong></p>");
    assert_eq!(curled("<p><em>l</em>'eau</p>"), "<p><em>l</em>’eau</p>");
    // A new block begins a new line: what stands first there opens.
    assert_eq!(curled("<p>mot</p><p>'ici'</p>"), "<p>mot</p><p>‘ici’</p>");
    assert_eq!(curled("pas fermé <b l'eau"), "pas fermé <b l'eau");
}

#[test]
fn notes_are_shown_with_printed_apostrophes() {
    let shown = render("L'*eau* qu'on `n'a` pas : <https://exemple.org/l'eau>\n\n    l'eau\n");
    let shown = shown.into_string();
    assert!(shown.contains("L’<em>eau</em> qu’on <code>n'a</code>"), "{shown}");
    assert!(shown.contains(">https://exemple.org/l'eau</a>"), "{shown}");
    assert!(shown.contains("<code>l'eau\n</code>"), "{shown}");
    assert_eq!(excerpt("C'est **l'eau**", 80), "C’est l’eau");
}

both! {
    async fn what_is_kept_is_what_was_typed(host: Host) {
        let (workshop, _) = open(&host, 5).await;
        let mut lea = writing(&host, &workshop, "Léa D'Arc", "L'idée d'abord").await;
        write_and_publish(&mut lea, &workshop, "L'idée d'abord").await;
        let mut reader = come_in(&host, &workshop, "Omar").await;
        let wall = reader.get(&format!("/a/{}/mur", workshop.code)).await;
        assert!(wall.says("L’idée d’abord") && wall.says("Léa D’Arc"), "{}", wall.page);
        assert!(!wall.says("L'idée"), "{}", wall.page);
        let at = wall.page.find("/notes/").expect("the wall has a note");
        let edit = lea.get(&format!("{}/modifier", &wall.page[at..at + 39])).await;
        assert!(edit.says("value=\"L'idée d'abord\""), "{}", edit.page);
    }
}
