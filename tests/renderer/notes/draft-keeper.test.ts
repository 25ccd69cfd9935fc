import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DraftRow } from '../../../renderer/db/rows.ts'
import { createDraftKeeper } from '../../../renderer/notes/draft-keeper.ts'

function draft(key: string, text: string): DraftRow {
  return { key, text, episodeId: 'night/a', startSeconds: 10 }
}

function memoryStore() {
  const rows = new Map<string, string>()
  const writes: string[] = []
  return {
    rows,
    writes,
    async keep(row: DraftRow) {
      writes.push(row.text)
      rows.set(row.key, row.text)
    },
    async drop(key: string) {
      rows.delete(key)
    },
  }
}

const silent = { onKept: () => {}, onFailure: () => {} }

describe('drafts', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  test('are written once after the last key stroke', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, 300, silent)
    keeper.put(draft('a', 'h'))
    await vi.advanceTimersByTimeAsync(200)
    keeper.put(draft('a', 'ha'))
    await vi.advanceTimersByTimeAsync(200)
    expect(store.writes).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(store.writes).toEqual(['ha'])
  })

  test('of two places are both kept', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, 300, silent)
    keeper.put(draft('a', 'one'))
    keeper.put(draft('b', 'two'))
    await keeper.flush()
    expect([...store.rows]).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ])
  })

  test('are written at once when asked, and not again', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, 300, silent)
    keeper.put(draft('a', 'closing'))
    await keeper.flush()
    expect(store.writes).toEqual(['closing'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.writes).toEqual(['closing'])
  })

  test('tell what is on disk, once it is', async () => {
    const store = memoryStore()
    const kept: string[] = []
    const keeper = createDraftKeeper(store, 300, { ...silent, onKept: (row) => kept.push(row.text) })
    keeper.put(draft('a', 'half'))
    expect(kept).toEqual([])
    await keeper.flush()
    expect(kept).toEqual(['half'])
  })

  test('go when their text was taken away', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, 300, silent)
    keeper.put(draft('a', 'text'))
    await keeper.flush()
    keeper.put(draft('a', '  \n'))
    await keeper.flush()
    expect(store.rows.size).toBe(0)
  })

  test('do not come back after they were dropped', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, 300, silent)
    keeper.put(draft('a', 'saved as a note'))
    await keeper.drop('a')
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.rows.size).toBe(0)
  })

  test('tell when a write that nobody waits for failed', async () => {
    const store = memoryStore()
    vi.spyOn(store, 'keep').mockRejectedValueOnce(new Error('disk full'))
    const failed = vi.fn()
    const keeper = createDraftKeeper(store, 300, { onKept: () => {}, onFailure: failed })
    keeper.put(draft('a', 'text'))
    await vi.advanceTimersByTimeAsync(300)
    expect(failed).toHaveBeenCalledOnce()
  })

  test('are still written after one write failed', async () => {
    const store = memoryStore()
    const keep = vi.spyOn(store, 'keep').mockRejectedValueOnce(new Error('disk full'))
    const keeper = createDraftKeeper(store, 300, silent)
    keeper.put(draft('a', 'lost once'))
    await expect(keeper.flush()).rejects.toThrow('disk full')
    keeper.put(draft('a', 'kept'))
    await keeper.flush()
    expect(keep).toHaveBeenCalledTimes(2)
    expect(store.rows.get('a')).toBe('kept')
  })
})
