### Mes données

own-title = Mes données
own-lead = Voici tout ce que le site sait de vous. Vous pouvez le lire, l'emporter, et l'effacer.
own-who = Qui je suis ici
own-name = Nom :
own-address = Courriel :
own-account = Compte :
own-account-yes = oui
own-account-no = non, une place d'invité·e
own-zone = Les heures que vous lisez :
own-moderator = Vous veillez sur le commun.
own-none = aucun
own-change = Changer mon nom, mon adresse ou mon mot de passe
own-kept = Ce qui est gardé
own-acts = { $n ->
    [0] Rien de ce que vous avez fait
    [one] Une chose faite ici
   *[other] { $count } choses faites ici
}
own-more = Voir la suite
own-take = Emporter mes données
own-take-help = La page se lit dans un navigateur. L'autre fichier est fait pour un programme : il porte aussi vos photos, vos fichiers, vos lectures et le détail de chaque geste.
own-take-page = Une page à lire
own-take-file = Un fichier JSON
own-leave = Partir
own-leave-name = Retirer mon nom
own-leave-all = Tout effacer
own-done-name = Votre nom ne paraît plus nulle part.
own-done-readings = Vos lectures sont oubliées.
own-done-stay = Rien n'est effacé. Votre nom et vos notes sont revenus.

own-held-people = Ce qui vous décrit
own-held-sessions = { $n ->
    [one] Un appareil où vous êtes reconnu·e
   *[other] { $count } appareils où vous êtes reconnu·e
}
own-held-one-time-links = { $n ->
    [one] Un lien à usage unique
   *[other] { $count } liens à usage unique
}
own-held-mailed-codes = { $n ->
    [one] Un code envoyé par courriel
   *[other] { $count } codes envoyés par courriel
}
own-held-community-visits = { $n ->
    [one] Quand vous avez regardé une communauté
   *[other] Quand vous avez regardé { $count } communautés
}
own-held-known-devices = { $n ->
    [one] Un appareil qui s'est connecté à votre compte
   *[other] { $count } appareils qui se sont connectés à votre compte
}
own-held-role-links = { $n ->
    [one] Un rôle pris dans un atelier avec un lien
   *[other] { $count } rôles pris dans un atelier avec un lien
}
own-held-note-invitations = { $n ->
    [one] Une invitation à écrire une note à plusieurs
   *[other] { $count } invitations à écrire une note à plusieurs
}
own-held-presence = { $n ->
    [one] L'étape où vous en étiez dans un atelier
   *[other] L'étape où vous en étiez dans { $count } ateliers
}
own-held-files = { $n ->
    [one] Un fichier
   *[other] { $count } fichiers
}
own-held-photos = { $n ->
    [one] Une photo
   *[other] { $count } photos
}
own-held-letters = { $n ->
    [one] Une lettre de nouvelles
   *[other] { $count } lettres de nouvelles
}
own-held-drafts = { $n ->
    [one] Un texte pas encore enregistré
   *[other] { $count } textes pas encore enregistrés
}
own-held-commands = { $n ->
    [one] Un numéro de formulaire, pour ne rien faire deux fois
   *[other] { $count } numéros de formulaires, pour ne rien faire deux fois
}

own-column-name = Nom :
own-column-email = Courriel vérifié :
own-column-login = Courriel pour se connecter :
own-column-language = Langue :
own-column-email-proved = Adresse vérifiée (1 : oui) :
own-column-account = Compte (1 : oui) :
own-column-facilitator = Anime des ateliers (1 : oui) :
own-column-created-at = Depuis :
own-column-expires-at = Jusqu'au :
own-column-device = Appareil :
own-column-workshop = Atelier :
own-column-purpose = Pour :
own-column-seen-at = Vu le :
own-column-role = Rôle :
own-column-step = Étape :
own-column-step-at = Depuis le :
own-column-file = Fichier :
own-column-media-type = Genre :
own-column-length = Poids, en octets :
own-column-photo = Photo :
own-column-kind = Sorte :
own-column-sent-at = Préparée le :
own-column-left-at = Partie le :
own-column-note = Note :
own-column-title = Titre :
own-column-body = Texte :
own-column-saved-at = Gardé le :
own-column-command-id = Numéro :
own-column-moderator = Veille sur le commun (1 : oui) :
own-column-zone = Heures lues :
own-column-moved-at = Remplacé le :
own-column-reads = Pour lire seulement (1 : oui) :
own-column-input-at = Dernière touche :
own-column-unsent = Gestes pas encore partis :
own-column-flips = Changements d'étape :
own-column-flips-at = Changements comptés depuis :
own-column-asked-at = On vous a demandé si tout allait, le :
own-column-quiet-to = Tranquille jusqu'au :
own-column-own = De sa propre page (1 : oui) :
own-column-given-up-at = Abandonnée le :
own-column-base = Version de départ :
own-column-at = Le :

own-acts-title = Ce que j'ai fait ici
own-acts-empty = Rien encore.

own-readings-title = Ce que j'ai lu
own-readings-lead = Vous seul·e pouvez ouvrir cette page. Ailleurs, une lecture n'est qu'un nombre.
own-readings-empty = Aucune lecture ici.
own-readings-gone = Une note qui n'est plus partagée
own-readings-erase = Oublier mes lectures
own-readings-erase-help = Les nombres de lectures et d'appréciations restent justes. Plus rien ne dira lesquelles étaient les vôtres, et vous ne pourrez plus retirer une appréciation donnée.
own-readings-erase-button = Oublier mes lectures

own-lookers-title = Qui a vu mon nom dans un bilan
own-lookers-lead = La personne qui anime peut revoir le déroulement d'un atelier avec les noms. Elle le sait, et vous aussi : le voici.
own-lookers-empty = Personne n'a regardé avec les noms.

own-photos-title = Mes photos
own-photos-empty = Aucune photo.
own-photos-alt = Photo { $count }
photo-delete = Effacer cette photo

erase-said-lead = Le passage disparaîtra de tout ce qui s'est dit ici (prise de notes, annonces, présentations, objectifs, mots d'au revoir, ce qu'on dit des fichiers) et de la synthèse. Personne ne pourra le retrouver.
erase-said-found = { $n ->
    [0] Rien de ce qui s'est dit ici ne contient ces mots.
    [one] Un texte contient ces mots :
   *[other] { $count } textes contiennent ces mots :
}

own-consents-title = Mes accords
own-consents-lead = Rien n'est accepté d'avance. Changez d'avis quand vous voulez.
own-consents-empty = On ne vous a rien demandé encore.
own-consent-given = Vous êtes d'accord.
own-consent-not-given = Vous n'êtes pas d'accord.
own-consent-yes = d'accord
own-consent-no = plus d'accord
own-consent-give = Je suis d'accord
own-consent-take-back = Je ne suis plus d'accord

unsign-lead = Vos textes restent, sans signature.
unsign-texts = Votre nom disparaît des notes, des historiques, des listes, des lettres, des fils et des écrans.
unsign-others = Il disparaît aussi des synthèses qui vous citent. Si quelqu'un l'a écrit dans sa propre note, demandez-lui de le retirer.
unsign-again = Vous gardez vos notes. Si vous choisissez un autre nom plus tard, il signera tout de nouveau.
unsign-button = Retirer mon nom

leaving-title = Vous partez
leaving-due = Tout sera effacé le { $when }. D'ici là, vous pouvez rester.
leaving-undo = Rester, et tout retrouver
leave-lead = Vous pouvez partir sans donner de raison.
leave-goes = Sont effacés : votre nom, votre adresse, votre mot de passe, vos quatre mots, vos appareils, vos brouillons, vos photos, vos lectures.
leave-stays = Restent, sans votre nom : ce que d'autres ont écrit, les synthèses, le titre des ateliers que vous avez préparés, le nom des communautés et des rencontres, les mandats et leurs heures, et ce que vous avez écrit dans les notes des autres, ou à plusieurs. Une note effacée part avec toutes ses versions et ce qu'on y proposait ; les mercis restent.
leave-days = Votre nom et vos notes disparaissent tout de suite, sauf d'une synthèse qui vous cite, où votre nom s'efface au septième jour. Pendant sept jours, vous pouvez revenir et tout retrouver. Ensuite, plus personne ne le pourra.
leave-texts = Et mes textes ?
leave-texts-none = Les effacer tous
leave-texts-all = Les laisser tous, sans mon nom
leave-texts-some = Laisser seulement ceux que je choisis plus bas
leave-texts-which = Les notes à laisser, sans mon nom
leave-sure = Oui, je veux partir.
leave-button = Tout effacer
leave-reference = Une référence est un numéro, sans espace ni nom, d'au plus quarante signes.
leave-reference-help = Par exemple : 2026-11-29/3.
leave-confirm = Cochez « Oui, je veux partir » pour continuer.

### Ce qui est enregistré

recorded-title = Ce qui est enregistré
recorded-1 = Chaque geste est gardé comme un événement : lire, aimer, remercier, écrire, modifier. Un événement ne porte jamais de nom, d'adresse ni de courriel.
recorded-2 = Votre nom et votre courriel sont gardés à part. « Mes données », dans votre coin, les montre, vous les donne et les efface.
recorded-3 = Vos lectures sont comptées sous un pseudonyme différent pour chaque note, avec la dernière version lue, pour vous dire ce qui a changé depuis. Personne ne voit qui lit quoi.
recorded-4 = Vos brouillons ne sont lisibles que par vous, et par qui vous invitez à les écrire. La personne qui anime voit les étapes, jamais les brouillons.
recorded-5 = Six témoins de connexion (cookies) au plus : votre session, votre appareil (donné au premier « J'ai lu » ou « J'aime », pour qu'il ne compte qu'une fois), votre téléphone (pour qu'un formulaire d'entrée renvoyé n'ouvre que chez vous, et que votre compte reconnaisse cet appareil), le dernier geste que vous avez fait (pour que la page suivante le montre), les liens de notes que vous avez ouverts (effacés quand vous vous déconnectez) et votre langue. Lire ne donne aucun témoin.
recorded-6 = Aucune page ne demande rien à un autre site.
recorded-times = Combien de temps
recorded-time-departures = Quand on demande à tout effacer : { $count } jours pour changer d'avis, puis plus rien.
recorded-time-minors = Ateliers avec des moins de 14 ans : les noms et les brouillons sont effacés { $count } jours après la fin. Les notes publiées restent, sans nom.
recorded-time-minors-unclosed = Si personne ne ferme un tel atelier : { $count } jours après la dernière visite de chaque personne.
recorded-time-commands = Les numéros de formulaires, pour ne rien faire deux fois : { $count } jours.
recorded-time-sessions = Un appareil où vous êtes reconnu·e : { $count } jours après votre dernière visite.
recorded-time-presence = L'étape où vous en étiez dans un atelier : { $count } jours.
recorded-time-letters = Quelles lettres de nouvelles vous ont été envoyées : { $count } jours.
recorded-time-drafts = Les brouillons d'un·e invité·e qui n'est plus venu·e : { $count } jours, puis ils sont effacés.
recorded-time-devices = Les appareils connus d'un compte : { $count } jours.
recorded-copies = Les copies de secours gardent un temps ce qui a été effacé depuis. Si l'une d'elles sert un jour, le site efface de nouveau tout ce qui l'avait été.

### Ce qui s'est passé, en une phrase

act-note-drafted = Vous avez commencé une note.
act-note-revised = Vous avez changé une note.
act-note-published = Vous avez publié une note, ou changé qui peut la lire.
act-note-withdrawn = Vous avez retiré une note.
act-note-variant-parked = Votre texte en a croisé un autre : il a été mis de côté.
act-note-variant-settled = Vous avez réglé un texte mis de côté.
act-note-suggestion-made = Vous avez proposé un changement.
act-note-suggestion-accepted = Vous avez accepté un changement proposé.
act-note-suggestion-declined = Vous avez écarté un changement proposé.
act-note-revision-named = Vous avez nommé une version.
act-note-revision-unnamed = Vous avez retiré le nom d'une version.
act-note-revision-hidden = Vous avez masqué une version.
act-note-revision-shown = Vous avez montré de nouveau une version.
act-note-passage-erased = Vous avez effacé un passage.
act-note-author-joined = Vous écrivez une note avec d'autres.
act-note-author-joined-for-me = Quelqu'un a accepté d'écrire une note avec vous.
act-note-author-left = Vous n'écrivez plus une note.
act-note-author-left-for-me = Quelqu'un n'écrit plus une note avec vous.
act-note-shared = Vous laissez quelqu'un lire une note.
act-note-shared-for-me = Quelqu'un vous laisse lire une note.
act-note-unshared = Vous ne partagez plus une note avec quelqu'un.
act-note-unshared-for-me = Quelqu'un ne partage plus une note avec vous.
act-note-opened = Vous laissez les personnes qui ont un compte changer une note.
act-note-closed = Vous gardez une note à celles et ceux qui l'écrivent.
act-note-described = Vous avez rempli la fiche d'une note.
act-note-authorship-asked = Vous demandez à écrire une note.
act-note-authorship-declined = Vous n'acceptez pas quelqu'un pour écrire une note.
act-note-authorship-declined-for-me = Votre demande d'écrire une note n'a pas été retenue.
act-conversation-message-sent = Vous avez écrit un message à propos d'une note.
act-conversation-message-sent-for-me = On vous a écrit un message à propos d'une note.
act-conversation-settled = Vous n'avez rien à répondre à un message.
act-conversation-settled-for-me = Votre message à propos d'une note n'attend plus de réponse.
act-conversation-ended = Vous avez mis fin à une conversation.
act-conversation-ended-for-me = Une conversation à propos d'une note est terminée.
act-thanks-given = Vous avez remercié quelqu'un.
act-thanks-given-for-me = On vous a remercié·e.
act-thanks-revision-thanked = Vous avez remercié quelqu'un pour une version.
act-thanks-revision-thanked-for-me = On vous a remercié·e pour une version.
act-workshop-prepared = Vous avez préparé un atelier.
act-workshop-opened = Vous avez ouvert un atelier.
act-workshop-closed = Vous avez terminé un atelier.
act-workshop-places-added = Vous avez ajouté des places à un atelier.
act-workshop-entered = Vous êtes entré·e dans un atelier.
act-workshop-arranged = Vous avez changé le déroulement d'un atelier.
act-workshop-detailed = Vous avez changé les détails d'un atelier.
act-workshop-renamed = Vous avez changé le titre d'un atelier.
act-workshop-tone-set = Vous avez choisi comment un atelier s'adresse aux gens.
act-workshop-role-taken = Vous avez pris un rôle dans un atelier.
act-workshop-role-ended = Vous avez mis fin à un rôle dans un atelier.
act-workshop-role-ended-for-me = Votre rôle dans un atelier a pris fin.
act-workshop-mandate-set = Vous avez noté le mandat d'un rôle.
act-workshop-waited = Vous avez attendu à la porte d'un atelier.
act-workshop-admitted = Vous avez fait entrer quelqu'un.
act-workshop-admitted-for-me = On vous a fait entrer dans un atelier.
act-workshop-door-set = Vous avez réglé la porte d'un atelier.
act-workshop-sent-out = Vous avez fait sortir quelqu'un.
act-workshop-sent-out-for-me = On vous a fait sortir d'un atelier.
act-workshop-dismissed = Vous n'avez pas fait entrer quelqu'un qui attendait.
act-workshop-dismissed-for-me = On ne vous a pas fait entrer dans un atelier.
act-workshop-brought-back = Vous avez fait revenir quelqu'un.
act-workshop-brought-back-for-me = On vous a fait revenir dans un atelier.
act-workshop-merged = Vous avez réuni les deux appareils d'une personne.
act-workshop-merged-for-me = Vos deux appareils ont été réunis.
act-workshop-item-started = Vous avez commencé un moment d'un atelier.
act-workshop-item-extended = Vous avez prolongé un moment d'un atelier.
act-workshop-pace-set = Vous avez choisi jusqu'où va un atelier.
act-workshop-announced = Vous avez fait une annonce.
act-workshop-words-erased = Vous avez effacé un passage de ce qui s'est dit dans un atelier.
act-workshop-names-seen = Vous avez regardé un atelier avec les noms.
act-workshop-story-shown = Vous avez montré à tout le monde le récit d'un atelier.
act-workshop-story-hidden = Vous ne montrez plus le récit d'un atelier.
act-workshop-scene-shown = Vous avez choisi ce que montre l'écran.
act-workshop-concluded = Vous avez conclu un atelier.
act-workshop-synthesis-begun = Vous avez commencé la synthèse d'un atelier.
act-participation-door-chosen = Vous avez choisi comment commencer.
act-participation-step-completed = Vous avez terminé une étape.
act-participation-hand-raised = Vous avez levé la main.
act-participation-hand-lowered = La main est baissée.
act-participation-sketched = Vous vous êtes présenté·e.
act-participation-reaction-given = Vous avez répondu à une note d'un mot.
act-participation-consent-recorded = Vous avez donné ou retiré un accord.
act-participation-help-claimed = Vous êtes allé·e aider quelqu'un.
act-participation-help-claimed-for-me = Quelqu'un vient vous aider.
act-participation-help-released = Vous avez laissé quelqu'un d'autre aider.
act-participation-help-released-for-me = La personne qui venait vous aider a laissé sa place.
act-participation-hand-postponed = Vous avez remis une main levée à plus tard.
act-participation-hand-postponed-for-me = On vous a dit qu'on viendrait plus tard.
act-participation-encouraged = Vous avez encouragé quelqu'un.
act-participation-encouraged-for-me = On vous a encouragé·e.
act-participation-scribe-named = Vous avez demandé à quelqu'un d'écrire pour vous.
act-participation-scribe-named-for-me = On vous a demandé d'écrire pour quelqu'un.
act-participation-scribe-ended = Plus personne n'écrit pour vous.
act-participation-scribe-ended-for-me = Vous n'écrivez plus pour quelqu'un.
act-participation-objective-stated = Vous avez dit un objectif.
act-participation-objective-told = Vous avez dit où en est un objectif.
act-participation-draft-shown = Vous avez montré votre brouillon à qui vous aide.
act-participation-draft-hidden = Vous avez caché votre brouillon.
act-participation-step-proposed = Vous avez proposé une étape à quelqu'un.
act-participation-step-proposed-for-me = On vous a proposé une étape.
act-participation-wall-asked = Vous avez demandé à montrer une note à l'écran.
act-participation-wall-asked-for-me = On vous a demandé si votre note peut aller à l'écran.
act-participation-wall-answered = Vous avez répondu pour l'écran.
act-participation-farewell-said = Vous avez dit au revoir.
act-item-captured = Vous avez noté une ligne de la prise de notes.
act-item-reworded = Vous avez redit une ligne de la prise de notes.
act-item-retyped = Vous avez changé la sorte d'une ligne de la prise de notes.
act-item-attributed = Vous avez dit de qui est une ligne de la prise de notes.
act-item-attributed-for-me = Une ligne de la prise de notes a été dite de vous.
act-item-linked = Vous avez dit d'où vient une ligne de la prise de notes.
act-item-merged-into = Vous avez réuni deux lignes de la prise de notes.
act-item-dropped = Vous avez laissé une ligne de la prise de notes de côté.
act-item-restored = Vous avez repris une ligne de la prise de notes.
act-review-asked = Vous avez demandé une relecture.
act-review-paired = On vous a confié une note à relire.
act-review-given = Vous avez relu une note.
act-review-withdrawn = Vous ne demandez plus de relecture.
act-review-returned = Vous avez laissé une note à relire à quelqu'un d'autre.
act-link-linked = Vous avez dit que deux notes vont ensemble.
act-link-unlinked = Vous avez séparé deux notes.
act-person-arrived = Vous êtes arrivé·e.
act-person-account-claimed = Vous avez créé un compte.
act-person-facilitator-named = Vous pouvez animer des ateliers.
act-person-moderator-named = Vous veillez sur le commun.
act-person-moderator-named-for-me = Quelqu'un que vous avez invité veille sur le commun.
act-person-moderator-dismissed = Vous avez dit que quelqu'un ne veille plus sur le commun.
act-person-moderator-dismissed-for-me = Vous ne veillez plus sur le commun.
act-person-name-withdrawn = Vous avez retiré votre nom.
act-person-readings-erased = Vous avez fait oublier vos lectures.
act-person-erasure-asked = Vous avez demandé à tout effacer.
act-person-erasure-undone = Vous êtes resté·e.
act-person-erased = Tout a été effacé.
act-note-passage-restored = Vous avez remis un passage effacé.
act-moderation-reported = Vous avez signalé une note.
act-moderation-report-answered = Vous avez répondu à un signalement.
act-moderation-erasure-proposed = Vous avez demandé d'effacer un passage.
act-moderation-erasure-agreed = Vous avez accepté d'effacer un passage.
act-moderation-erasure-dropped = Vous avez laissé un passage comme il est.
act-moderation-erasure-undone = Vous avez remis un passage.
act-moderation-erasure-finished = Un passage est effacé pour de bon.
act-moderation-hiding-answered = Vous avez répondu à qui a masqué une version.
recorded-time-erasures = Un passage effacé peut revenir pendant { $count } jours ; ensuite, plus personne ne le retrouve.
erase-not-yours = Seules les personnes qui ont décidé peuvent revenir dessus
erase-changed = Le texte a changé depuis
erase-nothing = Rien ne contient ce passage
act-community-founded = Vous avez commencé une communauté.
act-community-described = Vous avez changé ce qu'une communauté dit d'elle-même.
act-community-review-set = Vous avez choisi quand revoir le mandat d'une communauté.
act-community-admission-set = Vous avez choisi comment on entre dans une communauté.
act-community-spread-set = Vous avez dit où sont les gens d'une communauté.
act-community-steward-named = Vous avez nommé une personne responsable d'une communauté.
act-community-steward-named-for-me = Vous vous occupez d'une communauté.
act-community-steward-dismissed = Vous avez changé qui s'occupe d'une communauté.
act-community-steward-dismissed-for-me = Vous ne vous occupez plus d'une communauté.
act-community-ended = Vous avez terminé une communauté.
act-community-reopened = Vous avez repris une communauté.
act-membership-joined = Vous êtes entré·e dans une communauté.
act-membership-asked = Vous avez demandé à entrer dans une communauté.
act-membership-withdrawn = Vous avez retiré une demande d'entrée.
act-membership-admitted = Vous avez accueilli quelqu'un dans une communauté.
act-membership-admitted-for-me = On vous a accueilli·e dans une communauté.
act-membership-declined = Vous avez dit « pas maintenant » à une demande d'entrée.
act-membership-declined-for-me = Votre demande d'entrée n'a pas été retenue pour le moment.
act-membership-left = Vous avez quitté une communauté.
act-membership-removed = Vous avez demandé à quelqu'un de quitter une communauté.
act-membership-removed-for-me = On vous a demandé de quitter une communauté.
act-meeting-announced = Vous avez annoncé une rencontre.
act-meeting-described = Vous avez changé ce qu'une rencontre dit d'elle-même.
act-meeting-moved = Vous avez changé l'heure d'une rencontre.
act-meeting-places-set = Vous avez changé le nombre de places d'une rencontre.
act-meeting-cancelled = Vous avez annulé une rencontre.
act-meeting-restored = Vous avez maintenu une rencontre.
act-meeting-signed-up = Vous avez dit que vous veniez à une rencontre.
act-meeting-signed-off = Vous avez dit que vous ne veniez pas à une rencontre.
act-meeting-aim-said = Vous avez dit ce que vous veniez faire à une rencontre.
act-meeting-words-erased = Vous avez effacé un passage de ce qui s'est dit à une rencontre.
act-meeting-synthesised = Vous avez fait une note de ce qui s'est dit à une rencontre.
act-file-attached = Vous avez ajouté un fichier.
act-file-described = Vous avez dit ce qu'on voit ou entend dans un fichier.
act-file-objected = Vous avez demandé qu'un fichier soit mis à l'écart.
act-file-objection-withdrawn = Vous avez accepté, finalement, qu'un fichier soit montré.
act-file-settled = Vous avez montré de nouveau un fichier mis à l'écart.
act-file-removed = Vous avez retiré un fichier.
act-mandate-given = Vous avez confié un mandat.
act-mandate-changed = Vous avez changé ce qui était convenu pour un mandat.
act-mandate-time-noted = Vous avez noté du temps pour un mandat.
act-mandate-time-removed = Vous avez retiré du temps noté pour un mandat.
act-mandate-ended = Vous avez mis fin à un mandat.
act-mandate-resumed = Vous avez rouvert un mandat.
act-mandate-given-for-me = Vous avez reçu un mandat.
own-column-community = Communauté :
own-column-before = La fois d'avant :
act-mandate-changed-for-me = Ce qui était convenu pour un de vos mandats a changé.
act-mandate-ended-for-me = Un de vos mandats a pris fin.
act-mandate-resumed-for-me = Un de vos mandats a été rouvert.
