### My data

own-title = My data
own-lead = This is everything the site knows about you. You can read it, take it away and erase it.
own-who = Who I am here
own-name = Name:
own-address = E-mail:
own-account = Account:
own-account-yes = yes
own-account-no = no, a guest's place
own-zone = The times you read:
own-moderator = You look after the commons.
own-none = none
own-change = Change my name, address or password
own-kept = What is kept
own-acts = { $n ->
    [0] Nothing you have done
    [one] One thing done here
   *[other] { $count } things done here
}
own-more = See more
own-take = Take my data away
own-take-help = The page is read in a browser. The other file is made for a program: it holds your photos, your files, your readings and the details of each act too.
own-take-page = A page to read
own-take-file = A JSON file
own-leave = Leave
own-leave-name = Take my name away
own-leave-all = Erase everything
own-done-name = Your name is shown nowhere any more.
own-done-readings = What you read is forgotten.
own-done-stay = Nothing is erased. Your name and your notes are back.

own-held-people = Your place here
own-held-sessions = { $n ->
    [one] One device that knows you
   *[other] { $count } devices that know you
}
own-held-one-time-links = { $n ->
    [one] One single-use link
   *[other] { $count } single-use links
}
own-held-mailed-codes = { $n ->
    [one] One code sent by e-mail
   *[other] { $count } codes sent by e-mail
}
own-held-community-visits = { $n ->
    [one] When you looked at a community
   *[other] When you looked at { $count } communities
}
own-held-known-devices = { $n ->
    [one] One device that signed in to your account
   *[other] { $count } devices that signed in to your account
}
own-held-role-links = { $n ->
    [one] One role taken in a workshop with a link
   *[other] { $count } roles taken in a workshop with a link
}
own-held-note-invitations = { $n ->
    [one] One invitation to write a note together
   *[other] { $count } invitations to write a note together
}
own-held-presence = { $n ->
    [one] The step you were at in one workshop
   *[other] The step you were at in { $count } workshops
}
own-held-files = { $n ->
    [one] A file
   *[other] { $count } files
}
own-held-photos = { $n ->
    [one] One photo
   *[other] { $count } photos
}
own-held-letters = { $n ->
    [one] One letter of news
   *[other] { $count } letters of news
}
own-held-drafts = { $n ->
    [one] One text not saved yet
   *[other] { $count } texts not saved yet
}
own-held-commands = { $n ->
    [one] One form number, so that nothing is done twice
   *[other] { $count } form numbers, so that nothing is done twice
}

own-column-name = Name:
own-column-email = Proved e-mail:
own-column-login = E-mail to sign in:
own-column-language = Language:
own-column-email-proved = Address proved (1: yes):
own-column-account = Account (1: yes):
own-column-facilitator = Facilitates workshops (1: yes):
own-column-created-at = Since:
own-column-expires-at = Until:
own-column-device = Device:
own-column-workshop = Workshop:
own-column-purpose = For:
own-column-seen-at = Seen on:
own-column-role = Role:
own-column-step = Step:
own-column-step-at = Since:
own-column-file = File:
own-column-media-type = Kind:
own-column-length = Weight, in bytes:
own-column-photo = Photo:
own-column-kind = Kind:
own-column-sent-at = Prepared on:
own-column-left-at = Sent on:
own-column-note = Note:
own-column-title = Title:
own-column-body = Text:
own-column-saved-at = Kept on:
own-column-command-id = Number:
own-column-moderator = Looks after the commons (1: yes):
own-column-zone = Times read:
own-column-moved-at = Replaced on:
own-column-reads = For reading only (1: yes):
own-column-input-at = Last key:
own-column-unsent = Acts not sent yet:
own-column-flips = Changes of step:
own-column-flips-at = Changes counted since:
own-column-asked-at = You were asked whether all was well, on:
own-column-quiet-to = Left in peace until:
own-column-own = Of one's own page (1: yes):
own-column-given-up-at = Given up on:
own-column-base = First version:
own-column-at = On:

own-acts-title = What I did here
own-acts-empty = Nothing yet.

own-readings-title = What I read
own-readings-lead = Only you can open this page. Anywhere else, a reading is just a number.
own-readings-empty = No reading here.
own-readings-gone = A note that is shared no more
own-readings-erase = Forget what I read
own-readings-erase-help = The counts of readings and likes stay right. Nothing will say any more which were yours, and you will not be able to take a like back.
own-readings-erase-button = Forget what I read

own-lookers-title = Who saw my name in a review
own-lookers-lead = Whoever runs a workshop can look again at how it went, with names. They know it, and so do you: here it is.
own-lookers-empty = Nobody looked with names.

own-photos-title = My photos
own-photos-empty = No photo.
own-photos-alt = Photo { $count }
photo-delete = Delete this photo

erase-said-lead = The passage will go from everything that was said here (the notes that were taken, announcements, introductions, aims, goodbyes, what is said of files) and from the synthesis. Nobody will be able to find it again.
erase-said-found = { $n ->
    [0] Nothing that was said here holds these words.
    [one] One text holds these words:
   *[other] { $count } texts hold these words:
}

own-consents-title = What I agreed to
own-consents-lead = Nothing is agreed to in advance. Change your mind whenever you like.
own-consents-empty = You were not asked anything yet.
own-consent-given = You agree.
own-consent-not-given = You do not agree.
own-consent-yes = agreed
own-consent-no = no more
own-consent-give = I agree
own-consent-take-back = I do not agree any more

unsign-lead = Your texts stay, unsigned.
unsign-texts = Your name disappears from notes, histories, lists, letters, feeds and screens.
unsign-others = It disappears from the syntheses that quote you too. If somebody wrote it in a note of their own, ask them to take it out.
unsign-again = You keep your notes. If you choose another name later, it will sign everything again.
unsign-button = Take my name away

leaving-title = You are leaving
leaving-due = Everything will be erased on { $when }. Until then, you can stay.
leaving-undo = Stay, and get everything back
leave-lead = You can leave without giving a reason.
leave-goes = Erased: your name, your address, your password, your four words, your devices, your drafts, your photos, your readings.
leave-stays = What stays, without your name: what others wrote, syntheses, the titles of workshops you prepared, the names of communities and meetings, mandates and their hours, and what you wrote in the notes of others, or together with others. An erased note goes with all its versions and what was proposed there; thanks stay.
leave-days = Your name and your notes disappear at once, save from a synthesis that quotes you, where your name goes on the seventh day. For seven days you can come back and find everything again. After that, nobody can.
leave-texts = And my texts?
leave-texts-none = Erase them all
leave-texts-all = Leave them all, without my name
leave-texts-some = Leave only those I choose below
leave-texts-which = The notes to leave, without my name
leave-sure = Yes, I want to leave.
leave-button = Erase everything
leave-reference = A reference is a number, without a space or a name, of forty signs at most.
leave-reference-help = For example: 2026-11-29/3.
leave-confirm = Tick “Yes, I want to leave” to go on.

### What is recorded

recorded-title = What is recorded
recorded-1 = Every act is kept as an event: reading, liking, thanking, writing, editing. An event never holds a name, an address or an e-mail address.
recorded-2 = Your name and your e-mail are kept apart. “My data”, in your corner, shows them, gives them to you and erases them.
recorded-3 = Your readings are counted under a different pseudonym for each note, with the last version you read, so that we can tell you what changed since. Nobody sees who reads what.
recorded-4 = Only you can read your drafts, and whoever you invite to write them. Whoever is facilitating sees steps, never drafts.
recorded-5 = Six cookies at most: your session, your device (given with the first “I read it” or “Like”, so that it counts once), your phone (so that a form of the door sent again opens for you alone, and so that your account knows this device), the last thing you did (so that the next page shows it), the links of notes that you opened (gone when you sign out) and your language. Reading gives you no cookie.
recorded-6 = No page asks another site for anything.
recorded-times = How long
recorded-time-departures = When somebody asks for everything to be erased: { $count } days to change one's mind, then nothing.
recorded-time-minors = Workshops with people under 14: names and drafts are erased { $count } days after the end. Published notes stay, unsigned.
recorded-time-minors-unclosed = If nobody closes such a workshop: { $count } days after each person's last visit.
recorded-time-commands = The numbers of forms, so that nothing is done twice: { $count } days.
recorded-time-sessions = A device that knows you: { $count } days after your last visit.
recorded-time-presence = The step you were at in a workshop: { $count } days.
recorded-time-letters = Which letters of news you were sent: { $count } days.
recorded-time-drafts = Drafts of a guest who did not come back: { $count } days, then they are erased.
recorded-time-devices = Devices known to an account: { $count } days.
recorded-copies = Backups keep for a while what was erased since. If one of them is ever used, the site erases again everything that had been.

### What happened, in one sentence

act-note-drafted = You began a note.
act-note-revised = You changed a note.
act-note-published = You published a note, or changed who can read it.
act-note-withdrawn = You took a note back.
act-note-variant-parked = Your text met another one: it was kept aside.
act-note-variant-settled = You settled a text kept aside.
act-note-suggestion-made = You proposed a change.
act-note-suggestion-accepted = You took a proposed change.
act-note-suggestion-declined = You left a proposed change out.
act-note-revision-named = You named a version.
act-note-revision-unnamed = You took the name of a version away.
act-note-revision-hidden = You hid a version.
act-note-revision-shown = You showed a version again.
act-note-passage-erased = You erased a passage.
act-note-author-joined = You write a note with others.
act-note-author-joined-for-me = Somebody agreed to write a note with you.
act-note-author-left = You do not write a note any more.
act-note-author-left-for-me = Somebody does not write a note with you any more.
act-note-shared = You let somebody read a note.
act-note-shared-for-me = Somebody lets you read a note.
act-note-unshared = You share a note with somebody no more.
act-note-unshared-for-me = Somebody shares a note with you no more.
act-note-opened = You let people with an account change a note.
act-note-closed = You keep a note to those who write it.
act-note-described = You said what a note is, beside its text.
act-note-authorship-asked = You ask to write a note.
act-note-authorship-declined = You do not take somebody to write a note.
act-note-authorship-declined-for-me = Your request to write a note was not taken up.
act-conversation-message-sent = You wrote a message about a note.
act-conversation-message-sent-for-me = Somebody wrote you a message about a note.
act-conversation-settled = You have nothing to answer to a message.
act-conversation-settled-for-me = Your message about a note waits for no answer any more.
act-conversation-ended = You ended a conversation.
act-conversation-ended-for-me = A conversation about a note is over.
act-thanks-given = You thanked somebody.
act-thanks-given-for-me = You were thanked.
act-thanks-revision-thanked = You thanked somebody for a version.
act-thanks-revision-thanked-for-me = You were thanked for a version.
act-workshop-prepared = You prepared a workshop.
act-workshop-opened = You opened a workshop.
act-workshop-closed = You ended a workshop.
act-workshop-places-added = You added places to a workshop.
act-workshop-entered = You entered a workshop.
act-workshop-arranged = You changed the plan of a workshop.
act-workshop-detailed = You changed the details of a workshop.
act-workshop-renamed = You changed the title of a workshop.
act-workshop-tone-set = You chose the tone of a workshop.
act-workshop-role-taken = You took a role in a workshop.
act-workshop-role-ended = You ended a role in a workshop.
act-workshop-role-ended-for-me = Your role in a workshop ended.
act-workshop-mandate-set = You noted the mandate of a role.
act-workshop-waited = You waited at the door of a workshop.
act-workshop-admitted = You let somebody in.
act-workshop-admitted-for-me = You were let into a workshop.
act-workshop-door-set = You set the door of a workshop.
act-workshop-sent-out = You sent somebody out.
act-workshop-sent-out-for-me = You were sent out of a workshop.
act-workshop-dismissed = You did not let in somebody who waited.
act-workshop-dismissed-for-me = You were not let into a workshop.
act-workshop-brought-back = You brought somebody back.
act-workshop-brought-back-for-me = You were brought back into a workshop.
act-workshop-merged = You joined the two devices of one person.
act-workshop-merged-for-me = Your two devices were joined.
act-workshop-item-started = You began a moment of a workshop.
act-workshop-item-extended = You made a moment of a workshop longer.
act-workshop-pace-set = You chose how far a workshop goes.
act-workshop-announced = You made an announcement.
act-workshop-words-erased = You erased a passage from what was said in a workshop.
act-workshop-names-seen = You looked at a workshop with names.
act-workshop-story-shown = You showed the story of a workshop to everyone.
act-workshop-story-hidden = You no longer show the story of a workshop.
act-workshop-scene-shown = You chose what the screen shows.
act-workshop-concluded = You concluded a workshop.
act-workshop-synthesis-begun = You began the synthesis of a workshop.
act-participation-door-chosen = You chose how to begin.
act-participation-step-completed = You finished a step.
act-participation-hand-raised = You raised your hand.
act-participation-hand-lowered = The hand is down.
act-participation-sketched = You introduced yourself.
act-participation-reaction-given = You answered a note with one word.
act-participation-consent-recorded = You agreed to something, or no more.
act-participation-help-claimed = You went to help somebody.
act-participation-help-claimed-for-me = Somebody is coming to help you.
act-participation-help-released = You let somebody else help.
act-participation-help-released-for-me = Whoever was coming to help you let it be.
act-participation-hand-postponed = You put a raised hand off.
act-participation-hand-postponed-for-me = You were told that somebody would come later.
act-participation-encouraged = You encouraged somebody.
act-participation-encouraged-for-me = You were encouraged.
act-participation-scribe-named = You asked somebody to write for you.
act-participation-scribe-named-for-me = You were asked to write for somebody.
act-participation-scribe-ended = Nobody writes for you any more.
act-participation-scribe-ended-for-me = You do not write for somebody any more.
act-participation-objective-stated = You stated an objective.
act-participation-objective-told = You said how far an objective was reached.
act-participation-draft-shown = You showed your draft to whoever helps you.
act-participation-draft-hidden = You hid your draft.
act-participation-step-proposed = You proposed a step to somebody.
act-participation-step-proposed-for-me = You were proposed a step.
act-participation-wall-asked = You asked to show a note on the screen.
act-participation-wall-asked-for-me = You were asked whether your note may be on the screen.
act-participation-wall-answered = You answered about the screen.
act-participation-farewell-said = You said goodbye.
act-item-captured = You wrote down a line of the sheet.
act-item-reworded = You reworded a line of the sheet.
act-item-retyped = You changed the kind of a line of the sheet.
act-item-attributed = You said whose a line of the sheet is.
act-item-attributed-for-me = A line of the sheet was said to be yours.
act-item-linked = You said where a line of the sheet comes from.
act-item-merged-into = You joined two lines of the sheet.
act-item-dropped = You left a line of the sheet out.
act-item-restored = You took a line of the sheet back in.
act-review-asked = You asked somebody to look at your note.
act-review-paired = You were given a note to look at.
act-review-given = You looked at a note.
act-review-withdrawn = You no longer want somebody to look at your note.
act-review-returned = You left a note for somebody else to look at.
act-link-linked = You said that two notes go together.
act-link-unlinked = You parted two notes.
act-person-arrived = You arrived.
act-person-account-claimed = You made an account.
act-person-facilitator-named = You may facilitate workshops.
act-person-moderator-named = You look after the commons.
act-person-moderator-named-for-me = Somebody you invited looks after the commons.
act-person-moderator-dismissed = You said that somebody looks after the commons no more.
act-person-moderator-dismissed-for-me = You look after the commons no more.
act-person-name-withdrawn = You took your name away.
act-person-readings-erased = You had what you read forgotten.
act-person-erasure-asked = You asked for everything to be erased.
act-person-erasure-undone = You stayed.
act-person-erased = Everything was erased.
act-note-passage-restored = You put an erased passage back.
act-moderation-reported = You reported a note.
act-moderation-report-answered = You answered a report.
act-moderation-erasure-proposed = You asked for a passage to be erased.
act-moderation-erasure-agreed = You agreed to erase a passage.
act-moderation-erasure-dropped = You let a passage be.
act-moderation-erasure-undone = You put a passage back.
act-moderation-erasure-finished = A passage is erased for good.
act-moderation-hiding-answered = You answered whoever hid a version.
recorded-time-erasures = An erased passage can come back for { $count } days; after that, nobody finds it.
erase-not-yours = Only those who decided can go back on it
erase-changed = The text has changed since
erase-nothing = Nothing holds this passage
act-community-founded = You began a community.
act-community-described = You changed what a community says of itself.
act-community-review-set = You chose when the mandate of a community is looked at again.
act-community-admission-set = You chose how one comes into a community.
act-community-spread-set = You said where the people of a community are.
act-community-steward-named = You named a steward of a community.
act-community-steward-named-for-me = You look after a community.
act-community-steward-dismissed = You changed who looks after a community.
act-community-steward-dismissed-for-me = You look after a community no more.
act-community-ended = You ended a community.
act-community-reopened = You took up a community again.
act-membership-joined = You came into a community.
act-membership-asked = You asked to come into a community.
act-membership-withdrawn = You withdrew a request to come in.
act-membership-admitted = You welcomed somebody into a community.
act-membership-admitted-for-me = You were welcomed into a community.
act-membership-declined = You said “not now” to a request to come in.
act-membership-declined-for-me = Your request to come in was not granted for now.
act-membership-left = You left a community.
act-membership-removed = You asked somebody to leave a community.
act-membership-removed-for-me = You were asked to leave a community.
act-meeting-announced = You announced a meeting.
act-meeting-described = You changed what a meeting says of itself.
act-meeting-moved = You changed when a meeting is.
act-meeting-places-set = You changed how many may come to a meeting.
act-meeting-cancelled = You cancelled a meeting.
act-meeting-restored = You put a cancelled meeting back on.
act-meeting-signed-up = You said that you come to a meeting.
act-meeting-signed-off = You said that you do not come to a meeting.
act-meeting-aim-said = You said what you come to a meeting for.
act-meeting-words-erased = You erased a passage of what was said at a meeting.
act-meeting-synthesised = You made a note of what was said at a meeting.
act-file-attached = You added a file.
act-file-described = You said what is to be seen or heard in a file.
act-file-objected = You asked that a file be put aside.
act-file-objection-withdrawn = You agreed, after all, that a file be shown.
act-file-settled = You had a file shown again that was put aside.
act-file-removed = You removed a file.
act-mandate-given = You gave a mandate.
act-mandate-changed = You changed what was agreed for a mandate.
act-mandate-time-noted = You noted time for a mandate.
act-mandate-time-removed = You took back time noted for a mandate.
act-mandate-ended = You ended a mandate.
act-mandate-resumed = You reopened a mandate.
act-mandate-given-for-me = You were given a mandate.
own-column-community = Community:
own-column-before = The time before:
act-mandate-changed-for-me = What was agreed for one of your mandates changed.
act-mandate-ended-for-me = One of your mandates ended.
act-mandate-resumed-for-me = One of your mandates was reopened.
