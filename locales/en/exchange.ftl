# Reading files in.
