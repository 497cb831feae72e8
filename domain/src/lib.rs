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

pub mod core;
pub mod notes;
pub mod people;
pub mod prose;
pub mod workshops;
