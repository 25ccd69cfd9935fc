import { errors } from '@playwright/test'
import { type Earmark, launch, meet, windowOf } from '../../e2e/app.ts'
import { isThere, killProcess, pageBroughtBack, pageProcess } from '../../e2e/page-process.ts'
import type { StandIn } from '../../server/stand-in.ts'

export const victims = ['page', 'main', 'both'] as const
export type Victim = (typeof victims)[number]

/** The app on one data folder, whatever becomes of it. */
export type Stage = {
  readonly dataDirectory: string
  readonly standIn: StandIn
  /** Fails while it does not run. */
  earmark: () => Earmark
  /** Starts it if it does not run; the page may still be coming up. */
  start: () => Promise<void>
  /** Kills what is named, if it is there to be killed. */
  strike: (victim: Victim) => boolean
  /** Resolves when the process that was killed is gone, and what goes with it. */
  gone: (victim: Victim) => Promise<void>
  /** Whether the main process runs. */
  runs: () => boolean
  pageRuns: () => boolean
  /** The page again: brought back by the app, or by a new start. */
  comeBack: () => Promise<void>
  quit: () => Promise<void>
  kill: () => Promise<void>
}

/** A page whose process ends more often in a minute ends the app. */
const [mostPageKills, withinMs] = [3, 61_000]
const startTries = 5

export function openStage(dataDirectory: string, standIn: StandIn): Stage {
  let earmark: Earmark | null = null
  let closed: Promise<unknown> = Promise.resolve()
  let page: number | null = null
  let pageKills: number[] = []

  function running(): Earmark {
    if (earmark === null) throw new Error('The app does not run.')
    return earmark
  }

  async function launchPatiently(): Promise<Earmark> {
    for (let left = startTries; ; left -= 1) {
      try {
        const app = await launch(dataDirectory, standIn.url)
        closed = app.waitForEvent('close', { timeout: 0 }).then(() => {
          earmark = null
        })
        return meet(app, await windowOf(app))
      } catch (error) {
        if (left === 1 || !(error instanceof errors.TimeoutError)) throw error
      }
    }
  }

  async function start(): Promise<void> {
    if (earmark !== null) return
    pageKills = []
    earmark = await launchPatiently()
    page = await pageProcess(earmark.app)
  }

  async function end(how: 'quit' | 'kill'): Promise<void> {
    if (earmark === null) return
    const { app } = earmark
    if (how === 'quit') await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    else killProcess(app.process().pid)
    await closed
  }

  return {
    dataDirectory,
    standIn,
    earmark: running,
    start,
    strike: (victim) => {
      const main = victim === 'page' || earmark === null ? null : earmark.app.process().pid
      const hits = [main, victim === 'main' ? null : page].map(killProcess)
      return hits.includes(true)
    },
    gone: async (victim) => {
      if (victim === 'page') pageKills.push(performance.now())
      else await closed
    },
    runs: () => earmark !== null,
    pageRuns: () => isThere(page),
    comeBack: async () => {
      if (earmark === null) return start()
      const { app } = earmark
      if (page !== null) earmark = meet(app, await pageBroughtBack(app, { dataDirectory, killed: page }))
      page = await pageProcess(app)
      const nowMs = performance.now()
      pageKills = pageKills.filter((atMs) => nowMs - atMs < withinMs)
      if (pageKills.length < mostPageKills) return
      await end('quit')
      await start()
    },
    quit: () => end('quit'),
    kill: () => end('kill'),
  }
}
