import { serialize } from 'parse5'
import { expect, test } from 'vitest'
import { parseHtml } from '../../../electron/html/parse-html.ts'

test('a page that makes its reader build a tree without end is read as far as it goes', () => {
  const unclosed = Array.from({ length: 5000 }, (_, index) => `<b id=${index}>`).join('')
  const page = `<p>The beginning</p><div>${unclosed}${'</div><div>x'.repeat(5000)}`
  const html = serialize(parseHtml(page, 20_000))
  expect(html).toContain('<p>The beginning</p>')
  expect(html.match(/<[a-z]/g)?.length).toBeLessThanOrEqual(20_000)
})

test('any other page is read whole', () => {
  const page = `<html><head></head><body>${'<p>One <b>more</b></p>'.repeat(1000)}</body></html>`
  expect(serialize(parseHtml(page))).toBe(page)
})
