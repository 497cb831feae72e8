### Ce qu'une page publique dit d'elle-même, là où son adresse est trouvée ou envoyée

about-note-past = Les versions de la note « { $title } » : ce qui a changé, quand, et qui l'a écrit.

### Écrire, relire, revenir

note-contents = Dans cette note
note-wake = Le sillage de cette note
note-margin = Autour de cette note
note-history-count = { $n ->
    [one] Une version
   *[other] { $count } versions
}
note-authors = Qui a écrit quoi
note-film = Le film
note-not-yet = À cette date, cette note n'était pas encore partagée
note-not-yet-help = Choisissez une date plus récente, ou ouvrez son historique.
edit-section-title = Modifier une partie
edit-section = Modifier cette partie
edit-guided = Écrire en trois petites cases
edit-free = Écrire en texte libre
edit-preview = Voir d'abord
edit-changes = Ce que vous changez
edit-promise = Pas besoin d'être parfait : tout peut être remis comme avant.
edit-moved = Nous avons retrouvé ce que vous étiez en train d'écrire. La note a changé entre-temps : à l'enregistrement, les deux textes seront réunis, et rien ne sera perdu.
surface-plain = Écrire en texte simple
surface-seen = Écrire comme on lira
surface-link = Où mène le lien ?
surface-link-add = Poser le lien
toolbar-numbers = Liste numérotée
toolbar-label = Mettre en forme
toolbar-bold = Gras
toolbar-heading = Titre
toolbar-list = Liste
toolbar-link = Lien
toolbar-quote = Citation
paste-nothing = Il n'y avait pas de texte à coller
paste-nothing-help = Copiez le texte de nouveau, puis collez-le.
saved-published = C'est publié.
saved-draft = C'est enregistré.
saved-merged = C'est enregistré, et réuni avec le changement que venait de faire { $name }.
saved-see = Voir ce qui a changé
saved-undo = Revenir au texte d'avant
saved-undo-merge = Séparer les deux textes
saved-nothing = Rien n'a changé : le texte est le même qu'avant.
since-reading = { $n ->
    [one] Un passage a changé depuis votre lecture du { $when }.
   *[other] { $count } passages ont changé depuis votre lecture du { $when }.
}
since-see = Voir
since-dismiss = C'est vu
since-label = Voir ce qui a changé depuis…
since-beginning = le début
variant-title = Quelqu'un d'autre a modifié cette ligne
variant-lead = { $name } a changé la même phrase pendant que vous écriviez. Rien n'est perdu : choisissez ce qui reste.
variant-close = { $name } a changé la même ligne pendant que vous écriviez. Voici les deux réunis : est-ce bien ce que vous vouliez dire ?
variant-changes = Ce que chaque texte change
variant-good = C'est bon
variant-save = Enregistrer ces choix
variant-let-go = Renoncer à mon texte
variant-whole = Mon texte, entier
variant-settled = Ce texte a déjà trouvé sa place. Vous pouvez encore le relire ici.
variant-waits = Un texte de vous attend d'être réuni avec cette note.
variant-open = Le reprendre
settle-theirs = { $name } a écrit
settle-mine = J'ai écrit
settle-current = Celle de la note
settle-proposed = Celle proposée par { $name }
history-words-unit = mots
history-see = Voir la note à ce moment
history-menu = Plus
history-menu-n = Plus, pour la version { $n }
history-thank = Merci
history-thank-n = Merci pour la version { $n }
history-thanks = { $n ->
    [one] un merci
   *[other] { $count } mercis
}
history-saves = { $n ->
    [one] un enregistrement
   *[other] { $count } enregistrements
}
history-suggested = { $from } (suggestion acceptée par { $by })
history-suggested-visitor = Une personne de passage (suggestion acceptée par { $by })
history-author-hidden = une personne dont le nom est masqué
history-text-hidden = Le texte de cette version est masqué. Raison : { $reason }.
history-nothing = Aucune version ne correspond. Retirez un filtre pour en voir plus.
history-more = L'historique autrement
history-atom = Fil Atom
history-json = JSON
history-column-version = Version
history-column-date = Date ({ $zone })
history-column-author = Par
history-column-why = Ce qui a changé
history-column-added = Mots ajoutés
history-column-removed = Mots retirés
history-column-name = Nom de la version
history-column-file = Fichier
history-zip = Toutes les versions (zip)
chart-bar = Version { $n }, { $who }, { $when }
filter-title = Filtrer
filter-anyone = Tout le monde
filter-kind = Quels changements
filter-any = Tous
filter-from = Du
filter-to = Au
filter-typos = Sans les coquilles
filter-named = Seulement les versions nommées
filter-button = Filtrer
version-as-of = Telle qu'elle était le { $day }.
version-around = Autour de cette version
version-previous = Version précédente
version-next = Version suivante
version-change = Ce qu'elle a changé
version-current-link = La lire sur sa page
version-restore-people = { $n ->
    [0] { "" }
    [one] Par une personne.
   *[other] Par { $count } personnes.
}
name-open = Nommer cette version
name-label = Nom de cette version
name-help = Facultatif : « avant la rencontre de mars », par exemple. Laissez vide pour l'enlever.
name-button = Garder ce nom
compare-between = Entre { $old } et { $new }.
compare-side = la version { $n } ({ $who }, { $when })
compare-edits = { $n ->
    [one] Une modification.
   *[other] { $count } modifications.
}
compare-people = Par { $names }.
compare-views = Façons de comparer
compare-view-rendu = Comme on lit
compare-view-cote = Côte à côte
compare-view-source = Texte source
compare-view-avant-apres = Avant et après
compare-see = Lire la version { $n }
version-none = Cette version n'existe pas
version-none-help = Il n'y a pas de version à ce numéro, ou elle n'est pas partagée ici. L'historique montre toutes celles qu'on peut lire.
undo-open = Annuler des passages
undo-title = Annuler des passages
undo-lead = La version { $n } ({ $who }, { $when }) a changé ces passages. Le reste de la note ne bougera pas.
undo-legend = Passages à remettre comme avant
undo-nothing = Aucun de ces passages ne peut être annulé seul : ils ont changé depuis, ou ne sont déjà plus dans la note. Vous pouvez remettre une version entière, ou modifier la note.
undo-can = peut être annulé
undo-gone = n'est déjà plus dans la note
undo-replaced = a changé depuis, et ne peut pas être annulé seul
undo-replaced-by = remplacé depuis par { $who }
undo-now = Maintenant : « { $text } »
undo-in-title = Titre :
undo-preview = Mettre l'aperçu à jour
undo-after = Ce que la note deviendrait
undo-button = Annuler les passages cochés
authors-views = Façons de voir
authors-by-person = Par personne
authors-by-age = Par ancienneté
authors-help = Touchez une phrase pour savoir qui l'a écrite, quand, et comment elle est devenue ce qu'elle est.
authors-cut = La note est très longue : la suite se lit sans ses autrices et auteurs, sur sa page.
share-almost-all = presque tout le texte
share-most = plus de la moitié du texte
share-half = près de la moitié du texte
share-some = une bonne part du texte
share-few = une petite part du texte
share-touch = quelques mots
age-0 = récent
age-1 = assez récent
age-2 = assez ancien
age-3 = ancien
sentence-title = Cette phrase
sentence-written = Écrite par { $who } le { $when } (version { $n }).
sentence-touched = Retouchée par { $names }.
sentence-change = Voir ce qui a changé ce jour-là
sentence-thank = Dire merci
sentence-birth = Voir le moment où elle est apparue
sentence-history = Histoire de cette phrase
sentence-elsewhere = La phrase n'était pas encore là, ou était tout autre.
film-controls = Avancer dans le film
film-first = Début
film-previous = Précédent
film-next = Suivant
film-last = Maintenant
film-play = Lecture
film-pause = Pause
film-slider = Moment du film
film-list = Tous les moments
film-frame = Version { $n }, { $who }, { $when }
film-from-here = Lire cette version
film-before = Moments plus anciens
film-after = Moments plus récents
typo-open = Corriger une coquille
typo-title = Corriger une coquille
typo-which = Touchez la phrase à corriger.
typo-label = La phrase
typo-help = Changez seulement ce qu'il faut. La personne qui a écrit la note verra votre proposition et décidera.
typo-help-own = Changez seulement ce qu'il faut.
typo-button = Proposer la correction
typo-proposed = Merci ! Votre correction attend la personne qui a écrit la note.
suggestions-title = { $n ->
    [one] Une suggestion attend
   *[other] { $count } suggestions attendent
}
suggestion-title = Une suggestion
suggestion-visitor = une personne de passage
suggestion-lead = Proposée par { $name }, { $when }.
suggestion-accept = Accepter
suggestion-decline = Laisser comme c'est
suggestion-accepted = Cette suggestion a été acceptée.
suggestion-declined = Cette suggestion n'a pas été retenue.
suggestions-waiting = { $n ->
    [one] Une suggestion attend une réponse des personnes qui ont écrit cette note.
   *[other] { $count } suggestions attendent une réponse des personnes qui ont écrit cette note.
}
suggestions-own = Ce que vous avez proposé
suggestions-own-tu = Ce que tu as proposé
suggestion-own = Proposé { $when }
suggestion-own-waits = Les personnes qui ont écrit cette note liront votre suggestion et y répondront. Personne d'autre ne la voit.
suggestion-own-waits-tu = Les personnes qui ont écrit cette note liront ta suggestion et y répondront. Personne d'autre ne la voit.
hide-open = Masquer
hide-title = Masquer une version
hide-lead = Ce qui est masqué n'est plus montré aux lecteurs et lectrices. On peut le montrer de nouveau.
hide-current = C'est la version que tout le monde lit. Masquer son texte remettra le texte d'avant.
hide-legend = Masquer
hide-text = le texte
hide-summary = le résumé et le nom
hide-author = le nom de la personne
hide-button = Enregistrer
reason-legend = Pourquoi ?
note-only-text = C'est le seul texte de cette note
note-only-text-help = Modifiez d'abord la note : l'ancien texte pourra ensuite être masqué.
note-no-such-revision = Cette version n'existe pas
note-no-such-revision-help = Ouvrez l'historique de la note pour voir toutes ses versions.
note-not-waiting = Cette suggestion a déjà eu sa réponse
note-not-waiting-help = Revenez à la note pour voir ce qu'elle dit maintenant.
note-not-aside = Ce texte n'attend plus
note-not-aside-help = Revenez à la note : il y a déjà trouvé sa place.
erase-title = Effacer un passage
withdraw-title = Retirer cette note
withdraw-lead = Personne d'autre que la personne qui l'a écrite ne pourra plus la lire. Elle saura que vous l'avez retirée et pourquoi, pourra la changer et la publier de nouveau. Rien n'est effacé.
withdraw-lead-tu = Personne d'autre que la personne qui l'a écrite ne pourra plus la lire. Elle saura que tu l'as retirée et pourquoi, pourra la changer et la publier de nouveau. Rien n'est effacé.
withdraw-button = Retirer la note
withdraw-yours = Votre note n'est plus lue que par vous : vous pouvez la changer et la publier de nouveau.
withdraw-yours-tu = Ta note n'est plus lue que par toi : tu peux la changer et la publier de nouveau.
withdraw-done = La note est retirée : seule la personne qui l'a écrite la lit encore.
erase-lead = Le passage disparaîtra de toutes les versions, des brouillons et de la recherche. Pendant sept jours, il pourra revenir ; ensuite, plus personne ne le retrouvera. Pour cacher une version sans l'effacer, masquez-la.
erase-passage = Le passage
erase-passage-help = Collez-le exactement : un nom, un numéro, une phrase. Chaque mot effacé devient ▮.
erase-search = Chercher où il est
erase-found = { $n ->
    [0] Ces mots ne sont dans aucune version.
    [one] Ces mots sont dans une version :
   *[other] Ces mots sont dans { $count } versions :
}
erase-others = Il sera aussi effacé de tout ce qui s'est dit autour : brouillons, suggestions, remerciements. Quand deux personnes sont d'accord, il l'est aussi de ce qui s'est dit dans l'atelier.
erase-understood = J'ai lu ce qui disparaît.
erase-button = Effacer
suggestion-from = { $name }, { $when }
settle-again = La note vient encore de changer
settle-again-help = Votre phrase est gardée ci-dessous. Revenez à la suggestion pour choisir de nouveau.
variant-later = Décider plus tard
variant-alone = La note à laquelle ce texte était destiné n'est plus partagée avec vous. Votre texte, lui, est à vous.
variant-left = La note reste comme elle est.
variant-read-again = Relire mon texte
erase-short = C'est trop court : on effacerait des morceaux partout. Donnez au moins trois signes.
erase-tick = Cochez d'abord la case, après avoir lu ce qui disparaît.
erase-other = Chercher autre chose
erase-alone = Cette note est à vous : votre accord suffit.
erase-two = Une deuxième personne doit être d'accord : qui a écrit la note, ou quelqu'un d'autre qui veille sur le commun.
erase-ask = Demander l'effacement
erase-your-turn = On demande d'effacer ce passage. Êtes-vous d'accord ?
erase-waits = Votre demande attend une deuxième personne.
erase-agree = D'accord, effacer
erase-drop = Laisser le texte comme il est
erase-sealed = Le passage est effacé. Il peut encore revenir jusqu'au { $when }.
erase-undo = Remettre le passage
erase-is-dropped = Le passage est resté.
erase-is-undone = Le passage a été remis.
erase-is-finished = Le passage est effacé pour de bon.
erase-not-yours-help = Demandez à l'une d'elles : le registre dit quand.
erase-changed-help = Un autre effacement l'a touché. Défaites d'abord celui-là.
erase-banner = Quelqu'un demande d'effacer un passage de cette note.
erase-banner-sealed = Un passage de cette note vient d'être effacé. Il peut encore revenir.
erase-look = Voir
erase-nothing-help = Vérifiez les mots : ils ont peut-être déjà été effacés.
hide-answered = La personne qui l'a écrite a répondu, le { $when } :
hide-yours = La version { $n } d'une de vos notes est masquée depuis le { $when }. { $reason }.
hide-reply = Répondre à qui a masqué cette version
hide-reply-button = Répondre
hide-replied = Votre réponse est partie. La personne qui veille sur le commun la verra à côté de la version.

report-note-open = Signaler
report-note-title = Signaler cette note
report-note-lead = Dites ce qui ne va pas. La personne qui l'a écrite ne saura pas que c'est vous.
report-note-button = Envoyer
report-note-sent = Merci. Ce qui sera décidé paraîtra dans votre coin.
report-note-sent-unknown = Merci. Quelqu'un va regarder.
reports-title = À regarder
reports-empty = Rien ne vous attend pour le moment.
reports-then = Qu'avez-vous fait ?
reports-mine-title = Signalements
reports-mine = Ce que j'ai signalé
reports-mine-empty = Aucun signalement pour le moment.
report-outcome-waits = quelqu'un va regarder
report-outcome-stays = Le texte reste comme il est
report-outcome-changed = Un passage est masqué ou effacé
report-outcome-withdrawn = La note est retirée
register-title = Registre des effacements
register-lead = Ce qui a été effacé des notes, et pourquoi. Les mots n'y sont pas, ni les notes.
register-empty = Rien n'a été effacé.
register-erased = un passage effacé
register-undone = un passage remis
register-alone = par une personne à qui la note appartient
register-two = par deux personnes
hide-others = D'autres versions peuvent encore montrer les mêmes mots : masquez-les aussi, ou effacez le passage.
edit-not-yet = Rien n'est encore enregistré. Voici ce que la note deviendrait.
undo-none = Cochez au moins un passage
undo-none-help = Revenez en arrière, cochez ce qui doit être remis comme avant, puis touchez le bouton.
history-thanked = Vous avez dit merci
history-author-hidden-from-readers = Ce nom est masqué pour les autres.
history-without-typos = Les corrections de coquilles ne sont pas montrées ici.
history-with-typos = Les montrer
history-as-of = La note telle qu'elle était le
history-as-of-button = La lire
history-machines = Pour les logiciels, et pour garder une copie
compare-since = Ce qui a changé depuis le { $day }
compare-since-nothing = Rien n'a changé depuis.
compare-of = Version { $n }, { $when }
film-hidden-before = La version d'avant est masquée : ce qui a changé ne peut pas être montré.
note-crowded = Beaucoup de suggestions attendent déjà sur cette note
note-crowded-help = Revenez dans quelques jours : la vôtre est gardée ci-dessous.
note-crowded-by-one = Dix de vos suggestions attendent déjà sur cette note
note-crowded-by-one-tu = Dix de tes suggestions attendent déjà sur cette note
note-crowded-by-one-help = Dès qu'une réponse arrive, vous pourrez en proposer une autre : celle-ci est gardée ci-dessous.
note-crowded-by-one-help-tu = Dès qu'une réponse arrive, tu pourras en proposer une autre : celle-ci est gardée ci-dessous.
note-crowded-by-visitors = Beaucoup de suggestions de passage attendent déjà sur cette note
note-crowded-by-visitors-help = Avec un compte, il reste de la place. Votre suggestion est gardée ci-dessous.
note-crowded-by-visitors-help-tu = Avec un compte, il reste de la place. Ta suggestion est gardée ci-dessous.

### L'accueil

home-window = Un commun pour apprendre ensemble
home-title = Ce qu'on apprend ensemble laisse un sillage
home-lead = Ici, des communautés écrivent et partagent ce qu'elles apprennent. Lire, c'est déjà contribuer.
home-new = Notes récentes
home-first = À lire maintenant
home-ways = Trois façons d'entrer
home-all = Toutes les notes
home-random = Une note au hasard
home-wake = Le sillage de ces derniers mois
notes-title = Les notes
notes-empty = Aucune note pour l'instant. La première arrive souvent d'un atelier.
search-label = Chercher dans les notes
search-button = Chercher
search-title = Chercher
search-found = { $n ->
    [0] Aucune note
    [one] Une note
   *[other] { $count } notes
}
search-meant = Vouliez-vous dire :
search-meant-tu = Voulais-tu dire :
search-instead = Aucune note pour « { $words } ». Voici celles pour « { $meant } ».
search-empty = Aucune note ne contient tous ces mots. Essayez avec un seul.

### Le parcours

publish-workshop = Publier pour le groupe
publish-everyone = Publier pour tout le monde
publish-stay-workshop = Laisser visible par le groupe
publish-stay-everyone = Laisser visible par tout le monde
publish-narrow = Montrer au groupe seulement
publish-writer = Garder pour moi
publish-summary = Un mot pour accompagner la publication (facultatif)
publish-summary-help = Il se lira dans l'historique. Ceux qui accompagnent les versions d'avant restent privés.

### Une note

note-by = Par { $name }
note-modified = modifiée le { $when }
note-tools = Autour de cette note
note-edit = Modifier
note-history = Historique
note-read = J'ai lu
note-like = J'aime
note-liked = Retirer mon « J'aime »
note-cannot-like = Le « J'aime » va aux notes publiées par d'autres
note-cannot-like-help = Revenez à la note, ou choisissez-en une autre.
note-crowded-here = Beaucoup de personnes lisent cette note au même endroit
note-crowded-here-help = Pour que les chiffres restent vrais, nous les comptons peu à peu. Réessayez dans une heure, ou connectez-vous : votre geste comptera tout de suite.
note-take-back-help = Elle redeviendra un brouillon et ne sera plus dans les listes. Son texte est gardé.
figures-label = Accueil de cette note
thanks-title = Mercis
edit-title = Modifier la note
edit-summary = Pourquoi ce changement ?
edit-summary-help = Facultatif : quelques mots pour l'historique.
edit-save = Enregistrer
edit-cancel = Annuler
history-title = Historique
history-lead = { $n ->
    [one] Une version.
   *[other] { $count } versions. Choisissez-en deux pour les comparer.
}
history-from = de
history-to = à
history-from-n = De la version { $n }
history-to-n = À la version { $n }
history-n = Version { $n }
history-compare-two = Comparer deux versions
history-chart = Combien de mots à chaque fois
history-compare = Comparer
history-older = Versions plus anciennes
version-banner = Version { $n }, par { $who }, { $when }.
version-current = C'est la version actuelle.
version-compare = Comparer avec la version actuelle
version-restore = Remettre cette version
version-restore-help = { $n ->
    [one] Une modification plus récente ne sera plus dans le texte. Elle restera dans l'historique.
   *[other] { $count } modifications plus récentes ne seront plus dans le texte. Elles resteront dans l'historique.
}
compare-title = Comparer deux versions
compare-same = Ces deux versions disent la même chose.
compare-added = { $n ->
    [0] aucun mot ajouté
    [one] un mot ajouté
   *[other] { $count } mots ajoutés
}
compare-removed = { $n ->
    [0] aucun mot retiré
    [one] un mot retiré
   *[other] { $count } mots retirés
}

### Quand une page ne peut pas être montrée

note-missing = Cette note n'existe pas
note-missing-help = Revenez à la liste des notes.
note-already-drafted = Cette note existe déjà
note-already-drafted-help = Vous la trouverez dans votre coin.
note-not-its-writer = Seule la personne qui a écrit cette note peut décider de cela
note-not-its-writer-help = Vous pouvez la lire, et dire merci.
note-stale = La note a changé entre-temps
note-stale-help = Ouvrez-la de nouveau : votre texte est gardé dans votre brouillon.
note-for-nobody = Choisissez qui pourra lire
note-for-nobody-help = Revenez à la note et choisissez le groupe ou tout le monde.
note-no-workshop = Cette note n'appartient à aucun atelier
note-no-workshop-help = Vous pouvez la publier pour tout le monde, ou la garder pour vous.
thanks-thanking-oneself = Le merci va à quelqu'un d'autre
thanks-thanking-oneself-help = Choisissez une note écrite par une autre personne.
compare-title-typed = Titre : seules des apostrophes ou des espaces ont changé.
compare-title-variants = Titre : les mots sont les mêmes ; certains signes sont écrits autrement.

### Relier

links-title = Va avec
links-part = Délier
links-part-from = Délier de « { $title } »
links-add = Relier à une autre note
links-other = Quelle note ?
links-none = Aucune autre note pour l’instant.
note-hidden = Cette version est masquée
new-title = Écrire une note
new-lead = Rien n'est publié sans vous. Par quoi commencer ?
new-ways = Façons de commencer
new-texte = Partir de l'existant
new-texte-help = Un texte à coller, ou un fichier à apporter.
new-reference = Garder une référence
new-reference-help = Un lien, et pourquoi il compte. C'est une note complète.
new-gabarit = Suivre un gabarit
new-gabarit-help = Des intertitres sous lesquels écrire.
new-libre = Page blanche
new-libre-help = Écrire comme cela vient.
new-template-gone = Ce gabarit n’est plus là. En voici d’autres.
new-templates = Gabarits
new-drafts = Reprendre un brouillon
new-text-label = Le texte, comme il vient
new-text-help = Titres, listes et paragraphes seront reconnus.
new-file = Ou un fichier de texte
new-file-help = Texte, Markdown ou page web. Il va après ce que vous avez collé.
new-file-unreadable = Ce fichier ne s'ouvre pas ici. Enregistrez-le en « texte brut, UTF-8 », ou collez son texte.
new-address = L'adresse de la page web (https://…)
new-address-wrong = Cette adresse n'est pas complète. Copiez-la de la barre du navigateur : elle commence par https://.
new-why = Pourquoi cette page compte
new-why-help = Deux phrases suffisent.
new-why-blank = Dites en une phrase pourquoi cette adresse compte : c'est ce que les autres liront.
new-keep = Voir ma note
new-kept = Votre note est gardée, pour vous seul·e.
new-go-on = Continuer d'écrire
new-alone = Pour l'instant, vous seul·e la lisez. Elle peut le rester.
new-left = Votre note est en route
new-left-everyone = Tout le monde peut la lire. Pendant 48 heures, vous pouvez revenir en arrière.
new-left-group = Les personnes de votre atelier peuvent la lire. Pendant 48 heures, vous pouvez revenir en arrière.
template-recit = Raconter ce qu'on a appris
template-recit-1 = Contexte
template-recit-2 = Ce qu'on a fait
template-recit-3 = Ce que ça change
template-rencontre = Compte rendu d'une rencontre
template-rencontre-1 = Qui était là
template-rencontre-2 = Ce qui s'est dit
template-rencontre-3 = Ce qu'on décide
template-rencontre-4 = La suite
template-trace = Une rencontre en personne
template-trace-1 = Où et quand
template-trace-2 = Qui était là
template-trace-3 = Ce qu'on a vu et fait
template-trace-4 = Ce qu'on garde
template-appel = Un échange à distance
template-appel-1 = Qui, et d'où
template-appel-2 = Ce qu'on s'est dit
template-appel-3 = Les liens partagés
template-appel-4 = D'ici la prochaine fois
template-methode = Une façon de faire
template-methode-1 = À quoi ça sert
template-methode-2 = Les étapes
template-methode-3 = Les outils
template-methode-4 = Ce qui freine
template-question = Une question ouverte
template-question-1 = La question
template-question-2 = Ce qu'on sait
template-question-3 = Ce qu'on a essayé
template-question-4 = Ce qui aiderait

coauthors-title = Écrire à plusieurs
coauthors-lead = Chaque auteur·trice peut changer le texte, choisir qui le lit et inviter quelqu'un. Ce que chaque personne a écrit reste visible dans l'historique.
coauthors-who = Qui l'écrit
coauthors-you = { $name } (vous)
coauthors-invite = Inviter quelqu'un
coauthors-invite-help = Un lien à lui envoyer. Il sert une seule fois, pendant quatorze jours, et donne à cette personne les mêmes droits que vous sur cette note.
coauthors-invite-button = Faire un lien pour écrire avec moi
coauthors-link = Le lien d'invitation
coauthors-link-help = Copiez-le maintenant : il ne sera plus affiché.
coauthors-link-qr = Code QR de l'invitation
coauthors-leave = Ne plus être auteur ou autrice
coauthors-leave-help = Vous ne pourrez plus changer cette note, ni la lire tant qu'elle n'est pas publiée pour vous. Ce que vous y avez écrit reste.
coauthors-leave-button = Oui, ne plus l'écrire
coauthors-alone = Vous êtes la seule personne à l'écrire : une note garde toujours quelqu'un qui en répond.
invitation-note = La note : « { $title } ».
invitation-lead = { $name } vous invite à écrire une note ensemble : changer son texte, choisir qui la lit. Votre nom la signera avec le sien.
invitation-take = Accepter
invitation-gone = Cette invitation ne sert plus
invitation-gone-help = Elle a déjà servi, ou elle est trop vieille. Demandez-en une autre à la personne qui vous l'a envoyée.
invitation-many = Vingt invitations attendent déjà. Attendez qu'elles servent, ou que quatorze jours passent.
note-last-author = Vous êtes la seule personne à écrire cette note : elle garde toujours quelqu'un qui en répond.
note-last-author-help = Invitez d'abord quelqu'un à l'écrire avec vous.
note-many-authors = Cette note a vingt auteurs et autrices, le plus qu'elle peut avoir.
note-many-authors-help = Une personne doit la quitter avant qu'une autre n'arrive.

note-empty = Il n'y a rien à lire ici. Écrivez même trois mots, vous pourrez les changer.
note-empty-tu = Il n'y a rien à lire ici. Écris même trois mots, tu pourras les changer.
note-too-late = Les 48 heures sont passées
moderation-too-many = Trop de demandes attendent
moderation-too-many-help = Elles seront regardées bientôt. Revenez plus tard.
moderation-decided = C'est déjà décidé
moderation-decided-help = Quelqu'un a décidé avant vous. Revenez à la note.
moderation-two-people = Il faut une deuxième personne
moderation-two-people-help = Qui demande un effacement ne peut pas l'accepter. La demande attend quelqu'un d'autre.
readers-title = Qui peut lire ?
readers-everyone = Tout le monde peut la lire, avec ou sans compte.
readers-link = Les gens qui ont le lien peuvent la lire.
readers-workshop = Les gens de son atelier peuvent la lire.
readers-community = Les personnes de sa communauté peuvent la lire.
readers-chosen = Les personnes ou les ateliers choisis peuvent la lire.
readers-authors = Les personnes qui l'écrivent, et personne d'autre.
readers-writer = Vous, et personne d'autre.
readers-chosen-by = Les personnes qui l'ont écrite décident qui peut la lire.
readers-now = Aujourd'hui
readers-of-author = { $name } (l'écrit)
readers-of-everyone = Tout le monde
readers-of-link = Qui a le lien
readers-of-workshop = { $n ->
    [one] { $title } ({ $count } personne)
   *[other] { $title } ({ $count } personnes)
  }
readers-since = depuis le { $when }
readers-end = Retirer
readers-change = Changer la publication
readers-choose = Choisir des personnes
readers-choose-help = Elles liront cette note telle qu'elle est à partir de maintenant, jamais ce qu'elle disait avant. Elles la trouveront dans « Mon coin ».
readers-people = Des gens de vos ateliers
readers-workshops = Vos ateliers
readers-communities = Vos communautés
readers-of-hidden-community = Une communauté qu'on rejoint par lien
readers-of-community = { $n ->
    [one] « { $title } », une communauté (une personne)
   *[other] « { $title } », une communauté ({ $count } personnes)
}
readers-share = Partager
readers-nobody = Cochez au moins une personne, une communauté ou un atelier.
readers-invite = Inviter quelqu'un à la lire
readers-invite-help = Un lien à lui envoyer. Il sert une seule fois, pendant quatorze jours.
readers-invitation = Le lien d'invitation à lire
readers-by-link = Un lien pour lire
readers-link-button = Faire un lien pour lire
readers-by-link-help = Toute personne qui a ce lien peut lire la note, sans compte. La note ne paraît dans aucune liste pour autant.
readers-link-change = Changer le lien
readers-link-change-help = Si vous le changez, l'ancien n'ouvrira plus rien.
readers-day-title = Qui pouvait la lire, tel jour ?
readers-day = Le jour
readers-day-button = Voir
readers-on = À la fin du { $day }
readers-no-such-day = Ce jour n'existe pas. Choisissez-en un autre.
history-sharing = Qui a pu la lire, et depuis quand
history-opened-everyone = { $when } : tout le monde peut la lire
history-closed-everyone = { $when } : tout le monde ne peut plus la lire
history-opened-link = { $when } : qui a le lien peut la lire
history-closed-link = { $when } : le lien ne l'ouvre plus
history-opened = { $when } : partagée avec { $who }
history-closed = { $when } : plus partagée avec { $who }
reading-link-gone = Ce lien n'ouvre plus rien
reading-link-gone-help = Il a été changé ou retiré. Demandez le nouveau à la personne qui vous l'a envoyé.
invitation-reading-title = Une note à lire
invitation-reading-lead = { $name } vous invite à lire une note. Vous la retrouverez dans « Mon coin ».
note-many-groups = Cette note est partagée avec cinquante personnes ou ateliers, le plus qu'elle peut avoir.
note-many-groups-help = Retirez quelqu'un d'abord, ou publiez-la pour tout le monde.
note-not-asked = Quelqu'un a déjà répondu à cette demande.
note-not-asked-help = La page montre où elle en est.
note-many-ask = Beaucoup de gens demandent déjà à écrire cette note.
note-many-ask-help = Proposez plutôt une correction, ou revenez quand on aura répondu.
coauthors-asking = Des personnes demandent à l'écrire
coauthors-asking-help = Elles pourraient changer le texte et choisir qui le lit, comme vous. Votre réponse ne dit pas qui a répondu.
coauthors-grant = Accepter { $name }
coauthors-decline = Pas maintenant
coauthors-open = Qui peut changer le texte ?
coauthors-is-closed = Les personnes qui l'écrivent. Les autres proposent des corrections.
coauthors-is-open = Toute personne qui a un compte et qui peut la lire.
coauthors-open-button = L'ouvrir à toutes les personnes qui ont un compte
coauthors-close-button = La garder à celles qui l'écrivent
ask-to-write = Demander à l'écrire aussi
ask-to-write-help = Les personnes qui l'écrivent verront votre nom et votre demande. Rien ne change avant leur réponse.
ask-to-write-button = Envoyer la demande
thank-seen-by-everyone = Tout le monde pourra lire ce merci, et le nom de qui le dit.
thank-seen-by-readers = Les personnes qui lisent cette note verront ce merci, et le nom de qui le dit.
note-unsaved = Les derniers mots écrits ne sont pas encore dans la note.
note-unsaved-open = Les reprendre
publish-summary-open = Ajouter un mot d'accompagnement
report-note-unsaid = Choisissez d'abord ce qui ne va pas.
readers-invite-button = Faire un lien pour une personne
ask-to-write-waits = Votre demande d'écrire cette note attend une réponse.
ask-to-write-declined = Votre demande d'écrire cette note n'a pas été retenue pour le moment. Vous pouvez proposer des corrections.
typo-save = Enregistrer la correction
edit-publish = Publier le changement
unsaved-waits = Un changement que vous avez commencé n'est pas encore publié.
unsaved-go-on = Le reprendre
invitations-wait = Invitations en attente
invitation-until = Un lien, jusqu'au { $when }
invitation-back = Le retirer
state-kept-unpublished = Gardé à { "{heure}" }, pas encore publié
fetch-button = Chercher son titre
fetch-read = Ce que la page dit d'elle-même
fetch-no-licence = Elle ne dit pas sous quelle licence elle est : citez-la, sans la recopier.
fetch-same = Une note parle déjà de cette page. Vous pouvez la lire, ou continuer quand même.
fetch-off = Ici, le site ne va lire aucune page. Donnez-lui un titre, et continuez.
fetch-busy = Beaucoup de pages sont lues en ce moment. Continuez sans attendre, ou réessayez dans une minute.
fetch-wrong = Cette adresse n'est pas celle d'une page du web.
fetch-private = Cette adresse mène à un réseau privé : le site n'y va pas. Vous pouvez continuer sans.
fetch-unwelcome = Cette page demande aux programmes de ne pas la lire. Donnez-lui un titre, et continuez.
fetch-slow = Cette page n'a pas répondu à temps. Donnez-lui un titre, et continuez.
fetch-away = Cette page n'a pas répondu. Vérifiez l'adresse, ou donnez-lui un titre vous-même et continuez.
fetch-no-page = Cette adresse n'est pas une page (une image, un film, un document). Donnez-lui un titre, et continuez.
fetch-turning = Cette page renvoie sans fin vers une autre. Vérifiez l'adresse, ou continuez sans.
note-take-back-shared = Les personnes choisies, et qui a le lien, ne la liront plus non plus.

details-title = Fiche
details-lead = Ce que vous voulez dire de la note, à côté de son texte. Rien n'est obligatoire, et son texte ne change pas.
details-unsaid = Je ne le dis pas
details-status = Où en est-elle ?
details-licence = Que peut-on en faire ?
details-language = Sa langue
details-region = La région dont elle parle
publish-in-progress = Dire qu'elle est encore en chantier
status-in-progress = En chantier
status-in-progress-help = Elle se lit telle qu'elle est, avec ses trous et ses fautes.
status-stable = Stable
status-stable-help = On peut s'appuyer dessus.
status-to-update = À mettre à jour
status-to-update-help = Elle a été juste, et demande un coup de main.
licence-by-sa-help = La reprendre et la changer, en nommant qui l'a écrite, sous la même licence.
licence-by-help = La reprendre et la changer, en nommant qui l'a écrite.
licence-zero-help = En faire ce qu'on veut.
licence-reserved-help = La lire et la citer, sans plus.
spoken-fr = français
spoken-en = anglais
spoken-es = espagnol
spoken-pt = portugais
spoken-ht = créole haïtien
spoken-ar = arabe
spoken-iu = inuktitut
spoken-moe = innu
spoken-cr = cri

### Écrire aux auteur·trices

conversations-title = Messages
conversations-lead = Des personnes vous écrivent à propos de cette note. Toutes celles qui l'écrivent lisent ces messages et peuvent y répondre ; personne ne voit d'adresse.
conversations-empty = Aucun message pour le moment.
conversations-own = Mes messages
conversations-own-empty = Aucun message. Sous chaque note, on peut écrire aux personnes qui l'ont écrite.
conversations-messages = { $n ->
    [one] un message
   *[other] { $n } messages
}
conversations-waits = attend votre réponse
conversations-over = terminée
conversation-title = Écrire aux auteur·trices
conversation-with = { $name } vous écrit
conversation-lead = Votre message est pour les personnes qui écrivent cette note ({ $who }), et pour qui l'écrira avec elles plus tard. Votre nom y paraîtra, jamais votre adresse ; la réponse vous attendra dans Mon coin.
conversation-lead-authors = Toutes les personnes qui écrivent cette note lisent ces messages. Une seule réponse suffit.
conversation-message = Votre message
conversation-send = Envoyer
conversation-settle = Rien à répondre
conversation-end = Ne plus recevoir ses messages
conversation-end-help = Cette personne ne pourra plus vous écrire à propos de cette note, à moins que vous lui répondiez. Elle le verra ici.
conversation-end-button = Mettre fin à la conversation
conversation-over = Cette conversation est terminée. Merci d'avoir écrit.
conversation-over-authors = Cette conversation est terminée. Si vous répondez, elle reprend.
conversation-nobody = On ne peut pas s'écrire ici à propos de cette note.
conversation-an-author = Une des personnes qui l'écrivent
conversation-not-begun = Personne ne vous a encore écrit ici.
conversation-ended = Cette conversation est terminée : votre message n'est pas parti.
conversation-unanswered = Vous avez déjà écrit plusieurs fois : attendez une réponse avant de continuer.
conversation-full = Cette conversation est bien longue : elle ne prend plus de messages.
message-blank = Il manque quelques mots.
message-too-long = C'est long pour un message : 4000 signes au plus. Il est encore dans le champ.
note-in-community = Partagée avec
note-of-community = On en parle dans
note-of-meeting = Ce qui s'est dit à la rencontre :
history-lived-meeting = La rencontre
history-lived-workshop = L'atelier
