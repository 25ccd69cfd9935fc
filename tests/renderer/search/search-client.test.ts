import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SearchAnswer } from '../../../renderer/search/search-answer.ts'
import { createSearchClient } from '../../../renderer/search/search-client.ts'
import type { ToWorker } from '../../../renderer/search/worker/messages.ts'
import type { SearchWorkerHearer } from '../../../renderer/search/worker/open-worker.ts'
import type { SearchQuery } from '../../../shared/search/query.ts'

const query = (word: string): SearchQuery => ({
  terms: [{ words: [word], prefix: true, without: false }],
  filters: [],
})
const answer = (behind: number): SearchAnswer => ({ groups: [], corrected: [], behind })

function opened() {
  const workers: { posted: ToWorker[]; hearer: SearchWorkerHearer; isClosed: boolean }[] = []
  const faults: unknown[] = []
  const client = createSearchClient({
    open: (hearer) => {
      const posted: ToWorker[] = []
      const worker = { posted, hearer, isClosed: false }
      workers.push(worker)
      return {
        post: (message) => posted.push(message),
        close: () => {
          worker.isClosed = true
        },
      }
    },
    status: () => undefined,
    fault: (fault) => faults.push(fault),
  })
  const asks = (worker: number) => (workers[worker]?.posted ?? []).filter(({ kind }) => kind === 'ask')
  return { client, workers, faults, asks }
}

describe('the client of the search worker', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('answers what was superseded with nothing, and tells the worker to leave it', async () => {
    const { client, workers } = opened()
    const first = client.search(query('ku'), { perGroup: 5 })
    const second = client.search(query('kub'), { perGroup: 5 })
    expect(await first).toBeNull()
    expect(workers[0]?.posted).toContainEqual({ kind: 'forget', number: 1 })
    workers[0]?.hearer.hear({ kind: 'answer', number: 1, answer: answer(1) })
    workers[0]?.hearer.hear({ kind: 'answer', number: 2, answer: answer(2) })
    expect(await second).toEqual(answer(2))
  })

  it('lets a search of one group run beside that of all', async () => {
    const { client, workers } = opened()
    const all = client.search(query('ku'), { perGroup: 5 })
    const chapters = client.search(query('ku'), { perGroup: 50, group: 'chapters' })
    workers[0]?.hearer.hear({ kind: 'answer', number: 1, answer: answer(1) })
    workers[0]?.hearer.hear({ kind: 'answer', number: 2, answer: answer(2) })
    expect(await all).toEqual(answer(1))
    expect(await chapters).toEqual(answer(2))
  })

  it('asks a new worker again what the dead one did not answer', async () => {
    const { client, workers, faults, asks } = opened()
    client.tellDownloaded(['p/e'])
    const asked = client.search(query('ku'), { perGroup: 5 })
    workers[0]?.hearer.died(new Error('It ended.'))
    expect(faults).toHaveLength(1)
    vi.advanceTimersByTime(500)
    expect(asks(1)).toEqual(asks(0))
    expect(workers[1]?.posted).toContainEqual({ kind: 'downloaded', episodeIds: ['p/e'] })
    workers[1]?.hearer.hear({ kind: 'answer', number: 1, answer: answer(0) })
    expect(await asked).toEqual(answer(0))
  })

  it('ends a worker that does not answer for a minute, and asks another one', async () => {
    const { client, workers, faults, asks } = opened()
    const asked = client.search(query('ku'), { perGroup: 5 })
    vi.advanceTimersByTime(74_000)
    expect(workers[0]?.isClosed).toBe(false)
    vi.advanceTimersByTime(1_500)
    expect(workers[0]?.isClosed).toBe(true)
    expect(String(faults[0])).toContain('The search worker did not answer')
    expect(asks(1)).toEqual(asks(0))
    workers[1]?.hearer.hear({ kind: 'answer', number: 1, answer: answer(0) })
    expect(await asked).toEqual(answer(0))
    vi.advanceTimersByTime(600_000)
    expect(workers).toHaveLength(2)
  })

  it('ends a worker that is alive and does not answer what was asked for two minutes, once it has read the library', () => {
    const { client, workers } = opened()
    void client.search(query('ku'), { perGroup: 5 })
    const pass = (minutes: number): void => {
      for (let seconds = 0; seconds < 60 * minutes; seconds += 15) {
        vi.advanceTimersByTime(15_000)
        if (workers[0]?.isClosed === false) workers[0].hearer.hear({ kind: 'pong' })
      }
    }
    pass(10)
    expect(workers[0]?.isClosed).toBe(false)
    workers[0]?.hearer.hear({ kind: 'status', status: { isReady: true, behind: 0, revision: 1 } })
    pass(3)
    expect(workers[0]?.isClosed).toBe(true)
  })

  it('waits longer each time a worker dies before it answered anything', () => {
    const { workers } = opened()
    workers[0]?.hearer.died(new Error('It ended.'))
    vi.advanceTimersByTime(500)
    workers[1]?.hearer.died(new Error('It ended.'))
    vi.advanceTimersByTime(999)
    expect(workers).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(workers).toHaveLength(3)
  })
})
