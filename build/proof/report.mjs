// @ts-check

/** @param {number} tookMs */
const seconds = (tookMs) => `${(tookMs / 1000).toFixed(1)} s`

/**
 * One line on how a step ended.
 * @param {string} name
 * @param {import('./run-step.mjs').StepResult} result
 */
export const stepLine = (name, { counts, tookMs }) => {
  const sign = counts.failed === 0 ? '✓' : '✗'
  const numbers = [
    `${counts.passed} passed`,
    ...(counts.failed ? [`${counts.failed} failed`] : []),
    ...(counts.skipped ? [`${counts.skipped} skipped`] : []),
  ]
  return `${sign} ${name.padEnd(30)} ${seconds(tookMs).padStart(8)}   ${numbers.join(', ')}`
}

/** A failed step's whole output, marked off from what is around it. @param {string} name @param {string} output */
export const failedOutput = (name, output) => {
  const rule = '─'.repeat(20)
  return `${rule} ${name} ${rule}\n${output.trimEnd()}\n${rule} end of ${name} ${rule}`
}
