//! What it looks like: pages, addresses, words.
//!
//! Begin with [`routes`]: every address of the site. A page asks `app` to change
//! things and `projections` to read them; it never writes SQL and never sees an
//! event.

#![allow(clippy::unused_async, reason = "every handler has one shape")]

pub mod assets;
pub mod form;
pub mod guard;
pub mod hours;
pub mod layout;
pub mod limits;
pub mod markdown;
pub mod metrics;
pub mod pages;
pub mod parts;
pub mod per_address;
pub mod problem;
pub mod qr;
pub mod refusals;
pub mod rehearse;
pub mod routes;
pub mod server;
pub mod site;
pub mod sse;
pub mod typography;
pub mod visitor;
pub mod voice;
