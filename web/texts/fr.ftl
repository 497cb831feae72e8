## Tous les mots du site, page par page. Complet par définition.
## Tapez des espaces ordinaires : les insécables sont posées au chargement.
## Une clé qui finit par -tu est dite dans les ateliers où l'on se tutoie.

## Ce qui suit une heure : d'où elle est. Les heures sont celles du lieu de l'atelier.
zone-montreal = heure de Montréal
zone-utc = temps universel
zone-of = heure de { $city }
zone-of-vowel = heure d'{ $city }
hours-whose = Heures affichées : { $zone }
## Une heure qui revient deux fois, la nuit où l'on recule les horloges.
hour-before-change = (avant le changement d'heure)
hour-after-change = (après le changement d'heure)

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

### Ce qu'une page publique dit d'elle-même, là où son adresse est trouvée ou envoyée

about-home = Un commun où l'on écrit et partage ce qu'on apprend, en atelier ou seul·e : de courtes notes, relues, remerciées, améliorées ensemble.
about-notes = Les notes que leurs auteur·e·s ont choisi de montrer à tout le monde, de la plus récente à la plus ancienne.
about-search = Chercher dans les notes par leurs mots.
about-recorded = Ce que ce site garde de votre passage, pourquoi, et ce qu'il ne garde jamais.
about-source = Ce programme est libre : son code source se lit, se copie et se modifie.
about-code = Entrer dans un atelier avec son code. Sans compte, sans rien installer.
about-join = Un atelier pour écrire et partager ce qu'on apprend. On y entre sans compte, et vos notes restent privées tant que vous ne choisissez pas qui peut les lire.
about-definitions = Ce que veut dire chaque chiffre d'un bilan d'atelier, et comment il est compté.
about-account = Garder ses notes et les retrouver sur n'importe quel appareil.
about-resume = Retrouver sa note sur un autre appareil, avec ses quatre mots.
about-sign-in = Se connecter pour retrouver ses notes et ses ateliers.
about-note-past = Les versions de la note « { $title } » : ce qui a changé, quand, et qui l'a écrit.

### Le cadre

nav-skip = Aller au contenu
nav-label = Navigation
nav-notes = Notes
nav-workshops = Ateliers
nav-me = Mon coin
nav-sign-in = Se connecter
nav-sign-out = Me déconnecter de cet appareil
nav-recorded = Ce qui est enregistré
nav-source = Code source
person-erased = une personne qui a retiré son nom

visibility-writer = visible par vous seul·e
visibility-writer-tu = visible par toi seul·e
visibility-workshop = visible par le groupe
visibility-everyone = publique

state-saved = Enregistré
state-here = Gardé sur cet appareil, sera envoyé
state-offline = Hors ligne, continuez
state-offline-tu = Hors ligne, continue
state-leaving = Envoi en cours…
state-back = Connexion revenue, tout est envoyé
state-found = Nous avons retrouvé ce que vous étiez en train d'écrire.
state-found-tu = Nous avons retrouvé ce que tu étais en train d'écrire.
state-nowhere = Vos mots ne sont gardés nulle part ailleurs : laissez cette page ouverte.
state-nowhere-tu = Tes mots ne sont gardés nulle part ailleurs : laisse cette page ouverte.
state-refused = Ces mots n'entrent pas tels quels. Ils sont gardés sur cet appareil.
state-other = Quelqu'un d'autre utilise maintenant ce navigateur. Vos mots restent ici, pour vous.
state-other-tu = Quelqu'un d'autre utilise maintenant ce navigateur. Tes mots restent ici, pour toi.
state-session = Votre session est terminée. Vos mots sont gardés sur cet appareil.
state-session-tu = Ta session est terminée. Tes mots sont gardés sur cet appareil.
state-alone = Votre session est terminée, et vos mots ne sont gardés nulle part ailleurs : copiez-les avant de revenir.
state-alone-tu = Ta session est terminée, et tes mots ne sont gardés nulle part ailleurs : copie-les avant de revenir.
state-session-way = Revenir
state-joined = Nous avons retrouvé vos mots, et la note a changé entre-temps : les deux textes sont réunis ici.
state-joined-tu = Nous avons retrouvé tes mots, et la note a changé entre-temps : les deux textes sont réunis ici.
state-away = Le site ne répond pas pour l'instant. Tout reste sur cette page : essayez encore dans un moment.
kept-title = Vos mots retrouvés
kept-title-tu = Tes mots retrouvés
kept-help = Vous les aviez laissés sur cet appareil, et la note a changé depuis. Les deux textes restent tant que vous n'avez pas choisi.
kept-help-tu = Tu les avais laissés sur cet appareil, et la note a changé depuis. Les deux textes restent tant que tu n'as pas choisi.
kept-emptied = (vidé)
left-title = Vos mots gardés sur cet appareil
left-title-tu = Tes mots gardés sur cet appareil
left-help = Vous les aviez écrits, et ils n'ont pas été envoyés. Ils ne sont qu'ici : vous pouvez les copier.
left-help-tu = Tu les avais écrits, et ils n'ont pas été envoyés. Ils ne sont qu'ici : tu peux les copier.
left-open = Retourner où ils ont été écrits
left-drop = Ne plus garder ces mots
left-sure = Vraiment ne plus les garder
kept-both = Garder les deux
kept-mine = Seulement ces mots
kept-note = Seulement le texte de la note

### Écrire, relire, revenir

note-history-count = { $n ->
    [one] Une version
   *[other] { $count } versions
}
note-authors = Qui a écrit quoi
note-film = Le film
note-hidden = Cette version est masquée
note-hidden-help = Les autres versions sont dans l'historique.
note-not-yet = À cette date, cette note n'était pas encore partagée
note-not-yet-help = Choisissez une date plus récente, ou ouvrez son historique.
list-and = { $before } et { $last }

edit-section-title = Modifier une partie
edit-section = Modifier cette partie
edit-guided = Écrire en trois petites cases
edit-free = Écrire en texte libre
edit-preview = Voir d'abord
edit-changes = Ce que vous changez
edit-promise = Pas besoin d'être parfait : tout peut être remis comme avant.
edit-moved = Nous avons retrouvé ce que vous étiez en train d'écrire. La note a changé entre-temps : à l'enregistrement, les deux textes seront réunis, et rien ne sera perdu.
toolbar-label = Mettre en forme
toolbar-bold = Gras
toolbar-heading = Titre
toolbar-list = Liste
toolbar-link = Lien
toolbar-quote = Citation
paste-nothing = Il n'y avait pas de texte à coller
paste-nothing-help = Copiez le texte de nouveau, puis collez-le.
paste-unformatted = La mise en forme n’a pas pu être gardée : seuls les mots ont été collés.
paste-unpictured = Les images n’ont pas été collées : seuls les mots l’ont été.
state-kept = Brouillon enregistré à { "{heure}" }
state-again = Pas encore envoyé, nouvel essai dans un instant

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
settle-count = { $n ->
    [one] Une phrase à choisir :
   *[other] { $count } phrases à choisir :
}
settle-title = Le titre
settle-sentence = Phrase { $n }
settle-theirs = { $name } a écrit
settle-mine = J'ai écrit
settle-both = Les deux
settle-other = Ou autrement : écrivez-la ici
settle-nothing = (rien : la phrase est retirée)
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
history-undoes = annule des passages de la version { $n }
history-merges = réunit deux textes écrits depuis la version { $n }
history-suggestion = suggestion acceptée
history-suggested = { $from } (suggestion acceptée par { $by })
history-suggested-visitor = Une personne de passage (suggestion acceptée par { $by })
history-author-hidden = une personne dont le nom est masqué
history-summary-hidden = résumé masqué
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
label-draft = début
label-edit = modification
label-typo = coquille
label-restore = version remise
label-undo = passages annulés
label-merge = textes réunis
label-suggestion = suggestion
label-moved = déplacé
label-formatted = mise en forme
change-blocks-added = { $n ->
    [one] un passage ajouté
   *[other] { $count } passages ajoutés
}
change-blocks-removed = { $n ->
    [one] un passage retiré
   *[other] { $count } passages retirés
}
change-blocks-changed = { $n ->
    [one] un passage modifié
   *[other] { $count } passages modifiés
}
change-words = { $n ->
    [one] un mot modifié
   *[other] { $count } mots modifiés
}
change-joined = { $n ->
    [one] des paragraphes réunis
   *[other] des paragraphes réunis à { $count } endroits
}
change-split = { $n ->
    [one] un paragraphe séparé
   *[other] { $count } paragraphes séparés
}
change-headed = { $n ->
    [one] un passage devenu un titre
   *[other] { $count } passages devenus des titres
}
change-unheaded = { $n ->
    [one] un passage qui n'est plus un titre
   *[other] { $count } passages qui ne sont plus des titres
}
change-images = { $n ->
    [one] une image changée
   *[other] { $count } images changées
}
change-moved = { $n ->
    [one] un passage déplacé
   *[other] { $count } passages déplacés
}
change-levels = { $n ->
    [one] un titre d'un autre niveau
   *[other] { $count } titres d'un autre niveau
}
change-links = { $n ->
    [one] un lien changé
   *[other] { $count } liens changés
}
change-formatted = { $n ->
    [one] une mise en forme
   *[other] { $count } mises en forme
}
change-typos = { $n ->
    [one] une coquille
   *[other] { $count } coquilles
}
chart-title = Mots ajoutés (en haut) et retirés (en bas), du plus ancien au plus récent
chart-table = Les mêmes chiffres, en tableau
chart-added = Ajoutés
chart-removed = Retirés
chart-bar = Version { $n }, { $who }, { $when }
filter-title = Filtrer
filter-who = Qui
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
compare-before = Avant
compare-after = Après
compare-see = Lire la version { $n }
diff-too-long = Ces deux textes sont très longs : les paragraphes sont comparés en entier, pas mot à mot.
diff-more = { $n ->
    [one] Un autre changement n'est pas montré ici. Lisez les deux versions pour tout voir.
   *[other] { $count } autres changements ne sont pas montrés ici. Lisez les deux versions pour tout voir.
}
version-none = Cette version n'existe pas
version-none-help = Il n'y a pas de version à ce numéro, ou elle n'est pas partagée ici. L'historique montre toutes celles qu'on peut lire.
diff-place = { $n } sur { $of }
diff-previous = Changement précédent
diff-next = Changement suivant
diff-left = Ce passage a été déplacé.
diff-follow = Voir où il est maintenant
diff-left-text = Le passage
diff-arrived = Ce passage vient d'ailleurs.
diff-origin = Voir où il était
diff-shape = { $is } (avant : { $was })
diff-formatted = ({ $is } ; avant, { $was })
diff-link = (lien : { $was } → { $is })
diff-picture = (image : { $was } → { $is })
diff-picture-title = (titre de l'image : { $was } → { $is })
diff-leads = (lien : { $address })
diff-leads-titled = (lien : { $address }, titre « { $title } »)
diff-pictures = (image : { $address })
diff-pictures-titled = (image : { $address }, titre « { $title } »)
diff-came = ajouté, { $is }
diff-gone = retiré, { $is }
diff-has-start = la liste commence à { $is }
diff-has-columns = alignement des colonnes : { $is }
diff-has-language = langage du code : { $is }
diff-has-quotes = niveau de citation : { $is }
diff-has-inside = niveau dans la liste : { $is }
diff-beside = Des espaces ou des sauts de ligne du texte source ont aussi changé. La vue « Texte source » de la comparaison les montre.
diff-no-link = aucun
diff-respaced = mêmes mots, autres signes : { $signs }
diff-respaced-one = « { $old } » → « { $new } » ({ $was } → { $is })
shape-heading = titre de niveau { $n }
shape-bullet = point de liste à puces
shape-bullet-at = point de liste à puces de niveau { $n }
shape-number = point de liste numérotée
shape-number-at = point de liste numérotée de niveau { $n }
shape-quote = citation
shape-code = code
shape-row = ligne de tableau
shape-paragraph = paragraphe
shape-rule = ligne horizontale
shape-bare = ligne du texte source sans mot à lire
style-bold = en gras
style-italic = en italique
style-struck = barré
style-code = en code
style-plain = sans mise en forme

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
typo-button = Envoyer
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
reason-personal = des renseignements personnels
reason-asked = à la demande d'une personne concernée
reason-harmful = des propos qui blessent
reason-rights = un texte qui appartient à quelqu'un d'autre
note-only-text = C'est le seul texte de cette note
note-only-text-help = Modifiez d'abord la note : l'ancien texte pourra ensuite être masqué.
note-no-such-revision = Cette version n'existe pas
note-no-such-revision-help = Ouvrez l'historique de la note pour voir toutes ses versions.
note-not-waiting = Cette suggestion a déjà eu sa réponse
note-not-waiting-help = Revenez à la note pour voir ce qu'elle dit maintenant.
note-not-aside = Ce texte n'attend plus
note-not-aside-help = Revenez à la note : il y a déjà trouvé sa place.
erase-title = Effacer un passage pour toujours
withdraw-title = Retirer cette note
withdraw-lead = Personne d'autre que la personne qui l'a écrite ne pourra plus la lire. Elle saura que vous l'avez retirée et pourquoi, pourra la changer et la publier de nouveau. Rien n'est effacé.
withdraw-lead-tu = Personne d'autre que la personne qui l'a écrite ne pourra plus la lire. Elle saura que tu l'as retirée et pourquoi, pourra la changer et la publier de nouveau. Rien n'est effacé.
withdraw-button = Retirer la note
withdraw-why = Note retirée par l'équipe qui veille sur le site, { $when } : { $reason }.
withdraw-yours = Votre note n'est plus lue que par vous : vous pouvez la changer et la publier de nouveau.
withdraw-yours-tu = Ta note n'est plus lue que par toi : tu peux la changer et la publier de nouveau.
withdraw-done = La note est retirée : seule la personne qui l'a écrite la lit encore.
erase-lead = Le passage disparaîtra de toutes les versions, des brouillons et de la recherche. Personne ne pourra le retrouver. Pour cacher une version sans l'effacer, masquez-la.
erase-passage = Le passage
erase-passage-help = Collez-le exactement : un nom, un numéro, une phrase. Chaque mot effacé devient ▮.
erase-search = Chercher où il est
erase-found = { $n ->
    [0] Ces mots ne sont dans aucune version.
    [one] Ces mots sont dans une version :
   *[other] Ces mots sont dans { $count } versions :
}
erase-others = Ils seront aussi effacés de tout autre texte de cette note : brouillons, suggestions, remerciements, textes mis de côté.
erase-understood = Je comprends que rien ne pourra le faire revenir.
erase-button = Effacer pour toujours
erase-done = Le passage est effacé de toutes les versions.

suggestion-from = { $name }, { $when }
settle-again = La note vient encore de changer
settle-again-help = Votre phrase est gardée ci-dessous. Revenez à la suggestion pour choisir de nouveau.
settle-the-sentence = La phrase
variant-later = Décider plus tard
variant-alone = La note à laquelle ce texte était destiné n'est plus partagée avec vous. Votre texte, lui, est à vous.
variant-left = La note reste comme elle est.
variant-read-again = Relire mon texte
erase-short = C'est trop court : on effacerait des morceaux partout. Donnez au moins trois signes.
erase-tick = Cochez d'abord la case : l'effacement ne peut pas être repris.
erase-other = Chercher autre chose
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
me-aside-alone = une note qui n'est plus partagée
note-crowded = Beaucoup de suggestions attendent déjà sur cette note
note-crowded-help = Revenez dans quelques jours : la vôtre est gardée ci-dessous.
note-crowded-by-one = Dix de vos suggestions attendent déjà sur cette note
note-crowded-by-one-tu = Dix de tes suggestions attendent déjà sur cette note
note-crowded-by-one-help = Dès qu'une réponse arrive, vous pourrez en proposer une autre : celle-ci est gardée ci-dessous.
note-crowded-by-one-help-tu = Dès qu'une réponse arrive, tu pourras en proposer une autre : celle-ci est gardée ci-dessous.
note-crowded-by-visitors = Beaucoup de suggestions de passage attendent déjà sur cette note
note-crowded-by-visitors-help = Avec un compte, il reste de la place. Votre suggestion est gardée ci-dessous.
note-crowded-by-visitors-help-tu = Avec un compte, il reste de la place. Ta suggestion est gardée ci-dessous.

me-aside = À finir
me-aside-one = Un texte à réunir avec « { $title } », écrit le { $when }

### L'accueil

home-window = Un commun pour apprendre ensemble
home-title = Ce qu'on apprend ensemble laisse un sillage
home-lead = Ici, des communautés écrivent et partagent ce qu'elles apprennent. Lire, c'est déjà contribuer.
home-code = Vous avez un code d'atelier ?
home-new = Notes récentes
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

### Entrer

code-title = Entrer dans un atelier
code-label = Code de l'atelier
code-help = Huit lettres ou chiffres, à l'écran ou auprès de la personne qui anime.
code-button = Continuer
code-unknown = Ce code n'ouvre aucun atelier. Vérifiez-le : il ne contient jamais 0, 1, I, L ni O.
code-slow = Beaucoup de codes sont essayés en ce moment, alors la porte prend son temps. Cette page réessaie toute seule ; le code QR, lui, ouvre tout de suite.
join-workshop = Atelier
join-with = Avec { $name }
join-name = Comment voulez-vous qu'on vous appelle ?
join-name-tu = Comment veux-tu qu'on t'appelle ?
join-name-help = Un prénom ou un surnom suffit.
join-another-name = Proposer un autre surnom
join-as = Vous entrez comme { $name }.
join-as-tu = Tu entres comme { $name }.
join-promise = Vos notes restent privées. Vous choisirez qui peut les lire.
join-promise-tu = Tes notes restent privées. Tu choisiras qui peut les lire.
join-enter = Entrer
join-no-account = Pas besoin de compte ni de courriel.
join-recorded = Ce qui est enregistré
join-recorded-1 = Le nom que vous choisissez ici ; ce peut être un surnom.
join-recorded-1-tu = Le nom que tu choisis ici ; ce peut être un surnom.
join-recorded-2 = Les étapes que vous avez faites, pour que la personne qui anime puisse aider.
join-recorded-2-tu = Les étapes que tu as faites, pour que la personne qui anime puisse t'aider.
join-recorded-3 = Vos brouillons, que vous seul·e pouvez lire.
join-recorded-3-tu = Tes brouillons, que toi seul·e peux lire.
join-recorded-4 = Vos lectures, comptées sans dire que c'est vous.
join-recorded-4-tu = Tes lectures, comptées sans dire que c'est toi.
join-recorded-5 = Aucune adresse, aucune position, rien pour la publicité.
join-resume = Je suis déjà venu·e
join-account = J'ai un compte
join-soon = L'atelier ouvrira bientôt.
join-soon-help = Laissez cette page ouverte : l'atelier s'ouvrira tout seul.
join-soon-help-tu = Laisse cette page ouverte : l'atelier s'ouvrira tout seul.
join-over = L'atelier est terminé.
join-over-help = Si vous y étiez, vos notes vous attendent : retrouvez-les avec vos quatre mots.
join-over-help-tu = Si tu y étais, tes notes t'attendent : retrouve-les avec tes quatre mots.
join-over-read = Lire les notes
join-full = { $n ->
    [one] L'unique place est prise.
   *[other] Les { $count } places sont prises.
}
join-again = Essayer encore
name-blank = Il manque un nom, même inventé.
name-too-long = Ce nom est un peu long : soixante caractères au plus.

### Le parcours

path-step = Étape { $n } sur { $of }
path-back = Retour
path-continue = Continuer
path-finish = J'ai terminé
path-over = L'atelier est terminé. Votre note reste à vous, et vous pouvez la finir.
path-over-tu = L'atelier est terminé. Ta note reste à toi, et tu peux la finir.
pages-label = Pages de la liste
pages-previous = Page précédente
pages-next = Page suivante
step-door = Par où commencer
step-idea = Idée
step-draft = Brouillon
step-look = Aperçu
step-publish = Publier
step-thank = Merci

door-title = Par où commencer ?
door-hello = Bonjour { $name }. Choisissez une façon de commencer ; on peut en changer.
door-hello-tu = Bonjour { $name }. Choisis une façon de commencer ; on peut en changer.
door-tell = Raconter un apprentissage
door-tell-help = Trois phrases suffisent.
door-transpose = Apporter un texte qui existe déjà
door-transpose-help = À coller : compte rendu, courriel, page.
door-capture = Prendre des notes pour le groupe
door-capture-help = Écrire pour plusieurs personnes.
door-observe = Je préfère d'abord observer
door-observe-help = Lire deux notes. C'est participer.

idea-title = Une idée
idea-label = En une phrase
idea-help = Une phrase maladroite vaut mieux qu'une phrase absente.
idea-starter-1 = Ce que j'ai appris…
idea-starter-2 = Ce qui a marché chez nous…
idea-starter-3 = Ce que je ferais autrement…
idea-starter-4 = Une question que je me pose…
idea-blank = Écrivez même trois mots, vous pourrez les changer.
idea-blank-tu = Écris même trois mots, tu pourras les changer.
idea-long = C'est plus long qu'un titre. Gardez une phrase ; copiez le reste pour l'étape suivante.
idea-long-tu = C'est plus long qu'un titre. Garde une phrase ; copie le reste pour l'étape suivante.

paste-title = Collez votre texte
paste-title-tu = Colle ton texte
paste-label = Le texte, comme il vient
paste-help = Titres, listes et paragraphes seront reconnus. Rien ne sera publié sans vous.
paste-help-tu = Titres, listes et paragraphes seront reconnus. Rien ne sera publié sans toi.
paste-blank = Il n'y a pas encore de texte ici. Collez-le, même en désordre.
paste-blank-tu = Il n'y a pas encore de texte ici. Colle-le, même en désordre.

tidy-title = Un peu de ménage ?
tidy-lead = { $n ->
    [one] Une ligne semble venir de la page d'origine, et non du texte.
   *[other] { $count } lignes semblent venir de la page d'origine, et non du texte.
}
tidy-legend = Lignes à retirer. Décochez celles à garder.
tidy-legend-tu = Lignes à retirer. Décoche celles à garder.
tidy-remove = Retirer les lignes cochées
tidy-keep = Tout garder

observe-title = Lire d'abord
observe-lead = { $n ->
    [0] Aucune note à lire pour l'instant.
    [one] Voici une note. Prenez votre temps.
   *[other] Voici { $count } notes. Prenez votre temps.
}
observe-lead-tu = { $n ->
    [0] Aucune note à lire pour l'instant.
    [one] Voici une note. Prends ton temps.
   *[other] Voici { $count } notes. Prends ton temps.
}
observe-thank = Dire merci pour une note
observe-write = Finalement, j'ai envie d'écrire

draft-title = Le brouillon
draft-help = Personne d'autre ne lit ce brouillon.
draft-tidy = Des lignes semblent venir de la page d'origine : faire un peu de ménage
draft-title-label = Titre
draft-body = Texte
draft-context = Contexte
draft-context-help = Où, avec qui, pourquoi. Facultatif.
draft-context-heading = Contexte
draft-done = Ce qu'on a fait
draft-done-help = Ce qui s'est passé. Facultatif.
draft-done-heading = Ce qu'on a fait
draft-learnt = Ce que ça change
draft-learnt-help = Ce que vous en gardez. Facultatif.
draft-learnt-help-tu = Ce que tu en gardes. Facultatif.
draft-learnt-heading = Ce que ça change
draft-enough = C'est déjà une note.
draft-look = Voir à quoi ça ressemble

title-blank = Il manque un titre, même provisoire.
title-too-long = Ce titre dépasse deux cents caractères. Gardez-en l'essentiel, et mettez le reste dans le texte.
title-too-long-tu = Ce titre dépasse deux cents caractères. Gardes-en l'essentiel, et mets le reste dans le texte.
body-blank = Il manque un texte, même court.
body-too-long = Ce texte est trop long pour une seule note. Il est gardé ci-dessous : gardez-en une partie, ou faites-en plusieurs notes.
body-too-long-tu = Ce texte est trop long pour une seule note. Il est gardé ci-dessous : gardes-en une partie, ou fais-en plusieurs notes.
summary-blank = Il manque quelques mots.
summary-too-long = C'est un peu long : deux cents caractères au plus.
note-empty = Il n'y a rien à lire ici. Écrivez même trois mots, vous pourrez les changer.
note-empty-tu = Il n'y a rien à lire ici. Écris même trois mots, tu pourras les changer.
form-broken = Quelques signes n'ont pas pu être lus ; ils sont marqués �. Tout le reste est là : remplacez-les, puis continuez.
form-broken-help = Si le texte vient d'un fichier, enregistrez-le en « texte brut, UTF-8 », puis envoyez-le de nouveau. Ce que vous aviez écrit est ici :
form-broken-help-tu = Si le texte vient d'un fichier, enregistre-le en « texte brut, UTF-8 », puis envoie-le de nouveau. Ce que tu avais écrit est ici :
form-broken-tu = Quelques signes n'ont pas pu être lus ; ils sont marqués �. Tout le reste est là : remplace-les, puis continue.

look-title = À quoi ça ressemble
look-help = Rien n'est encore publié. Personne d'autre ne voit cette page.
look-note = Aperçu de la note
look-short = Un titre tout seul peut déjà être une note.
look-change = Retoucher

publish-title = Qui pourra la lire ?
publish-workshop = Publier pour le groupe
publish-workshop-help = { $n ->
    [0] Les personnes de cet atelier.
    [one] Vous et une autre personne.
   *[other] Vous et { $count } autres personnes.
}
publish-workshop-help-tu = { $n ->
    [0] Les personnes de cet atelier.
    [one] Toi et une autre personne.
   *[other] Toi et { $count } autres personnes.
}
publish-everyone = Publier pour tout le monde
publish-everyone-help = Toute personne sur Internet, même sans compte.
publish-stay-workshop = Laisser visible par le groupe
publish-stay-everyone = Laisser visible par tout le monde
publish-narrow = Montrer au groupe seulement
publish-more = Autres choix
publish-writer = Garder pour moi
publish-writer-help = C'est aussi un bon choix. Rien ne se perd.
publish-wall = Montrer le titre sur le mur projeté
publish-signed = Le nom sous la note
publish-signed-help = Votre prénom, votre nom ou un surnom ; il paraît sous tout ce que vous avez écrit ici.
publish-signed-help-tu = Ton prénom, ton nom ou un surnom ; il paraît sous tout ce que tu as écrit ici.
publish-undo = Pendant 48 heures, vous pouvez annuler la publication : la note redevient un brouillon.
publish-taken-back = Votre note est redevenue un brouillon ; vous seul·e la voyez.
publish-taken-back-tu = Ta note est redevenue un brouillon ; toi seul·e la vois.
publish-undo-tu = Pendant 48 heures, tu peux annuler la publication : la note redevient un brouillon.
publish-summary = Un mot pour accompagner la publication (facultatif)
publish-summary-help = Il se lira dans l'historique. Ce qui a été écrit des versions d'avant reste privé.

done-title = C'est fait
done-kept-title = Votre note est gardée
done-kept-title-tu = Ta note est gardée
done-read-title = Merci d'avoir lu
done-kept = Votre note est à l'abri, pour vous seul·e. Vous la retrouverez dans « Mon coin ».
done-kept-tu = Ta note est à l'abri, pour toi seul·e. Tu la retrouveras dans « Mon coin ».
done-nth = { $n ->
    [one] C'est la première note de l'atelier. La première est souvent la plus courageuse.
   *[other] L'atelier compte maintenant { $count } notes.
}
done-see = Voir ma note
done-take-back = Annuler la publication
thank-title = Une note attend un mot
thank-first = Vous seriez la première personne à répondre.
thank-first-tu = Tu serais la première personne à répondre.
thank-nobody = Aucune note n'attend votre merci pour l'instant. Vous pouvez vous arrêter ici.
thank-ready = Merci pour cette note.
thank-sent = Votre merci est parti. Vous pouvez en dire un autre, ou vous arrêter ici.
thank-sent-tu = Ton merci est parti. Tu peux en dire un autre, ou t'arrêter ici.
thank-nobody-tu = Aucune note n'attend ton merci pour l'instant. Tu peux t'arrêter ici.
thank-words = Un merci, en une phrase
thank-starter-1 = Merci, je retiens…
thank-starter-2 = Ça m'aide pour…
thank-starter-3 = Chez nous aussi…
thank-button = Dire merci
thank-blank = Il manque quelques mots. Une seule phrase suffit.
keep-title = Pour revenir plus tard
keep-help = Ces quatre mots remplacent un mot de passe : avec eux, vous retrouverez votre note sur n'importe quel appareil. Notez-les, ou faites une capture d'écran.
keep-help-tu = Ces quatre mots remplacent un mot de passe : avec eux, tu retrouveras ta note sur n'importe quel appareil. Note-les, ou fais une capture d'écran.
keep-copy = Copier
keep-copied = Copié
keep-account = Ou créer un compte, et tout garder
keep-wall = Voir les notes de notre atelier

hand-raise = Lever la main
hand-is-up = Main levée
hand-title = Lever la main
hand-lead = Qu'est-ce qui aiderait ?
hand-words = Je ne sais pas quoi écrire
hand-button = Je ne trouve pas le bouton
hand-connection = Ma connexion
hand-other = Autre chose, ou je ne sais pas
hand-words-short = ne sait pas quoi écrire
hand-button-short = cherche le bouton
hand-connection-short = a un souci de connexion
hand-other-short = a besoin d'aide
hand-up-title = Votre main est levée
hand-up-title-tu = Ta main est levée
hand-coming = { $name } arrive.
hand-before = { $n ->
    [0] C'est maintenant votre tour.
    [one] Une personne avant vous.
   *[other] { $count } personnes avant vous.
}
hand-before-tu = { $n ->
    [0] C'est maintenant ton tour.
    [one] Une personne avant toi.
   *[other] { $count } personnes avant toi.
}
hand-lower = Ça va maintenant, baisser ma main
hand-back = Revenir à mon étape

wall-title = Les notes de notre atelier
wall-empty = La première note est souvent la plus courageuse. Elle arrive.
wall-back = Revenir à mon étape

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
note-take-back-help = Elle redevient un brouillon et disparaît des listes. Son texte est gardé.
figures-label = Accueil de cette note
figures-read = { $n ->
    [0] pas encore lue
    [one] lue par une personne
   *[other] lue par { $count } personnes
}
figures-liked = { $n ->
    [0] pas encore aimée
    [one] aimée par une personne
   *[other] aimée par { $count }
}
figures-guests = { $n ->
    [one] dont une sans compte
   *[other] dont { $count } sans compte
}
thanks-title = Mercis

edit-title = Modifier la note
edit-body-help = Une ligne vide sépare les paragraphes. Commencez une ligne par un tiret pour faire une liste.
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
history-version = Version
history-first = première version
history-restores = remet la version { $n }
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
diff-same = { $n ->
    [one] Un passage inchangé
   *[other] { $count } passages inchangés
}
diff-added = ajouté :{" "}
diff-removed = retiré :{" "}
diff-end = { "" }{" "}fin.{" "}

### Mon coin

me-title = Bonjour { $name }
me-notes = Mes notes
me-empty = Rien encore. Entrez dans un atelier avec son code : la première note viendra là.
me-workshop = Reprendre : { $title }

### Comptes

resume-title = Retrouver ma note
resume-label = Les quatre mots
resume-help = Dans l'ordre, avec ou sans accents.
resume-button = Retrouver ma note
resume-unknown = Ces mots n'ouvrent rien. Vérifiez leur ordre, ou demandez à la personne qui anime.
sign-in-title = Se connecter
sign-in-by-mail = Recevoir un code par courriel
sign-in-code-label = Le code reçu, huit chiffres
sign-in-code-sent = Si tout va bien avec cette adresse, un courriel vient de partir. Son code fonctionne pendant dix minutes, sur cette page.
sign-in-code-again = Demander un autre code
sign-in-code-wrong = Ce code ne correspond pas, ou son temps est passé. Regardez le dernier courriel, ou demandez-en un autre.
account-title = Créer un compte
account-keeps = Tout ce qui a été fait ici est gardé.
account-name-label = Un nom, ou un surnom
account-email-label = Courriel
account-password-label = Mot de passe
account-password-help = Au moins { $count } caractères. Une phrase est parfaite.
account-button = Créer mon compte
account-email = Il manque quelque chose à cette adresse : elle ressemble à nom@exemple.ca.
account-password-short = Ce mot de passe est court : dix caractères au moins, une phrase est parfaite.
account-wrong = L'adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, puis essayez encore.
facilitate-title = Animer des ateliers ici
facilitate-button = Devenir animateur·trice
visit-title = Entrer comme { $name }
visit-help = Vous visitez une démonstration : ses données disparaîtront.
mail-code-subject = Votre code pour Sillage
mail-code = Votre code est { $code }. Il fonctionne pendant dix minutes et ne sert qu'une fois. Si vous n'avez rien demandé, vous pouvez oublier ce courriel.

### Ateliers

workshops-title = Mes ateliers
workshops-new = Préparer un atelier
workshops-empty = Aucun atelier pour l'instant. En préparer un prend trois minutes.
workshop-entered = { $n ->
    [0] personne n'est entré
    [one] une personne est entrée
   *[other] { $count } personnes sont entrées
}
stage-prepared = pas encore ouvert
stage-open = ouvert
stage-closed = terminé
workshop-missing = Cet atelier n'existe pas
workshop-missing-help = Vérifiez l'adresse, ou revenez à la liste de vos ateliers.
workshop-already-prepared = Cet atelier est déjà préparé
workshop-already-prepared-help = Revenez à la liste de vos ateliers : il y est.
workshop-not-its-facilitator = Seule la personne qui anime peut faire cela
workshop-not-its-facilitator-help = Demandez-lui, elle a tout sous la main.
workshop-not-open-yet = L'atelier n'est pas encore ouvert
workshop-not-open-yet-help = Laissez cette page ouverte : l'atelier s'ouvrira tout seul.
workshop-over = L'atelier est terminé
workshop-over-help = Vos notes vous attendent : retrouvez-les avec vos quatre mots.
workshop-full = Toutes les places sont prises
workshop-full-help = La personne qui anime peut en ajouter en un geste.
workshop-odd-places = Il faut entre une et cinq cents places.
workshop-odd-places-help = Revenez en arrière et choisissez un autre nombre.

console-title = Console
console-open = Ouvrir l'atelier
console-reopen = Rouvrir
console-close = Terminer l'atelier
console-places = Ajouter 20 places
console-screen = Page à projeter
console-code = Code :
console-room = La salle
console-who = Qui
console-hand = Main
console-settled = Réglé
band-places = { $n ->
    [one] une place
   *[other] { $count } places
}
console-waiting = Notes qui attendent un mot
console-all-answered = Toutes les notes publiées ont reçu un mot.
console-no-note = Aucune note publiée pour l'instant.
console-answered = Notes qui ont reçu un mot
console-lost = Connexion perdue. On se reconnecte…
live-ended = Votre session est terminée.
live-gone = Cette page n'est plus ouverte.
live-way = Se reconnecter
console-said-hand = { $name } a levé la main
console-said-hands = Nouvelles mains levées : { "{n}" }
console-said-door = { $name } attend à la porte
console-nobody = Personne n'est encore entré. Trois choses à faire :
console-nobody-1 = Projeter la page avec le code QR.
console-nobody-2 = Écrire au tableau :
console-nobody-3 = Essayer avec votre propre téléphone.
band-entered = { $n ->
    [0] personne n'est entré
    [one] une personne
   *[other] { $count } personnes
}
band-writing = { $n ->
    [0] personne n'écrit
    [one] une personne écrit
   *[other] { $count } écrivent
}
band-published = { $n ->
    [0] aucune note publiée
    [one] une note publiée
   *[other] { $count } notes publiées
}
band-waiting = { $n ->
    [0] aucune note n'attend de mot
    [one] une note attend un mot
   *[other] { $count } notes attendent un mot
}
band-hands = { $n ->
    [0] aucune main levée
    [one] une main levée
   *[other] { $count } mains levées
}
cell-done = fait
cell-here = { $n ->
    [0] ici
   *[other] ici ({ $count } min)
}
cell-not-yet = pas encore

screen-qr = Code QR pour entrer dans l'atelier
screen-how = Scannez, ou tapez :
screen-entered = { $count } personnes sont entrées
screen-entered-none = Personne n'est encore entré
screen-entered-few = Les premières personnes arrivent
screen-published = { $count } notes sont publiées
screen-published-none = Les premières notes s'écrivent
screen-published-few = Les premières notes sont publiées
screen-consent = Rien ne sera affiché sans votre accord.
screen-soon = L'atelier va commencer.
screen-over = L'atelier est terminé.

### Ce que le site dit de lui-même

recorded-title = Ce qui est enregistré
recorded-1 = Chaque geste est gardé comme un événement : lire, aimer, remercier, écrire, modifier. Un événement ne porte jamais de nom, d'adresse ni de courriel.
recorded-2 = Votre nom et votre courriel sont gardés à part, là où on peut les effacer.
recorded-3 = Vos lectures sont comptées sous un pseudonyme différent pour chaque note, avec la dernière version lue, pour vous dire ce qui a changé depuis. Personne ne voit qui lit quoi.
recorded-4 = Vos brouillons ne sont lisibles que par vous. La personne qui anime voit les étapes, jamais les brouillons.
recorded-5 = Cinq témoins de connexion (cookies) au plus : votre session, votre appareil (donné au premier « J'ai lu » ou « J'aime », pour qu'il ne compte qu'une fois), votre téléphone (pour qu'un formulaire d'entrée renvoyé n'ouvre que chez vous, et que votre compte reconnaisse cet appareil), le dernier geste que vous avez fait (pour que la page suivante le montre) et votre langue. Lire ne donne aucun témoin.
recorded-6 = Aucune page ne demande rien à un autre site.
source-title = Code source
source-help = Sillage est un logiciel libre, sous licence AGPL 3.0 ou ultérieure : vous pouvez le lire, l'utiliser, le changer et le partager.
source-version = Version { $version }

### Quand une page ne peut pas être montrée

problem-home = Revenir à l'accueil
problem-again = Envoyer de nouveau
problem-your-text = Le texte, gardé tel quel
problem-not-found = Il n'y a rien à cette adresse
problem-not-found-help = L'adresse est peut-être incomplète, ou la note n'est pas partagée ici. Revenez à l'accueil pour continuer.
problem-sign-in = Dites-nous d'abord qui vous êtes
problem-sign-in-help = Connectez-vous, ou retrouvez vos notes avec vos quatre mots.
problem-foreign = Ce formulaire vient d'ailleurs
problem-foreign-help = Par prudence, il n'a pas été reçu. Ouvrez la page sur ce site, puis recommencez.
problem-too-large = C'est trop long pour un seul envoi
problem-too-large-help = Votre texte est resté sur votre appareil : revenez en arrière, gardez-en une partie, puis envoyez.
problem-too-many = Beaucoup d'essais d'un coup
problem-too-many-help = Attendez une minute, puis essayez encore.
problem-method = On n'arrive pas à cette page par ce chemin
problem-method-help = Revenez à l'accueil, et reprenez le chemin habituel.
problem-key-reused = Ce formulaire avait déjà été envoyé
problem-key-reused-help = Ce que vous venez d'écrire est différent : rien n'est perdu. Touchez le bouton pour l'envoyer aussi.
behind = Ce que vous venez de faire est enregistré. Cette page le montrera dans un instant.
behind-tu = Ce que tu viens de faire est enregistré. Cette page le montrera dans un instant.
behind-again = Regarder de nouveau

problem-busy = Beaucoup de monde en même temps
problem-busy-help = Rien n'est perdu. Attendez quelques secondes, puis touchez le bouton.
problem-set-aside = Cette page est momentanément indisponible
problem-set-aside-help = Rien n'est perdu : ce qui a été écrit est gardé. La personne qui héberge ce site est prévenue.
problem-behind = Ce que vous avez fait est gardé
problem-behind-help = Le site ne le montre pas encore. Attendez quelques secondes, puis touchez le bouton.
behind-title = Ce que vous avez fait est gardé
behind-title-tu = Ce que tu as fait est gardé
behind-kept = Le site le montrera bientôt : rien n'est à refaire. Cette page regarde de nouveau toute seule.
problem-away = Le site fait une pause
problem-away-help = Rien de ce que vous avez envoyé n'est perdu : c'est gardé sur cette page. Attendez quelques secondes, puis touchez le bouton.
problem-broken = Quelque chose s'est mal passé de notre côté
problem-broken-help = Rien de ce que vous aviez enregistré n'est perdu. Essayez encore ; si cela revient, dites-le à la personne qui héberge ce site.
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
note-too-late = Les 48 heures sont passées
note-too-late-help = La note reste publiée. Vous pouvez toujours en changer le texte.
note-empty-help = Revenez en arrière : ce que vous aviez écrit y est encore.
thanks-thanking-oneself = Le merci va à quelqu'un d'autre
thanks-thanking-oneself-help = Choisissez une note écrite par une autre personne.
summary-blank-help = Revenez en arrière et ajoutez une phrase.
summary-too-long-help = Revenez en arrière : votre phrase y est encore.
title-blank-help = Revenez en arrière : votre texte y est encore.
title-too-long-help = Revenez en arrière : votre texte y est encore.
body-blank-help = Revenez en arrière : votre texte y est encore.
body-too-long-help = Votre texte est gardé dans votre brouillon.
name-blank-help = Revenez en arrière et choisissez un nom.
name-too-long-help = Revenez en arrière et choisissez un nom plus court.
account-wrong-help = Vérifiez-les, puis essayez encore.
account-email-help = Revenez en arrière et vérifiez l'adresse.
account-password-short-help = Revenez en arrière et choisissez une phrase plus longue.

# La porte
workshop-held = Chaque personne est accueillie une à une
workshop-held-help = Restez sur la page de l'atelier : elle s'ouvrira toute seule.
workshop-shut = La porte est fermée pour l'instant
workshop-shut-help = Revenez un peu plus tard, ou parlez à la personne qui anime.
workshop-sent-out = On vous a demandé d'attendre dehors
workshop-sent-out-help = Parlez à la personne qui anime : elle peut vous faire revenir d'un geste.
join-held = Ici, la personne qui anime accueille chaque personne : après ce bouton, la page attend et s'ouvre toute seule.
join-shut = La porte est fermée pour l'instant.
join-shut-help = Laissez cette page ouverte : elle se rouvrira toute seule. Qui est déjà dans la salle n'est pas dérangé.
join-shut-help-tu = Laisse cette page ouverte : elle se rouvrira toute seule. Qui est déjà dans la salle n'est pas dérangé.
join-sent-out = On vous a demandé d'attendre dehors.
join-sent-out-tu = On t'a demandé d'attendre dehors.
join-sent-out-help = Parlez à la personne qui anime : elle peut vous faire revenir d'un geste. Ce que vous avez écrit est gardé, dans « Mon coin ».
join-sent-out-help-tu = Parle à la personne qui anime : elle peut te faire revenir d'un geste. Ce que tu as écrit est gardé, dans « Mon coin ».
entrance-title = La porte
entrance-legend = Comment on entre
entrance-free = Librement
entrance-held = Une personne à la fois
entrance-shut = Plus personne n'entre
entrance-is-free = on entre librement
entrance-is-held = vous accueillez chaque personne
entrance-is-shut = plus personne n'entre
entrance-renew = Changer le code et le lien
entrance-renew-help = Si le code a circulé : l'ancien n'ouvre plus rien, et les personnes déjà entrées restent. Projetez de nouveau la page avec le code QR.
entrance-admit-all = { $n ->
    [one] Faire entrer la personne qui attend
   *[other] Faire entrer les { $count } personnes qui attendent
}
entrance-send-out = Faire sortir
entrance-send-out-title = Faire sortir cette personne
entrance-send-out-help = Elle ne voit plus la salle, et ses notes ne paraissent plus sur le mur. Ce qu'elle a écrit reste à elle, et vous pouvez la faire revenir.
entrance-out = { $n ->
    [one] 1 personne dehors
   *[other] { $count } personnes dehors
}
entrance-bring-back = Faire revenir
scribe-too-many = Vous écrivez déjà pour deux personnes. La personne qui anime peut en ajouter d'autres.
scribe-too-many-tu = Tu écris déjà pour deux personnes. La personne qui anime peut en ajouter d'autres.
scribe-written-for = Quelqu'un écrit pour vous.
scribe-written-for-tu = Quelqu'un écrit pour toi.
scribe-alone = Je continue sans aide

# Le compte
resume-second-title = Ces mots mènent à un compte
resume-second-lead = Un compte s'ouvre avec ces mots et son mot de passe.
resume-second-wrong = Ce n'est pas le mot de passe de ce compte. Essayez encore, ou demandez un code par courriel.
keep-help-account = Avec ces quatre mots et votre mot de passe, vous retrouverez vos notes sur n'importe quel appareil.
account-has-one = Cette adresse ouvre déjà un compte
account-has-one-help = Connectez-vous avec elle, ou avec un code envoyé par courriel.
account-minors = Ici, on participe sans compte
account-minors-help = Cet atelier accueille des personnes de moins de quatorze ans : un surnom suffit, et les quatre mots suffisent pour revenir.
mail-account-subject = Votre adresse sur Sillage
mail-account = Quelqu'un, vous peut-être, vient d'écrire cette adresse pour créer un compte. Elle en ouvre déjà un : pour y entrer, demandez un code à { $link }. Si ce n'était pas vous, vous pouvez oublier ce courriel.
settings-title = Mon compte
settings-done = C'est fait.
settings-save = Garder
settings-name = Le nom
settings-name-help = Il signe tout ce que vous avez écrit ici, hier comme demain.
settings-address = L'adresse de courriel
settings-address-new = Une autre adresse
settings-proved = prouvée par un code
settings-unproved = pas encore prouvée
settings-send-code = Recevoir un code à cette adresse
settings-password-none = Ce compte n'a pas de mot de passe : il s'ouvre avec un code par courriel. Vous pouvez en choisir un.
settings-password-current = Le mot de passe actuel
settings-password-new = Le nouveau mot de passe
settings-password-change = Changer le mot de passe
settings-password-set = Choisir un mot de passe
settings-password-ends = Les autres appareils devront se connecter de nouveau.
settings-password-wrong = Ce n'est pas le mot de passe actuel. Essayez encore.
settings-words = Changer mes quatre mots
settings-words-help = Si quelqu'un a pu les lire : les mots d'avant n'ouvriront plus rien.
sessions-title = Où vous êtes connecté·e
sessions-phone = Un téléphone
sessions-computer = Un ordinateur
sessions-device = Un appareil
sessions-since = depuis le { $when }
sessions-used = dernière visite le { $when }
sessions-here = c'est celui-ci
sessions-end = Déconnecter
sessions-end-all = Déconnecter tous les autres

problem-too-many-fields = Ce formulaire a trop de champs
problem-too-many-fields-help = Aucun des nôtres n'en a autant. Revenez à la page, et envoyez-le de nouveau ; ce qui est écrit est resté sur votre appareil.
problem-unreadable = Ce formulaire n'a pas pu être lu
problem-unreadable-help = Il est peut-être arrivé à moitié. Revenez en arrière et envoyez-le de nouveau : ce qui est écrit est resté sur votre appareil.
problem-too-slow = L'envoi a pris trop de temps
problem-too-slow-help = Le réseau est peut-être très occupé. Revenez en arrière et envoyez de nouveau : ce qui est écrit est resté sur votre appareil.
photo-too-large = Cette photo est très grande
photo-too-large-help = Reprenez-la avec le réglage ordinaire de l'appareil (25 millions de points au plus), puis envoyez-la.

## Ce qui change sans qu'un mot change.
change-source = seul le texte source a changé
change-title = titre changé
change-sources = { $n ->
    [one] un passage du texte source écrit autrement
   *[other] { $count } passages du texte source écrits autrement
}
change-link-titles = { $n ->
    [one] un titre de lien changé
   *[other] { $count } titres de liens changés
}
change-checked = { $n ->
    [one] une case cochée
   *[other] { $count } cases cochées
}
change-unchecked = { $n ->
    [one] une case décochée
   *[other] { $count } cases décochées
}
diff-before = { $said } :
diff-both = { $one } ; { $other }
diff-quoted = « { $text } »
diff-joined = paragraphes réunis
diff-split = paragraphe séparé de ce qui suit
diff-in-quotes = dans une citation
diff-out-quotes = n'est plus une citation
diff-in-inside = dans la liste
diff-out-inside = hors de la liste
sign-is = { $sign } : { $name }
sign-none = rien
sign-space = espace
sign-no-break = espace insécable
sign-thin = espace fine insécable
sign-tab = tabulation
sign-line = fin de ligne
sign-straight = apostrophe droite
sign-curved = apostrophe courbe
sign-soft = coupure de mot facultative
sign-zero = espace invisible
sign-left = marque de gauche à droite
sign-right = marque de droite à gauche
sign-look = signe qui choisit un dessin
diff-link-title = (titre du lien : { $was } → { $is })
diff-only-spaces = Les mots n'ont pas changé : seuls des espaces ou des sauts de ligne du texte source sont différents. La vue « Texte source » les montre.
diff-only-source = Les mots n'ont pas changé : seul le texte source est différent. La vue « Texte source » le montre.
diff-typed = texte source :
diff-box-checked = case cochée :
diff-box-empty = case à cocher :
diff-about-checked = case cochée
diff-about-unchecked = case décochée
diff-about-boxed = devenu une case à cocher
diff-about-boxed-checked = devenu une case à cocher, cochée
diff-about-unboxed = n'est plus une case à cocher ({ $was })
box-was-checked = elle était cochée
box-was-empty = elle était vide
diff-about-start = la liste commence à { $is } (avant, à { $was })
diff-about-columns = alignement des colonnes : { $is } (avant : { $was })
diff-about-language = langage du code : { $is } (avant : { $was })
diff-about-quotes = niveau de citation : { $is } (avant : { $was })
diff-about-inside = niveau dans la liste : { $is } (avant : { $was })
align-unsaid = sans alignement
align-left = à gauche
align-center = au centre
align-right = à droite
style-picture = image
style-link = lien
compare-title-typed = Titre : seules des apostrophes ou des espaces ont changé.
compare-title-variants = Titre : les mots sont les mêmes ; certains signes sont écrits autrement.
