import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { liveLibrary } from '../../../renderer/db/live-library.ts'
import { episodesFound } from '../../../renderer/search/episodes-found.ts'
import { episodesOf, search, useIndexStatus } from '../../../renderer/search/the-index.ts'
import type { FromWorker, ToWorker } from '../../../renderer/search/worker/messages.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

/** Answers as a worker would. */
class AnsweringWorker extends EventTarget {
  postMessage(message: ToWorker): void {
    if (message.kind !== 'ask') return
    const { number, asked } = message
    this.#tell({ kind: 'status', status: { isReady: true, behind: 3, revision: 7 } })
    if (asked.name === 'search')
      this.#tell({ kind: 'answer', number, answer: { groups: [], corrected: [], behind: 3 } })
    else {
      const shelves = [
        { podcastSlug: 'p', shelf: 0, positions: Uint16Array.of(0, 2) },
        { podcastSlug: 'gone', shelf: 0, positions: Uint16Array.of(0) },
      ]
      this.#tell({ kind: 'answer', number, answer: { total: 3, shelves, behind: 3 } })
    }
  }

  #tell(data: FromWorker): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }
}

describe('the index as the page sees it', () => {
  beforeEach(async () => {
    vi.stubGlobal('Worker', AnsweringWorker)
    await freshDatabase()
  })

  it('tells what the worker found, and how far it is', async () => {
    const answer = await search({ terms: [], filters: [] }, { perGroup: 3 })
    expect(answer).toEqual({ groups: [], corrected: [], behind: 3 })
    expect(useIndexStatus.getState()).toEqual({ isReady: true, behind: 3, revision: 7 })
  })

  it('makes a list of found episodes, newest first, without what left the library', async () => {
    for (const day of [1, 2, 3])
      await storeMade(madeEpisode('p', `e${day}`, { publishedAt: `2026-03-0${day}T00:00:00Z` }))
    const live = liveLibrary(0)
    await new Promise<void>((resolve) => {
      live.subscribe(resolve)
    })
    const library = live.latest()
    if (library === undefined) throw new Error('The library was not read.')
    const list = episodesFound(library, await episodesOf({ terms: [], filters: [] }))
    expect([list.length, list.at(0)?.id, list.at(1)?.id]).toEqual([2, 'p/e3', 'p/e1'])
  })
})
