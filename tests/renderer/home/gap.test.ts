import { expect, test } from 'vitest'
import { gapBetween } from '../../../renderer/home/gap.ts'

const home = (lastNumber: number) => ({ homeId: 'home', lastNumber })
const mark = (number: number, homeId = 'home') => ({ homeId, number })

test.each([
  ['as many entries on both sides', mark(7), home(7), false, { kind: 'none' }],
  ['fewer here', mark(5), home(7), false, { kind: 'behind', after: 5 }],
  ['fewer there, which has lost some', mark(9), home(7), false, { kind: 'unknown', before: 'in-step' }],
  ['another second home', mark(7, 'other'), home(7), false, { kind: 'unknown', before: 'apart' }],
  ['a library from before there was one', null, home(0), false, { kind: 'unknown', before: 'apart' }],
  [
    'a library from before, once settings were kept',
    null,
    home(1),
    false,
    { kind: 'unknown', before: 'apart' },
  ],
  ['a database that lost all', null, home(7), true, { kind: 'unknown', before: 'empty' }],
  ['the very first start', null, home(0), true, { kind: 'none' }],
  ['a second home that is gone', mark(7), { homeId: null, lastNumber: 0 }, false, { kind: 'unreachable' }],
])('%s', (_, known, there, isEmpty, gap) => {
  expect(gapBetween(known, there, isEmpty)).toEqual(gap)
})
