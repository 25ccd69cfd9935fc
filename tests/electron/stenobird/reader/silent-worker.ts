/** Lives, and never says that it is ready. */
setInterval(() => undefined, 60_000)
