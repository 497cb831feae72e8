### What a public page says of itself, where its address is found or sent

about-note-past = The versions of the note “{ $title }”: what changed, when, and who wrote it.

### Writing, looking back, putting back

note-contents = In this note
note-wake = The wake of this note
note-margin = Around this note
note-history-count = { $n ->
    [one] One version
   *[other] { $count } versions
}
note-authors = Who wrote what
note-film = The film
note-not-yet = On that day, this note was not shared yet
note-not-yet-help = Choose a later day, or open its history.
edit-section-title = Change one part
edit-section = Change this part
edit-guided = Write in three small boxes
edit-free = Write freely
edit-preview = Look first
edit-changes = What you are changing
edit-promise = No need to be perfect: everything can be put back.
edit-moved = We found what you were writing. The note has changed since: when you save, the two texts will be put together, and nothing will be lost.
surface-plain = Write in plain text
surface-seen = Write as it will be read
surface-link = Where does the link lead?
surface-link-add = Add the link
toolbar-numbers = Numbered list
toolbar-label = Formatting
toolbar-bold = Bold
toolbar-heading = Heading
toolbar-list = List
toolbar-link = Link
toolbar-quote = Quote
paste-nothing = There was no text to paste
paste-nothing-help = Copy the text again, then paste it.
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
settle-theirs = { $name } wrote
settle-mine = I wrote
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
history-suggested = { $from } (suggestion accepted by { $by })
history-suggested-visitor = A visitor (suggestion accepted by { $by })
history-author-hidden = somebody whose name is hidden
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
chart-bar = Version { $n }, { $who }, { $when }
filter-title = Filter
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
compare-see = Read version { $n }
version-none = There is no such version
version-none-help = No version has this number, or it is not shared here. The history shows all those that can be read.
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
typo-button = Propose the correction
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
note-only-text = This is the only text of this note
note-only-text-help = Change the note first: the older text can then be hidden.
note-no-such-revision = There is no such version
note-no-such-revision-help = Open the history of the note to see all its versions.
note-not-waiting = This suggestion has had its answer
note-not-waiting-help = Go back to the note to see what it says now.
note-not-aside = This text is not waiting any more
note-not-aside-help = Go back to the note: it has found its place there.
erase-title = Erase a passage
withdraw-title = Take this note back
withdraw-lead = Nobody but its writer will be able to read it. They will know that you took it back and why, and can change it and publish it again. Nothing is erased.
withdraw-button = Take the note back
withdraw-yours = Only you read your note now: you can change it and publish it again.
withdraw-done = The note is taken back: only its writer still reads it.
erase-lead = The passage will disappear from all versions, drafts and the search. For seven days it can come back; after that, nobody will find it. To hide a version without erasing it, hide it.
erase-passage = The passage
erase-passage-help = Paste it exactly: a name, a number, a sentence. Each erased word becomes ▮.
erase-search = Look for it
erase-found = { $n ->
    [0] These words are in no version.
    [one] These words are in one version:
   *[other] These words are in { $count } versions:
}
erase-others = It will be erased from all that was said around it too: drafts, suggestions, thanks. When two people agree, it is erased from what was said in the workshop too.
erase-understood = I have read what disappears.
erase-button = Erase
suggestion-from = { $name }, { $when }
settle-again = The note has just changed again
settle-again-help = Your sentence is kept below. Go back to the suggestion to choose once more.
variant-later = Decide later
variant-alone = The note this text was meant for is not shared with you any more. Your text itself is yours.
variant-left = The note stays as it is.
variant-read-again = Read my text again
erase-short = This is too short: bits would be erased everywhere. Give at least three characters.
erase-tick = Tick the box first, once you have read what disappears.
erase-other = Look for something else
erase-alone = This note is yours: you alone decide.
erase-two = A second person must agree: whoever wrote the note, or somebody else who looks after the commons.
erase-ask = Ask for it to be erased
erase-your-turn = Somebody asks for this passage to be erased. Do you agree?
erase-waits = What you asked waits for a second person.
erase-agree = I agree, erase it
erase-drop = Leave the text as it is
erase-sealed = The passage is erased. It can still come back until { $when }.
erase-undo = Put the passage back
erase-is-dropped = The passage stayed.
erase-is-undone = The passage was put back.
erase-is-finished = The passage is erased for good.
erase-not-yours-help = Ask one of them: the register says when.
erase-changed-help = Another erasure touched it. Undo that one first.
erase-banner = Somebody asks for a passage of this note to be erased.
erase-banner-sealed = A passage of this note was just erased. It can still come back.
erase-look = Look
erase-nothing-help = Check the words: they may be erased already.
hide-answered = Whoever wrote it answered, on { $when }:
hide-yours = Version { $n } of one of your notes is hidden since { $when }. { $reason }.
hide-reply = Answer whoever hid this version
hide-reply-button = Answer
hide-replied = Your answer is sent. Whoever looks after the commons will see it beside the version.

report-note-open = Report
report-note-title = Report this note
report-note-lead = Say what is wrong. Whoever wrote it will not know that it was you.
report-note-button = Send
report-note-sent = Thank you. What is decided will be shown in your corner.
report-note-sent-unknown = Thank you. Somebody will look.
reports-title = To look at
reports-empty = Nothing waits for you just now.
reports-then = What did you do?
reports-mine-title = Reports
reports-mine = What I reported
reports-mine-empty = No reports just now.
report-outcome-waits = somebody will look
report-outcome-stays = The text stays as it is
report-outcome-changed = A passage is hidden or erased
report-outcome-withdrawn = The note is taken back
register-title = Register of erasures
register-lead = What was erased from notes, and why. The words are not in it, nor are the notes.
register-empty = Nothing was erased.
register-erased = a passage erased
register-undone = a passage put back
register-alone = by somebody the note belongs to
register-two = by two people
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
note-crowded = Many suggestions are waiting on this note already
note-crowded-help = Come back in a few days: yours is kept below.
note-crowded-by-one = Ten of your suggestions are waiting on this note already
note-crowded-by-one-help = As soon as one is answered, you can propose another: this one is kept below.
note-crowded-by-visitors = Many visitors' suggestions are waiting on this note already
note-crowded-by-visitors-help = With an account, there is room. Your suggestion is kept below.

### Home

home-window = A commons for learning together
home-title = What we learn together leaves a wake
home-lead = Communities write and share what they learn here. Reading is already a contribution.
home-new = Recent notes
home-first = To read now
home-ways = Three ways in
home-all = All the notes
home-random = A note at random
home-wake = The wake of the last months
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

### The path

publish-workshop = Publish for the group
publish-everyone = Publish for everyone
publish-stay-workshop = Leave it visible to the group
publish-stay-everyone = Leave it visible to everyone
publish-narrow = Show it to the group only
publish-writer = Keep it for myself
publish-summary = A word to go with the publication (optional)
publish-summary-help = It will be read in the history. What was written about earlier versions stays private.

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
note-take-back-help = It will be a draft again and leave the lists. Its text is kept.
figures-label = How this note was received
thanks-title = Thanks
edit-title = Edit the note
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
history-compare-two = Compare two versions
history-chart = How many words each time
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

### When a page cannot be shown

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
thanks-thanking-oneself = Thanks go to someone else
thanks-thanking-oneself-help = Choose a note written by another person.
compare-title-typed = Title: only apostrophes or spaces changed.
compare-title-variants = Title: the words are the same; some signs are written otherwise.

### Linking

links-title = Goes with
links-part = Unlink
links-part-from = Unlink from “{ $title }”
links-add = Link to another note
links-other = Which note?
links-none = No other note yet.
note-hidden = This version is hidden
new-title = Write a note
new-lead = Nothing is published without you. Where to begin?
new-ways = Ways to begin
new-texte = Start from what exists
new-texte-help = A text to paste, or a file to bring.
new-reference = Keep a reference
new-reference-help = A link, and why it matters. That is a whole note.
new-gabarit = Follow a template
new-gabarit-help = Headings to write under.
new-libre = Blank page
new-libre-help = Write as it comes.
new-template-gone = This template is not there any more. Here are others.
new-templates = Templates
new-drafts = Go on with a draft
new-text-label = The text, as it comes
new-text-help = Headings, lists and paragraphs will be recognised.
new-file = Or a text file
new-file-help = Text, Markdown or a web page. It goes after what you pasted.
new-file-unreadable = This file does not open here. Save it as “plain text, UTF-8”, or paste its text.
new-address = The address of the web page (https://…)
new-address-wrong = This address is not complete. Copy it from the bar of your browser: it begins with https://.
new-why = Why this page matters
new-why-help = Two sentences are enough.
new-why-blank = Say in one sentence why this address matters: it is what others will read.
new-keep = See my note
new-kept = Your note is kept, for you alone.
new-go-on = Go on writing
new-alone = For now, you alone read it. It may stay so.
new-left = Your note is on its way
new-left-everyone = Everyone can read it. For 48 hours, you can take it back.
new-left-group = The people of your workshop can read it. For 48 hours, you can take it back.
template-recit = Tell what one has learnt
template-recit-1 = Context
template-recit-2 = What we did
template-recit-3 = What it changes
template-rencontre = Minutes of a meeting
template-rencontre-1 = Who was there
template-rencontre-2 = What was said
template-rencontre-3 = What we decide
template-rencontre-4 = What comes next
template-trace = A meeting in person
template-trace-1 = Where and when
template-trace-2 = Who was there
template-trace-3 = What we saw and did
template-trace-4 = What we keep
template-appel = An exchange at a distance
template-appel-1 = Who, and from where
template-appel-2 = What we said
template-appel-3 = The links we shared
template-appel-4 = Until next time
template-methode = A way of doing
template-methode-1 = What it is for
template-methode-2 = The steps
template-methode-3 = The tools
template-methode-4 = What gets in the way
template-question = An open question
template-question-1 = The question
template-question-2 = What we know
template-question-3 = What we tried
template-question-4 = What would help

coauthors-title = Write together
coauthors-lead = Every author can change the text, choose who reads it and invite somebody. What each person wrote stays in sight in the history.
coauthors-who = Who writes it
coauthors-you = { $name } (you)
coauthors-invite = Invite somebody
coauthors-invite-help = A link to send them. It serves once, within fourteen days, and gives that person the same rights as you over this note.
coauthors-invite-button = Make a link to write with me
coauthors-link = The invitation link
coauthors-link-help = Copy it now: it will not be shown again.
coauthors-link-qr = QR code of the invitation
coauthors-leave = Stop being an author
coauthors-leave-help = You will not be able to change this note any more, nor read it until it is published for you. What you wrote in it stays.
coauthors-leave-button = Yes, stop writing it
coauthors-alone = You alone write it: a note always keeps somebody who answers for it.
invitation-note = The note: “{ $title }”.
invitation-lead = { $name } invites you to write a note together: change its text, choose who reads it. Your name will sign it with theirs.
invitation-take = Accept
invitation-gone = This invitation serves no more
invitation-gone-help = It was used, or it is too old. Ask whoever sent it to you for another one.
invitation-many = Twenty invitations wait already. Wait until they are used, or until fourteen days are past.
note-last-author = You alone write this note: it always keeps somebody who answers for it.
note-last-author-help = Invite somebody to write it with you first.
note-many-authors = This note has twenty authors, as many as it may have.
note-many-authors-help = Somebody must leave it before somebody else comes.

note-empty = There is nothing to read here. Even three words will do; you can change them later.
note-too-late = The 48 hours are over
moderation-too-many = Too much is waiting
moderation-too-many-help = It will be looked at soon. Come back later.
moderation-decided = It is decided already
moderation-decided-help = Somebody decided before you. Go back to the note.
moderation-two-people = A second person is needed
moderation-two-people-help = Whoever asks for an erasure cannot agree to it. It waits for somebody else.
readers-title = Who may read it?
readers-everyone = Everyone may read it, with or without an account.
readers-link = People who have the link may read it.
readers-workshop = The people of its workshop may read it.
readers-community = The communities that it is shared with may read it.
readers-chosen = The people or workshops that were chosen may read it.
readers-authors = Those who write it, and nobody else.
readers-writer = You, and nobody else.
readers-chosen-by = Those who wrote it decide who may read it.
readers-now = Today
readers-of-author = { $name } (writes it)
readers-of-everyone = Everyone
readers-of-link = Whoever has the link
readers-of-workshop = { $n ->
    [one] { $title } ({ $count } person)
   *[other] { $title } ({ $count } people)
  }
readers-since = since { $when }
readers-end = Remove
readers-change = Change the publication
readers-choose = Choose people
readers-choose-help = They will read this note as it is from now on, never what it said before. They will find it in “My corner”.
readers-people = People from your workshops
readers-workshops = Your workshops
readers-communities = Your communities
readers-of-hidden-community = A community that is joined by link
readers-of-community = { $n ->
    [one] “{ $title }”, a community (one person)
   *[other] “{ $title }”, a community ({ $count } people)
}
readers-share = Share
readers-nobody = Tick at least one person, community or workshop.
readers-invite = Invite somebody to read it
readers-invite-help = A link to send them. It serves once, for fourteen days.
readers-invitation = The link of the invitation to read
readers-by-link = A link to read it
readers-link-button = Make a link to read
readers-by-link-help = Anyone who has this link may read the note, without an account. That puts the note in no list.
readers-link-change = Change the link
readers-link-change-help = If you change it, the old one will open nothing.
readers-day-title = Who could read it, on a given day?
readers-day = The day
readers-day-button = See
readers-on = At the end of { $day }
readers-no-such-day = There is no such day. Choose another one.
history-sharing = Who could read it, and since when
history-opened-everyone = { $when }: everyone can read it
history-closed-everyone = { $when }: everyone can read it no more
history-opened-link = { $when }: whoever has the link can read it
history-closed-link = { $when }: the link opens it no more
history-opened = { $when }: shared with { $who }
history-closed = { $when }: shared with { $who } no more
reading-link-gone = This link opens nothing any more
reading-link-gone-help = It was changed or taken away. Ask whoever sent it for the new one.
invitation-reading-title = A note to read
invitation-reading-lead = { $name } invites you to read a note. You will find it again in “My corner”.
note-many-groups = This note is shared with fifty people or workshops, as many as it may be.
note-many-groups-help = Remove somebody first, or publish it for everyone.
note-not-asked = Somebody has answered this request already.
note-not-asked-help = The page shows where it stands.
note-many-ask = Many people already ask to write this note.
note-many-ask-help = Propose a correction instead, or come back once they were answered.
coauthors-asking = People ask to write it
coauthors-asking-help = They could change the text and choose who reads it, as you can. Your answer does not say who answered.
coauthors-grant = Accept { $name }
coauthors-decline = Not now
coauthors-open = Who may change the text?
coauthors-is-closed = Those who write it. Others propose corrections.
coauthors-is-open = Anyone who has an account and may read it.
coauthors-open-button = Open it to everyone with an account
coauthors-close-button = Keep it to those who write it
ask-to-write = Ask to write it too
ask-to-write-help = Those who write it will see your name and your request. Nothing changes before they answer.
ask-to-write-button = Send the request
thank-seen-by-everyone = Everyone can read this thank you, and the name of whoever says it.
thank-seen-by-readers = Those who read this note will see this thank you, and the name of whoever says it.
note-unsaved = The last words written are not in the note yet.
note-unsaved-open = Take them up again
publish-summary-open = Add a word to go with it
report-note-unsaid = First choose what is wrong.
readers-invite-button = Make a link for one person
ask-to-write-waits = Your request to write this note waits for an answer.
ask-to-write-declined = Your request to write this note was not taken up for now. You can propose corrections.
typo-save = Save the correction
edit-publish = Publish the change
unsaved-waits = A change you began is not published yet.
unsaved-go-on = Go on with it
invitations-wait = Invitations that wait
invitation-until = A link, until { $when }
invitation-back = Take it back
state-kept-unpublished = Kept at { "{heure}" }, not published yet
fetch-button = Look for its title
fetch-read = What the page says of itself
fetch-no-licence = It does not say under which licence it is: quote it, do not copy it.
fetch-same = A note speaks of this page already. You can read it, or go on all the same.
fetch-off = Here the site reads no page. Give it a title, and go on.
fetch-busy = Many pages are being read just now. Go on without waiting, or try again in a minute.
fetch-wrong = This is not the address of a page of the web.
fetch-private = This address leads to a private network: the site does not go there. You can go on without it.
fetch-unwelcome = This page asks programs not to read it. Give it a title, and go on.
fetch-slow = This page did not answer in time. Give it a title, and go on.
fetch-away = This page did not answer. Check the address, or give it a title yourself and go on.
fetch-no-page = This address is no page (a picture, a film, a document). Give it a title, and go on.
fetch-turning = This page sends on to another without end. Check the address, or go on without it.
note-take-back-shared = The people who were chosen, and whoever has the link, will not read it any more either.

details-title = About this note
details-lead = What you want to say of the note, beside its text. Nothing is required, and its text does not change.
details-unsaid = I do not say
details-status = How far along is it?
details-licence = What may others do with it?
details-language = Its language
details-region = The region it is about
publish-in-progress = Say that it is still in progress
status-in-progress = In progress
status-in-progress-help = It can be read as it is, with its holes and mistakes.
status-stable = Stable
status-stable-help = One can rely on it.
status-to-update = Needs updating
status-to-update-help = It was right, and needs a hand.
licence-by-sa-help = Take it up and change it, naming who wrote it, under the same licence.
licence-by-help = Take it up and change it, naming who wrote it.
licence-zero-help = Do anything with it.
licence-reserved-help = Read it and quote it, no more.
spoken-fr = French
spoken-en = English
spoken-es = Spanish
spoken-pt = Portuguese
spoken-ht = Haitian Creole
spoken-ar = Arabic
spoken-iu = Inuktitut
spoken-moe = Innu
spoken-cr = Cree

### Writing to the authors

conversations-title = Messages
conversations-lead = People write to you about this note. All those who write it read these messages and can answer; nobody sees an address.
conversations-empty = No message for now.
conversations-own = My messages
conversations-own-empty = No message. Under each note, one can write to those who wrote it.
conversations-messages = { $n ->
    [one] one message
   *[other] { $n } messages
}
conversations-waits = waits for your answer
conversations-over = over
conversation-title = Write to the authors
conversation-with = { $name } writes to you
conversation-lead = Your message is for those who write this note ({ $who }), and for whoever writes it with them later. It shows your name, never your address; the answer will wait for you in My corner.
conversation-lead-authors = Everyone who writes this note reads these messages. One answer is enough.
conversation-message = Your message
conversation-send = Send
conversation-settle = Nothing to answer
conversation-end = Receive no more of their messages
conversation-end-help = This person will not be able to write to you about this note any more, unless you answer them. They will see it here.
conversation-end-button = End the conversation
conversation-over = This conversation is over. Thank you for writing.
conversation-over-authors = This conversation is over. If you answer, it goes on.
conversation-nobody = One cannot write here about this note.
conversation-an-author = One of those who write it
conversation-not-begun = Nobody has written to you here yet.
conversation-ended = This conversation is over: your message was not sent.
conversation-unanswered = You have written several times already: wait for an answer before you go on.
conversation-full = This conversation is quite long: it takes no more messages.
message-blank = A few words are missing.
message-too-long = This is long for a message: 4000 characters at most. It is still in the field.
note-in-community = Shared with
note-of-community = Talked about in
note-of-meeting = What was said at the meeting:
history-lived-meeting = The meeting
history-lived-workshop = The workshop
