import { createSocket } from 'node:dgram'
import { expect, test } from './earmark.ts'

test('the page has no Node, no network, no new windows and nowhere else to go', async ({
  start,
  standIn,
}) => {
  const { app, page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  const openedOutside = await app.evaluateHandle(({ shell }) => {
    const opened: string[] = []
    shell.openExternal = async (url: string) => void opened.push(url)
    return opened
  })

  const found = await page.evaluate(async (elsewhere) => {
    const attempt = (run: () => unknown): Promise<string> =>
      Promise.resolve()
        .then(run)
        .then(
          (value) => `got ${String(value)}`,
          () => 'refused',
        )
    return {
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      bridge: Object.keys(Reflect.get(globalThis, 'earmark')).sort(),
      fetched: await attempt(() => fetch(elsewhere)),
      // Later, since what the driver evaluates itself is let past the policy.
      evaluated: await attempt(
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                resolve(new Function('return 1')())
              } catch (error) {
                reject(error)
              }
            })
          }),
      ),
      clipboard: await attempt(() => navigator.clipboard.readText()),
      notifications: Notification.permission,
      opened: String(window.open(elsewhere)),
      file: String(window.open('file:///etc/passwd')),
    }
  }, standIn.url)
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['call', 'cancel', 'listen'],
    fetched: 'refused',
    evaluated: 'refused',
    clipboard: 'refused',
    notifications: 'denied',
    opened: 'null',
    file: 'null',
  })
  await expect.poll(() => openedOutside.evaluate((opened) => opened)).toEqual([`${standIn.url}/`])

  // Through the window itself: the driver would wait for a navigation that never comes.
  const address = await app.evaluate(async ({ BrowserWindow }, elsewhere) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const refused = new Promise((resolve) => contents?.once('will-navigate', resolve))
    await contents?.executeJavaScript(`location.href = ${JSON.stringify(elsewhere)}`)
    await refused
    return contents?.getURL()
  }, standIn.url)
  expect(address).toMatch(/^app:\/\/earmark\//)
  expect(app.windows()).toHaveLength(1)
})

test('the page cannot save files, and a file dropped on it is read as an import, not opened', async ({
  start,
}) => {
  const { app, page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  const downloads = await app.evaluateHandle(({ session }) => {
    const seen: string[] = []
    session.defaultSession.on('will-download', (event, item) => {
      seen.push(`${item.getURL().split(':')[0]} ${event.defaultPrevented ? 'refused' : 'begun'}`)
      // Else a dialog would stand in the way of the test that should fail.
      if (!event.defaultPrevented) event.preventDefault()
    })
    return seen
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.download = 'page.html'
    for (const address of ['app://earmark/index.html', URL.createObjectURL(new Blob(['text']))]) {
      link.href = address
      link.click()
    }
  })
  await expect
    .poll(() => downloads.evaluate((seen) => seen.toSorted()))
    .toEqual(['app refused', 'blob refused'])

  const devTools = await page.context().newCDPSession(page)
  const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x: 700, y: 300, data })
  await expect(page.getByRole('region', { name: 'Import' }).getByRole('listitem')).toContainText('hostname')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await expect(episodes).toHaveCount(3)
  expect(page.url()).toMatch(/^app:\/\/earmark\//)
  expect(app.windows()).toHaveLength(1)
})

test('the page cannot send packets past its policy', async ({ start }) => {
  const { page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  const socket = createSocket('udp4')
  let packets = 0
  socket.on('message', () => {
    packets += 1
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const candidates = await page.evaluate(async (port) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
    connection.createDataChannel('words')
    let found = 0
    const gathered = new Promise((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve(null)
        else found += 1
      })
    })
    await connection.setLocalDescription(await connection.createOffer())
    await gathered
    return found
  }, socket.address().port)
  socket.close()
  expect({ candidates, packets }).toEqual({ candidates: 0, packets: 0 })
})

test('an inline script that slips into the page does not run', async ({ start }) => {
  const { page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  const ran = await page.evaluate(() => {
    const image = document.createElement('img')
    image.setAttribute('onerror', 'globalThis.slipped = true')
    image.src = 'app://earmark/none.png'
    const script = document.createElement('script')
    script.textContent = 'globalThis.slipped = true'
    document.body.append(image, script)
    return new Promise((resolve) => {
      image.addEventListener('error', () => resolve(Reflect.get(globalThis, 'slipped') === true))
    })
  })
  expect(ran).toBe(false)
})
