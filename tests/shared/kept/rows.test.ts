import { expect, it } from 'vitest'
import { type KeptChange, keptChangeSchema } from '../../../shared/kept/change.ts'
import { keptKinds } from '../../../shared/kept/kinds.ts'
import { type UnderstoodChange, understoodChange } from '../../../shared/kept/rows.ts'
import { keptExamples } from './examples.ts'

const examples: readonly KeptChange[] = Object.values(keptExamples)

it('understands a row of each kind, and its deletion', () => {
  expect(examples.map(({ kind }) => kind).sort()).toEqual([...keptKinds].sort())
  for (const change of examples) {
    expect(keptChangeSchema.parse(change)).toEqual(change)
    expect(understoodChange(change)).toEqual(change)
    expect(understoodChange({ ...change, row: null })).toEqual({ ...change, row: null })
  }
})

it('keeps what a newer version added to a row, at any depth', () => {
  const { annotations } = keptExamples
  const newer = {
    ...annotations,
    row: {
      ...annotations.row,
      mood: 'glad',
      anchor: { ...annotations.row.anchor, endSeconds: 20 },
      context: { ...annotations.row.context, links: ['x'] },
    },
  }
  expect(understoodChange(newer)).toEqual(newer)
})

it('does not take a row that it cannot use, or that lies under another row’s key', () => {
  for (const change of examples) {
    if (change.kind !== 'settings') expect(understoodChange({ ...change, row: {} })).toBeNull()
    expect(understoodChange({ ...change, key: `${change.key}2` })).toBeNull()
  }
  expect(
    understoodChange({ ...keptExamples.audio, row: { ...keptExamples.audio.row, origin: 'page' } }),
  ).toBeNull()
})

it('reads settings field by field', () => {
  const row = { theme: 'dark', skipBackSeconds: 'many', ofANewerVersion: 1 }
  const understood: UnderstoodChange | null = understoodChange({ ...keptExamples.settings, row })
  expect(understood?.row).toMatchObject({ theme: 'dark', skipBackSeconds: 15 })
})

it('refuses changes that no row of a person’s can be', () => {
  const change = keptExamples.annotations
  const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`)
  const rows = ['tea', [], undefined, deep]
  for (const row of rows) expect(keptChangeSchema.safeParse({ ...change, row }).success).toBe(false)
  expect(keptChangeSchema.safeParse({ ...change, kind: 'shelves' }).success).toBe(false)
  expect(keptChangeSchema.safeParse({ ...change, key: '' }).success).toBe(false)
  expect(keptChangeSchema.safeParse({ ...change, updatedAt: 'today' }).success).toBe(false)
})
