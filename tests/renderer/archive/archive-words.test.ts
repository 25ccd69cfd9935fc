import { expect, test } from 'vitest'
import {
  addressWarning,
  importedText,
  lastImportText,
  nothingNewText,
  planLines,
  sampleLines,
  settingLines,
  undoneText,
  unreadableText,
} from '../../../renderer/archive/archive-words.ts'
import { changesAnything, type ImportPlan, nothingPlanned } from '../../../renderer/archive/import-plan.ts'

const nothing: ImportPlan = {
  kinds: new Map(),
  samples: [],
  unseen: 0,
  deletedHere: 0,
  episodes: 0,
  unreadable: 0,
  settings: null,
}

test('a line for each kind that the archive has rows of, in one order, and for episodes', () => {
  const plan: ImportPlan = {
    ...nothing,
    kinds: new Map([
      ['queue', { ...nothingPlanned(), deleted: 4 }],
      ['drafts', nothingPlanned()],
      ['annotations', { added: 1, changed: 2, deleted: 3, same: 10, laterHere: 5 }],
      ['listening', { ...nothingPlanned(), same: 1 }],
    ]),
    episodes: 7,
  }
  expect(planLines(plan)).toEqual([
    { name: 'Notes', added: 1, changed: 2, deleted: 3, kept: 15 },
    { name: 'Places you were at', added: 0, changed: 0, deleted: 0, kept: 1 },
    { name: 'Up next', added: 0, changed: 0, deleted: 4, kept: 0 },
    { name: 'Episodes', added: 7, changed: 0, deleted: 0, kept: 0 },
  ])
  expect(planLines(nothing)).toEqual([])
})

test('whatever an import would change is reason to ask, and nothing else', () => {
  expect(changesAnything(nothing)).toBe(false)
  const left = new Map([['queue', { ...nothingPlanned(), same: 2, laterHere: 1 }]] as const)
  expect(changesAnything({ ...nothing, kinds: left, unreadable: 3 })).toBe(false)
  for (const effect of ['added', 'changed', 'deleted'] as const) {
    const kinds = new Map([['queue', { ...nothingPlanned(), [effect]: 1 }]] as const)
    expect(changesAnything({ ...nothing, kinds })).toBe(true)
  }
  for (const more of [{ unseen: 1 }, { episodes: 1 }, { settings: { theme: 'dark' } as const }]) {
    expect(changesAnything({ ...nothing, ...more })).toBe(true)
  }
})

test('examples are grouped by what becomes of them, each title once', () => {
  const [note, other] = [
    { kind: 'annotations', effect: 'added', title: 'Ask.' },
    { kind: 'annotations', effect: 'deleted', title: 'Ask.' },
  ] as const
  expect(sampleLines([note, other, note])).toEqual([
    { name: 'Notes, new', titles: ['Ask.'] },
    { name: 'Notes, deleted', titles: ['Ask.'] },
  ])
})

test('settings are told with what they become', () => {
  expect(settingLines(null)).toEqual([])
  expect(
    settingLines({
      apiBaseUrl: 'https://a.example',
      skipBackSeconds: 20,
      notifyWhenReady: false,
      keys: { a: 'b' },
    }),
  ).toEqual([
    'Address of the service: https://a.example',
    'Skip back by: 20 seconds',
    'Tell me when a transcript is ready: no',
    'Keys as in the archive',
  ])
})

test('another address of the service is warned of by the one that would truly be asked', () => {
  const now = 'https://stenobird.com'
  expect(addressWarning(null, now)).toBeNull()
  expect(addressWarning({ theme: 'dark' }, now)).toBeNull()
  const warned = (apiBaseUrl: string): string => addressWarning({ apiBaseUrl }, now) ?? ''
  expect(warned('https://evil.example/stenobird.com')).toContain(
    'would ask “evil.example” instead of “stenobird.com”',
  )
  expect(warned('https://stenobird.com@evil.example:8443/')).toContain('“evil.example:8443”')
  // Its first letter is Cyrillic.
  expect(warned('https://\u0455tenobird.com')).toContain('“xn--')
})

test('counts are told, and what they leave out', () => {
  const done = { added: 0, changed: 0, deleted: 0, episodes: 0, unreadable: 0, unread: [] }
  expect(importedText(done)).toBe('The archive was imported.')
  expect(importedText({ ...done, added: 1200, changed: 1, deleted: 2, unreadable: 1 })).toBe(
    'The archive was imported: 1,200 added, 1 changed, 2 deleted. One thing in it cannot be used by this version of Earmark and is left out. It stays in the archive.',
  )
  expect(unreadableText(0)).toBeNull()
  expect(nothingNewText('mine', { ...nothing, unreadable: 2 })).toMatch(
    /^Everything in “mine” is .* already\. 2 things in it cannot be used/,
  )
  expect(undoneText({ undone: 1, changedSince: 0, unread: [] })).toBe(
    'The import was undone: one thing is as before.',
  )
  expect(undoneText({ undone: 0, changedSince: 1, unread: [] })).toBe(
    'The import was undone: 0 things are as before. One that was changed since stays as it is.',
  )
  const last = { name: 'mine', at: '', isWhole: true, rows: 1, settingsBefore: null, settingsTaken: null }
  expect(lastImportText(last, 'Monday')).toBe('“mine” was imported on Monday, with one thing.')
  expect(lastImportText({ ...last, rows: 0 }, 'Monday')).toBe('“mine” was imported on Monday.')
  expect(lastImportText({ ...last, isWhole: false }, 'Monday')).toContain('was broken off')
})
