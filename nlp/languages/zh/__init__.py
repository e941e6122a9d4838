"""Chinese (Traditional and Simplified), as data, written in Simplified; stages match on simplified copies."""
