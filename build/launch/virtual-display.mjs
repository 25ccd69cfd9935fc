// @ts-check
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onPath } from './system-libraries.mjs'

/** Xvfb answers in well under a second; a machine under load gets this long. */
const startLimitMs = 20_000
const familyWild = 0xffff

/**
 * An X authority file's one entry: this cookie opens any display. Without one, every account on the machine
 * could watch the virtual screen and type into it.
 * @param {Buffer} cookie 16 bytes
 */
export const authorityEntry = (cookie) => {
  /** @param {Buffer} field */
  const counted = (field) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(field.length)
    return Buffer.concat([length, field])
  }
  const family = Buffer.alloc(2)
  family.writeUInt16BE(familyWild)
  const empty = Buffer.alloc(0)
  return Buffer.concat([
    family,
    counted(empty),
    counted(empty),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ])
}

/**
 * Starts Xvfb on a display number that is free.
 * @param {{ width: number, height: number }} screen
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, stop: () => void }>}
 */
export const startVirtualDisplay = async ({ width, height }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'earmark-display-'))
  const authority = path.join(folder, 'authority')
  fs.writeFileSync(authority, authorityEntry(randomBytes(16)), { mode: 0o600 })
  const args = [
    '-displayfd',
    '3',
    // Else it begins anew whenever its last window goes, and an app that starts in that moment finds no screen.
    '-noreset',
    '-screen',
    '0',
    `${width}x${height}x24`,
    '-nolisten',
    'tcp',
    '-auth',
    authority,
  ]
  // setpriv has the kernel end Xvfb with us, even when we are killed with no chance to clean up.
  const [command, prefix] = onPath('setpriv')
    ? ['setpriv', ['--pdeathsig', 'KILL', '--', 'Xvfb']]
    : ['Xvfb', []]
  const server = spawn(command, [...prefix, ...args], {
    // Its own process group: Ctrl+C is for the app, which needs its display to quit in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const stop = () => {
    server.kill('SIGTERM')
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const display = await displayNumber(server)
    return { env: { DISPLAY: `:${display}`, XAUTHORITY: authority }, stop }
  } catch (error) {
    stop()
    throw error
  }
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
const displayNumber = (server) =>
  new Promise((resolve, reject) => {
    let complaint = ''
    server.stderr?.on('data', (chunk) => {
      complaint += chunk
    })
    const limit = setTimeout(() => reject(new Error(`Xvfb did not answer. ${complaint}`)), startLimitMs)
    let answer = ''
    server.stdio[3]?.on('data', (chunk) => {
      answer += chunk
      if (!answer.includes('\n')) return
      clearTimeout(limit)
      server.unref()
      resolve(answer.trim())
    })
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}. ${complaint}`)))
  })
