### The frame

sign-out-sure = Words kept on this device were not sent. Erase them and go on
nav-sign-out = Sign out of this device
sign-out-account = Your notes stay here. You will come back with your address and your password.
sign-out-words = Without an account, these four words are the only way to find your notes again. Have you written them down?
sign-out-copy = Copy
sign-out-copied = Copied
sign-out-claim = Make an account instead
sign-out-button = Yes, sign out
sign-out-stay = Stay

### Writing, looking back, putting back

me-aside-alone = a note that is not shared any more
me-aside = To finish
me-aside-one = A text to put together with “{ $title }”, written on { $when }

### My corner

me-title-unsigned = Hello
me-title = Hello { $name }
me-note-left = You do not write this note any more.
me-to-answer = Proposed to you
me-proposed = { $n ->
    [one] one proposal to look at
   *[other] { $count } proposals to look at
}
me-changed = Changed since you read them
me-notes = My notes
me-empty = Nothing yet. Write one whenever you like, or join a workshop with its code.
me-room = Enter the room
me-prepare = Prepare
me-workshop = My workshop: { $title }
me-workshops-all = All my workshops
me-notes-all = All my notes

### Accounts

resume-title = Find my note again
resume-label = Your four words
resume-help = In order, with or without accents.
resume-button = Find my note again
resume-unknown = These words open nothing. Check each letter and their order, or ask the facilitator.
resume-blank = Write your four words here.
resume-second-wrong-alone = That is not the password of this account. Try again.
sign-in-title = Sign in
sign-in-by-mail = Get a code by e-mail
sign-in-code-label = The code you received, eight digits
sign-in-code-sent = If all is well with this address, a letter has just left. Its code works for ten minutes, on this page.
sign-in-code-again = Ask for another code
sign-in-code-wrong = This code doesn't match, or has expired. Check the latest e-mail, or ask for another.
account-title = Create an account
account-device = What this device read and liked here comes with you, for you alone.
account-keeps = Everything you have done here comes with you.
account-name-label = A name, or a nickname
account-email-label = E-mail
account-password-label = Password
account-password-help = At least { $count } characters. A sentence is perfect.
account-button = Create my account
facilitate-title = Facilitate workshops here
facilitate-button = Become a facilitator
moderate-title = Look after the commons
moderate-button = Accept
moderators-title = Who looks after the commons
moderators-lead = These people see what is reported, and may hide a passage or have it erased in what everyone reads. Facilitating a workshop gives that right in that workshop only.
moderators-invite-help = A link to give to one person. It works once, within seven days.
moderators-invite = Ask somebody to look after it too
moderators-link = The link to give
moderators-link-help = It will not be shown again. Give it to that person yourself: whoever opens and accepts it looks after the commons.
moderators-stop = Stop looking after it
moderators-dismiss = { $name } stops looking after it
moderators-last = Somebody has to look after it: ask another person first.
moderators-last-help = Give them the link, then come back here.
visit-title = Come in as { $name }
visit-help = You are visiting a demonstration: its data will disappear.
mail-code-subject = Your Sillage code
mail-code = Your code is { $code }. It works for ten minutes, once. If you didn't ask for it, you can ignore this message.

### When a page cannot be shown

# The account
resume-second-title = These words lead to an account
resume-second-lead = An account opens with these words and its password.
resume-second-wrong = That is not the password of this account. Try again, or ask for a code by e-mail.
keep-drafts = Without an account, your drafts are kept for a year after your last visit, then erased.
keep-help-account = With these four words and your password, you find your notes again on any device.
account-minors = Here, one takes part without an account
account-minors-help = This workshop welcomes people under fourteen: a nickname is enough, and the four words are enough to come back.
mail-account-subject = Your address on Sillage
mail-account = Someone, perhaps you, has just typed this address to create an account. It opens one already: to go in, ask for a code at { $link }. If it was not you, you can forget this letter.
settings-title = My account
settings-done = Done.
settings-save = Keep
settings-zone = Time zone
settings-zone-label = The times I read
settings-zone-help = Those of notes and of your corner. A workshop keeps the times of the place where it is held.
settings-zone-site = Those of the site ({ $zone })
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
account-email = Something is missing in this address: it looks like name@example.ca.
account-password-short = This password is short: at least ten characters, a sentence is perfect.
account-wrong = The address and the password do not go together. Check them, then try again.
account-has-one = This address opens an account already
me-shared = Shared with me
me-reported = A note was reported to you: there is something to say.
me-messages = Somebody writes to you
me-joining = People ask to come into your communities
me-communities = Communities
me-asked = People ask to write your notes
me-unsaved = Changes not published yet
me-mandates = My mandates
me-meetings = My next meetings
