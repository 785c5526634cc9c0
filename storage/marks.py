"""The signs that give a stored word its part: agreed between the seed files and those who read the tables."""

from __future__ import annotations

HINT = "~"  # in Category.keywords: the word only points to the category
URGENT = "!"  # in Category.keywords: what is said with these words cannot wait for the office to open
CALM = "!"  # in EmergencyNumber.words: the words show that there is no emergency
