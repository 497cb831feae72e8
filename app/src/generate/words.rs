//! Sentences of people who learn together, to be put one after another.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::RngCore as _;

const FIRST: [&str; 40] = [
    "Léa",
    "Omar",
    "Marie-Soleil",
    "Ahmed",
    "Rosalie",
    "Jo",
    "Camille",
    "Nadia",
    "Étienne",
    "Fatou",
    "Guylaine",
    "Hugo",
    "Inès",
    "Jean-Marc",
    "Kateri",
    "Louise",
    "Mehdi",
    "Noémie",
    "Olivier",
    "Patricia",
    "Quentin",
    "Rachid",
    "Sophie",
    "Thierry",
    "Ursule",
    "Viviane",
    "William",
    "Xavier",
    "Yasmine",
    "Zoé",
    "Aïcha",
    "Benoît",
    "Chloé",
    "Diego",
    "Élise",
    "Florence",
    "Gabriel",
    "Hélène",
    "Ismaël",
    "Josée",
];

const LAST: [&str; 30] = [
    "Tremblay",
    "Gagnon",
    "Roy",
    "Côté",
    "Bouchard",
    "Gauthier",
    "Morin",
    "Lavoie",
    "Fortin",
    "Gagné",
    "Ouellet",
    "Pelletier",
    "Bélanger",
    "Lévesque",
    "Bergeron",
    "Leblanc",
    "Paquette",
    "Girard",
    "Simard",
    "Boucher",
    "Diallo",
    "Nguyen",
    "Haddad",
    "Awashish",
    "Benali",
    "Costa",
    "Pierre",
    "Kistabish",
    "Traoré",
    "Castillo",
];

const WHAT: [&str; 16] = [
    "le tour de table",
    "l'accueil des nouvelles personnes",
    "la prise de notes à plusieurs",
    "le jardin collectif",
    "la cuisine partagée",
    "le calendrier des rencontres",
    "l'atelier de réparation",
    "le prêt d'outils",
    "la relecture à deux",
    "le marché du samedi",
    "la veille entre collègues",
    "le compostage de la rue",
    "la chorale du quartier",
    "le covoiturage",
    "la boîte à questions",
    "le journal de bord",
];

const OPENING: [&str; 12] = [
    "Ce que nous a appris",
    "Recommencer",
    "Faire durer",
    "Trois saisons avec",
    "Quand on simplifie",
    "Ce qui a changé avec",
    "Petit guide pour",
    "Nos essais avec",
    "Ce que je referais pour",
    "Une année de",
    "Partager",
    "Ne pas porter seul·e",
];

const CONTEXT: [&str; 12] = [
    "Nous étions une dizaine, et presque personne ne se connaissait.",
    "L'idée venait d'une voisine, qui en avait assez de tout porter.",
    "Le local était prêté un soir par semaine, sans chauffage l'hiver.",
    "On nous avait dit que cela ne marcherait pas ici.",
    "Le financement venait de s'arrêter; il restait les gens.",
    "Une moitié du groupe était en ligne, l'autre dans la salle.",
    "Nous avions copié ce que faisait un autre village.",
    "La première rencontre a duré trois heures, et rien n'a été décidé.",
    "Les plus anciens en avaient vu d'autres, et le disaient.",
    "C'était la fin de l'été, tout le monde était déjà fatigué.",
    "Il n'y avait ni budget ni calendrier, seulement une envie.",
    "Deux organismes voulaient la même chose sans se parler.",
];

const DONE: [&str; 14] = [
    "écrire ce qu'on attend de chaque personne, en une ligne",
    "commencer par cinq minutes de silence",
    "laisser une chaise vide pour qui arrive en retard",
    "noter les désaccords sans les résoudre tout de suite",
    "changer d'animation à chaque rencontre",
    "afficher le calendrier là où les gens passent",
    "appeler, au lieu d'écrire, les personnes absentes",
    "garder un seul document, que tout le monde peut corriger",
    "finir à l'heure, même au milieu d'une phrase",
    "demander à quelqu'un d'autre de raconter ce qu'il a compris",
    "payer le transport des personnes qui viennent de loin",
    "faire un essai d'un mois avant de décider",
    "traduire les mots du métier pour les nouvelles personnes",
    "remercier par écrit, et nommer ce qui a aidé",
];

const LEARNT: [&str; 12] = [
    "Ce qui compte n'est pas la méthode, c'est qu'on puisse la raconter.",
    "Les personnes discrètes parlent quand on leur laisse dix secondes de plus.",
    "Un outil que deux personnes comprennent vaut mieux qu'un meilleur que personne n'ouvre.",
    "On a perdu un mois à vouloir l'accord de tout le monde.",
    "Rien de cela n'aurait tenu sans la personne qui range les chaises.",
    "La deuxième fois est plus difficile que la première: personne n'est curieux.",
    "Il faut écrire le jour même; le lendemain on arrondit les angles.",
    "Nous avons cessé de compter les présences, et elles ont augmenté.",
    "Le plus utile a été de dire non à la moitié des idées.",
    "Quand ça va mal, on revient à ce qui était écrit au début.",
    "Il manquait surtout quelqu'un pour accueillir, à la porte.",
    "Nous le referions, en moins grand.",
];

fn one<'t>(of: &[&'t str], chance: u32) -> &'t str {
    of[chance as usize % of.len()]
}

/// The name somebody goes by; the first ones have no other of the same.
pub(super) fn name(number: u32, chance: u32) -> String {
    let first = one(&FIRST, number);
    if (number as usize) < FIRST.len() {
        return first.to_owned();
    }
    format!("{first} {}", one(&LAST, chance))
}

/// What a workshop is called.
pub(super) fn workshop(chance: u32) -> String {
    let (what, when) = (one(&WHAT, chance), chance / 16 % 12 + 1);
    format!("Autour de {what}, rencontre {when}").replace("de le ", "du ")
}

/// The title of a note and its text, in Markdown.
pub(super) fn note(chance: &mut ChaCha8Rng, region: &str) -> (String, String) {
    let mut next = |of: &[&'static str]| one(of, chance.next_u32());
    let (opening, what) = (next(&OPENING), next(&WHAT));
    let title = format!("{opening} {what}").replace("de le ", "du ");
    let tried = [next(&DONE), next(&DONE), next(&DONE)];
    let body = format!(
        "## Le contexte\n\n{} Cela a commencé par {what} (région : {region}).\n\n\
         ## Ce que nous avons fait\n\n- {};\n- {};\n- {}.\n\n\
         ## Ce que j'ai appris\n\n{} {}\n",
        next(&CONTEXT),
        tried[0],
        tried[1],
        tried[2],
        next(&LEARNT),
        next(&LEARNT),
    );
    (title, body)
}
