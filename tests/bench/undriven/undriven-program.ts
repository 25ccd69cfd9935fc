import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findElectron } from '../../e2e/app.ts'
import { type Inspector, inspectPage } from './inspector.ts'

/**
 * A program as a person starts it, with no driver attached: one would hold up the start of the page, and keep what the page
 * fetched, a hundred megabytes of it, to be shown to who asks.
 */
export type UndrivenProgram = {
  pid: number
  page: Inspector
  /** Asked to end, it writes what it has to write. */
  end: () => Promise<void>
}

export type AppPlan = {
  appFolder: string
  dataDirectory: string
  apiBaseUrl: string
  /** For Chromium. */
  switches?: readonly string[]
}

const limitMs = 60_000

/** The app. Resolves as soon as its page can be spoken to, which may not have begun to be drawn. */
export function startUndriven(plan: AppPlan): Promise<UndrivenProgram> {
  const { appFolder, dataDirectory, apiBaseUrl, switches = [] } = plan
  return startProgram([...switches, appFolder], 'app://earmark/', {
    EARMARK_USER_DATA_DIR: dataDirectory,
    EARMARK_API_BASE_URL: apiBaseUrl,
    EARMARK_ALLOW_LOCAL_ADDRESSES: '1',
  })
}

/** A window of the same runtime with nothing in it but a page, in a profile of its own. */
export function startBareWindow(profile: string, address: string): Promise<UndrivenProgram> {
  return startProgram([`--user-data-dir=${profile}`, bareWindow, address], address, {})
}

const bareWindow = join(import.meta.dirname, '..', 'applying', 'electron-main.mjs')

async function startProgram(
  argumentsGiven: readonly string[],
  pageAddress: string,
  environment: Readonly<Record<string, string>>,
): Promise<UndrivenProgram> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = spawn(findElectron(), ['--remote-debugging-port=0', ...asRoot, ...argumentsGiven], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const page = await pageOf(program, pageAddress, Date.now() + limitMs)
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

async function pageOf(program: ChildProcess, pageAddress: string, untilMs: number): Promise<Inspector> {
  const address = await debuggerAddress(program)
  while (Date.now() < untilMs) {
    const page = await inspectPage(address, pageAddress)
    // It is listed before it has begun.
    const place = await page?.evaluate('location.href').catch(() => null)
    if (page !== null && String(place).startsWith(pageAddress)) return page
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
