import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, expect } from '@playwright/test'
import { faultMark } from '../../electron/app/faults.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { type Earmark, launch, meet, windowOf } from './app.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  dataDirectory: string
  standIn: StandIn
  /** Starts the app on the test's data folder; again after `quit` or `kill`. */
  start: (environment?: Record<string, string>) => Promise<Earmark>
}

export const test = base.extend<Fixtures>({
  dataDirectory: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), 'earmark-'))
    await use(directory)
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  },
  standIn: async ({}, use) => {
    const standIn = await startStandIn({ seed: 7, podcasts: 4, episodesPerPodcast: 30 })
    await use(standIn)
    await standIn.stop()
  },
  start: async ({ dataDirectory, standIn }, use) => {
    const running = new Set<ElectronApplication>()
    await use(async (environment = {}) => {
      const app = await launch(dataDirectory, standIn.url, environment)
      running.add(app)
      app.on('close', () => running.delete(app))
      return meet(app, await windowOf(app))
    })
    for (const app of running) app.process().kill('SIGKILL')
    const log = await readFile(join(dataDirectory, 'log', 'main.log'), 'utf8').catch(() => '')
    expect(log, 'the log of the main process').not.toContain(faultMark)
  },
})
