import { expect, test } from 'vitest'
import { wordMatcher } from '../../../renderer/search/match-words.ts'

const matches = (about: string | string[], text: string) => {
  const matcher = wordMatcher(typeof about === 'string' ? [about] : about)
  const found = matcher?.matches(text) ?? false
  // It may say yes too often, and never no too often; the text is as it lies in the database.
  if (found) expect(matcher?.mayMatch(JSON.stringify({ text }))).toBe(true)
  return found
}

test('finds whole words only, in any order, whatever their case and accents', () => {
  expect(matches('incident response', 'Response to an Incident')).toBe(true)
  expect(matches('incident response', 'Incidental responses')).toBe(false)
  expect(matches('AI', 'How we maintain it')).toBe(false)
  expect(matches('AI', 'An AI-first team')).toBe(true)
  expect(matches('resume', 'Le résumé')).toBe(true)
  expect(matches('Straße', 'DIE STRASSE')).toBe(true)
  expect(matches('ci/cd', 'CI and CD')).toBe(true)
})

test('finds words of scripts that put no spaces between them', () => {
  expect(matches('猫', '黒猫の話')).toBe(true)
  expect(matches('ปลอดภัย', 'ความปลอดภัยในงาน')).toBe(true)
  expect(matches('ປອດໄພ', 'ຄວາມປອດໄພໃນວຽກ')).toBe(true)
  expect(matches('សុវត្ថិភាព', 'ការងារសុវត្ថិភាពថ្មី')).toBe(true)
  expect(matches('кот', 'который')).toBe(false)
})

test('takes any of several wordings, and none that has no word', () => {
  expect(matches(['kafka', 'queues'], 'On Queues')).toBe(true)
  expect(matches(['kafka', '…'], 'On Queues')).toBe(false)
  expect(wordMatcher(['…', ' '])).toBeNull()
})

test('takes no word for a pattern', () => {
  expect(matches('c++ (17)', 'C 17')).toBe(true)
  expect(matches('.*', 'anything')).toBe(false)
})

test('does not lose a text among typographic signs or escapes', () => {
  expect(matches('outage', '“The Outage” — and what it’s worth…\n"\\outage\\"')).toBe(true)
  expect(matches('café', 'Cafe\u0301 talk')).toBe(true)
})
