## Tous les mots du site, page par page. Complet par définition.
## Tapez des espaces ordinaires : les insécables sont posées au chargement.
## Une clé qui finit par -tu est dite dans les ateliers où l'on se tutoie.

## Ce qui suit une heure : d'où elle est. Les heures sont celles du lieu de l'atelier.
zone-montreal = heure de Montréal
zone-newfoundland = heure de Terre-Neuve
zone-sao-paulo = heure de São Paulo
zone-mexico = heure de Mexico
zone-beirut = heure de Beyrouth
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

about-site = Un commun où des communautés écrivent et partagent ce qu'elles apprennent.
about-home = Un commun où l'on écrit et partage ce qu'on apprend, en atelier ou seul·e : de courtes notes, relues, remerciées, améliorées ensemble.
about-notes = Les notes que leurs auteur·trices ont choisi de montrer à tout le monde, de la plus récente à la plus ancienne.
about-search = Chercher dans les notes par leurs mots.
about-recorded = Ce que ce site garde de votre passage, pourquoi, et ce qu'il ne garde jamais.
about-source = Ce programme est libre : son code source se lit, se copie et se modifie.
about-code = Entrer dans un atelier avec son code. Sans compte, sans rien installer.
about-join = Un atelier pour écrire et partager ce qu'on apprend. On y entre sans compte, et vos notes restent privées tant que vous ne choisissez pas qui peut les lire.
about-definitions = Ce que veut dire chaque chiffre d'un bilan d'atelier, et comment il est compté.
about-account = Garder ses notes et les retrouver sur n'importe quel appareil.
about-resume = Retrouver sa note sur un autre appareil, avec ses quatre mots.
about-sign-in = Se connecter pour retrouver ses notes et ses ateliers.

### Le cadre

nav-skip = Aller au contenu
nav-label = Navigation
nav-notes = Lire
nav-search = Chercher
nav-code = J'ai un code
nav-communities = Commu­nautés
nav-workshops = Ateliers
nav-awaits = quelque chose vous y attend
nav-me = Mon coin
nav-sign-in = Se connecter
nav-recorded = Ce qui est enregistré
nav-source = Code source
person-erased = une personne qui a retiré son nom
visibility-writer = visible par vous seul·e
visibility-writer-tu = visible par toi seul·e
visibility-authors = visible par qui l'écrit
visibility-workshop = visible par le groupe
visibility-everyone = publique
visibility-link = visible avec le lien
visibility-community = visible par une communauté
visibility-chosen = visible par des personnes choisies
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

note-hidden-help = Les autres versions sont dans l'historique.
list-and = { $before } et { $last }
paste-unformatted = La mise en forme n’a pas pu être gardée : seuls les mots ont été collés.
paste-unpictured = Les images n’ont pas été collées : seuls les mots l’ont été.
state-kept = Brouillon enregistré à { "{heure}" }
state-again = Pas encore envoyé, nouvel essai dans un instant
settle-count = { $n ->
    [one] Une phrase à choisir :
   *[other] { $count } phrases à choisir :
}
settle-title = Le titre
settle-sentence = Phrase { $n }
settle-both = Les deux
settle-other = Ou autrement : écrivez-la ici
settle-nothing = (rien : la phrase est retirée)
history-undoes = annule des passages de la version { $n }
history-merges = réunit deux textes écrits depuis la version { $n }
history-suggestion = suggestion acceptée
history-summary-hidden = résumé masqué
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
filter-who = Qui
compare-before = Avant
compare-after = Après
diff-too-long = Ces deux textes sont très longs : les paragraphes sont comparés en entier, pas mot à mot.
diff-more = { $n ->
    [one] Un autre changement n'est pas montré ici. Lisez les deux versions pour tout voir.
   *[other] { $count } autres changements ne sont pas montrés ici. Lisez les deux versions pour tout voir.
}
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
reason-personal = des renseignements personnels
reason-asked = à la demande d'une personne concernée
reason-harmful = des propos qui blessent
reason-rights = un texte qui appartient à quelqu'un d'autre
withdraw-why = Note retirée par l'équipe qui veille sur le site, { $when } : { $reason }.
settle-the-sentence = La phrase

### Entrer

code-label = Code de l'atelier
code-help = Huit lettres ou chiffres : ils sont sur le grand écran, ou sur l'affiche.
code-button = Continuer
join-enter = Entrer
join-resume = J'ai mes quatre mots
join-account = J'ai un compte
name-blank = Il manque un nom, même inventé.
name-too-long = Ce nom est un peu long : soixante caractères au plus.

### Le parcours

path-continue = Continuer
pages-label = Pages de la liste
pages-previous = Page précédente
pages-next = Page suivante
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
title-blank = Il manque un titre, même provisoire.
title-too-long = Ce titre dépasse deux cents caractères. Gardez-en l'essentiel, et mettez le reste dans le texte.
title-too-long-tu = Ce titre dépasse deux cents caractères. Gardes-en l'essentiel, et mets le reste dans le texte.
body-blank = Il manque un texte, même court.
summary-blank = Il manque quelques mots.
form-broken = Quelques signes n'ont pas pu être lus ; ils sont marqués �. Tout le reste est là : remplacez-les, puis continuez.
form-broken-help = Si le texte vient d'un fichier, enregistrez-le en « texte brut, UTF-8 », puis envoyez-le de nouveau. Ce que vous aviez écrit est ici :
form-broken-help-tu = Si le texte vient d'un fichier, enregistre-le en « texte brut, UTF-8 », puis envoie-le de nouveau. Ce que tu avais écrit est ici :
form-broken-tu = Quelques signes n'ont pas pu être lus ; ils sont marqués �. Tout le reste est là : remplace-les, puis continue.
publish-title = Qui pourra la lire ?
done-take-back = Annuler la publication
thank-ready = Merci pour cette note.
thank-words = Un merci, en une phrase
thank-button = Dire merci
said-thanked = Le merci est parti.
said-read = C'est noté : cette note est lue.
said-asked = La demande est partie. Quelqu'un qui écrit cette note y répondra.
said-account = Le compte est prêt.
said-kept = Ce choix est gardé.
said-published = C'est fait : la note est publiée.
said-signed-out = C'est fait : cet appareil ne connaît plus personne.
said-moved = L'atelier avait déjà avancé ailleurs : rien n'a changé.
said-review = Quelqu'un va relire la note. On peut publier sans attendre.
said-joined = Bienvenue dans la communauté.
said-asked-to-join = La demande est partie.
said-left = C'est fait : vous avez quitté la communauté.
said-taken-back = La note est redevenue un brouillon.
keep-title = Pour revenir plus tard
keep-help = Ces quatre mots remplacent un mot de passe : avec eux, vous retrouverez votre note sur n'importe quel appareil. Notez-les, ou faites une capture d'écran.
keep-help-tu = Ces quatre mots remplacent un mot de passe : avec eux, tu retrouveras ta note sur n'importe quel appareil. Note-les, ou fais une capture d'écran.
keep-account = Créer un compte, et tout garder (facultatif)
wall-back = Revenir à mon étape

### Une note

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
edit-body-help = Une ligne vide sépare les paragraphes. Commencez une ligne par un tiret pour faire une liste.
history-version = Version
history-first = première version
history-restores = remet la version { $n }
diff-same = { $n ->
    [one] Un passage inchangé
   *[other] { $count } passages inchangés
}
diff-added = ajouté :{" "}
diff-removed = retiré :{" "}
diff-end = { "" }{" "}fin.{" "}

### Comptes


### Ateliers

console-lost = Connexion perdue. On se reconnecte…
live-ended = Votre session est terminée.
live-gone = Cette page n'est plus ouverte.
live-way = Se reconnecter

### Ce que le site dit de lui-même

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
problem-away = Le site fait une pause
problem-away-help = Rien de ce que vous avez envoyé n'est perdu : c'est gardé sur cette page. Attendez quelques secondes, puis touchez le bouton.
problem-broken = Quelque chose s'est mal passé de notre côté
problem-broken-help = Rien de ce que vous aviez enregistré n'est perdu. Essayez encore ; si cela revient, dites-le à la personne qui héberge ce site.
note-too-late-help = La note reste publiée. Vous pouvez toujours en changer le texte.
conversation-not-begun-help = La personne qui lit commence.
conversation-ended-help = Les personnes qui écrivent la note peuvent la reprendre.
conversation-unanswered-help = Vos messages sont bien arrivés.
conversation-full-help = Convenez d'un autre moyen de vous parler.
message-blank-help = Même trois mots suffisent.
message-too-long-help = Coupez-le, ou envoyez-le en deux fois.
note-empty-help = Revenez en arrière : ce que vous aviez écrit y est encore.
summary-blank-help = Revenez en arrière et ajoutez une phrase.
title-blank-help = Revenez en arrière : votre texte y est encore.
title-too-long-help = Revenez en arrière : votre texte y est encore.
body-blank-help = Revenez en arrière : votre texte y est encore.
name-blank-help = Revenez en arrière et choisissez un nom.
name-too-long-help = Revenez en arrière et choisissez un nom plus court.
account-wrong-help = Vérifiez-les, puis essayez encore.
account-email-help = Revenez en arrière et vérifiez l'adresse.
account-password-short-help = Revenez en arrière et choisissez une phrase plus longue.
account-has-one-help = Connectez-vous avec elle, ou avec un code envoyé par courriel.
problem-too-many-fields = Ce formulaire a trop de champs
problem-too-many-fields-help = Aucun des nôtres n'en a autant. Revenez à la page, et envoyez-le de nouveau ; ce qui est écrit est resté sur votre appareil.
problem-unreadable = Ce formulaire n'a pas pu être lu
problem-unreadable-help = Il est peut-être arrivé à moitié. Revenez en arrière et envoyez-le de nouveau : ce qui est écrit est resté sur votre appareil.
problem-too-slow = L'envoi a pris trop de temps
problem-too-slow-help = Le réseau est peut-être très occupé. Revenez en arrière et envoyez de nouveau : ce qui est écrit est resté sur votre appareil.
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

### Préparer un atelier

plan-minutes = { $n ->
    [one] une minute
   *[other] { $count } minutes
}

### Pendant : les étapes

words-too-long = C'est un peu long pour une ligne.
words-too-long-help = Coupez en deux lignes : rien n'est perdu, c'est encore dans le champ.
words-too-long-help-tu = Coupe en deux lignes : rien n'est perdu, c'est encore dans le champ.
words-too-many-help = Cinq cents à la fois au plus : collez le reste ensuite.
words-too-many-help-tu = Cinq cents à la fois au plus : colle le reste ensuite.
words-person-full-help = Vos mots sont encore dans le champ : la personne qui prend les notes peut les ajouter.
words-person-full-help-tu = Tes mots sont encore dans le champ : la personne qui prend les notes peut les ajouter.
words-sheet-full-help = Vos mots sont encore dans le champ : copiez-les, une note peut les accueillir.
words-sheet-full-help-tu = Tes mots sont encore dans le champ : copie-les, une note peut les accueillir.
review-one-at-a-time-help = Répondez à celle que vous avez, ou renvoyez-la : une autre pourra suivre.
review-one-at-a-time-help-tu = Réponds à celle que tu as, ou renvoie-la : une autre pourra suivre.

### La prise de notes et la synthèse

synthesis-nothing-help = Notez une première ligne : la synthèse se fera avec elle.
workshop-too-late-help = Préparez-en un autre comme celui-ci : ses étapes sont gardées.

### Sans réseau

state-portal = Vous êtes sur le wifi, mais pas sur Internet. Ouvrez la page de connexion du wifi, puis revenez : vos mots sont gardés ici.
state-portal-tu = Tu es sur le wifi, mais pas sur Internet. Ouvre la page de connexion du wifi, puis reviens : tes mots sont gardés ici.
state-sent = De nouveau en ligne. Envois faits : { "{n}" }

### Après : les nouvelles, et rejouer l'atelier

keep-other = Ces mots ont été écrits par une autre personne sur ce téléphone.
keep-other-help = Ils y restent, pour elle.

### Relier

link-button = Relier

### Aider de plus près

signed-with-others = { $n ->
    [one] { $name } et une autre personne
   *[other] { $name } et { $count } autres personnes
}
signed-by-group = le groupe de l'atelier

## Le sillage d'une note, d'un atelier, du commun
wake-published = { $n ->
    [one] une publication
   *[other] { $count } publications
}
wake-edited = { $n ->
    [one] une modification
   *[other] { $count } modifications
}
wake-read = { $n ->
    [one] une lecture
   *[other] { $count } lectures
}
wake-liked = { $n ->
    [one] un « j'aime »
   *[other] { $count } « j'aime »
}
wake-thanked = { $n ->
    [one] un merci
   *[other] { $count } mercis
}
wake-linked = { $n ->
    [one] un lien
   *[other] { $count } liens
}
wake-since = Depuis le { $day } : { $acts }.
wake-how = Comment lire ce dessin
wake-legend = Le bateau, c'est maintenant ; plus on s'en éloigne, plus c'est ancien. Les courbes fines sont des lectures, les courbes épaisses des modifications et des publications. Au-dessus flottent les « j'aime » ; au-dessous brillent les mercis ; les anneaux sont des liens. Quand il y en a eu beaucoup, le trait s'élargit. Personne n'y est nommé.

## /style
style-title = Les pièces du site
style-lead = Chaque pièce des pages, dans chacun de ses états.
style-type = Lettres
style-em = Un mot appuyé.
style-colours = Couleurs
style-buttons = Boutons
style-fields = Champs
style-said = Ce que la page dit
style-drawn = Dessins
style-wall = Sur le mur
style-days = Les jours à venir
style-wakes = Sillages
conversation-you = Vous
conversation-erased = Ce message a été effacé.
conversation-messages = Messages
style-message = Combien de personnes étiez-vous ?
style-answer = Quarante, et on en attendait vingt.
style-notes = Notes et fiches
print = Imprimer
licence-reserved = Tous droits réservés
community-nameless-help = Revenez à la page de la communauté.
community-name-long-help = Revenez à la page de la communauté.
community-label-long-help = Revenez à la page de la communauté.
community-text-long-help = Revenez à la page de la communauté.
community-many-help = Confiez-en une à quelqu'un d'autre, puis recommencez.
community-not-a-member-help = Revenez à la page de la communauté.
community-full-help = Une autre communauté parle peut-être des mêmes choses.
community-request-long-help = Revenez à la page de la communauté.
community-many-ask-help = Revenez à la page de la communauté.
community-closed-help = Sa page dit comment on y entre.
community-ended-help = Ce qu'elle a partagé reste à ses membres.
community-exists-help = Revenez à la page de la communauté.
community-not-founded-help = Revenez à la page de la communauté.
community-not-steward-help = Revenez à la page de la communauté.
community-last-steward-help = Revenez à la page de la communauté.
community-stewards-full-help = Revenez à la page de la communauté.
membership-is-member-help = Il n'y a rien de plus à faire.
membership-not-member-help = Revenez à la page de la communauté.
membership-answered-help = La page des membres dit qui est entré.
membership-removed-help = Revenez à la page de la communauté.
membership-asked-enough-help = Revenez à la page de la communauté.
meeting-nameless-help = Revenez à la page de la rencontre.
meeting-long-help = Revenez à la page de la rencontre.
meeting-many-help = Revenez à la page de la rencontre.
meeting-aim-long-help = Revenez à la page de la rencontre.
meeting-exists-help = Revenez à la page de la rencontre.
meeting-not-announced-help = Revenez à la page d'où vous venez.
meeting-odd-hours-help = Revenez à la page de la rencontre.
meeting-cancelled-help = Revenez à la page de la rencontre.
meeting-full-help = Revenez à la page de la rencontre.
meeting-not-coming-help = Revenez à la page de la rencontre.
meeting-no-places-help = Revenez à la page de la rencontre.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
mandate-exists-help = Revenez à la page du mandat.
mandate-not-given-help = Revenez à la page d'où vous venez.
mandate-odd-period-help = Revenez à la page du mandat.
mandate-not-yours-help = Revenez à la page du mandat.
mandate-ended-help = Revenez à la page du mandat.
mandate-odd-time-help = Revenez à la page du mandat.
mandate-other-day-help = Revenez à la page du mandat.
mandate-time-full-help = Revenez à la page du mandat.
mandate-long-help = Revenez à la page du mandat.
mandate-many-help = Revenez à la page d'où vous venez.
mandate-not-in-it-help = Revenez à la page d'où vous venez.
mandate-odd-hours-help = Revenez à la page d'où vous venez.
mandate-odd-amount-help = Revenez à la page d'où vous venez.
meeting-far-help = Revenez à la page d'où vous venez.
meeting-over-help = Revenez à la page d'où vous venez.
meeting-changed-help = Revenez à la page d'où vous venez.
synthesis-not-shared-help = Revenez à la page d'où vous venez.
said-noted = C'est noté.
file-too-many-help = Attendez quelques minutes, puis ajoutez les autres.
file-empty-help = Choisissez un fichier, puis ajoutez-le.
file-too-large-help = Un fichier pèse 20 Mo au plus. Choisissez une photo de taille moyenne, ou un PDF plus léger.
file-other-kind-help = Choisissez une image, un PDF ou un son (MP3, M4A, WAV, OGG, FLAC). Un document Word s'enregistre aussi en PDF.
file-other-picture-help = Enregistrez-la en JPEG ou en PNG, puis ajoutez-la.
file-film-help = Si c'est un son, enregistrez-le en MP3, puis ajoutez-le.
file-unreadable-help = Il est peut-être abîmé ou incomplet. Choisissez une image JPEG, PNG ou WebP, un PDF ou un son.
file-too-many-pixels-help = Envoyez-la plus petite (25 millions de pixels au plus), ou envoyez une capture d'écran de cette image.
file-many-help = Il faut en retirer un avant d'en ajouter un autre.
file-no-room-help = Retirez un fichier dont vous n'avez plus besoin : la liste est dans « Mon coin », « Mes données », « Mes fichiers ».
file-commons-full-help = Dites-le à qui veille sur le commun, et gardez votre fichier en attendant.
file-long-help = Six cents caractères au plus.
file-store-away-help = Gardez votre fichier et réessayez dans quelques minutes.
file-exists-help = Il n'y a rien à refaire.
file-not-added-help = Revenez à la liste des fichiers.
file-gone-help = Revenez à la liste des fichiers.
file-enough-help = Il n'y a rien à refaire.
file-busy-help = Attendez quelques secondes, choisissez de nouveau votre fichier, puis ajoutez-le.
said-file-added = Le fichier est ajouté.
said-file-removed = Le fichier est retiré.
said-file-shown = Le fichier est montré de nouveau.
