import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { findElectron } from '../../e2e/app.ts'
import { type Inspector, inspectPage } from './inspector.ts'
import { watchStart } from './watch-start.ts'

const momentsSchema = z.object({ answeredAtMs: z.number(), notesAtMs: z.number() })

/** Milliseconds from the launch of the program. */
export type StartTime = {
  /** The list of episodes is there, and an episode that was pressed in it is shown. */
  answeredMs: number
  /** After that, the view of all notes is there. */
  notesMs: number
}

const limitMs = 60_000

/**
 * Starts an app as a person does, ends it and gives how long it took. No driver is attached, which would hold up the start
 * of the page while the main process goes on.
 */
export async function measureStart(appFolder: string, dataDirectory: string): Promise<StartTime> {
  const begunAtMs = Date.now()
  const program = spawn(
    findElectron(),
    ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appFolder],
    {
      env: {
        ...process.env,
        EARMARK_USER_DATA_DIR: dataDirectory,
        // Nothing is to come in meanwhile.
        EARMARK_API_BASE_URL: 'http://127.0.0.1:9',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  try {
    const page = await pageOf(program, begunAtMs + limitMs)
    const watched = await Promise.race([
      page.evaluate(`(${watchStart})()`),
      pause(limitMs, null, { ref: false }),
    ])
    const moments = momentsSchema.parse(watched)
    page.close()
    return { answeredMs: moments.answeredAtMs - begunAtMs, notesMs: moments.notesAtMs - begunAtMs }
  } finally {
    await end(program)
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

/** Asked to end, it writes what it has to write; one that has just begun may not hear it. */
async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  const stubborn = setTimeout(() => program.kill('SIGKILL'), longestEndMs)
  await ended
  clearTimeout(stubborn)
}
