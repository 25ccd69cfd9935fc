import { isTooLong, type KeptChange } from '../../shared/kept/change.ts'
import type { HomeCheck, HomeStanding } from '../../shared/kept/home.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { Log } from '../app/log.ts'
import type { Timers } from '../net/timers.ts'
import { readLastCheck, scheduleChecks, writeLastCheck } from './checks.ts'
import { homeFiles, segmentsAfter } from './reading/home-files.ts'
import { createHomeReader, type HomeReader } from './reading/home-reader.ts'
import { createSnapshotTriggers } from './snapshots/triggers.ts'
import { homeStanding } from './standing.ts'
import { type Disk, realDisk } from './store/disk.ts'
import { createHomeWriter, type WriterState } from './store/home-writer.ts'
import type { WantedHome } from './store/open-home-folder.ts'
import { troubleCodeOf, troubleInWords } from './trouble.ts'
import { inlineUpkeep, type Upkeep } from './upkeep/upkeep.ts'

/** One home in one folder: its journal, its snapshots, its checks. Nothing here rejects. */
export type Home = Pick<HomeReader, 'read' | 'snapshots' | 'snapshotRows' | 'row'> & {
  readonly folder: string
  /** Resolves once the changes are flushed, or says within two seconds that they are not. */
  append: (changes: readonly KeptChange[]) => Promise<Result<{ number: number }>>
  state: () => WriterState
  standing: () => Promise<HomeStanding>
  /** Unless the newest snapshot holds all that was written so far. */
  takeSnapshot: () => Promise<Result<null>>
  check: () => Promise<Result<HomeCheck>>
  /** Opens it again if it is not open; what could not be written is for whoever has it to send again. */
  retry: () => Promise<void>
  /** `withSnapshot`: takes one first if anything changed. */
  close: (how: { withSnapshot: boolean }) => Promise<void>
}

export type HomeParts = {
  wanted: WantedHome
  isDefault: boolean
  timers: Timers
  log: Log
  /** Something of its standing is another now. */
  changed: () => void
  disk?: Disk
  upkeep?: Upkeep
}

export async function openHome(parts: HomeParts): Promise<Home> {
  const { wanted, timers, log, changed, upkeep = inlineUpkeep } = parts
  const { folder } = wanted
  const triggers = createSnapshotTriggers(timers, () => inTurn(takeSnapshot))
  const writer = createHomeWriter({
    wanted,
    timers,
    log,
    disk: parts.disk ?? realDisk,
    troubleChanged: changed,
    written: triggers.written,
  })
  const damageSeen = (
    path: string,
    { offset, length, reason }: { offset: number; length: number; reason: string },
  ) => log.warn(`${path}: ${length} bytes at ${offset} are damaged (${reason})`)
  const reader = createHomeReader({ folder, state: writer.state, damageSeen })

  await writer.open()
  // A start does not wait for it.
  const counted = countUnsnapshotted()
  const stopChecks = scheduleChecks(
    timers,
    async () => (await readLastCheck(folder))?.at ?? null,
    () => inTurn(check),
  )

  async function countUnsnapshotted(): Promise<void> {
    const files = await homeFiles(folder, null).catch(() => null)
    const newest = files?.snapshots[0]?.number ?? 0
    if (files === null || newest >= writer.state().lastNumber) return
    const bytes = segmentsAfter(files.segments, newest).map((segment) => segment.bytes)
    triggers.written(bytes.reduce((sum, each) => sum + each, 0))
  }

  /** What removes files, and what reads all of them, take turns. */
  let lastTurn: Promise<unknown> = Promise.resolve()
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = lastTurn.then(work)
    lastTurn = turn
    return turn
  }

  async function takeSnapshot(): Promise<boolean> {
    const { homeId, writing } = writer.state()
    // One that is not open for writing belongs to somebody else now, or is gone.
    if (homeId === null || writing === null) return false
    try {
      const number = writer.beginNewFile()
      const takenAtMs = timers.now()
      await upkeep.takeSnapshot({ folder, writing, homeId, number, takenAtMs }, damageSeen)
      changed()
      return true
    } catch (error) {
      log.error('a snapshot could not be taken', error)
      return false
    }
  }

  async function snapshotNow(): Promise<Result<null>> {
    const { lastNumber } = writer.state()
    await counted
    await triggers.takeIfChanged()
    const files = await homeFiles(folder, null).catch(() => null)
    if (files !== null && (files.snapshots[0]?.number ?? 0) >= lastNumber) return success(null)
    const { trouble } = writer.state()
    return failure(
      'second-home',
      trouble?.message ??
        `No snapshot could be taken in your second home (${folder}). Look whether its disk has room.`,
    )
  }

  async function check(): Promise<Result<HomeCheck>> {
    try {
      const at = new Date(timers.now()).toISOString()
      const checked = await upkeep.check({ folder, writing: writer.state().writing, at })
      await writeLastCheck(folder, checked)
      changed()
      return success(checked)
    } catch (error) {
      log.error('the second home could not be checked', error)
      return failure('second-home', troubleInWords(troubleCodeOf(error), folder, error))
    }
  }

  return {
    folder,
    read: reader.read,
    snapshots: reader.snapshots,
    snapshotRows: reader.snapshotRows,
    row: reader.row,
    append: async (changes) => {
      if (changes.length === 0) return success({ number: writer.state().lastNumber })
      const encoded = changes.map((change) => JSON.stringify(change))
      if (encoded.some(isTooLong)) {
        return failure(
          'too-large',
          'That is more text than one note can hold. What was saved before is safe.',
        )
      }
      const written = await writer.append(encoded)
      return written.ok ? success({ number: written.value }) : written
    },
    state: writer.state,
    standing: () => homeStanding(folder, parts.isDefault, writer.state()),
    takeSnapshot: snapshotNow,
    check: () => inTurn(check),
    retry: writer.open,
    close: async ({ withSnapshot }) => {
      stopChecks()
      await writer.settled()
      await counted
      if (withSnapshot) await triggers.takeIfChanged()
      await triggers.stop()
      await lastTurn
      await reader.stop()
      await writer.close()
    },
  }
}
