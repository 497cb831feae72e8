use domain::prose::text::{Unreadable, decode, is_document};
use encoding_rs::{
    ISO_8859_2, ISO_8859_15, MACINTOSH, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
};
use proptest::prelude::*;

const TEXT: &str =
    "Journée de l’ostavelle\n\nNous avons noté : « ça tient », à Noël, 5 €, une œuvre.\n";

fn utf_16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn c06_an_old_text_file_is_the_same_text() {
    let windows = b"Journ\xe9e de l\x92ostavelle\r\n\r\nNous avons not\xe9 : \xab \xe7a tient \xbb, \xe0 No\xebl, 5 \x80, une \x9cuvre.\r\n";
    assert_eq!(decode(windows).unwrap(), TEXT);
    let with_lines = TEXT.replace('\n', "\r\n");
    for little in [true, false] {
        let bytes = utf_16(&with_lines, little);
        assert_eq!(decode(&bytes).unwrap(), TEXT, "without its mark");
        let marked = utf_16(&format!("\u{feff}{with_lines}"), little);
        assert_eq!(decode(&marked).unwrap(), TEXT);
    }
    assert_eq!(decode(format!("\u{feff}{TEXT}").as_bytes()).unwrap(), TEXT);
    assert_eq!(decode(&MACINTOSH.encode(TEXT).0).unwrap(), TEXT);
    assert_eq!(decode(b"").unwrap(), "");
}

#[test]
fn short_words_of_french_are_read_in_windows() {
    for text in [
        "Découverte",
        "Été",
        "À bientôt",
        "café",
        "CAFÉ »",
        "l’œuvre",
        "Noël",
        "« oui »",
        "5 €",
        "déjà vu…",
        "Où ?",
        "{\"title\":\"Découverte\"}",
        "Señora Muñoz",
        "Grüße",
        "São Paulo, João",
    ] {
        let (bytes, _, lossy) = WINDOWS_1252.encode(text);
        assert!(!lossy);
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }
}

#[test]
fn old_linux_has_its_own_euro() {
    for text in ["une œuvre à 5 €", "Œuvrer, l'été", "5 €"] {
        let bytes: Vec<u8> = text
            .chars()
            .map(|sign| match sign {
                '€' => 0xa4,
                'œ' => 0xbd,
                'Œ' => 0xbc,
                sign => u8::try_from(u32::from(sign)).unwrap(),
            })
            .collect();
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }
    for text in ["½ tasse de thé", "1½ tasse", "à ½ heure", "¼ de lait, œufs"] {
        assert_eq!(decode(&WINDOWS_1252.encode(text).0).as_deref(), Ok(text));
    }
}

#[test]
fn what_cannot_be_read_for_sure_is_refused() {
    let russian = "Добрый день, это заметка о встрече в школе и о том, что мы узнали.";
    let greek = "Καλημέρα, αυτή είναι μια σημείωση για τη συνάντησή μας.";
    let japanese = "これは会議のメモです。とても良い一日でした。";
    let polish = "Dzień dobry, to jest notatka o spotkaniu, źdźbło i żółw, łąka.";
    let cut = &TEXT.as_bytes()[..=TEXT.find('œ').unwrap()];
    let mut broken = TEXT.as_bytes().to_vec();
    broken[6] = b'?';
    let dos = b"Journ\x82e de l'ostavelle, \x85 No\x89l, \x87a tient";
    let wide: Vec<u8> = TEXT.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect();
    let refused: Vec<(&str, Vec<u8>)> = vec![
        ("russian", WINDOWS_1251.encode(russian).0.into_owned()),
        ("greek", WINDOWS_1253.encode(greek).0.into_owned()),
        ("japanese", SHIFT_JIS.encode(japanese).0.into_owned()),
        ("polish", ISO_8859_2.encode(polish).0.into_owned()),
        ("cut in a sign", cut.to_vec()),
        ("a broken sign", broken),
        ("a letter of phonetics, then a broken sign", b"\xc9\xaf\xbc".to_vec()),
        ("dos", dos.to_vec()),
        ("utf-32", wide),
        ("japanese in seven bits", b"\x1b$B%a%b\x1b(B Un texte, et la suite de ce texte.".to_vec()),
        ("arabic in sixteen bits", utf_16("عنوان الورشة هنا", true)),
        ("hebrew in sixteen bits", utf_16("דרוזין ואוסטבל", true)),
        ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".to_vec()),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("utf-16 cut", vec![0xff, 0xfe, b'a', 0, b'b']),
        ("utf-16 with half a sign", vec![0xff, 0xfe, 0x00, 0xd8, b'a', 0]),
    ];
    for (what, bytes) in refused {
        assert_eq!(decode(&bytes), Err(Unreadable), "{what}");
    }
}

proptest! {
    /// Any bytes in: either words that can be shown, or a refusal.
    #[test]
    fn any_bytes_are_readable_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            prop_assert_eq!(domain::prose::text::clean(&text), text.as_str());
            let refused = text.contains(['\0', '\u{ffff}', '\r']);
            prop_assert!(!refused);
        }
    }

    /// A text in UTF-8 is never taken for anything else.
    #[test]
    fn utf_8_is_utf_8(text in "[a-zé’« \n\u{a0}€жλ日]{0,60}") {
        prop_assert_eq!(decode(text.as_bytes()).unwrap(), domain::prose::text::clean(&text));
    }

    /// French in the encodings it was written in comes back.
    #[test]
    fn french_comes_back_from_old_encodings(
        words in prop::collection::vec(prop::sample::select(FRENCH.split(' ').collect::<Vec<_>>()), 1..20),
        lines in any::<bool>(),
    ) {
        let text = words.join(if lines { "\n" } else { " " });
        prop_assert_eq!(decode(&WINDOWS_1252.encode(&text).0).unwrap(), text.as_str());
    }
}

const FRENCH: &str = "été naïve cœur l’œuvre où ÉCOLE «\u{a0}oui\u{a0}» élève·s « non » Noël garçon pâte \
    À voilà ÇA forêt hôtel sûr maïs août œufs ŒUVRES français préféré ÉTÉ année… — d’été aiguë île";

/// Found by fresh eyes: MS-DOS was read as an old Mac, with other letters.
#[test]
fn ms_dos_is_refused_and_never_read_as_a_mac() {
    // « Réunion à Béziers », « Fête », « Dès lors », « Ça va » in code page 850.
    for bytes in [
        &b"R\x82union \x85 B\x82ziers, H\x82l\x8ane"[..],
        b"R\x82union du mardi",
        b"F\x88te",
        b"D\x8as lors",
    ] {
        let read = decode(bytes).unwrap_or_default();
        assert!(!read.contains(['\u{c7}', '\u{d6}', 'à', 'ä']), "{read}");
    }
}

/// Found by fresh eyes: one sign against another, and the whole file was refused.
#[test]
fn signs_that_stand_against_words_and_digits_are_read() {
    let texts = [
        "19è siècle",
        "2ême",
        "19È",
        "1ère",
        "un 5à7",
        "5µm",
        "à 5 µg/L",
        "µm",
        "10 µmol",
        "«oui»et",
        "l’«été»",
        "«été»",
        "n°5",
        "N°un",
        "5°C",
        "½",
        "1½h",
        "2½ tasses",
        "¾",
        "m²à",
        "CO²et",
        "3×4",
        "± 5",
        "5±1",
        "§ 2",
        "10 £",
        "1º",
        "nº 5",
        "l´eau",
        "co\u{ad}flant",
        "À\u{a0}la",
        "À…",
        "«À»",
        "à…»",
        "voilà…puis",
        "voilà’ »",
        "5€/h",
        "3 m³",
    ];
    let mut wrong = Vec::new();
    for text in texts {
        let read = decode(&WINDOWS_1252.encode(text).0);
        if read.as_deref() != Ok(&*domain::prose::text::clean(text)) {
            wrong.push((text, read));
        }
    }
    for text in ["19è siècle", "5µm", "«oui»et", "n°5", "«été»", "l'œuvre «à 5 €»", "5€"]
    {
        let bytes: Vec<u8> = ISO_8859_15.encode(text).0.into_owned();
        let read = decode(&bytes);
        if read.as_deref() != Ok(text) {
            wrong.push((text, read));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for text in ["« oui »", "à Paris", "À voir, « oui », à Paris"] {
        let bytes = MACINTOSH.encode(text).0;
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }
    for text in ["Ç È Ë, où l’été", "À Paris", "É. Zola", "10\u{a0}500"] {
        assert_eq!(decode(&WINDOWS_1252.encode(text).0).as_deref(), Ok(text));
    }
    // Nor is another language taken for French.
    for text in ["są", "mają rację", "był, była", "ľudia", "šťastný"] {
        let read = decode(&ISO_8859_2.encode(text).0);
        assert!(read.is_err(), "{text}: {read:?}");
    }
}

#[test]
fn what_utf_8_forbids_is_refused_and_never_read_otherwise() {
    for bytes in [
        &b"un \xc0\xaf deux"[..],
        b"\xc0\x80",
        b"\xc1\xa1bc",
        b"\xc1\x8c'eau",
        b"\xe0\x80\xaf",
        b"\xe0\x82\xa9",
        b"\xf0\x80\x80\xaf",
        b"\xf0\x82\x82\xac",
        b"un \xed\xa0\xbd\xed\xb8\x80",
        b"\xed\xb8\x80",
        b"\xf4\x90\x80\x80",
        b"\xf8\x88\x80\x80\x80",
        b"\xff\xfe\x00",
    ] {
        assert_eq!(decode(bytes), Err(Unreadable), "{bytes:x?}");
        assert_eq!(domain::prose::text::decode_field(bytes), Err(Unreadable), "{bytes:x?}");
    }
}

#[test]
fn a_file_of_a_program_is_no_text_whatever_stands_before_it() {
    for file in
        ["{\\rtf1\\ansi Journ\\'e9e}", "%PDF-1.7\n1 0 obj", "PK\u{3}\u{4}\u{14} mimetype", "GIF89a"]
    {
        for before in ["", "\u{feff}", "\u{feff}\u{feff}", "\r\n", " \u{feff}\n"] {
            let text = format!("{before}{file}");
            assert_eq!(decode(text.as_bytes()), Err(Unreadable), "{text:?}");
            let marked = format!("\u{feff}{text}");
            assert_eq!(decode(&utf_16(&marked, true)), Err(Unreadable), "{text:?}");
            assert_eq!(decode(&utf_16(&marked, false)), Err(Unreadable), "{text:?}");
        }
        let bytes = [&[0xff, 0xfe], file.as_bytes()].concat();
        assert_eq!(decode(&bytes), Err(Unreadable), "{file}");
    }
    for text in ["Un fichier {\\rtf", "Le %PDF-1.7", "PKC"] {
        assert!(decode(text.as_bytes()).is_ok());
    }
}

/// How a text is written is seen far into it, not in its first lines alone.
#[test]
fn a_text_in_sixteen_bits_that_begins_in_other_letters_is_read() {
    let text = format!("{}\n{}", "عنوانـ".repeat(120), "Un mot ici. ".repeat(400));
    for little in [true, false] {
        assert_eq!(decode(&utf_16(&text, little)).as_deref(), Ok(text.as_str()));
    }
}

/// Signs where nobody writes them are letters of another encoding.
#[test]
fn signs_that_stand_where_nobody_writes_them_are_not_read_as_windows_wrote_them() {
    for text in [
        "a£b", "a×b", "£ab", "a÷", "§a", "ƒa", "a˜", "mot¢", "aÉ", "étÉ", "5à ", "5à", "5ï", "9ç",
        "aº", "º", "5ºa", "ªb", "aµ", "µx", "µmolx", "a¹b", "x³»", "¼a", "a¿b", "a¡b", "a®b", "½a",
    ] {
        let read = decode(&WINDOWS_1252.encode(text).0);
        assert_ne!(read.as_deref(), Ok(text), "{text}");
    }
}

#[test]
fn one_sign_of_a_machine_in_twenty_is_let_pass() {
    let text = |sign: u8, letters: usize| [vec![sign], vec![b'a'; letters]].concat();
    for sign in [0x01, 0x08, 0x0e, 0x1f] {
        assert!(decode(&text(sign, 19)).is_ok(), "{sign:x}");
        assert_eq!(decode(&text(sign, 18)), Err(Unreadable), "{sign:x}");
    }
    for sign in [b'\t', b'\n', 0x0b, 0x0c, b'\r', b' ', 0x7f] {
        assert!(decode(&text(sign, 1)).is_ok(), "{sign:x}");
    }
}

/// A page of an office program is told from another file: its words are to be copied there.
#[test]
fn a_page_of_an_office_program_is_known_as_one() {
    for (bytes, is_page) in [
        (&b"{\\rtf1"[..], true),
        (b"%PDF-1.7", true),
        (b"%!PS-Adobe", true),
        (b"PK\x03\x04", true),
        (b"PK\x05\x06", true),
        (b"\xd0\xcf\x11\xe0", true),
        (b"\xef\xbb\xbf \n%PDF-1.7", true),
        (b"GIF89a", false),
        (b"\x89PNG", false),
        (b"Un %PDF-", false),
        (b"", false),
    ] {
        assert_eq!(is_document(bytes), is_page, "{bytes:?}");
    }
}
