//! What strangers and guests try, and what it gets them. Each test bears the name of the fault
//! it keeps away.

mod accounts;
mod doors;
mod forms;
mod pictures;
mod scribes;
mod server;
