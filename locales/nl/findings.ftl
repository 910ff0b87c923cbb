# Bevindingen bij het inlezen van bestanden.
