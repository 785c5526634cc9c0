"""Facts: the tables, the queries by subject and the migrations. Knows nothing of what is said or sent."""
