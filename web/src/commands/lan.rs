//! Which address of this machine a phone on the same wifi can reach.

use std::net::{IpAddr, UdpSocket};

/// The address this machine would speak from on its local network. Nothing is
/// sent: a datagram socket only chooses its way out.
pub fn address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}
