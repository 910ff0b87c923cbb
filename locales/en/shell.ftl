# The page itself: header, menu, messages, forms, tables.
