### Bilan

report-title = Bilan
report-open = Le bilan commence quand l'atelier se termine. D'ici là, la console dit tout.
report-no-such-day = Ce jour n'est pas encore venu. Choisissez un jour passé ; voici le bilan d'aujourd'hui.
report-not-ended = Ce jour-là, l'atelier n'était pas terminé. Voici le bilan d'aujourd'hui.
report-not-ended-help = Choisissez un jour après la fin de l'atelier.
report-as-of = Tel qu'on le voyait le
report-look = Voir ce jour
report-today = Revenir à aujourd'hui
report-fresh = À jour : { $when }.
report-nobody = Personne n'est entré dans cet atelier.
report-no-note = { $entered } personnes sont entrées. Personne n'a publié ce jour-là : les brouillons attendent leurs auteur·es, et lire est une contribution.
report-too-small = Moins de cinq personnes : on ne compte pas un si petit groupe.
report-sentence = { $entered } personnes sont entrées ; { $published } ont publié une note
report-sentence-time = , la moitié en { $time } ou moins
report-sentence-answered = ; { $answered } ont reçu une réponse en un jour
report-sentence-all-answered = ; toutes ont reçu une réponse en un jour
report-to-do = À faire maintenant
report-path = Le parcours
report-step = Étape
report-people = Personnes
report-time = Temps depuis l'étape d'avant
report-between = la moitié, entre { $first } et { $third }
report-under-a-minute = moins d'une minute
report-stage-entered = Entrées
report-stage-idea = Une idée
report-stage-draft = Un brouillon qui tient
report-stage-reread = Relu
report-stage-published = Publiée
report-stage-answered = A reçu une réponse
report-steepest = La marche la plus haute : { $stage }.
report-everyone = Publiées pour tout le monde, et non pour le groupe seul : { $count }.
report-who = Qui est venu
report-they-were = En entrant, elles étaient
report-segment-first = Première note : n'avaient jamais publié
report-segment-returning = De retour : avaient déjà publié
report-segment-regular = Habituées : cinquante gestes ou plus
report-answers = Réponses et suite
report-of-published = Sur les personnes qui ont publié ({ $count }) :
report-answered = Réponse en un jour
report-still = Encore publiées deux jours après
report-returns = Qui revient
report-returns-help = Revenir, c'est agir de soi-même, hors d'un atelier. On ne suit que les personnes qui ont un compte ; pour les autres, on ne sait pas.
report-week-gesture = Un geste, du 1er au 7e jour
report-month-contribution = Une contribution, du 8e au 30e jour
report-quarter-contribution = Une contribution, du 60e au 90e jour
report-back = { $back } sur { $followed }
report-unknown = on ne sait pas pour : { $count }
report-pending = en attente jusqu'au { $when }
report-more = Ailleurs
report-csv = Chiffres (CSV)
report-json = Chiffres (JSON)
report-notes = Les notes
report-small-groups = Aucun chiffre ne montre un groupe de une à quatre personnes, et aucune soustraction n'en laisse un. Quand un nombre en donnerait un, on dit « un peu moins de » ou « un peu plus de » : l'écart est alors de une à quatre.
report-definition = Ce que les chiffres veulent dire
report-definition-of = Définitions : { $title }
report-few = moins de 5
report-under = un peu moins de { $count }
report-over = un peu plus de { $count }
report-kept = non dit
report-entered = Entrées
report-file-everyone = Publiées pour tout le monde
report-file-followed = { $label } : personnes suivies
report-column-measure = Identifiant
report-column-label = Mesure
report-column-count = Nombre
report-column-value = En mots
report-column-known-from = Connu à partir du
compare-workshops-title = Mes ateliers, côte à côte
compare-workshops-lead = Au même âge, par date, jamais par score.
compare-workshops-empty = Rien à comparer encore : un atelier paraît ici quand il se termine.
compare-workshops-one = Atelier
compare-workshops-first = Première note
compare-workshops-answered = Réponse en un jour
compare-workshops-week = Geste, 7 jours
compare-workshops-month = Contribution, 30 jours
compare-workshops-total = Personnes différentes
compare-workshops-help = Une personne venue à deux ateliers compte une fois dans la dernière ligne.
definitions-title = Ce que les chiffres veulent dire
definitions-lead = Chaque chiffre se vérifie : il se recalcule à partir des gestes enregistrés, pour n'importe quel jour passé.
definitions-version = Définitions, version { $count }
definition-funnel = Le parcours
definition-funnel-is =
    Entrées : personnes entrées dans l'atelier, deux téléphones de la même personne comptant une fois. Qui attendait à la porte est là depuis son arrivée.
    Chaque étape compte les personnes allées au moins jusque-là avant la fin : qui a publié sans relire compte à la relecture. Un brouillon tient à partir de vingt mots.
    A reçu une réponse : quelqu'un d'autre a remercié la note ou y a réagi d'un mot.
    Le temps est la médiane depuis l'étape d'avant, dite à partir de cinq personnes. Le temps jusqu'à la première note compte aussi les personnes qui n'ont pas publié (Kaplan et Meier) : il n'est pas dit quand moins de la moitié l'ont fait.
definition-segments = Qui est venu
definition-segments-is =
    Ce que chaque personne était en entrant, et une seule chose : habituée si elle avait fait cinquante gestes ou plus ; sinon de retour si elle avait déjà publié une note ; sinon à sa première note.
definition-answers = Réponses et suite
definition-answers-is =
    Réponse en un jour : quelqu'un d'autre a répondu à la première note dans les vingt-quatre heures. Connu un jour après la fin.
    Encore publiées : la note n'est pas redevenue un brouillon. Connu deux jours après la fin. Chacun·e peut reprendre sa note.
definition-returns = Qui revient
definition-returns-is =
    Un geste : remercier, réagir, relier, proposer, relire pour quelqu'un, réviser ou publier. Une contribution : proposer, relire pour quelqu'un, réviser ou publier. Les lectures et les appréciations ne mènent à personne : elles ne comptent pas ici.
    Les jours sont ceux d'ici ; le jour de la fin est le jour 0. Ce qui se passe dans un atelier où la personne est entrée n'est pas un retour.
    Sont suivies les personnes qui avaient un compte quand la période a commencé. Le chiffre paraît un jour après la fin de la période, et ne change plus.
definition-total = Personnes différentes
definition-total-is =
    Dans un total de plusieurs ateliers, chaque personne compte une fois.
definition-small = Les petits groupes
