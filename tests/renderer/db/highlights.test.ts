import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { highlightsOf } from '../../../renderer/db/highlights.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

beforeEach(freshDatabase)

const idea: Highlight = { kind: 'main-idea', text: 'Small changes.' }
const failure: Highlight = { kind: 'failure-mode', text: 'Large ones.', startSeconds: 12 }

test('reads the highlights of the episodes that are asked for, of any podcasts', async () => {
  await storeMade(madeEpisode('night', 'a', { highlights: [idea, failure] }))
  await storeMade(madeEpisode('night', 'b', { highlights: [idea] }))
  await storeMade(madeEpisode('day', 'a', { highlights: [failure] }))
  expect(await highlightsOf(['night/a', 'day/a'])).toEqual(
    new Map([
      ['night/a', [idea, failure]],
      ['day/a', [failure]],
    ]),
  )
})

test('leaves out episodes without highlights, and those that are not stored', async () => {
  await storeMade(madeEpisode('night', 'a', { highlights: [] }))
  expect(await highlightsOf(['night/a', 'night/b', 'nowhere/a'])).toEqual(new Map())
})
