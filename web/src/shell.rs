//! What every page stands on: the routes, the guard, forms, layout, parts, voices, assets. It
//! knows no wing, save the routes, which mount them.

pub mod about;
pub mod address;
pub mod assets;
pub mod extract;
pub mod form;
pub mod gallery;
pub mod guard;
pub mod handler;
pub mod hours;
pub mod layout;
pub mod limits;
pub mod markdown;
pub mod metrics;
pub mod page;
pub mod parts;
pub mod per_address;
pub mod problem;
pub mod qr;
pub mod refusals;
pub mod routes;
pub mod server;
pub mod sse;
pub mod state;
pub mod typography;
pub mod visitor;
pub mod voice;
