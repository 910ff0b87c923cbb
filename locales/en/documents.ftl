# Documents of a participant's file.

document-kind-identity = Proof of identity
document-kind-income = Proof of income
document-kind-lease = Lease
document-kind-support = Support agreement
document-kind-decision = Letter of a decision
document-kind-signed-form = Signed form
document-kind-home-photo = Photo of the home
document-kind-other = Something else

document-file-pdf = PDF
document-file-jpeg = photo (JPEG)
document-file-png = picture (PNG)
document-file-webp = picture (WebP)
document-file-tiff = scan (TIFF)
document-file-docx = Word (DOCX)
document-file-odt = text document (ODT)
document-file-xlsx = Excel (XLSX)
document-file-text = plain text

document-state-in-quarantine = Not checked yet
document-state-released = Released
document-state-refused = Refused
document-standing-kept = In use
document-standing-withdrawn = Withdrawn
document-standing-erased = Erased

document-scan-unreachable = The virus scanner cannot be reached.
document-scan-too-late = The virus scanner took too long.
document-scan-no-answer = The virus scanner gave no clear answer.
document-scan-too-large = The file is too large for the virus scanner.

document-step-not-in-quarantine = This version was released or refused already. Look at the page again.
document-step-withdrawn = This document was withdrawn. Undo that first.
document-step-not-withdrawn = Only a withdrawn document can be erased or brought back. Withdraw it first.
document-step-erased = What was in this document was erased. Nothing can be changed about it any more.
document-step-too-wide = This kind of document cannot be shared with so many.

document-bytes = { $count } bytes
document-unfit-file = “{ $name }”: { $faults }
document-unfit-empty = There is nothing in this file. Choose another.
document-unfit-too-large = The file is too large; at most { $most } fits. Scan it at a lower quality, or send it in parts.
document-unfit-no-room = The documents of this person would take { $together } together; there is room for { $most }. Erase what is no longer needed.
document-unfit-not-a-kind = We do not take this kind of file. Save it as PDF, photo, Word, ODT, Excel or text (UTF-8) and send it again.
document-unfit-program = This is a program. Programs are never taken in.
document-unfit-markup = This is a web page or a drawing that can hold a program. Print it to PDF and send that.
document-unfit-archive = This is an archive (ZIP or similar). Unpack it and send the files one by one.
document-unfit-macro = This document holds a macro or a program. Save it as PDF, or without macros, and send it again.
document-unfit-locked = This document has a password. Save it without a password and send it again.
document-unfit-broken = The file is damaged or not complete. Save or scan it again.
document-unfit-bomb = Unpacked, this file would be far too large. Save it as PDF and send that.
document-unfit-mismatch = The name ends in .{ $ending }, but the file is: { $found }. Give it the right name, or choose the right file.

document-closed-being-checked = The virus scanner has not checked this file yet. Try again later.
document-closed-not-released = Nobody has checked this file yet. Until it is released, only the organisation that added it can open it.
document-closed-refused = This file was refused. Nobody can open it.
document-closed-of-before = This belongs to the provider that gave support before. Only they can read it.
document-closed-erased = What was in this file was erased.

hold-document-no-key = There is no key for documents on this installation, so nothing can be kept or opened. The administrator makes one with: sleutel documents new-key
hold-document-other-key = This document lies under key { $key }, which this installation does not have. Nothing is lost. The administrator puts that key back in the key file.
hold-document-damaged = This document cannot be opened: what is stored was changed or is incomplete. The administrator can put it back from a backup.
hold-document-not-adder = Only the organisation that added this document can do this.
hold-document-no-scanner = No virus scanner is set. Name it with --scanner HOST:PORT.
fault-document-too-wide = This kind of document may not be shared with so many. Choose fewer.

documents-title = Documents
documents-of = Documents of { $reference }
documents-lead = Papers and photos that belong to this file.
documents-no-medical = No medical papers. Nobody who decides here may ask for them or keep them. Did you get one? Give it back.
documents-add = Add documents
documents-filter-kind = Kind
documents-filter-state = State
documents-filter-versions = Versions
documents-versions-all = Older versions too
documents-versions-newest = The newest only
documents-none-title = No documents yet
documents-none-text = Nobody has added a document that you can see.
documents-none-found-title = Nothing found
documents-none-found-text = No document fits these filters.
documents-column-kind = What
documents-column-file = File
documents-column-state = State
documents-column-shared = Who can see it
documents-column-added = Added
documents-column-do = Open
documents-version = Version { $number }
documents-open = Download
documents-open-unchecked = Download without a check
documents-to-file = To the file
documents-to-case = To the road
documents-to-quarantine = What waits for a check
documents-shared-nobody = The care provider only
documents-shared-municipality = The care provider and the municipality
documents-shared-association = The care provider and the association
documents-shared-both = The care provider, the municipality and the association

documents-add-title = Add documents
documents-add-lead = You can add several at once, of one kind. With one mistake none is kept, and you read here what to do.
documents-kind = What is it?
documents-kind-choose = Choose
documents-tie = What does it belong to?
documents-tie-hint = A step, a form or an agreement of this file.
documents-tie-none = The file only
documents-tie-step = Step: { $name }
documents-tie-form = Form: { $name }
documents-tie-agreement = Agreement: { $name }
documents-share = Who can see it?
documents-share-hint = The care provider and your own organisation always see it. A kind allows no more than stands in the table below.
documents-share-usual = As usual for this kind
documents-share-nobody = Nobody else
documents-share-municipality = The municipality too
documents-share-association = The association too
documents-share-both = The municipality and the association too
documents-share-table = Who sees which kind
documents-share-column-usual = Usually
documents-share-column-most = At most
documents-files = Files
documents-files-hint = PDF, photo (JPEG, PNG, WebP), scan (TIFF), Word, ODT, Excel or text. At most { $file } each, { $count } at once and { $request } together. All documents of one person: at most { $household }.
documents-files-again = Choose the files again: a browser does not keep them.
documents-file-one = File
documents-file-one-hint = PDF, photo (JPEG, PNG, WebP), scan (TIFF), Word, ODT, Excel or text. At most { $file }.
documents-rule-scanner = Every file is checked by a virus scanner first. Until then nobody can open it.
documents-rule-person = There is no virus scanner. Until somebody releases a file, only your own organisation can open it, after a warning.
documents-send = Add
documents-sending = Sending: { $percent }%
documents-added = { $count ->
    [one] The document was added.
   *[other] { $count } documents were added.
}

documents-facts = About this document
documents-fact-kind = Kind
documents-fact-by = Added by
documents-fact-tie = Belongs to
documents-fact-shared = Who can see it
documents-fact-standing = Standing
documents-withdrawn-by = Withdrawn on { $when } by { $who }: { $why }
documents-erased-by = Erased on { $when } by { $who }: { $why }
documents-versions = Versions
documents-version-why = Why: { $why }
documents-state-quarantine = Since { $when }.
documents-state-scanner-released = Checked by the virus scanner on { $when }.
documents-state-person-released = Released on { $when } by { $who }: { $why }
documents-state-scanner-refused = The virus scanner found { $why } on { $when }.
documents-state-person-refused = Refused on { $when } by { $who }: { $why }
documents-state-tries = { $count ->
    [one] The scanner was asked once.
   *[other] The scanner was asked { $count } times.
}
documents-history = What happened, and who looked
documents-did-added = Added version { $number }
documents-did-opened = Downloaded version { $number }
documents-did-looked = Looked at the document
documents-did-scanner-released = The scanner found nothing in version { $number }
documents-did-scanner-refused = The scanner refused version { $number }
documents-did-released = Released version { $number }
documents-did-refused = Refused version { $number }
documents-did-withdrawn = Withdrew the document
documents-did-brought-back = Undid the withdrawal
documents-did-erased = Erased what was in it
documents-did-shared = Changed who can see it

documents-do = What you can do
documents-check-title = Check version { $number }
documents-check-text = Release only what you trust: you know where it comes from, or you looked at it yourself. Your name and reason are kept.
documents-refuse-text = Is it wrong after all? After you refuse it nobody can open this version any more.
documents-reason = Why?
documents-release = Release
documents-refuse = Refuse
documents-refuse-title = Refuse version { $number }
documents-replace = Add a new version
documents-replace-title = New version
documents-replace-lead = The old version stays and can still be opened.
documents-replace-why = Why is there a new version?
documents-share-change = Change who can see it
documents-share-do = Change
documents-withdraw = Withdraw
documents-withdraw-title = Withdraw the document
documents-withdraw-text = Other organisations no longer see it. You can undo this.
documents-withdraw-why = Why?
documents-bring-back = Undo the withdrawal
documents-erase = Erase for good
documents-erase-title = Erase the document
documents-erase-text = The key to this document is thrown away. Nobody can read it any more, and this cannot be undone. One line stays: that it was there, and why it is gone.
documents-erase-ground = On what ground?
documents-erase-sure = I am sure
documents-done-released = The version was released.
documents-done-refused = The version was refused.
documents-done-withdrawn = The document was withdrawn. You can undo this below.
documents-done-brought-back = The withdrawal was undone.
documents-done-erased = What was in the document was erased.
documents-done-shared = Who can see it was changed.
documents-done-replaced = The new version was added.

documents-warning-title = Nobody has checked this file
documents-warning-text = A file can hold a virus. Open it only when you know who it comes from and expected it. It is downloaded, not shown.
documents-warning-file = File: { $name }
documents-warning-do = Download it anyway
documents-warning-back = Back to the document

documents-quarantine-title = Documents that wait for a check
documents-quarantine-lead = Nobody outside the organisation that added it can open what stands here.
documents-quarantine-scanner = The virus scanner checks by itself; what it could not check stands here until it answers or somebody decides.
documents-quarantine-person = No virus scanner is set. Somebody has to look at each.
documents-quarantine-none-title = Nothing waits
documents-quarantine-none-text = Every document was checked.
documents-quarantine-of = Participant
documents-quarantine-from = From
documents-quarantine-since = Since
documents-quarantine-do = Decide
nav-quarantine = Documents to check
