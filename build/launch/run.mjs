// @ts-check
import { spawn } from 'node:child_process'

/**
 * How a command ended. `spawnError` is set when it could not be started at all.
 * @typedef {{ code: number, output: string, timedOut: boolean, spawnError?: string }} Ended
 */

/**
 * Runs a command to its end. Its output is collected, and shown live too where `live` is set.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, live?: boolean, shell?: boolean }} [options]
 * @returns {Promise<Ended>}
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    /** @type {Buffer[]} */
    const chunks = []
    let timedOut = false
    for (const [stream, sink] of /** @type {const} */ ([
      [child.stdout, process.stderr],
      [child.stderr, process.stderr],
    ])) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        chunks.push(chunk)
        if (options.live) sink.write(chunk)
      })
    }
    const limit = options.limitMs
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.limitMs)
      : undefined
    const output = () => Buffer.concat(chunks).toString('utf8')
    child.on('error', (error) => {
      clearTimeout(limit)
      resolve({ code: 127, output: output(), timedOut, spawnError: error.message })
    })
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve({ code: code ?? 1, output: output(), timedOut })
    })
  })
