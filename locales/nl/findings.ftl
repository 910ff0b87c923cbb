# Wat er bij het lezen van een bestand naar boven komt: wat het is, en wat te doen.

finding-e101-what = Het bestand is leeg.
finding-e101-remedy = Kies het juiste bestand, of maak de export opnieuw.

finding-e102-what = Regel { $line } is geen UTF-8. Het lijkt Windows-1252: “{ $likely }”.
finding-e102-remedy = Sla het bestand op als ‘CSV UTF-8’ en importeer het opnieuw.

finding-e103-what = Het bestand begint als UTF-16, maar is beschadigd.
finding-e103-remedy = Sla het bestand op als ‘CSV UTF-8’ en importeer het opnieuw.

finding-e104-what = Letters zijn eerder beschadigd ({ $damage }): “{ $found }”. Het was waarschijnlijk “{ $likely }”.
finding-e104-remedy = Exporteer het bestand opnieuw met de juiste letters, of verbeter de cel. Er verandert niets vanzelf.

finding-e105-what = Er is een letter verloren gegaan: “{ $found }”.
finding-e105-remedy = Zoek op wat er moet staan en verbeter de cel.

finding-e106-what = De kolom “{ $name }” ontbreekt.
finding-e106-remedy = Zet de kolom in de eerste rij. De pagina over formaten noemt alle kolommen.

finding-w107-what = De kolom “{ $name }” is onbekend en wordt niet gebruikt. De bekende naam die erop lijkt is “{ $nearest }”.
finding-w107-remedy = Verbeter de naam, of laat de kolom weg.

finding-e108-what = De kolom “{ $name }” staat er twee keer.
finding-e108-remedy = Bewaar één van de twee.

finding-e109-what = De rij heeft { $found } cellen, de eerste rij heeft er { $expected }.
finding-e109-remedy = Zoek een scheidingsteken te veel of te weinig, of een tekst die tussen aanhalingstekens moet.

finding-e110-what = Een aanhalingsteken is niet gesloten, of staat op de verkeerde plek.
finding-e110-remedy = Sluit het aanhalingsteken. Schrijf het binnen een tekst twee keer.

finding-e111-what = Het jaar van de cijfers is niet bekend.
finding-e111-remedy = Voeg een kolom ‘year’ toe, of zet het jaar in de naam van het bestand.

finding-e201-what = De cel is leeg.
finding-e201-remedy = Vul de cel in.

finding-e202-what = De code “{ $found }” bevat “{ $character }”. Dat mag niet.
finding-e202-remedy = Gebruik alleen letters, cijfers en - _ . / :

finding-e203-what = De tekst heeft { $length } tekens. Er mogen er { $most } in.
finding-e203-remedy = Maak de tekst korter.

finding-e204-what = De tekst bevat een teken dat niet te zien is.
finding-e204-remedy = Typ de tekst opnieuw.

finding-e205-what = “{ $found }” is geen datum.
finding-e205-remedy = Schrijf de datum als 2026-05-01 of 1-5-2026.

finding-e206-what = { $date } is later dan { $today }.
finding-e206-remedy = Verbeter de datum. Deze dag kan niet in de toekomst liggen.

finding-e207-what = { $date } is te lang geleden of te ver weg.
finding-e207-remedy = Verbeter het jaar.

finding-e208-what = “{ $found }” is geen getal.
finding-e208-remedy = Schrijf alleen cijfers.

finding-e209-what = { $found } ligt niet tussen { $least } en { $most }.
finding-e209-remedy = Verbeter het getal.

finding-e210-what = “{ $found }” is geen ja en geen nee.
finding-e210-remedy = Schrijf ja of nee, of laat de cel leeg als nog niemand het heeft gevraagd.

finding-e211-what = “{ $found }” is niet een van de woorden die mogen.
finding-e211-remedy = Kies een van deze woorden: { $allowed }.

finding-e212-what = “{ $found }” is geen bedrag.
finding-e212-remedy = Schrijf het bedrag als 612,50 of 612.50.

finding-e213-what = { $date } is eerder dan { $earlier } in de kolom “{ $other }”. Dat kan niet.
finding-e213-remedy = Verbeter een van de twee datums.

finding-e214-what = Deze cel moet ingevuld zijn, omdat in de kolom “{ $other }” “{ $value }” staat.
finding-e214-remedy = Vul de cel in, of verander de andere kolom.

finding-w215-what = Deze cel wordt niet gebruikt, omdat in de kolom “{ $other }” “{ $value }” staat.
finding-w215-remedy = Maak de cel leeg, of verander de andere kolom.

finding-e216-what = De rij noemt niet precies één plek.
finding-e216-remedy = Vul een gebied in, of een gebied met een straat, of een complex.

finding-e217-what = Het minimum { $lower } is hoger dan het maximum { $upper }.
finding-e217-remedy = Verbeter een van de twee.

finding-e218-what = “{ $found }” is geen postcode.
finding-e218-remedy = Schrijf vier cijfers en twee letters, zoals 1013AB.

finding-e219-what = “{ $found }” is geen BAG-nummer.
finding-e219-remedy = Schrijf alle zestien cijfers. Houd een nul vooraan.

finding-e220-what = “{ $key }” staat er al, in rij { $first }.
finding-e220-remedy = Bewaar één van de twee rijen.

finding-e221-what = “{ $found }” bestaat niet in “{ $kind }”.
finding-e221-remedy = Verbeter de code, of importeer eerst “{ $kind }”.

finding-e222-what = “{ $key }” is in rij { $first } anders beschreven.
finding-e222-remedy = Zorg dat beide rijen hetzelfde zeggen.

finding-e223-what = De woning ligt in “{ $neighbourhood }”, maar het complex “{ $complex }” niet.
finding-e223-remedy = Verbeter de buurt of het complex. De buurt mag leeg blijven.
finding-e224-what = Het huishouden “{ $found }” zou met zichzelf samen verhuizen.
finding-e224-remedy = Vul twee verschillende dossiers in.
finding-e225-what = Groep “{ $key }” is hier beschreven op dagen waarop rij { $first } de groep ook beschrijft.
finding-e225-remedy = Laat de ene eindigen (valid_until) op de dag vóór de andere begint (valid_from).

finding-e301-what = Het bestand is geen geldige JSON. Het gaat mis in regel { $line }, teken { $position }.
finding-e301-remedy = Exporteer het kaartbestand opnieuw als GeoJSON.

finding-e302-what = Het bestand is geen verzameling van kaartvlakken.
finding-e302-remedy = Kies een GeoJSON-bestand met een FeatureCollection.

finding-e303-what = { $x }, { $y } is geen lengtegraad en breedtegraad.
finding-e303-remedy = Zet het kaartbestand om naar WGS84 (EPSG:4326) en importeer het opnieuw.

finding-e304-what = Ring { $ring } eindigt niet waar hij begon.
finding-e304-remedy = Herstel het vlak in het kaartprogramma.

finding-e305-what = Ring { $ring } heeft { $points } punten. Het moeten er minstens vier zijn.
finding-e305-remedy = Herstel het vlak in het kaartprogramma.

finding-e306-what = Het gebied heeft geen vlak.
finding-e306-remedy = Exporteer het kaartbestand opnieuw, met vlakken.

finding-e307-what = De vorm is een { $found }, geen vlak.
finding-e307-remedy = Gebruik Polygon of MultiPolygon.

finding-e308-what = Het gebied heeft geen code die we kennen.
finding-e308-remedy = Gebruik code, name en level, of de codes van CBS of Amsterdam.

finding-e309-what = “{ $code }” zou in “{ $parent }” liggen, maar dat is niet groter.
finding-e309-remedy = Verbeter het niveau of het gebied erboven.

finding-w310-what = Gebied “{ $code }” heeft geen naam. De code staat ervoor in de plaats.
finding-w310-remedy = Zet een naam in het bestand.

finding-w311-what = “{ $code }” ligt in “{ $one }” en ook in “{ $other }”. Het komt onder het gebied dat beide bevat.
finding-w311-remedy = Niets, als dit klopt. Aantallen voor “{ $one }” en “{ $other }” tellen “{ $code }” dan niet mee.

finding-e401-what = Het bestand “{ $name }” ontbreekt.
finding-e401-remedy = Zet het bestand in de map.

finding-w402-what = Het bestand “{ $name }” wordt niet gebruikt.
finding-w402-remedy = Verbeter de naam, of haal het uit de map.

finding-e403-what = Het bestand is geen geldige TOML. Het gaat mis in regel { $line }.
finding-e403-remedy = Verbeter de regel. Schrijf op elke regel één naam = waarde.

finding-e404-what = De naam “{ $name }” ontbreekt.
finding-e404-remedy = Voeg een regel met deze naam toe.

finding-e405-what = De naam “{ $name }” is onbekend. Het meest lijkt “{ $nearest }”.
finding-e405-remedy = Verbeter de naam, of laat de regel weg.

finding-e406-what = De doelgroep “{ $group }” heeft geen aantallen voor { $year }.
finding-e406-remedy = Zet een rij voor deze doelgroep en dit jaar bij de aantallen per doelgroep, of verbeter de doelgroep.

finding-e407-what = Gebied “{ $code }” ligt via andere gebieden in zichzelf.
finding-e407-remedy = Verbeter bij een van deze gebieden het gebied erboven.

finding-e408-what = Woning “{ $dwelling }” wordt twee keer aangeboden.
finding-e408-remedy = Bewaar één open aanbod per woning.

finding-e409-what = “{ $found }” zit niet in deze ronde.
finding-e409-remedy = Laat de rij weg, of verbeter de code.

finding-e412-what = Dossier { $reference } is opzij gelegd: het gaat over dezelfde persoon als { $kept }.
finding-e412-remedy = Lever dit aan bij { $kept }, of haal de twee dossiers eerst weer uit elkaar.
finding-e413-what = Doelgroep “{ $group }” is er op { $days }: niet vandaag, en niet op { $since }, toen deze persoon begon te wachten.
finding-e413-remedy = Kies een groep die er is, verbeter de dag waarop het wachten begon, of laat de programmamanager de dagen van de groep wijzigen bij Sturing.
finding-w410-what = Dit is heel waarschijnlijk dezelfde persoon als { $other }.
finding-w410-remedy = Kijk of deze persoon al een dossier heeft. Zo ja: gebruik { $other } als kenmerk. Zo nee: u hoeft niets te doen; de plaatsingscoördinator wordt gevraagd te kijken.
finding-w411-what = Dit is misschien dezelfde persoon als { $other }.
finding-w411-remedy = Kijk of deze persoon al een dossier heeft. Zo ja: gebruik { $other } als kenmerk. Zo nee: u hoeft niets te doen; de plaatsingscoördinator wordt gevraagd te kijken.

finding-e501-what = Het bestand is geen geldige JSON. Het gaat mis in regel { $line }, teken { $position }.
finding-e501-remedy = Maak het bestand opnieuw met het programma waar het uit komt.

finding-e502-what = Het ingepakte bestand houdt halverwege op.
finding-e502-remedy = Kopieer of download het bestand opnieuw.

finding-e503-what = Het ingepakte bestand is beschadigd.
finding-e503-remedy = Kopieer of download het bestand opnieuw.

finding-e504-what = Het bestand bevat meer dan { $most } MiB tekst. Zo veel wordt niet gelezen.
finding-e504-remedy = Kijk of dit het juiste bestand is. Verdeel de vraag anders in delen.

finding-e505-what = Het bestand was niet tot het eind te lezen: { $cause }
finding-e505-remedy = Probeer het opnieuw, of kopieer het bestand eerst naar een andere schijf.

finding-e506-what = Het veld “{ $name }” ontbreekt.
finding-e506-remedy = Voeg het veld toe. De pagina over het formaat noemt alle velden.

finding-w507-what = Het veld “{ $name }” is onbekend en wordt niet gebruikt.
finding-w507-remedy = Verbeter de naam, of laat het veld weg.

finding-e508-what = Het veld “{ $name }” staat er twee keer.
finding-e508-remedy = Bewaar één van de twee.

finding-e509-what = Hier staat geen lijst.
finding-e509-remedy = Schrijf de waarden tussen vierkante haken, met komma's ertussen.

finding-e510-what = Hier staan geen velden met een naam.
finding-e510-remedy = Schrijf namen en waarden tussen accolades.

finding-e511-what = “{ $found }” is geen tekst.
finding-e511-remedy = Schrijf de tekst tussen aanhalingstekens.

finding-e512-what = De lijst heeft { $found } waarden. Het moeten er { $expected } zijn.
finding-e512-remedy = Geef er één waarde voor elk, of verbeter het aantal in ‘counts’.

finding-e513-what = Er zijn { $found } paren. Volgens de opgave zijn het er { $expected }.
finding-e513-remedy = Kijk of het bestand met paren heel is, en bij deze opgave hoort.

finding-e514-what = Hier staat “{ $found }”. Alleen “{ $expected }” kan worden gelezen.
finding-e514-remedy = Kijk of dit het juiste bestand is.

finding-e515-what = Er is nog meer mis. Alleen de eerste { $told } bevindingen staan er.
finding-e515-remedy = Verbeter deze eerst, en probeer het opnieuw.

finding-e516-what = “{ $found }” is geen eenheid van prijzen.
finding-e516-remedy = Schrijf 1/ en een heel getal boven nul, zoals 1/8.

finding-e517-what = De opgave is te groot. Er kunnen hoogstens { $most } mensen zijn, en even zo veel woningen, groepen en gebieden samen.
finding-e517-remedy = Verdeel de vraag in delen.

finding-e601-what = Hier staat een { $found }. Het moet een { $expected } zijn.
finding-e601-remedy = Schrijf een { $expected }. Op de pagina over dit formaat staan voorbeelden.

finding-e602-what = Er zijn geen woorden in de taal ‘{ $language }’.
finding-e602-remedy = Zet de woorden in deze taal erbij. Beide talen zijn nodig.

finding-e603-what = ‘{ $found }’ kan niet de sleutel van een vraag zijn.
finding-e603-remedy = Gebruik kleine letters, cijfers en streepjes. Begin met een letter en gebruik hoogstens 40 tekens.

finding-e604-what = Het formulier heeft geen vragen.
finding-e604-remedy = Voeg een deel toe met minstens één vraag.

finding-e605-what = Twee vragen hebben de sleutel ‘{ $key }’.
finding-e605-remedy = Geef een van de twee een andere sleutel. Een sleutel binnen rijen telt ook mee.

finding-e606-what = Er is geen vraag ‘{ $key }’ om naar te kijken.
finding-e606-remedy = Noem een vraag van dit formulier, of een uit dezelfde rij.

finding-e607-what = De vraag ‘{ $key }’ heeft nooit het antwoord ‘{ $value }’.
finding-e607-remedy = Noem een van de keuzes, of yes of no.

finding-e608-what = De antwoorden op ‘{ $key }’ kun je niet zo vergelijken.
finding-e608-remedy = Vergelijk alleen keuzes en ja of nee. Tel alleen rijen bij een vraag met rijen.

finding-e609-what = Deze vragen wachten op elkaar: { $keys }.
finding-e609-remedy = Haal een van de voorwaarden weg.

finding-e610-what = Er is te weinig om uit te kiezen.
finding-e610-remedy = Voeg keuzes toe. Een vraag met één antwoord heeft er minstens twee nodig.

finding-e611-what = De keuze ‘{ $code }’ staat er twee keer.
finding-e611-remedy = Geef een van de twee een andere code.

finding-e612-what = De ondergrens ligt boven de bovengrens.
finding-e612-remedy = Verander een van de twee.

finding-e613-what = Een vraag met rijen staat binnen een vraag met rijen.
finding-e613-remedy = Zet de vraag naast de andere vraag.

finding-e614-what = Niemand mag het antwoord zien.
finding-e614-remedy = Noem minstens één partij bij sees.

finding-e615-what = { $party } mag dit antwoord zien, maar niet de rijen waar het in staat.
finding-e615-remedy = Noem deze partij ook bij de vraag met rijen, of laat die hier weg.

finding-e616-what = Wie het formulier ontvangt, mag geen van de antwoorden zien.
finding-e616-remedy = Noem de ontvanger bij de vragen die nodig zijn, of kies een andere ontvanger.

finding-e617-what = Versie { $version } van dit formulier is er al.
finding-e617-remedy = Geef de nieuwe versie het volgende nummer.

finding-e618-what = Op dezelfde dagen mag ook versie { $version } beginnen.
finding-e618-remedy = Laat de oudere versie stoppen op de dag voordat de nieuwere begint.

finding-e619-what = Dit is geen voorwaarde.
finding-e619-remedy = Schrijf true, false, of een vraag met is, any_of, answered of has_rows, of not, all of any.

finding-w620-what = De vraag lijkt over gezondheid te gaan: ‘{ $word }’.
finding-w620-remedy = Vraag alleen wat nodig is voor het wonen. Verander de vraag als die naar medische gegevens vraagt.

finding-w621-what = Er wordt een lang antwoord gevraagd zonder de hint over medische gegevens.
finding-w621-remedy = Laat medical_hint weg, dan staat de hint erbij.

finding-e651-what = “{ $found }” is geen tijdsduur.
finding-e651-remedy = Schrijf een getal en een eenheid, zoals 6 weeks. De eenheden zijn working-days, days, weeks en months; het getal is 1 tot en met 999.

finding-e652-what = Er is geen stap “{ $found }”. Het meest lijkt “{ $nearest }”.
finding-e652-remedy = Verbeter de code, of voeg de stap toe.

finding-e653-what = De stap “{ $step }” staat er twee keer in. De eerste staat op regel { $first }.
finding-e653-remedy = Geef een van de twee een andere code.

finding-e654-what = De uitkomst “{ $outcome }” staat bij “to” én bij “end”.
finding-e654-remedy = Houd er één over: de weg gaat verder, of de weg eindigt.

finding-e655-what = Naar de stap “{ $step }” leidt geen enkele weg.
finding-e655-remedy = Laat een uitkomst van een andere stap ernaartoe leiden, of laat de stap weg.

finding-e656-what = Vanaf de stap “{ $step }” is geen einde te bereiken.
finding-e656-remedy = Laat een van de uitkomsten, hier of verderop, naar een einde leiden.

finding-e657-what = Geen enkele weg eindigt met “completed”: niemand zou ooit een eigen woning bereiken.
finding-e657-remedy = Laat de laatste stap eindigen met “completed”.

finding-e658-what = Een stap van deze soort heeft geen uitkomst “{ $found }”. Wel: { $allowed }.
finding-e658-remedy = Kies een van deze uitkomsten, of verander de soort van de stap.

finding-e659-what = De stap “{ $step }” zegt niet waar de uitkomst “{ $outcome }” naartoe leidt.
finding-e659-remedy = Zet de uitkomst bij “to” of bij “end”.

finding-e660-what = “{ $need }” kan er nooit zijn vóór de stap “{ $step }”.
finding-e660-remedy = Laat deze voorwaarde weg, of verander de volgorde van de stappen.

finding-e661-what = Er is een weg naar de stap “{ $step }” waarop “{ $need }” er niet is. Een dossier kan dan vastlopen.
finding-e661-remedy = Laat elke weg naar deze stap erlangs gaan, of laat de voorwaarde weg.

finding-e662-what = Vanaf de stap “{ $step }” kunt u niet terug naar “{ $found }”: die komt er niet vóór.
finding-e662-remedy = Noem een eerdere stap, of laat deze weg.

finding-e663-what = Een besluit is van de gemeente, en hier van “{ $found }”.
finding-e663-remedy = Maak de gemeente eigenaar, of kies een andere soort stap.

finding-e664-what = Het besluit in de stap “{ $step }” heeft geen termijn.
finding-e664-remedy = Voeg een termijn toe, zoals 8 weeks.

finding-e665-what = De partij “{ $party }” doet twee keer mee in deze stap.
finding-e665-remedy = Laat de partij weg bij “involved”: de eigenaar doet altijd mee.

finding-e666-what = Er is een weg naar de stap “{ $step }” zonder dat urgentie is toegekend, en de route vraagt dat wel.
finding-e666-remedy = Laat elke weg naar deze stap langs het besluit gaan, of zet “urgency” op false.

finding-e667-what = De route vraagt urgentie, en geen enkele stap besluit daarover.
finding-e667-remedy = Voeg een besluit over urgentie toe, of zet “urgency” op false.

finding-e668-what = Er is een weg naar de stap “{ $step }” zonder dat de toets is gehaald.
finding-e668-remedy = Laat elke weg naar deze stap langs een stap van de soort “test” gaan, met de uitkomst “met”.

finding-e669-what = Er is een weg naar de stap “{ $step }” zonder besluit van de gemeente.
finding-e669-remedy = Laat elke weg naar deze stap langs het besluit “definitive-urgency” gaan.

finding-e670-what = De route heeft een omklaptoets, en geen enkele stap klapt de huur om.
finding-e670-remedy = Voeg een stap van de soort “conversion” toe, of zet de toets op “none”.

finding-e671-what = De stap “{ $step }” hoort bij een omklap, en die heeft de route niet.
finding-e671-remedy = Laat de stap weg, of zeg wat de omklap vraagt.

finding-e672-what = In de stap “{ $step }” oordeelt niemand die losstaat van de begeleiding.
finding-e672-remedy = Maak “third-person” eigenaar, of zet die bij “involved”.

finding-e673-what = Er is een weg naar de stap “{ $step }” zonder dat er een huurcontract is getekend.
finding-e673-remedy = Laat elke weg naar de sleutels langs een huurcontract gaan.

finding-e674-what = Een woning weigeren beëindigt deze route, en in de stap “{ $step }” gaat het door.
finding-e674-remedy = Zet “declined” bij “end”, of verander de regel bij “refusal”.

finding-e675-what = Een woning weigeren beëindigt deze route niet, en in de stap “{ $step }” wel.
finding-e675-remedy = Zet “declined” bij “to”, of verander de regel bij “refusal”.

finding-e676-what = De stap “{ $step }” is een evaluatie, en de route zegt niet hoe vaak die er is.
finding-e676-remedy = Voeg “evaluation” toe met “first” en “every”.

finding-e677-what = De route zegt hoe vaak er een evaluatie is, en geen enkele stap is er een.
finding-e677-remedy = Voeg een stap van de soort “evaluation” toe, of laat “evaluation” weg.

finding-e678-what = De persoon om wie het gaat kan zich niet uit deze route terugtrekken.
finding-e678-remedy = Zet “participant” bij “may_withdraw”.

finding-e679-what = Deze route vraagt iets wat schuurt met Housing First (“{ $conflict }”), en zegt niet waarom.
finding-e679-remedy = Zet het bij “explained”, met de reden van de partners.

finding-e680-what = Bij “explained” staat “{ $conflict }”. Dat vraagt deze route niet, of het is al uitgelegd.
finding-e680-remedy = Laat dit weg.

finding-e681-what = Deze versie van de route staat ook in “{ $other }”.
finding-e681-remedy = Geef een van de twee een ander versienummer, of laat er een weg.

finding-e682-what = Deze versie en die in “{ $other }” gelden op dezelfde dag.
finding-e682-remedy = Geef de oudste een einde (“until”) vóór het begin (“from”) van de nieuwste.

finding-e683-what = “{ $found }” is geen formulier met een versie.
finding-e683-remedy = Schrijf de code van het formulier, met of zonder een schuine streep en het nummer van de versie: omslag-match/1.
