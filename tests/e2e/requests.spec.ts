import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('a transcript asked for offline arrives exactly once after a restart and coming online', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await first.addPodcast(slug)
  const episode = standIn.episode(slug, 0)
  await first.openEpisode(episode.title)
  await standIn.stop()

  const ask = first.page.getByRole('button', { name: 'Request transcript' })
  await ask.click()
  await first.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Requests' }).click()
  const request = first.page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
  // Until Earmark knows that it is offline it may be sending, and what is on its way has no Cancel.
  await expect(request).toContainText('sent once you are online')
  // By keys alone: the focus stays with the request, whose button is another one then.
  const cancel = request.getByRole('button', { name: /^Cancel/ })
  const askAgain = request.getByRole('button', { name: /^Ask again/ })
  await cancel.press('Enter')
  await expect(askAgain).toBeFocused()
  await askAgain.press('Enter')
  await expect(cancel).toBeFocused()
  await first.quit()
  expect(standIn.transcriptionRequests).toHaveLength(0)

  const second = await start()
  await expect(second.page.getByText(/waiting/i).first()).toBeVisible()
  await standIn.restart()
  await expect.poll(() => standIn.transcriptionRequests.length, { timeout: 40_000 }).toBe(1)
  await expect(second.page.getByText(/accepted/i).first()).toBeVisible()
  await second.quit()

  const third = await start()
  await expect(third.page.getByText(/accepted/i).first()).toBeVisible()
  expect(standIn.transcriptionRequests).toHaveLength(1)
})

test('requests that ended are taken off the list by keys alone; undone or asked for again, they are on it', async ({
  start,
  standIn,
}) => {
  const { page, addPodcast, openEpisode } = await start()
  await addPodcast(slug)
  await openEpisode(standIn.episode(slug, 0).title)
  await standIn.stop()
  const ask = page.getByRole('button', { name: 'Request transcript' })
  for (const index of [0, 3]) {
    await openEpisode(standIn.episode(slug, index).title)
    await ask.click()
    await expect(page.getByText('Transcript requested.')).toBeVisible()
  }
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Requests' }).click()
  const requests = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
  const remove = page.getByRole('button', { name: /^Remove/ })
  for (const index of [0, 1]) {
    await expect(requests.nth(index)).toContainText('sent once you are online')
    await requests
      .nth(index)
      .getByRole('button', { name: /^Cancel/ })
      .press('Enter')
    await expect(requests.nth(index)).toContainText('Cancelled')
  }

  await remove.first().press('Enter')
  await expect(requests).toHaveCount(1)
  await expect(requests.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(requests).toHaveCount(2)
  await expect(requests.nth(1).getByRole('button').first()).toBeFocused()

  await remove.first().press('Enter')
  await expect(requests).toHaveCount(1)
  await remove.first().press('Enter')
  await expect(page.getByRole('button', { name: 'Go to the library' })).toBeFocused()
  await page.keyboard.press('u')
  await page.keyboard.press('Enter')
  await expect(requests.getByRole('button', { name: /^Ask again/ })).toBeFocused()
  await remove.first().press('Enter')
  await expect(requests).toHaveCount(0)

  await ask.click()
  await expect(requests).toHaveCount(1)
  await expect(requests).toContainText('Waiting')
})

test('once the service has processed it, its parts appear, the request is ready, and a notification says so', async ({
  start,
  standIn,
}) => {
  const { app, page, addPodcast, openEpisode } = await start()
  await app.evaluate(recordNotifications)
  await addPodcast(slug)
  const episode = standIn.episode(slug, 3)
  expect(episode.processingState).toBe('queued')
  await openEpisode(episode.title)
  await expect(page.getByRole('list', { name: 'Chapters' })).toBeHidden()

  // The page's clock alone: the looks are minutes and hours apart.
  await page.clock.install()
  await page.getByRole('button', { name: 'Request transcript' }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Requests' }).click()
  const request = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
  await expect(request).toContainText('Accepted')

  standIn.change(slug, episode.slug, { processingState: 'processing' })
  await page.clock.fastForward('06:00')
  await expect(request).toContainText('Processing')
  await expect(request).toContainText('The service calls the episode “processing”.')
  expect(await app.evaluate(shownNotifications)).toEqual([])

  standIn.change(slug, episode.slug, { processingState: 'processed' })
  await page.clock.fastForward('10:00')
  await expect(request).toContainText('Ready')
  await expect(page.getByRole('list', { name: 'Chapters' }).getByRole('button')).toHaveCount(
    episode.chapters.length,
  )
  await expect(page.getByRole('list', { name: 'Highlights' }).first()).toBeVisible()
  await expect
    .poll(() => app.evaluate(shownNotifications))
    .toEqual([{ title: 'A transcript is ready', body: expect.stringContaining(episode.title) }])

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await openEpisode(standIn.episode(slug, 0).title)
  await app.evaluate(clickNotification)
  await expect(page.getByRole('heading', { level: 1, name: episode.title })).toBeVisible()
  await expect(request).toBeHidden()
  expect(standIn.transcriptionRequests).toHaveLength(1)
})

test('an episode of the guide, which no service knows, offers no request', async ({ start }) => {
  const { page } = await start()
  await expect(page.getByRole('button', { name: 'Play episode' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Request transcript' })).toHaveCount(0)
})

test('with notifications switched off the window tells of it, and nothing else', async ({
  start,
  standIn,
}) => {
  const { app, page, addPodcast, openEpisode } = await start()
  await app.evaluate(recordNotifications)
  await addPodcast(slug)
  const episode = standIn.episode(slug, 3)
  await openEpisode(episode.title)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Settings' }).click()
  const allowed = page.getByRole('switch', { name: 'Tell me when a transcript is ready' })
  await expect(allowed).toBeChecked()
  await allowed.click()
  await expect(allowed).not.toBeChecked()

  await page.getByRole('button', { name: 'Request transcript' }).click()
  await navigation.getByRole('link', { name: 'Requests' }).click()
  const request = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
  await expect(request).toContainText('Accepted')
  standIn.change(slug, episode.slug, { processingState: 'processed' })
  await request.getByRole('button', { name: /^Look again/ }).click()
  await expect(request).toContainText('Ready')
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('is ready')
  // Calls arrive in order, so once this one is answered the other has been.
  await navigation.getByRole('link', { name: 'Settings' }).click()
  await allowed.click()
  await expect(allowed).toBeChecked()
  expect(await app.evaluate(shownNotifications)).toEqual([])
})

type Spied = { shown: { title: string; body: string; emit: (event: 'click') => void }[] }
type ElectronModule = typeof import('electron')

/** In the main process: the system's notifications are written down instead of shown. */
function recordNotifications({ Notification }: ElectronModule): void {
  const spied: Spied = { shown: [] }
  Object.assign(globalThis, { spied })
  Notification.isSupported = () => true
  Notification.prototype.show = function show(this: Electron.Notification) {
    spied.shown.push(this)
  }
}

function shownNotifications(): { title: string; body: string }[] {
  const { spied } = globalThis as unknown as { spied: Spied }
  return spied.shown.map(({ title, body }) => ({ title, body }))
}

function clickNotification(): void {
  const { spied } = globalThis as unknown as { spied: Spied }
  spied.shown[0]?.emit('click')
}
