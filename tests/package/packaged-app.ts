import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium, expect, type Page } from '@playwright/test'

const places = {
  linux: ['linux-unpacked/earmark', 'linux-arm64-unpacked/earmark'],
  darwin: ['mac-arm64/Earmark.app/Contents/MacOS/Earmark', 'mac/Earmark.app/Contents/MacOS/Earmark'],
  win32: ['win-unpacked/Earmark.exe', 'win-arm64-unpacked/Earmark.exe'],
}

/** The packed program in dist/. */
export function packagedProgram(): string {
  const { platform } = process
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32')
    throw new Error(`No package for ${platform}.`)
  const found = places[platform].map((place) => resolve('dist', place)).find((place) => existsSync(place))
  if (found === undefined) throw new Error('dist/ holds no packed app; npm run package:dir makes one.')
  return found
}

export type PackagedApp = { page: Page; stop: () => Promise<void> }

/**
 * Starts the packed program and meets its page. Its fuses keep Node's inspector shut, through which Playwright
 * usually drives Electron; Chromium's own debugging port is asked for instead.
 */
export async function startPackaged(dataDirectory: string): Promise<PackagedApp> {
  const asRoot = process.getuid?.() === 0
  const program = spawn(
    packagedProgram(),
    ['--remote-debugging-port=0', ...(asRoot ? ['--no-sandbox'] : [])],
    {
      cwd: dataDirectory,
      env: {
        ...process.env,
        EARMARK_USER_DATA_DIR: join(dataDirectory, 'data'),
        // A packed app refuses addresses on this machine: it is offline, whatever the network.
        EARMARK_API_BASE_URL: 'http://127.0.0.1:9',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  try {
    const address = await debuggerAddress(program)
    await pageIsThere(address)
    const page = await firstPage(await attached(address))
    return { page, stop: () => end(program) }
  } catch (error) {
    await end(program)
    throw error
  }
}

function debuggerAddress(program: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = ''
    program.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address !== undefined) found(address)
    })
    program.once('error', failed)
    program.once('exit', (code) => failed(new Error(`The program ended with ${code}.\n${printed}`)))
  })
}

/**
 * Waits until the program lists its page. A driver that attaches earlier, while the window is being made, can wait
 * for an answer that never comes.
 */
async function pageIsThere(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`
  await expect
    .poll(async () => (await fetch(list)).text(), { timeout: 30_000 })
    .toContain('app://earmark/index.html')
}

/** The driver sometimes waits for an answer of a target that went while it attached; asked anew, it does not. */
async function attached(address: string): Promise<Browser> {
  for (let triesLeft = 3; ; triesLeft -= 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 })
    } catch (error) {
      if (triesLeft === 0) throw error
    }
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The program has no page.')
  return context.pages()[0] ?? (await context.waitForEvent('page'))
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = new Promise((done) => program.once('exit', done))
  program.kill('SIGKILL')
  await ended
}
