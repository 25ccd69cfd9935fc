/**
 * What the page writes of the person's is over when it is on the disk, until the second home has taken something; a
 * worker writes what the service can give again, or what the second home holds.
 */
let onTheDisk = typeof document !== 'undefined'

/**
 * Tells whether the second home takes what is written. While it does, it is what outlives a power failure: nothing is
 * called saved before it is flushed there, and what the database lost comes back from it at the next start. For the
 * database to wait for the disk as well would double the time of each key stroke, and make nothing safer.
 */
export function secondHomeTakes(takes: boolean): void {
  onTheDisk = !takes && typeof document !== 'undefined'
}

/** For a transaction that writes rows of the person's. */
export function durabilityNow(): 'strict' | 'relaxed' {
  return onTheDisk ? 'strict' : 'relaxed'
}
