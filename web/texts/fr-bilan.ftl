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
report-sentence = { $entered } personnes sont entrées ; { $published } ont publié une note
report-sentence-time = ; une personne entrée sur deux y arrive en { $time } ou moins
report-sentence-answered = ; { $answered } ont reçu une réponse en un jour
report-sentence-all-answered = ; toutes ces personnes ont reçu une réponse en un jour
report-to-do = Ce qui reste à faire
report-path = Le parcours
report-step = Étape
report-people = Personnes
report-time = Temps depuis l'étape d'avant
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
report-small-groups = Les chiffres du bilan ne montrent jamais un groupe de une à quatre personnes, même par soustraction. « Moins de 5 » veut dire de une à quatre. « Un peu moins de » ou « un peu plus de » : l'écart est de une à quatre. « Caché : trop peu de personnes » : le nombre laisserait deviner un petit groupe.
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
