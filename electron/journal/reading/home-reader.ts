import type { HomePage, HomeSnapshot } from '../../../shared/kept/home.ts'
import { type MergedChanges, mergeInto } from '../../../shared/kept/merge.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { StoredChange } from '../format/contents.ts'
import { readSnapshotEnd } from '../snapshots/verify-snapshot.ts'
import type { WriterState } from '../store/home-writer.ts'
import { troubleCodeOf, troubleInWords } from '../trouble.ts'
import { type HomeFiles, homeFiles } from './home-files.ts'
import { changesAfter, changesOfSnapshot, inBatches, mergedRows } from './merged-rows.ts'
import { createPages } from './pages.ts'
import type { DamageReport } from './read-file.ts'

export type HomeReader = {
  /** What changed after that entry, or everything; may hold more than that. `cursor` goes on where a page ended. */
  read: (wanted: { after: number | null; cursor: string | null }) => Promise<Result<HomePage>>
  /** Newest first. */
  snapshots: () => Promise<Result<HomeSnapshot[]>>
  snapshotRows: (wanted: { name: string; cursor: string | null }) => Promise<Result<HomePage>>
  /** One row as its latest change says; `null` when there is none. */
  row: (kind: string, key: string) => Promise<Result<StoredChange | null>>
  stop: () => Promise<void>
}

const mostAttempts = 3

type ReaderParts = { folder: string; state: () => WriterState; damageSeen: DamageReport }

/** Reads a home, also one that cannot be written to. */
export function createHomeReader({ folder, state, damageSeen }: ReaderParts): HomeReader {
  const pages = createPages()

  async function read(after: number | null): Promise<HomePage> {
    // Before the files are looked at: of what is written meanwhile, nothing is missed.
    const { lastNumber: number, writing } = state()
    const files = await homeFiles(folder, writing)
    const rows =
      after !== null && after <= number && reachesBackTo(files, after)
        ? inBatches((await mergedAfter(files, after)).values())
        : (await mergedRows(files, damageSeen)).rows
    return pages.begin({ rows, number })
  }

  async function mergedAfter(files: HomeFiles, after: number): Promise<MergedChanges<StoredChange>> {
    const merged: MergedChanges<StoredChange> = new Map()
    for await (const changes of changesAfter(files.segments, after, damageSeen)) mergeInto(merged, changes)
    return merged
  }

  async function nextPage(cursor: string): Promise<Result<HomePage>> {
    const page = await pages.next(cursor)
    if (page !== null) return success(page)
    return failure('bad-arguments', 'Reading the second home was interrupted. Begin again.')
  }

  async function told<Value>(read: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const { trouble } = state()
    if (trouble?.code === 'newer') return failure('second-home', trouble.message)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await read()
      } catch (error) {
        const code = troubleCodeOf(error)
        // A file that went away is in a snapshot that came since.
        if (code === 'missing' && attempt < mostAttempts) continue
        return failure('second-home', troubleInWords(code, folder, error))
      }
    }
  }

  return {
    read: ({ after, cursor }) =>
      told(async () => (cursor === null ? success(await read(after)) : nextPage(cursor))),
    snapshots: () =>
      told(async () => {
        const { snapshots } = await homeFiles(folder, null)
        const listed = snapshots.map(
          async ({ name, path, number, takenAtMs, bytes }): Promise<HomeSnapshot> => {
            const counts = (await readSnapshotEnd(path).catch(() => null))?.counts ?? null
            return { name, takenAt: new Date(takenAtMs).toISOString(), number, bytes, counts }
          },
        )
        return success(await Promise.all(listed))
      }),
    snapshotRows: ({ name, cursor }) =>
      told(async () => {
        if (cursor !== null) return nextPage(cursor)
        const snapshot = (await homeFiles(folder, null)).snapshots.find((one) => one.name === name)
        if (snapshot === undefined) return failure('not-found', 'That snapshot is not there any more.')
        const rows = changesOfSnapshot(snapshot, damageSeen)
        return success(await pages.begin({ rows, number: snapshot.number }))
      }),
    row: (kind, key) =>
      told(async () => {
        const { rows } = await mergedRows(await homeFiles(folder, state().writing), damageSeen)
        for await (const changes of rows) {
          const found = changes.find((change) => change.kind === kind && change.key === key)
          if (found !== undefined) return success(found)
        }
        return success(null)
      }),
    stop: pages.stop,
  }
}

/** Files from before a snapshot are removed some time after it was taken. */
function reachesBackTo({ segments }: HomeFiles, number: number): boolean {
  const oldest = segments[0]
  return oldest !== undefined && oldest.firstNumber <= number + 1
}
