//! Which addresses are of everyone: those that no registry keeps for something else (the IANA
//! special-purpose address registries, RFC 6890 and its followers).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether this address is of the public Internet.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    // "This network", private, loopback; of groups, and kept for later.
    let is_whole = matches!(a, 0 | 10 | 127 | 224..=255);
    // Link-local, private, shared between a provider and its customers, of benchmarks.
    let is_wide = matches!((a, b), (169, 254) | (172, 16..=31) | (192, 168))
        || matches!((a, b), (100, 64..=127) | (198, 18 | 19));
    // Of protocols, of documentation, of the old 6to4.
    let is_narrow =
        matches!((a, b, c), (192, 0, 0 | 2) | (192, 88, 99) | (198, 51, 100) | (203, 0, 113));
    !(is_whole || is_wide || is_narrow)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // An address of the other kind written in this one is what it stands for.
    if let Some(inside) = address.to_ipv4_mapped() {
        return is_public_v4(inside);
    }
    let [a, b, ..] = address.segments();
    // Only 2000::/3 is given to anybody; in it, what is for protocols (2001::/23), documentation
    // (2001:db8::/32, 3fff::/20) and 6to4 (2002::/16, which hides an address of the other kind).
    let is_given = (0x2000..=0x3fff).contains(&a);
    let special =
        (a == 0x2001 && (b < 0x0200 || b == 0x0db8)) || a == 0x2002 || (a == 0x3fff && b < 0x1000);
    is_given && !special
}
