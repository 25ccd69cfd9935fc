import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LiveRegion } from '../../../renderer/shell/live-regions.tsx'

test('each announcement is an element of its own, of which only what is added is read out', () => {
  const markup = renderToStaticMarkup(
    <LiveRegion
      urgency="polite"
      label="Announcements"
      announcements={[
        { id: 1, text: 'Note saved' },
        { id: 2, text: 'Syncing Night.' },
      ]}
    />,
  )
  expect(markup).toMatch(/^<div role="log" aria-live="polite" aria-atomic="false"/)
  expect(markup).toContain('<p>Note saved</p><p>Syncing Night.</p>')
})
