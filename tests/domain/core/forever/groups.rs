//! Events of conversations, of people and of communities, as they were ever written.

pub(super) const WRITTEN: &[(&str, &str)] = &[
    (
        "conversation",
        r#"{"MessageSent":{"note":"n1","reader":"omar","by":"omar","content":"c19"}}"#,
    ),
    ("conversation", r#"{"Settled":{"note":"n1","reader":"omar","by":"lea"}}"#),
    ("conversation", r#"{"Ended":{"note":"n1","reader":"omar","by":"lea"}}"#),
    ("person", r#"{"Arrived":{"person":"omar"}}"#),
    ("person", r#"{"AccountClaimed":{"person":"omar"}}"#),
    ("person", r#"{"FacilitatorNamed":{"person":"lea"}}"#),
    ("person", r#"{"ModeratorNamed":{"person":"lea","by":null}}"#),
    ("person", r#"{"ModeratorDismissed":{"person":"lea","by":"omar"}}"#),
    (
        "community",
        r#"{"Founded":{"community":"g1","by":"lea","content":"c20","admission":"OnRequest","spread":"Mixed"}}"#,
    ),
    (
        "community",
        r#"{"Described":{"community":"g1","by":"lea","part":"Mandate","content":"c21"}}"#,
    ),
    ("community", r#"{"ReviewSet":{"community":"g1","by":"lea","on":"2027-03-01"}}"#),
    ("community", r#"{"ReviewSet":{"community":"g1","by":"lea","on":null}}"#),
    ("community", r#"{"AdmissionSet":{"community":"g1","by":"lea","admission":"ByLink"}}"#),
    ("community", r#"{"SpreadSet":{"community":"g1","by":"lea","spread":"Local"}}"#),
    ("community", r#"{"StewardNamed":{"community":"g1","by":"lea","person":"omar"}}"#),
    ("community", r#"{"StewardDismissed":{"community":"g1","by":"lea","person":"omar"}}"#),
    ("community", r#"{"Ended":{"community":"g1","by":"lea"}}"#),
    ("community", r#"{"Reopened":{"community":"g1","by":"lea"}}"#),
    ("membership", r#"{"Joined":{"community":"g1","person":"omar"}}"#),
    ("membership", r#"{"Asked":{"community":"g1","person":"omar","content":"c22"}}"#),
    ("membership", r#"{"Asked":{"community":"g1","person":"omar","content":null}}"#),
    ("membership", r#"{"Withdrawn":{"community":"g1","person":"omar"}}"#),
    ("membership", r#"{"Admitted":{"community":"g1","person":"omar","by":"lea"}}"#),
    ("membership", r#"{"Declined":{"community":"g1","person":"omar","by":"lea"}}"#),
    ("membership", r#"{"Left":{"community":"g1","person":"omar"}}"#),
    ("membership", r#"{"Removed":{"community":"g1","person":"omar","by":"lea"}}"#),
];
