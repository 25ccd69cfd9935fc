import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { type Earmark, launch, meet, windowOf } from '../../e2e/app.ts'
import type { StandIn } from '../../server/stand-in.ts'
import { bytesWritten, folderBytes } from '../machine/folder-bytes.ts'
import { cpuSeconds } from '../machine/process-tree.ts'
import { expectLater } from './expect-later.ts'
import { watchSync } from './sync-watch.ts'

/** CPU is that of the whole program; bytes are what the service sent it, and what it wrote to its database. */
export type SyncCost = {
  seconds: number
  cpuSeconds: number
  bodyBytes: number
  sentBytes: number
  bytesStored: number
}

export type RunningApp = {
  app: ElectronApplication
  page: Page
  pid: number
  addPodcast: Earmark['addPodcast']
  /** What a sync costs, from the act that begins it to its last commit. */
  costOf: (act: () => Promise<void>) => Promise<SyncCost>
}

/** The real app on an empty library, with nothing under way. */
export async function withApp<Value>(
  standIn: StandIn,
  use: (app: RunningApp) => Promise<Value>,
): Promise<Value> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'earmark-bench-app-'))
  try {
    const app = await launch(dataDirectory, standIn.url)
    const earmark = meet(app, await windowOf(app))
    try {
      await expectLater(earmark.episodes).toHaveCount(3)
      const { page, addPodcast } = earmark
      const pid = app.process().pid ?? 0
      const watch = await watchSync(page)
      await settle()
      const databaseFolder = join(dataDirectory, 'chromium', 'IndexedDB')
      const costOf = async (act: () => Promise<void>): Promise<SyncCost> => {
        const sentBefore = standIn.traffic()
        const storedBefore = await folderBytes(databaseFolder)
        const cpuBefore = cpuSeconds(pid)
        const beganAtMs = Date.now()
        await act()
        const endedAtMs = await watch.ended()
        const sent = standIn.traffic()
        return {
          seconds: (endedAtMs - beganAtMs) / 1000,
          cpuSeconds: cpuSeconds(pid) - cpuBefore,
          bodyBytes: sent.bodyBytes - sentBefore.bodyBytes,
          sentBytes: sent.sentBytes - sentBefore.sentBytes,
          bytesStored: bytesWritten(storedBefore, await folderBytes(databaseFolder)),
        }
      }
      return await use({ app, page, pid, addPodcast, costOf })
    } finally {
      await earmark.quit()
    }
  } finally {
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Lists are drawn again up to a few seconds after the last change, and the database tidies up. */
export function settle(): Promise<void> {
  return pause(3000)
}
