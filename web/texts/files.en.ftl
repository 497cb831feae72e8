# Files that go with a note, a meeting or a workshop.

files-title = Pictures and files
files-apart = Pictures and files of the note (new tab)
files-same-readers = Whoever can read this page sees these files too.
files-none = Nothing here yet.
files-of-note = Back to the note
files-of-meeting = Back to the meeting
files-of-workshop = Back to the workshop
files-add = Add a picture, a document or a sound
files-all = { $n ->
    [one] See the file
   *[other] See the { $count } files
}
file-a-picture = Picture
file-a-document = Document
file-a-sound = Recording
file-document = PDF
file-kilobytes = { $count } KB
file-megabytes = { $count } MB
files-away = { $n ->
    [one] One file is put aside.
   *[other] { $count } files are put aside.
}
file-room-none = You have { $most } for your files.
file-busy = Many files are coming at the same time.
file-room = Your files take { $used } of { $most }.
file-add = Add a file
file-choose = A picture, a PDF or a sound
file-choose-help = 20 MB at most. The place, the hour and the name of the device are taken out of photos; a PDF or a sound keeps what its device wrote in it.
file-add-button = Add
file-description = What is to be seen or heard in it
file-description-help = For those who do not see the picture, and for everybody when it is slow to come.
file-describe = Say what is in it
file-about = About this file
file-say = Save
file-faces = Can anybody be recognised in it?
faces-nobody = No, nobody
faces-agreed = Yes, and everybody in it agrees
faces-unasked = Yes, and they are still to be asked: until then only those who look after this see it
file-unasked = Put aside: it is not known yet whether those who can be recognised agree.
file-objected = Put aside: somebody recognises themselves in it and does not agree. The file may stay put aside, or be removed.
file-in-it = Are you in it, and would you rather not be?
file-in-it-help = The file is put aside at once, and your name is not said. Whoever looks after this place may show it again: you can talk to them.
file-object = Put it aside
file-you-objected = You asked that this file be put aside. Others do not see it any more.
file-agree = I agree after all
file-settle = Show it again
file-settle-help = Somebody recognises themselves in it and does not agree. Show it again only if that is settled.
file-remove = Remove this file
file-remove-help = The file is removed for good. The words that go with it in a text stay there: take them out by changing the text.
file-remove-button = Remove for good
file-place = In the text
file-place-help = Say first what is in it: those words go with it in the text. It is put at the end; you can then move it wherever you like.
file-place-button = Put it in the text
file-place-by-hand = Put it somewhere else yourself
file-place-by-hand-help = Copy this line, then paste it wherever you like in the text.
file-copy = Copy
file-copied = Copied
file-placed = A file was put in the text
file-too-many = Many files at once.
file-empty = Nothing came: no file was chosen, or it is empty.
file-too-large = This file is too large to be sent.
file-other-kind = This kind of file is not accepted here.
file-other-picture = This picture is of a kind that browsers do not show.
file-film = This file reads as a video, and videos are not accepted here.
file-unreadable = This file could not be read.
file-too-many-pixels = This picture is very large.
file-many = A hundred files are there already.
file-no-room = You have not enough room left.
file-commons-full = The commons has no room left for files.
file-long = That is a little long to say what is to be seen in it.
file-store-away = Files cannot be kept right now.
file-exists = This file is there already.
file-not-added = This file is not there.
file-gone = This file was removed.
file-enough = This file is put aside already.
files-column-name = Name
files-column-description = What is to be seen or heard in it
files-column-address = Address in the text
files-column-file = File
own-files-title = My files
own-files-none = No file.
