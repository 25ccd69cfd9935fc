import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './earmark.ts'

test('what is written last is whole on the disk when the app has ended', async ({ start, dataDirectory }) => {
  const earmark = await start()
  await earmark.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setSize(901, 702, false),
  )
  await expect.poll(() => earmark.page.evaluate(() => window.outerWidth)).toBe(901)
  await earmark.quit()
  expect((await readdir(dataDirectory)).filter((name) => name.endsWith('.part'))).toEqual([])
  const place: unknown = JSON.parse(await readFile(join(dataDirectory, 'window.json'), 'utf8'))
  expect(place).toMatchObject({ width: 901, height: 702 })
})
