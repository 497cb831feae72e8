//! What may happen in a commons, and why not. No database, no web, no clock.
//!
//! Read it in this order: [`ids`] and [`text`] (the words everything is made
//! of), [`note`] (the longest aggregate, and the pattern of all others),
//! [`workshop`], [`participation`], [`script`] (the guided path), [`item`] and
//! [`review`] (what a room says, a look that was asked for), [`reading`]
//! [`thanks`] and [`link`] (the light acts), [`signal`] (who may need someone), [`pair`]
//! (who might work with whom), [`report`] (what participation was), [`person`], then
//! [`fact`] (any event, as the log tells it), [`upcast`] (events in the words of older programs) and [`diff`]
//! (what changed between two texts) with what stands on it: [`merge`], [`undo`], [`blame`],
//! [`authors`],
//! [`sentence`], [`section`] and [`redact`].

#![allow(clippy::needless_pass_by_value, reason = "aggregates take commands and events whole")]

pub mod aggregate;
pub mod authors;
pub mod blame;
pub mod diff;
pub mod fact;
pub mod ids;
pub mod item;
pub mod link;
pub mod markdown;
pub mod merge;
pub mod note;
pub mod pair;
pub mod participation;
pub mod person;
pub mod reading;
pub mod redact;
pub mod report;
pub mod review;
pub mod script;
pub mod section;
pub mod sentence;
pub mod signal;
pub mod text;
pub mod thanks;
pub mod undo;
pub mod upcast;
pub mod visibility;
mod words;
pub mod workshop;
