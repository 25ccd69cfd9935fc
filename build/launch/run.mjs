// @ts-check
import { spawn } from 'node:child_process'

/**
 * How a command ended. `spawnError` is set when it could not be started at all.
 * @typedef {{ code: number, output: string, timedOut: boolean, spawnError?: string }} Ended
 */

/**
 * Ends a command and, where there are process groups, all that it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} leadsGroup
 */
const killAll = (child, leadsGroup) => {
  if (!leadsGroup || child.pid === undefined) {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The whole group is gone already.
  }
}

/**
 * Runs a command to its end and collects what it prints. With a time limit it leads a process group of its own,
 * and nothing of it outlives the limit or our own exit.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean }} [options]
 * @returns {Promise<Ended>}
 */
export const run = (command, args, { cwd, env = process.env, limitMs, shell = false } = {}) =>
  new Promise((resolve) => {
    const leadsGroup = limitMs !== undefined && process.platform !== 'win32'
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env,
      shell,
      detached: leadsGroup,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))

    let timedOut = false
    const end = () => killAll(child, leadsGroup)
    process.on('exit', end)
    const limit = limitMs
      ? setTimeout(() => {
          timedOut = true
          end()
        }, limitMs)
      : undefined
    /** @param {number} code @param {string} [spawnError] */
    const finish = (code, spawnError) => {
      clearTimeout(limit)
      process.off('exit', end)
      const output = Buffer.concat(chunks).toString('utf8')
      resolve({ code, output, timedOut, ...(spawnError === undefined ? {} : { spawnError }) })
    }
    child.on('error', (error) => finish(127, error.message))
    child.on('close', (code) => finish(code ?? 1))
  })
