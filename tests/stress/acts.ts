import { errors, expect as expectSoon } from '@playwright/test'
import { type Earmark, launch, meet, windowOf } from '../e2e/app.ts'
import type { StandIn } from '../server/stand-in.ts'

/** A busy machine is slow, and these proofs are not about speed. */
const expect = expectSoon.configure({ timeout: 30_000 })
/** How often a start is tried: a proof of an hour must not end because the machine was too busy for one of them. */
const startTries = 5

export async function startEarmark(dataDirectory: string, standIn: StandIn): Promise<Earmark> {
  for (let left = startTries; ; left -= 1) {
    try {
      const app = await launch(dataDirectory, standIn.url)
      return meet(app, await windowOf(app))
    } catch (error) {
      if (left === 1 || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}

/** Begins to sync everything; which podcasts are due by themselves is not what these proofs are about. */
export async function syncAll({ page }: Earmark): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await page.getByRole('button', { name: 'Sync all podcasts' }).click()
}

/** Returns once it is acknowledged: the editor closes when the note is on the disk, and stays when it is not. */
export async function writeNote({ page, player }: Earmark, text: string): Promise<string> {
  const editor = page.getByRole('textbox', { name: 'Note', exact: true })
  await player.getByRole('button', { name: 'Add note' }).click()
  await editor.fill(text)
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(editor).toBeHidden()
  return text
}

/** Puts an episode into the player, so that there is something to write notes on. */
export async function playGuide({ page, player, openEpisode }: Earmark): Promise<void> {
  await openEpisode('Finding your way')
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
}

/** Asks for the transcript of the episode with this title; returns once the page says how the request stands. */
export async function askFor({ page, openEpisode }: Earmark, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(title)
  await openEpisode(title)
  const episode = page.getByRole('article', { name: title })
  await episode.getByRole('button', { name: 'Request transcript' }).click()
  await expect(episode.getByText(/^Transcript requested\./)).toBeVisible()
}

const cancelName = 'Cancel the request for '

/**
 * Tries to cancel the first request that waits; the title of its episode, or `null` when none waits. Whether it was
 * cancelled, the outbox tells: one that is sent meanwhile is gone before it can be pressed.
 */
export async function cancelOne({ page }: Earmark): Promise<string | null> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Requests' }).click()
  const cancel = page.getByRole('button', { name: cancelName }).first()
  const name = await cancel.getAttribute('aria-label', { timeout: 500 }).catch(() => null)
  if (name === null) return null
  const pressed = page.getByRole('button', { name, exact: true }).click({ timeout: 1000 })
  const isPressed = await pressed.then(
    () => true,
    () => false,
  )
  const answer = page
    .getByRole('status', { name: 'Notices' })
    .filter({ hasText: /Request cancelled|on its way already/ })
  if (isPressed) await expect(answer).toBeVisible()
  return name.slice(cancelName.length)
}
