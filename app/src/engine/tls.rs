//! How other servers are spoken to in private: one provider, one list of those who vouch for them.

use std::sync::Arc;

/// The settings of a client.
pub(crate) fn client() -> rustls::ClientConfig {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring has the versions of TLS that are safe")
        .with_root_certificates(roots)
        .with_no_client_auth()
}
