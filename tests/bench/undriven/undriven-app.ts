import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { findElectron } from '../../e2e/app.ts'
import { type Inspector, inspectPage } from './inspector.ts'

/**
 * The app as a person starts it, with no driver attached: one would hold up the start of the page, and keep what the page
 * fetched, a hundred megabytes of it, to be shown to who asks.
 */
export type UndrivenApp = {
  pid: number
  page: Inspector
  /** Asked to end, it writes what it has to write. */
  end: () => Promise<void>
}

export type UndrivenPlan = {
  appFolder: string
  dataDirectory: string
  apiBaseUrl: string
  /** For Chromium. */
  switches?: readonly string[]
}

const limitMs = 60_000

/** Resolves as soon as its page can be spoken to, which may not have begun to be drawn. */
export async function startUndriven(plan: UndrivenPlan): Promise<UndrivenApp> {
  const { appFolder, dataDirectory, apiBaseUrl, switches = [] } = plan
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = spawn(findElectron(), ['--remote-debugging-port=0', ...asRoot, ...switches, appFolder], {
    env: {
      ...process.env,
      EARMARK_USER_DATA_DIR: dataDirectory,
      EARMARK_API_BASE_URL: apiBaseUrl,
      EARMARK_ALLOW_LOCAL_ADDRESSES: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const page = await pageOf(program, Date.now() + limitMs)
    return {
      pid: program.pid ?? 0,
      page,
      end: async () => {
        page.close()
        await end(program)
      },
    }
  } catch (error) {
    await end(program)
    throw error
  }
}

async function pageOf(program: ChildProcess, untilMs: number): Promise<Inspector> {
  const address = await debuggerAddress(program)
  while (Date.now() < untilMs) {
    const page = await inspectPage(address, 'app://earmark/')
    // It is listed before it has begun.
    const place = await page?.evaluate('location.protocol').catch(() => null)
    if (page !== null && place === 'app:') return page
    page?.close()
    await pause(5)
  }
  throw new Error('The program made no page.')
}

/** Chromium prints it among its first words. */
function debuggerAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    program.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address !== undefined) resolve(address)
    })
    program.once('error', reject)
    program.once('exit', (code) => reject(new Error(`The program ended with ${code}.\n${printed}`)))
  })
}

const longestEndMs = 10_000

/** One that has just begun may not hear it. */
async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  const stubborn = setTimeout(() => program.kill('SIGKILL'), longestEndMs)
  await ended
  clearTimeout(stubborn)
}
