import { expect, test } from '@playwright/test'
import { rapidSeeks } from '../stress/seeks.ts'

// A short slice; `npm run stress -- seeks` is the whole proof.
test('ten seeks in a row end at the last one asked for', async () => {
  test.setTimeout(120_000)
  expect(await rapidSeeks(3, 4, () => {})).toEqual([])
})
