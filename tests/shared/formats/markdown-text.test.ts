import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { link, literal, quoted } from '../../../shared/formats/markdown-text.ts'
import { oneLine } from '../../../shared/formats/plain-text.ts'
import { hostileText } from './hostile-text.ts'

describe('literal text', () => {
  test('reads as before, and stays readable as it is', () => {
    expect(literal('3. Why [[AI]] is *not* "magic"? - yes')).toBe(
      '3\\. Why \\[\\[AI\\]\\] is \\*not\\* "magic"? - yes',
    )
    expect(literal('- a')).toBe('\\- a')
  })

  test('is one paragraph of that text for whoever reads Markdown, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = oneLine(text)
        const tree = fromMarkdown(literal(text))
        if (line === '') expect(tree.children).toEqual([])
        else
          expect(tree).toMatchObject({
            children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
          })
      }),
      { numRuns: 150 },
    )
  })
})

test('a link is one link, whatever its words and its address hold', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (words, rest) => {
      const tree = fromMarkdown(`${link(words, `https://a.example/${rest}`)} after`)
      expect(tree).toMatchObject({
        children: [{ type: 'paragraph', children: [{ type: 'link' }, { type: 'text', value: ' after' }] }],
      })
    }),
  )
  expect(link('a', 'https://a.example/(b) c')).toBe('[a](https://a.example/%28b%29%20c)')
})

describe('a quotation', () => {
  test('keeps the Markdown in it', () => {
    expect(quoted('one\r\n\n- two')).toBe('> one\n>\n> - two')
  })

  test('ends where it ends, whatever it leaves open', () => {
    fc.assert(
      fc.property(hostileText, (body) => {
        const { children } = fromMarkdown(`before\n\n${quoted(body)}\n\nafter`)
        expect(children).toMatchObject([{ type: 'paragraph' }, { type: 'blockquote' }, { type: 'paragraph' }])
      }),
      { numRuns: 150 },
    )
  })
})
