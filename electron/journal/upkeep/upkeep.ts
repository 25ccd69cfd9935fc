import type { HomeCheck } from '../../../shared/kept/home.ts'
import { type CheckWanted, checkHome } from '../check-home.ts'
import type { DamageReport } from '../reading/read-file.ts'
import { type SnapshotWanted, takeSnapshot } from '../snapshots/take-snapshot.ts'

/** What reads all of a home, which takes seconds of a processor. Rejects with a `HomeFault` or the system's error. */
export type Upkeep = {
  takeSnapshot: (wanted: SnapshotWanted, report: DamageReport) => Promise<void>
  check: (wanted: CheckWanted) => Promise<HomeCheck>
}

/** On the thread it is called on, for tests and tools. */
export const inlineUpkeep: Upkeep = { takeSnapshot, check: checkHome }
