import { readFile, writeFile } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import { type Home, type HomeParts, openHome } from '../../../electron/journal/home.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import type { HomePage } from '../../../shared/kept/home.ts'
import type { Result } from '../../../shared/result.ts'
import { type HandTimers, handTimers } from '../hand-timers.ts'
import { silentLog } from '../silent-log.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type TestHome = { home: Home; folder: string; timers: HandTimers; logged: string[] }

/** A home with a clock that is moved by hand. */
export async function openTestHome(more: Partial<HomeParts> & { folder?: string } = {}): Promise<TestHome> {
  const folder = more.folder ?? (await temporaryFolder())
  const timers = handTimers(Date.parse('2026-03-02T09:30:00.000Z'))
  const logged: string[] = []
  const home = await openHome({
    wanted: { folder, homeId: null },
    isDefault: true,
    timers,
    log: { ...silentLog, warn: (text) => logged.push(text), error: (text) => logged.push(text) },
    changed: () => {},
    ...more,
  })
  onTestFinished(() => home.close({ withSnapshot: false }))
  return { home, folder, timers, logged }
}

/** As a later run finds it. */
export async function reopened({ home, folder }: TestHome): Promise<TestHome> {
  await home.close({ withSnapshot: false })
  return openTestHome({ folder })
}

/** `minute` orders changes of one row. */
export function noteChange(key: string, body: string | null, minute = 0): KeptChange {
  const updatedAt = new Date(Date.parse('2026-03-02T09:00:00.000Z') + minute * 60_000).toISOString()
  return { kind: 'annotations', key, updatedAt, row: body === null ? null : { id: key, body, updatedAt } }
}

type Reading = (cursor: string | null) => Promise<Result<HomePage>>

/** All pages, one after another. */
export async function allPages(read: Reading): Promise<{ pages: HomePage[]; changes: KeptChange[] }> {
  const pages: HomePage[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await read(cursor)
    if (!page.ok) throw new Error(page.problem.message)
    pages.push(page.value)
    cursor = page.value.next
    if (cursor === null) return { pages, changes: pages.flatMap(({ changes }) => changes) }
  }
}

/** What the home says of each row: its body, `null` for one that is deleted. */
export async function bodiesIn(
  home: Pick<Home, 'read'>,
  after: number | null = null,
): Promise<Record<string, unknown>> {
  const { changes } = await allPages((cursor) => home.read({ after, cursor }))
  return bodiesOf(changes)
}

export function bodiesOf(changes: readonly KeptChange[]): Record<string, unknown> {
  return Object.fromEntries(changes.map(({ key, row }) => [key, bodyOf(row)]))
}

function bodyOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'body' in row ? row.body : null
}

const turnsToARest = 500

/** Takes a snapshot: what was changed before is five minutes old then. */
export async function passUntilSnapshot({ home, timers }: TestHome): Promise<void> {
  // The lock’s, the check’s, and that of the snapshot.
  while (timers.waiting().length < 3) await new Promise(setImmediate)
  const before = (await home.standing()).lastSnapshotAt
  for (let turn = 0; ; turn += 1) {
    // Again and again: the snapshot before may be there and not be over yet, and its rest begins only then.
    if (turn % turnsToARest === 0) timers.advance(10 * 60_000)
    const now = (await home.standing()).lastSnapshotAt
    if (now !== null && now !== before) return
    await new Promise(setImmediate)
  }
}

/** Changes one letter of a text that stands in a file. */
export async function damage(path: string, text: string): Promise<void> {
  const bytes = await readFile(path)
  const at = bytes.indexOf(text)
  if (at === -1) throw new Error(`${path} does not hold ${text}`)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}
