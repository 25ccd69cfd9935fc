import { expect, test } from 'vitest'
import { isTangled } from '../../../shared/markdown/tangle.ts'

test.each([
  ['brackets without end', '['.repeat(6000)],
  ['a quote that goes on for hundreds of unmarked lines', `> a\n${'b\n'.repeat(400)}`],
  ['the same in a list, with the line ends of an old Mac', `- a\r${'b\r'.repeat(400)}`],
  ['underlined headings without end', 'a\n=\n'.repeat(1500)],
])('%s are tangled', (_what, text) => {
  expect(isTangled(text)).toBe(true)
})

test.each([
  ['a list of thousands of links', '- [An episode](/podcast/a/b)\n'.repeat(5000)],
  ['a long text of short paragraphs', 'Some words.\nAnd more.\n\n'.repeat(5000)],
  ['lines without a blank one between them', 'Some words.\n'.repeat(5000)],
  ['chapters under headings', '## Chapters\n\n- 1:00 A title: words\n  and more of them\n'.repeat(500)],
])('%s is not', (_what, text) => {
  expect(isTangled(text)).toBe(false)
})
