import PQueue from 'p-queue'

export type HostQueue = {
  /** Runs the task when its host and the whole have room. Rejects with an `AbortError` when aborted before. */
  run: <Value>(
    host: string,
    task: () => Promise<Value>,
    options: { priority: number; signal?: AbortSignal | undefined },
  ) => Promise<Value>
}

/** At most so many requests at a time to one host, and so many in all. */
export function createHostQueue(perHost: number, inAll: number): HostQueue {
  const whole = new PQueue({ concurrency: inAll })
  const hosts = new Map<string, PQueue>()

  function queueOf(host: string): PQueue {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const queue = new PQueue({ concurrency: perHost })
    queue.on('idle', () => hosts.delete(host))
    hosts.set(host, queue)
    return queue
  }

  return {
    run: (host, task, options) => queueOf(host).add(() => whole.add(task, options), options),
  }
}
