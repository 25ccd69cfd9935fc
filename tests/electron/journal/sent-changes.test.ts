import { expect, test } from 'vitest'
import { sentChanges } from '../../../electron/journal/sent-changes.ts'
import { keptExamples } from '../../shared/kept/examples.ts'

const changes = Object.values(keptExamples)

test('changes that the page sends as text are taken as they are', () => {
  expect(sentChanges(JSON.stringify(changes))).toEqual({ ok: true, value: changes })
})

test.each([
  ['no JSON', '[{]'],
  ['no list', JSON.stringify(changes[0])],
  ['of a kind that is not kept', JSON.stringify([{ ...changes[0], kind: 'shelves' }])],
  ['without a row', JSON.stringify([{ ...changes[0], row: 'text' }])],
  ['without an instant', JSON.stringify([{ ...changes[0], updatedAt: 'today' }])],
  ['nested without end', `[${'['.repeat(50_000)}${']'.repeat(50_000)}]`],
  ['more than ever wait', `[${Array.from({ length: 100_001 }, () => '0').join()}]`],
])('text that is %s is refused', (_what, text) => {
  expect(sentChanges(text)).toMatchObject({ problem: { code: 'bad-arguments' } })
})
