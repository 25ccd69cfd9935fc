import { expect, test } from 'vitest'
import { topicCountsOf } from '../../../renderer/db/topic-counts.ts'
import { topicsMatching } from '../../../renderer/topics/count-topics.ts'
import { makeEpisodeRow } from '../library/episode-row.ts'
import { makeLibrary } from '../library/made-library.ts'

const counted = topicCountsOf(
  makeLibrary([
    makeEpisodeRow('a', { topics: ['Consensus', 'Raft', 'Raft'] }),
    makeEpisodeRow('b', { topics: ['Consensus'] }),
    makeEpisodeRow('c', { podcastSlug: 'other', topics: ['álgebra'] }),
  ]),
)

test('topics are counted by episode', () => {
  expect(topicsMatching(counted, '', 'count')).toEqual([
    { topic: 'Consensus', count: 2 },
    { topic: 'álgebra', count: 1 },
    { topic: 'Raft', count: 1 },
  ])
})

test('topics stand by name when asked, accents aside', () => {
  expect(topicsMatching(counted, '', 'name').map(({ topic }) => topic)).toEqual([
    'álgebra',
    'Consensus',
    'Raft',
  ])
})

test('topics are found by part of their name, however it is written', () => {
  expect(topicsMatching(counted, 'ALGE', 'count').map(({ topic }) => topic)).toEqual(['álgebra'])
  expect(topicsMatching(counted, 'raft consensus', 'count')).toEqual([])
})
