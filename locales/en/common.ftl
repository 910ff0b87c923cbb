# Words that come back everywhere.

language-nl = Nederlands
language-en = English

date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-moment = { $date } at { $time }
list-and = { $first } and { $last }

place-street = { $street } ({ $area })
place-complex = complex { $name }

answer-yes = Yes
answer-no = No
answer-unknown = Not known yet

text-error-empty = Fill this in.
text-error-too-long = This is { $length } characters. There is room for { $most }.
text-error-control = There is a character here that cannot be seen. Type the text again.
code-error-character = The character ‘{ $character }’ cannot be used here. Use letters, digits and the characters - _ . / :
cents-error-negative = An amount cannot be below zero.
cents-error-too-large = This amount is above one million euro.

filter-all = All
filter-do = Show
filter-clear = Clear the filters
choose = Make a choice
cancel = Cancel
