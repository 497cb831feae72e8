## Every word of the site, in English; the same keys as fr.ftl.

## What follows an hour: whose it is. Hours are those of the place of the workshop.
zone-montreal = Montréal time
zone-utc = universal time
zone-of = { $city } time
zone-of-vowel = { $city } time
hours-whose = Times shown: { $zone }
## An hour that comes twice, the night clocks go back.
hour-before-change = (before the clocks change)
hour-after-change = (after the clocks change)

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

### What a public page says of itself, where its address is found or sent

about-home = A commons where people write and share what they learn, in workshops or alone: short notes, read, thanked, made better together.
about-notes = The notes that their authors chose to show to everyone, the newest first.
about-search = Search the notes by their words.
about-recorded = What this site keeps of your visit, why, and what it never keeps.
about-source = This program is free: its source may be read, copied and changed.
about-code = Enter a workshop with its code. No account, nothing to install.
about-join = A workshop to write and share what one learns. You enter without an account, and your notes stay private until you choose who may read them.
about-definitions = What each figure of a workshop report means, and how it is counted.
about-account = Keep your notes and find them again on any device.
about-resume = Find your note again on another device, with your four words.
about-sign-in = Sign in to find your notes and your workshops again.
about-note-past = The versions of the note “{ $title }”: what changed, when, and who wrote it.

### The frame

nav-skip = Skip to content
nav-label = Navigation
nav-notes = Notes
nav-workshops = Workshops
nav-me = My corner
nav-sign-in = Sign in
nav-sign-out = Sign out of this device
nav-recorded = What is recorded
nav-source = Source code
person-erased = someone who removed their name

visibility-writer = visible to you only
visibility-workshop = visible to the group
visibility-everyone = public

state-saved = Saved
state-here = Kept on this device, will be sent
state-offline = Offline, carry on
state-leaving = Sending…
state-back = Back online, all sent
state-found = We found what you were writing.
state-nowhere = Your words are kept nowhere else: leave this page open.
state-refused = These words do not fit as they are. They are kept on this device.
state-other = Somebody else is using this browser now. Your words stay here, for you.
state-session = Your session has ended. Your words are kept on this device.
state-alone = Your session has ended, and your words are kept nowhere else: copy them before you come back.
state-session-way = Come back
state-joined = We found your words, and the note has changed since: the two texts are together here.
state-away = The site is not answering for now. Everything stays on this page: try again in a moment.
kept-title = Your words, found again
kept-help = You had left them on this device, and the note has changed since. Both texts stay until you choose.
kept-emptied = (emptied)
left-title = Your words, kept on this device
left-help = You had written them, and they were not sent. They are only here: you can copy them.
left-open = Go back to where they were written
left-drop = Stop keeping these words
left-sure = Really stop keeping them
kept-both = Keep both
kept-mine = Only these words
kept-note = Only the text of the note

### Writing, looking back, putting back

note-history-count = { $n ->
    [one] One version
   *[other] { $count } versions
}
note-authors = Who wrote what
note-film = The film
note-hidden = This version is hidden
note-hidden-help = The other versions are in the history.
note-not-yet = On that day, this note was not shared yet
note-not-yet-help = Choose a later day, or open its history.
list-and = { $before } and { $last }

edit-section-title = Change one part
edit-section = Change this part
edit-guided = Write in three small boxes
edit-free = Write freely
edit-preview = Look first
edit-changes = What you are changing
edit-promise = No need to be perfect: everything can be put back.
edit-moved = We found what you were writing. The note has changed since: when you save, the two texts will be put together, and nothing will be lost.
toolbar-label = Formatting
toolbar-bold = Bold
toolbar-heading = Heading
toolbar-list = List
toolbar-link = Link
toolbar-quote = Quote
paste-nothing = There was no text to paste
paste-nothing-help = Copy the text again, then paste it.
paste-unformatted = The formatting could not be kept: only the words were pasted.
paste-unpictured = The pictures were not pasted: only the words were.
state-kept = Draft saved at { "{heure}" }
state-again = Not sent yet, trying again in a moment

saved-published = It is published.
saved-draft = It is saved.
saved-merged = It is saved, and put together with what { $name } had just changed.
saved-see = See what changed
saved-undo = Go back to the text before
saved-undo-merge = Take the two texts apart
saved-nothing = Nothing changed: the text is the same as before.

since-reading = { $n ->
    [one] One passage has changed since you read this on { $when }.
   *[other] { $count } passages have changed since you read this on { $when }.
}
since-see = See
since-dismiss = Seen
since-label = See what changed since…
since-beginning = the beginning

variant-title = Somebody else changed this line
variant-lead = { $name } changed the same sentence while you were writing. Nothing is lost: choose what stays.
variant-close = { $name } changed the same line while you were writing. Here are the two together: is this what you meant?
variant-changes = What each text changes
variant-good = Looks good
variant-save = Save these choices
variant-let-go = Give up my text
variant-whole = My text, whole
variant-settled = This text has found its place already. You can still read it here.
variant-waits = A text of yours is waiting to be put together with this note.
variant-open = Go back to it
settle-count = { $n ->
    [one] One sentence to choose:
   *[other] { $count } sentences to choose:
}
settle-title = The title
settle-sentence = Sentence { $n }
settle-theirs = { $name } wrote
settle-mine = I wrote
settle-both = Both
settle-other = Or another way: write it here
settle-nothing = (nothing: the sentence is taken out)
settle-current = The one in the note
settle-proposed = The one proposed by { $name }

history-words-unit = words
history-see = See the note at that moment
history-menu = More
history-menu-n = More, for version { $n }
history-thank = Thank you
history-thank-n = Thank you for version { $n }
history-thanks = { $n ->
    [one] one thank-you
   *[other] { $count } thank-yous
}
history-saves = { $n ->
    [one] one save
   *[other] { $count } saves
}
history-undoes = undoes passages of version { $n }
history-merges = puts together two texts written from version { $n }
history-suggestion = suggestion accepted
history-suggested = { $from } (suggestion accepted by { $by })
history-suggested-visitor = A visitor (suggestion accepted by { $by })
history-author-hidden = somebody whose name is hidden
history-summary-hidden = summary hidden
history-text-hidden = The text of this version is hidden. Reason: { $reason }.
history-nothing = No version matches. Remove a filter to see more.
history-more = The history in other ways
history-atom = Atom feed
history-json = JSON
history-column-version = Version
history-column-date = Date ({ $zone })
history-column-author = By
history-column-why = What changed
history-column-added = Words added
history-column-removed = Words removed
history-column-name = Name of the version
history-column-file = File
history-zip = All versions (zip)
label-draft = beginning
label-edit = change
label-typo = typo
label-restore = version put back
label-undo = passages undone
label-merge = texts put together
label-suggestion = suggestion
label-moved = moved
label-formatted = formatting
change-blocks-added = { $n ->
    [one] one passage added
   *[other] { $count } passages added
}
change-blocks-removed = { $n ->
    [one] one passage removed
   *[other] { $count } passages removed
}
change-blocks-changed = { $n ->
    [one] one passage changed
   *[other] { $count } passages changed
}
change-words = { $n ->
    [one] one word changed
   *[other] { $count } words changed
}
change-joined = { $n ->
    [one] paragraphs joined
   *[other] paragraphs joined in { $count } places
}
change-split = { $n ->
    [one] one paragraph split
   *[other] { $count } paragraphs split
}
change-headed = { $n ->
    [one] one passage made a heading
   *[other] { $count } passages made headings
}
change-unheaded = { $n ->
    [one] one passage that is no longer a heading
   *[other] { $count } passages that are no longer headings
}
change-images = { $n ->
    [one] one picture changed
   *[other] { $count } pictures changed
}
change-moved = { $n ->
    [one] one passage moved
   *[other] { $count } passages moved
}
change-levels = { $n ->
    [one] one heading of another level
   *[other] { $count } headings of another level
}
change-links = { $n ->
    [one] one link changed
   *[other] { $count } links changed
}
change-formatted = { $n ->
    [one] formatting in one place
   *[other] formatting in { $count } places
}
change-typos = { $n ->
    [one] one typo
   *[other] { $count } typos
}
chart-title = Words added (above) and removed (below), from the oldest to the newest
chart-table = The same figures, as a table
chart-added = Added
chart-removed = Removed
chart-bar = Version { $n }, { $who }, { $when }
filter-title = Filter
filter-who = Who
filter-anyone = Everyone
filter-kind = Which changes
filter-any = All
filter-from = From
filter-to = To
filter-typos = Without typos
filter-named = Only named versions
filter-button = Filter

version-as-of = As it was on { $day }.
version-around = Around this version
version-previous = Previous version
version-next = Next version
version-change = What it changed
version-current-link = Read it on its page
version-restore-people = { $n ->
    [0] { "" }
    [one] From one person.
   *[other] From { $count } people.
}
name-open = Name this version
name-label = Name of this version
name-help = Optional: “before the March meeting”, for instance. Leave it empty to remove it.
name-button = Keep this name

compare-between = Between { $old } and { $new }.
compare-side = version { $n } ({ $who }, { $when })
compare-edits = { $n ->
    [one] One change.
   *[other] { $count } changes.
}
compare-people = By { $names }.
compare-views = Ways to compare
compare-view-rendu = As it reads
compare-view-cote = Side by side
compare-view-source = Source
compare-view-avant-apres = Before and after
compare-before = Before
compare-after = After
compare-see = Read version { $n }
diff-too-long = These two texts are very long: whole paragraphs are compared, not word by word.
diff-more = { $n ->
    [one] One other change is not shown here. Read the two versions to see everything.
   *[other] { $count } other changes are not shown here. Read the two versions to see everything.
}
version-none = There is no such version
version-none-help = No version has this number, or it is not shared here. The history shows all those that can be read.
diff-place = { $n } of { $of }
diff-previous = Previous change
diff-next = Next change
diff-left = This passage was moved.
diff-follow = See where it is now
diff-left-text = The passage
diff-arrived = This passage comes from elsewhere.
diff-origin = See where it was
diff-shape = { $is } (before: { $was })
diff-formatted = ({ $is }; before, { $was })
diff-link = (link: { $was } → { $is })
diff-picture = (picture: { $was } → { $is })
diff-picture-title = (title of the picture: { $was } → { $is })
diff-leads = (link: { $address })
diff-leads-titled = (link: { $address }, title “{ $title }”)
diff-pictures = (picture: { $address })
diff-pictures-titled = (picture: { $address }, title “{ $title }”)
diff-came = added, { $is }
diff-gone = removed, { $is }
diff-has-start = the list begins at { $is }
diff-has-columns = alignment of the columns: { $is }
diff-has-language = language of the code: { $is }
diff-has-quotes = level of quotation: { $is }
diff-has-inside = level in the list: { $is }
diff-beside = Spaces or line breaks of the source text changed too. The “Source” view of the comparison shows them.
diff-no-link = none
diff-respaced = same words, other signs: { $signs }
diff-respaced-one = “{ $old }” → “{ $new }” ({ $was } → { $is })
shape-heading = heading of level { $n }
shape-bullet = item of a bulleted list
shape-bullet-at = item of a bulleted list, level { $n }
shape-number = item of a numbered list
shape-number-at = item of a numbered list, level { $n }
shape-quote = quotation
shape-code = code
shape-row = table row
shape-paragraph = paragraph
shape-rule = horizontal line
shape-bare = line of the source without a word to read
style-bold = bold
style-italic = italic
style-struck = struck through
style-code = code
style-plain = plain

undo-open = Undo passages
undo-title = Undo passages
undo-lead = Version { $n } ({ $who }, { $when }) changed these passages. The rest of the note will not move.
undo-legend = Passages to put back as they were
undo-nothing = None of these passages can be undone by itself: they have changed since, or are not in the note any more. You can put a whole version back, or change the note.
undo-can = can be undone
undo-gone = is not in the note any more
undo-replaced = has changed since, and cannot be undone by itself
undo-replaced-by = replaced since by { $who }
undo-now = Now: “{ $text }”
undo-in-title = Title:
undo-preview = Update the preview
undo-after = What the note would become
undo-button = Undo the ticked passages

authors-views = Ways to look
authors-by-person = By person
authors-by-age = By age
authors-help = Touch a sentence to know who wrote it, when, and how it became what it is.
authors-cut = This note is very long: the rest is read without its authors, on its own page.
share-almost-all = almost all of the text
share-most = more than half of the text
share-half = about half of the text
share-some = a good part of the text
share-few = a small part of the text
share-touch = a few words
age-0 = recent
age-1 = rather recent
age-2 = rather old
age-3 = old
sentence-title = This sentence
sentence-written = Written by { $who } on { $when } (version { $n }).
sentence-touched = Touched up by { $names }.
sentence-change = See what changed that day
sentence-thank = Say thank you
sentence-birth = See the moment it appeared
sentence-history = History of this sentence
sentence-elsewhere = The sentence was not there yet, or was quite another one.

film-controls = Move through the film
film-first = Start
film-previous = Previous
film-next = Next
film-last = Now
film-play = Play
film-pause = Pause
film-slider = Moment of the film
film-list = All moments
film-frame = Version { $n }, { $who }, { $when }
film-from-here = Read this version
film-before = Earlier moments
film-after = Later moments

typo-open = Fix a typo
typo-title = Fix a typo
typo-which = Touch the sentence to fix.
typo-label = The sentence
typo-help = Change only what is needed. Whoever wrote the note will see your proposal and decide.
typo-help-own = Change only what is needed.
typo-button = Send
typo-proposed = Thank you! Your correction is waiting for whoever wrote the note.
suggestions-title = { $n ->
    [one] One suggestion is waiting
   *[other] { $count } suggestions are waiting
}
suggestion-title = A suggestion
suggestion-visitor = a visitor
suggestion-lead = Proposed by { $name }, { $when }.
suggestion-accept = Accept
suggestion-decline = Leave it as it is
suggestion-accepted = This suggestion was accepted.
suggestion-declined = This suggestion was not taken.
suggestions-waiting = { $n ->
    [one] A suggestion waits for an answer from those who wrote this note.
   *[other] { $count } suggestions wait for an answer from those who wrote this note.
}
suggestions-own = What you proposed
suggestion-own = Proposed { $when }
suggestion-own-waits = Those who wrote this note will read your suggestion and answer it. Nobody else sees it.

hide-open = Hide
hide-title = Hide a version
hide-lead = What is hidden is not shown to readers any more. It can be shown again.
hide-current = This is the version everyone reads. Hiding its text will put back the text before it.
hide-legend = Hide
hide-text = the text
hide-summary = the summary and the name
hide-author = the name of whoever made it
hide-button = Save
reason-legend = Why?
reason-personal = personal information
reason-asked = somebody concerned asked for it
reason-harmful = words that hurt
reason-rights = a text that belongs to somebody else
note-only-text = This is the only text of this note
note-only-text-help = Change the note first: the older text can then be hidden.
note-no-such-revision = There is no such version
note-no-such-revision-help = Open the history of the note to see all its versions.
note-not-waiting = This suggestion has had its answer
note-not-waiting-help = Go back to the note to see what it says now.
note-not-aside = This text is not waiting any more
note-not-aside-help = Go back to the note: it has found its place there.
erase-title = Erase a passage for good
withdraw-title = Take this note back
withdraw-lead = Nobody but its writer will be able to read it. They will know that you took it back and why, and can change it and publish it again. Nothing is erased.
withdraw-button = Take the note back
withdraw-why = Note taken back by those who look after the site, { $when }: { $reason }.
withdraw-yours = Only you read your note now: you can change it and publish it again.
withdraw-done = The note is taken back: only its writer still reads it.
erase-lead = The passage will leave every version, every draft and the search. Nobody will be able to find it again. To put a version out of sight without erasing it, hide it.
erase-passage = The passage
erase-passage-help = Paste it exactly: a name, a number, a sentence. Each erased word becomes ▮.
erase-search = Look for it
erase-found = { $n ->
    [0] These words are in no version.
    [one] These words are in one version:
   *[other] These words are in { $count } versions:
}
erase-others = They will also be erased from any other text of this note: drafts, suggestions, thank-yous, texts put aside.
erase-understood = I understand that nothing can bring it back.
erase-button = Erase for good
erase-done = The passage is erased from every version.

suggestion-from = { $name }, { $when }
settle-again = The note has just changed again
settle-again-help = Your sentence is kept below. Go back to the suggestion to choose once more.
settle-the-sentence = The sentence
variant-later = Decide later
variant-alone = The note this text was meant for is not shared with you any more. Your text itself is yours.
variant-left = The note stays as it is.
variant-read-again = Read my text again
erase-short = This is too short: bits would be erased everywhere. Give at least three characters.
erase-tick = Tick the box first: an erasure cannot be taken back.
erase-other = Look for something else
hide-others = Other versions may still show the same words: hide them too, or erase the passage.
edit-not-yet = Nothing is saved yet. This is what the note would become.
undo-none = Tick at least one passage
undo-none-help = Go back, tick what should be as it was before, then press the button.
history-thanked = You said thank you
history-author-hidden-from-readers = This name is hidden from others.
history-without-typos = Corrections of typos are not shown here.
history-with-typos = Show them
history-as-of = The note as it was on
history-as-of-button = Read it
history-machines = For programs, and to keep a copy
compare-since = What changed since { $day }
compare-since-nothing = Nothing has changed since.
compare-of = Version { $n }, { $when }
film-hidden-before = The version before is hidden: what changed cannot be shown.
me-aside-alone = a note that is not shared any more
note-crowded = Many suggestions are waiting on this note already
note-crowded-help = Come back in a few days: yours is kept below.
note-crowded-by-one = Ten of your suggestions are waiting on this note already
note-crowded-by-one-help = As soon as one is answered, you can propose another: this one is kept below.
note-crowded-by-visitors = Many visitors' suggestions are waiting on this note already
note-crowded-by-visitors-help = With an account, there is room. Your suggestion is kept below.

me-aside = To finish
me-aside-one = A text to put together with “{ $title }”, written on { $when }

### Home

home-window = A commons for learning together
home-title = What we learn together leaves a wake
home-lead = Communities write and share what they learn here. Reading is already a contribution.
home-code = Do you have a workshop code?
home-new = Recent notes
notes-title = Notes
notes-empty = No notes yet. The first one often comes from a workshop.
search-label = Search the notes
search-button = Search
search-title = Search
search-found = { $n ->
    [0] No notes
    [one] One note
   *[other] { $count } notes
}
search-meant = Did you mean:
search-instead = No note for “{ $words }”. Here are those for “{ $meant }”.
search-empty = No note holds all of these words. Try with just one.

### Coming in

code-title = Join a workshop
code-label = Workshop code
code-help = Eight letters or digits, on the screen or from whoever is facilitating.
code-button = Continue
code-unknown = This code does not open a workshop. Check it: it never contains 0, 1, I, L or O.
code-slow = Many codes are being tried just now, so the door takes its time. This page tries again by itself; the QR code opens at once.
join-workshop = Workshop
join-with = With { $name }
join-name = What should we call you?
join-name-help = A first name or a nickname is enough.
join-another-name = Suggest another nickname
join-as = You will appear as { $name }.
join-promise = Your notes stay private. You will choose who can read them.
join-enter = Come in
join-no-account = No account or e-mail needed.
join-recorded = What is recorded
join-recorded-1 = The name you choose here; a nickname is fine.
join-recorded-2 = The steps you have completed, so that whoever is facilitating can help.
join-recorded-3 = Your drafts, which only you can read.
join-recorded-4 = What you read, counted without saying it was you.
join-recorded-5 = No address, no location, nothing for advertising.
join-resume = I have been here before
join-account = I have an account
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
name-blank = A name is missing; a made-up one will do.
name-too-long = This name is a little long: sixty characters at most.

### The path

path-step = Step { $n } of { $of }
path-back = Back
path-continue = Continue
path-finish = I am done
path-over = The workshop is over. Your note stays yours, and you can finish it.
pages-label = Pages of the list
pages-previous = Previous page
pages-next = Next page
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
draft-title-label = Title
draft-body = Text
draft-context = Context
draft-context-help = Where, with whom, why. Optional.
draft-context-heading = Context
draft-done = What we did
draft-done-help = What happened. Optional.
draft-done-heading = What we did
draft-learnt = What it changes
draft-learnt-help = What you take from it. Optional.
draft-learnt-heading = What it changes
draft-enough = This is already a note.
draft-look = See what it looks like

title-blank = A title is missing, even a temporary one.
title-too-long = This title is over two hundred characters. Keep the main point and move the rest into the text.
body-blank = Some text is missing, even a little.
body-too-long = This text is too long for one note. It is kept below: keep part of it, or make several notes.
summary-blank = A few words are missing.
summary-too-long = This is a little long: two hundred characters at most.
note-empty = There is nothing to read here. Even three words will do; you can change them later.
form-broken-help = If the text comes from a file, save it as “plain text, UTF-8”, then send it again. What you wrote is here:
form-broken = A few characters could not be read; they are marked �. Everything else is here: replace them, then continue.

look-title = What it looks like
look-help = Nothing is published yet. Nobody else sees this page.
look-note = Preview of the note
look-short = A title by itself can already be a note.
look-change = Touch it up

publish-title = Who can read it?
publish-workshop = Publish for the group
publish-workshop-help = { $n ->
    [0] The people of this workshop.
    [one] You and one other person.
   *[other] You and { $count } others.
}
publish-everyone = Publish for everyone
publish-everyone-help = Anyone on the Internet, even without an account.
publish-stay-workshop = Leave it visible to the group
publish-stay-everyone = Leave it visible to everyone
publish-narrow = Show it to the group only
publish-more = Other choices
publish-writer = Keep it for myself
publish-writer-help = A good choice too. Nothing gets lost.
publish-wall = Show its title on the projected wall
publish-signed = The name under the note
publish-signed-help = Your first name, your name or a nickname; it shows under everything you wrote here.
publish-undo = For 48 hours you can undo this: the note becomes a draft again.
publish-summary = A word to go with the publication (optional)
publish-summary-help = It will be read in the history. What was written about earlier versions stays private.
publish-taken-back = Your note is a draft again; only you can see it.

done-title = It is done
done-kept-title = Your note is kept
done-read-title = Thank you for reading
done-kept = Your note is safe, for you alone. You will find it in “My corner”.
done-nth = { $n ->
    [one] This is the first note of the workshop. The first is often the bravest.
   *[other] The workshop now has { $count } notes.
}
done-see = See my note
done-take-back = Undo publishing
thank-title = A note is waiting for a kind word
thank-first = You would be the first to answer.
thank-nobody = No note is waiting for your thanks right now. You can stop here.
thank-ready = Thank you for this note.
thank-sent = Your thanks are on their way. Send another, or stop here.
thank-words = Thanks, in one sentence
thank-starter-1 = Thank you, I will remember…
thank-starter-2 = This helps me with…
thank-starter-3 = Same here…
thank-button = Say thanks
thank-blank = A few words are missing. One sentence is enough.
keep-title = To come back later
keep-help = These four words stand in for a password: with them you find your note again on any device. Write them down, or take a screenshot.
keep-copy = Copy
keep-copied = Copied
keep-account = Or create an account, and keep everything
keep-wall = See the notes of our workshop

hand-raise = Raise my hand
hand-is-up = Hand raised
hand-title = Raise my hand
hand-lead = What would help?
hand-words = I don't know what to write
hand-button = I can't find the button
hand-connection = My connection
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
wall-back = Back to my step

### A note

note-by = By { $name }
note-modified = changed on { $when }
note-tools = Around this note
note-edit = Edit
note-history = History
note-read = I read it
note-like = Like
note-liked = Take back my like
note-cannot-like = Likes go to notes published by other people
note-cannot-like-help = Go back to the note, or choose another one.
note-crowded-here = Many people are reading this note from the same place
note-crowded-here-help = So that the figures stay true, we count them little by little. Try again in an hour, or sign in: it will then count at once.
note-take-back-help = It becomes a draft again and leaves the lists. Its text is kept.
figures-label = How this note was received
figures-read = { $n ->
    [0] not read yet
    [one] read by one person
   *[other] read by { $count } people
}
figures-liked = { $n ->
    [0] not liked yet
    [one] liked by one person
   *[other] liked by { $count }
}
figures-guests = { $n ->
    [one] one without an account
   *[other] { $count } without an account
}
thanks-title = Thanks

edit-title = Edit the note
edit-body-help = An empty line separates paragraphs. Begin a line with a hyphen to make a list.
edit-summary = Why this change?
edit-summary-help = Optional: a few words for the history.
edit-save = Save
edit-cancel = Cancel

history-title = History
history-lead = { $n ->
    [one] One version.
   *[other] { $count } versions. Choose two to compare them.
}
history-from = from
history-to = to
history-from-n = From version { $n }
history-to-n = To version { $n }
history-n = Version { $n }
history-version = Version
history-first = first version
history-restores = puts version { $n } back
history-compare = Compare
history-older = Older versions
version-banner = Version { $n }, by { $who }, { $when }.
version-current = This is the current version.
version-compare = Compare with the current version
version-restore = Put this version back
version-restore-help = { $n ->
    [one] One later change will no longer be in the text. It will stay in the history.
   *[other] { $count } later changes will no longer be in the text. They will stay in the history.
}
compare-title = Compare two versions
compare-same = These two versions say the same thing.
compare-added = { $n ->
    [0] no words added
    [one] one word added
   *[other] { $count } words added
}
compare-removed = { $n ->
    [0] no words removed
    [one] one word removed
   *[other] { $count } words removed
}
diff-same = { $n ->
    [one] One unchanged passage
   *[other] { $count } unchanged passages
}
diff-added = added:{" "}
diff-removed = removed:{" "}
diff-end = { "" }{" "}end.{" "}

### My corner

me-title = Hello { $name }
me-notes = My notes
me-empty = Nothing yet. Join a workshop with its code: your first note will come from there.
me-workshop = Carry on: { $title }

### Accounts

resume-title = Find my note again
resume-label = Your four words
resume-help = In order, with or without accents.
resume-button = Find my note again
resume-unknown = These words open nothing. Check their order, or ask whoever is facilitating.
sign-in-title = Sign in
sign-in-by-mail = Get a code by e-mail
sign-in-code-label = The code you received, eight digits
sign-in-code-sent = If all is well with this address, a letter has just left. Its code works for ten minutes, on this page.
sign-in-code-again = Ask for another code
sign-in-code-wrong = This code doesn't match, or has expired. Check the latest e-mail, or ask for another.
account-title = Create an account
account-keeps = Everything you have done here comes with you.
account-name-label = A name, or a nickname
account-email-label = E-mail
account-password-label = Password
account-password-help = At least { $count } characters. A sentence is perfect.
account-button = Create my account
account-email = Something is missing in this address: it looks like name@example.ca.
account-password-short = This password is short: at least ten characters, a sentence is perfect.
account-wrong = The address and the password do not go together. Check them, then try again.
facilitate-title = Facilitate workshops here
facilitate-button = Become a facilitator
visit-title = Come in as { $name }
visit-help = You are visiting a demonstration: its data will disappear.
mail-code-subject = Your Sillage code
mail-code = Your code is { $code }. It works for ten minutes, once. If you didn't ask for it, you can ignore this message.

### Workshops

workshops-title = My workshops
workshops-new = Prepare a workshop
workshops-empty = No workshop yet. Preparing one takes three minutes.
workshop-entered = { $n ->
    [0] nobody has come in
    [one] one person came in
   *[other] { $count } people came in
}
stage-prepared = not open yet
stage-open = open
stage-closed = over
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
console-hand = Hand
console-settled = Done
band-places = { $n ->
    [one] one place
   *[other] { $count } places
}
console-waiting = Notes waiting for a word
console-all-answered = Every published note has received a word.
console-no-note = No note published yet.
console-answered = Notes that received a word
console-lost = Connection lost. Connecting again…
live-ended = Your session has ended.
live-gone = This page is not open any more.
live-way = Sign in again
console-said-hand = { $name } raised a hand
console-said-hands = New hands up: { "{n}" }
console-said-door = { $name } is waiting at the door
console-nobody = Nobody has come in yet. Three things to do:
console-nobody-1 = Project the page with the QR code.
console-nobody-2 = Write on the board:
console-nobody-3 = Try with your own phone.
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

### What the site says of itself

recorded-title = What is recorded
recorded-1 = Every act is kept as an event: reading, liking, thanking, writing, editing. An event never holds a name, an address or an e-mail address.
recorded-2 = Your name and e-mail are kept apart, where they can be erased.
recorded-3 = Your readings are counted under a different pseudonym for each note, with the last version you read, so that we can tell you what changed since. Nobody sees who reads what.
recorded-4 = Only you can read your drafts. Whoever is facilitating sees steps, never drafts.
recorded-5 = Five cookies at most: your session, your device (given with the first “I read it” or “Like”, so that it counts once), your phone (so that a form of the door sent again opens for you alone, and so that your account knows this device), the last thing you did (so that the next page shows it) and your language. Reading gives you no cookie.
recorded-6 = No page asks another site for anything.
source-title = Source code
source-help = Sillage is free software under the AGPL 3.0 or later: you may read it, use it, change it and share it.
source-version = Version { $version }

### When a page cannot be shown

problem-home = Back to the home page
problem-again = Send again
problem-your-text = The text, kept as it is
problem-not-found = There is nothing at this address
problem-not-found-help = The address may be incomplete, or the note is not shared here. Go back to the home page to continue.
problem-sign-in = Tell us who you are first
problem-sign-in-help = Sign in, or find your notes again with your four words.
problem-foreign = This form comes from elsewhere
problem-foreign-help = To be safe, we did not accept it. Open the page on this site, then start again.
problem-too-large = This is too long for one go
problem-too-large-help = Your text is still on your device: go back, keep part of it, then send.
problem-too-many = That was a lot of tries at once
problem-too-many-help = Wait a minute, then try again.
problem-method = This page can't be reached that way
problem-method-help = Go back to the home page and take the usual way.
problem-key-reused = This form was already sent
problem-key-reused-help = What you just wrote is different: nothing is lost. Tap the button to send it too.
behind = What you have just done is saved. This page will show it in a moment.
behind-again = Look again

problem-busy = Many people at the same time
problem-busy-help = Nothing is lost. Wait a few seconds, then tap the button.
problem-set-aside = This page is unavailable for the moment
problem-set-aside-help = Nothing is lost: what was written is kept. Whoever hosts this site has been told.
problem-behind = What you did is kept
problem-behind-help = The site does not show it yet. Wait a few seconds, then tap the button.
behind-title = What you did is kept
behind-kept = The site will show it soon: there is nothing to do again. This page looks again by itself.
problem-away = The site is taking a break
problem-away-help = Nothing you sent is lost: it is kept on this page. Wait a few seconds, then tap the button.
problem-broken = Something went wrong on our side
problem-broken-help = Nothing you had saved is lost. Try again; if it comes back, tell whoever hosts this site.
note-missing = This note does not exist
note-missing-help = Go back to the list of notes.
note-already-drafted = This note already exists
note-already-drafted-help = You will find it in your corner.
note-not-its-writer = Only whoever wrote this note can decide that
note-not-its-writer-help = You can read it, and say thanks.
note-stale = The note has changed in the meantime
note-stale-help = Open it again: your text is kept in your draft.
note-for-nobody = Choose who can read it
note-for-nobody-help = Go back to the note and choose the group or everyone.
note-no-workshop = This note belongs to no workshop
note-no-workshop-help = You can publish it for everyone, or keep it for yourself.
note-too-late = The 48 hours are over
note-too-late-help = The note stays published. You can still change its text.
note-empty-help = Go back: what you had written is still there.
thanks-thanking-oneself = Thanks go to someone else
thanks-thanking-oneself-help = Choose a note written by another person.
summary-blank-help = Go back and add a sentence.
summary-too-long-help = Go back: your sentence is still there.
title-blank-help = Go back: your text is still there.
title-too-long-help = Go back: your text is still there.
body-blank-help = Go back: your text is still there.
body-too-long-help = Your text is kept in your draft.
name-blank-help = Go back and choose a name.
name-too-long-help = Go back and choose a shorter name.
account-wrong-help = Check them, then try again.
account-email-help = Go back and check the address.
account-password-short-help = Go back and choose a longer sentence.

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

# The account
resume-second-title = These words lead to an account
resume-second-lead = An account opens with these words and its password.
resume-second-wrong = That is not the password of this account. Try again, or ask for a code by e-mail.
keep-help-account = With these four words and your password, you find your notes again on any device.
account-has-one = This address opens an account already
account-has-one-help = Sign in with it, or with a code sent by e-mail.
account-minors = Here, one takes part without an account
account-minors-help = This workshop welcomes people under fourteen: a nickname is enough, and the four words are enough to come back.
mail-account-subject = Your address on Sillage
mail-account = Someone, perhaps you, has just typed this address to create an account. It opens one already: to go in, ask for a code at { $link }. If it was not you, you can forget this letter.
settings-title = My account
settings-done = Done.
settings-save = Keep
settings-name = The name
settings-name-help = It signs everything you wrote here, yesterday and tomorrow.
settings-address = The e-mail address
settings-address-new = Another address
settings-proved = proved with a code
settings-unproved = not proved yet
settings-send-code = Receive a code at this address
settings-password-none = This account has no password: it opens with a code by e-mail. You can choose one.
settings-password-current = The current password
settings-password-new = The new password
settings-password-change = Change the password
settings-password-set = Choose a password
settings-password-ends = Other devices will have to sign in again.
settings-password-wrong = That is not the current password. Try again.
settings-words = Change my four words
settings-words-help = If someone may have read them: the words from before will open nothing.
sessions-title = Where you are signed in
sessions-phone = A phone
sessions-computer = A computer
sessions-device = A device
sessions-since = since { $when }
sessions-used = last visit on { $when }
sessions-here = this one
sessions-end = Sign out
sessions-end-all = Sign out all the others

problem-too-many-fields = This form has too many fields
problem-too-many-fields-help = None of ours has so many. Go back to the page and send it again; what was written is still on your device.
problem-unreadable = This form could not be read
problem-unreadable-help = It may have come half-way. Go back and send it again: what was written is still on your device.
problem-too-slow = Sending took too long
problem-too-slow-help = The network may be very busy. Go back and send it again: what was written is still on your device.
photo-too-large = This photo is very large
photo-too-large-help = Take it again with the usual setting of the camera (25 million dots at most), then send it.

## What changes when no word does.
change-source = only the source text changed
change-title = title changed
change-sources = { $n ->
    [one] one passage of the source written otherwise
   *[other] { $count } passages of the source written otherwise
}
change-link-titles = { $n ->
    [one] one link title changed
   *[other] { $count } link titles changed
}
change-checked = { $n ->
    [one] one box checked
   *[other] { $count } boxes checked
}
change-unchecked = { $n ->
    [one] one box unchecked
   *[other] { $count } boxes unchecked
}
diff-before = { $said }:
diff-both = { $one }; { $other }
diff-quoted = “{ $text }”
diff-joined = paragraphs joined
diff-split = paragraph split from what follows
diff-in-quotes = inside a quotation
diff-out-quotes = no longer a quotation
diff-in-inside = inside the list
diff-out-inside = outside the list
sign-is = { $sign }: { $name }
sign-none = nothing
sign-space = space
sign-no-break = no-break space
sign-thin = narrow no-break space
sign-tab = tab
sign-line = end of line
sign-straight = straight apostrophe
sign-curved = curly apostrophe
sign-soft = optional hyphen
sign-zero = invisible space
sign-left = left-to-right mark
sign-right = right-to-left mark
sign-look = sign that chooses a picture
diff-link-title = (link title: { $was } → { $is })
diff-only-spaces = The words have not changed: only spaces or line breaks of the source text are different. The “Source” view shows them.
diff-only-source = The words have not changed: only the source text is different. The “Source” view shows it.
diff-typed = source text:
diff-box-checked = checked box:
diff-box-empty = empty box:
diff-about-checked = box checked
diff-about-unchecked = box unchecked
diff-about-boxed = now has a check box
diff-about-boxed-checked = now has a check box, checked
diff-about-unboxed = has no check box any more ({ $was })
box-was-checked = it was checked
box-was-empty = it was empty
diff-about-start = the list begins at { $is } (before, at { $was })
diff-about-columns = alignment of the columns: { $is } (before: { $was })
diff-about-language = language of the code: { $is } (before: { $was })
diff-about-quotes = level of quotation: { $is } (before: { $was })
diff-about-inside = level in the list: { $is } (before: { $was })
align-unsaid = not aligned
align-left = left
align-center = centred
align-right = right
style-picture = picture
style-link = link
compare-title-typed = Title: only apostrophes or spaces changed.
compare-title-variants = Title: the words are the same; some signs are written otherwise.
