import { describe, expect, it } from 'vitest'
import { parseStartArguments } from '../../../build/launch/start-arguments.mjs'

describe('what npm start is asked for', () => {
  it('is the app’s own unless it is a screenshot', () => {
    expect(parseStartArguments(['--lang=de', 'earmark://add/x'])).toEqual({
      ok: true,
      screenshot: undefined,
      appArguments: ['--lang=de', 'earmark://add/x'],
    })
  })

  it.each([[['--screenshot', 'a b.png', '--lang=de']], [['--lang=de', '--screenshot=a b.png']]])(
    'may be a screenshot: %j',
    (args) => {
      expect(parseStartArguments(args)).toEqual({
        ok: true,
        screenshot: 'a b.png',
        appArguments: ['--lang=de'],
      })
    },
  )

  it.each([[['--screenshot']], [['--screenshot', '--lang=de']], [['--screenshot=']]])(
    'is refused when the file is missing: %j',
    (args) => {
      expect(parseStartArguments(args).ok).toBe(false)
    },
  )
})
