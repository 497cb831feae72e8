use app::Failure;
use app::files::sniff::kind_of;
use app::files::{EMPTY, FILM, OTHER_KIND, OTHER_PICTURE};
use domain::files::file::Kind;

fn why(bytes: &[u8]) -> &'static str {
    match kind_of(bytes) {
        Err(Failure::Refused(key)) => key,
        other => panic!("{other:?}"),
    }
}

#[test]
fn f6b_a_file_is_what_its_bytes_say() {
    let taken: [(&[u8], Kind, &str); 7] = [
        (b"\xFF\xD8\xFF\xE0 rest", Kind::Picture, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n rest", Kind::Picture, "image/jpeg"),
        (b"GIF89a rest", Kind::Picture, "image/jpeg"),
        (b"%PDF-1.7 rest", Kind::Document, "application/pdf"),
        (b"ID3\x04 rest", Kind::Sound, "audio/mpeg"),
        (b"OggS\0 rest of a sound", Kind::Sound, "audio/ogg"),
        (b"fLaC rest", Kind::Sound, "audio/flac"),
    ];
    for (bytes, kind, served) in taken {
        assert_eq!(kind_of(bytes).unwrap(), (kind, served));
    }
    let m4a = b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom";
    assert_eq!(kind_of(m4a).unwrap(), (Kind::Sound, "audio/mp4"));
}

#[test]
fn f6b_what_is_no_such_file_is_refused_whatever_it_is_called() {
    assert_eq!(why(b""), EMPTY);
    for bytes in [
        b"PK\x03\x04 an archive".as_slice(),
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"#!/bin/sh\nrm -rf /",
        b"MZ\x90\0 a program",
        b"A text, and nothing else.",
        b"\x7fELF\x02\x01\x01",
    ] {
        assert_eq!(why(bytes), OTHER_KIND, "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(why(b"II*\0 a TIFF picture"), OTHER_PICTURE);
    assert_eq!(why(b"BM a bitmap of another time"), OTHER_PICTURE);
    assert_eq!(why(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"), FILM);
}
