import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEpisodePage } from '../../../../electron/stenobird/page-reader/read-episode-page.ts'
import { highlightKind } from '../../../../electron/stenobird/reading/highlights.ts'
import { htmlLayouts } from './layouts/html-layouts.ts'
import { markdownLayouts } from './layouts/markdown-layouts.ts'
import { textLayouts } from './layouts/text-layouts.ts'
import { marked, unmarked, type WrittenEpisode } from './layouts/written-episode.ts'

/** Another one, or a longer run: `EARMARK_SEED=7 EARMARK_RUNS=5000 npm test -- unit tests/electron/stenobird/page-reader`. */
const seed = Number(process.env.EARMARK_SEED ?? 2026)
const numRuns = Number(process.env.EARMARK_RUNS ?? 60)

const identity = { podcastSlug: 'show', slug: 'one' }
const address = 'https://stenobird.com/podcast/show/one.md'

const cases = [
  ...Object.entries({ ...markdownLayouts, ...htmlLayouts }).map(([name, write]) => ({
    name,
    write,
    episodes: marked,
  })),
  ...Object.entries(textLayouts).map(([name, write]) => ({ name, write, episodes: unmarked })),
]

test.each(cases)(
  `an episode written out as $name reads back the same (seed ${seed})`,
  ({ write, episodes }) => {
    fc.assert(
      fc.property(episodes, (written) => {
        const { episode, understood } = readEpisodePage({ text: write(written), identity, address })
        expect(understood).toBe(true)
        expect(episode).toEqual({
          ...identity,
          id: 'show/one',
          ...asRead(written),
          audio: null,
          imageUrl: null,
          updatedAt: null,
          warnings: [],
        })
      }),
      { seed, numRuns },
    )
  },
)

function asRead(written: WrittenEpisode) {
  const highlights = written.highlights.map(({ kind, text }) => {
    const known = highlightKind(kind)
    return known === 'other' ? { kind: known, text, label: kind } : { kind: known, text }
  })
  return { ...written, highlights }
}
