import { describe, expect, test } from 'vitest'
import { filterLibrary, type LibraryFilter } from '../../../renderer/library/filter-library.ts'
import { indexLibrary } from '../../../renderer/library/library-index.ts'
import { foldedWords } from '../../../renderer/search/fold.ts'
import { makeEpisodeRow } from './episode-row.ts'

const everything: LibraryFilter = { podcastSlug: null, words: [], topics: [], matching: 'all' }

const rows = [
  makeEpisodeRow('queues', { title: 'Queues that never drain', topics: ['DevOps', 'Queues'] }),
  makeEpisodeRow('raft', { title: 'Consensus by hand', topics: ['Consensus', 'DevOps'] }),
  makeEpisodeRow('cafe', {
    title: 'Le café du dimanche',
    podcastSlug: 'on-call',
    podcastTitle: 'On Call',
    topics: ['Consensus'],
  }),
  makeEpisodeRow('plain', {
    title: 'Nothing in particular',
    podcastSlug: 'on-call',
    podcastTitle: 'On Call',
  }),
]
const index = indexLibrary(rows)

function filtered(filter: Partial<LibraryFilter>) {
  return filterLibrary(index, { ...everything, ...filter })
}

function slugs(filter: Partial<LibraryFilter>): string[] {
  return filtered(filter).rows.map(({ id }) => id.split('/')[1] ?? '')
}

describe('episodes', () => {
  test('without a filter are all there, in their order', () => {
    expect(slugs({})).toEqual(['queues', 'raft', 'cafe', 'plain'])
  })

  test('have all of the chosen topics, or any of them', () => {
    expect(slugs({ topics: ['DevOps', 'Consensus'] })).toEqual(['raft'])
    expect(slugs({ topics: ['DevOps', 'Consensus'], matching: 'any' })).toEqual(['queues', 'raft', 'cafe'])
  })

  test('are none when a chosen topic has left the library, unless any will do', () => {
    expect(slugs({ topics: ['DevOps', 'Gone'] })).toEqual([])
    expect(slugs({ topics: ['DevOps', 'Gone'], matching: 'any' })).toEqual(['queues', 'raft'])
  })

  test('match words in title, podcast and topics, all of them, however they are written', () => {
    expect(slugs({ words: foldedWords('CAFE') })).toEqual(['cafe'])
    expect(slugs({ words: foldedWords('call consensus') })).toEqual(['cafe'])
    expect(slugs({ words: foldedWords('consensus hand') })).toEqual(['raft'])
    expect(slugs({ words: foldedWords('consensus missing') })).toEqual([])
  })

  test('do not match a word that would stand across two fields', () => {
    expect(slugs({ words: ['drainnight'] })).toEqual([])
  })

  test('can be those of one podcast, and its total counts only them', () => {
    expect(slugs({ podcastSlug: 'on-call' })).toEqual(['cafe', 'plain'])
    expect(filtered({ podcastSlug: 'on-call', words: ['cafe'] }).total).toBe(2)
  })
})

describe('counts of topics', () => {
  test('tell how many episodes would stay if one more were chosen', () => {
    const { counts } = filtered({ topics: ['DevOps'] })
    expect(Object.fromEntries(counts)).toEqual({ DevOps: 2, Queues: 1, Consensus: 1 })
    for (const [topic, count] of counts) {
      expect(slugs({ topics: [...new Set(['DevOps', topic])] })).toHaveLength(count)
    }
  })

  test('tell for any of them how many each one brings', () => {
    const { counts } = filtered({ topics: ['Queues'], matching: 'any' })
    expect(Object.fromEntries(counts)).toEqual({ DevOps: 2, Queues: 1, Consensus: 2 })
  })

  test('follow words and podcast, while the totals follow the podcast only', () => {
    const { counts, totals } = filtered({ podcastSlug: 'night-shift', words: ['queues'] })
    expect(Object.fromEntries(counts)).toEqual({ DevOps: 1, Queues: 1 })
    expect(Object.fromEntries(totals)).toEqual({ DevOps: 2, Queues: 1, Consensus: 1 })
  })

  test('count an episode once that names a topic twice', () => {
    const twice = indexLibrary([makeEpisodeRow('twice', { topics: ['Raft', 'Raft'] })])
    const { counts, rows: found } = filterLibrary(twice, { ...everything, topics: ['Raft'] })
    expect(counts.get('Raft')).toBe(1)
    expect(found).toHaveLength(1)
  })
})
