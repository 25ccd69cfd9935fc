import { failure, type Result, success } from '../../../shared/result.ts'
import { systemTimers, type Timers } from '../../net/timers.ts'
import { type ReadingThread, startReadingThread } from './reading-thread.ts'
import type { DocumentKind, DocumentOf, Reader, ReadingOf } from './readings.ts'
import type { ToThread } from './thread-port.ts'

/** The largest page that is taken is read in less than a hundredth of this. */
const usualDeadlineMs = 10_000
/** A thread that has nothing to do gives its memory back. */
const idleMs = 60_000

export type ThreadReader = Reader & { close: () => Promise<void> }

type AnyReading = ReadingOf<DocumentKind>
type Job = { message: ToThread; settle: (result: Result<AnyReading>) => void }

/**
 * Reads on a thread of its own, one document after another, so that none keeps the main process from its work. One that
 * takes too long, or brings the thread down, is given up; a new thread reads the others.
 */
export function createThreadReader(options: {
  /** Of `worker.ts`, as it was built. */
  workerPath: string
  log: { warn: (message: string) => void }
  deadlineMs?: number
  timers?: Timers
}): ThreadReader {
  const { workerPath, log, deadlineMs = usualDeadlineMs, timers = systemTimers } = options
  const waiting: Job[] = []
  let thread: ReadingThread | null = null
  let isReady = false
  let underWay: Job | null = null
  let cancelTimer = (): void => undefined

  function start(): void {
    isReady = false
    thread = startReadingThread(workerPath, {
      ready: () => {
        isReady = true
        next()
      },
      read: (reading) => {
        finish(success(reading))
        next()
      },
      gone: (why) => {
        thread = null
        // One that does not even begin must not be started again and again for the same document.
        underWay ??= waiting.shift() ?? null
        giveUp(why)
        next()
      },
    })
  }

  function next(): void {
    cancelTimer()
    if (underWay !== null) return
    if (waiting.length === 0) {
      cancelTimer = timers.after(idleMs, () => void end())
      return
    }
    if (thread === null) start()
    if (thread === null) return
    if (!isReady) {
      cancelTimer = timers.after(deadlineMs, () => {
        void end()
        underWay = waiting.shift() ?? null
        giveUp('The thread for it did not begin.')
        next()
      })
      return
    }
    underWay = waiting.shift() ?? null
    if (underWay === null) return
    thread.post(underWay.message)
    cancelTimer = timers.after(deadlineMs, () => {
      void end()
      giveUp(`It took longer than ${deadlineMs / 1000} seconds.`)
      next()
    })
  }

  function giveUp(why: string): void {
    if (underWay === null) return
    const { kind, document } = underWay.message
    log.warn(`the reading of one ${kind}${aboutText(document)} was given up: ${why}`)
    finish(
      failure(
        'unreadable',
        'What the service sent could not be made sense of in good time. Please try again later.',
      ),
    )
  }

  function finish(result: Result<AnyReading>): void {
    cancelTimer()
    const job = underWay
    underWay = null
    job?.settle(result)
  }

  async function end(): Promise<void> {
    cancelTimer()
    const ending = thread
    thread = null
    await ending?.end()
  }

  return {
    read: <Kind extends DocumentKind>(kind: Kind, document: DocumentOf<Kind>) =>
      new Promise<Result<ReadingOf<Kind>>>((resolve) => {
        // The reading is of the type that belongs to the kind.
        const settle = resolve as Job['settle']
        waiting.push({ message: { kind, document }, settle })
        if (underWay === null) next()
      }),
    close: end,
  }
}

function aboutText(document: DocumentOf<DocumentKind>): string {
  if ('podcastSlug' in document) return ` (${document.podcastSlug})`
  return 'address' in document ? ` (${document.address})` : ''
}
