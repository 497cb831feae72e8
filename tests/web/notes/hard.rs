//! C29: texts made to cost more than they weigh.

use std::task::Poll;

use domain::notes::visibility::Visibility;
use futures_util::poll;
use web::shell::markdown::{render, rendered};

use crate::both;
use crate::site::Host;

/// Lists in lists, a table whose rows have one cell of four hundred, what looks like addresses.
fn hard() -> [String; 3] {
    let header = format!("|{}\n|{}\n", "a|".repeat(400), "-|".repeat(400));
    let table = format!("{header}{}", "mot\n".repeat(100_000));
    [format!("{}a", "* ".repeat(250_000)), table, "www.".repeat(125_000)]
}

#[tokio::test]
async fn a_long_text_is_rendered_aside_and_a_short_one_where_it_is_asked_for() {
    let long = "Un mot. ".repeat(4000);
    assert!(matches!(poll!(Box::pin(rendered("Un *mot*."))), Poll::Ready(Ok(_))));
    let mut aside = Box::pin(rendered(&long));
    assert!(matches!(poll!(&mut aside), Poll::Pending), "the thread that serves goes on");
    assert_eq!(aside.await.unwrap().into_string(), render(&long).into_string());
}

#[test]
fn what_is_too_deep_or_too_wide_is_shown_as_it_was_typed() {
    let html = |text: &str| render(text).into_string();
    let deep = html(&format!("{}fin", "* ".repeat(5000)));
    assert!(deep.matches("<ul>").count() <= 30, "{}", deep.matches("<ul>").count());
    assert!(deep.contains("* * * fin"));
    let quoted = html(&format!("avant\n\n{}fin\n\naprès", "> ".repeat(5000)));
    assert!(quoted.matches("<blockquote>").count() <= 60 && quoted.contains("<p>après</p>"));
    let wide = html(&format!("|{}\n|{}\nun\ndeux\n", "é|".repeat(61), "-|".repeat(61)));
    assert!(!wide.contains("<table") && wide.contains("un<br>\ndeux"), "{wide}");
    let fits = html(&format!("|{}\n|{}\nun\n", "é|".repeat(60), "-|".repeat(60)));
    assert!(fits.contains("<table"));
    // People nest five or six deep.
    let level = |text: String, at| text + &format!("{}- niveau {at}\n", "  ".repeat(at));
    let usual = (0..8).fold(String::new(), level);
    assert_eq!(html(&usual).matches("<ul>").count(), 8);
}

both! {
    async fn a_hard_text_is_a_page_like_another(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let place = host.world.workshop(&marie, 9).await;
        let lea = host.world.account("Lea", false).await;
        host.world.app.workshops().enter_workshop(&place, Some(&lea), "Lea", "fr", crate::workshops::room::key()).await.unwrap();
        for (number, body) in hard().into_iter().enumerate() {
            let words = app::notes::Words { title: format!("Note {number}"), body, ..Default::default() };
            let id = host.world.app.notes().draft(&lea, None, &words, crate::workshops::room::key()).await.unwrap();
            // Such a text is long to learn, on a machine that does other things.
            host.world.app.projector.catch_up().await.unwrap();
            let note = projections::notes::note::find(&host.world.app.db, &id).await.unwrap().unwrap();
            host.world.app.notes().publish(&note, &lea, Visibility::Everyone, false, crate::workshops::room::key()).await.unwrap();
            host.world.app.projector.catch_up().await.unwrap();
            for view in ["", "?vue=auteurs"] {
                let seen = host.stranger().get(&format!("/notes/{id}{view}")).await;
                assert_eq!(seen.status, 200);
                assert!(seen.page.len() < 3_000_000, "{} bytes", seen.page.len());
            }
        }
    }
}
