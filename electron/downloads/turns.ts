export type Turns<Key> = {
  /** Runs one task after the other for a key, in the order in which they were given. */
  run: <Value>(key: Key, task: () => Promise<Value>) => Promise<Value>
  /** Resolves once every task that was given has ended. */
  allEnded: () => Promise<void>
}

export function createTurns<Key>(): Turns<Key> {
  const last = new Map<Key, Promise<unknown>>()
  return {
    run: (key, task) => {
      const mine = (last.get(key) ?? Promise.resolve()).then(task, task)
      last.set(key, mine)
      const ended = (): void => {
        if (last.get(key) === mine) last.delete(key)
      }
      mine.then(ended, ended)
      return mine
    },
    allEnded: async () => {
      while (last.size > 0) await Promise.allSettled(last.values())
    },
  }
}
