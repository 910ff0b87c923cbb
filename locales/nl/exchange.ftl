# Inlezen van bestanden.
