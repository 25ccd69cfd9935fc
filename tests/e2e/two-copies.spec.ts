import { once } from 'node:events'
import { launch, windowOf } from './app.ts'
import { expect, test } from './earmark.ts'

test('a second copy on the same data gives way to the first', async ({ start, dataDirectory, standIn }) => {
  const { page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  const second = await launch(dataDirectory, standIn.url).catch(() => null)
  // It may be gone before Playwright has met it.
  if (second !== null && second.process().exitCode === null) await once(second.process(), 'exit')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})

test('two copies on two folders run side by side', async ({ start, standIn }, testInfo) => {
  const { episodes } = await start()
  await expect(episodes).toHaveCount(3)
  const other = await launch(testInfo.outputPath('data'), standIn.url)
  const page = await windowOf(other)
  await expect(page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')).toHaveCount(3)
  await other.close()
})
