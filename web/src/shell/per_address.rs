//! How much one address holds at once: connections, requests, streams.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// The most connections, requests under way, or streams of one address: more than the
/// largest room, which may be one address, with its consoles and its projectors.
pub const MOST: u32 = 700;

/// Counts what each address holds. It knows no more addresses than there are connections.
#[derive(Clone, Default)]
pub struct PerAddress(Arc<Mutex<HashMap<String, u32>>>);

/// One thing held by an address; given back when dropped.
pub struct Held {
    counts: PerAddress,
    address: String,
}

impl PerAddress {
    /// Holds one more for `address`; `None` when it holds [`MOST`] already.
    pub fn hold(&self, address: &str) -> Option<Held> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address.to_owned()).or_default();
        if *count >= MOST {
            return None;
        }
        *count += 1;
        Some(Held { counts: self.clone(), address: address.to_owned() })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

/// What stands for an address where things are counted: an IPv6 one is its network of 56
/// bits, which one subscriber is usually given whole.
pub fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V6(v6) if v6.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{:x}", d & 0xff00)
        }
        IpAddr::V6(v6) => v6.to_canonical().to_string(),
        IpAddr::V4(v4) => v4.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, PerAddress, network};

    #[test]
    fn one_address_holds_so_much_and_gives_it_back() {
        let counts = PerAddress::default();
        let held: Vec<_> = (0..MOST).map_while(|_| counts.hold("192.0.2.1")).collect();
        assert_eq!(held.len(), MOST as usize);
        assert!(counts.hold("192.0.2.1").is_none());
        assert!(counts.hold("192.0.2.2").is_some(), "others are not concerned");
        drop(held);
        assert!(counts.hold("192.0.2.1").is_some());
        assert!(counts.0.lock().unwrap().is_empty(), "nobody is remembered who holds nothing");
    }

    #[test]
    fn one_subscriber_is_one_address() {
        let same =
            |it: &str, two: &str| network(it.parse().unwrap()) == network(two.parse().unwrap());
        assert!(same("2001:db8:1:1100::1", "2001:db8:1:11ff::2"));
        assert!(!same("2001:db8:1:1100::1", "2001:db8:1:1200::1"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.1"));
    }
}
