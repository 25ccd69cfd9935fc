/** Ends before it is done. */
process.exit(3)
