# Every word a person reads (en). The keys are the same in all three files; a test compares them.
