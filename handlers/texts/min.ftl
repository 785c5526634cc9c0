# Every word a person reads (min). The keys are the same in all three files; a test compares them.
