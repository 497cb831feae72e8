//! `sillage`: one program for the site and everything around it.

mod cli;

use std::process::ExitCode;

/// Gives back to the system what a costly page has used: the system's own allocator keeps,
/// for each thread, the most it ever had.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    cli::run().await
}
