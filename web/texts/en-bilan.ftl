### Report

report-title = Report
report-open = The report begins when the workshop ends. Until then, the console says it all.
report-no-such-day = Choose a day, today at the latest.
report-not-ended = On that day the workshop was not over.
report-not-ended-help = Choose a day after the end of the workshop.
report-as-of = See the report as it was on
report-look = See that day
report-today = Back to today
report-fresh = Up to date: { $when }.
report-misses = Some acts cannot be read at the moment: these figures may be missing some.
report-nobody = Nobody entered this workshop.
report-no-note = { $entered } people entered. No note was published by the end: drafts wait for their writers, and reading is taking part.
report-too-small = Fewer than five people entered. So as to point at nobody, their figures are not shown; their notes are.
report-sentence = { $entered } people entered; { $published } published a note
report-sentence-time = ; one in two of those who entered gets there within { $time }
report-sentence-answered = ; { $answered } were answered within a day
report-sentence-all-answered = ; all of them were answered within a day
report-to-do = What is left to do
report-path = The path
report-step = Step
report-people = People
report-time = Time since the step before
report-between = the middle half: { $first } to { $third }
report-under-a-minute = under a minute
report-stage-entered = Entered
report-stage-idea = An idea
report-stage-draft = A draft of at least twenty words
report-stage-reread = Read again
report-stage-published = Published
report-stage-answered = Was answered
report-steepest = The largest number stopped before this step: { $stage }.
report-everyone = Published for everyone, and not for the group alone: { $count }.
report-who = Who came
report-they-were = On entering, they were
report-segment-first = At their first note: had never published
report-segment-returning = Returning: had published before
report-segment-regular = Regulars: had done fifty gestures or more
report-answers = Answers, and what followed
report-of-published = People who published: { $count }. Among them:
report-answered = Answered within a day
report-still = Note still published two days after the end
report-returns = Who comes back
report-returns-help = Coming back is acting by oneself, outside a workshop. Only people with an account are followed; of the others, we do not know.
report-week-gesture = Thanked, reacted or wrote, from day 1 to day 7
report-month-contribution = Wrote, or read for someone, from day 8 to day 30
report-quarter-contribution = Wrote, or read for someone, from day 60 to day 90
report-back = With an account: { $followed }. Came back: { $back }.
report-unknown = Without an account, unknown: { $count }.
report-pending = waiting until { $when }
report-more = Further
report-csv = Download for a spreadsheet (CSV)
report-json = Download for a program (JSON)
report-notes = The notes
report-small-groups = The figures of the report never show a group of one to four people, even by subtraction. “Fewer than 5” means one to four. “A little under” or “a little over”: the difference is one to four. “Hidden: too few people”: the number would give a small group away.
report-definition = What the figures mean
report-definition-of = Definitions: { $title }
report-few = fewer than 5
report-under = a little under { $count }
report-over = a little over { $count }
report-kept = hidden: too few people
report-entered = Entered
report-file-everyone = Published for everyone
report-file-followed = { $label }: people followed
report-column-measure = Identifier
report-column-label = Measure
report-column-count = Number
report-column-value = In words
report-column-known-from = Known from
compare-workshops-title = My workshops, side by side
compare-workshops-lead = Latest first, each at the same delay after its end. Nothing is ranked.
compare-workshops-empty = Nothing to compare yet: a workshop appears here when it ends.
compare-workshops-one = Workshop
compare-workshops-first = Had never published
compare-workshops-answered = Answered within a day
compare-workshops-week = Thanked, reacted or wrote, days 1 to 7
compare-workshops-month = Wrote, or read for someone, days 8 to 30
compare-workshops-total = Different people
compare-workshops-help = In the last row, someone who came to two workshops counts once.
definitions-title = What the figures mean
definitions-lead = Every figure can be checked: it is computed again from recorded acts, for any day in the past.
definitions-version = Definitions, version { $count }
definition-funnel = The path
definition-funnel-is =
    Entered: people who entered the workshop; someone with two phones counts once. Waiting at the door is part of the time.
    Each step counts the people who went at least that far before the end: whoever published without reading again counts as having read again, whoever undid publishing counts as having published.
    An idea: a note is begun. A draft of at least twenty words: twenty words or more. Read again: the Preview step is done. Answered: somebody else thanked them for the note, or reacted to it with a word.
    Time: half of the people took this long or less since the step before; the two small times enclose the middle half. Given from five people on.
    Time to a first note: an estimate, in which whoever did not publish counts until the end. Given when five people or more published, and when it reaches one half.
    Where most stopped: the step before which the largest number stopped, from entering to publishing.
    For everyone: at the end, everyone may read a note of theirs.
definition-segments = Who came
definition-segments-is =
    What each person was on entering, and one thing only: a regular if they had done fifty gestures or more; otherwise returning if they had published a note before; otherwise at their first note.
definition-answers = Answers, and what followed
definition-answers-is =
    Answered within a day: somebody else answered the person's first note within twenty-four hours. Known one day after the end.
    Note still published: that first note is not a draft again. Known two days after the end. Anyone may undo publishing.
definition-returns = Who comes back
definition-returns-is =
    Thanked, reacted or wrote (a gesture): thanking, reacting, linking, suggesting, reading a draft for someone, revising or publishing. Wrote, or read for someone (a contribution): suggesting, reading a draft for someone, revising or publishing. “I read it” and “Like” are tied to nobody: they do not count here.
    Days are counted in Québec time; the day of the end is day 0. What someone does while a workshop they entered is open is not a return.
    People who had an account when the period began are followed. The figure appears one day after the end of the period, and does not change after that.
definition-total = Different people
definition-total-is =
    In a total of several workshops, each person counts once.
definition-method = For those who check: the time to a first note is the estimate of Kaplan and Meier.
definition-small = Small groups
compare-workshops-unknown = unknown
report-here-is-today = Here is today's report.
report-table = Table: { $title }
