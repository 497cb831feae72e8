# Fichiers qui accompagnent une note, une rencontre ou un atelier.

files-title = Images et fichiers
files-apart = Images et fichiers de la note (nouvel onglet)
files-same-readers = Qui peut lire cette page voit aussi ces fichiers.
files-none = Rien ici pour l'instant.
files-of-note = Revenir à la note
files-of-meeting = Revenir à la rencontre
files-of-workshop = Revenir à l'atelier
files-add = Ajouter une image, un document ou un son
files-all = { $n ->
    [one] Voir le fichier
   *[other] Voir les { $count } fichiers
}
file-a-picture = Image
file-a-document = Document
file-a-sound = Enregistrement
file-document = PDF
file-kilobytes = { $count } ko
file-megabytes = { $count } Mo
files-away = { $n ->
    [one] Un fichier est à l'écart.
   *[other] { $count } fichiers sont à l'écart.
}
file-room-none = Vous avez { $most } pour vos fichiers.
file-busy = Beaucoup de fichiers arrivent en même temps.
file-room = Vos fichiers occupent { $used } sur { $most }.
file-add = Ajouter un fichier
file-choose = Une image, un PDF ou un son
file-choose-help = 20 Mo au plus. D'une photo, on retire le lieu, l'heure et le nom de l'appareil ; un PDF ou un son garde ce que l'appareil y a écrit.
file-add-button = Ajouter
file-description = Ce qu'on y voit ou entend
file-description-help = Pour qui ne voit pas l'image, et pour tout le monde quand elle tarde à venir.
file-describe = Dire ce qu'on y trouve
file-about = À propos de ce fichier
file-say = Enregistrer
file-faces = Y reconnaît-on quelqu'un ?
faces-nobody = Non, personne
faces-agreed = Oui, et chaque personne est d'accord
faces-unasked = Oui, et il reste à leur demander : en attendant, seules les personnes qui s'occupent d'ici le voient
file-unasked = À l'écart : on ne sait pas encore si les personnes qu'on y reconnaît sont d'accord.
file-objected = À l'écart : quelqu'un s'y reconnaît et n'est pas d'accord. Le fichier peut rester à l'écart, ou être retiré.
file-in-it = Vous y êtes et n'êtes pas d'accord ?
file-in-it-help = Le fichier est mis à l'écart tout de suite, et votre nom n'est pas dit. Qui veille ici peut le montrer de nouveau : vous pouvez lui en parler.
file-object = Mettre à l'écart
file-you-objected = Vous avez demandé que ce fichier soit mis à l'écart. Les autres ne le voient plus.
file-agree = Finalement, je suis d'accord
file-settle = Montrer de nouveau
file-settle-help = Quelqu'un s'y reconnaît et n'est pas d'accord. Montrez-le de nouveau seulement si la question est réglée.
file-remove = Retirer ce fichier
file-remove-help = Le fichier est retiré pour toujours. Les mots qui l'accompagnent dans un texte y restent : effacez-les en modifiant le texte.
file-remove-button = Retirer pour toujours
file-place = Dans le texte
file-place-help = Dites d'abord ce qu'on y voit : ces mots iront avec lui dans le texte. Il se place à la fin ; vous le déplacerez ensuite où vous voulez.
file-place-button = Placer dans le texte
file-place-by-hand = Le placer soi-même ailleurs
file-place-by-hand-help = Copiez cette ligne, puis collez-la où vous voulez dans le texte.
file-copy = Copier
file-copied = Copié
file-placed = Fichier placé dans le texte
file-too-many = Beaucoup de fichiers d'un coup.
file-empty = Rien n'est arrivé : aucun fichier n'a été choisi, ou il est vide.
file-too-large = Ce fichier est trop lourd pour être envoyé.
file-other-kind = Ce genre de fichier n'est pas accepté ici.
file-other-picture = Cette image est d'un genre que les navigateurs ne montrent pas.
file-film = Ce fichier est lu comme une vidéo, et les vidéos ne sont pas acceptées ici.
file-unreadable = Ce fichier n'a pas pu être lu.
file-too-many-pixels = Cette image est très grande.
file-many = Cent fichiers sont déjà là.
file-no-room = Il ne vous reste plus assez de place.
file-commons-full = Le commun n'a plus de place pour des fichiers.
file-long = C'est un peu long pour dire ce qu'on y voit.
file-store-away = Les fichiers ne peuvent pas être gardés en ce moment.
file-exists = Ce fichier est déjà là.
file-not-added = Ce fichier n'est pas là.
file-gone = Ce fichier a été retiré.
file-enough = Ce fichier est déjà à l'écart.
files-column-name = Nom
files-column-description = Ce qu'on y voit ou entend
files-column-address = Adresse dans le texte
files-column-file = Fichier
own-files-title = Mes fichiers
own-files-none = Aucun fichier.
