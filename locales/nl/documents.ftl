# Documenten van het dossier van een deelnemer.

document-kind-identity = Identiteitsbewijs
document-kind-income = Inkomensbewijs
document-kind-lease = Huurovereenkomst
document-kind-support = Begeleidingsovereenkomst
document-kind-decision = Beschikking
document-kind-signed-form = Ondertekend formulier
document-kind-home-photo = Foto van de woning
document-kind-other = Iets anders

document-file-pdf = pdf
document-file-jpeg = foto (jpeg)
document-file-png = afbeelding (png)
document-file-webp = afbeelding (webp)
document-file-tiff = scan (tiff)
document-file-docx = Word (docx)
document-file-odt = tekstdocument (odt)
document-file-xlsx = Excel (xlsx)
document-file-text = gewone tekst

document-state-in-quarantine = Nog niet gecontroleerd
document-state-released = Vrijgegeven
document-state-refused = Afgekeurd
document-standing-kept = In gebruik
document-standing-withdrawn = Ingetrokken
document-standing-erased = Gewist

document-scan-unreachable = De virusscanner is niet bereikbaar.
document-scan-too-late = De virusscanner deed er te lang over.
document-scan-no-answer = De virusscanner gaf geen duidelijk antwoord.
document-scan-too-large = Het bestand is te groot voor de virusscanner.

document-step-not-in-quarantine = Deze versie is al vrijgegeven of afgekeurd. Bekijk de pagina opnieuw.
document-step-withdrawn = Dit document is ingetrokken. Maak dat eerst ongedaan.
document-step-not-withdrawn = Alleen een ingetrokken document kunt u wissen of terughalen. Trek het eerst in.
document-step-erased = De inhoud van dit document is gewist. U kunt er niets meer aan veranderen.
document-step-too-wide = Dit soort document kunt u niet met zo veel partijen delen.

document-bytes = { $count } bytes
document-unfit-file = “{ $name }”: { $faults }
document-unfit-empty = Er staat niets in dit bestand. Kies een ander bestand.
document-unfit-too-large = Het bestand is te groot; er past hooguit { $most }. Scan het met een lagere kwaliteit of stuur het in delen.
document-unfit-no-room = De documenten van deze persoon zijn dan samen { $together }; er is plaats voor { $most }. Wis wat niet meer nodig is.
document-unfit-not-a-kind = Dit soort bestand nemen we niet aan. Bewaar het als pdf, foto, Word, odt, Excel of tekst (UTF-8) en stuur het opnieuw.
document-unfit-program = Dit is een programma. Programma's nemen we nooit aan.
document-unfit-markup = Dit is een webpagina of een tekening waar een programma in kan zitten. Maak er een pdf van en stuur die.
document-unfit-archive = Dit is een archief (zip of iets dergelijks). Pak het uit en stuur de bestanden los.
document-unfit-macro = In dit document zit een macro of een programma. Bewaar het als pdf of zonder macro's en stuur het opnieuw.
document-unfit-locked = Op dit document zit een wachtwoord. Bewaar het zonder wachtwoord en stuur het opnieuw.
document-unfit-broken = Het bestand is beschadigd of niet compleet. Bewaar of scan het opnieuw.
document-unfit-bomb = Uitgepakt zou dit bestand veel te groot worden. Maak er een pdf van en stuur die.
document-unfit-mismatch = De naam eindigt op .{ $ending }, maar het bestand is: { $found }. Geef het de juiste naam of kies het juiste bestand.

document-closed-being-checked = De virusscanner heeft dit bestand nog niet gecontroleerd. Probeer het later opnieuw.
document-closed-not-released = Niemand heeft dit bestand nog gecontroleerd. Tot iemand het vrijgeeft, kan alleen de organisatie die het toevoegde het openen.
document-closed-refused = Dit bestand is afgekeurd. Niemand kan het openen.
document-closed-of-before = Dit is van de zorgaanbieder die eerder begeleidde. Alleen die kan het lezen.
document-closed-erased = De inhoud van dit bestand is gewist.

hold-document-no-key = Deze installatie heeft geen sleutel voor documenten. Daarom kan er niets bewaard of geopend worden. De beheerder maakt er een met: sleutel documents new-key
hold-document-other-key = Dit document ligt onder sleutel { $key }, en die heeft deze installatie niet. Er is niets verloren. De beheerder zet die sleutel terug in het sleutelbestand.
hold-document-damaged = Dit document kan niet open: wat er is bewaard, is veranderd of niet compleet. De beheerder kan het terugzetten uit een reservekopie.
hold-document-not-adder = Alleen de organisatie die dit document toevoegde, kan dit doen.
hold-document-no-scanner = Er is geen virusscanner ingesteld. Noem hem met --scanner HOST:POORT.
fault-document-too-wide = Dit soort document mag u niet met zo veel partijen delen. Kies er minder.

documents-title = Documenten
documents-of = Documenten van { $reference }
documents-lead = Papieren en foto's die bij dit dossier horen.
documents-no-medical = Geen medische papieren. Niemand die hier beslist, mag daarom vragen of ze bewaren. Kreeg u er toch een? Geef het terug.
documents-add = Documenten toevoegen
documents-filter-kind = Soort
documents-filter-state = Stand
documents-filter-versions = Versies
documents-versions-all = Ook oudere versies
documents-versions-newest = Alleen de nieuwste
documents-none-title = Nog geen documenten
documents-none-text = Niemand heeft een document toegevoegd dat u kunt zien.
documents-none-found-title = Niets gevonden
documents-none-found-text = Geen enkel document past bij deze filters.
documents-column-kind = Wat
documents-column-file = Bestand
documents-column-state = Stand
documents-column-shared = Wie het ziet
documents-column-added = Toegevoegd
documents-column-do = Openen
documents-version = Versie { $number }
documents-open = Downloaden
documents-open-unchecked = Downloaden zonder controle
documents-to-file = Naar het dossier
documents-to-case = Naar de route
documents-to-quarantine = Wat op controle wacht
documents-shared-nobody = Alleen de zorgaanbieder
documents-shared-municipality = De zorgaanbieder en de gemeente
documents-shared-association = De zorgaanbieder en de corporatie
documents-shared-both = De zorgaanbieder, de gemeente en de corporatie

documents-add-title = Documenten toevoegen
documents-add-lead = U kunt er meer tegelijk toevoegen, van één soort. Is er één fout, dan bewaren we er geen. U leest hier dan wat u kunt doen.
documents-kind = Wat is het?
documents-kind-choose = Kies
documents-tie = Waar hoort het bij?
documents-tie-hint = Een stap, een formulier of een overeenkomst van dit dossier.
documents-tie-none = Alleen bij het dossier
documents-tie-step = Stap: { $name }
documents-tie-form = Formulier: { $name }
documents-tie-agreement = Overeenkomst: { $name }
documents-share = Wie mag het zien?
documents-share-hint = De zorgaanbieder en uw eigen organisatie zien het altijd. Een soort staat niet meer toe dan in de tabel hieronder.
documents-share-usual = Zoals gewoon is voor deze soort
documents-share-nobody = Niemand anders
documents-share-municipality = Ook de gemeente
documents-share-association = Ook de corporatie
documents-share-both = Ook de gemeente en de corporatie
documents-share-table = Wie welke soort ziet
documents-share-column-usual = Gewoonlijk
documents-share-column-most = Hooguit
documents-files = Bestanden
documents-files-hint = Pdf, foto (jpeg, png, webp), scan (tiff), Word, odt, Excel of tekst. Hooguit { $file } per stuk, { $count } tegelijk en { $request } samen. Alle documenten van één persoon: hooguit { $household }.
documents-files-again = Kies de bestanden opnieuw: een browser onthoudt ze niet.
documents-file-one = Bestand
documents-file-one-hint = Pdf, foto (jpeg, png, webp), scan (tiff), Word, odt, Excel of tekst. Hooguit { $file }.
documents-rule-scanner = Een virusscanner controleert eerst elk bestand. Tot die tijd kan niemand het openen.
documents-rule-person = Er is geen virusscanner. Tot iemand een bestand vrijgeeft, kan alleen uw eigen organisatie het openen, na een waarschuwing.
documents-send = Toevoegen
documents-sending = Bezig met sturen: { $percent }%
documents-added = { $count ->
    [one] Het document is toegevoegd.
   *[other] { $count } documenten zijn toegevoegd.
}

documents-facts = Over dit document
documents-fact-kind = Soort
documents-fact-by = Toegevoegd door
documents-fact-tie = Hoort bij
documents-fact-shared = Wie het ziet
documents-fact-standing = Stand
documents-withdrawn-by = Ingetrokken op { $when } door { $who }: { $why }
documents-erased-by = Gewist op { $when } door { $who }: { $why }
documents-versions = Versies
documents-version-why = Waarom: { $why }
documents-state-quarantine = Sinds { $when }.
documents-state-scanner-released = Gecontroleerd door de virusscanner op { $when }.
documents-state-person-released = Vrijgegeven op { $when } door { $who }: { $why }
documents-state-scanner-refused = De virusscanner vond { $why } op { $when }.
documents-state-person-refused = Afgekeurd op { $when } door { $who }: { $why }
documents-state-tries = { $count ->
    [one] De scanner is één keer gevraagd.
   *[other] De scanner is { $count } keer gevraagd.
}
documents-history = Wat er gebeurde en wie er keek
documents-did-added = Voegde versie { $number } toe
documents-did-opened = Downloadde versie { $number }
documents-did-looked = Bekeek het document
documents-did-scanner-released = De scanner vond niets in versie { $number }
documents-did-scanner-refused = De scanner keurde versie { $number } af
documents-did-released = Gaf versie { $number } vrij
documents-did-refused = Keurde versie { $number } af
documents-did-withdrawn = Trok het document in
documents-did-brought-back = Maakte het intrekken ongedaan
documents-did-erased = Wiste de inhoud
documents-did-shared = Veranderde wie het ziet

documents-do = Wat u kunt doen
documents-check-title = Versie { $number } controleren
documents-check-text = Geef alleen vrij wat u vertrouwt: u weet waar het vandaan komt of u heeft het zelf bekeken. Uw naam en reden worden bewaard.
documents-refuse-text = Is het toch niet goed? Als u het afkeurt, kan niemand deze versie meer openen.
documents-reason = Waarom?
documents-release = Vrijgeven
documents-refuse = Afkeuren
documents-refuse-title = Versie { $number } afkeuren
documents-replace = Nieuwe versie toevoegen
documents-replace-title = Nieuwe versie
documents-replace-lead = De oude versie blijft en kan nog steeds open.
documents-replace-why = Waarom is er een nieuwe versie?
documents-share-change = Veranderen wie het ziet
documents-share-do = Veranderen
documents-withdraw = Intrekken
documents-withdraw-title = Het document intrekken
documents-withdraw-text = Andere organisaties zien het dan niet meer. U kunt dit ongedaan maken.
documents-withdraw-why = Waarom?
documents-bring-back = Intrekken ongedaan maken
documents-erase = Voorgoed wissen
documents-erase-title = Het document wissen
documents-erase-text = De sleutel van dit document wordt weggegooid. Niemand kan het dan nog lezen. Dit kunt u niet ongedaan maken. Er blijft één regel: dat het er was en waarom het weg is.
documents-erase-ground = Op welke grond?
documents-erase-sure = Ik weet het zeker
documents-done-released = De versie is vrijgegeven.
documents-done-refused = De versie is afgekeurd.
documents-done-withdrawn = Het document is ingetrokken. Hieronder kunt u dat ongedaan maken.
documents-done-brought-back = Het intrekken is ongedaan gemaakt.
documents-done-erased = De inhoud van het document is gewist.
documents-done-shared = Wie het ziet, is veranderd.
documents-done-replaced = De nieuwe versie is toegevoegd.

documents-warning-title = Niemand heeft dit bestand gecontroleerd
documents-warning-text = In een bestand kan een virus zitten. Open het alleen als u weet van wie het komt en het verwachtte. Het wordt gedownload, niet getoond.
documents-warning-file = Bestand: { $name }
documents-warning-do = Toch downloaden
documents-warning-back = Terug naar het document

documents-quarantine-title = Documenten die op controle wachten
documents-quarantine-lead = Buiten de organisatie die het toevoegde kan niemand openen wat hier staat.
documents-quarantine-scanner = De virusscanner controleert vanzelf. Wat hij niet kon controleren, staat hier tot hij antwoordt of iemand beslist.
documents-quarantine-person = Er is geen virusscanner ingesteld. Iemand moet ze stuk voor stuk bekijken.
documents-quarantine-none-title = Er wacht niets
documents-quarantine-none-text = Alle documenten zijn gecontroleerd.
documents-quarantine-of = Deelnemer
documents-quarantine-from = Van
documents-quarantine-since = Sinds
documents-quarantine-do = Beslissen
nav-quarantine = Documenten controleren
