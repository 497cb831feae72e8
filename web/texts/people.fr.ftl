### Le cadre

sign-out-sure = Des mots gardés sur cet appareil n'ont pas été envoyés. Les effacer et continuer
nav-sign-out = Me déconnecter de cet appareil
sign-out-account = Vos notes restent ici. Vous reviendrez avec votre adresse et votre mot de passe.
sign-out-words = Sans compte, ces quatre mots sont la seule façon de retrouver vos notes. Les avez-vous notés ?
sign-out-copy = Copier
sign-out-copied = Copié
sign-out-claim = Créer plutôt un compte
sign-out-button = Oui, me déconnecter
sign-out-stay = Rester

### Écrire, relire, revenir

me-aside-alone = une note qui n'est plus partagée
me-aside = À finir
me-aside-one = Un texte à réunir avec « { $title } », écrit le { $when }

### Mon coin

me-title = Bonjour { $name }
me-title-unsigned = Bonjour
me-note-left = Vous n'écrivez plus cette note.
me-to-answer = On vous propose
me-proposed = { $n ->
    [one] une proposition à regarder
   *[other] { $count } propositions à regarder
}
me-changed = Ont changé depuis votre lecture
me-notes = Mes notes
me-empty = Rien encore. Écrivez-en une quand vous voulez, ou entrez dans un atelier avec son code.
me-room = Entrer dans la salle
me-prepare = Préparer
me-workshop = Mon atelier : { $title }
me-workshops-all = Tous mes ateliers
me-notes-all = Toutes mes notes

### Comptes

resume-title = Retrouver ma note
resume-label = Les quatre mots
resume-help = Dans l'ordre, avec ou sans accents.
resume-button = Retrouver ma note
resume-unknown = Ces mots n'ouvrent rien. Vérifiez chaque lettre et leur ordre, ou demandez à la personne qui anime.
resume-blank = Écrivez vos quatre mots ici.
resume-second-wrong-alone = Ce n'est pas le mot de passe de ce compte. Essayez encore.
sign-in-title = Se connecter
sign-in-by-mail = Recevoir un code par courriel
sign-in-code-label = Le code reçu, huit chiffres
sign-in-code-sent = Si tout va bien avec cette adresse, un courriel vient de partir. Son code fonctionne pendant dix minutes, sur cette page.
sign-in-code-again = Demander un autre code
sign-in-code-wrong = Ce code ne correspond pas, ou son temps est passé. Regardez le dernier courriel, ou demandez-en un autre.
account-title = Créer un compte
account-device = Ce que cet appareil a lu et aimé ici vous suivra, pour vous seul·e.
account-keeps = Tout ce qui a été fait ici est gardé.
account-name-label = Un nom, ou un surnom
account-email-label = Courriel
account-password-label = Mot de passe
account-password-help = Au moins { $count } caractères. Une phrase est parfaite.
account-button = Créer mon compte
facilitate-title = Animer des ateliers ici
facilitate-button = Devenir animateur·trice
moderate-title = Veiller sur le commun
moderate-button = Accepter
moderators-title = Qui veille sur le commun
moderators-lead = Ces personnes voient ce qui est signalé, et peuvent masquer ou faire effacer un passage dans ce que tout le monde lit. Animer un atelier ne donne ce droit que dans cet atelier.
moderators-invite-help = Un lien à donner à une seule personne. Il sert une fois, pendant sept jours.
moderators-invite = Demander à quelqu'un de veiller aussi
moderators-link = Le lien à donner
moderators-link-help = Il ne sera plus montré. Donnez-le à la personne vous-même : qui l'ouvre et l'accepte veille sur le commun.
moderators-stop = Ne plus veiller
moderators-dismiss = { $name } ne veille plus
moderators-last = Il faut quelqu'un pour veiller : demandez d'abord à une autre personne.
moderators-last-help = Donnez-lui le lien, puis revenez ici.
visit-title = Entrer comme { $name }
visit-help = Vous visitez une démonstration : ses données disparaîtront.
mail-code-subject = Votre code pour Sillage
mail-code = Votre code est { $code }. Il fonctionne pendant dix minutes et ne sert qu'une fois. Si vous n'avez rien demandé, vous pouvez oublier ce courriel.

### Quand une page ne peut pas être montrée

# Le compte
resume-second-title = Ces mots mènent à un compte
resume-second-lead = Un compte s'ouvre avec ces mots et son mot de passe.
resume-second-wrong = Ce n'est pas le mot de passe de ce compte. Essayez encore, ou demandez un code par courriel.
keep-drafts = Sans compte, vos brouillons sont gardés un an après votre dernière visite, puis effacés.
keep-help-account = Avec ces quatre mots et votre mot de passe, vous retrouverez vos notes sur n'importe quel appareil.
account-minors = Ici, on participe sans compte
account-minors-help = Cet atelier accueille des personnes de moins de quatorze ans : un surnom suffit, et les quatre mots suffisent pour revenir.
mail-account-subject = Votre adresse sur Sillage
mail-account = Quelqu'un, vous peut-être, vient d'écrire cette adresse pour créer un compte. Elle en ouvre déjà un : pour y entrer, demandez un code à { $link }. Si ce n'était pas vous, vous pouvez oublier ce courriel.
settings-title = Mon compte
settings-done = C'est fait.
settings-save = Garder
settings-zone = Heures
settings-zone-label = Les heures que je lis
settings-zone-help = Celles des notes et de votre coin. Un atelier garde les heures de l'endroit où il se tient.
settings-zone-site = Celles du site ({ $zone })
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
account-email = Il manque quelque chose à cette adresse : elle ressemble à nom@exemple.ca.
account-password-short = Ce mot de passe est court : dix caractères au moins, une phrase est parfaite.
account-wrong = L'adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, puis essayez encore.
account-has-one = Cette adresse ouvre déjà un compte
me-shared = Partagées avec moi
me-reported = On vous signale une note : il y a un mot à dire.
me-messages = On vous écrit
me-joining = On demande à entrer dans vos communautés
me-communities = Communautés
me-asked = On demande à écrire vos notes
me-unsaved = Des changements pas encore publiés
me-mandates = Mes mandats
me-meetings = Mes prochaines rencontres
