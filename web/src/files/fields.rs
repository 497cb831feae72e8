//! What is said of a file: what it is called, what is to be seen in it, who can be recognised.

use domain::files::file::Faces;
use maud::{Markup, html};
use strum::VariantArray as _;

use crate::shell::form::Form;
use crate::shell::parts::field::Line;
use crate::shell::voice::Voice;

/// What a form says of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub description: String,
    /// `None`: nobody said.
    pub faces: Option<Faces>,
}

impl Words {
    pub(super) fn from(form: &Form) -> Self {
        let description = form.get("description").to_owned();
        Self { description, faces: form.get("faces").parse().ok() }
    }

    /// The fields.
    pub(super) fn show(&self, voice: &Voice, refused: Option<&str>) -> Markup {
        let (label, help) = (voice.say("file-description"), voice.say("file-description-help"));
        let line = Line {
            help: Some(&help),
            optional: true,
            notice: refused,
            ..Line::new("description", &label, &self.description)
        };
        html! {
            (line.show())
            fieldset.choices {
                legend { (voice.say("file-faces")) }
                @for faces in Faces::VARIANTS {
                    label.check {
                        input type="radio" name="faces" value=(faces.word()) checked[self.faces == Some(*faces)];
                        span { (voice.say(&format!("faces-{}", faces.word()))) }
                    }
                }
            }
        }
    }
}
