import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterTokens } from '../../../renderer/narrowing/filter-words.ts'
import {
  choiceOf,
  valueIn,
  wholeQuery,
  withoutPieces,
  withValue,
} from '../../../renderer/narrowing/query-fields.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'

describe('a control of the filters', () => {
  test('reads and writes its own part of a query and leaves the rest as it was typed', () => {
    const query = 'kind:failure-mode is:unheard  "blast radius" is:downloaded -is:starred'
    const heard = withValue(query, 'is', 'heard', ['unheard', 'started', 'heard'])
    expect(heard).toBe('kind:failure-mode "blast radius" is:downloaded -is:starred is:heard')
    expect(withValue(heard, 'is', null, ['downloaded'])).toBe(
      'kind:failure-mode "blast radius" -is:starred is:heard',
    )
    expect(valueIn('longer:45m', 'longer')).toBe('45m')
    expect(withValue('longer:45m', 'longer', '1h')).toBe('longer:1h')
    expect(valueIn('-longer:45m', 'longer')).toBeNull()
  })

  test('is shown as a person says it, and is taken away by itself', () => {
    const query = 'is:unheard longer:1h30 podcast:night-shift after:30d -has:notes tag:later raft'
    const tokens = filterTokens(query, new Map([['night-shift', 'Night Shift']]), Date.now())
    expect(tokens.map(({ words }) => words)).toEqual([
      'Unheard',
      'Over 1 h 30 min',
      'Night Shift',
      'Last 30 days',
      'Not: With notes',
      'tag:later',
      'raft',
    ])
    expect(withoutPieces(query, tokens.slice(1, 6))).toBe('is:unheard raft')
  })
})

describe('topics of a query', () => {
  const topic = fc.constantFrom('DevOps', 'Incident response', 'a,b', 'say "hi"', 'C++', '-x')
  const rest = fc.constantFrom('', 'is:unheard', '-topic:Ads longer:45m', 'kafka')

  test('come out of the whole as they went in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(topic), fc.constantFrom('all', 'any'), rest, (topics, matching, query) => {
        const whole = wholeQuery({ topics, matching, query })
        const choice = choiceOf(whole)
        expect(choice.topics).toEqual(topics)
        expect(choice.query).toBe(query)
        if (topics.length > 1) expect(choice.matching).toBe(matching)
        expect(parseQuery(whole, 0).remarks).toEqual([])
      }),
    )
  })

  test('that chips cannot show stay in the rest', () => {
    expect(choiceOf('topic:a,b topic:c is:heard')).toEqual({
      topics: ['c'],
      matching: 'all',
      query: 'topic:a,b is:heard',
    })
  })
})
