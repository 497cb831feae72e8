//! Cells of tables that spreadsheets open.

/// A cell that is never a formula for the program that opens it.
pub fn safe(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if risky { format!("'{text}") } else { text.to_owned() }
}
