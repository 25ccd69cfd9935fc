/**
 * In a worker: takes a lock that it holds as long as it lives, however it ends, and tells its name. Chromium tells nobody when a
 * worker ends by itself.
 */
export function holdLifeLock(purpose: string, tell: (lockName: string) => void): void {
  const lockName = `${purpose} ${crypto.randomUUID()}`
  void navigator.locks.request(lockName, () => {
    tell(lockName)
    return new Promise(() => {})
  })
}

/** On the page: calls back once the worker that holds the lock has ended, also when it was told to. */
export function onceEnded(lockName: string, ended: () => void): void {
  void navigator.locks.request(lockName, ended)
}
