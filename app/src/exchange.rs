//! What leaves the commons: what it knows of somebody, and somebody.
//!
//! [`mod@personal`] lists the tables that hold something about a person; [`own_data`] shows and
//! gives it, [`departure`] erases it, [`replay`] erases it again in a copy that is put back.

pub mod departure;
pub mod erasure;
mod everything;
pub mod keeping;
mod name;
pub mod own_data;
pub mod passage;
pub mod personal;
pub mod replay;
mod sealed;
mod texts;

crate::app::wing! {
    /// What leaves the commons: one's own data, and oneself.
    Exchange
}
