//! A mail that was copied with what stands above it: from whom, to whom, about what.

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
    let mut said = head.iter().find(is_subject).filter(|_| head.len() > 1)?.1;
    while let Some((label, rest)) = said.split_once(':')
        && ANSWERS.contains(&label.trim().to_lowercase().as_str())
    {
        said = rest.trim();
    }
    (!said.is_empty()).then_some(said)
}

/// The label of a line above a mail, and what stands after it.
fn labelled(line: &str) -> Option<(String, &str)> {
    let (label, said) = line.split_once(':')?;
    let label = label.trim().trim_matches('*').to_lowercase();
    LABELS.contains(&label.as_str()).then(|| (label, said.trim_matches(['*', ' ', '\u{a0}', '\t'])))
}
