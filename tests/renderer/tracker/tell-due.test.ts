import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import { isToldFor, startTellingDue } from '../../../renderer/tracker/tell-due.ts'
import { useToday } from '../../../renderer/tracker/today.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'

let visibility = 'visible'
const page = Object.assign(new EventTarget(), { querySelector: () => null })
Object.defineProperty(page, 'visibilityState', { get: () => visibility })

beforeEach(async () => {
  visibility = 'visible'
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  useNotices.setState({ notices: [] })
  await Promise.all(database.tables.map((table) => table.clear()))
})

const texts = () => useNotices.getState().notices.map(({ text }) => text)

async function writeDue(day: string): Promise<void> {
  const { episodeId, anchor, context, body } = madeNote(1)
  await writeAnnotation({
    ...{ episodeId, anchor, context, body },
    tracking: { state: 'to-try', note: '', lookAgainOn: day },
  })
}

test('says once a day that something is due, also when the day begins while the app is open', async () => {
  await writeDue('2026-12-01')
  useToday.setState({ today: '2026-11-30' })
  const stop = startTellingDue()
  await vi.waitFor(async () => expect(await database.memory.count()).toBe(0))
  expect(texts()).toEqual([])

  await writeDue('2026-12-01')
  visibility = 'hidden'
  useToday.setState({ today: '2026-12-01' })
  expect(texts()).toEqual([])
  visibility = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(texts()).toEqual(['There are 2 things to look at again today.']))
  stop()

  // The app is started again on the same day, and then on the next.
  useNotices.setState({ notices: [] })
  const stopAgain = startTellingDue()
  useToday.setState({ today: '2026-12-02' })
  await vi.waitFor(() => expect(texts()).toHaveLength(1))
  stopAgain()
})

test('is not told anew by a clock that goes back, and not kept quiet by one that was wrong', () => {
  expect(isToldFor('2026-12-01', '2026-12-01')).toBe(true)
  expect(isToldFor('2026-12-01', '2026-11-30')).toBe(true)
  expect(isToldFor('2026-12-01', '2026-12-02')).toBe(false)
  expect(isToldFor('2031-12-01', '2026-12-02')).toBe(false)
})
