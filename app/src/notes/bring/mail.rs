//! What stands above a text: who sent a mail, to whom, about what; the settings of a file of
//! Markdown.

use domain::prose::text;

/// What the lines above a mail begin with, in small letters.
const LABELS: [&str; 16] = [
    "de",
    "from",
    "expéditeur",
    "à",
    "to",
    "destinataire",
    "cc",
    "cci",
    "bcc",
    "date",
    "envoyé",
    "sent",
    "objet",
    "subject",
    "sujet",
    "répondre à",
];

/// Those of them that say what it is about.
const SUBJECTS: [&str; 3] = ["objet", "subject", "sujet"];

/// What programs put before a subject when they answer, or pass a mail on.
const ANSWERS: [&str; 6] = ["re", "ré", "tr", "fw", "fwd", "rép"];

/// What a mail is about, if a text is one: two lines at least above it say what they are.
pub(super) fn subject(text: &str) -> Option<&str> {
    let lines = text.lines().map(str::trim).skip_while(|line| line.is_empty());
    let head: Vec<(String, &str)> = lines.map_while(labelled).collect();
    let is_subject = |(label, _): &&(String, &str)| SUBJECTS.contains(&label.as_str());
    let mut words = head.iter().find(is_subject).filter(|_| head.len() > 1)?.1;
    while let Some((label, rest)) = words.split_once(':')
        && ANSWERS.contains(&label.trim().to_lowercase().as_str())
    {
        words = rest.trim();
    }
    (!words.is_empty()).then_some(words)
}

/// The label of a line above a mail, and what stands after it.
fn labelled(line: &str) -> Option<(String, &str)> {
    let (label, value) = line.split_once(':')?;
    let label = label.trim().trim_matches('*').to_lowercase();
    LABELS
        .contains(&label.as_str())
        .then(|| (label, value.trim_matches(['*', ' ', '\u{a0}', '\t'])))
}

/// The most lines of settings.
const SETTINGS_MAX: usize = 60;

/// The settings above a file of Markdown, between two lines `---`: the title they say, and the
/// text with them after it, as code: nobody reads them as words.
pub(super) fn front_matter(body: &str) -> Option<(Option<String>, String)> {
    let rest = body.trim_start_matches(['\n', ' ']).strip_prefix("---\n")?;
    let settings: Vec<&str> =
        rest.lines().take(SETTINGS_MAX).take_while(|line| line.trim_end() != "---").collect();
    let length: usize = settings.iter().map(|line| line.len() + 1).sum();
    let after = rest.get(length..)?.strip_prefix("---")?;
    let is_setting = |line: &&str| {
        let (key, _) = line.split_once(':').unwrap_or_default();
        line.starts_with([' ', '-', '#'])
            || line.trim().is_empty()
            || !key.is_empty()
                && key.chars().all(|sign| sign.is_alphanumeric() || "-_".contains(sign))
    };
    if settings.is_empty() || !settings.iter().all(is_setting) {
        return None;
    }
    let title = settings.iter().find_map(|line| line.strip_prefix("title:"));
    let title = title.map(|title| text::short_title(title.trim().trim_matches(['"', '\''])));
    let text = format!("{}\n\n```yaml\n{}\n```\n", after.trim(), settings.join("\n"));
    Some((title.filter(|title| !title.is_empty()), text))
}
