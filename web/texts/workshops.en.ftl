### Coming in

code-unknown = This code does not open a workshop. Check it: it never contains 0, 1, I, L or O.
code-words = These look like your four words to come back: the link under this field leads to where they are typed.
code-slow = Many codes are being tried just now, so the door takes its time. This page tries again by itself; the QR code opens at once.
join-workshop = Workshop
join-with = With { $name }
join-name = What should we call you?
join-name-help = Here is a nickname. Keep it, or write the name you like.
join-another-name = Another nickname
join-as = You will appear as { $name }.
join-promise = Your notes stay private. You will choose who can read them.
join-no-account = No account or e-mail needed.
join-recorded = What is recorded
join-recorded-1 = The name you choose here; a nickname is fine.
join-recorded-2 = The steps you have completed, so that whoever is facilitating can help.
join-recorded-3 = Your drafts, which only you can read.
join-recorded-4 = What you read, counted without saying it was you.
join-recorded-minors = Here, no account and no e-mail. The name and the drafts are erased thirty days after the end; what is published stays, unsigned.
join-recorded-5 = No address, no location, nothing for advertising.
join-soon = The workshop will open soon.
join-soon-help = Leave this page open: the workshop will open by itself.
join-over = The workshop is over.
join-over-help = If you were there, your notes are waiting: find them again with your four words.
join-over-read = Read the notes
join-full = { $n ->
    [one] The only place is taken.
   *[other] All { $count } places are taken.
}
join-again = Try again

### The path

path-step = Step { $n } of { $of }
path-back = Back
path-finish = I am done
path-over = The workshop is over. Your note stays yours, and you can finish it.
step-door = Where to begin
step-idea = Idea
step-draft = Draft
step-look = Preview
step-publish = Publish
step-thank = Thanks
door-title = Where shall we begin?
door-hello = Hello { $name }. Choose a way to begin; you can change your mind.
door-tell = Share something you learned
door-tell-help = Three sentences are enough.
door-transpose = Bring a text you already have
door-transpose-help = To paste: minutes, an e-mail, a page.
door-capture = Take notes for the group
door-capture-help = Write on behalf of several people.
door-observe = I would rather look first
door-observe-help = Read two notes. That is taking part.
idea-title = One idea
idea-label = In one sentence
idea-help = A clumsy sentence is worth more than a missing one.
idea-starter-1 = What I learned…
idea-starter-2 = What worked for us…
idea-starter-3 = What I would do differently…
idea-starter-4 = A question I have…
idea-blank = Even three words will do; you can change them later.
idea-only-begun = The rest is missing: a few words of yours after this beginning.
idea-long = This is longer than a title. Keep one sentence; copy the rest for the next step.
paste-title = Paste your text
paste-label = The text, as it comes
paste-help = Headings, lists and paragraphs will be recognised. Nothing is published without you.
paste-blank = There is no text here yet. Paste it, even untidy.
tidy-title = A little tidying?
tidy-lead = { $n ->
    [one] One line seems to come from the original page rather than from the text.
   *[other] { $count } lines seem to come from the original page rather than from the text.
}
tidy-legend = Lines to take out. Untick any you want to keep.
tidy-remove = Take out the ticked lines
tidy-keep = Keep everything
observe-title = Reading first
observe-lead = { $n ->
    [0] No notes to read yet.
    [one] Here is one note. Take your time.
   *[other] Here are { $count } notes. Take your time.
}
observe-thank = Say thanks for a note
observe-write = Actually, I feel like writing
draft-title = The draft
draft-help = Nobody else reads this draft.
draft-tidy = Some lines seem to come from the original page: tidy up a little
draft-enough = This is already a note.
draft-look = See what it looks like
body-too-long = This text is too long for one note. It is kept below: keep part of it, or make several notes.
summary-too-long = This is a little long: two hundred characters at most.
look-title = What it looks like
look-help = Nothing is published yet. Nobody else sees this page.
look-note = Preview of the note
look-short = A title by itself can already be a note.
look-change = Touch it up
look-choose = Choose who can read it
publish-workshop-help = { $n ->
    [0] The people of this workshop.
    [one] You, one other person and whoever runs it.
   *[other] You, { $count } others and whoever runs it.
}
publish-everyone-help = Anyone on the Internet, even without an account.
publish-more = Signature, note in progress, a word with it
publish-writer-help = A good choice too. Nothing gets lost.
publish-wall = Show its title on the projected wall
publish-signed = The name under the note
publish-signed-help = Your first name, your name or a nickname; it shows under everything you wrote here.
publish-undo = For 48 hours you can undo this: the note becomes a draft again.
publish-taken-back = Your note is a draft again; only you can see it.
done-title = It is done
done-kept-title = Your note is kept
done-read-title = Thank you for reading
done-kept = Your note is safe, for you alone. You will find it in “My corner”.
done-nth = { $n ->
    [one] This is the first note of the workshop. The first is often the bravest.
   *[other] The workshop now has { $count } notes.
}
underway-title = Your note is on its way
underway-group = It is published for the people of your workshop. For 48 hours, you can undo it.
underway-everyone = It is published: everyone can read it. For 48 hours, you can undo it.
done-see = See my note
thank-title = A note is waiting for a kind word
thank-first = You would be the first to answer.
thank-nobody = No note is waiting for your thanks right now. You can stop here.
thank-sent = Your thanks are on their way. Send another, or stop here.
thank-starter-1 = Thank you, I will remember…
thank-starter-2 = This helps me with…
thank-starter-3 = Same here…
thank-blank = A few words are missing. One sentence is enough.
thank-only-begun = The rest is missing: a few words of yours after this beginning.
keep-copy = Copy
keep-copied = Copied
keep-wall = See the notes of our workshop
hand-raise = Raise my hand
hand-is-up = Hand up · see my turn
hand-title = Raise my hand
hand-lead = What is stopping you?
hand-words = I don't know what to write
hand-button = I do not know where to press
hand-connection = The internet does not work
hand-other = Something else, or I'm not sure
hand-words-short = does not know what to write
hand-button-short = looks for the button
hand-connection-short = has trouble connecting
hand-other-short = would like some help
hand-up-title = Your hand is up
hand-coming = { $name } is coming.
hand-before = { $n ->
    [0] You are next.
    [one] One person before you.
   *[other] { $count } people before you.
}
hand-lower = I'm fine now, lower my hand
hand-back = Back to my step
wall-title = The notes of our workshop
wall-empty = The first note is often the bravest. It is coming.

### Workshops

workshops-title = My workshops
workshops-new = Prepare a workshop
workshops-empty = No workshop yet. Preparing one takes three minutes.
workshop-entered = { $n ->
    [0] nobody has come in
    [one] one person came in
   *[other] { $count } people came in
}
workshop-missing = This workshop does not exist
workshop-missing-help = Check the address, or go back to the list of your workshops.
workshop-already-prepared = This workshop is already prepared
workshop-already-prepared-help = Go back to the list of your workshops: it is there.
workshop-not-its-facilitator = Only its facilitator can do that
workshop-not-its-facilitator-help = Ask them, they have everything at hand.
workshop-not-open-yet = The workshop is not open yet
workshop-not-open-yet-help = Leave this page open: the workshop will open by itself.
workshop-over = The workshop is over
workshop-over-help = Your notes are waiting: find them again with your four words.
workshop-full = Every place is taken
workshop-full-help = Whoever is facilitating can add some with one tap.
workshop-odd-places = A workshop has between one and five hundred places.
workshop-odd-places-help = Go back and choose another number.
console-title = Console
console-open = Open the workshop
console-reopen = Open again
console-close = End the workshop
console-places = Add 20 places
console-screen = Page to project
console-code = Code:
console-room = The room
console-who = Who
console-settled = Done
band-places = { $n ->
    [one] one place
   *[other] { $count } places
}
console-waiting = Notes waiting for a word
console-all-answered = Every published note has received a word.
console-no-note = No note published yet.
console-answered = Notes that received a word
console-said-hand = { $name } raised a hand
console-said-hands = New hands up: { "{n}" }
console-said-door = { $name } is waiting at the door
console-nobody = Nobody has come in yet. Until then:
console-nobody-0 = Open the workshop, with the button at the top.
console-nobody-1 = Project the page with the QR code.
console-nobody-2 = Write on the board:
console-nobody-3 = Try with another phone than this one.
band-entered = { $n ->
    [0] nobody has come in
    [one] one person
   *[other] { $count } people
}
band-writing = { $n ->
    [0] nobody writing
    [one] one person writing
   *[other] { $count } writing
}
band-published = { $n ->
    [0] no note published
    [one] one note published
   *[other] { $count } notes published
}
band-waiting = { $n ->
    [0] no note is waiting for a word
    [one] one note is waiting for a word
   *[other] { $count } notes are waiting for a word
}
band-hands = { $n ->
    [0] no hand up
    [one] one hand up
   *[other] { $count } hands up
}
cell-done = done
cell-here = { $n ->
    [0] here
   *[other] here ({ $count } min)
}
cell-not-yet = not yet
screen-qr = QR code to join the workshop
screen-how = Scan, or type:
screen-entered = { $count } people have come in
screen-entered-none = Nobody has come in yet
screen-entered-few = The first people are coming in
screen-published = { $count } notes are published
screen-published-none = The first notes are being written
screen-published-few = The first notes are published
screen-consent = Nothing is shown without your consent.
screen-soon = The workshop is about to begin.
screen-over = The workshop is over.

### When a page cannot be shown

behind-title = What you did is kept
behind-kept = The site will show it soon: there is nothing to do again. This page looks again by itself.
summary-too-long-help = Go back: your sentence is still there.
body-too-long-help = Your text is kept in your draft.
# The door
workshop-held = People are let in one by one
workshop-held-help = Stay on the page of the workshop: it opens by itself.
workshop-shut = The door is closed for now
workshop-shut-help = Come back a little later, or speak with whoever is facilitating.
workshop-sent-out = You were asked to wait outside
workshop-sent-out-help = Speak with whoever is facilitating: one tap brings you back.
join-held = Here, whoever facilitates lets each person in: after this button, the page waits and opens by itself.
join-shut = The door is closed for now.
join-shut-help = Leave this page open: it opens again by itself. Those who are in the room already are not disturbed.
join-sent-out = You were asked to wait outside.
join-sent-out-help = Speak with whoever is facilitating: one tap brings you back. What you wrote is kept, in “My corner”.
entrance-title = The door
entrance-legend = How people come in
entrance-free = Freely
entrance-held = One by one
entrance-shut = Nobody comes in
entrance-is-free = people come in freely
entrance-is-held = you let each person in
entrance-is-shut = nobody comes in
entrance-renew = Change the code and the link
entrance-renew-help = If the code got around: the old one opens nothing any more, and those who are in stay. Project the page with the QR code again.
entrance-admit-all = { $n ->
    [one] Let in the person who is waiting
   *[other] Let in the { $count } people who are waiting
}
entrance-send-out = Send out
entrance-send-out-title = Send this person out
entrance-send-out-help = They no longer see the room, and their notes no longer show on the wall. What they wrote stays theirs, and you can bring them back.
entrance-out = { $n ->
    [one] 1 person outside
   *[other] { $count } people outside
}
entrance-bring-back = Bring back
scribe-too-many = You write for two people already. Whoever is facilitating can add others.
scribe-written-for = Someone writes for you.
scribe-alone = I carry on without help

### Preparing a workshop

plan-page = Prepare a workshop
plan-title = Name of the workshop
plan-lead = A name is enough. The rest can wait.
plan-copied = A copy of a past workshop: same steps, same words. Change what changes.
plan-script = Which agenda?
plan-title-help = The one people will see when they come in.
plan-on = Date (optional)
plan-hour = Time (optional)
plan-mode = Where will people be?
plan-mode-in-person = Together, in one room
plan-mode-online = Remote
plan-mode-hybrid = Both
plan-place = Place (optional)
plan-community = For which community? (optional)
plan-community-help = The community the notes and the synthesis are meant for.
plan-places = Number of places
plan-places-help = You can add some during the workshop.
plan-goal = The group's goal, in notes (optional)
plan-goal-help = Shown as a common goal, never as a ranking.
plan-visibility = To begin with, who will read the notes?
plan-visibility-workshop = The workshop's group
plan-visibility-everyone = Everyone
plan-tone = How to speak to people?
plan-tone-vous = In French, with “vous”
plan-tone-tu = In French, with “tu”
plan-tone-english = In English
plan-minors = People under 14 take part: no account, no e-mail, and names erased thirty days after the end.
plan-button = Prepare
plan-steps = { $n ->
    [one] one step
   *[other] { $count } steps
}
plan-count-places = { $n ->
    [one] one place
   *[other] { $count } places
}
plan-count-goal = { $n ->
    [one] goal: one note
   *[other] goal: { $count } notes
}
script-express = Express
script-express-help = The essentials: a first note each.
script-premiere-note-60 = My first note
script-premiere-note-60-help = From the welcome to the last word; reading each other's notes goes on afterwards.
script-premiere-note-75 = My first note, with reading
script-premiere-note-75-help = From the welcome to the last word, with time to read each other.
script-premiere-note-90 = My first note, in two parts
script-premiere-note-90-help = Two writing times with a break in between.
script-retraite = Writing retreat
script-retraite-help = Blocks of 50 minutes and 10 of rest, with an objective stated before and told after.
script-rencontre = Keep track of a meeting
script-rencontre-help = Learnings, needs, ideas: everyone adds lines, and the synthesis makes itself.
script-processus = Process canvas
script-processus-help = In sub-groups: stages, tools, obstacles and ways forward of an action of your choice.
overview-run = Open the console
overview-console = Console
overview-before = Before
overview-during = During
overview-after = After
overview-items = The agenda
overview-card = together, no screen
overview-rehearse = Rehearse
overview-rehearse-help = A copy of the workshop, with twelve simulated people. None of it is counted.
overview-rehearsal-of = Rehearsal: { $title }
overview-is-rehearsal = rehearsal, with simulated people
overview-copy = Make another workshop like this one
kit-bring = Bring a workshop kit
kit-file = The kit's file
kit-text = … or its text, pasted here
kit-button = Prepare the workshop of this kit
kit-take = Kit, to run it again elsewhere
kit-document = This file is a document (Word, PDF…), not a kit. Choose the file “trousse-atelier.json” as it was downloaded.
kit-unreadable = Some characters of this file cannot be read. Save it as “plain text, UTF-8”, or choose it as it was downloaded.
kit-unknown = This text is not a Sillage workshop kit. Choose the file “trousse-atelier.json” as it was downloaded.
arrange-title = Agenda
arrange-lasts = { $time } in all.
arrange-saved = It is saved.
arrange-minutes = Minutes
arrange-hide = Leave out
arrange-up = Move up: { $what }
arrange-down = Move down: { $what }
arrange-out = Take out
arrange-words = In my own words
arrange-own-title = Title
arrange-say = What I want to say or ask
arrange-add = Add an exercise
arrange-card = Exercise
arrange-add-button = Add at the end
arrange-save = Keep this agenda
arrange-reset = Back to the original agenda
step-round = Round
step-round-help = Region, organisation, interests, what brings each person.
step-react = Read and react
step-react-help = A short note, and one word to answer it.
step-door-help = Four ways to begin.
step-idea-help = One sentence.
step-draft-help = The text, in optional parts.
step-blocks = Writing blocks
step-blocks-help = An objective stated before each block, told after.
step-look-help = The preview, and someone who has finished to read it.
step-publish-help = To the group, to everyone, or to oneself.
step-thank-help = Read a note, thank whoever wrote it.
step-gather = What we take away
step-gather-help = Everyone adds learnings, needs and ideas.
step-canvas = Canvas
step-canvas-help = One choice card a line: each sub-group takes one.
step-farewell = Last word
step-farewell-help = One word, and one small next gesture.
card-welcome = Welcome
card-welcome-help = People come in, try their screen, hear what is recorded.
card-expectations = Expectations
card-expectations-help = Each says in one sentence what they hope for.
card-pairs = In pairs
card-pairs-help = One tells, the other listens; then swap.
card-one-two-all = One, two, all
card-one-two-all-help = Each idea goes through one, then two, then all heads.
card-silent-reading = Silent reading
card-silent-reading-help = Everyone reads, nobody speaks.
card-brainwriting = Brainwriting
card-brainwriting-help = Sheets go around; each adds to what came before.
card-plenary = Plenary
card-plenary-help = Each sub-group says what it found.
card-priorities = Priorities
card-priorities-help = Dots, hands or feet: what matters most.
card-break = Break
card-break-help = Nobody works.
card-next-steps = Next steps
card-next-steps-help = Who does what, by when.
card-own = An exercise of mine
card-own-help = Give it a title and instructions.
roles-title = Who helps, and how
roles-lead = One link a role: whoever opens it takes it, on their device. You can take it back whenever you like.
role-process = Facilitation
role-process-help = Opens, sets the pace, closes. To hand over to another device, use this link.
role-notes = Note-taking
role-notes-help = Writes down what is said; the synthesis is made from these lines.
role-dynamics = Care for the group
role-dynamics-help = Sees who is left alone, and goes.
role-help = Technical help
role-help-help = Answers raised hands.
role-observer = Observer
role-observer-help = Watches the console, and touches nothing.
role-facilitator = { $name } prepared the workshop and always runs it.
role-make-link = Make a link
role-link-help = This link opens once, within seven days. It is shown here only.
role-link-qr = QR code of the link of this role
role-end = Take this role back
role-take = Take this role
role-gone = This link was used already
role-gone-help = Ask whoever runs the workshop for another: it is one gesture.
mandate-title = What was agreed for this role
mandate-paid = This work is paid
mandate-hours = Number of hours (optional)
mandate-funder = Who pays (optional)
mandate-save = Keep the mandate
sheet-title = Sheet to print
poster-title = Poster to print
poster-help = One page to print, for a door or a board.
poster-invites = Everyone is welcome
sheet-help = A page for the day the wifi does not work, to print beforehand.
sheet-back = Back to the workshop
sheet-steps = The steps
sheet-phrase = My four words
sheet-phrase-help = They are at the end of the path. With them, you find your note again on any device.
sheet-paper = My note, on paper
sheet-paper-help = One can also write here: somebody will type it, in your name.

### The waiting room

waiting-lead = Whoever runs the workshop sees you and can add you.
waiting-help = Leave this page open: it will open by itself.
waiting-told = Whoever runs the workshop has just been told: they can add places in one gesture.
waiting-button = Ask to come in
elsewhere-title = You go on elsewhere
elsewhere-lead = Your path is open on another device. Everything that is written is there.
elsewhere-here = Go on with this device
merged-title = In once is enough
merged-lead = You had come into this workshop twice; the other time is kept. What is written here stays yours.
merged-note = See my note
merged-phrase = With the four words of the other device, you can go on here too.

### During: the steps

words-blank = A few words are missing.
words-blank-help = Even three: they can be changed.
pulse-eyes-up = Eyes up.
pulse-eyes-up-help = We are talking; nothing to do here, and nothing is lost.
pulse-card = together, without screens,
pulse-now = Now, in the room:
pulse-until = until
pulse-teller = { $name } would like you to write for them
pulse-ask = Would a hand help?
pulse-yes = Yes
pulse-think = I'm fine, just thinking
pace-title = We get there together
pace-help = This step will open for everyone at the same time.
pace-back = Back to my step
pace-not-yet = The room has not come to this step yet.
pace-not-yet-help = What you wrote is here. Keep it: the step will open for everyone at the same time.
path-not-here = This workshop does not have this step.
path-not-here-help = What you wrote is here, to be copied. Your path waits where you were.
path-room-over = The workshop has been over for more than a day: this step was taken with the room.
path-room-over-help = What you wrote is here, to be copied. Your note stays yours, and you can finish it. An agreement you take back is taken back.
round-title = Round
round-lead = Everything is optional. The region and the interests proposed may be shown on the wall, without a name or a number.
round-region = Your region
round-organisation = Your organisation
round-interests = What interests you, up to { $count }
round-reason = What brings me here
interest-1 = Running a community
interest-2 = Writing down what we learn
interest-3 = Digital tools
interest-4 = Meeting in person
interest-5 = Learning together
interest-6 = Making decisions together
interest-7 = Finding money
interest-8 = Welcoming newcomers
consent-minors = Here, nobody is written to
consent-minors-help = This workshop welcomes people under fourteen: the site sends them nothing.
consent-quote = I may be quoted in the synthesis, under the name I chose.
consent-news-button = Keep my choice
consent-news = Send me news of my note in a few days.
react-title = Read and react
react-legend = This note…
react-nothing = There is no note to read here yet. Yours will be the first.
react-rather-read = I would rather read
reaction-think = makes me think
reaction-inspire = inspires me
reaction-question = raises a question
door-dictate = I tell, someone writes
door-dictate-help = Aloud; the note is yours.
door-complete = Add to a note
door-complete-help = A few sentences more to what exists.
dictate-title = Who writes for you?
dictate-lead = Tell it, the person beside you writes. The note will bear your name.
dictate-hand-over = I lend my phone
dictate-choose = Or on their phone:
dictate-named = { $name } can write for you, on their phone.
scribe-title = Write for someone
console-scribe-how = Their note is then written on a phone that entered the workshop, yours for instance:
scribe-lead = The note will be theirs. You then come back to your own.
scribe-for = Write for { $name }
scribe-name = Their first name or nickname
scribe-name-help = For someone who is here without a phone.
scribe-button = Begin
scribe-writing = You are writing for { $name }.
scribe-end = Back to my note
complete-title = Add to a note
complete-lead = { $n ->
    [0] There is no note to add to yet. Choose another way to begin.
    [one] This note may be waiting for your sentence.
   *[other] Choose a note you have something to add to.
}
complete-note = The note
complete-words = What I would add
complete-help = It is proposed to whoever wrote it, in your name.
complete-button = Propose
complete-sent = It is sent. Whoever wrote the note will see your addition.
complete-another = Choose another note
blocks-title = Block { $n } of { $of }
blocks-title-end = The blocks are over
blocks-all-told = Every block is told.
blocks-objective = My objective for this block
blocks-objective-help = Small and precise: “the beginning”, “three examples”.
blocks-begin = Here we go
blocks-how-far = At the end of the block, how far are you?
reached-yes = Objective reached
reached-partly = In part
reached-not-yet = Not this time
review-ask = Have it read by someone
review-ask-again = Have it read again
review-promise = One person, who has published their own note, in private. You can publish without waiting.
review-waiting = Someone will read your note. You can publish without waiting: their answer will come after.
review-withdraw = Do not have it read
review-answer = { $name } has read your note
look-understood = I understood this:
look-more = I should like to know more about…
look-keep = Keep it as it is!
review-invitation = Someone would like their note read before they publish it.
review-go = Read for someone
review-title = Read for someone
review-count = { $n ->
    [one] One note is waiting. You will be the only one to read it.
   *[other] { $count } notes are waiting. You will read one, and be the only one to.
}
review-take = I'll read it
review-help = No red pen: one of the three beginnings, and a few words if you like.
review-words = A few words (optional)
review-legend = How does your answer begin?
review-return = Send it back
review-nobody = No note is waiting to be read just now.
review-first = You read for someone after publishing your own note.
review-sent = It is sent. Thank you for reading it.
review-not-asked = This note is not waiting to be read any more.
review-not-asked-help = Somebody answered, or the note is published.
review-taken = Somebody is reading it already.
review-taken-help = Go back to “Read for someone”: another may be waiting.
review-ones-own = It is your own note.
review-ones-own-help = It is always somebody else who reads.
review-enough-help = Somebody else will have the pleasure of reading this one.
gather-title = What we take away
gather-lead = One line at a time. A clumsy sentence is better than a missing one.
gather-kind = It is…
gather-words = In one sentence
gather-add = Add
gather-mine = My lines
gather-others = In the room
canvas-choose = Choose an action
canvas-lead = Your sub-group takes one, and describes how it goes.
canvas-other = Choose another action
canvas-done = Our canvas is done
canvas-card-1 = Write a first note
canvas-card-2 = Welcome a newcomer
canvas-card-3 = Run a meeting of the community
canvas-card-4 = Reuse somebody else's note
canvas-add-stage = Add a stage
canvas-add-tool = Add a tool
canvas-add-brake = Add an obstacle
canvas-add-lead = Add a way forward
farewell-title = One word to end with
farewell-word = What you take away, in a word or a sentence (optional)
farewell-gesture = A small gesture for later, if you like
farewell-consents = What you agree to (news, quotes)
farewell-button = Send my word
farewell-said = We have it. Thank you for coming.
farewell-none = End without writing anything
end-title = That is it
end-for-everyone = “{ $title }” is published: everyone can read it.
end-for-group = “{ $title }” is published: the group can read it.
end-thanked = { $n ->
    [one] One person thanked you.
   *[other] { $count } thank-yous for you.
}
end-send = Send it to someone
end-send-everyone = Anyone who has this address can read it, without an account.
end-send-group = The people of the group can open it with this address.
end-copy = Copy the address
end-change-word = Change my word
gesture-read = Read a note from the room
gesture-thank = Thank someone
gesture-add = Add a sentence to my note
gesture-show = Show my note to someone I trust
gesture-return = Come back for the next session
next-session = Next session: { $when }.
next-session-add = Add it to my calendar

### Note-taking and the synthesis

capture-to-take-up = { $n ->
    [one] One thing said in the room to take up
   *[other] { $count } things said in the room to take up
}
capture-take-up = Take up
capture-take-up-this = Take up: { $words }
capture-reaction-think = “{ $title }” makes one think
capture-reaction-inspire = “{ $title }” inspires
capture-reaction-question = “{ $title }” raises a question
line-of = Who said it?
line-of-help = A name is shown in the synthesis only if its owner agrees to be quoted.
line-of-nobody = The room
line-agrees = agrees to be quoted
line-source = Where it comes from
line-source-same = No change
workshop-odd-script = It takes at least one step, each only once, and an end the same day.
workshop-odd-script-help = Leave a step out, or shorten one.
workshop-out-of-order = A step comes before the one it needs.
workshop-out-of-order-help = The idea comes before the draft, the preview and publishing.
workshop-not-in-the-room = This person is not in the room.
workshop-not-in-the-room-help = Reload the console: the room has changed.

### The console

console-tabs = Parts of the console
console-hands = To go and see
console-alert = Vibrate or ring when a hand goes up
console-more = More…
console-now = Now and next
console-go-on = Go on to: { $what }
console-notes = Notes
console-screen-tab = Pace and screen
console-number = Person { $count }
console-hide-names = Hide names
console-show-names = Show names
console-no-hand = No hand is up.
console-since = { $n ->
    [0] just now
    [one] for a minute
   *[other] for { $count } min
}
console-postpone = Later
console-claim = I'm going
console-release = Leave it
console-you-go = you are going
console-goes = { $name } is going
console-a-helper = someone else
console-about = { $what }: { $name }
console-thank-words = A few words for “{ $title }”
console-without-phone = Add someone without a phone
console-add = Add
console-not-yours = The pace and the screen are in the hands of whoever runs the workshop.
console-scene = What the screen shows
scene-enter = Enter
scene-round = Round
scene-together = Together
scene-wall = Wall
scene-eyes-up = Eyes up
scene-eyes-up-now = Eyes up: the wall says so, and the phones within half a minute.
scene-eyes-down = We go on
scene-review = Reread, thank
scene-thanks = Thanks
console-say = Tell everyone (140 signs)
console-say-button = Send
console-pace = Move on together up to…
console-pace-none = Everyone at their own pace
console-pace-button = Keep
console-hat = Hand over to another device
console-start = Begin: { $what }
console-extend = + 3 min
console-other-item = Begin something else
console-begin = Begin
cell-thinking = thinking
cell-away = offline
band-door = { $n ->
    [one] one person is waiting at the door
   *[other] { $count } people are waiting at the door
}
signal-join = May need a hand
signal-why = Why?
signal-why-idle = { $n ->
    [one] Nothing typed for a minute in a writing step, and no answer to “Would a hand help?”.
   *[other] Nothing typed for { $count } min in a writing step, and no answer to “Would a hand help?”.
}
signal-why-slow = { $n } min at this step, which took half of the room { $median } or less; and no answer to “Would a hand help?”.
signal-why-lost = { $n ->
    [one] One change of step in two minutes, and no answer to “Would a hand help?”.
   *[other] { $count } changes of step in two minutes, and no answer to “Would a hand help?”.
}
signal-away = Offline
signal-why-away = Nothing heard from this phone for a minute. What is written stays on it, and will leave when the network is back.
signal-unsent = { $n ->
    [one] one thing to send
   *[other] { $count } things to send
}
signal-door = Waiting at the door
signal-admit = Let in
signal-unanswered = { $n ->
    [one] One note has waited for a word for more than four minutes
   *[other] { $count } notes have waited for a word for more than four minutes
}
signal-ready = Finished, to be asked for help: { $names }
signal-step = Many people have been at the step “{ $step }” for a long time. Talk about it together?
signal-step-act = Show “Eyes up”
person-since = In the room since
person-merged = Second phone of somebody else
person-word = One word, on their screen only
person-word-1 = Take your time, it is a good start.
person-word-2 = One sentence is enough to begin.
person-word-3 = Wave whenever you like, I'll come.
person-word-own = … or in your own words (140 signs)
person-merge = It is the second phone of somebody
person-merge-help = This phone gives its place back. What is written there stays theirs, on that phone.
person-merge-into = Their other phone
person-merge-button = Put together
closing-title = End the workshop
closing-lead = What is left, before leaving.
closing-over = The workshop is over. Here is what is left, at your own pace.
closing-unanswered = { $n ->
    [0] No note is waiting for a word
    [one] One note has not had a word yet
   *[other] { $count } notes have not had a word yet
}
closing-hands = { $n ->
    [0] No hand is up
    [one] One hand is up
   *[other] { $count } hands are up
}
closing-waiting = { $n ->
    [0] Nobody is waiting at the door
    [one] One person is waiting at the door
   *[other] { $count } people are waiting at the door
}
closing-drafts = { $n ->
    [0] No draft under way
    [one] One draft under way: whoever writes it keeps it
   *[other] { $count } drafts under way: those who write them keep them
}
closing-lines = { $n ->
    [0] No line noted
    [one] One line noted
   *[other] { $count } lines noted
}
closing-present = How many were you in the room? (optional)
closing-mood = How was it?
mood-well = Good
mood-fair = All right
mood-hard = Hard
closing-memo = For the record (optional)
closing-memo-help = For those who run the workshop only.
closing-next-on = Next session, date (optional)
closing-next-hour = Time (optional)
closing-button = End the workshop
closing-keep = Keep without ending
closing-save = Save
closing-undo = It can be opened again for twenty-four hours.
screen-eyes-up = We are talking. Your texts are waiting for you.
screen-goal = { $n } of { $goal } notes
screen-goal-first = { $n ->
    [one] Our goal: one note
   *[other] Our goal: { $count } notes
}
screen-goal-label = Notes published, out of the group's goal
screen-thanks = Thank you.
screen-round = Where do we come from? What interests us?
screen-round-soon = The map lights up as answers come in.
screen-review = In twos.
screen-review-how = Read somebody's note, leave them a word.
screen-notes-qr = QR code to the notes of the workshop
screen-notes-here = The notes of the workshop are here, for those who were there.
screen-notes = { $count } notes published today
screen-notes-none = Ideas, and drafts that wait.
screen-notes-few = The first notes are published.
screen-answers = { $count } answers
screen-answers-none = The first answers are coming.
screen-answers-few = The first answers are here.
screen-left = { $count } notes are waiting for a word: who takes them?
screen-left-none = Every note has had a word.
screen-left-few = A few notes are waiting for a word: who takes them?

### Without network

keep-look = The preview will come with the network. You can go on.
keep-held = Words to take up
keep-held-help = They could not be sent as they are. Copy them, they are yours.
keep-held-done = Copied: erase them from here
hand-sign-title = Show this screen
hand-sign-help = Hold up your phone: somebody will come, even without network.
keep-later-title = It is kept on this phone
keep-later = What you wrote will leave by itself. This step waits for the network.

### Afterwards: news, and the replay

follow-title = News after the workshop
follow-lead = { $n ->
    [0] Nobody asked for news. It is their right, and nothing is sent.
    [one] One person asked for news of their note.
   *[other] { $count } people asked for news of their note.
}
follow-unreachable = { $n ->
    [one] One of them left no address: their message can be read and copied here.
   *[other] { $count } of them left no address: their messages can be read and copied here.
}
follow-waiting = { $n ->
    [one] One of them has not confirmed their address yet: nothing is sent to them before that. They confirm it by signing in with a code sent by e-mail; until then, their message can be read and copied here.
   *[other] { $count } of them have not confirmed their address yet: nothing is sent to them before that. They confirm it by signing in with a code sent by e-mail; until then, their messages can be read and copied here.
}
follow-no-mail = This site has no mail server: each message can be read and copied.
follow-sent = { $n ->
    [0] No message left: everyone had had it, or the mail server did not accept it.
    [one] One message left.
   *[other] { $count } messages left.
}
follow-leaves = These emails leave by themselves on { $when }, to confirmed addresses; sooner with the button.
follow-due = To be sent around { $when }
follow-published = { $n ->
    [one] One person published
   *[other] { $count } people published
}
follow-draft = { $n ->
    [one] One person has a draft
   *[other] { $count } people have a draft
}
follow-observed = { $n ->
    [one] One person read
   *[other] { $count } people read
}
follow-send = { $n ->
    [one] Send to one person
   *[other] Send to { $count } people
}
letter-two-days = Two days after
letter-seven-days = A week after
letter-thirty-days = A month after
letter-hello = Hello { $name },
letter-two-days-subject = News of your note — { $title }
letter-two-days-published = { $readers ->
    [0] Your note “{ $title }” is published. It awaits its first readers: showing it to one person is enough.
    [one] Your note “{ $title }” was read by one person.
   *[other] Your note “{ $title }” was read by { $readers } people.
} { $thanks ->
    [0] An answer will come.
    [one] Somebody answered it.
   *[other] { $thanks } people answered it.
}
letter-two-days-draft = Your draft is waiting, as you left it. One more sentence, and it is a note.
letter-two-days-observed = You read the notes of the workshop, and reading is a contribution. If an idea came to you, there is still time to write it.
letter-seven-days-subject = A week after { $title }
letter-seven-days-published = { $readers ->
    [0] “{ $title }” is still there, ready to be read.
    [one] “{ $title }” was read by one person.
   *[other] “{ $title }” was read by { $readers } people.
} A small gesture, if you like: add a sentence about what happened since. { $thanks ->
    [0] { "" }
    [one] Somebody answered you.
   *[other] { $thanks } people answered you.
}
letter-seven-days-draft = Your draft is still there. Publishing it to the group is enough: everything can be changed later.
letter-seven-days-observed = New notes may have come. Reading one and thanking whoever wrote it takes two minutes.
letter-thirty-days-subject = A month after { $title }
letter-thirty-days-published = { $readers ->
    [0] “{ $title }” still awaits its first reader.
    [one] In a month, one person read “{ $title }”.
   *[other] In a month, { $readers } people read “{ $title }”.
} { $thanks ->
    [0] How about a second one?
    [one] Somebody answered it. How about a second one?
   *[other] { $thanks } people answered it. How about a second one?
}
letter-thirty-days-write = To write a note, at any time: { $link }
letter-thirty-days-draft = A month later, your draft has not moved. Keeping it to oneself is an honourable choice too.
letter-thirty-days-observed = A month later, people still write here. Next time, you may feel like telling something.
letter-stop = To stop this news, in one tap: { $link }
stop-title = Stop the news
stop-lead = One tap, and it is over.
stop-button = Do not write to me any more
stop-done = Done. Nothing else changes.
replay-title = Replay the workshop
replay-lead = Thirty times as fast, without names. To talk about it, to learn, to remember.
replay-empty = Nothing has happened yet.
replay-at = At minute
replay-play = Play
replay-pause = Pause
replay-look = See this moment
moment-opened = The workshop opens
moment-closed = The workshop ends
moment-item = Begins:
moment-scene = On the screen:
moment-hand = A hand goes up
moment-published = A note is published
wall-synthesis = The synthesis of the workshop:
wall-pages = Pages of the wall
wall-newer = Newer
wall-older = Older
photo-title = Photos
photo-file = A photo of a flipchart or a page
photo-button = Add the photo
photo-alt = Photo { $count } of the workshop
photo-line = What one reads on it
photo-too-many = The workshop keeps two hundred photos already.
photo-too-many-help = Note what one reads on it in a few lines.
idea-first = The idea is missing, in one sentence.
idea-first-help = Your words are here: copy them, write the idea, and paste them into the draft.

### Linking

step-link = Link
step-link-help = Say which other note yours goes with.
link-title = Which note does yours go with?
link-legend = Choose a note to link to yours.
link-skip = Not this time
link-nothing = No other note yet. The one that comes can link to yours.
link-no-note = Published notes are linked. Reading those of others counts as much: you can go on.
link-to-itself = A note is linked to another one.
link-to-itself-help = Choose another note.

### Helping closer

hand-draft-show = Show my draft to those who help
hand-draft-hide = Stop showing it
hand-draft-shown = Those who help in the workshop can read your draft while your hand is up.
pulse-proposed = Someone suggests this step, if you like:
wall-asked = The title of your note, “{ $title }”, would do the projected wall good. Show it, without your name?
wall-agree = Yes, show it
wall-decline = No, thank you
console-draft-shown = shows their draft
console-wall-ask = Ask to show its title on the wall
console-wall-asked = asked, the answer will come
console-on-wall = on the wall
person-draft = The draft they are showing you
person-draft-help = Visible while their hand is up. Read with them, do not correct for them.
person-propose = Suggest a step
person-propose-button = Suggest
person-proposed = Suggested: { $step }. They go there if they want to.
console-choose = Filter and sort
console-filter = Whom to show
console-show-tous = The whole room
console-show-premieres = At their first note
console-show-observent = Observing
console-sort = In which order
console-sort-need = Who may need help first
console-sort-arrival = As they came
round-told = { $n ->
    [0] Nobody has introduced themselves yet.
    [one] One person introduced themselves.
   *[other] { $count } people introduced themselves.
}
round-nobody = Answers come here one by one. Start the round aloud.
round-regions = Where we come from
round-tags = What interests us
round-organisations = Whom we work with
round-pairs = Who might go with whom
round-pairs-help = Things in common, nothing more: the room does as it likes.
matter-bring = Is it on paper, or in a file?
matter-file = A photo of the page, or a text file
matter-help = Nobody but you will see the photo; you will write what it says. A text file goes into the box by itself.
matter-button = Bring this file
matter-read = Write below what you want to keep.
matter-photo = Photo { $count } of your page
console-wall-declined = stays off the wall
matter-document = This file is a document (Word, PDF…), which does not open here. Open it and copy its text, or save it as “plain text, UTF-8”.
matter-empty = Nothing arrived: no file was chosen, or it is empty. Choose a photo or a text file, or paste the text.
matter-long = This text is too long to be brought at once. Bring one part, then the other.
matter-unreadable = This file does not open here. Choose a photo (JPEG, PNG or WebP) or a text file, or paste the text. A text must be saved as “plain text, UTF-8”.
matter-too-many = Your five photos are here. Write what they say before going on.
link-later-title = Linking, another time
publish-group = In the name of the group, without my name
publish-group-help = Under the note, people will read “the workshop group”. Its history keeps who wrote what.
matter-not-brought = The file is not here yet. Choose it again and tap “Bring this file”, or go on without it.
mail-away = The mail server does not answer.
mail-away-help = Nothing left. Try again in a few minutes.
link-choose = Choose a note, or tap “Not this time”.

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
report-sentence = { $n ->
    [one] { $entered } people entered; one published a note
   *[other] { $entered } people entered; { $published } published a note
}
report-sentence-time = ; one in two of those who entered gets there within { $time }
report-sentence-answered = ; { $answered } were answered within a day
report-sentence-all-answered = ; all of them were answered within a day
report-to-do = What is left to do
report-real = You run this workshop: these are its real figures. The version to hand over, files and comparisons hide small groups.
report-to-hand = Version to print or hand over
report-in-the-room = { $n ->
    [one] In the room, says whoever closed the workshop: one person. The figures count those who came through the site.
   *[other] In the room, says whoever closed the workshop: { $count } people. The figures count those who came through the site.
}
report-after = { $time } after the step before
report-wake = The wake of the notes of the workshop
report-path = The path
report-people = People
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
report-evening = The session, moment by moment
report-evening-hand = a hand raised
report-evening-note = a note published
report-evening-hands = { $n ->
    [one] one hand raised
   *[other] { $count } hands raised
}
report-evening-notes = { $n ->
    [one] one note published
   *[other] { $count } notes published
}
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
report-small-groups = To whoever did not run the workshop, the figures of the report never show a group of one to four people, even by subtraction. “Fewer than 5” means one to four. “A little under” or “a little over”: the difference is one to four. “Hidden: too few people”: the number would give a small group away.
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
review-enough = You have read three notes in this workshop already: thank you.
review-one-at-a-time = One note at a time.
workshop-too-late = This workshop was closed more than a day ago.
code-title = Join a workshop
erase-said-open = Erase a passage
look-help-reviewed = Nothing is published yet. Only the person who reads it over will see this page.
look-for-group = This note is published: your group may read it.
look-for-everyone = This note is published: everyone may read it.
hand-seen = { $name } sees your hand.
consent-news-guest = If I make an account: news of my note by e-mail, in a few days.
look-for-chosen = The people who were chosen, or who have the link, may read this note.
look-for-authors = Those who write this note read it, and nobody else.

story-title = { $title }: its story
story-before = Before
story-during = During
story-out = What came out of it
story-next = What comes next
story-on = It took place on { $day }.
story-opened = It took place on { $when }.
story-not-yet = It has not taken place yet.
story-goal = { $n ->
    [one] The goal: a note written together.
   *[other] The goal: { $count } notes written together.
}
story-people = { $n ->
    [one] One person was there.
   *[other] { $count } people were there.
}
story-people-said = { $n ->
    [one] One person was there, says whoever ran it.
   *[other] { $count } people were there, says whoever ran it.
}
story-few = A few people were there.
story-notes = { $n ->
    [one] A note that everyone can read:
   *[other] { $count } notes that everyone can read:
}
story-no-note = No note is open to everyone for the moment.
story-thanks = { $n ->
    [one] One person thanked somebody for their note.
   *[other] { $count } thank-yous were sent for these notes.
}
story-changed = { $n ->
    [one] One of these notes has changed since.
   *[other] { $count } of these notes have changed since.
}
story-no-next = No other session is announced.
story-is-hidden = Only you and those who run it see this page. Showing it lets everyone read it: it names only people who signed a note that is open to all.
story-is-shown = Everyone can read this page.
story-show = Show it to everyone
story-hide = Stop showing it
story-see = See it as everyone does
story-open = The public story
workshops-lead = People meet there to write down what they learnt. If you were given a code, this is the way.
workshops-entered = Where you took part
workshops-told = Workshops and their stories
story-notes-last = { $n ->
    [one] The last note that everyone can read:
   *[other] The last { $count } notes that everyone can read:
}
story-too-soon = The story can be shown once the workshop is over.
story-minors = People under 14 were there: this story is shown to nobody else.
plan-group = The community it belongs to
plan-group-help = At the end, the room can come into it, and share its notes with it.
plan-group-none = None
room-community-lead = This workshop belongs to a community, { $name }. You can go on with it.
room-community-join = Come into the community
room-community-ask = Ask to come in
room-community-open = See the community
room-community-share-help = Your note can be read by the whole community.
room-community-share = Share my note with it
room-community-shared = Your note is shared with it.
