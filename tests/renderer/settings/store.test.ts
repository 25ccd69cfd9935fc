import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changeSettings, receiveSettings, useSettings } from '../../../renderer/settings/store.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'
import { failure, success } from '../../../shared/result.ts'

const call = vi.fn()

beforeEach(() => {
  vi.stubGlobal('earmark', { call, listen: () => () => {} })
  receiveSettings(settingsSchema.parse({ skipBackSeconds: 20 }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  call.mockReset()
})

test('a change shows at once and stays when it is kept', async () => {
  call.mockResolvedValue(success(settingsSchema.parse({ skipBackSeconds: 20, theme: 'dark' })))
  const changing = changeSettings({ theme: 'dark' })
  expect(useSettings.getState().theme).toBe('dark')
  expect(await changing).toMatchObject({ ok: true })
  expect(call).toHaveBeenCalledWith('settings.change', { theme: 'dark' }, expect.any(String))
  expect(useSettings.getState()).toMatchObject({ theme: 'dark', skipBackSeconds: 20 })
})

test('a change that could not be kept is taken back, and its problem told', async () => {
  call.mockResolvedValue(failure('file', 'The settings could not be written.'))
  expect(await changeSettings({ theme: 'dark' })).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(useSettings.getState()).toMatchObject({ theme: 'system', skipBackSeconds: 20 })
})
