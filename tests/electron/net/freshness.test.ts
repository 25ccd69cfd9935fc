import { expect, test } from 'vitest'
import { freshForSeconds } from '../../../electron/net/freshness.ts'

test.each([
  ['max-age=60', null, 60],
  ['public, MAX-AGE="3600" , must-revalidate', null, 3600],
  ['max-age=60', '45', 15],
  ['max-age=60', '90', 0],
  ['max-age=60', 'a while', 60],
  ['max-age=60, max-age=20', null, 20],
  ['max-age=99999999999', null, 2_147_483_648],
  ['private, no-cache, max-age=60', null, 0],
  ['no-store', null, 0],
])('%j with an age of %j is fresh for %d more seconds', (cacheControl, age, seconds) => {
  expect(freshForSeconds(cacheControl, age)).toBe(seconds)
})

test.each([null, '', 'public', 's-maxage=60', 'x-max-age=60', 'max-age', 'max-age=-5', 'max-age=soon'])(
  '%j says nothing of it',
  (cacheControl) => {
    expect(freshForSeconds(cacheControl, null)).toBeNull()
  },
)
