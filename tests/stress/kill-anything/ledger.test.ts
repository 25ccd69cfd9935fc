import { describe, expect, it } from 'vitest'
import { openLedger } from './ledger.ts'

const nothing = { notes: [], drafts: [] }

describe('what was shown as saved', () => {
  it('is a fault when it is not there', () => {
    const ledger = openLedger()
    ledger.begin('Moment 2')
    ledger.shownAsSaved('Mom')
    expect(ledger.faults(nothing)).toEqual(['lost words: “Mom”, found “”'])
    expect(ledger.faults({ notes: ['Mo'], drafts: [] })).toEqual(['lost words: “Mom”, found “Mo”'])
    expect(ledger.faults({ notes: ['Momen'], drafts: [] })).toEqual([])
  })

  it('is told from what an earlier moment left at the same letter', () => {
    const ledger = openLedger()
    ledger.begin('Moment 1')
    ledger.shownAsSaved('M')
    ledger.accept({ notes: ['M'], drafts: [] })
    ledger.begin('Moment 2')
    ledger.shownAsSaved('M')
    expect(ledger.faults({ notes: ['M', 'M'], drafts: [] })).toEqual([])
    expect(ledger.faults({ notes: ['M'], drafts: [] })).toEqual(['lost words: “M”, found “”'])
    expect(ledger.faults({ notes: ['M', 'M', 'Mo'], drafts: [] })).toEqual(['there twice: “Moment 2”'])
  })
})
