import { describe, expect, test } from 'vitest'
import { folded, foldedWords } from '../../../shared/text/fold.ts'

describe('folded', () => {
  test.each([
    ['Résumé', 'RESUME'],
    ['Straße', 'STRASSE'],
    ['ﬁeld', 'Field'],
    ['Ångström', 'angstrom'],
    ['Ｋｕｂｅ', 'kube'],
  ])('makes %s and %s the same', (one, other) => {
    expect(folded(one)).toBe(folded(other))
  })

  test('keeps different words apart', () => {
    expect(folded('cache')).not.toBe(folded('caches'))
    expect(folded('Привет')).not.toBe(folded('privet'))
  })
})

describe('foldedWords', () => {
  test('splits at any space, and says each word once', () => {
    expect(foldedWords('  DevOps\tdevops \u00a0 Café ')).toEqual(['devops', 'cafe'])
  })

  test('of blank text is nothing', () => {
    expect(foldedWords(' \n ')).toEqual([])
  })
})
