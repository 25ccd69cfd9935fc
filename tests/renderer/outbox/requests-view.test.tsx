import 'fake-indexeddb/auto'

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RequestList } from '../../../renderer/outbox/requests-view.tsx'
import type { RequestState } from '../../../shared/models/transcription-request.ts'
import { madeRequest } from './made-request.ts'

const drawn = (...states: RequestState[]) =>
  renderToStaticMarkup(
    <RequestList
      requests={states.map((state) => madeRequest({ state }))}
      now={{ online: true, nowMs: 1000, heldUntilMs: 0 }}
    />,
  )
const buttonNames = (markup: string) =>
  [...markup.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name)

test('an empty list says what to do next', () => {
  expect(drawn()).toContain('press Request transcript')
})

test.each<[RequestState, string, string[]]>([
  ['waiting', 'Waiting', ['Cancel the request for Episode a']],
  ['sending', 'Sending', []],
  ['accepted', 'Accepted', ['Look again: Episode a']],
  ['processing', 'Processing', ['Look again: Episode a']],
  ['ready', 'Ready', ['Remove the request for Episode a', 'Open Episode a']],
  ['failed', 'Failed', ['Remove the request for Episode a', 'Try again: Episode a']],
  ['cancelled', 'Cancelled', ['Remove the request for Episode a', 'Ask again for Episode a']],
])('%s is told in words, beside what can be done about it', (state, words, buttons) => {
  const markup = drawn(state)
  expect(markup).toContain(`<span>${words}</span>`)
  expect(buttonNames(markup)).toEqual(buttons)
})
