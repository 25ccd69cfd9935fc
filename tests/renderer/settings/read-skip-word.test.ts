import { expect, it } from 'vitest'
import { withSkipWord } from '../../../renderer/settings/read-skip-word.ts'
import { settingsChangeSchema } from '../../../shared/models/settings.ts'

it('adds a word or phrase as it was typed, without the spaces around it', () => {
  expect(withSkipWord(['ad'], '  Our   sponsor ')).toEqual({
    ok: true,
    value: { skipWords: ['ad', 'Our sponsor'] },
  })
  expect(withSkipWord([], '(a+)+$.*')).toEqual({ ok: true, value: { skipWords: ['(a+)+$.*'] } })
})

it.each([
  ['nothing', [], '  '],
  ['one that is there in other letters', ['Publicité'], 'publicite'],
  ['one that is too long', [], 'a'.repeat(101)],
  ['one too many', Array.from({ length: 50 }, (_, index) => `word ${index}`), 'one more'],
])('refuses %s in a sentence', (_, words, typed) => {
  const refused = withSkipWord(words, typed)
  expect(refused).toMatchObject({ ok: false, problem: { code: 'bad-arguments' } })
})

it('gives only what the settings take', () => {
  const added = withSkipWord([], 'a'.repeat(100))
  expect(added.ok && settingsChangeSchema.safeParse(added.value).success).toBe(true)
})
