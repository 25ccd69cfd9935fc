import { failure, type Result, success } from '../../../shared/result.ts'
import type { Timers } from '../../net/timers.ts'

/** A write that takes longer is told of; it goes on meanwhile. */
const longestWriteMs = 2000

export type AppendQueue<Item> = {
  /** Resolves with what `write` gave for the item, or with a failure after the time limit. */
  append: (item: Item) => Promise<Result<number>>
  /** Resolves when nothing is being written and nothing waits. */
  idle: () => Promise<void>
}

type QueueParts<Item> = {
  timers: Timers
  /** Writes items together and gives a number for each, or why none was written. Never rejects. */
  write: (items: Item[]) => Promise<Result<number[]>>
  /** Told when an item was not written in time; gives the sentence for it. */
  slow: () => string
}

/**
 * One write at a time; what is asked for meanwhile is written together by the next. What nobody waits for any more, because
 * its time was over before its turn came, is not written: whoever gave it knows that, and gives it again.
 */
export function createAppendQueue<Item>({ timers, write, slow }: QueueParts<Item>): AppendQueue<Item> {
  type Waiting = { item: Item; settle: (result: Result<number>) => void }
  let waiting: Waiting[] = []
  let working: Promise<void> | null = null

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const written = await write(batch.map(({ item }) => item))
      for (const [index, { settle }] of batch.entries()) {
        settle(written.ok ? success(written.value[index] ?? 0) : written)
      }
    }
    working = null
  }

  return {
    append: (item) =>
      new Promise((resolve) => {
        const cancel = timers.after(longestWriteMs, () => {
          waiting = waiting.filter((other) => other !== entry)
          resolve(failure('second-home', slow()))
        })
        const entry: Waiting = {
          item,
          settle: (result) => {
            cancel()
            resolve(result)
          },
        }
        waiting.push(entry)
        working ??= work()
      }),
    idle: async () => {
      while (working !== null) await working
    },
  }
}
