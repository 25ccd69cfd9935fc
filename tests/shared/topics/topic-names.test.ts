import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allApartWishes,
  apartWishes,
  hideWishes,
  joinWishes,
  type NameWish,
  showWishes,
} from '../../../shared/topics/change-names.ts'
import { shownTopics, topicNames } from '../../../shared/topics/topic-names.ts'

const letters = ['a', 'b', 'c', 'd', 'e']
const letter = fc.constantFrom(...letters)
const someRows = fc.uniqueArray(
  fc.record({ topic: letter, shownAs: fc.option(letter), hidden: fc.boolean() }),
  { selector: ({ topic }) => topic },
)

/** The rows once wishes came true. */
function withWishes(rows: readonly NameWish[], wishes: readonly NameWish[]): NameWish[] {
  const all = new Map([...rows, ...wishes].map((row) => [row.topic, row]))
  return [...all.values()].filter(({ shownAs, hidden }) => shownAs !== null || hidden)
}

function shownIn(rows: readonly NameWish[]): Record<string, string> {
  const names = topicNames(rows)
  return Object.fromEntries(letters.map((each) => [each, names.shownOf(each)]))
}

describe('names of topics', () => {
  test('follow a chain to its end, and say which topics go under it', () => {
    const names = topicNames([
      { topic: 'k8s', shownAs: 'Kube', hidden: false },
      { topic: 'Kube', shownAs: 'Kubernetes', hidden: true },
    ])
    expect(shownTopics(['Kube', 'DevOps', 'k8s', 'Kubernetes'], names)).toEqual(['Kubernetes', 'DevOps'])
    expect(names.othersOf('Kubernetes')).toEqual(['Kube', 'k8s'])
    expect(names.joined).toEqual(['Kubernetes'])
    expect(names.hidden).toEqual([])
  })

  test('of a circle that two computers made are one, the same on both', () => {
    const circle = [
      { topic: 'a', shownAs: 'b', hidden: false },
      { topic: 'b', shownAs: 'a', hidden: false },
      { topic: 'c', shownAs: 'b', hidden: false },
    ]
    for (const rows of [circle, circle.toReversed()]) {
      expect(shownIn(rows)).toMatchObject({ a: 'a', b: 'a', c: 'a', d: 'd' })
    }
  })

  test('end somewhere, whatever the rows are and in whichever order', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const names = topicNames(rows)
        expect(shownIn(rows.toReversed())).toEqual(shownIn(rows))
        for (const each of letters) {
          const shown = names.shownOf(each)
          expect(names.shownOf(shown)).toBe(shown)
          expect(shown === each || names.othersOf(shown).includes(each)).toBe(true)
        }
      }),
    )
  })
})

describe('what a person does to names', () => {
  test('joining makes one of two, and no other topic goes elsewhere', () => {
    fc.assert(
      fc.property(someRows, letter, letter, (rows, one, other) => {
        const before = topicNames(rows)
        const now = topicNames(withWishes(rows, joinWishes(one, other, before)))
        const both = [before.shownOf(one), before.shownOf(other)]
        for (const each of letters) {
          const was = before.shownOf(each)
          expect(now.shownOf(each)).toBe(both.includes(was) ? before.shownOf(other) : was)
        }
        expect(now.isHidden(now.shownOf(other))).toBe(before.isHidden(before.shownOf(other)))
      }),
    )
  })

  test('taking apart what was joined returns to what was', () => {
    fc.assert(
      fc.property(someRows, letter, letter, (rows, one, other) => {
        const before = topicNames(rows)
        fc.pre(before.othersOf(before.shownOf(one)).length === 0)
        fc.pre(before.shownOf(one) !== before.shownOf(other))
        const joined = withWishes(rows, joinWishes(one, other, before))
        const apart = withWishes(joined, apartWishes(one, topicNames(joined)))
        expect(shownIn(apart)).toEqual(shownIn(rows))
      }),
    )
  })

  test('taking one out leaves the others together, and taking all apart leaves none', () => {
    fc.assert(
      fc.property(someRows, letter, (rows, one) => {
        const before = topicNames(rows)
        const group = letters.filter((each) => before.shownOf(each) === before.shownOf(one))
        const now = topicNames(withWishes(rows, apartWishes(one, before)))
        expect(now.shownOf(one)).toBe(one)
        const rest = group.filter((each) => each !== one)
        expect(new Set(rest.map(now.shownOf)).size).toBeLessThanOrEqual(1)
        expect(rest.map(now.shownOf)).not.toContain(one)

        const none = topicNames(withWishes(rows, allApartWishes(before.shownOf(one), before)))
        for (const each of group) expect(none.shownOf(each)).toBe(each)
      }),
    )
  })

  test('another of its topics can give the name, and the name is hidden and shown as a whole', () => {
    fc.assert(
      fc.property(someRows, letter, fc.boolean(), (rows, one, hidden) => {
        const before = topicNames(rows)
        const group = letters.filter((each) => before.shownOf(each) === before.shownOf(one))
        const renamed = withWishes(rows, showWishes(one, before))
        const names = topicNames(renamed)
        for (const each of group) expect(names.shownOf(each)).toBe(one)
        expect(names.isHidden(one)).toBe(before.isHidden(before.shownOf(one)))

        const now = topicNames(withWishes(renamed, hideWishes(one, hidden, names)))
        expect(now.isHidden(one)).toBe(hidden)
        expect(now.hidden.includes(one)).toBe(hidden)
        expect(shownIn(withWishes(renamed, hideWishes(one, hidden, names)))).toEqual(shownIn(renamed))
      }),
    )
  })
})
