import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleFinder } from '../../../renderer/player/skip-rules.ts'
import { skippedChapters } from '../../../renderer/player/skipped-chapters.ts'

describe('a chapter’s title', () => {
  it.each([
    ['Sponsor', 'sponsor'],
    ['A word from our SPONSOR: Acme', 'sponsor'],
    ['[Ad] Acme', 'ad'],
    ['Publicité', 'PUBLICITE'],
    ['A  word from\tour sponsors', 'word from our'],
    ['C++ for all', 'C++'],
    ['Ratings (0-10).*', '.*'],
    ['这是广告时间', '广告'],
    ['𝔘nited', 'united'],
  ])('“%s” holds “%s”', (title, rule) => expect(ruleFinder(['none', rule])(title)).toBe(rule))

  it.each([
    ['Sponsored by Acme', 'sponsor'],
    ['Our cosponsor', 'sponsor'],
    ['Advertisement', 'ad'],
    ['Chapters', '.*'],
    ['Chapters', '^'],
    ['Aaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a+)+$'],
    ['Nothing', ''],
    ['Nothing', ' \n '],
    ['Ad', 'a'.repeat(100_000)],
    ['𐐨𐐩𐐪', '𐐩'],
  ])('“%s” does not hold “%s”', (title, rule) => expect(ruleFinder([rule])(title)).toBeNull())

  it('holds each rule that stands between spaces in it, and no rule that is not in it', () => {
    const letters = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(letters, letters, letters, (before, rule, after) => {
        const found = ruleFinder([rule])(`${before} ${rule.trim()} ${after}`)
        // Marks alone, which are left out of what is compared, are no text.
        if (/[\p{L}\p{N}]/u.test(rule)) expect(found).toBe(rule)
        expect(ruleFinder([`${rule}x`])(rule)).toBeNull()
      }),
    )
  })
})

describe('what the person says of a chapter', () => {
  const chapters = [
    { startSeconds: 0, title: 'Intro' },
    { startSeconds: 60, title: 'Sponsor' },
    { startSeconds: 300, title: 'Sponsor' },
  ]

  it('skips it, or plays it although a rule would skip it', () => {
    const said = [
      { startSeconds: 0, title: 'Intro', skip: true },
      { startSeconds: 60, title: 'Sponsor', skip: false },
    ]
    expect([...skippedChapters(chapters, said, ['sponsor'])]).toEqual([
      [0, { kind: 'person' }],
      [2, { kind: 'rule', rule: 'sponsor' }],
    ])
  })

  it('is nothing of most, and no rule skips none', () =>
    expect(skippedChapters(chapters, [], [])).toEqual(new Map()))
})
