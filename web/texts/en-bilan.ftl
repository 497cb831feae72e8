### Report

report-title = Report
report-open = The report begins when the workshop ends. Until then, the console says it all.
report-no-such-day = That day has not come yet. Choose a day in the past; here is today's report.
report-not-ended = On that day the workshop was not over. Here is today's report.
report-not-ended-help = Choose a day after the end of the workshop.
report-as-of = As it was seen on
report-look = See that day
report-today = Back to today
report-fresh = Up to date: { $when }.
report-nobody = Nobody entered this workshop.
report-no-note = { $entered } people entered. Nobody published that day: drafts wait for their writers, and reading is a contribution.
report-too-small = Fewer than five people: so small a group is not counted.
report-sentence = { $entered } people entered; { $published } published a note
report-sentence-time = , half of them in { $time } or less
report-sentence-answered = ; { $answered } were answered within a day
report-sentence-all-answered = ; all of them were answered within a day
report-to-do = To do now
report-path = The path
report-step = Step
report-people = People
report-time = Time since the step before
report-between = half of them, from { $first } to { $third }
report-under-a-minute = under a minute
report-stage-entered = Entered
report-stage-idea = An idea
report-stage-draft = A draft that holds
report-stage-reread = Read again
report-stage-published = Published
report-stage-answered = Was answered
report-steepest = The steepest step: { $stage }.
report-everyone = Published for everyone, and not for the group alone: { $count }.
report-who = Who came
report-they-were = On entering, they were
report-segment-first = First note: had never published
report-segment-returning = Returning: had published before
report-segment-regular = Regulars: fifty acts or more
report-answers = Answers, and what followed
report-of-published = Of the people who published ({ $count }):
report-answered = Answered within a day
report-still = Still published two days later
report-returns = Who comes back
report-returns-help = Coming back is acting by oneself, outside a workshop. Only people with an account are followed; of the others, we do not know.
report-week-gesture = A gesture, from day 1 to day 7
report-month-contribution = A contribution, from day 8 to day 30
report-quarter-contribution = A contribution, from day 60 to day 90
report-back = { $back } of { $followed }
report-unknown = unknown for: { $count }
report-pending = waiting until { $when }
report-more = Elsewhere
report-csv = Figures (CSV)
report-json = Figures (JSON)
report-notes = The notes
report-small-groups = No figure shows a group of one to four people, and no subtraction leaves one. When a number would give one away, it says “a little under” or “a little over”: the difference is then one to four.
report-definition = What the figures mean
report-definition-of = Definitions: { $title }
report-few = fewer than 5
report-under = a little under { $count }
report-over = a little over { $count }
report-kept = not told
report-entered = Entered
report-file-everyone = Published for everyone
report-file-followed = { $label }: people followed
report-column-measure = Identifier
report-column-label = Measure
report-column-count = Number
report-column-value = In words
report-column-known-from = Known from
compare-workshops-title = My workshops, side by side
compare-workshops-lead = At the same age, by date, never by score.
compare-workshops-empty = Nothing to compare yet: a workshop appears here when it ends.
compare-workshops-one = Workshop
compare-workshops-first = First note
compare-workshops-answered = Answered within a day
compare-workshops-week = Gesture, 7 days
compare-workshops-month = Contribution, 30 days
compare-workshops-total = Different people
compare-workshops-help = Someone who came to two workshops counts once in the last row.
definitions-title = What the figures mean
definitions-lead = Every figure can be checked: it is computed again from recorded acts, for any day in the past.
definitions-version = Definitions, version { $count }
definition-funnel = The path
definition-funnel-is =
    Entered: people who entered the workshop, two phones of one person counting once. Whoever waited at the door is there since they came.
    Each step counts the people who went at least that far before the end: whoever published without reading again counts as having done so. A draft holds from twenty words on.
    Was answered: somebody else thanked for the note or reacted to it with a word.
    The time is the median since the step before, told of five people or more. The time to a first note also counts the people who did not publish (Kaplan and Meier): it is not told when fewer than half did.
definition-segments = Who came
definition-segments-is =
    What each person was on entering, and one thing only: a regular if they had done fifty acts or more; otherwise returning if they had published a note before; otherwise at their first note.
definition-answers = Answers, and what followed
definition-answers-is =
    Answered within a day: somebody else answered the first note within twenty-four hours. Known one day after the end.
    Still published: the note is not a draft again. Known two days after the end. Anyone may take their note back.
definition-returns = Who comes back
definition-returns-is =
    A gesture: thanking, reacting, linking, suggesting, looking at a draft for someone, revising or publishing. A contribution: suggesting, looking at a draft for someone, revising or publishing. Readings and likes lead to nobody: they do not count here.
    Days are those of here; the day of the end is day 0. What happens in a workshop the person entered is no return.
    Followed are the people who had an account when the period began. The figure appears one day after the end of the period, and does not change any more.
definition-total = Different people
definition-total-is =
    In a total of several workshops, each person counts once.
definition-small = Small groups
