### Entrer

code-unknown = Ce code n'ouvre aucun atelier. Vérifiez-le : il ne contient jamais 0, 1, I, L ni O.
code-words = On dirait vos quatre mots pour revenir : le lien sous ce champ mène là où on les écrit.
code-slow = Beaucoup de codes sont essayés en ce moment, alors la porte prend son temps. Cette page réessaie toute seule ; le code QR, lui, ouvre tout de suite.
join-workshop = Atelier
join-with = Avec { $name }
join-name = Comment voulez-vous qu'on vous appelle ?
join-name-tu = Comment veux-tu qu'on t'appelle ?
join-name-help = Voici un surnom. Gardez-le, ou écrivez le nom que vous voulez.
join-name-help-tu = Voici un surnom. Garde-le, ou écris le nom que tu veux.
join-another-name = Un autre surnom
join-as = Vous entrez comme { $name }.
join-as-tu = Tu entres comme { $name }.
join-promise = Vos notes restent privées. Vous choisirez qui peut les lire.
join-promise-tu = Tes notes restent privées. Tu choisiras qui peut les lire.
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
join-recorded-minors = Ici, pas de compte ni de courriel. Le nom et les brouillons sont effacés trente jours après la fin ; ce qui est publié reste, sans nom.
join-recorded-5 = Aucune adresse, aucune position, rien pour la publicité.
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

### Le parcours

path-step = Étape { $n } sur { $of }
path-back = Retour
path-finish = J'ai terminé
path-over = L'atelier est terminé. Votre note reste à vous, et vous pouvez la finir.
path-over-tu = L'atelier est terminé. Ta note reste à toi, et tu peux la finir.
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
idea-only-begun = Il manque la suite : quelques mots de vous après ce début.
idea-only-begun-tu = Il manque la suite : quelques mots de toi après ce début.
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
draft-enough = C'est déjà une note.
draft-look = Voir à quoi ça ressemble
body-too-long = Ce texte est trop long pour une seule note. Il est gardé ci-dessous : gardez-en une partie, ou faites-en plusieurs notes.
body-too-long-tu = Ce texte est trop long pour une seule note. Il est gardé ci-dessous : gardes-en une partie, ou fais-en plusieurs notes.
summary-too-long = C'est un peu long : deux cents caractères au plus.
look-title = À quoi ça ressemble
look-help = Rien n'est encore publié. Personne d'autre ne voit cette page.
look-note = Aperçu de la note
look-short = Un titre tout seul peut déjà être une note.
look-change = Retoucher
look-choose = Choisir qui pourra la lire
publish-workshop-help = { $n ->
    [0] Les personnes de cet atelier.
    [one] Vous, une autre personne et qui anime.
   *[other] Vous, { $count } autres personnes et qui anime.
}
publish-workshop-help-tu = { $n ->
    [0] Les personnes de cet atelier.
    [one] Toi, une autre personne et qui anime.
   *[other] Toi, { $count } autres personnes et qui anime.
}
publish-everyone-help = Toute personne sur Internet, même sans compte.
publish-more = Signature, note en chantier, mot d'accompagnement
publish-writer-help = C'est aussi un bon choix. Rien ne se perd.
publish-wall = Montrer le titre sur le mur projeté
publish-signed = Le nom sous la note
publish-signed-help = Votre prénom, votre nom ou un surnom ; il apparaît sous tout ce que vous avez écrit ici.
publish-signed-help-tu = Ton prénom, ton nom ou un surnom ; il apparaît sous tout ce que tu as écrit ici.
publish-undo = Pendant 48 heures, vous pouvez annuler la publication : la note redevient un brouillon.
publish-taken-back = Votre note est redevenue un brouillon ; vous seul·e la voyez.
publish-taken-back-tu = Ta note est redevenue un brouillon ; toi seul·e la vois.
publish-undo-tu = Pendant 48 heures, tu peux annuler la publication : la note redevient un brouillon.
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
underway-title = Votre note est en route
underway-title-tu = Ta note est en route
underway-group = Elle est publiée pour les personnes de votre atelier. Pendant 48 heures, vous pouvez annuler.
underway-group-tu = Elle est publiée pour les personnes de ton atelier. Pendant 48 heures, tu peux annuler.
underway-everyone = Elle est publiée : tout le monde peut la lire. Pendant 48 heures, vous pouvez annuler.
underway-everyone-tu = Elle est publiée : tout le monde peut la lire. Pendant 48 heures, tu peux annuler.
done-see = Voir ma note
thank-title = Une note attend un mot
thank-first = Vous seriez la première personne à répondre.
thank-first-tu = Tu serais la première personne à répondre.
thank-nobody = Aucune note n'attend votre merci pour l'instant. Vous pouvez vous arrêter ici.
thank-sent = Votre merci est parti. Vous pouvez en dire un autre, ou vous arrêter ici.
thank-sent-tu = Ton merci est parti. Tu peux en dire un autre, ou t'arrêter ici.
thank-nobody-tu = Aucune note n'attend ton merci pour l'instant. Tu peux t'arrêter ici.
thank-starter-1 = Merci, je retiens…
thank-starter-2 = Ça m'aide pour…
thank-starter-3 = Chez nous aussi…
thank-blank = Il manque quelques mots. Une seule phrase suffit.
thank-only-begun = Il manque la suite : quelques mots de vous après ce début.
thank-only-begun-tu = Il manque la suite : quelques mots de toi après ce début.
keep-copy = Copier
keep-copied = Copié
keep-wall = Voir les notes de notre atelier
hand-raise = Lever la main
hand-is-up = Main levée · voir mon tour
hand-title = Lever la main
hand-lead = Qu'est-ce qui vous arrête ?
hand-lead-tu = Qu'est-ce qui t'arrête ?
hand-words = Je ne sais pas quoi écrire
hand-button = Je ne sais pas où appuyer
hand-connection = Internet ne marche pas
hand-other = Autre chose, ou je ne sais pas
hand-words-short = ne sait pas quoi écrire
hand-button-short = cherche le bouton
hand-connection-short = a un souci de connexion
hand-other-short = a besoin d'aide
hand-up-title = Votre main est levée
hand-up-title-tu = Ta main est levée
hand-coming = { $name } arrive.
hand-before = { $n ->
    [0] Vous êtes la prochaine personne.
    [one] Une personne avant vous.
   *[other] { $count } personnes avant vous.
}
hand-before-tu = { $n ->
    [0] Tu es la prochaine personne.
    [one] Une personne avant toi.
   *[other] { $count } personnes avant toi.
}
hand-lower = Ça va maintenant, baisser ma main
hand-back = Revenir à mon étape
wall-title = Les notes de notre atelier
wall-empty = La première note est souvent la plus courageuse. Elle arrive.

### Ateliers

workshops-title = Mes ateliers
workshops-new = Préparer un atelier
workshops-empty = Aucun atelier pour l'instant. En préparer un prend trois minutes.
workshop-entered = { $n ->
    [0] personne n'est entré
    [one] une personne est entrée
   *[other] { $count } personnes sont entrées
}
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
console-settled = Réglé
band-places = { $n ->
    [one] une place
   *[other] { $count } places
}
console-waiting = Notes qui attendent un mot
console-all-answered = Toutes les notes publiées ont reçu un mot.
console-no-note = Aucune note publiée pour l'instant.
console-answered = Notes qui ont reçu un mot
console-said-hand = { $name } a levé la main
console-said-hands = Nouvelles mains levées : { "{n}" }
console-said-door = { $name } attend à la porte
console-nobody = Personne n'est encore entré. D'ici là :
console-nobody-0 = Ouvrir l'atelier, avec le bouton du haut.
console-nobody-1 = Projeter la page avec le code QR.
console-nobody-2 = Écrire au tableau :
console-nobody-3 = Essayer avec un autre téléphone que celui-ci.
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

### Quand une page ne peut pas être montrée

behind-title = Ce que vous avez fait est gardé
behind-title-tu = Ce que tu as fait est gardé
behind-kept = Le site le montrera bientôt : rien n'est à refaire. Cette page regarde de nouveau toute seule.
summary-too-long-help = Revenez en arrière : votre phrase y est encore.
body-too-long-help = Votre texte est gardé dans votre brouillon.
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

### Préparer un atelier

plan-page = Préparer un atelier
plan-title = Nom de l'atelier
plan-lead = Un nom suffit. Le reste peut attendre.
plan-copied = Copie d'un atelier passé : mêmes étapes, mêmes mots. Changez ce qui change.
plan-script = Quel déroulement ?
plan-title-help = Celui que les gens verront en entrant.
plan-on = Date (facultatif)
plan-hour = Heure (facultatif)
plan-mode = Où seront les gens ?
plan-mode-in-person = Ensemble, dans une salle
plan-mode-online = À distance
plan-mode-hybrid = Les deux
plan-place = Lieu (facultatif)
plan-community = Pour quelle communauté ? (facultatif)
plan-community-help = La communauté à qui les notes et la synthèse sont destinées.
plan-places = Nombre de places
plan-places-help = Vous pourrez en ajouter pendant l'atelier.
plan-goal = But du groupe, en notes (facultatif)
plan-goal-help = Projeté comme un but commun, jamais comme un classement.
plan-visibility = Au départ, qui lira les notes ?
plan-visibility-workshop = Le groupe de l'atelier
plan-visibility-everyone = Tout le monde
plan-tone = Comment parler aux gens ?
plan-tone-vous = En français, avec « vous »
plan-tone-tu = En français, avec « tu »
plan-tone-english = En anglais
plan-minors = Des personnes de moins de 14 ans participent : pas de compte, pas de courriel, et les noms effacés trente jours après la fin.
plan-button = Préparer
plan-steps = { $n ->
    [one] une étape
   *[other] { $count } étapes
}
plan-count-places = { $n ->
    [one] une place
   *[other] { $count } places
}
plan-count-goal = { $n ->
    [one] but : une note
   *[other] but : { $count } notes
}
script-express = Express
script-express-help = L'essentiel : une première note par personne.
script-premiere-note-60 = Ma première note
script-premiere-note-60-help = De l'accueil au mot de la fin ; la lecture des notes des autres continue après.
script-premiere-note-75 = Ma première note, avec lecture
script-premiere-note-75-help = De l'accueil au mot de la fin, avec le temps de lire les autres.
script-premiere-note-90 = Ma première note, en deux temps
script-premiere-note-90-help = Deux temps d'écriture avec une pause entre les deux.
script-retraite = Retraite d'écriture
script-retraite-help = Des blocs de 50 minutes et 10 de pause, avec un objectif dit au début et raconté à la fin.
script-rencontre = Garder la trace d'une rencontre
script-rencontre-help = Apprentissages, besoins, idées : tout le monde ajoute ses lignes, et la synthèse se fait.
script-processus = Canevas de processus
script-processus-help = En sous-groupes : étapes, outils, freins et pistes d'une action au choix.
overview-run = Ouvrir la console
overview-console = Console
overview-before = Avant
overview-during = Pendant
overview-after = Après
overview-items = Le déroulement
overview-card = en groupe, sans écran
overview-rehearse = Répéter
overview-rehearse-help = Une copie de l'atelier, avec douze personnes simulées. Rien n'en est compté.
overview-rehearsal-of = Répétition : { $title }
overview-is-rehearsal = répétition, avec des personnes simulées
overview-copy = Refaire un atelier comme celui-ci
kit-bring = Apporter une trousse d'atelier
kit-file = Fichier de la trousse
kit-text = … ou son texte, collé ici
kit-button = Préparer l'atelier de cette trousse
kit-take = Trousse, pour le refaire ailleurs
kit-document = Ce fichier est un document (Word, PDF…) et non une trousse. Choisissez le fichier « trousse-atelier.json » tel qu'il a été téléchargé.
kit-unreadable = Des signes de ce fichier ne peuvent pas être lus. Enregistrez-le en « texte brut, UTF-8 », ou choisissez-le tel qu'il a été téléchargé.
kit-unknown = Ce texte n'est pas une trousse d'atelier Sillage. Choisissez le fichier « trousse-atelier.json » tel qu'il a été téléchargé.
arrange-title = Déroulement
arrange-lasts = { $time } en tout.
arrange-saved = C'est enregistré.
arrange-minutes = Minutes
arrange-hide = Laisser de côté
arrange-up = Avancer : { $what }
arrange-down = Reculer : { $what }
arrange-out = Retirer
arrange-words = Avec mes mots
arrange-own-title = Titre
arrange-say = Ce que je veux dire ou demander
arrange-add = Ajouter un exercice
arrange-card = Exercice
arrange-add-button = Ajouter à la fin
arrange-save = Garder ce déroulement
arrange-reset = Revenir au déroulement d'origine
step-round = Tour de table
step-round-help = Région, organisation, intérêts, ce qui amène chaque personne.
step-react = Lire et réagir
step-react-help = Une note courte, et un mot pour y répondre.
step-door-help = Quatre façons de commencer.
step-idea-help = Une seule phrase.
step-draft-help = Le texte, en parties facultatives.
step-blocks = Blocs d'écriture
step-blocks-help = Un objectif dit au début de chaque bloc, raconté à la fin.
step-look-help = L'aperçu, et une personne qui a fini pour relire.
step-publish-help = Au groupe, à tout le monde, ou pour soi.
step-thank-help = Lire une note, remercier la personne qui l'a écrite.
step-gather = Ce qu'on retient
step-gather-help = Chaque personne ajoute ses apprentissages, besoins et idées.
step-canvas = Canevas
step-canvas-help = Une carte de choix par ligne : chaque sous-groupe en prend une.
step-farewell = Mot de la fin
step-farewell-help = Un mot, et un petit geste pour la suite.
card-welcome = Accueil
card-welcome-help = On entre, on essaie son écran, on dit ce qui est enregistré.
card-expectations = Attentes
card-expectations-help = Chaque personne dit en une phrase ce qu'elle espère.
card-pairs = À deux
card-pairs-help = L'une raconte, l'autre écoute ; puis on échange.
card-one-two-all = Seul·e, à deux, ensemble
card-one-two-all-help = Chaque idée passe par une, puis deux, puis toutes les têtes.
card-silent-reading = Lecture en silence
card-silent-reading-help = Tout le monde lit, personne ne parle.
card-brainwriting = Feuilles tournantes
card-brainwriting-help = Chaque feuille fait le tour ; on ajoute à ce qui précède.
card-plenary = Plénière
card-plenary-help = Chaque sous-groupe dit ce qu'il a trouvé.
card-priorities = Priorités
card-priorities-help = Des points, des mains ou des pieds : ce qui compte le plus.
card-break = Pause
card-break-help = Personne ne travaille.
card-next-steps = Suites
card-next-steps-help = Qui fait quoi, pour quand.
card-own = Exercice à moi
card-own-help = Donnez-lui un titre et des consignes.
roles-title = Qui aide, et comment
roles-lead = Un lien par rôle : la personne qui l'ouvre le prend, sur son appareil. Vous pouvez le reprendre quand vous voulez.
role-process = Animation
role-process-help = Ouvre, donne le rythme, termine. Pour confier l'animation à un autre appareil, c'est ce lien.
role-notes = Prise de notes
role-notes-help = Écrit ce qui se dit ; la synthèse se fait avec ces lignes.
role-dynamics = Attention au groupe
role-dynamics-help = Voit qui reste seul·e, et y va.
role-help = Aide technique
role-help-help = Répond aux mains levées.
role-observer = Observation
role-observer-help = Regarde la console, sans rien toucher.
role-facilitator = { $name } a préparé l'atelier et garde toujours le droit de l'animer.
role-make-link = Faire un lien
role-link-help = Ce lien s'ouvre une seule fois, pendant sept jours. Il n'est montré qu'ici.
role-link-qr = Code QR du lien de ce rôle
role-end = Reprendre ce rôle
role-take = Prendre ce rôle
role-gone = Ce lien a déjà servi
role-gone-help = Demandez-en un autre à la personne qui anime : un geste suffit.
mandate-title = Ce qui est convenu pour ce rôle
mandate-paid = Ce travail est payé
mandate-hours = Nombre d'heures (facultatif)
mandate-funder = Qui le finance (facultatif)
mandate-save = Garder le mandat
sheet-title = Feuille à imprimer
poster-title = Affiche à imprimer
poster-help = Une page à imprimer et à poser sur une porte ou un babillard.
poster-invites = Bienvenue à toutes et à tous
sheet-help = Une page pour le jour où le wifi ne marche pas, à imprimer d'avance.
sheet-back = Revenir à l'atelier
sheet-steps = Les étapes
sheet-phrase = Mes quatre mots
sheet-phrase-help = Ils sont à la fin du parcours. Avec eux, on retrouve sa note sur n'importe quel appareil.
sheet-paper = Ma note, sur papier
sheet-paper-help = On peut aussi écrire sa note ici : quelqu'un la saisira à votre nom.
sheet-paper-help-tu = On peut aussi écrire sa note ici : quelqu'un la saisira à ton nom.

### La salle d'attente

waiting-lead = La personne qui anime vous voit et peut vous ajouter.
waiting-lead-tu = La personne qui anime te voit et peut t'ajouter.
waiting-help = Laissez cette page ouverte : elle s'ouvrira toute seule.
waiting-help-tu = Laisse cette page ouverte : elle s'ouvrira toute seule.
waiting-told = La personne qui anime vient d'être prévenue : elle peut ajouter des places en un geste.
waiting-button = Demander à entrer
elsewhere-title = Vous continuez ailleurs
elsewhere-title-tu = Tu continues ailleurs
elsewhere-lead = Votre parcours est ouvert sur un autre appareil. Tout ce qui est écrit y est.
elsewhere-lead-tu = Ton parcours est ouvert sur un autre appareil. Tout ce qui est écrit y est.
elsewhere-here = Continuer sur cet appareil
merged-title = Une seule entrée
merged-lead = Vous étiez entré·e deux fois dans cet atelier ; on garde l'autre fois. Ce qui est écrit ici reste à vous.
merged-lead-tu = Tu étais entré·e deux fois dans cet atelier ; on garde l'autre fois. Ce qui est écrit ici reste à toi.
merged-note = Voir ma note
merged-phrase = Avec les quatre mots de l'autre appareil, on continue ici aussi.

### Pendant : les étapes

words-blank = Il manque quelques mots.
words-blank-help = Même trois : on pourra les changer.
pulse-eyes-up = On lève les yeux.
pulse-eyes-up-help = On se parle ; rien à faire ici, et rien ne se perd.
pulse-card = ensemble, sans écran,
pulse-now = Maintenant, dans la salle :
pulse-until = jusqu'à
pulse-teller = { $name } aimerait vous raconter sa note, pour que vous l'écriviez
pulse-teller-tu = { $name } aimerait te raconter sa note, pour que tu l'écrives
pulse-ask = Besoin d'un coup de main ?
pulse-yes = Oui
pulse-think = Ça va, je réfléchis
pace-title = On y arrive ensemble
pace-help = Cette étape s'ouvrira pour tout le monde en même temps.
pace-back = Revenir à mon étape
pace-not-yet = La salle n'est pas encore à cette étape.
pace-not-yet-help = Ce que vous avez écrit est ici. Gardez-le : l'étape s'ouvrira pour tout le monde en même temps.
pace-not-yet-help-tu = Ce que tu as écrit est ici. Garde-le : l'étape s'ouvrira pour tout le monde en même temps.
path-not-here = Cet atelier n'a pas cette étape.
path-not-here-help = Ce que vous avez écrit est ici, à copier. Votre parcours vous attend là où vous étiez.
path-not-here-help-tu = Ce que tu as écrit est ici, à copier. Ton parcours t'attend là où tu étais.
path-room-over = L'atelier est terminé depuis plus d'un jour : cette étape se faisait avec la salle.
path-room-over-help = Ce que vous avez écrit est ici, à copier. Votre note reste à vous, et vous pouvez la finir. Un accord que vous retirez est retiré.
path-room-over-help-tu = Ce que tu as écrit est ici, à copier. Ta note reste à toi, et tu peux la finir. Un accord que tu retires est retiré.
round-title = Tour de table
round-lead = Tout est facultatif. La région et les intérêts proposés peuvent paraître au mur, sans nom ni nombre.
round-region = Votre région
round-region-tu = Ta région
round-organisation = Votre organisation
round-organisation-tu = Ton organisation
round-interests = Ce qui vous intéresse, jusqu'à { $count }
round-interests-tu = Ce qui t'intéresse, jusqu'à { $count }
round-reason = Ce qui m'amène
interest-1 = Animer une communauté
interest-2 = Écrire ce qu'on apprend
interest-3 = Outils numériques
interest-4 = Se rencontrer en personne
interest-5 = Apprendre ensemble
interest-6 = Prendre des décisions ensemble
interest-7 = Trouver de l'argent
interest-8 = Accueillir les nouvelles personnes
consent-minors = Ici, on n'écrit à personne
consent-minors-help = Cet atelier accueille des personnes de moins de quatorze ans : le site ne leur envoie rien.
consent-quote = On peut me citer dans la synthèse, sous le nom que j'ai choisi.
consent-news-button = Garder mon choix
consent-news = Me donner des nouvelles de ma note dans quelques jours.
react-title = Lire et réagir
react-legend = Cette note…
react-nothing = Il n'y a pas encore de note à lire ici. La vôtre sera la première.
react-nothing-tu = Il n'y a pas encore de note à lire ici. La tienne sera la première.
react-rather-read = Je préfère lire
reaction-think = me fait réfléchir
reaction-inspire = m'inspire
reaction-question = me questionne
door-dictate = Je raconte, quelqu'un écrit
door-dictate-help = De vive voix ; la note est à vous.
door-dictate-help-tu = De vive voix ; la note est à toi.
door-complete = Compléter une note
door-complete-help = Ajouter quelques phrases à ce qui existe.
dictate-title = Qui écrit pour vous ?
dictate-title-tu = Qui écrit pour toi ?
dictate-lead = Racontez, la personne à côté écrit. La note portera votre nom.
dictate-lead-tu = Raconte, la personne à côté écrit. La note portera ton nom.
dictate-hand-over = Je prête mon téléphone
dictate-choose = Ou sur son téléphone :
dictate-named = { $name } peut écrire pour vous, sur son téléphone.
dictate-named-tu = { $name } peut écrire pour toi, sur son téléphone.
scribe-title = Écrire pour quelqu'un
console-scribe-how = Sa note s'écrit ensuite sur un téléphone entré dans l'atelier, le vôtre par exemple :
scribe-lead = La note sera la sienne. Vous reviendrez ensuite à la vôtre.
scribe-lead-tu = La note sera la sienne. Tu reviendras ensuite à la tienne.
scribe-for = Écrire pour { $name }
scribe-name = Son prénom ou son surnom
scribe-name-help = Pour quelqu'un qui est là sans téléphone.
scribe-button = Commencer
scribe-writing = Vous écrivez pour { $name }.
scribe-writing-tu = Tu écris pour { $name }.
scribe-end = Revenir à ma note
complete-title = Compléter une note
complete-lead = { $n ->
    [0] Il n'y a pas encore de note à compléter. Choisissez une autre façon de commencer.
    [one] Cette note attend peut-être votre phrase.
   *[other] Choisissez une note où vous avez quelque chose à ajouter.
}
complete-lead-tu = { $n ->
    [0] Il n'y a pas encore de note à compléter. Choisis une autre façon de commencer.
    [one] Cette note attend peut-être ta phrase.
   *[other] Choisis une note où tu as quelque chose à ajouter.
}
complete-note = La note
complete-words = Ce que j'ajouterais
complete-help = C'est proposé à la personne qui a écrit, à votre nom.
complete-help-tu = C'est proposé à la personne qui a écrit, à ton nom.
complete-button = Proposer
complete-sent = C'est envoyé. La personne qui a écrit verra votre ajout.
complete-sent-tu = C'est envoyé. La personne qui a écrit verra ton ajout.
complete-another = Choisir une autre note
blocks-title = Bloc { $n } de { $of }
blocks-title-end = Les blocs sont finis
blocks-all-told = Chaque bloc est raconté.
blocks-objective = Mon objectif pour ce bloc
blocks-objective-help = Petit et précis : « le début », « trois exemples ».
blocks-begin = C'est parti
blocks-how-far = À la fin du bloc, où en êtes-vous ?
blocks-how-far-tu = À la fin du bloc, où en es-tu ?
reached-yes = Objectif atteint
reached-partly = En partie
reached-not-yet = Pas cette fois
review-ask = Faire relire
review-ask-again = Faire relire de nouveau
review-promise = Une seule personne, qui a déjà publié sa note, en privé. Vous pouvez publier sans attendre.
review-promise-tu = Une seule personne, qui a déjà publié sa note, en privé. Tu peux publier sans attendre.
review-waiting = Quelqu'un va relire votre note. Vous pouvez publier sans attendre : sa réponse arrivera après.
review-waiting-tu = Quelqu'un va relire ta note. Tu peux publier sans attendre : sa réponse arrivera après.
review-withdraw = Ne plus faire relire
review-answer = { $name } a relu votre note
review-answer-tu = { $name } a relu ta note
look-understood = J'ai compris ceci :
look-more = J'aimerais en savoir plus sur…
look-keep = À garder tel quel !
review-invitation = Quelqu'un aimerait faire relire sa note avant de la publier.
review-go = Relire pour quelqu'un
review-title = Relire pour quelqu'un
review-count = { $n ->
    [one] Une note attend. Vous serez seul·e à la lire.
   *[other] { $count } notes attendent. Vous en lirez une, et vous serez seul·e à la lire.
}
review-count-tu = { $n ->
    [one] Une note attend. Tu seras seul·e à la lire.
   *[other] { $count } notes attendent. Tu en liras une, et tu seras seul·e à la lire.
}
review-take = Je la lis
review-help = Pas de stylo rouge : un des trois débuts, et quelques mots si vous voulez.
review-help-tu = Pas de stylo rouge : un des trois débuts, et quelques mots si tu veux.
review-words = Quelques mots (facultatif)
review-legend = Comment commence votre réponse ?
review-legend-tu = Comment commence ta réponse ?
review-return = Renvoyer
review-nobody = Aucune note n'attend d'être relue en ce moment.
review-first = On relit pour quelqu'un après avoir publié sa propre note.
review-sent = C'est envoyé. Merci d'avoir relu.
review-not-asked = Cette note n'attend plus d'être relue.
review-not-asked-help = Quelqu'un a répondu, ou la note est publiée.
review-taken = Quelqu'un la lit déjà.
review-taken-help = Revenez à « Relire pour quelqu'un » : une autre attend peut-être.
review-taken-help-tu = Reviens à « Relire pour quelqu'un » : une autre attend peut-être.
review-ones-own = C'est votre note.
review-ones-own-tu = C'est ta note.
review-ones-own-help = C'est toujours quelqu'un d'autre qui relit.
review-enough-help = Une autre personne aura le plaisir de lire celle-ci.
gather-title = Ce qu'on retient
gather-lead = Une ligne à la fois. Une phrase maladroite vaut mieux qu'une phrase absente.
gather-kind = C'est…
gather-words = En une phrase
gather-add = Ajouter
gather-mine = Mes lignes
gather-others = Dans la salle
canvas-choose = Choisissez une action
canvas-choose-tu = Choisis une action
canvas-lead = Votre sous-groupe en prend une, et décrit comment elle se passe.
canvas-lead-tu = Ton sous-groupe en prend une, et décrit comment elle se passe.
canvas-other = Choisir une autre action
canvas-done = Notre canevas est fini
canvas-card-1 = Écrire une première note
canvas-card-2 = Accueillir une nouvelle personne
canvas-card-3 = Animer une rencontre de la communauté
canvas-card-4 = Réutiliser la note de quelqu'un d'autre
canvas-add-stage = Ajouter une étape
canvas-add-tool = Ajouter un outil
canvas-add-brake = Ajouter un frein
canvas-add-lead = Ajouter une piste
farewell-title = Un mot pour finir
farewell-word = Ce que vous retenez, en un mot ou une phrase (facultatif)
farewell-word-tu = Ce que tu retiens, en un mot ou une phrase (facultatif)
farewell-gesture = Un petit geste pour la suite, si vous voulez
farewell-gesture-tu = Un petit geste pour la suite, si tu veux
farewell-consents = Ce que vous acceptez (nouvelles, citations)
farewell-consents-tu = Ce que tu acceptes (nouvelles, citations)
farewell-button = Envoyer mon mot
farewell-said = C'est reçu. Merci d'être venu·e.
farewell-none = Terminer sans rien écrire
end-title = Voilà, c'est fini
end-for-everyone = « { $title } » est publiée : tout le monde peut la lire.
end-for-group = « { $title } » est publiée : le groupe peut la lire.
end-thanked = { $n ->
    [one] Une personne vous a dit merci.
   *[other] { $count } mercis pour vous.
}
end-thanked-tu = { $n ->
    [one] Une personne t'a dit merci.
   *[other] { $count } mercis pour toi.
}
end-send = L'envoyer à quelqu'un
end-send-everyone = Toute personne qui a cette adresse peut la lire, sans compte.
end-send-group = Les personnes du groupe peuvent l'ouvrir avec cette adresse.
end-copy = Copier l'adresse
end-change-word = Changer mon mot
gesture-read = Lire une note de la salle
gesture-thank = Remercier quelqu'un
gesture-add = Ajouter une phrase à ma note
gesture-show = Montrer ma note à une personne de confiance
gesture-return = Revenir à la prochaine séance
next-session = Prochaine séance : { $when }.
next-session-add = L'ajouter à mon agenda

### La prise de notes et la synthèse

capture-to-take-up = { $n ->
    [one] Une parole de la salle à reprendre
   *[other] { $count } paroles de la salle à reprendre
}
capture-take-up = Reprendre
capture-take-up-this = Reprendre : { $words }
capture-reaction-think = « { $title } » fait réfléchir
capture-reaction-inspire = « { $title } » inspire
capture-reaction-question = « { $title } » questionne
line-of = Qui l'a dit ?
line-of-help = Un nom n'est montré dans la synthèse que si la personne est d'accord pour être citée.
line-of-nobody = La salle
line-agrees = d'accord pour être cité·e
line-source = D'où elle vient
line-source-same = Sans changer
workshop-odd-script = Il faut au moins une étape, chacune une seule fois, et finir dans la journée.
workshop-odd-script-help = Laissez de côté une étape, ou raccourcissez-en une.
workshop-out-of-order = Une étape passe avant celle dont elle a besoin.
workshop-out-of-order-help = L'idée vient avant le brouillon, l'aperçu et la publication.
workshop-not-in-the-room = Cette personne n'est pas dans la salle.
workshop-not-in-the-room-help = Rechargez la console : la salle a changé.

### La console

console-tabs = Parties de la console
console-hands = À aller voir
console-alert = Faire vibrer ou sonner quand une main se lève
console-more = Plus…
console-now = Maintenant et ensuite
console-go-on = Passer à : { $what }
console-notes = Notes
console-screen-tab = Rythme et écran
console-number = Personne { $count }
console-hide-names = Masquer les noms
console-show-names = Montrer les noms
console-no-hand = Aucune main levée.
console-since = { $n ->
    [0] à l'instant
    [one] depuis une minute
   *[other] depuis { $count } min
}
console-postpone = Plus tard
console-claim = J'y vais
console-release = Laisser
console-you-go = vous y allez
console-goes = { $name } y va
console-a-helper = une autre personne
console-about = { $what } : { $name }
console-thank-words = Quelques mots pour « { $title } »
console-without-phone = Ajouter une personne sans téléphone
console-add = Ajouter
console-not-yours = Le rythme et l'écran sont entre les mains de la personne qui anime.
console-scene = Ce que montre l'écran
scene-enter = Entrer
scene-round = Tour de table
scene-together = Ensemble
scene-wall = Mur
scene-eyes-up = On lève les yeux
scene-eyes-up-now = On lève les yeux : le mur le dit, et les téléphones dans la demi-minute.
scene-eyes-down = On reprend
scene-review = Relire, remercier
scene-thanks = Merci
console-say = Dire à tout le monde (140 signes)
console-say-button = Envoyer
console-pace = Avancer ensemble jusqu'à…
console-pace-none = Chaque personne à son rythme
console-pace-button = Garder
console-hat = Confier l'animation à un autre appareil
console-start = Commencer : { $what }
console-extend = + 3 min
console-other-item = Commencer autre chose
console-begin = Commencer
cell-thinking = réfléchit
cell-away = hors ligne
band-door = { $n ->
    [one] une personne attend à la porte
   *[other] { $count } personnes attendent à la porte
}
signal-join = Peut-être besoin d'un coup de main
signal-why = Pourquoi ?
signal-why-idle = { $n ->
    [one] Rien d'écrit depuis une minute à une étape d'écriture, et pas de réponse à « Besoin d'un coup de main ? ».
   *[other] Rien d'écrit depuis { $count } min à une étape d'écriture, et pas de réponse à « Besoin d'un coup de main ? ».
}
signal-why-slow = { $n } min à cette étape, où la moitié de la salle en a mis { $median } ou moins ; et pas de réponse à « Besoin d'un coup de main ? ».
signal-why-lost = { $n ->
    [one] Un changement d'étape en deux minutes, et pas de réponse à « Besoin d'un coup de main ? ».
   *[other] { $count } changements d'étape en deux minutes, et pas de réponse à « Besoin d'un coup de main ? ».
}
signal-away = Hors ligne
signal-why-away = Pas de nouvelles de ce téléphone depuis une minute. Ce qui est écrit y reste, et partira au retour du réseau.
signal-unsent = { $n ->
    [one] un envoi en attente
   *[other] { $count } envois en attente
}
signal-door = Attendent à la porte
signal-admit = Faire entrer
signal-unanswered = { $n ->
    [one] Une note attend un mot depuis plus de quatre minutes
   *[other] { $count } notes attendent un mot depuis plus de quatre minutes
}
signal-ready = Ont terminé, à inviter à aider : { $names }
signal-step = Beaucoup de monde est à l'étape « { $step } » depuis longtemps. En parler avec tout le monde ?
signal-step-act = Projeter « On lève les yeux »
person-since = Dans la salle depuis
person-merged = Second téléphone d'une autre personne
person-word = Un mot, sur son écran seulement
person-word-1 = Prenez votre temps, c'est bien parti.
person-word-1-tu = Prends ton temps, c'est bien parti.
person-word-2 = Une phrase suffit pour commencer.
person-word-3 = Faites signe quand vous voulez, j'arrive.
person-word-3-tu = Fais signe quand tu veux, j'arrive.
person-word-own = … ou avec vos mots (140 signes)
person-merge = C'est le second téléphone de quelqu'un
person-merge-help = Ce téléphone rend sa place. Ce qui y est écrit reste à la personne, sur ce téléphone.
person-merge-into = Son autre téléphone
person-merge-button = Réunir
closing-title = Terminer l'atelier
closing-lead = Ce qui reste, avant de se quitter.
closing-over = L'atelier est terminé. Voici ce qui reste, sans presser.
closing-unanswered = { $n ->
    [0] Aucune note n'attend de mot
    [one] Une note n'a pas encore reçu de mot
   *[other] { $count } notes n'ont pas encore reçu de mot
}
closing-hands = { $n ->
    [0] Aucune main levée
    [one] Une main est levée
   *[other] { $count } mains sont levées
}
closing-waiting = { $n ->
    [0] Personne n'attend à la porte
    [one] Une personne attend à la porte
   *[other] { $count } personnes attendent à la porte
}
closing-drafts = { $n ->
    [0] Aucun brouillon en cours
    [one] Un brouillon en cours : il reste accessible à la personne qui l'écrit
   *[other] { $count } brouillons en cours : ils restent accessibles aux personnes qui les écrivent
}
closing-lines = { $n ->
    [0] Aucune ligne notée
    [one] Une ligne notée
   *[other] { $count } lignes notées
}
closing-present = Combien étiez-vous dans la salle ? (facultatif)
closing-mood = Comment c'était ?
mood-well = Bien
mood-fair = Ça va
mood-hard = Difficile
closing-memo = Pour mémoire (facultatif)
closing-memo-help = Pour les personnes qui animent seulement.
closing-next-on = Prochaine séance, date (facultatif)
closing-next-hour = Heure (facultatif)
closing-button = Terminer l'atelier
closing-keep = Garder sans terminer
closing-save = Enregistrer
closing-undo = On peut rouvrir pendant vingt-quatre heures.
screen-eyes-up = On se parle. Vos textes vous attendent.
screen-eyes-up-tu = On se parle. Ton texte t'attend.
screen-goal = { $n } sur { $goal } notes
screen-goal-first = { $n ->
    [one] Notre but : une note
   *[other] Notre but : { $count } notes
}
screen-goal-label = Notes publiées, sur le but du groupe
screen-thanks = Merci.
screen-round = D'où vient-on ? Qu'est-ce qui nous intéresse ?
screen-round-soon = La carte s'allume à mesure des réponses.
screen-review = À deux.
screen-review-how = On lit la note de quelqu'un, on lui laisse un mot.
screen-notes-qr = Code QR vers les notes de l'atelier
screen-notes-here = Les notes de l'atelier sont ici, pour qui y était.
screen-notes = { $count } notes publiées aujourd'hui
screen-notes-none = Des idées, et des brouillons qui attendent.
screen-notes-few = Les premières notes sont publiées.
screen-answers = { $count } réponses
screen-answers-none = Les premières réponses arrivent.
screen-answers-few = Les premières réponses sont là.
screen-left = { $count } notes attendent un mot : qui s'en charge ?
screen-left-none = Toutes les notes ont reçu un mot.
screen-left-few = Quelques notes attendent un mot : qui s'en charge ?

### Sans réseau

keep-look = L'aperçu viendra avec le réseau. Vous pouvez continuer.
keep-look-tu = L'aperçu viendra avec le réseau. Tu peux continuer.
keep-held = Des mots à reprendre
keep-held-help = Ils n'ont pas pu être envoyés tels quels. Copiez-les, ils sont à vous.
keep-held-help-tu = Ils n'ont pas pu être envoyés tels quels. Copie-les, ils sont à toi.
keep-held-done = C'est copié : les effacer d'ici
hand-sign-title = Montrez cet écran
hand-sign-title-tu = Montre cet écran
hand-sign-help = Levez votre téléphone : quelqu'un viendra, même sans réseau.
hand-sign-help-tu = Lève ton téléphone : quelqu'un viendra, même sans réseau.
keep-later-title = C'est gardé sur ce téléphone
keep-later = Ce que vous avez écrit partira tout seul. Cette étape-ci attend le réseau.
keep-later-tu = Ce que tu as écrit partira tout seul. Cette étape-ci attend le réseau.

### Après : les nouvelles, et rejouer l'atelier

follow-title = Nouvelles après l'atelier
follow-lead = { $n ->
    [0] Personne n'a demandé de nouvelles. C'est un choix libre, et rien n'est envoyé.
    [one] Une personne a demandé des nouvelles de sa note.
   *[other] { $count } personnes ont demandé des nouvelles de leur note.
}
follow-unreachable = { $n ->
    [one] L'une d'elles n'a pas laissé d'adresse : son message se lit et se copie ici.
   *[other] { $count } d'entre elles n'ont pas laissé d'adresse : leurs messages se lisent et se copient ici.
}
follow-waiting = { $n ->
    [one] L'une d'elles n'a pas encore confirmé son adresse : rien ne lui est envoyé avant. Elle la confirme en se connectant avec un code reçu par courriel ; d'ici là, son message se lit et se copie ici.
   *[other] { $count } d'entre elles n'ont pas encore confirmé leur adresse : rien ne leur est envoyé avant. Elles la confirment en se connectant avec un code reçu par courriel ; d'ici là, leurs messages se lisent et se copient ici.
}
follow-no-mail = Ce site n'a pas de serveur de courriel : chaque message se lit et se copie.
follow-sent = { $n ->
    [0] Aucun message n'est parti : tout le monde l'avait déjà reçu, ou le serveur de courriel ne les a pas acceptés.
    [one] Un message est parti.
   *[other] { $count } messages sont partis.
}
follow-leaves = Ces courriels partent d'eux-mêmes le { $when }, vers les adresses confirmées ; plus tôt avec le bouton.
follow-due = À envoyer vers le { $when }
follow-published = { $n ->
    [one] Une personne a publié
   *[other] { $count } personnes ont publié
}
follow-draft = { $n ->
    [one] Une personne a un brouillon
   *[other] { $count } personnes ont un brouillon
}
follow-observed = { $n ->
    [one] Une personne a lu
   *[other] { $count } personnes ont lu
}
follow-send = { $n ->
    [one] Envoyer à une personne
   *[other] Envoyer à { $count } personnes
}
letter-two-days = Deux jours après
letter-seven-days = Une semaine après
letter-thirty-days = Un mois après
letter-hello = Bonjour { $name },
letter-two-days-subject = Des nouvelles de votre note — { $title }
letter-two-days-subject-tu = Des nouvelles de ta note — { $title }
letter-two-days-published = { $readers ->
    [0] Votre note « { $title } » est publiée. Elle attend ses premières lectures : la montrer à une personne suffit.
    [one] Votre note « { $title } » a été lue par une personne.
   *[other] Votre note « { $title } » a été lue par { $readers } personnes.
} { $thanks ->
    [0] Une réponse viendra.
    [one] Quelqu'un y a répondu.
   *[other] { $thanks } personnes y ont répondu.
}
letter-two-days-published-tu = { $readers ->
    [0] Ta note « { $title } » est publiée. Elle attend ses premières lectures : la montrer à une personne suffit.
    [one] Ta note « { $title } » a été lue par une personne.
   *[other] Ta note « { $title } » a été lue par { $readers } personnes.
} { $thanks ->
    [0] Une réponse viendra.
    [one] Quelqu'un y a répondu.
   *[other] { $thanks } personnes y ont répondu.
}
letter-two-days-draft = Votre brouillon vous attend, tel que vous l'avez laissé. Une phrase de plus, et c'est une note.
letter-two-days-draft-tu = Ton brouillon t'attend, tel que tu l'as laissé. Une phrase de plus, et c'est une note.
letter-two-days-observed = Vous avez lu les notes de l'atelier, et lire est une contribution. Si une idée vous est venue, il est encore temps de l'écrire.
letter-two-days-observed-tu = Tu as lu les notes de l'atelier, et lire est une contribution. Si une idée t'est venue, il est encore temps de l'écrire.
letter-seven-days-subject = Une semaine après { $title }
letter-seven-days-published = { $readers ->
    [0] « { $title } » est toujours là, prête à être lue.
    [one] « { $title } » a été lue par une personne.
   *[other] « { $title } » a été lue par { $readers } personnes.
} Un petit geste possible : ajouter une phrase sur ce qui s'est passé depuis. { $thanks ->
    [0] { "" }
    [one] Quelqu'un vous a répondu.
   *[other] { $thanks } personnes vous ont répondu.
}
letter-seven-days-published-tu = { $readers ->
    [0] « { $title } » est toujours là, prête à être lue.
    [one] « { $title } » a été lue par une personne.
   *[other] « { $title } » a été lue par { $readers } personnes.
} Un petit geste possible : ajouter une phrase sur ce qui s'est passé depuis. { $thanks ->
    [0] { "" }
    [one] Quelqu'un t'a répondu.
   *[other] { $thanks } personnes t'ont répondu.
}
letter-seven-days-draft = Votre brouillon est toujours là. Le publier au groupe suffit : on pourra tout changer après.
letter-seven-days-draft-tu = Ton brouillon est toujours là. Le publier au groupe suffit : on pourra tout changer après.
letter-seven-days-observed = De nouvelles notes sont peut-être arrivées. En lire une et remercier la personne qui l'a écrite prend deux minutes.
letter-thirty-days-subject = Un mois après { $title }
letter-thirty-days-published = { $readers ->
    [0] « { $title } » attend encore sa première lecture.
    [one] En un mois, une personne a lu « { $title } ».
   *[other] En un mois, { $readers } personnes ont lu « { $title } ».
} { $thanks ->
    [0] Et si vous en écriviez une deuxième ?
    [one] Quelqu'un y a répondu. Et si vous en écriviez une deuxième ?
   *[other] { $thanks } personnes y ont répondu. Et si vous en écriviez une deuxième ?
}
letter-thirty-days-published-tu = { $readers ->
    [0] « { $title } » attend encore sa première lecture.
    [one] En un mois, une personne a lu « { $title } ».
   *[other] En un mois, { $readers } personnes ont lu « { $title } ».
} { $thanks ->
    [0] Et si tu en écrivais une deuxième ?
    [one] Quelqu'un y a répondu. Et si tu en écrivais une deuxième ?
   *[other] { $thanks } personnes y ont répondu. Et si tu en écrivais une deuxième ?
}
letter-thirty-days-write = Pour écrire une note, n'importe quand : { $link }
letter-thirty-days-draft = Un mois après, votre brouillon n'a pas bougé. Le garder pour soi est aussi un choix honorable.
letter-thirty-days-draft-tu = Un mois après, ton brouillon n'a pas bougé. Le garder pour soi est aussi un choix honorable.
letter-thirty-days-observed = Un mois après, on continue d'écrire ici. La prochaine fois, vous aurez peut-être envie de raconter.
letter-thirty-days-observed-tu = Un mois après, on continue d'écrire ici. La prochaine fois, tu auras peut-être envie de raconter.
letter-stop = Ne plus recevoir ces nouvelles, en un geste : { $link }
stop-title = Ne plus recevoir de nouvelles
stop-lead = Un geste, et c'est fini.
stop-button = Ne plus m'écrire
stop-done = C'est fait. Rien d'autre ne change.
replay-title = Rejouer l'atelier
replay-lead = Trente fois plus vite, sans les noms. Pour en parler, pour apprendre, pour s'en souvenir.
replay-empty = Rien ne s'est encore passé.
replay-at = À la minute
replay-play = Lecture
replay-pause = Pause
replay-look = Voir ce moment
moment-opened = L'atelier s'ouvre
moment-closed = L'atelier se termine
moment-item = Commence :
moment-scene = À l'écran :
moment-hand = Une main se lève
moment-published = Une note est publiée
wall-synthesis = La synthèse de l'atelier :
wall-pages = Pages du mur
wall-newer = Plus récentes
wall-older = Plus anciennes
photo-title = Photos
photo-file = Une photo de tableau ou de page
photo-button = Ajouter la photo
photo-alt = Photo { $count } de l'atelier
photo-line = Ce qu'on y lit
photo-too-many = L'atelier garde déjà deux cents photos.
photo-too-many-help = Notez ce qu'on y lit en quelques lignes.
idea-first = Il manque l'idée, en une phrase.
idea-first-help = Vos mots sont ici : copiez-les, écrivez l'idée, et collez-les au brouillon.
idea-first-help-tu = Tes mots sont ici : copie-les, écris l'idée, et colle-les au brouillon.

### Relier

step-link = Relier
step-link-help = Dire avec quelle autre note va la sienne.
link-title = Votre note va avec laquelle ?
link-title-tu = Ta note va avec laquelle ?
link-legend = Choisissez une note à relier à la vôtre.
link-legend-tu = Choisis une note à relier à la tienne.
link-skip = Pas cette fois
link-nothing = Aucune autre note pour l'instant. Celle qui viendra pourra se relier à la vôtre.
link-nothing-tu = Aucune autre note pour l'instant. Celle qui viendra pourra se relier à la tienne.
link-no-note = On relie des notes publiées. Lire celles des autres compte autant : vous pouvez continuer.
link-to-itself = Une note se relie à une autre.
link-to-itself-help = Choisissez une autre note.

### Aider de plus près

hand-draft-show = Montrer mon brouillon aux personnes qui aident
hand-draft-hide = Ne plus le montrer
hand-draft-shown = Les personnes qui aident dans l'atelier peuvent lire votre brouillon, tant que votre main est levée.
hand-draft-shown-tu = Les personnes qui aident dans l'atelier peuvent lire ton brouillon, tant que ta main est levée.
pulse-proposed = On vous propose cette étape, si vous voulez :
pulse-proposed-tu = On te propose cette étape, si tu veux :
wall-asked = Le titre de votre note, « { $title } », ferait du bien au mur projeté. Le montrer, sans votre nom ?
wall-asked-tu = Le titre de ta note, « { $title } », ferait du bien au mur projeté. Le montrer, sans ton nom ?
wall-agree = Oui, montrez-le
wall-agree-tu = Oui, montre-le
wall-decline = Non merci
console-draft-shown = montre son brouillon
console-wall-ask = Demander le titre pour le mur
console-wall-asked = demande faite, la réponse viendra
console-on-wall = au mur
person-draft = Le brouillon que la personne vous montre
person-draft-help = Visible tant que sa main est levée. Lisez avec elle, ne corrigez pas pour elle.
person-propose = Proposer une étape
person-propose-button = Proposer
person-proposed = Proposé : { $step }. La personne y va si elle veut.
console-choose = Filtrer et ranger
console-filter = Qui montrer
console-show-tous = Toute la salle
console-show-premieres = À leur première note
console-show-observent = En train d'observer
console-sort = Dans quel ordre
console-sort-need = Qui a peut-être besoin d'aide d'abord
console-sort-arrival = Ordre d'arrivée
round-told = { $n ->
    [0] Personne ne s'est encore présenté.
    [one] Une personne s'est présentée.
   *[other] { $count } personnes se sont présentées.
}
round-nobody = Les réponses arrivent ici à mesure. Lancez le tour de table à voix haute.
round-regions = D'où l'on vient
round-tags = Ce qui nous intéresse
round-organisations = Avec qui l'on travaille
round-pairs = Qui pourrait aller avec qui
round-pairs-help = Des points communs, rien de plus : la salle fait comme elle veut.
matter-bring = C'est sur papier, ou dans un fichier ?
matter-file = Une photo de la page, ou un fichier de texte
matter-help = Personne d'autre que vous ne verra la photo ; vous écrirez ce qu'on y lit. Un fichier de texte se place tout seul dans la case.
matter-help-tu = Personne d'autre que toi ne verra la photo ; tu écriras ce qu'on y lit. Un fichier de texte se place tout seul dans la case.
matter-button = Apporter ce fichier
matter-read = Écrivez ci-dessous ce que vous voulez garder.
matter-read-tu = Écris ci-dessous ce que tu veux garder.
matter-photo = Photo { $count } de votre page
matter-photo-tu = Photo { $count } de ta page
console-wall-declined = reste hors du mur
matter-document = Ce fichier est un document (Word, PDF…), qui ne s'ouvre pas ici. Ouvrez-le et copiez son texte, ou enregistrez-le en « texte brut, UTF-8 ».
matter-document-tu = Ce fichier est un document (Word, PDF…), qui ne s'ouvre pas ici. Ouvre-le et copie son texte, ou enregistre-le en « texte brut, UTF-8 ».
matter-empty = Rien n'est arrivé : aucun fichier n'a été choisi, ou il est vide. Choisissez une photo ou un fichier de texte, ou collez le texte.
matter-empty-tu = Rien n'est arrivé : aucun fichier n'a été choisi, ou il est vide. Choisis une photo ou un fichier de texte, ou colle le texte.
matter-long = Ce texte est trop long pour être apporté d'un coup. Apportez-en une partie, puis l'autre.
matter-long-tu = Ce texte est trop long pour être apporté d'un coup. Apportes-en une partie, puis l'autre.
matter-unreadable = Ce fichier ne s'ouvre pas ici. Choisissez une photo (JPEG, PNG ou WebP) ou un fichier de texte, ou collez le texte. Un texte doit être enregistré en « texte brut, UTF-8 ».
matter-unreadable-tu = Ce fichier ne s'ouvre pas ici. Choisis une photo (JPEG, PNG ou WebP) ou un fichier de texte, ou colle le texte. Un texte doit être enregistré en « texte brut, UTF-8 ».
matter-too-many = Vos cinq photos sont là. Écrivez ce qu'on y lit avant d'aller plus loin.
matter-too-many-tu = Tes cinq photos sont là. Écris ce qu'on y lit avant d'aller plus loin.
link-later-title = Relier, une autre fois
link-no-note-tu = On relie des notes publiées. Lire celles des autres compte autant : tu peux continuer.
publish-group = Au nom du groupe, sans mon nom
publish-group-help = Sous la note, on lira « le groupe de l'atelier ». Son historique garde qui a écrit quoi.
matter-not-brought = Le fichier n'est pas encore apporté. Choisissez-le de nouveau et touchez « Apporter ce fichier », ou continuez sans lui.
matter-not-brought-tu = Le fichier n'est pas encore apporté. Choisis-le de nouveau et touche « Apporter ce fichier », ou continue sans lui.
mail-away = Le serveur de courriel ne répond pas.
mail-away-help = Rien n'est parti. Réessayez dans quelques minutes.
link-choose = Choisissez une note, ou touchez « Pas cette fois ».
link-choose-tu = Choisis une note, ou touche « Pas cette fois ».

### Bilan

report-title = Bilan
report-open = Le bilan commence quand l'atelier se termine. D'ici là, la console dit tout.
report-no-such-day = Choisissez un jour, aujourd'hui au plus tard.
report-not-ended = Ce jour-là, l'atelier n'était pas terminé.
report-not-ended-help = Choisissez un jour après la fin de l'atelier.
report-as-of = Voir le bilan tel qu'il était le
report-look = Voir ce jour
report-today = Revenir à aujourd'hui
report-fresh = À jour : { $when }.
report-misses = Certains gestes ne peuvent pas être lus en ce moment : ces chiffres peuvent en oublier.
report-nobody = Personne n'est entré dans cet atelier.
report-no-note = { $entered } personnes sont entrées. Aucune note n'était publiée à la fin : les brouillons attendent leurs auteur·es, et lire, c'est participer.
report-too-small = Moins de cinq personnes sont entrées. Pour ne désigner personne, leurs chiffres ne sont pas montrés ; leurs notes, oui.
report-sentence = { $n ->
    [one] { $entered } personnes sont entrées ; une personne a publié une note
   *[other] { $entered } personnes sont entrées ; { $published } ont publié une note
}
report-sentence-time = ; une personne entrée sur deux y arrive en { $time } ou moins
report-sentence-answered = ; { $answered } ont reçu une réponse en un jour
report-sentence-all-answered = ; toutes ces personnes ont reçu une réponse en un jour
report-to-do = Ce qui reste à faire
report-real = Vous animez cet atelier : ces chiffres sont les vrais. La version à remettre, les fichiers et les comparaisons, eux, cachent les petits groupes.
report-to-hand = Version à imprimer ou à remettre
report-in-the-room = { $n ->
    [one] Dans la salle, selon la personne qui a fermé l'atelier : une personne. Les chiffres comptent celles qui sont passées par le site.
   *[other] Dans la salle, selon la personne qui a fermé l'atelier : { $count } personnes. Les chiffres comptent celles qui sont passées par le site.
}
report-after = { $time } après l'étape d'avant
report-wake = Le sillage des notes de l'atelier
report-path = Le parcours
report-people = Personnes
report-between = la moitié du milieu : de { $first } à { $third }
report-under-a-minute = moins d'une minute
report-stage-entered = Entrée
report-stage-idea = Idée
report-stage-draft = Brouillon d'au moins vingt mots
report-stage-reread = Relecture
report-stage-published = Publication
report-stage-answered = Réponse reçue
report-steepest = Le plus de personnes se sont arrêtées avant cette étape : { $stage }.
report-everyone = Ont publié pour tout le monde, et pas seulement pour le groupe : { $count }.
report-evening = La rencontre, moment par moment
report-evening-hand = une main levée
report-evening-note = une note publiée
report-evening-hands = { $n ->
    [one] une main levée
   *[other] { $count } mains levées
}
report-evening-notes = { $n ->
    [one] une note publiée
   *[other] { $count } notes publiées
}
report-who = Qui est venu
report-they-were = En entrant, elles étaient
report-segment-first = À leur première note : n'avaient jamais publié
report-segment-returning = De retour : avaient déjà publié
report-segment-regular = Habituées : avaient déjà fait cinquante gestes ou plus
report-answers = Réponses et suite
report-of-published = Personnes qui ont publié : { $count }. Parmi elles :
report-answered = Réponse en un jour
report-still = Note encore publiée deux jours après la fin
report-returns = Qui revient
report-returns-help = Revenir, c'est agir de soi-même, hors d'un atelier. On ne suit que les personnes qui ont un compte ; pour les autres, on ne sait pas.
report-week-gesture = A remercié, réagi ou écrit, du 1er au 7e jour
report-month-contribution = A écrit ou relu, du 8e au 30e jour
report-quarter-contribution = A écrit ou relu, du 60e au 90e jour
report-back = Avec un compte : { $followed }. Revenues : { $back }.
report-unknown = Sans compte, on ne sait pas : { $count }.
report-pending = en attente jusqu'au { $when }
report-more = Pour aller plus loin
report-csv = Télécharger pour un tableur (CSV)
report-json = Télécharger pour un programme (JSON)
report-notes = Les notes
report-small-groups = À qui n'a pas animé l'atelier, les chiffres du bilan ne montrent jamais un groupe de une à quatre personnes, même par soustraction. « Moins de 5 » veut dire de une à quatre. « Un peu moins de » ou « un peu plus de » : l'écart est de une à quatre. « Caché : trop peu de personnes » : le nombre laisserait deviner un petit groupe.
report-definition = Ce que les chiffres veulent dire
report-definition-of = Définitions : { $title }
report-few = moins de 5
report-under = un peu moins de { $count }
report-over = un peu plus de { $count }
report-kept = caché : trop peu de personnes
report-entered = Entrée
report-file-everyone = Ont publié pour tout le monde
report-file-followed = { $label } : personnes suivies
report-column-measure = Identifiant
report-column-label = Mesure
report-column-count = Nombre
report-column-value = En mots
report-column-known-from = Connu à partir du
compare-workshops-title = Mes ateliers, côte à côte
compare-workshops-lead = Du plus récent au plus ancien, chacun au même délai après sa fin. Rien n'est classé.
compare-workshops-empty = Rien à comparer encore : un atelier paraît ici quand il se termine.
compare-workshops-one = Atelier
compare-workshops-first = N'avaient jamais publié
compare-workshops-answered = Réponse en un jour
compare-workshops-week = A remercié, réagi ou écrit, jours 1 à 7
compare-workshops-month = A écrit ou relu, jours 8 à 30
compare-workshops-total = Personnes différentes
compare-workshops-help = Dans la dernière ligne, une personne venue à deux ateliers compte une fois.
definitions-title = Ce que les chiffres veulent dire
definitions-lead = Chaque chiffre se vérifie : il se recalcule à partir des gestes enregistrés, pour n'importe quel jour passé.
definitions-version = Définitions, version { $count }
definition-funnel = Le parcours
definition-funnel-is =
    Entrée : personnes entrées dans l'atelier ; qui a deux téléphones compte une fois. L'attente à la porte fait partie du temps.
    Chaque étape compte les personnes allées au moins jusque-là avant la fin : qui a publié sans relire compte à la relecture, qui a annulé sa publication compte à la publication.
    Idée : une note est commencée. Brouillon d'au moins vingt mots : vingt mots ou plus. Relecture : l'étape Aperçu est faite. Réponse reçue : quelqu'un d'autre a remercié pour la note, ou y a réagi d'un mot.
    Temps : la moitié des personnes ont mis ce temps ou moins depuis l'étape d'avant ; les deux temps en petit encadrent la moitié du milieu. Dit à partir de cinq personnes.
    Temps jusqu'à la première note : une estimation, où qui n'a pas publié compte jusqu'à la fin. Dite si cinq personnes au moins ont publié, et si elle atteint la moitié.
    Plus grand arrêt : l'étape devant laquelle le plus de personnes se sont arrêtées, de l'entrée à la publication.
    Pour tout le monde : à la fin, tout le monde peut lire une note de la personne.
definition-segments = Qui est venu
definition-segments-is =
    Ce que chaque personne était en entrant, et une seule chose : habituée si elle avait fait cinquante gestes ou plus ; sinon de retour si elle avait déjà publié une note ; sinon à sa première note.
definition-answers = Réponses et suite
definition-answers-is =
    Réponse en un jour : quelqu'un d'autre a répondu à la première note de la personne dans les vingt-quatre heures. Connu un jour après la fin.
    Note encore publiée : cette première note n'est pas redevenue un brouillon. Connu deux jours après la fin. Chaque personne peut annuler sa publication.
definition-returns = Qui revient
definition-returns-is =
    A remercié, réagi ou écrit (un geste) : remercier, réagir, relier, proposer, relire pour quelqu'un, réviser ou publier. A écrit ou relu (une contribution) : proposer, relire pour quelqu'un, réviser ou publier. Les « J'ai lu » et les « J'aime » ne sont rattachés à personne : ils ne comptent pas ici.
    Les jours sont à l'heure du Québec ; le jour de la fin est le jour 0. Ce qu'une personne fait pendant qu'un atelier où elle est entrée est ouvert n'est pas un retour.
    Sont suivies les personnes qui avaient un compte quand la période a commencé. Le chiffre paraît un jour après la fin de la période, et ne change plus.
definition-total = Personnes différentes
definition-total-is =
    Dans un total de plusieurs ateliers, chaque personne compte une fois.
definition-method = Pour qui veut vérifier : le temps jusqu'à la première note est l'estimation de Kaplan et Meier.
definition-small = Les petits groupes
compare-workshops-unknown = on ne sait pas
report-here-is-today = Voici le bilan d'aujourd'hui.
report-table = Tableau : { $title }
review-enough = Vous avez déjà relu trois notes dans cet atelier : merci.
review-enough-tu = Tu as déjà relu trois notes dans cet atelier : merci.
review-one-at-a-time = Une note à la fois.
workshop-too-late = Cet atelier est terminé depuis plus d'un jour.
code-title = Entrer dans un atelier
erase-said-open = Effacer un passage
look-help-reviewed = Rien n'est encore publié. Seule la personne qui relit verra cette page.
look-for-group = Cette note est publiée : votre groupe peut la lire.
look-for-group-tu = Cette note est publiée : ton groupe peut la lire.
look-for-everyone = Cette note est publiée : tout le monde peut la lire.
hand-seen = { $name } voit votre main.
hand-seen-tu = { $name } voit ta main.
consent-news-guest = Si je crée un compte : des nouvelles de ma note par courriel, dans quelques jours.
look-for-chosen = Les personnes choisies, ou qui ont le lien, peuvent lire cette note.
look-for-authors = Les personnes qui l'écrivent lisent cette note, et personne d'autre.

story-title = { $title } : le récit
story-before = Avant
story-during = Pendant
story-out = Ce qui en est sorti
story-next = La suite
story-on = Il a eu lieu le { $day }.
story-opened = Il a eu lieu le { $when }.
story-not-yet = Il n'a pas encore eu lieu.
story-goal = { $n ->
    [one] Le but : une note écrite ensemble.
   *[other] Le but : { $count } notes écrites ensemble.
}
story-people = { $n ->
    [one] Une personne y était.
   *[other] { $count } personnes y étaient.
}
story-people-said = { $n ->
    [one] Une personne y était, dit qui l'a animé.
   *[other] { $count } personnes y étaient, dit qui l'a animé.
}
story-few = Quelques personnes y étaient.
story-notes = { $n ->
    [one] Une note que tout le monde peut lire :
   *[other] { $count } notes que tout le monde peut lire :
}
story-no-note = Aucune note n'est ouverte à tout le monde pour le moment.
story-thanks = { $n ->
    [one] Une personne a remercié quelqu'un pour sa note.
   *[other] { $count } remerciements ont été envoyés pour ces notes.
}
story-changed = { $n ->
    [one] Une de ces notes a changé depuis.
   *[other] { $count } de ces notes ont changé depuis.
}
story-no-next = Aucune autre séance n'est annoncée.
story-is-hidden = Vous seul·e voyez cette page, avec celles et ceux qui animent. La montrer la rend lisible par tout le monde : elle ne nomme que les personnes qui ont signé une note ouverte à tous.
story-is-shown = Tout le monde peut lire cette page.
story-show = La montrer à tout le monde
story-hide = Ne plus la montrer
story-see = La voir comme tout le monde
story-open = Le récit public
workshops-lead = Des gens s'y retrouvent pour écrire ce qu'ils ont appris. Si on vous a donné un code, c'est par ici.
workshops-entered = Où vous avez participé
workshops-told = Ateliers racontés
story-notes-last = { $n ->
    [one] La dernière note que tout le monde peut lire :
   *[other] Les { $count } dernières notes que tout le monde peut lire :
}
story-too-soon = Le récit pourra être montré une fois l'atelier terminé.
story-minors = Des personnes de moins de 14 ans étaient là : ce récit n'est montré à personne d'autre.
plan-group = La communauté à laquelle il appartient
plan-group-help = À la fin, la salle pourra y entrer, et lui confier ses notes.
plan-group-none = Aucune
room-community-lead = Cet atelier est celui d'une communauté, { $name }. On peut continuer avec elle.
room-community-join = Entrer dans la communauté
room-community-ask = Demander à y entrer
room-community-open = Voir la communauté
room-community-share-help = Votre note peut être lue par toute la communauté.
room-community-share = Partager ma note avec elle
room-community-shared = Votre note est partagée avec elle.
room-community-share-help-tu = Ta note peut être lue par toute la communauté.
room-community-shared-tu = Ta note est partagée avec elle.
