# Woorden die overal terugkomen.

language-nl = Nederlands
language-en = English

date-month-1 = januari
date-month-2 = februari
date-month-3 = maart
date-month-4 = april
date-month-5 = mei
date-month-6 = juni
date-month-7 = juli
date-month-8 = augustus
date-month-9 = september
date-month-10 = oktober
date-month-11 = november
date-month-12 = december
date-moment = { $date } om { $time } uur
list-and = { $first } en { $last }

place-street = { $street } ({ $area })
place-complex = complex { $name }

answer-yes = Ja
answer-no = Nee
answer-unknown = Weten we nog niet

text-error-empty = Vul dit in.
text-error-too-long = Dit zijn { $length } tekens. Er passen er { $most }.
text-error-control = Hier staat een teken dat niet zichtbaar is. Typ de tekst opnieuw.
code-error-character = Het teken ‘{ $character }’ kan hier niet. Gebruik letters, cijfers en de tekens - _ . / :
cents-error-negative = Een bedrag kan niet lager zijn dan nul.
cents-error-too-large = Dit bedrag is hoger dan een miljoen euro.

filter-all = Alles
filter-do = Toon
filter-clear = Wis de filters
choose = Maak een keuze
cancel = Annuleren
