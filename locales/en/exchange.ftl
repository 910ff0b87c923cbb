# Reading files in.

import-title = Import files
import-lead = Choose one or more files. First you see what is in them and what is not right. Then you decide.
import-nothing-yet = Nothing changes yet. We keep the files for at most an hour.
import-kind = Kind of file
import-kind-find-out = Let Sleutel recognise each file
import-kind-hint = Mostly we can tell from the name or from the first line.
import-kind-unknown = We do not know what kind of file this is. Choose the kind and look again.
import-files = Files
import-files-hint = CSV or GeoJSON, together at most 64 MB. Files that refer to each other are best imported together.
import-no-file = Choose a file.
import-look = Look at the files
import-recent = Of the last hour
import-state-checking = The files are being checked
import-state-checked = Checked, not imported yet
import-state-importing = The files are being imported
import-state-done = Imported
import-state-stopped = Stopped, nothing kept
import-busy-checking = We are reading the files and trying everything out. Nothing changes yet.
import-busy-keeping = We are importing everything. All of it succeeds, or nothing changes.
import-busy-leave = This page refreshes itself. You may do something else and come back later.
import-busy-look = See how far it is
import-stopped-title = The import has stopped
import-stopped-what = The work stopped half-way. Nothing of it was kept: everything is as it was. You can try again.
import-preview-title = What is in the files
import-done-title = Imported
import-done-what = Everything has been imported.
import-ready = Nothing stands in the way. Nothing has changed yet.
import-nothing-new = Everything in here was there already. Importing it changes nothing.
import-errors = { $count ->
    [one] There is one error. Nothing can be imported until it is mended.
   *[other] There are { $count } errors. Nothing can be imported until they are mended.
}
import-warnings = { $count ->
    [one] One warning
   *[other] { $count } warnings
}
import-counts = What would change
import-counts-done = What has changed
import-added = New
import-changed = Changed
import-unchanged = The same
import-keep = Read everything in
import-discard = Throw away
import-discarded = The files have been thrown away. Nothing has changed.
import-again = Look again
import-more = Import another file
import-findings = What is not right
import-findings-download = Download as CSV
import-findings-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
import-files-read = The files
import-size = Size
import-kilobytes = { $number } kB
import-rows = Sound rows
import-notes = How it was read
import-first-lines = The first lines
import-severity-error = Error
import-severity-warning = Warning
import-column-file = File
import-column-row = Row
import-column-column = Column
import-column-severity = Kind
import-column-code = Code
import-column-what = What it is
import-column-remedy = What you can do
import-column-required = Required
import-column-shape = What it holds
import-note-utf16 = The file is UTF-16.
import-note-bom = The file begins with a byte order mark. That is fine.
import-note-tab = tab
import-note-delimiter = Between the columns stands: { $mark }
import-note-columns = { $count ->
    [one] One column we do not need: { $names }.
   *[other] { $count } columns we do not need, such as { $names }.
}
import-note-parts = { $count ->
    [one] One larger part of the city is named in it, without a map.
   *[other] { $count } larger parts of the city are named in it, without a map.
}

import-formats-title = Which files can be imported
import-formats-lead = A CSV file has the names of the columns on its first line. Their order is free. Save it as UTF-8. A semicolon, a comma or a tab between the columns is fine.
import-template = Empty file: { $file }
import-kind-organisations = Organisations
import-kind-areas = Parts of the city
import-kind-area-figures = Public figures of neighbourhoods
import-kind-group-quotas = Target groups with agreements
import-kind-main-groups = Main groups with agreements
import-kind-association-targets = Targets of associations
import-kind-ceilings = Agreements for parts of the city
import-kind-complexes = Complexes
import-kind-dwellings = Homes
import-kind-vacancies = Free homes
import-kind-participants = Participants
import-kind-members = Other members of the household
import-kind-wishes = Wishes
import-kind-network = Network
import-kind-exclusions = Places where it cannot be
import-kind-together = Who moves together
import-about-organisations = The municipality, the housing associations and the care providers.
import-about-areas = Districts, areas, quarters and neighbourhoods. A map file (GeoJSON) of CBS, PDOK or Amsterdam will do as it is. With a CSV file you give names only.
import-about-area-figures = Households, inhabitants and more for each neighbourhood. The key figures of CBS will do as they are.
import-about-group-quotas = The target groups with what is expected each year, at least and at most.
import-about-main-groups = What was agreed each year for a main group, over its target groups together.
import-about-association-targets = How many homes each housing association gives each year, at least and at most.
import-about-ceilings = How many homes there will be each year, at least and at most, in a part of the city or a complex.
import-about-complexes = Buildings and blocks of the housing associations.
import-about-dwellings = All homes that can come free.
import-about-vacancies = Which home is free when.
import-about-participants = People who wait, with what is known. An empty cell means: not known yet.
import-about-members = Who moves with a participant. Whoever is in the file gets exactly these members.
import-about-wishes = Where a participant does or does not want to live. Whoever is in the file gets exactly these wishes.
import-about-network = Family, friends, work or school. Whoever is in the file gets exactly this network.
import-about-exclusions = Where somebody may not or cannot live. Whoever is in the file gets exactly these places.
import-about-together = Two households that move together or not at all. Links that are not in the file stay.
import-shape-code = code: letters, digits and - _ . / :
import-shape-text = text on one line
import-shape-long-text = text, may have more lines
import-shape-date = date, such as 2026-05-01 or 1-5-2026
import-shape-year = year
import-shape-yes-no = yes or no
import-shape-whole = whole number
import-shape-decimal = number
import-shape-amount = amount in euro
import-shape-one-of = one of: { $words }
