import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { dateOf, dateTimeOf, frontMatter, tagOf } from '../../../shared/formats/front-matter.ts'
import { oneLine } from '../../../shared/formats/plain-text.ts'
import { hostileText } from './hostile-text.ts'

const between = (text: string): string => /^---\n(.*)---\n$/s.exec(text)?.[1] ?? 'not front matter'

describe('front matter', () => {
  test('has one flat key a line, dates without quotes, and no key without a value', () => {
    const fields = {
      title: 'No: a “title” # of sorts',
      published: dateOf('2026-03-04T10:30:00.125Z'),
      heard: dateTimeOf('2026-03-04T10:30:00.125Z'),
      notes: 2,
      done: false,
      url: null,
      tags: ['One', 'two'],
      topics: [],
    }
    expect(frontMatter(fields)).toBe(
      [
        '---',
        'title: "No: a “title” # of sorts"',
        'published: 2026-03-04',
        'heard: 2026-03-04T10:30:00',
        'notes: 2',
        'done: false',
        'tags:',
        '  - "One"',
        '  - "two"',
        '---',
        '',
      ].join('\n'),
    )
  })

  test('gives back any text on one line, and nothing of it ends the front matter or begins a key', () => {
    fc.assert(
      fc.property(hostileText, fc.array(hostileText), (title, topics) => {
        const text = frontMatter({ title, topics, end: 1 })
        const given = topics.length === 0 ? {} : { topics: topics.map(oneLine) }
        for (const version of ['1.2', '1.1'] as const) {
          expect(parse(between(text), { version })).toEqual({ title: oneLine(title), ...given, end: 1 })
        }
        expect(text.match(/^---$/gm)).toHaveLength(2)
      }),
    )
  })
})

describe('a tag', () => {
  test.each([
    ['AI safety', 'AI-safety'],
    ['C++', 'C'],
    ['#DevOps', 'DevOps'],
    ['grüße/日本', 'grüße/日本'],
    ['2026', null],
    ['  ', null],
    ['!?', null],
  ])('of %j is %j', (topic, tag) => {
    expect(tagOf(topic)).toBe(tag)
  })

  test('holds nothing that ends a tag', () => {
    fc.assert(
      fc.property(hostileText, (topic) => {
        expect(tagOf(topic) ?? 'none').toMatch(/^[\p{L}\p{N}\p{M}_/-]+$/u)
      }),
    )
  })
})
