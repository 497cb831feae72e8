//! Closed lists of words: an enum whose variants have one word each, the same in
//! tables, forms and the keys of texts.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
            strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
        )]
        #[strum(serialize_all = "kebab-case")]
        pub enum $name { $($(#[$about])* $variant),* }

        impl $name {
            /// The word in tables and texts.
            pub fn word(self) -> &'static str {
                self.into()
            }
        }
    };
}

pub(crate) use words;
