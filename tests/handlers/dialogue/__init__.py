"""The dialogue engine and its questions, apart from any channel and database."""
