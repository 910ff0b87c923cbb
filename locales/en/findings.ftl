# Findings of reading files.
