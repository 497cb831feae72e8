//! Bare addresses are links, and end where people end them.

use comrak::Arena;
use comrak::nodes::NodeValue;
use domain::prose::markdown::{address_end, next_address, parse};

/// Where the links of a text lead, and its words.
fn links(text: &str) -> (Vec<String>, String) {
    let arena = Arena::new();
    let (mut found, mut words) = (vec![], String::new());
    for node in parse(&arena, text).descendants() {
        match &node.data().value {
            NodeValue::Link(link) => found.push(link.url.clone()),
            NodeValue::Text(said) => words.push_str(said),
            _ => {}
        }
    }
    (found, words)
}

/// Whether the links of `text` lead there, all its words kept.
fn leads(text: &str, addresses: &[&str]) {
    let (found, words) = links(text);
    assert_eq!(found, addresses, "{text}");
    let escaped = text.replace("\\[", "[").replace("\\]", "]");
    assert_eq!(words, escaped, "{text}");
}

#[test]
fn an_address_in_brackets_is_a_link_like_its_neighbours() {
    leads("[https://a.ca] puis https://b.ca", &["https://a.ca", "https://b.ca"]);
    leads("\\[https://a.ca\\] puis https://b.ca", &["https://a.ca", "https://b.ca"]);
    leads("[voir https://a.ca/x, p. 2]", &["https://a.ca/x"]);
    leads("{https://a.ca} et [www.b.ca]", &["https://a.ca", "http://www.b.ca"]);
    leads("Un [mot] et https://b.ca.", &["https://b.ca"]);
    leads("https://a.ca/liste[0]", &["https://a.ca/liste[0]"]);
    assert_eq!(links("[https://a.ca](https://b.ca)").0, ["https://b.ca"]);
    assert_eq!(
        links("[voir https://a.ca](https://b.ca) https://c.ca").0,
        ["https://b.ca", "https://c.ca"]
    );
    assert_eq!(links("`[https://a.ca]`").0, Vec::<String>::new());
    assert_eq!(links("https\\://a.ca").0, Vec::<String>::new());
}

#[test]
fn an_address_ends_at_a_bullet_an_arrow_or_the_next_address() {
    leads(
        "https://a.ca• https://b.ca→ https://c.ca👍",
        &["https://a.ca", "https://b.ca", "https://c.ca"],
    );
    for join in [",", ";", "–", " – ", ", ", " ; ", "|", "—", "•", "\u{a0};\u{a0}"] {
        leads(&format!("https://a.ca{join}https://b.ca/x"), &["https://a.ca", "https://b.ca/x"]);
        leads(&format!("https://a.ca{join}www.b.ca"), &["https://a.ca", "http://www.b.ca"]);
    }
    leads("https://a.ca/web/https://b.ca", &["https://a.ca/web/https://b.ca"]);
    leads("https://a.ca/?u=https://b.ca,2", &["https://a.ca/?u=https://b.ca,2"]);
    leads("https://a.ca/a–b,c;d", &["https://a.ca/a–b,c;d"]);
}

#[test]
fn an_address_between_angles_or_bars_ends_there() {
    for (text, wanted) in [
        ("la page\\<https://exemple.org/page>", "https://exemple.org/page"),
        ("la page\\<https://exemple.org/page\\>, oui", "https://exemple.org/page"),
        ("la page<https://exemple.org/page>", "https://exemple.org/page"),
        ("la page <https://exemple.org/page>.", "https://exemple.org/page"),
        ("la page<www.exemple.org>", "http://www.exemple.org"),
        ("la page\\<www.exemple.org/a>b", "http://www.exemple.org/a"),
        ("<https://exemple.org/a b>", "https://exemple.org/a"),
        ("\\<https://exemple.org", "https://exemple.org"),
        ("https://exemple.org|b", "https://exemple.org"),
        ("https://exemple.org\\|b", "https://exemple.org"),
        ("https://exemple.org/a>b", "https://exemple.org/a"),
        ("| a |\n| --- |\n| https://exemple.org\\|b |", "https://exemple.org"),
    ] {
        assert_eq!(links(text).0, [wanted], "{text}");
    }
}

#[test]
fn an_address_keeps_the_underscores_that_end_it() {
    for address in
        ["https://a.org/__init__", "https://a.org/a_b_", "https://a.org/x_/y_", "www.a.org/a_b__"]
    {
        let url = if address.starts_with("www") {
            format!("http://{address}")
        } else {
            address.to_owned()
        };
        for text in [
            address.to_owned(),
            format!("Voir {address}."),
            format!("({address})"),
            format!("{address}…"),
        ] {
            leads(&text, &[&url]);
        }
    }
    for (text, url) in [
        ("[https://a.org/a_b_], oui", "https://a.org/a_b_"),
        ("_voir https://a.org/a_b_", "https://a.org/a_b"),
        ("__https://a.org/a__", "https://a.org/a"),
        ("https://a.org/a_", "https://a.org/a"),
        ("_https://a.org_", "https://a.org"),
    ] {
        assert_eq!(links(text).0, [url], "{text}");
    }
}

#[test]
fn an_address_begins_beside_any_sign() {
    for (opens, closes) in [("«", "»"), ("“", "”"), ("‘", "’"), ("/", ""), (":", ""), ("…", "…")]
    {
        leads(&format!("{opens}www.exemple.org{closes}"), &["http://www.exemple.org"]);
        leads(&format!("{opens}https://exemple.org{closes}"), &["https://exemple.org"]);
    }
    leads(
        "WWW.exemple.org, HTTPS://EXEMPLE.ORG",
        &["http://WWW.exemple.org", "HTTPS://EXEMPLE.ORG"],
    );
    leads("www. et www… et awww.b.ca et «www.»", &[]);
}

#[test]
fn a_mailbox_may_begin_with_an_accent() {
    leads("é.tu@exemple.org", &["mailto:é.tu@exemple.org"]);
    leads("Écrire à zoé.côté@exemple.org.", &["mailto:zoé.côté@exemple.org"]);
    leads("(andré@exemple.org) ana@b.ca", &["mailto:andré@exemple.org", "mailto:ana@b.ca"]);
    leads("l’é@exemple.org", &["mailto:é@exemple.org"]);
    leads("[ana@b.ca] <andré@b.ca>", &["mailto:ana@b.ca", "mailto:andré@b.ca"]);
    leads("andré@ici, @andré, andré@, é@b.c_d", &[]);
}

#[test]
fn a_mailbox_is_a_name_and_a_place() {
    for (text, addresses) in [
        ("zoé@côte.ca", vec!["mailto:zoé@côte.ca"]),
        ("zoé@a.côte.québec.", vec!["mailto:zoé@a.côte.québec"]),
        ("zoé+liste@b-c.ca", vec!["mailto:zoé+liste@b-c.ca"]),
        (".zoé@côte.ca", vec!["mailto:zoé@côte.ca"]),
        ("--zoé@côte.ca", vec!["mailto:zoé@côte.ca"]),
        ("a_zoé@côte.ca", vec!["mailto:a_zoé@côte.ca"]),
        ("zoé@côte.ca-", vec!["mailto:zoé@côte.ca"]),
        ("zoé@côte.ca…", vec!["mailto:zoé@côte.ca"]),
        ("«zoé@côte.ca»", vec!["mailto:zoé@côte.ca"]),
        ("zoé@côte.ca,léa@côte.ca", vec!["mailto:zoé@côte.ca", "mailto:léa@côte.ca"]),
        ("zoé@côte", vec![]),
        ("zoé@côte..ca", vec![]),
        ("zoé@-côte.ca", vec![]),
        ("zoé@.côte.ca", vec![]),
        ("zoé@côte.c2", vec![]),
        ("zoé@côte.c_é", vec![]),
        ("zoé@léa@côte.ca", vec![]),
        ("zoé@@côte.ca", vec![]),
        ("@côte.ca", vec![]),
        ("..@côte.ca", vec![]),
        ("zoé @ côte.ca", vec![]),
    ] {
        leads(text, &addresses);
    }
    // A mailbox inside an address is of that address.
    leads("«https://zoé@côte.ca/a»", &["https://zoé@côte.ca/a"]);
    leads("«https://b.ca/zoé@côte.ca»", &["https://b.ca/zoé@côte.ca"]);
    leads(
        "[www.b.ca] zoé@côte.ca [www.c.ca] léa@côte.ca",
        &["http://www.b.ca", "mailto:zoé@côte.ca", "http://www.c.ca", "mailto:léa@côte.ca"],
    );
}

#[test]
fn an_address_ends_before_the_signs_that_end_a_sentence() {
    for (text, address) in [
        ("https://a.ca/b.", "https://a.ca/b"),
        ("https://a.ca/b ?!", "https://a.ca/b"),
        ("https://a.ca/b?!", "https://a.ca/b"),
        ("https://a.ca/b,;:", "https://a.ca/b"),
        ("https://a.ca/b'", "https://a.ca/b"),
        ("https://a.ca/b’", "https://a.ca/b"),
        ("(https://a.ca/b)", "https://a.ca/b"),
        ("(voir https://a.ca/b).", "https://a.ca/b"),
        ("https://a.ca/b_(c)", "https://a.ca/b_(c)"),
        ("(https://a.ca/b_(c))", "https://a.ca/b_(c)"),
        ("https://a.ca/b(c", "https://a.ca/b(c"),
        ("{https://a.ca/b{c}}", "https://a.ca/b{c}"),
        ("[https://a.ca/b[0]]", "https://a.ca/b[0]"),
        ("https://a.ca/b)c", "https://a.ca/b)c"),
        ("https://a.ca/é\u{a0}b", "https://a.ca/é"),
        ("https://a.ca/b\u{200b}c", "https://a.ca/b"),
        ("https://a.ca/b\u{2066}c", "https://a.ca/b"),
        ("https://a.ca/b“c”", "https://a.ca/b"),
        ("https://a.ca/b、c", "https://a.ca/b"),
        ("https://a.ca/b（c）", "https://a.ca/b"),
        ("https://a.ca/b☎", "https://a.ca/b"),
        ("https://a.ca/b⬆", "https://a.ca/b"),
        ("https://a.ca/b?c=d&e=f#g", "https://a.ca/b?c=d&e=f#g"),
        ("ftp://a.ca/b.", "ftp://a.ca/b"),
    ] {
        assert_eq!(links(text).0, [address], "{text}");
    }
}

#[test]
fn where_an_address_begins_and_how_long_it_is() {
    for (text, begins) in [
        ("voir https://a.ca", Some(5)),
        ("HTTP://a.ca", Some(0)),
        ("vu www.a.ca", Some(3)),
        ("ftp://a", Some(0)),
        ("ahttps://a.ca", None),
        ("1www.a.ca https://b", Some(10)),
        ("éhttps://a.ca", Some(2)),
        ("https:/a.ca", None),
        ("huit wagons, fini", None),
        ("", None),
    ] {
        assert_eq!(next_address(text), begins, "{text}");
    }
    for (text, length) in [
        ("https://a.ca, fin", 12),
        ("https://a.ca/é) fin", 15),
        ("https://a.ca,https://b.ca", 12),
        ("https://a.ca,b", 14),
        ("https://a.ca](b", 12),
        ("https://a.ca–www.b.ca", 12),
        ("", 0),
    ] {
        assert_eq!(address_end(text), length, "{text}");
    }
}

#[test]
fn many_addresses_cost_little() {
    let many: String =
        (0..12_000).fold(String::new(), |many, at| many + &format!("[www.a{at}.ca] é@b.ca "));
    let joined = "https://a.ca,".repeat(40_000);
    let escaped = "www\\.a.ca [www.b.ca] ".repeat(12_000);
    let begun = std::time::Instant::now();
    for text in [many, joined, escaped] {
        let _ = links(&text);
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

/// What is no link is as it was typed, whatever marks where an address ends.
#[test]
fn an_address_in_code_or_in_a_title_is_as_it_was_typed() {
    for (text, typed) in [
        ("`voir https://a.ca» ici`", "voir https://a.ca» ici"),
        ("```\nvoir https://a.ca»\n```", "voir https://a.ca»\n"),
        ("```https://a.ca»b\nmot\n```", "https://a.ca»b"),
        ("<div title=\"https://a.ca»\">", "<div title=\"https://a.ca»\">"),
        ("un <b title=\"https://a.ca»\"> mot", "<b title=\"https://a.ca»\">"),
        ("[a](/b \"https://a.ca»\")", "https://a.ca»"),
        ("[a](/b?https://a.ca»b)", "/b?https://a.ca»b"),
        ("![a](/b \"https://a.ca»\")", "https://a.ca»"),
        ("[https://a.ca](/b) «https://a.ca»", "»"),
    ] {
        let arena = Arena::new();
        let mut said = vec![];
        for node in parse(&arena, text).descendants() {
            match &node.data().value {
                NodeValue::Code(code) => said.push(code.literal.clone()),
                NodeValue::CodeBlock(code) => {
                    said.extend([code.literal.clone(), code.info.clone()]);
                }
                NodeValue::HtmlBlock(html) => said.push(html.literal.trim_end().to_owned()),
                NodeValue::HtmlInline(html) => said.push(html.clone()),
                NodeValue::Link(link) | NodeValue::Image(link) => {
                    said.extend([link.url.clone(), link.title.clone()]);
                }
                NodeValue::Text(words) => said.push(words.to_string()),
                _ => {}
            }
        }
        assert!(said.iter().any(|words| words == typed), "{text}: {said:?}");
    }
}
