import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Notices } from '../../../renderer/shell/notices.tsx'

test('a notice is read out by itself, not those that were there before once more', () => {
  expect(renderToStaticMarkup(<Notices />)).toMatch(/^<div role="status"[^>]* aria-atomic="false"/)
})
