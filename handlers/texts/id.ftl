# Every word a person reads (id). The keys are the same in all three files; a test compares them.
