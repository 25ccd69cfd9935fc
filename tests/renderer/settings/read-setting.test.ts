import { describe, expect, test } from 'vitest'
import { readBaseAddress, readSeconds, secondsBounds } from '../../../renderer/settings/read-setting.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'

const names = ['skipBackSeconds', 'skipForwardSeconds', 'noteBackSeconds'] as const

describe.each(names)('%s', (name) => {
  const { least, most } = secondsBounds[name]

  test('takes both bounds, which the settings keep', () => {
    for (const seconds of [least, most]) {
      expect(readSeconds(name, ` ${seconds} `)).toEqual({ ok: true, value: { [name]: seconds } })
      expect(settingsSchema.parse({ [name]: seconds })[name]).toBe(seconds)
    }
  })

  test.each([`${least - 1}`, `${most + 1}`, '', 'ten', '7.5', '1e1'])(
    'refuses “%s” and names the bounds',
    (typed) => {
      const read = readSeconds(name, typed)
      expect(read.ok).toBe(false)
      expect(read.ok ? '' : read.problem.message).toContain(`${least} to ${most}`)
    },
  )
})

describe('the address of the service', () => {
  test.each([
    ['stenobird.com', 'https://stenobird.com'],
    ['https://stenobird.com/', 'https://stenobird.com'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    [' https://example.com/steno/?a=1#b ', 'https://example.com/steno'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(readBaseAddress(typed)).toEqual({ ok: true, value: kept })
  })

  test.each(['', 'service', 'ftp://example.com', 'https://user:secret@example.com', 'https://'])(
    'refuses “%s”',
    (typed) => {
      expect(readBaseAddress(typed)).toMatchObject({ ok: false, problem: { code: 'bad-address' } })
    },
  )
})
