//! Bodies that are small to send and large to read. Each is made once: what is measured is
//! the server, not those who attack it.

use std::sync::LazyLock;

use flate2::{Compress, Compression, Crc, FlushCompress};

/// As many `a=b` as fit in `size` bytes.
fn tiny(size: usize) -> Vec<u8> {
    b"a=b&".repeat(size / 4)
}

/// The largest form of a stranger, and the largest form of all.
pub static TINY_1MB: LazyLock<Vec<u8>> = LazyLock::new(|| tiny(1 << 20));
pub static TINY_16MB: LazyLock<Vec<u8>> = LazyLock::new(|| tiny(16 << 20));

/// One letter that wears two and a half million accents, as a field.
pub static MARKS: LazyLock<Vec<u8>> = LazyLock::new(|| marks("title=", 2_500_000));
/// The same, as small as forms without a text are.
pub static MARKS_SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| marks("name=", 32_000));

fn marks(field: &str, count: usize) -> Vec<u8> {
    format!("base=1&body=x&{field}a{}", "\u{301}".repeat(count)).into_bytes()
}

/// `count` words one after the other, each made from its number.
pub fn each(count: usize, word: impl Fn(usize) -> String) -> String {
    (0..count).map(word).collect::<Vec<_>>().concat()
}

/// Markdown and HTML that nest, or seem to, as a form writes them.
pub static NESTED: LazyLock<Vec<String>> = LazyLock::new(|| {
    vec![
        ">".repeat(50_000),
        "[".repeat(100_000),
        "*a+".repeat(100_000),
        "![a](".repeat(50_000),
        "**a_".repeat(60_000),
        "-+".repeat(40_000),
        each(700, |depth| format!("{}-+a%0A", "+".repeat(depth))),
        "`a".repeat(100_000),
        format!("|{}%0A|{}%0A{}", "a|".repeat(2_000), "-|".repeat(2_000), "|a".repeat(100_000)),
        "a.+".repeat(150_000),
        "mot+".repeat(60_000) + &"%0A%0A%23+b".repeat(20_000),
        "<div>".repeat(100_000),
        each(60_000, |number| format!("m{number}+")),
        "%5B%5Ea%5D:+b%0A".repeat(20_000),
    ]
});

/// A chunk of a PNG.
fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(&kind);
    crc.update(data);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], &kind, data, &crc.sum().to_be_bytes()].concat()
}

fn header(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let mut data = [width.to_be_bytes(), height.to_be_bytes()].concat();
    data.extend([depth, colour, 0, 0, 0]);
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(*b"IHDR", &data)].concat()
}

/// `length` zeros, packed. A block of them packs to the same bytes each time, so one is
/// packed and told again.
fn zeros(length: u64) -> Vec<u8> {
    const BLOCK: usize = 1 << 20;
    let packed = |length: usize| {
        let mut out = Vec::with_capacity(64 << 10);
        let mut packer = Compress::new(Compression::best(), false);
        packer.compress_vec(&vec![0; length], &mut out, FlushCompress::Full).unwrap();
        out
    };
    let blocks = usize::try_from(length / BLOCK as u64).unwrap();
    let rest = usize::try_from(length % BLOCK as u64).unwrap();
    let mut all = vec![0x78, 0x01];
    all.extend(packed(BLOCK).repeat(blocks));
    all.extend(packed(rest));
    // An empty last block, and the checksum, which is simple for zeros.
    all.extend([3, 0]);
    all.extend(u32::try_from(length % 65_521).unwrap().to_be_bytes()[2..].iter());
    all.extend([0, 1]);
    all
}

/// A black picture of `bytes` bytes for each of its dots.
fn black(side: u32, depth: u8, colour: u8, bytes: u64) -> Vec<u8> {
    let side_long = u64::from(side);
    let data = zeros(side_long * (side_long * bytes + 1));
    [header(side, side, depth, colour), chunk(*b"IDAT", &data), chunk(*b"IEND", &[])].concat()
}

/// A JPEG told in many passes, each over every block of a picture of 9000 × 9000.
fn passes(count: usize, side: u16) -> Vec<u8> {
    let [high, low] = side.to_be_bytes();
    let mut all = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67, 0];
    all.extend([1; 64]);
    all.extend([0xff, 0xc2, 0, 17, 8, high, low, high, low, 3]);
    all.extend([1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    for (table, word) in [(0x00, 0x00), (0x10, 0xe0)] {
        all.extend([0xff, 0xc4, 0, 20, table, 1]);
        all.extend([0; 15]);
        all.push(word);
    }
    let blocks = usize::from(side).div_ceil(8).pow(2);
    all.extend([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0]);
    all.extend(vec![0; blocks * 3 / 8 + 1]);
    for _ in 0..count {
        // “Nothing more in the next 16384 blocks”, as often as needed.
        all.extend([0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0]);
        all.extend(vec![0; (blocks / 16_384 + 1) * 15 / 8 + 1]);
    }
    all.extend([0xff, 0xd9]);
    all
}

/// Pictures by name: each is sent by 24 at once.
pub static PICTURES: LazyLock<Vec<(&'static str, Vec<u8>)>> = LazyLock::new(|| {
    let plain = black(9_000, 8, 2, 3);
    // All of its dots come, and its end does not: it is read whole, and never kept.
    let cut = plain[..plain.len() - 30].to_vec();
    let half = plain[..plain.len() / 2].to_vec();
    let lying = [header(65_535, 65_535, 8, 6), chunk(*b"IDAT", &zeros(1_000))].concat();
    let deep = black(5_700, 16, 6, 8);
    let text = [&b"a\0\0"[..], &zeros(512 << 20)].concat();
    let profile = [
        header(10, 10, 8, 2),
        chunk(*b"iCCP", &text),
        chunk(*b"zTXt", &text),
        chunk(*b"IDAT", &zeros(310)),
    ];
    let mut garbage = passes(0, 9_000)[..300].to_vec();
    garbage.extend((0..50_000_u32).flat_map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()));
    vec![
        ("png 9000", plain),
        ("png cut", cut),
        ("png half", half),
        ("png lying", lying),
        ("png deep", deep),
        ("png profile", profile.concat()),
        ("jpeg passes", passes(1_000, 8_000)),
        ("jpeg garbage", garbage),
    ]
});

/// A form with a file in it.
pub fn with_file(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head =
        format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n--cut--\r\n"].concat()
}

/// What is said of [`with_file`].
pub const MULTIPART: &str = "multipart/form-data; boundary=cut";

/// Forms in parts that are made to hurt: their kind, and their body.
pub static PARTS: LazyLock<Vec<(&'static str, Vec<u8>)>> = LazyLock::new(|| {
    let part = b"--cut\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    let many = |size: usize| [part.repeat(size / part.len()), b"--cut--\r\n".to_vec()].concat();
    let head = |length: usize| {
        let long = "x".repeat(length);
        format!(
            "--cut\r\nx-long: {long}\r\ncontent-disposition: form-data; name=\"{long}\"\r\n\r\nb\r\n--cut--\r\n"
        )
    };
    let nested = "--cut\r\ncontent-type: multipart/mixed; boundary=cut\r\n\r\n".repeat(15_000);
    let headers = format!("--cut\r\n{}\r\nb\r\n--cut--\r\n", "a: b\r\n".repeat(150_000));
    let empty_files = with_file("photo", b"").repeat(9_000);
    vec![
        (MULTIPART, many(1 << 20)),
        (MULTIPART, many((16 << 20) - 100)),
        (MULTIPART, head(500_000).into_bytes()),
        (MULTIPART, head(7 << 20).into_bytes()),
        (MULTIPART, nested.into_bytes()),
        (MULTIPART, headers.into_bytes()),
        (MULTIPART, empty_files),
        (MULTIPART, vec![b'-'; 900_000]),
        (MULTIPART, b"--cut\r\n".repeat(140_000)),
        ("multipart/form-data", many(1 << 20)),
        ("multipart/form-data; boundary=", many(1 << 20)),
        ("multipart/form-data; boundary=\"\"", many(1 << 20)),
    ]
});
