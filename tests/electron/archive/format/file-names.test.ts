import fc from 'fast-check'
import { expect, test } from 'vitest'
import { episodeFileName } from '../../../../electron/archive/format/file-names.ts'
import { foldedPath, pathFault } from '../../../../electron/archive/format/paths.ts'
import { type EpisodeId, slugSchema } from '../../../../shared/models/identity.ts'

test('a slug that every file system takes as it is stays', () => {
  expect(episodeFileName('day-two-devops/d2do295.1_a')).toBe('day-two-devops/d2do295.1_a')
})

test.each([
  'Capitals',
  'con',
  'nul.md',
  'com1',
  'ends.',
  'ends-',
  'two..dots',
  'til~de',
  'grüße',
  'gru\u0308ße',
  '日本語',
  'x'.repeat(300),
  '😀'.length === 2 ? '𐐷'.repeat(100) : '',
  'as-with-digest-0123abcd',
])('of %j the name differs, is safe, and never that of another', (slug) => {
  const [podcast, episode] = episodeFileName(`show/${slug}`).split('/')
  expect(podcast).toBe('show')
  if (slug === 'ends-') expect(episode).toBe('ends-')
  else expect(episode).toMatch(/-[0-9a-f]{8}$/)
  expect(episode).toMatch(/^[\p{Ll}\p{Lo}\p{N}_-]+$|^[a-z0-9_.-]+$/u)
  expect(episode).not.toMatch(/^(con|nul|com1)(\.|$)/)
  expect(Buffer.byteLength(episode ?? '')).toBeLessThanOrEqual(200)
})

const slug = fc
  .string({
    unit: fc.constantFrom(...'aAbB1éÉe\u0301İıſsßKk.~_-', 'con', 'nul', '日', '\u{10437}'),
    minLength: 1,
    maxLength: 12,
  })
  .filter((text) => slugSchema.safeParse(text).success)

test('no two slugs get one name on any file system, and no name leads anywhere', () => {
  fc.assert(
    fc.property(slug, slug, (one, other) => {
      const names = [one, other].map((each) => episodeFileName(`show/${each}` as EpisodeId))
      const [nameOfOne = '', nameOfOther = ''] = names
      expect(pathFault(nameOfOne)).toBeNull()
      expect(nameOfOne).not.toMatch(/[. ]$/)
      expect(foldedPath(nameOfOne) === foldedPath(nameOfOther)).toBe(one === other)
    }),
    { numRuns: 2000 },
  )
})
