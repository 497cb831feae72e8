//! The regions of Québec, by a word that never changes and the name they have in both languages.

use crate::core::closed_list::words;

words! {
    /// An administrative region of Québec. Source of the list: the seventeen regions that the
    /// Institut de la statistique du Québec publishes its figures by.
    Region {
        /// 08.
        AbitibiTemiscamingue,
        /// 01.
        BasSaintLaurent,
        /// 03.
        CapitaleNationale,
        /// 17.
        CentreDuQuebec,
        /// 12.
        ChaudiereAppalaches,
        /// 09.
        CoteNord,
        /// 05.
        Estrie,
        /// 11.
        GaspesieIlesDeLaMadeleine,
        /// 14.
        Lanaudiere,
        /// 15.
        Laurentides,
        /// 13.
        Laval,
        /// 04.
        Mauricie,
        /// 16.
        Monteregie,
        /// 06.
        Montreal,
        /// 10.
        NordDuQuebec,
        /// 07.
        Outaouais,
        /// 02.
        SaguenayLacSaintJean,
    }
}

impl Region {
    /// Its name: a toponym, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AbitibiTemiscamingue => "Abitibi-Témiscamingue",
            Self::BasSaintLaurent => "Bas-Saint-Laurent",
            Self::CapitaleNationale => "Capitale-Nationale",
            Self::CentreDuQuebec => "Centre-du-Québec",
            Self::ChaudiereAppalaches => "Chaudière-Appalaches",
            Self::CoteNord => "Côte-Nord",
            Self::Estrie => "Estrie",
            Self::GaspesieIlesDeLaMadeleine => "Gaspésie–Îles-de-la-Madeleine",
            Self::Lanaudiere => "Lanaudière",
            Self::Laurentides => "Laurentides",
            Self::Laval => "Laval",
            Self::Mauricie => "Mauricie",
            Self::Monteregie => "Montérégie",
            Self::Montreal => "Montréal",
            Self::NordDuQuebec => "Nord-du-Québec",
            Self::Outaouais => "Outaouais",
            Self::SaguenayLacSaintJean => "Saguenay–Lac-Saint-Jean",
        }
    }
}
