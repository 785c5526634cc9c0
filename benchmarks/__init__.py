"""How fast it is, beside what others reach, all measured in one run: ``make bench``."""
