import { expect, test } from '@playwright/test'
import { hasCome } from '../stress/seeks/rapid-seeks.ts'
import { rapidSeeks } from '../stress/seeks.ts'

// A short slice; `npm run stress -- seeks` is the whole proof.
test('ten seeks in a row end at the last one asked for', async () => {
  test.setTimeout(120_000)
  const { app } = await rapidSeeks(3, 4, () => {})
  expect(app).toHaveLength(4)
  expect(app.filter((each) => !hasCome(each))).toEqual([])
})
