import { beforeEach, expect, test } from 'vitest'
import { announce, announceFailure, useAnnouncements } from '../../../renderer/shell/announce.ts'

beforeEach(() => useAnnouncements.setState(useAnnouncements.getInitialState(), true))

const texts = (region: 'polite' | 'urgent') => useAnnouncements.getState()[region].map(({ text }) => text)

test('of several announcements in one moment each is there to be read out, in their order', () => {
  announce('Note saved')
  announceFailure('It broke.')
  announce('Note saved')
  announce('Syncing Night.')
  expect(texts('polite')).toEqual(['Note saved', 'Note saved', 'Syncing Night.'])
  expect(texts('urgent')).toEqual(['It broke.'])
})

test('one that was read out keeps its element, so that it is not read out again', () => {
  announce('Note saved')
  const [saved] = useAnnouncements.getState().polite
  announce('Note saved')
  const ids = useAnnouncements.getState().polite.map(({ id }) => id)
  expect(ids[0]).toBe(saved?.id)
  expect(new Set(ids).size).toBe(2)
})

test('the oldest give way in time', () => {
  for (let index = 0; index < 1000; index += 1) announce(`Note ${index}`)
  expect(texts('polite').length).toBeLessThan(100)
  expect(texts('polite').at(-1)).toBe('Note 999')
})
