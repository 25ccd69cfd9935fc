// @ts-check
import { spawn } from 'node:child_process'
import os from 'node:os'

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in the foreground until it ends. Signals to us reach it, and we outlive it to clean up.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string }} options
 * @returns {Promise<number>} its exit code, or 128 plus the signal that ended it, as shells have it
 */
export const runInForeground = (command, args, { env, cwd }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: 'inherit' })
    const listeners = passedOn.map((signal) => {
      // A terminal's Ctrl+C has reached the whole process group already; a second SIGINT does no harm.
      const listener = () => child.kill(signal)
      process.on(signal, listener)
      return () => process.off(signal, listener)
    })
    const finish = () => {
      for (const remove of listeners) remove()
    }
    child.on('error', (error) => {
      finish()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      finish()
      resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0))
    })
  })
