// @ts-check
import readline from 'node:readline/promises'

/**
 * Asks on a terminal; where nobody can answer (a pipe, CI), says so.
 * @param {string} question
 * @returns {Promise<'yes' | 'no' | 'nobody to ask'>}
 */
export const confirm = async (question) => {
  if (!process.stdin.isTTY || !process.stderr.isTTY || process.env.CI) return 'nobody to ask'
  const lines = readline.createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = (await lines.question(`earmark: ${question} [Y/n] `)).trim().toLowerCase()
    return answer === '' || answer === 'y' || answer === 'yes' ? 'yes' : 'no'
  } finally {
    lines.close()
  }
}
