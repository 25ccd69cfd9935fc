// @ts-check

/** How many tests a step ran. @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {unknown} value */
const count = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** @param {string} json @returns {Record<string, unknown>} */
const readReport = (json) => {
  try {
    const report = JSON.parse(json)
    return typeof report === 'object' && report !== null ? report : {}
  } catch {
    return {}
  }
}

/** A tool that says yes or no with its exit code is one test. @param {number} exitCode @returns {Counts} */
export const checkCounts = (exitCode) =>
  exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

/** From Vitest's JSON reporter. @param {string} json @param {number} exitCode @returns {Counts} */
export const vitestCounts = (json, exitCode) => {
  const report = readReport(json)
  return settled(
    {
      passed: count(report.numPassedTests),
      failed: count(report.numFailedTests),
      skipped: count(report.numPendingTests) + count(report.numTodoTests),
    },
    exitCode,
  )
}

/** From Playwright's JSON reporter. A flaky test has failed once, so it failed. @param {string} json @param {number} exitCode @returns {Counts} */
export const playwrightCounts = (json, exitCode) => {
  const { stats } = readReport(json)
  const numbers = /** @type {Record<string, unknown>} */ (
    typeof stats === 'object' && stats !== null ? stats : {}
  )
  return settled(
    {
      passed: count(numbers.expected),
      failed: count(numbers.unexpected) + count(numbers.flaky),
      skipped: count(numbers.skipped),
    },
    exitCode,
  )
}

/**
 * The exit code has the last word: a file that did not load, an error outside any test or a run without tests
 * is a failure, whatever the report counted.
 * @param {Counts} counts
 * @param {number} exitCode
 */
const settled = (counts, exitCode) => {
  const ranNothing = counts.passed + counts.failed === 0
  return (exitCode !== 0 || ranNothing) && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** @param {readonly Counts[]} all @returns {Counts} */
export const sumCounts = (all) => {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) {
    sum.passed += counts.passed
    sum.failed += counts.failed
    sum.skipped += counts.skipped
  }
  return sum
}
