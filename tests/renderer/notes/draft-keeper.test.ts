import { describe, expect, test, vi } from 'vitest'
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
  test('are written with each key stroke; what is typed during a write goes together', async () => {
    const store = memoryStore()
    const { promise, resolve } = Promise.withResolvers<void>()
    vi.spyOn(store, 'keep').mockImplementationOnce(async (row) => {
      store.writes.push(row.text)
      await promise
    })
    const keeper = createDraftKeeper(store, silent)
    keeper.put(draft('a', 'h'))
    await vi.waitFor(() => expect(store.writes).toEqual(['h']))
    keeper.put(draft('a', 'ha'))
    keeper.put(draft('a', 'hal'))
    resolve()
    await keeper.flush()
    expect(store.writes).toEqual(['h', 'hal'])
  })

  test('of two places are both kept', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, silent)
    keeper.put(draft('a', 'one'))
    keeper.put(draft('b', 'two'))
    await keeper.flush()
    expect([...store.rows]).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ])
  })

  test('are written when it is said so, and not again', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, silent)
    keeper.put(draft('a', 'closing'))
    await keeper.flush()
    await keeper.flush()
    expect(store.writes).toEqual(['closing'])
  })

  test('tell what is on disk, once it is', async () => {
    const store = memoryStore()
    const kept: string[] = []
    const keeper = createDraftKeeper(store, { ...silent, onKept: (row) => kept.push(row.text) })
    keeper.put(draft('a', 'half'))
    expect(kept).toEqual([])
    await keeper.flush()
    expect(kept).toEqual(['half'])
  })

  test('go when their text was taken away', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, silent)
    keeper.put(draft('a', 'text'))
    await keeper.flush()
    keeper.put(draft('a', '  \n'))
    await keeper.flush()
    expect(store.rows.size).toBe(0)
  })

  test('do not come back after they were dropped', async () => {
    const store = memoryStore()
    const keeper = createDraftKeeper(store, silent)
    keeper.put(draft('a', 'saved as a note'))
    await keeper.drop('a')
    await keeper.flush()
    expect(store.rows.size).toBe(0)
  })

  test('tell when a write that nobody waits for failed', async () => {
    const store = memoryStore()
    vi.spyOn(store, 'keep').mockRejectedValueOnce(new Error('disk full'))
    const failed = vi.fn()
    const keeper = createDraftKeeper(store, { onKept: () => {}, onFailure: failed })
    keeper.put(draft('a', 'text'))
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce())
  })

  test('are still written after one write failed', async () => {
    const store = memoryStore()
    const keep = vi.spyOn(store, 'keep').mockRejectedValueOnce(new Error('disk full'))
    const keeper = createDraftKeeper(store, silent)
    keeper.put(draft('a', 'lost once'))
    await expect(keeper.flush()).rejects.toThrow('disk full')
    keeper.put(draft('a', 'kept'))
    await keeper.flush()
    expect(keep).toHaveBeenCalledTimes(2)
    expect(store.rows.get('a')).toBe('kept')
  })
})
