# What reading a file brings to light: what it is, and what to do about it.

finding-e101-what = The file is empty.
finding-e101-remedy = Choose the right file, or export it again.

finding-e102-what = Line { $line } is not UTF-8. It looks like Windows-1252: “{ $likely }”.
finding-e102-remedy = Save the file as “CSV UTF-8” and import it again.

finding-e103-what = The file begins as UTF-16 but is damaged.
finding-e103-remedy = Save the file as “CSV UTF-8” and import it again.

finding-e104-what = Letters were damaged earlier ({ $damage }): “{ $found }”. It probably was “{ $likely }”.
finding-e104-remedy = Export the file again with the right letters, or correct the cell. Nothing is changed by itself.

finding-e105-what = A letter was lost: “{ $found }”.
finding-e105-remedy = Look up what it should be and correct the cell.

finding-e106-what = Column “{ $name }” is missing.
finding-e106-remedy = Add the column to the first row. The page on formats lists all columns.

finding-w107-what = Column “{ $name }” is not known and is not used. The nearest known name is “{ $nearest }”.
finding-w107-remedy = Correct the name, or leave the column out.

finding-e108-what = Column “{ $name }” is there twice.
finding-e108-remedy = Keep one of the two.

finding-e109-what = The row has { $found } cells, the first row has { $expected }.
finding-e109-remedy = Look for a missing or extra separator, or a text that needs quotation marks.

finding-e110-what = A quotation mark is not closed, or stands in the wrong place.
finding-e110-remedy = Close the quotation mark. Inside a text, write it twice.

finding-e111-what = The year of the figures is not known.
finding-e111-remedy = Add a column “year”, or put the year in the name of the file.

finding-e201-what = The cell is empty.
finding-e201-remedy = Fill in the cell.

finding-e202-what = The code “{ $found }” holds “{ $character }”, which is not allowed.
finding-e202-remedy = Use letters, digits and - _ . / : only.

finding-e203-what = The text has { $length } characters. At most { $most } are allowed.
finding-e203-remedy = Make the text shorter.

finding-e204-what = The text holds a character that cannot be shown.
finding-e204-remedy = Type the text again.

finding-e205-what = “{ $found }” is not a date.
finding-e205-remedy = Write the date as 2026-05-01 or 1-5-2026.

finding-e206-what = { $date } is after { $today }.
finding-e206-remedy = Correct the date. This day cannot lie in the future.

finding-e207-what = { $date } is too long ago or too far ahead.
finding-e207-remedy = Correct the year.

finding-e208-what = “{ $found }” is not a number.
finding-e208-remedy = Write digits only.

finding-e209-what = { $found } is outside { $least } to { $most }.
finding-e209-remedy = Correct the number.

finding-e210-what = “{ $found }” is neither yes nor no.
finding-e210-remedy = Write yes or no, or leave the cell empty when nobody has asked yet.

finding-e211-what = “{ $found }” is not one of the words that are allowed.
finding-e211-remedy = Choose one of: { $allowed }.

finding-e212-what = “{ $found }” is not an amount.
finding-e212-remedy = Write the amount as 612,50 or 612.50.

finding-e213-what = { $date } is before { $earlier } in column “{ $other }”. That cannot be.
finding-e213-remedy = Correct one of the two dates.

finding-e214-what = This cell must be filled in, because column “{ $other }” is “{ $value }”.
finding-e214-remedy = Fill in the cell, or change the other column.

finding-w215-what = This cell is not used, because column “{ $other }” is “{ $value }”.
finding-w215-remedy = Empty the cell, or change the other column.

finding-e216-what = The row does not name exactly one place.
finding-e216-remedy = Fill in an area, or an area with a street, or a complex.

finding-e217-what = The lowest number { $lower } is higher than the highest number { $upper }.
finding-e217-remedy = Correct one of the two.

finding-e218-what = “{ $found }” is not a postcode.
finding-e218-remedy = Write four digits and two letters, like 1013AB.

finding-e219-what = “{ $found }” is not a number of the BAG.
finding-e219-remedy = Write all sixteen digits. Keep a zero in front.

finding-e220-what = “{ $key }” is there already, in row { $first }.
finding-e220-remedy = Keep one of the two rows.

finding-e221-what = “{ $found }” does not exist in “{ $kind }”.
finding-e221-remedy = Correct the code, or import “{ $kind }” first.

finding-e222-what = “{ $key }” is described differently in row { $first }.
finding-e222-remedy = Make both rows say the same.

finding-e223-what = The dwelling is in “{ $neighbourhood }”, but its complex “{ $complex }” is not.
finding-e223-remedy = Correct the neighbourhood or the complex. The neighbourhood may stay empty.
finding-e224-what = The household “{ $found }” would move together with itself.
finding-e224-remedy = Fill in two different files.
finding-e225-what = Group “{ $key }” is described here on days on which row { $first } describes it too.
finding-e225-remedy = Let the one end (valid_until) the day before the other begins (valid_from).

finding-e301-what = The file is not valid JSON. It goes wrong in line { $line }, character { $position }.
finding-e301-remedy = Export the map file again as GeoJSON.

finding-e302-what = The file is not a collection of map features.
finding-e302-remedy = Choose a GeoJSON file with a FeatureCollection.

finding-e303-what = { $x }, { $y } is not a longitude and latitude.
finding-e303-remedy = Convert the map file to WGS84 (EPSG:4326) and import it again.

finding-e304-what = Ring { $ring } does not end where it began.
finding-e304-remedy = Repair the shape in the map program.

finding-e305-what = Ring { $ring } has { $points } points. It needs at least four.
finding-e305-remedy = Repair the shape in the map program.

finding-e306-what = The area has no shape.
finding-e306-remedy = Export the map file again with shapes.

finding-e307-what = The shape is a { $found }, not a surface.
finding-e307-remedy = Use Polygon or MultiPolygon.

finding-e308-what = The area has no code that we know.
finding-e308-remedy = Use code, name and level, or the codes of CBS or Amsterdam.

finding-e309-what = “{ $code }” would lie in “{ $parent }”, which is not larger.
finding-e309-remedy = Correct the level or the parent.

finding-w310-what = Area “{ $code }” has no name. The code is used instead.
finding-w310-remedy = Add a name to the file.

finding-w311-what = “{ $code }” lies in both “{ $one }” and “{ $other }”. It is put under the part that holds both.
finding-w311-remedy = Nothing, if this is right. Numbers for “{ $one }” and “{ $other }” then leave “{ $code }” out.

finding-e401-what = File “{ $name }” is missing.
finding-e401-remedy = Put the file in the folder.

finding-w402-what = File “{ $name }” is not used.
finding-w402-remedy = Correct its name, or take it out of the folder.

finding-e403-what = The file is not valid TOML. It goes wrong in line { $line }.
finding-e403-remedy = Correct the line. Write one key = value on each line.

finding-e404-what = Key “{ $name }” is missing.
finding-e404-remedy = Add a line with this key.

finding-e405-what = Key “{ $name }” is not known. The nearest is “{ $nearest }”.
finding-e405-remedy = Correct the key, or leave the line out.

finding-e406-what = Group “{ $group }” has no numbers for { $year }.
finding-e406-remedy = Add a row for this group and year to the group quotas, or correct the group.

finding-e407-what = Area “{ $code }” lies in itself, by way of other areas.
finding-e407-remedy = Correct the parent of one of these areas.

finding-e408-what = Dwelling “{ $dwelling }” is on offer twice.
finding-e408-remedy = Keep one open vacancy for each dwelling.

finding-e409-what = “{ $found }” is not in this round.
finding-e409-remedy = Leave the row out, or correct the code.

finding-e412-what = File { $reference } was set aside: it is about the same person as { $kept }.
finding-e412-remedy = Send this with { $kept }, or take the two files apart first.
finding-e413-what = Target group “{ $group }” is there on { $days }: not today, and not on { $since }, when they began to wait.
finding-e413-remedy = Choose a group that is there, correct the day they began to wait, or have the programme manager change the days of the group under Steering.
finding-w410-what = This is very likely the same person as { $other }.
finding-w410-remedy = See whether they have a file already. If so, use { $other } as the reference. If not, you need not do anything; the placement coordinator is asked to look.
finding-w411-what = This may be the same person as { $other }.
finding-w411-remedy = See whether they have a file already. If so, use { $other } as the reference. If not, you need not do anything; the placement coordinator is asked to look.

finding-e501-what = The file is not valid JSON. It goes wrong in line { $line }, character { $position }.
finding-e501-remedy = Make the file again with the program it came from.

finding-e502-what = The packed file stops half-way.
finding-e502-remedy = Copy or download the file again.

finding-e503-what = The packed file is damaged.
finding-e503-remedy = Copy or download the file again.

finding-e504-what = The file holds more than { $most } MiB of text. That is not read.
finding-e504-remedy = Check whether this is the right file. Otherwise divide the question into parts.

finding-e505-what = The file could not be read to its end: { $cause }
finding-e505-remedy = Try again, or copy the file to another disk first.

finding-e506-what = Field “{ $name }” is missing.
finding-e506-remedy = Add the field. The page on the format lists all fields.

finding-w507-what = Field “{ $name }” is not known and is not used.
finding-w507-remedy = Correct the name, or leave the field out.

finding-e508-what = Field “{ $name }” is there twice.
finding-e508-remedy = Keep one of the two.

finding-e509-what = There is no list here.
finding-e509-remedy = Write the values between square brackets, with commas in between.

finding-e510-what = There are no fields with names here.
finding-e510-remedy = Write names and values between braces.

finding-e511-what = “{ $found }” is not a text.
finding-e511-remedy = Write the text between quotation marks.

finding-e512-what = The list has { $found } values. There must be { $expected }.
finding-e512-remedy = Give one value for each, or correct the number in “counts”.

finding-e513-what = There are { $found } pairs. The instance says there are { $expected }.
finding-e513-remedy = Check whether the file with pairs is whole, and belongs to this instance.

finding-e514-what = It says “{ $found }” here. Only “{ $expected }” can be read.
finding-e514-remedy = Check whether this is the right file.

finding-e515-what = There is more wrong. Only the first { $told } findings are shown.
finding-e515-remedy = Correct these first, and try again.

finding-e516-what = “{ $found }” is not a unit of prices.
finding-e516-remedy = Write 1/ and a whole number above zero, such as 1/8.

finding-e517-what = The instance is too large. There can be at most { $most } people, and as many homes, groups and areas together.
finding-e517-remedy = Divide the question into parts.

finding-e601-what = A { $found } stands here. It has to be a { $expected }.
finding-e601-remedy = Write a { $expected }. The page on this format gives examples.

finding-e602-what = There are no words in the language “{ $language }”.
finding-e602-remedy = Add the words in this language. Both languages are needed.

finding-e603-what = “{ $found }” cannot be the key of a question.
finding-e603-remedy = Use small letters, digits and hyphens. Begin with a letter, and use at most 40 characters.

finding-e604-what = The form has no questions.
finding-e604-remedy = Add a section with at least one question.

finding-e605-what = Two questions have the key “{ $key }”.
finding-e605-remedy = Give one of them another key. A key inside rows counts too.

finding-e606-what = There is no question “{ $key }” to look at.
finding-e606-remedy = Name a question of this form, or one in the same row.

finding-e607-what = The question “{ $key }” never has the answer “{ $value }”.
finding-e607-remedy = Name one of its choices, or yes or no.

finding-e608-what = The answers to “{ $key }” cannot be compared in this way.
finding-e608-remedy = Compare only choices and yes or no. Count rows only of a question with rows.

finding-e609-what = These questions wait for each other: { $keys }.
finding-e609-remedy = Take away one of the conditions.

finding-e610-what = There is too little to choose from.
finding-e610-remedy = Add choices. A question with one answer needs at least two.

finding-e611-what = The choice “{ $code }” is there twice.
finding-e611-remedy = Give one of them another code.

finding-e612-what = The lower limit is above the upper limit.
finding-e612-remedy = Change one of the two.

finding-e613-what = A question with rows stands inside a question with rows.
finding-e613-remedy = Put it beside the other question.

finding-e614-what = Nobody may see the answer.
finding-e614-remedy = Name at least one party under sees.

finding-e615-what = { $party } may see this answer, but not the rows it stands in.
finding-e615-remedy = Name this party at the question with rows too, or leave it out here.

finding-e616-what = Whoever receives the form may see none of the answers.
finding-e616-remedy = Name the receiver at the questions it needs, or change the receiver.

finding-e617-what = Version { $version } of this form is there already.
finding-e617-remedy = Give the new definition the next number.

finding-e618-what = Version { $version } may be started on the same days.
finding-e618-remedy = Let the older version end on the day before the newer one begins.

finding-e619-what = This is not a condition.
finding-e619-remedy = Write true, false, or a question with is, any_of, answered or has_rows, or not, all or any.

finding-w620-what = The question seems to ask about health: “{ $word }”.
finding-w620-remedy = Ask only what is needed for living. Change the question if it asks for medical facts.

finding-w621-what = A long answer is asked without the hint about medical facts.
finding-w621-remedy = Leave medical_hint out, so that the hint is shown.

finding-e651-what = “{ $found }” is not a length of time.
finding-e651-remedy = Write a number and a unit, such as 6 weeks. The units are working-days, days, weeks and months; the number is 1 to 999.

finding-e652-what = There is no step “{ $found }”. The nearest is “{ $nearest }”.
finding-e652-remedy = Correct the code, or add the step.

finding-e653-what = The step “{ $step }” is there twice. The first is on line { $first }.
finding-e653-remedy = Give one of the two another code.

finding-e654-what = The outcome “{ $outcome }” stands under “to” and under “end”.
finding-e654-remedy = Keep one of the two: the road goes on, or it ends.

finding-e655-what = No way leads to the step “{ $step }”.
finding-e655-remedy = Let an outcome of another step lead to it, or leave it out.

finding-e656-what = From the step “{ $step }” no end can be reached.
finding-e656-remedy = Let one of its outcomes, or one further on, lead to an end.

finding-e657-what = No way ends with “completed”: nobody would ever reach a home of their own.
finding-e657-remedy = Let the last step end with “completed”.

finding-e658-what = A step of this kind has no outcome “{ $found }”. It has: { $allowed }.
finding-e658-remedy = Choose one of these outcomes, or change the kind of the step.

finding-e659-what = The step “{ $step }” does not say where the outcome “{ $outcome }” leads.
finding-e659-remedy = Add the outcome under “to” or “end”.

finding-e660-what = “{ $need }” can never be there before the step “{ $step }”.
finding-e660-remedy = Leave the need out, or change the order of the steps.

finding-e661-what = There is a way to the step “{ $step }” on which “{ $need }” is not there. A file could get stuck.
finding-e661-remedy = Let every way to this step pass by it, or leave the need out.

finding-e662-what = From the step “{ $step }” one cannot go back to “{ $found }”: it does not come before.
finding-e662-remedy = Name an earlier step, or leave it out.

finding-e663-what = A decision is taken by the municipality, and here by “{ $found }”.
finding-e663-remedy = Make the municipality the owner, or choose another kind of step.

finding-e664-what = The decision in the step “{ $step }” has no term.
finding-e664-remedy = Add a term, such as 8 weeks.

finding-e665-what = The party “{ $party }” takes part in this step twice.
finding-e665-remedy = Leave it out of “involved”: the owner always takes part.

finding-e666-what = There is a way to the step “{ $step }” on which urgency was not granted, and the route asks that.
finding-e666-remedy = Let every way to this step pass by the decision, or set “urgency” to false.

finding-e667-what = The route asks urgency, and no step decides it.
finding-e667-remedy = Add a decision on urgency, or set “urgency” to false.

finding-e668-what = There is a way to the step “{ $step }” on which the test was not passed.
finding-e668-remedy = Let every way to this step pass by a step of the kind “test” with the outcome “met”.

finding-e669-what = There is a way to the step “{ $step }” on which the municipality has not decided.
finding-e669-remedy = Let every way to this step pass by the decision “definitive-urgency”.

finding-e670-what = The route has a conversion test, and no step converts the lease.
finding-e670-remedy = Add a step of the kind “conversion”, or set the test to “none”.

finding-e671-what = The step “{ $step }” belongs to a conversion, and the route has none.
finding-e671-remedy = Leave the step out, or say what the conversion asks.

finding-e672-what = In the step “{ $step }” nobody judges who stands apart from the support.
finding-e672-remedy = Make “third-person” the owner, or add it to “involved”.

finding-e673-what = There is a way to the step “{ $step }” on which no lease was signed.
finding-e673-remedy = Let every way to the keys pass by a lease.

finding-e674-what = Declining a home ends this route, and in the step “{ $step }” it goes on.
finding-e674-remedy = Put “declined” under “end”, or change the rule under “refusal”.

finding-e675-what = Declining a home does not end this route, and in the step “{ $step }” it does.
finding-e675-remedy = Put “declined” under “to”, or change the rule under “refusal”.

finding-e676-what = The step “{ $step }” is an evaluation, and the route does not say how often there is one.
finding-e676-remedy = Add “evaluation” with “first” and “every”.

finding-e677-what = The route says how often there is an evaluation, and no step is one.
finding-e677-remedy = Add a step of the kind “evaluation”, or leave “evaluation” out.

finding-e678-what = The person it is about cannot withdraw from this route.
finding-e678-remedy = Add “participant” to “may_withdraw”.

finding-e679-what = This route asks something that stands at odds with Housing First (“{ $conflict }”), and does not say why.
finding-e679-remedy = Add it under “explained”, with the reason of the partners.

finding-e680-what = Under “explained” stands “{ $conflict }”, which this route does not ask or which was explained before.
finding-e680-remedy = Leave it out.

finding-e681-what = This version of the route is in “{ $other }” too.
finding-e681-remedy = Give one of the two another version, or leave one out.

finding-e682-what = This version and the one in “{ $other }” are in force on the same day.
finding-e682-remedy = Give the older one an end (“until”) before the newer one begins (“from”).

finding-e683-what = “{ $found }” is not a form with a version.
finding-e683-remedy = Write the code of the form, with or without a slash and the number of the version: omslag-match/1.
