import { expect, test } from 'vitest'
import { nothingNew, type PassEnd } from '../../../renderer/sync/pass-parts.ts'
import { passWords } from '../../../renderer/sync/pass-words.ts'

const words = (end: Partial<PassEnd>) => passWords('Night', { ...nothingNew, ...end })

test('tells new episodes from changed ones, and both from those that went', () => {
  expect(words({ newEpisodes: 1 })).toBe('Night: 1 new episode.')
  expect(words({ newEpisodes: 3, changedEpisodes: 2, withdrawnEpisodes: 1 })).toBe(
    'Night: 3 new episodes, 2 changed, 1 withdrawn.',
  )
})

test('what was read and found to be the same is no news', () => {
  expect(words({ unchanged: false, receivedEpisodes: 12 })).toBe('Night is up to date.')
})

test('says where to look for why an episode could not be read', () => {
  expect(words({ newEpisodes: 2, brokenEpisodes: 1 })).toBe(
    'Night: 2 new episodes, 1 could not be read. Its details say why.',
  )
})
