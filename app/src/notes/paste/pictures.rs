//! What is said of pictures by machines, and by nobody who wrote.

/// What word processors say of a picture that nobody described.
const SAID: [&str; 8] = [
    "description générée automatiquement",
    "description automatically generated",
    "le contenu généré par l",
    "ai-generated content may be incorrect",
    "une image contenant",
    "image contenant",
    "a picture containing",
    "a screenshot of a",
];

/// How names of files of pictures end.
const FILES: [&str; 11] =
    [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".heic", ".tif", ".emf", ".wmf"];

/// Whether the words of a picture are those of a machine, or the name of its file.
pub(super) fn is_of_a_machine(words: &str) -> bool {
    let words = words.trim().to_lowercase().replace('’', "'");
    SAID.iter().any(|it| words.contains(it)) || FILES.iter().any(|end| words.ends_with(end))
}
