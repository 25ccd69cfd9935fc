/** Asks that often; a page of episodes is written in a tenth of a second. */
const askEveryMs = 15_000
/**
 * So many questions on end without an answer, a minute: the worker hangs. Counted and not timed, since a machine that slept
 * wakes to one question and no answer yet.
 */
const mostUnanswered = 4
/** So many answers on end by which the same piece of work stood still, two minutes: a disk can be slow. */
const mostStill = 8

export type WorkerVigil = {
  /** The worker answered; these pieces of its work, by number, stood still since the question before. */
  answered: (still: readonly number[]) => void
  end: () => void
}

/**
 * Asks a worker, named in words for the log, again and again whether it is alive and its work moves; `hangs` is told once, when that is
 * not so.
 */
export function keepVigil(worker: string, ask: () => void, hangs: (fault: Error) => void): WorkerVigil {
  let unanswered = 0
  let stillFor = new Map<number, number>()
  let timer = setTimeout(askOnceMore, askEveryMs)

  function askOnceMore(): void {
    if (unanswered >= mostUnanswered) {
      hangs(new Error(`The ${worker} did not answer for a minute.`))
      return
    }
    unanswered += 1
    timer = setTimeout(askOnceMore, askEveryMs)
    ask()
  }

  return {
    answered: (still) => {
      unanswered = 0
      stillFor = new Map(still.map((passId) => [passId, (stillFor.get(passId) ?? 0) + 1]))
      if (Math.max(0, ...stillFor.values()) < mostStill) return
      clearTimeout(timer)
      hangs(new Error(`What the ${worker} does stood still for two minutes.`))
    },
    end: () => clearTimeout(timer),
  }
}
