// @ts-check

/** A progress line. On stderr, so that what the app itself prints stays clean. @param {string} line */
export const say = (line) => {
  process.stderr.write(`earmark: ${line}\n`)
}

/** Something that ends the start for a reason a person can act on: printed without a stack trace. */
export class CannotGoOn extends Error {}

/**
 * Says what begins and how long it took, so that a long silence is never a riddle.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 */
export const withProgress = async (what, work) => {
  const startedMs = Date.now()
  say(`${what} …`)
  const beat = setInterval(() => say(`still at it after ${seconds(startedMs)}`), 20_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    say(`took ${seconds(startedMs)}`)
  }
}

/** @param {number} sinceMs */
const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`

/**
 * Runs a script's main function; a CannotGoOn becomes its sentence and exit code 1.
 * @param {() => Promise<number>} main resolves with the exit code
 */
export const runMain = async (main) => {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
