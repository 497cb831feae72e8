//! `/fichiers/{file}`: the bytes of a file, for whoever may see what it goes with. Documents are
//! saved, never opened as pages of ours; a sound is sent from where its listener is.

use http_range_header::parse_range_header;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::{StatusCode, header};
use poem::{Body, Response};

use domain::files::file::Kind;

use super::called;
use super::rights::SeesFile;
use crate::shell::page::Answer;
use crate::shell::problem::Problem;

/// A browser asks again whether it may show it, and is sent it again only when it is another one.
const KEPT: &str = "private, no-cache";

/// The largest size of a picture.
const LARGEST: u32 = u32::MAX;

/// The file, in its largest size.
pub async fn serve(sees: SeesFile) -> Answer {
    sent(&sees, LARGEST).await
}

/// `…/taille/{side}`: a picture at least so many pixels wide or high.
pub async fn in_size(sees: SeesFile) -> Answer {
    let side = sees.visitor.part("side").parse().map_err(|_| Problem::NotFound)?;
    sent(&sees, side).await
}

async fn sent(sees: &SeesFile, side: u32) -> Answer {
    let SeesFile { visitor, file, has, range, .. } = sees;
    let files = visitor.site.app.files();
    let served = files.size_of(&file.file, side).await?.ok_or(Problem::NotFound)?;
    let tag = format!("\"{}\"", served.hash);
    let answer = Response::builder()
        .header(header::CACHE_CONTROL, KEPT)
        .header(header::ETAG, &tag)
        .header(header::ACCEPT_RANGES, "bytes");
    if has.split(',').any(|known| known.trim() == tag) {
        return Ok(answer.status(StatusCode::NOT_MODIFIED).finish());
    }
    let all = served.length;
    let Ok(range) = range_of(range, all) else {
        let answer = answer.status(StatusCode::RANGE_NOT_SATISFIABLE);
        return Ok(answer.header(header::CONTENT_RANGE, format!("bytes */{all}")).finish());
    };
    let answer = match &range {
        Some(range) => answer.status(StatusCode::PARTIAL_CONTENT).header(
            header::CONTENT_RANGE,
            format!("bytes {}-{}/{all}", range.start, range.end.saturating_sub(1)),
        ),
        None => answer,
    };
    let length = range.as_ref().map_or(all, |range| range.end - range.start);
    let bytes = files.bytes(&served.hash, range).await?;
    let answer = answer.header(header::CONTENT_LENGTH, length);
    // Shown in its page, or saved: never a page of its own where something could be run.
    let how = if file.kind == Kind::Document { "attachment" } else { "inline" };
    let name = called(&visitor.voice, file);
    let name = utf8_percent_encode(&name, NON_ALPHANUMERIC);
    Ok(answer
        .content_type(&served.media_type)
        .header(header::CONTENT_DISPOSITION, format!("{how}; filename*=UTF-8''{name}"))
        .body(Body::from_bytes_stream(bytes)))
}

/// The one range that is asked for, if one is; all of it is sent to whoever asks for several.
fn range_of(header: &str, all: u64) -> Result<Option<std::ops::Range<u64>>, ()> {
    if header.is_empty() {
        return Ok(None);
    }
    let Ok(parsed) = parse_range_header(header) else { return Ok(None) };
    match parsed.validate(all) {
        Ok(ranges) if ranges.len() == 1 => {
            let (first, last) = (*ranges[0].start(), *ranges[0].end());
            Ok(Some(first..last.saturating_add(1).min(all)))
        }
        Ok(_) => Ok(None),
        Err(_) => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::range_of;

    #[test]
    fn f6b_one_range_is_sent_and_no_more() {
        assert_eq!(range_of("", 100), Ok(None));
        assert_eq!(range_of("bytes=0-9", 100), Ok(Some(0..10)));
        assert_eq!(range_of("bytes=90-", 100), Ok(Some(90..100)));
        assert_eq!(range_of("bytes=-10", 100), Ok(Some(90..100)));
        assert_eq!(range_of("bytes=0-9,20-29", 100), Ok(None), "several: all of it");
        assert_eq!(range_of("pages=1", 100), Ok(None), "not bytes: all of it");
        assert_eq!(range_of("bytes=200-", 100), Err(()));
    }
}
