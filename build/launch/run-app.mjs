// @ts-check
import { spawn } from 'node:child_process'
import os from 'node:os'

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']
const parentCheckMs = 1000

/**
 * Calls back when the process that started us is gone. npm ends on SIGTERM without passing it on; what it ran
 * would stay behind.
 * @param {() => void} gone
 */
const watchParent = (gone) => {
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    gone()
  }, parentCheckMs)
  return () => clearInterval(check)
}

/**
 * Runs a program in the foreground until it ends. Signals to us reach it, and we outlive it to clean up.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string }} options
 * @returns {Promise<number>} its exit code, or 128 plus the signal that ended it, as shells have it
 */
export const runInForeground = (command, args, { env, cwd }) =>
  new Promise((resolve, reject) => {
    // In a process group of its own a Ctrl+C reaches it once, through us: Chromium quits in order on the first
    // and drops dead on the second. Windows has no such groups, and no such trouble.
    const child = spawn(command, args, { env, cwd, stdio: 'inherit', detached: process.platform !== 'win32' })
    /** @type {(() => void)[]} */
    const undo = passedOn.map((signal) => {
      const listener = () => child.kill(signal)
      process.on(signal, listener)
      return () => {
        process.off(signal, listener)
      }
    })
    if (process.env.npm_lifecycle_event) undo.push(watchParent(() => child.kill('SIGTERM')))
    const finish = () => {
      for (const step of undo) step()
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
