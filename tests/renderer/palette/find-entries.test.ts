import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaletteEntry } from '../../../renderer/palette/entries.ts'
import { findEntries } from '../../../renderer/palette/find-entries.ts'

const entries = [
  'Play or pause',
  'Next chapter',
  'Previous chapter',
  'Add podcast',
  'Go to Library',
  'Go to Notes',
  'Sync all podcasts',
  'Café Économie',
  'Тихий час',
  'Show the keys',
  'Getting started',
].map((label): PaletteEntry => ({ id: label, label, group: 'App', keys: null, run: () => undefined }))

const anyTyped = fc
  .array(fc.constantFrom(...'aeoptx .*+?()[]{}|\\^$-\'"𝒇é👍\u0000тא'), { maxLength: 30 })
  .map((characters) => characters.join(''))

function labels(typed: string): string[] {
  return findEntries(entries, typed).map(({ entry }) => entry.label)
}

describe('finding a command or a place', () => {
  it('lists all of them in their order while nothing is typed', () => {
    expect(labels('')).toEqual(entries.map(({ label }) => label))
  })

  it.each([
    ['go lib', 'Go to Library'],
    ['chapter next', 'Next chapter'],
    ['LIBRARY', 'Go to Library'],
    ['cafe eco', 'Café Économie'],
    ['тихий', 'Тихий час'],
    ['libarry', 'Go to Library'],
    ['adpod', 'Add podcast'],
    ['gtn', 'Go to Notes'],
  ])('takes %s for %s', (typed, label) => {
    expect(labels(typed)[0]).toBe(label)
  })

  it('finds nothing for what is not there', () => {
    expect(labels('zebra')).toEqual([])
  })

  it('marks what was typed', () => {
    const [found] = findEntries(entries, 'cafe')
    expect(found?.marks).toEqual([0, 4])
  })

  it('takes whatever is typed, and finds each entry by its own name', () => {
    const known = new Set(entries)
    fc.assert(
      fc.property(anyTyped, (typed) => {
        expect(findEntries(entries, typed).every(({ entry }) => known.has(entry))).toBe(true)
      }),
    )
    for (const { label } of entries) expect(labels(label)[0]).toBe(label)
  })
})
