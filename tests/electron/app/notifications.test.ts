import { expect, test } from 'vitest'
import { createNotify, type DesktopNotification } from '../../../electron/app/notifications.ts'
import type { NotifiedOf } from '../../../shared/ipc/contract.ts'

type Shown = { title: string; body: string; isShown: boolean; isClosed: boolean; click: () => void }

function arrange(options: { allowed?: boolean; supported?: boolean } = {}) {
  const { allowed = true, supported = true } = options
  const shown: Shown[] = []
  const opened: NotifiedOf[] = []
  const notify = createNotify({
    create: (words) => {
      if (!supported) return null
      const one: Shown = { ...words, isShown: false, isClosed: false, click: () => undefined }
      shown.push(one)
      const notification: DesktopNotification = {
        show: () => {
          one.isShown = true
        },
        close: () => {
          one.isClosed = true
        },
        on: (_event, listener) => {
          one.click = listener
        },
      }
      return notification
    },
    allowed: () => allowed,
    opened: (what) => opened.push(what),
  })
  return { notify, shown, opened }
}

const words = { title: 'The transcript is ready', body: 'Queues' }
const opens: NotifiedOf = { kind: 'episode', episodeId: 'night/a' }

test('shows what it is told, and a click says what it was about and takes it away', () => {
  const { notify, shown, opened } = arrange()
  expect(notify({ ...words, opens })).toEqual({ ok: true, value: null })
  expect(shown).toMatchObject([{ ...words, isShown: true, isClosed: false }])
  expect(opened).toEqual([])
  shown[0]?.click()
  expect(opened).toEqual([opens])
  expect(shown[0]?.isClosed).toBe(true)
})

test.each([{ allowed: false }, { supported: false }])('shows nothing when %o', (options) => {
  const { notify, shown } = arrange(options)
  expect(notify({ ...words, opens })).toEqual({ ok: true, value: null })
  expect(shown).toEqual([])
})
