steering-rule-proportional = wat over is naar verhouding van wat wordt verwacht
steering-rule-equal-helped = in elke groep hetzelfde deel geholpen
steering-rule-equal-wait = in elke groep even lang wachten
steering-rule-floors-first = eerst de ondergrenzen, dan naar verhouding van wat wordt verwacht

steering-bound-free = volgens de regel
steering-bound-floor = ondergrens
steering-bound-realised = al gegeven
steering-bound-ceiling = bovengrens
steering-bound-nobody = niemand meer over

# $homes, $realised, $lower and $more are numbers of homes; $people and $waiting are people.
steering-share-proportional = { $group } krijgt { $homes }: { $realised } zijn al gegeven, en daar komen er { $more } bij, naar verhouding van de { $people } mensen die worden verwacht.
steering-share-equal-helped = { $group } krijgt { $homes } voor de { $people } mensen die worden verwacht: { $percent } van hen, zoals in elke groep die geen grens tegenhoudt of optilt.
steering-share-equal-wait = { $group } krijgt { $homes }: { $realised } zijn al gegeven, en daar komen er { $more } bij voor de { $waiting } mensen die nog geholpen moeten worden. Zo wachten zij even lang als in andere groepen.
steering-share-floors-first = { $group } krijgt { $homes }: eerst { $lower }, de ondergrens of wat al is gegeven, en daar komen er { $more } bij naar verhouding van de { $people } mensen die worden verwacht.
steering-share-floor = { $group } krijgt { $homes }: dat is de ondergrens. Met de regel alleen zouden het er minder zijn.
steering-share-realised = { $group } krijgt { $homes }: zoveel zijn er al gegeven, en daar gaat niets van af. Met de regel alleen zouden het er minder zijn.
steering-share-ceiling = { $group } krijgt { $homes }: dat is de bovengrens. Met de regel alleen zouden het er meer zijn.
steering-share-nobody = { $group } krijgt { $homes }: daar wordt niemand meer verwacht, dus de regel geeft niets extra.

steering-fault-no-groups = Er staat geen groep in het bestand. Zet elke groep op een eigen regel.
steering-fault-twice = Groep { $group } staat er twee keer. Laat voor elke groep één regel staan.
steering-fault-floor-above-ceiling = Groep { $group } heeft een ondergrens van { $floor } en een bovengrens van { $ceiling }. Verlaag de ondergrens of verhoog de bovengrens.
steering-fault-too-few = Ondergrenzen en woningen die al zijn gegeven vragen samen { $needed } woningen; er zijn er { $total }. Verdeel meer woningen of verlaag de ondergrenzen.
steering-fault-too-many = Er zijn { $total } woningen, en de groepen kunnen er hoogstens { $room } krijgen. Verhoog een bovengrens of verdeel minder woningen.
