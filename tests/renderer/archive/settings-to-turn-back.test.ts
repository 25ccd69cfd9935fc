import { expect, test } from 'vitest'
import { settingsToTurnBack } from '../../../renderer/archive/settings-to-turn-back.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'

const settingsBefore = { apiBaseUrl: 'https://stenobird.com', theme: 'system', keys: {} } as const
const settingsTaken = { apiBaseUrl: 'https://evil.example', theme: 'dark', keys: { a: 'x', b: 'y' } } as const

test('what an import changed becomes what it was', () => {
  const now = settingsSchema.parse({ ...settingsTaken, keys: { b: 'y', a: 'x' } })
  expect(settingsToTurnBack({ settingsBefore, settingsTaken }, now)).toEqual(settingsBefore)
})

test('what the person changed since stays as it is', () => {
  const now = settingsSchema.parse({ ...settingsTaken, theme: 'light', keys: { a: 'z' } })
  expect(settingsToTurnBack({ settingsBefore, settingsTaken }, now)).toEqual({
    apiBaseUrl: settingsBefore.apiBaseUrl,
  })
})

test('an import that changed none leaves them, and one of an earlier version is taken back whole', () => {
  const now = settingsSchema.parse({ theme: 'light' })
  expect(settingsToTurnBack({ settingsBefore: null, settingsTaken: null }, now)).toEqual({})
  expect(settingsToTurnBack({ settingsBefore, settingsTaken: null }, now)).toEqual(settingsBefore)
})
