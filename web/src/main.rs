//! `sillage`: one program for the site and everything around it.

mod commands;
mod memory;

use std::process::ExitCode;

fn main() -> ExitCode {
    memory::give_back();
    serve()
}

#[tokio::main]
async fn serve() -> ExitCode {
    commands::run().await
}
