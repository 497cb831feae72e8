//! The one door of text: whatever comes in, from a field, a file or a kit, by any encoding.

use projections::workshops::room;

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, open, step, writing};

const WINDOWS: &[u8] = b"Journ\xe9e de l\x92ostavelle\r\n\r\nNous avons not\xe9 : \xab \xe7a tient \xbb, \xe0 No\xebl, 5 \x80, une \x9cuvre.\r\n";

both! {
    async fn c06_a_file_of_old_windows_and_one_in_sixteen_bits_are_read_right(host: Host) {
        let (place, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &place, "Léa").await;
        lea.act(&step(&place, "porte"), &[("door", "transpose")]).await;
        let bring = format!("/a/{}/matiere", place.code);
        let expected = "Journée de l’ostavelle\n\nNous avons noté : « ça tient », à Noël, 5 €, une œuvre.";
        let wide: Vec<u8> = format!("\u{feff}{expected}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [WINDOWS, &wide, &wide[2..]] {
            let page = lea.upload(&bring, "photo", bytes).await;
            assert!(page.status == 200 && page.says(expected), "{}", page.page);
        }
        for bytes in [&b"{\\rtf1\\ansi Bonjour"[..], "Journée".as_bytes().split_at(6).0] {
            let refused = lea.upload(&bring, "photo", bytes).await;
            assert!(refused.status == 422 && refused.says("UTF-8"), "{}", refused.page);
        }
        // The words of the field beside the file, in the same encoding.
        let parts: [(&str, &[u8]); 2] = [("text", b"d\xe9j\xe0 l\xe0"), ("photo", WINDOWS)];
        let page = lea.send_files(&bring, &parts).await;
        assert!(page.says("déjà là\n\nJournée de l’ostavelle"), "{}", page.page);
    }

    async fn c06_a_kit_is_read_right_or_refused(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [("title", "Découverte"), ("places", "9"), ("tone", "tu"), ("script", "premiere-note-75")];
        let base = console.act("/ateliers", &plan).await.place;
        let kit = console.get(&format!("{base}/trousse")).await.page;
        let windows: Vec<u8> = kit.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?')).collect();
        let wide: Vec<u8> = format!("\u{feff}{kit}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        // As editors and other programs leave it.
        let halved = kit.replace("Découverte", "D\\u00e9couverte\\ud83d");
        let broken_line = kit.replace("Découverte", "Découverte\u{2028}");
        for bytes in [windows, wide, halved.into_bytes(), broken_line.into_bytes()] {
            let made = console.upload("/ateliers/trousse", "file", &bytes).await;
            assert!(made.place.starts_with("/ateliers/"), "{}", made.page);
            assert!(console.get(&made.place).await.says("<h1>Découverte</h1>"), "{}", console.get(&made.place).await.page);
        }
        for page in [&b"\xef\xbb\xbf{\\rtf1 trousse}"[..], b"\xef\xbb\xbfPK\x03\x04\x14", b"%PDF-1.7"] {
            let refused = console.upload("/ateliers/trousse", "file", page).await;
            assert!(refused.status == 422 && refused.says("est un document (Word, PDF…)"), "{}", refused.page);
        }
        let torn = kit.replace("Découverte", "Œuvré à l’été").into_bytes();
        let at = torn.windows(2).position(|two| two == "é".as_bytes()).unwrap();
        let torn = [&torn[..at], &torn[at + 1..]].concat();
        let refused = console.upload("/ateliers/trousse", "file", &torn).await;
        assert!(refused.status == 422 && refused.says("UTF-8") && !refused.says("\u{fffd}"), "{}", refused.page);
    }

    async fn c06_a_field_that_cannot_be_read_is_refused_in_words_and_shown(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let mut send = async |title: &[u8]| {
            let body = [b"places=9&tone=tu&script=premiere-note-75&title=".as_slice(), title].concat();
            console.post_raw("/ateliers", body).await
        };
        let made = send(b"D%E9couverte").await;
        assert!(made.place.starts_with("/ateliers/"), "{}", made.page);
        let refused = send("D%C3couverte à l’été déjà".as_bytes()).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("UTF-8") && refused.says("couverte à l’été déjà"), "{}", refused.page);
    }

    async fn c05_and_c22_every_line_passes_the_same_door(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let mut lea = come_in(&host, &place, "Arrivée\u{b}sept\u{2028}heures \u{ffff}\u{202e}").await;
        lea.act(&step(&place, "porte"), &[("door", "tell")]).await;
        let idea = "Arrivée\u{b}sept heures\u{b}table \u{ffff} l\u{92}ostavelle";
        lea.act(&step(&place, "idee"), &[("idea", idea)]).await;
        let draft = lea.get(&step(&place, "brouillon")).await;
        assert!(draft.says("Arrivée sept heures table l’ostavelle"), "{}", draft.page);
        let mut console = host.known(&marie).await;
        let room = console.get(&format!("/ateliers/{}/console", place.workshop)).await;
        assert!(room.says("Arrivée sept heures<") && !room.says("\u{202e}"), "{}", room.page);
        let plan = [("title", "Salle\u{b}du\u{85}"), ("places", "9"), ("script", "premiere-note-75"), ("place", "Ici\u{c}là\u{fdd0}"), ("community", "Nous\u{7}tous")];
        let made = console.act("/ateliers", &plan).await;
        let page = console.get(&made.place).await;
        assert!(page.says("Salle du…") && page.says("Ici là") && page.says("Nous tous"), "{}", page.page);
    }

    async fn c20_what_follows_a_name_from_the_right_reads_as_after_another(host: Host) {
        let names = [
            ("Ana", "Par Ana"),
            ("برمل (3)", "Par \u{2068}برمل (3)\u{2069}"),
            ("\u{202e}Ostavelle", "Par Ostavelle"),
        ];
        for (at, (name, shown)) in names.into_iter().enumerate() {
            let (place, _) = open(&host, 9).await;
            let mut guest = writing(&host, &place, name, "Une idée").await;
            let id = room::present(&host.world.app.db, &place.workshop).await.unwrap()[0].note.clone();
            let page = guest.get(&format!("/notes/{}", id.unwrap())).await;
            assert!(page.says(shown), "{at}: {}", page.page);
        }
    }

    async fn c21_a_heavy_name_is_lightened_and_families_pass(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let heavy = format!("o{}", "\u{301}".repeat(60)).repeat(10);
        come_in(&host, &place, &heavy).await;
        let families = "👨‍👩‍👧‍👦".repeat(20);
        come_in(&host, &place, &families).await;
        let mut console = host.known(&marie).await;
        let page = console.get(&format!("/ateliers/{}/console", place.workshop)).await;
        assert!(page.says(&families) && !page.says(&"\u{301}".repeat(8)));
    }

    async fn c20_a_note_from_the_right_begins_there(host: Host) {
        let body = "# عنوان\n\nهذا نص (مع 3 أمثلة) ثم mot.\n\n- أولا\n- ثانيا\n\nUn mot.\n";
        let note = host.world.public("lea", body).await.note;
        let page = host.stranger().get(&format!("/notes/{note}")).await.page;
        let prose = page.split("عنوان").nth(1).unwrap_or_default();
        assert_eq!(page.matches("<div dir=\"rtl\">").count(), 3, "{page}");
        assert!(prose.contains("<p>Un mot.</p>"));
    }

    async fn c05_what_is_pasted_passes_it_too(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        for (html, told) in [
            ("<p>L&#146;eau</p>", "L’eau\n"),
            ("<p>L&#x92;eau \u{96} l\u{92}été</p>", "L’eau – l’été\n"),
            ("<p>un&#0;deux&#xFFFF;trois \u{ffff}quatre</p>", "un deux trois quatre\n"),
            ("<p>oﬃ&shy;nelle &#x202e;bro&#173;zail</p>", "offinelle brozail\n"),
            ("<p>e&#x301;te\u{301}</p>", "été\n"),
        ] {
            let page = console.act("/collage", &[("html", html)]).await;
            assert_eq!((page.status.as_u16(), page.page.as_str()), (200, told), "{html}");
        }
    }
}
