//! Pictures, made small and without what a camera writes beside them: the place, the hour, the
//! device.

use std::io::Cursor;
use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, Rgb, RgbImage};
use tokio::sync::Semaphore;

use super::{TOO_MANY_PIXELS, UNREADABLE};
use crate::Failure;
use crate::engine::blocking::aside;

/// A size that is kept: the longest side, in pixels, and what it should weigh at most, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub side: u32,
    pub weight: usize,
}

/// The sizes of a picture that goes with something: a list, a phone, a wide page.
pub const SIZES: [Size; 3] = [
    Size { side: 480, weight: 60 * 1024 },
    Size { side: 960, weight: 150 * 1024 },
    Size { side: 1600, weight: 400 * 1024 },
];

/// A picture in one size, as JPEG.
#[derive(Clone, Debug)]
pub struct Sized {
    /// The longest side that was asked for, in pixels.
    pub side: u32,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// The most pixels that are read at all: the usual setting of phones. Its picture in memory
/// is three to eight bytes a pixel, once or twice; decoding is refused before it begins.
const READ_PIXELS: u64 = 25_000_000;

/// The most memory the picture itself may take, in bytes.
const READ_MEMORY: u64 = 100 * 1024 * 1024;

/// Qualities tried, the best first, until the file is small enough.
const QUALITIES: [u8; 4] = [80, 65, 50, 35];

/// One picture is decoded at a time, to its end, even when whoever sent it has left.
static DECODING: Semaphore = Semaphore::const_new(1);

/// How many pictures may wait to be decoded: each waits with its bytes.
static WAITING: Semaphore = Semaphore::const_new(8);

/// How long one waits.
const PATIENCE: Duration = Duration::from_secs(10);

/// The picture in `bytes`, upright, in each of `sizes` up to the first one it fits in, the smallest
/// first. A size it is smaller than holds it as it is.
///
/// # Errors
/// [`UNREADABLE`], [`TOO_MANY_PIXELS`]; [`Failure::Busy`] when too many others are decoded.
pub async fn in_sizes(bytes: Vec<u8>, sizes: &'static [Size]) -> Result<Vec<Sized>, Failure> {
    let waiting = WAITING.try_acquire().map_err(|_| Failure::Busy)?;
    let place = tokio::time::timeout(PATIENCE, DECODING.acquire()).await;
    let place = place.ok().and_then(Result::ok).ok_or(Failure::Busy)?;
    aside(move || {
        let made = made_small(&bytes, sizes);
        drop((place, waiting));
        made
    })
    .await?
}

fn made_small(bytes: &[u8], sizes: &[Size]) -> Result<Vec<Sized>, Failure> {
    let (picture, orientation) = read(bytes)?;
    let longest = picture.width().max(picture.height());
    let mut made = vec![];
    for size in sizes {
        let mut small = if longest > size.side {
            picture.thumbnail(size.side, size.side)
        } else {
            picture.clone()
        };
        // Turned once it is small.
        small.apply_orientation(orientation);
        made.push(written(size, small)?);
        if longest <= size.side {
            break;
        }
    }
    Ok(made)
}

/// The picture as it was taken, and how it is turned upright.
fn read(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Failure> {
    let unreadable = |_| Failure::Refused(UNREADABLE);
    let mut limits = Limits::default();
    limits.max_alloc = Some(READ_MEMORY);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|_| Failure::Refused(UNREADABLE))?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    // The decoder's own limit does not count the picture itself.
    if pixels > READ_PIXELS || decoder.total_bytes() > READ_MEMORY {
        return Err(Failure::Refused(TOO_MANY_PIXELS));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(unreadable)?, orientation))
}

/// As JPEG, in the best quality that is light enough.
fn written(size: &Size, picture: DynamicImage) -> Result<Sized, Failure> {
    let picture = on_white(picture);
    let mut bytes = vec![];
    for quality in QUALITIES {
        bytes.clear();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
        encoder.encode_image(&picture).map_err(|_| Failure::Refused(UNREADABLE))?;
        if bytes.len() <= size.weight {
            break;
        }
    }
    Ok(Sized { side: size.side, width: picture.width(), height: picture.height(), bytes })
}

/// JPEG has no transparency: what is transparent is white, as on the page it was drawn for.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut white = RgbImage::new(picture.width(), picture.height());
    for (to, from) in white.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        let over =
            |part: u16| u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        *to = Rgb([over(red), over(green), over(blue)]);
    }
    white
}
