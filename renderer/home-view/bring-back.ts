import { type Result, success } from '../../shared/result.ts'
import { followAgain } from '../db/follow-again.ts'
import { type RowWish, type TurnedRow, turnBack } from '../db/turn-back.ts'
import { announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { syncPodcast } from '../sync/sync-podcast.ts'
import { storageFailure } from './read-snapshot.ts'
import { saveAll } from './save-all.ts'

/** A record takes about a third of a millisecond to write, and whatever else writes has to wait for it. */
const rowsAtOnce = 250

/**
 * Makes rows as they were. A snapshot is taken before, and the notice that tells `said` can undo it: all but what was
 * changed since then. `show`: how much of it is done, from 0 to 1.
 */
export async function bringBack(
  wishes: readonly RowWish[],
  said: string,
  show: (done: number) => void,
): Promise<Result<null>> {
  const saved = await saveAll()
  if (!saved.ok) return saved
  const turned = await turnAll(wishes, show)
  if (turned.rows.length > 0) tell(said, turned.rows)
  return turned.outcome
}

type Turned = { rows: TurnedRow[]; outcome: Result<null> }

async function turnAll(wishes: readonly RowWish[], show: (done: number) => void): Promise<Turned> {
  const rows: TurnedRow[] = []
  try {
    for (let at = 0; at < wishes.length; at += rowsAtOnce) {
      rows.push(...(await turnBack(wishes.slice(at, at + rowsAtOnce))))
      show(Math.min(1, (at + rowsAtOnce) / wishes.length))
    }
    if (wishes.some(({ kind }) => kind === 'podcasts')) await readAgain()
    return { rows, outcome: success(null) }
  } catch (error) {
    return { rows, outcome: storageFailure(error, 'Not all of it could be brought back.') }
  }
}

/** Episodes have no second home but the service. */
async function readAgain(): Promise<void> {
  for (const slug of await followAgain()) void syncPodcast(slug, 'due')
}

function tell(text: string, turned: readonly TurnedRow[]): void {
  notify({ text, action: { label: 'Undo', run: () => void undo(turned) } })
}

async function undo(turned: readonly TurnedRow[]): Promise<void> {
  const wishes = turned.map(({ kind, before, after }): RowWish => {
    const row = typeof before?.row === 'object' ? before.row : null
    return { kind, key: after.key, row, ifUpdatedAt: after.updatedAt }
  })
  const { outcome } = await turnAll(wishes, () => {})
  if (outcome.ok) notify({ text: 'All of it is as it was before.' })
  else {
    announceFailure(outcome.problem.message)
    notify({ text: outcome.problem.message, tone: 'failure' })
  }
}
