import type { MessagePort } from 'node:worker_threads'
import type { HomeCheck } from '../../../shared/kept/home.ts'
import type { CheckWanted } from '../check-home.ts'
import type { Damage } from '../format/records-in-line.ts'
import type { SnapshotWanted } from '../snapshots/take-snapshot.ts'
import type { Upkeep } from './upkeep.ts'

/** What a thread is started for. */
export type UpkeepJob = { kind: 'snapshot'; wanted: SnapshotWanted } | { kind: 'check'; wanted: CheckWanted }

/** What it tells: damage as it comes across it, and in the end that it is done, or why not. */
export type FromUpkeep =
  | { kind: 'damage'; path: string; damage: Damage }
  | { kind: 'taken' }
  | { kind: 'checked'; check: HomeCheck }
  /** `code` is the system's, or that of a `HomeFault`; an error that crosses threads would lose it. */
  | { kind: 'failed'; message: string; code: string | null }

/** Does one job. */
export async function doUpkeep(port: MessagePort, job: UpkeepJob, upkeep: Upkeep): Promise<void> {
  const post = (message: FromUpkeep): void => port.postMessage(message)
  try {
    switch (job.kind) {
      case 'snapshot':
        await upkeep.takeSnapshot(job.wanted, (path, damage) => post({ kind: 'damage', path, damage }))
        return post({ kind: 'taken' })
      case 'check':
        return post({ kind: 'checked', check: await upkeep.check(job.wanted) })
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error), code })
  }
}
