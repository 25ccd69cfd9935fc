import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveRefs } from '../../../renderer/player/chapter-refs.ts'

const at = (startSeconds: number, title: string) => ({ startSeconds, title })
const places = (refs: ReturnType<typeof at>[], chapters: ReturnType<typeof at>[]) => [
  ...resolveRefs(refs, chapters).found.keys(),
]

describe('a chapter that was named', () => {
  const chapters = [at(0, 'Intro'), at(60, 'Sponsor'), at(300, 'Queues'), at(900, 'Sponsor')]

  it('is found by its title, also where it moved', () =>
    expect(places([at(320, 'Queues')], chapters)).toEqual([2]))
  it('is the nearest of several of its title', () => {
    expect(places([at(50, 'Sponsor')], chapters)).toEqual([1])
    expect(places([at(880, 'Sponsor')], chapters)).toEqual([3])
  })
  it('is found by its beginning when it was renamed', () =>
    expect(places([at(300.4, 'On queues')], chapters)).toEqual([2]))
  it('is missing, and no other, when neither is there', () => {
    const { found, missing } = resolveRefs([at(310, 'Clocks')], chapters)
    expect([...found]).toEqual([])
    expect(missing).toEqual([at(310, 'Clocks')])
  })
  it('is not another one of its title that was named as well', () => {
    const { found, missing } = resolveRefs([at(60, 'Sponsor'), at(100, 'Sponsor')], [at(70, 'Sponsor')])
    expect([...found]).toEqual([[0, at(60, 'Sponsor')]])
    expect(missing).toEqual([at(100, 'Sponsor')])
  })
  it('is not taken for one that another name means more exactly', () =>
    expect(resolveRefs([at(300, 'Old name'), at(301, 'Queues')], chapters).missing).toEqual([
      at(300, 'Old name'),
    ]))
})

it('finds each chapter by its own name, in any order, and never two names in one', () => {
  const anyChapters = fc.uniqueArray(
    fc.record({ startSeconds: fc.nat({ max: 50 }), title: fc.constantFrom('A', 'B', 'C') }),
    {
      selector: ({ startSeconds }) => startSeconds,
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(anyChapters, anyChapters, (chapters, refs) => {
      expect(resolveRefs(chapters, chapters)).toEqual({
        found: new Map(chapters.map((chapter, index) => [index, chapter])),
        missing: [],
      })
      const { found, missing } = resolveRefs(refs, chapters)
      expect(found.size + missing.length).toBe(refs.length)
      expect(new Set([...found.values(), ...missing]).size).toBe(refs.length)
    }),
  )
})
