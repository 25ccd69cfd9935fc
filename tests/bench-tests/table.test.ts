import { expect, test } from 'vitest'
import { atLeastTimes, figure } from '../bench/figure.ts'
import { markdownTable, plainTable } from '../bench/table.ts'

const figures = [
  figure('speed', 12_345, 'episodes/s', { goal: atLeastTimes(5), yardstick: 1000 }),
  figure('memory', 217, 'MB'),
]

test('a figure stands beside its yardstick and its goal, and says whether it is met', () => {
  expect(markdownTable(figures).split('\n').slice(2)).toEqual([
    '| speed | 12,345 episodes/s | 1,000 episodes/s | at least 5 times the yardstick | yes |',
    '| memory | 217 MB |  |  |  |',
  ])
})

test('columns of the plain table begin under each other', () => {
  const [headings = '', speed = '', memory = ''] = plainTable(figures).split('\n')
  const column = headings.indexOf('value')
  expect([speed.slice(column, column + 6), memory.slice(column, column + 6)]).toEqual(['12,345', '217 MB'])
})
