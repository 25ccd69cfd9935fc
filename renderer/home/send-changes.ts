import { isTooLong, type KeptChange, keptChangeSchema } from '../../shared/kept/change.ts'
import { mergeInto } from '../../shared/kept/merge.ts'
import { failure, type Problem, type Result, success } from '../../shared/result.ts'
import type { UnsentRow } from '../db/rows.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type HomeMark, settleUnsent } from '../db/unsent.ts'
import { followEntries } from './entries-to-send.ts'
import { startSendingAhead } from './sending-ahead.ts'

/**
 * Whether all that the person made is flushed in the second home. `not-saved`: not for now, and why; it is tried again by
 * itself.
 */
export type Saving = { kind: 'saved' } | { kind: 'saving' } | { kind: 'not-saved'; problem: Problem }

export type Sender = {
  /**
   * Resolves when all that was written before is flushed in the second home; fails with the reason when it cannot be
   * for now, or when that takes longer than `limitMs`. It is tried further in any case.
   */
  whenSaved: (limitMs?: number) => Promise<Result<null>>
  /** Tries now rather than when it is time. */
  retry: () => void
  stop: () => void
}

export type SenderParts = {
  /** Resolves once they are flushed. */
  append: (changes: KeptChange[]) => Promise<Result<{ number: number }>>
  /** What the database remembers once an entry is there; `null` while it lacks some that came before. */
  markAfter: (number: number) => HomeMark | null
  /** The second home was given what the database did not keep. */
  gaveUp: () => void
  show: (saving: Saving) => void
  reportFault: (fault: unknown) => void
}

/** What goes together: enough that nothing piles up, and little enough for one message. */
const [mostEntries, mostCharacters] = [50, 4_000_000]
/** Longer than this nobody is left in the dark. */
const patienceMs = 2000
const [firstPauseMs, longestPauseMs] = [1000, 60_000]

/**
 * Sends what is noted down in `unsent` to the second home, in order, and takes it off once it is flushed there. Broken
 * off at any point it sends some of it again, which changes nothing there.
 */
export function startSending({ append, markAfter, gaveUp, show, reportFault }: SenderParts): Sender {
  const waiting: ((outcome: Result<null>) => void)[] = []
  let wanted = false
  let running = false
  let stopped = false
  let failures = 0
  /** Why something of what was sent last was left out. */
  let refusal: Problem | null = null
  let shown: Saving['kind'] = 'saved'
  let nextTry: ReturnType<typeof setTimeout> | undefined
  let watch: ReturnType<typeof setTimeout> | undefined

  const ahead = startSendingAhead({ append, takes: () => shown !== 'not-saved', gaveUp })
  const list = followEntries(wake)

  function wake(): void {
    wanted = true
    if (shown === 'saved') {
      tell({ kind: 'saving' })
      watchFromNow()
    }
    if (!running && !stopped) void run()
  }

  function watchFromNow(): void {
    clearTimeout(watch)
    watch = setTimeout(() => tell({ kind: 'not-saved', problem: slow }), patienceMs)
  }

  function tell(saving: Saving): void {
    shown = saving.kind
    show(saving)
  }

  function tellSaved(): void {
    clearTimeout(watch)
    if (shown !== 'saved') tell({ kind: 'saved' })
  }

  async function run(): Promise<void> {
    running = true
    while (wanted && !stopped) {
      wanted = false
      clearTimeout(nextTry)
      // They are answered by what is read from now on.
      const answered = waiting.splice(0)
      const outcome = withRefusal(await sendAll().catch(asFailure))
      for (const answer of answered) answer(outcome)
      if (outcome.ok) failures = 0
      if (!outcome.ok || !wanted) ended(outcome)
    }
    running = false
  }

  function ended(outcome: Result<null>): void {
    if (outcome.ok) {
      tellSaved()
      return
    }
    clearTimeout(watch)
    list.readAnew()
    tell({ kind: 'not-saved', problem: outcome.problem })
    // What was refused stays so, and nothing else waits.
    if (outcome.problem === refusal) return
    nextTry = setTimeout(wake, Math.min(firstPauseMs * 2 ** failures, longestPauseMs))
    failures += 1
  }

  function withRefusal(outcome: Result<null>): Result<null> {
    return outcome.ok && refusal !== null ? { ok: false, problem: refusal } : outcome
  }

  async function sendAll(): Promise<Result<null>> {
    for (let isFirst = true; ; isFirst = false) {
      const oldest = await list.next(mostEntries)
      const { entries } = oldest
      if (isFirst && entries.length > 0) refusal = null
      const together = fitting(entries)
      const areAll = oldest.areAll && together.length === entries.length
      const sent = together.length === 0 ? success(null) : await send(together, areAll)
      if (!sent.ok || areAll) return sent
    }
  }

  async function send(entries: readonly UnsentRow[], areAll: boolean): Promise<Result<null>> {
    const appended = await appendEach(entries)
    if (!appended.ok) return appended
    // An import gives so much to send that all of it takes longer than any piece may.
    if (shown === 'saving') watchFromNow()
    const numbers = entries.map(({ number }) => number)
    list.settled(numbers)
    ahead.settled(numbers)
    const { value } = appended
    const holdsAll = value !== null && !ahead.isUnderWay()
    const settling = settleUnsent(numbers, holdsAll ? markAfter(value.number) : null)
    // It is flushed there; that the list here still holds it, nobody has to wait for.
    if (areAll && !wanted && refusal === null) tellSaved()
    await settling
    return success(null)
  }

  /** Those that went ahead are there already, or it is known by now why they are not. */
  async function appendEach(entries: readonly UnsentRow[]): Promise<Result<{ number: number } | null>> {
    const latest = new Map<string, KeptChange>()
    let newest = 0
    for (const { number, changes } of entries) {
      const outcome = await ahead.outcomeOf(number)
      if (outcome?.ok) newest = Math.max(newest, outcome.value.number)
      else mergeInto(latest, changes)
      if (outcome === null || outcome.ok || isAboutOne(outcome.problem)) continue
      // The next try gives it anew.
      ahead.settled([number])
      return outcome
    }
    return latest.size === 0 ? success({ number: newest }) : appendWhatIsTaken([...latest.values()])
  }

  /** A change that no second home would take must not keep all others back; it stays in the database. `null`: all are such. */
  async function appendWhatIsTaken(changes: KeptChange[]): Promise<Result<{ number: number } | null>> {
    const appended = await append(changes)
    if (appended.ok || !isAboutOne(appended.problem)) return appended
    const taken = changes.filter(isTaken)
    if (taken.length === changes.length) return appended
    reportFault(new Error(`Changes that the second home refuses: ${changes.length - taken.length}.`))
    if (appended.problem.code === 'too-large') refusal = appended.problem
    return taken.length === 0 ? success(null) : append(taken)
  }

  function asFailure(error: unknown): Result<null> {
    const problem = storageProblem(error)
    if (problem !== null) return { ok: false, problem }
    reportFault(error)
    return failure('internal', 'Something in Earmark went wrong while it saved; the log has the details.')
  }

  async function whenSaved(limitMs: number = patienceMs): Promise<Result<null>> {
    const { promise, resolve } = Promise.withResolvers<Result<null>>()
    const limit = setTimeout(() => resolve({ ok: false, problem: slow }), limitMs)
    waiting.push(resolve)
    // Also what another connection wrote, of which word may still be under way.
    list.readAnew()
    wake()
    return promise.finally(() => clearTimeout(limit))
  }

  wake()
  return {
    whenSaved,
    retry: wake,
    stop: () => {
      stopped = true
      list.stop()
      ahead.stop()
      clearTimeout(nextTry)
      clearTimeout(watch)
    },
  }
}

const slow: Problem = {
  code: 'timeout',
  message:
    'The disk does not answer, so what you wrote last may not be on it yet. Earmark goes on trying; keep it open, or copy your text.',
}

/** Whether it is a change itself that is in the way. */
function isAboutOne({ code }: Problem): boolean {
  return code === 'bad-arguments' || code === 'too-large'
}

function isTaken(change: KeptChange): boolean {
  return keptChangeSchema.safeParse(change).success && !isTooLong(JSON.stringify(change))
}

/** As many as fit into one message, at least one. */
function fitting(entries: readonly UnsentRow[]): readonly UnsentRow[] {
  let characters = 0
  const tooMuch = entries.findIndex(({ changes }) => {
    characters += JSON.stringify(changes).length
    return characters > mostCharacters
  })
  return tooMuch === -1 ? entries : entries.slice(0, Math.max(1, tooMuch))
}
