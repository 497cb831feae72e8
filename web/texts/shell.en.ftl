## Every word of the site, in English; the same keys as fr.ftl.

## What follows an hour: whose it is. Hours are those of the place of the workshop.
zone-montreal = Montréal time
zone-newfoundland = Newfoundland time
zone-sao-paulo = São Paulo time
zone-mexico = Mexico City time
zone-beirut = Beirut time
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

about-site = A commons where communities write and share what they learn.
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

### The frame

nav-skip = Skip to content
nav-label = Navigation
nav-notes = Read
nav-search = Search
nav-code = I have a code
nav-communities = Commu­nities
nav-workshops = Workshops
nav-awaits = something waits for you there
nav-me = My corner
nav-sign-in = Sign in
nav-recorded = What is recorded
nav-source = Source code
person-erased = someone who removed their name
visibility-writer = visible to you only
visibility-authors = visible to its authors
visibility-workshop = visible to the group
visibility-everyone = public
visibility-link = visible with the link
visibility-community = visible to a community
visibility-chosen = visible to chosen people
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

note-hidden-help = The other versions are in the history.
list-and = { $before } and { $last }
paste-unformatted = The formatting could not be kept: only the words were pasted.
paste-unpictured = The pictures were not pasted: only the words were.
state-kept = Draft saved at { "{heure}" }
state-again = Not sent yet, trying again in a moment
settle-count = { $n ->
    [one] One sentence to choose:
   *[other] { $count } sentences to choose:
}
settle-title = The title
settle-sentence = Sentence { $n }
settle-both = Both
settle-other = Or another way: write it here
settle-nothing = (nothing: the sentence is taken out)
history-undoes = undoes passages of version { $n }
history-merges = puts together two texts written from version { $n }
history-suggestion = suggestion accepted
history-summary-hidden = summary hidden
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
filter-who = Who
compare-before = Before
compare-after = After
diff-too-long = These two texts are very long: whole paragraphs are compared, not word by word.
diff-more = { $n ->
    [one] One other change is not shown here. Read the two versions to see everything.
   *[other] { $count } other changes are not shown here. Read the two versions to see everything.
}
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
reason-personal = personal information
reason-asked = somebody concerned asked for it
reason-harmful = words that hurt
reason-rights = a text that belongs to somebody else
withdraw-why = Note taken back by those who look after the site, { $when }: { $reason }.
settle-the-sentence = The sentence

### Coming in

code-label = Workshop code
code-help = Eight letters or digits: they are on the big screen, or on the poster.
code-button = Continue
join-enter = Come in
join-resume = I have my four words
join-account = I have an account
name-blank = A name is missing; a made-up one will do.
name-too-long = This name is a little long: sixty characters at most.

### The path

path-continue = Continue
pages-label = Pages of the list
pages-previous = Previous page
pages-next = Next page
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
title-blank = A title is missing, even a temporary one.
title-too-long = This title is over two hundred characters. Keep the main point and move the rest into the text.
body-blank = Some text is missing, even a little.
summary-blank = A few words are missing.
form-broken = A few characters could not be read; they are marked �. Everything else is here: replace them, then continue.
form-broken-help = If the text comes from a file, save it as “plain text, UTF-8”, then send it again. What you wrote is here:
publish-title = Who can read it?
done-take-back = Undo publishing
thank-ready = Thank you for this note.
thank-words = Thanks, in one sentence
thank-button = Say thanks
said-thanked = The thank you has left.
said-read = Noted: this note is read.
said-asked = The request has left. Somebody who writes this note will answer.
said-account = The account is ready.
said-kept = This choice is kept.
said-published = Done: the note is published.
said-signed-out = Done: this device knows nobody any more.
said-moved = The workshop had moved on already: nothing was changed.
said-review = Somebody will read the note. It can be published without waiting.
said-joined = Welcome to the community.
said-asked-to-join = The request has left.
said-left = Done: you left the community.
said-taken-back = The note is a draft again.
keep-title = To come back later
keep-help = These four words stand in for a password: with them you find your note again on any device. Write them down, or take a screenshot.
keep-account = Make an account, and keep everything (optional)
wall-back = Back to my step

### A note

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
edit-body-help = An empty line separates paragraphs. Begin a line with a hyphen to make a list.
history-version = Version
history-first = first version
history-restores = puts version { $n } back
diff-same = { $n ->
    [one] One unchanged passage
   *[other] { $count } unchanged passages
}
diff-added = added:{" "}
diff-removed = removed:{" "}
diff-end = { "" }{" "}end.{" "}

### Accounts


### Workshops

console-lost = Connection lost. Connecting again…
live-ended = Your session has ended.
live-gone = This page is not open any more.
live-way = Sign in again

### What the site says of itself

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
problem-away = The site is taking a break
problem-away-help = Nothing you sent is lost: it is kept on this page. Wait a few seconds, then tap the button.
problem-broken = Something went wrong on our side
problem-broken-help = Nothing you had saved is lost. Try again; if it comes back, tell whoever hosts this site.
note-too-late-help = The note stays published. You can still change its text.
conversation-not-begun-help = The reader begins.
conversation-ended-help = Those who write the note can take it up again.
conversation-unanswered-help = Your messages have arrived.
conversation-full-help = Agree on another way to talk.
message-blank-help = Even three words will do.
message-too-long-help = Shorten it, or send it in two parts.
note-empty-help = Go back: what you had written is still there.
summary-blank-help = Go back and add a sentence.
title-blank-help = Go back: your text is still there.
title-too-long-help = Go back: your text is still there.
body-blank-help = Go back: your text is still there.
name-blank-help = Go back and choose a name.
name-too-long-help = Go back and choose a shorter name.
account-wrong-help = Check them, then try again.
account-email-help = Go back and check the address.
account-password-short-help = Go back and choose a longer sentence.
account-has-one-help = Sign in with it, or with a code sent by e-mail.
problem-too-many-fields = This form has too many fields
problem-too-many-fields-help = None of ours has so many. Go back to the page and send it again; what was written is still on your device.
problem-unreadable = This form could not be read
problem-unreadable-help = It may have come half-way. Go back and send it again: what was written is still on your device.
problem-too-slow = Sending took too long
problem-too-slow-help = The network may be very busy. Go back and send it again: what was written is still on your device.
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

### Preparing a workshop

plan-minutes = { $n ->
    [one] one minute
   *[other] { $count } minutes
}

### During: the steps

words-too-long = This is a bit long for one line.
words-too-long-help = Cut it in two: nothing is lost, it is still in the field.
words-too-many-help = Five hundred at a time at most: paste the rest afterwards.
words-person-full-help = Your words are still in the field: whoever keeps the notes can add them.
words-sheet-full-help = Your words are still in the field: copy them, a note has room for them.
review-one-at-a-time-help = Answer the one you have, or send it back: another can follow.

### Note-taking and the synthesis

synthesis-nothing-help = Note a first line: the synthesis will be made with it.
workshop-too-late-help = Prepare another one like it: its steps are kept.

### Without network

state-portal = You are on the wifi, but not on the Internet. Open the sign-in page of the wifi, then come back: your words are kept here.
state-sent = Back online: { "{n}" } sent

### Afterwards: news, and the replay

keep-other = These words were written by somebody else on this phone.
keep-other-help = They stay there, for them.

### Linking

link-button = Link

### Helping closer

signed-with-others = { $n ->
    [one] { $name } and one other person
   *[other] { $name } and { $count } other people
}
signed-by-group = the workshop group

## The wake of a note, of a workshop, of the commons
wake-published = { $n ->
    [one] one publication
   *[other] { $count } publications
}
wake-edited = { $n ->
    [one] one edit
   *[other] { $count } edits
}
wake-read = { $n ->
    [one] one reading
   *[other] { $count } readings
}
wake-liked = { $n ->
    [one] one like
   *[other] { $count } likes
}
wake-thanked = { $n ->
    [one] one thank-you
   *[other] { $count } thank-yous
}
wake-linked = { $n ->
    [one] one link
   *[other] { $count } links
}
wake-since = Since { $day }: { $acts }.
wake-how = How to read this drawing
wake-legend = The boat is now; what is further behind it is older. Thin curves are readings, thick ones are edits and publications. Likes float above; thank-yous shine below; rings are links. Where there were many, the stroke is wider. Nobody is named in it.

## /style
style-title = The parts of the site
style-lead = Every part of the pages, in each of its states.
style-type = Letters
style-em = A word with weight.
style-colours = Colours
style-buttons = Buttons
style-fields = Fields
style-said = What the page says
style-drawn = Drawings
style-wall = On the wall
style-days = Days to come
style-wakes = Wakes
conversation-you = You
conversation-erased = This message was erased.
conversation-messages = Messages
style-message = How many people were you?
style-answer = Forty, and we expected twenty.
style-notes = Notes and what is said of them
print = Print
licence-reserved = All rights reserved
community-nameless-help = Go back to the page of the community.
community-name-long-help = Go back to the page of the community.
community-label-long-help = Go back to the page of the community.
community-text-long-help = Go back to the page of the community.
community-many-help = Hand one over to somebody else, then try again.
community-not-a-member-help = Go back to the page of the community.
community-full-help = Another community may be about the same things.
community-request-long-help = Go back to the page of the community.
community-many-ask-help = Go back to the page of the community.
community-closed-help = Its page says how one comes in.
community-ended-help = What it shared stays with its members.
community-exists-help = Go back to the page of the community.
community-not-founded-help = Go back to the page of the community.
community-not-steward-help = Go back to the page of the community.
community-last-steward-help = Go back to the page of the community.
community-stewards-full-help = Go back to the page of the community.
membership-is-member-help = There is nothing more to do.
membership-not-member-help = Go back to the page of the community.
membership-answered-help = The page of members says who came in.
membership-removed-help = Go back to the page of the community.
membership-asked-enough-help = Go back to the page of the community.
meeting-nameless-help = Go back to the page of the meeting.
meeting-long-help = Go back to the page of the meeting.
meeting-many-help = Go back to the page of the meeting.
meeting-aim-long-help = Go back to the page of the meeting.
meeting-exists-help = Go back to the page of the meeting.
meeting-not-announced-help = Go back to the page you come from.
meeting-odd-hours-help = Go back to the page of the meeting.
meeting-cancelled-help = Go back to the page of the meeting.
meeting-full-help = Go back to the page of the meeting.
meeting-not-coming-help = Go back to the page of the meeting.
meeting-no-places-help = Go back to the page of the meeting.
weekday-1 = Monday,
weekday-2 = Tuesday,
weekday-3 = Wednesday,
weekday-4 = Thursday,
weekday-5 = Friday,
weekday-6 = Saturday,
weekday-7 = Sunday,
mandate-exists-help = Go back to the page of the mandate.
mandate-not-given-help = Go back to the page you come from.
mandate-odd-period-help = Go back to the page of the mandate.
mandate-not-yours-help = Go back to the page of the mandate.
mandate-ended-help = Go back to the page of the mandate.
mandate-odd-time-help = Go back to the page of the mandate.
mandate-other-day-help = Go back to the page of the mandate.
mandate-time-full-help = Go back to the page of the mandate.
mandate-long-help = Go back to the page of the mandate.
mandate-many-help = Go back to the page you come from.
mandate-not-in-it-help = Go back to the page you come from.
mandate-odd-hours-help = Go back to the page you come from.
mandate-odd-amount-help = Go back to the page you come from.
meeting-far-help = Go back to the page you come from.
meeting-over-help = Go back to the page you come from.
meeting-changed-help = Go back to the page you come from.
synthesis-not-shared-help = Go back to the page you come from.
said-noted = It is noted.
file-too-many-help = Wait a few minutes, then add the others.
file-empty-help = Choose a file, then add it.
file-too-large-help = A file weighs 20 MB at most. Choose a photo of medium size, or a lighter PDF.
file-other-kind-help = Choose a picture, a PDF or a sound (MP3, M4A, WAV, OGG, FLAC). A Word document can be saved as PDF too.
file-other-picture-help = Save it as JPEG or PNG, then add it.
file-film-help = If it is a sound, save it as MP3, then add it.
file-unreadable-help = It may be damaged or incomplete. Choose a JPEG, PNG or WebP picture, a PDF or a sound.
file-too-many-pixels-help = Send a smaller one (25 million pixels at most), or a screenshot of it.
file-many-help = One has to be removed before another is added.
file-no-room-help = Remove a file you do not need any more: the list is in “My corner”, “My data”, “My files”.
file-commons-full-help = Tell whoever looks after the commons, and keep your file until then.
file-long-help = Six hundred characters at most.
file-store-away-help = Keep your file and try again in a few minutes.
file-exists-help = There is nothing to do again.
file-not-added-help = Go back to the list of files.
file-gone-help = Go back to the list of files.
file-enough-help = There is nothing to do again.
file-busy-help = Wait a few seconds, choose your file again, then add it.
said-file-added = The file is added.
said-file-removed = The file is removed.
said-file-shown = The file is shown again.
