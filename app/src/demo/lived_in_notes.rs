//! The notes of the demonstration, as people of a community of practice could have written them.

use domain::core::region::Region::{
    self, AbitibiTemiscamingue, BasSaintLaurent, CapitaleNationale, CoteNord, Estrie,
    GaspesieIlesDeLaMadeleine, Lanaudiere, Laurentides, Mauricie, Montreal, Outaouais,
    SaguenayLacSaintJean,
};
use domain::notes::details::Status::{self, InProgress, Stable, ToUpdate};

use super::lived_in::Readers::{self, Chosen, Everyone, Nobody};

/// One note. `by`: its author's place among the people.
pub(super) struct Written {
    pub(super) by: usize,
    pub(super) title: &'static str,
    pub(super) body: &'static str,
    pub(super) readers: Readers,
    pub(super) status: Option<Status>,
    pub(super) region: Option<Region>,
}

const fn note(by: usize, title: &'static str, body: &'static str) -> Written {
    Written { by, title, body, readers: Everyone, status: None, region: None }
}

impl Written {
    const fn that_is(self, status: Status) -> Self {
        Self { status: Some(status), ..self }
    }

    const fn about(self, region: Region) -> Self {
        Self { region: Some(region), ..self }
    }

    const fn for_whom(self, readers: Readers) -> Self {
        Self { readers, ..self }
    }
}

pub(super) const NOTES: [Written; 36] = [
    note(0, "Ouvrir le local sans y passer ses soirées",
        "Nous étions deux à avoir la clé. Depuis qu'elle est dans une boîte à code, **neuf personnes** \
         ouvrent à tour de rôle.\n\nCe qu'il a fallu écrire : où est le chauffage, qui appeler, et \
         qu'on a le droit d'oublier de passer le balai.").that_is(Stable).about(Montreal),
    note(1, "Une cuisine collective qui nourrit aussi les bénévoles",
        "On cuisinait pour quatre-vingts personnes et on soupait d'un sac de croustilles.\n\n\
         - Le repas des bénévoles est prêt **avant** le service.\n- Une personne par soir ne fait que \
         ça.\n\nDeux départs de moins cette année.").about(Mauricie),
    note(2, "Faire l'ordre du jour debout, en dix minutes",
        "Chacun colle un sujet au mur en arrivant. On garde les trois qui ont le plus de points, le \
         reste attend la prochaine fois. Personne n'a protesté depuis mars.").that_is(Stable),
    note(3, "Ce que dit le territoire quand on marche ensemble",
        "Nos rencontres de planification se font en marchant, une fois par saison. On y parle moins \
         vite, et les aînés racontent ce qui poussait là.\n\nNous écrivons au retour, jamais pendant.")
        .about(CoteNord),
    note(4, "Traduire nos mots pour qui arrive",
        "Nous disions « CA », « AGA », « volet 2 ». Une page de lexique, au mur, a suffi. La plus \
         ancienne d'entre nous a avoué qu'elle ne savait pas non plus.").that_is(Stable),
    note(5, "Réparer à plusieurs : qui tient le tournevis ?",
        "La personne qui apporte l'objet le répare. Nous, on montre. C'est plus long, et elle revient \
         aider la fois suivante.").about(Estrie),
    note(6, "Relancer par téléphone, une semaine après",
        "Un courriel de relance ramène une personne sur dix. Un appel de trois minutes en ramène \
         quatre. Nous avons cessé d'écrire.").that_is(InProgress),
    note(7, "Garder la trace d'une décision difficile",
        "Nous notons trois choses : ce qu'on a décidé, **qui n'était pas d'accord**, et quand on en \
         reparle. La deuxième ligne a calmé bien des couloirs."),
    note(8, "Jardin collectif : partager l'arrosage sans tableau",
        "Un galet peint sur la barrière : si tu arroses, tu le retournes. Voilà. Le tableau \
         partagé n'a jamais tenu jusqu'à juillet.").about(Lanaudiere),
    note(9, "Rencontre hybride : l'écran a une place à la table",
        "L'ordinateur est assis comme une personne, à hauteur des yeux, et quelqu'un est son allié. \
         Les gens en ligne parlent maintenant avant la fin.").that_is(ToUpdate),
    note(10, "Payer le transport, et le dire avant",
        "Nous remboursions, mais il fallait demander. Depuis que l'enveloppe est sur la table, des \
         gens de trois municipalités de plus viennent.").about(AbitibiTemiscamingue),
    note(11, "Une page pour dire ce qu'on ne fait pas",
        "Non, nous ne prêtons pas la remorque. Non, nous ne gardons pas les clés des voisins. La page \
         des non est la plus lue de notre carnet."),
    note(12, "Première fois que j'anime",
        "J'avais préparé deux heures, tout était dit en vingt minutes. J'ai demandé : « qu'est-ce qui \
         nous manque ? » et le reste est venu tout seul.").that_is(InProgress),
    note(0, "Fermer l'été sans perdre les gens",
        "Nous fermions en juin en disant « à septembre ». Maintenant, un pique-nique par mois, sans \
         ordre du jour. En septembre, il en manque deux au lieu de douze.").about(Laurentides),
    note(1, "Brouillon : la lettre aux voisins",
        "Chères voisines, chers voisins. Le bruit du samedi matin, c'est nous...")
        .for_whom(Chosen(&[0, 4])),
    note(2, "Compter autrement que par présences",
        "On compte les gestes : qui a accueilli, corrigé, rangé, remercié. La courbe raconte enfin ce \
         qu'on vit.").that_is(Stable).about(CapitaleNationale),
    note(3, "Commencer par la nourriture",
        "Un bouillon, du pain. Personne n'arrive plus en retard. Ce qu'on apprend avant la première \
         question n'est dans aucun compte rendu."),
    note(4, "Accompagner quelqu'un qui lit peu",
        "Je lis à voix haute, elle me dicte, je relis. À la fin, elle signe. Ce n'est pas de l'aide : \
         c'est une autre façon d'écrire.").about(BasSaintLaurent),
    note(5, "Prêter des outils : la caution qui marche",
        "Pas d'argent. On laisse **un objet à soi** sur la tablette. Tout revient, et propre.")
        .that_is(Stable),
    note(13, "Arriver au milieu d'une année",
        "Je ne connaissais personne. Une femme m'a montré où étaient les tasses, puis la liste des \
         choses à faire. J'ai choisi les tasses."),
    note(6, "Former la relève en trois samedis",
        "Premier samedi : elle regarde. Deuxième : nous faisons ensemble. Troisième : je regarde. Le \
         plus dur est de ne rien dire au troisième.").about(SaguenayLacSaintJean),
    note(7, "Ce que coûte une rencontre",
        "Douze personnes, deux heures : vingt-quatre heures de vie. Nous l'écrivons en haut de l'ordre \
         du jour. Les rencontres ont raccourci d'elles-mêmes."),
    note(8, "Semences : noter d'où elles viennent",
        "Chaque sachet dit qui, où, quelle année, et une phrase. Dans dix ans, ce sera plus précieux \
         que la graine.").that_is(InProgress).about(GaspesieIlesDeLaMadeleine),
    note(9, "Une question à la fois",
        "Nos sondages de vingt questions revenaient vides. Une question, par message, le vendredi : \
         soixante réponses."),
    note(10, "Qui parle, et combien de temps",
        "Une personne note les minutes, sans juger. On lit la feuille à la fin. Rien d'autre à faire : \
         la fois suivante est différente.").that_is(Stable).about(Outaouais),
    note(14, "Lire avant d'écrire",
        "J'ai lu trente notes avant d'en laisser une. Celle-ci dit merci à celles et ceux qui racontent \
         aussi ce qui rate."),
    note(11, "Le carnet de la chorale",
        "On y met les paroles, la date, et qui a pleuré. Les nouvelles le lisent en entier dans \
         l'autobus.").about(Estrie),
    note(0, "Se partager la demande de subvention",
        "Une personne écrit les chiffres, une autre le pourquoi, une troisième relit avec un crayon \
         rouge et le droit de tout barrer. Trois soirs au lieu de trois semaines."),
    note(1, "Garder des enfants pendant la rencontre",
        "Deux ados payés, une pièce à côté, la porte ouverte. Les parents restent jusqu'au bout, et \
         parfois les ados aussi.").that_is(Stable).about(Montreal),
    note(5, "À moi seul : ce que je n'ose pas dire",
        "Je crois que notre façon de décider fait peur aux nouveaux.").for_whom(Nobody),
    note(2, "Dire au revoir à quelqu'un qui part",
        "Un quart d'heure, trois questions : que laisses-tu, que veux-tu qu'on garde, que veux-tu qu'on \
         arrête ? La troisième est un cadeau."),
    note(3, "Deux langues dans une même rencontre",
        "Chacun parle la sienne, et on attend. Une amie résume à mi-voix. C'est plus lent, donc mieux.")
        .that_is(InProgress).about(CoteNord),
    note(4, "Un glossaire des gestes de la main",
        "Pouces, mains qui tournent, doigt levé : nous les avons dessinés. On s'est aperçus que deux \
         groupes donnaient le sens contraire au même geste."),
    note(6, "Partager une note à moitié finie",
        "Je publie à moitié, et je l'écris en haut. On m'a corrigé deux chiffres et donné un exemple. \
         Seule, j'aurais attendu un an.").that_is(InProgress),
    note(8, "Compost de rue : ce qui attire les ratons",
        "Pas la viande : le couvercle mal remis. Une pierre plate a réglé l'affaire, et la bataille de \
         courriels.").that_is(ToUpdate).about(Montreal),
    note(9, "Notre charte tient sur un carton",
        "Écouter jusqu'au bout. Dire « je ». Finir à l'heure. Le reste, on l'a oublié, et il ne manque \
         pas.").that_is(Stable).about(CapitaleNationale),
];
