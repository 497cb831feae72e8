//! Codes and addresses as they are copied from a wall, a letter, a conversation.

use projections::workshops::workshop;

use crate::both;
use crate::site::{Guest, Host};

/// Whether an address leads to the door of the workshop whose code is `code`.
async fn opens(guest: &mut Guest<'_>, address: &str, code: &str) -> bool {
    let mut seen = guest.get(address).await;
    for _ in 0..3 {
        if seen.status != 303 {
            break;
        }
        seen = guest.get(&seen.place.clone()).await;
    }
    seen.status == 200 && seen.says(&format!("action=\"/a/{code}\""))
}

both! {
    async fn a_code_opens_its_door_however_it_was_copied(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let id = host.world.workshop(&marie, 9).await;
        let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let (code, secret) = (&found.code, &found.link_secret);
        let wide: String = code
            .chars()
            .map(|sign| char::from_u32(u32::from(sign) + 0xFEE0).unwrap())
            .collect();
        let (first, last) = code.split_at(4);
        let typed = [
            format!("{first}‑{last}"), format!("{first}−{last}"), format!("{first}\u{200b}{last}"),
            format!("\u{feff}{code}"), wide, format!("({code})"), format!("« {code} »"),
            format!("Code : {code}"), format!("http://localhost/a/{code}."),
            format!("http://localhost/a/{secret}"), format!("{secret},"),
        ];
        let mut guest = host.stranger();
        // More than any budget of wrong tries: none of these is one.
        for _ in 0..12 {
            for typed in &typed {
                let query = serde_html_form::to_string([("code", typed)]).unwrap();
                assert!(opens(&mut guest, &format!("/a?{query}"), code).await, "{typed}");
            }
            for end in ["", ")", ",", ".", ";", "%E2%80%8B", "%C2%A0%C2%BB", "/", "%3E", "…", "%E2%80%99"] {
                for way in [code, secret] {
                    assert!(opens(&mut guest, &format!("/a/{way}{end}"), code).await, "{way}{end}");
                }
            }
            assert!(opens(&mut guest, &format!("/A/{code}"), code).await);
        }
        let accented = format!("Á{}", &code[1..]);
        let query = serde_html_form::to_string([("code", &accented)]).unwrap();
        assert_eq!(guest.get(&format!("/a?{query}")).await.status, 404);
        assert!(opens(&mut guest, &format!("/a/{code}"), code).await);
    }

    async fn any_address_is_followed_with_what_a_sentence_puts_after_it(host: Host) {
        let note = host.world.public("Ana", "Nous avons appris.").await;
        let address = format!("/notes/{}", note.note);
        let mut guest = host.stranger();
        for end in [".", ")", ",", ").", "%C2%A0%C2%BB", "%E2%80%8B", "/"] {
            let seen = guest.get(&format!("{address}{end}")).await;
            assert_eq!(seen.place, address, "{end}");
        }
        assert_eq!(guest.get(&format!("{address}).?vue=auteurs")).await.place, format!("{address}?vue=auteurs"));
        assert_eq!(guest.get("/statique/rien.css").await.status, 404);
    }
}
