import { expect as expectSoon, type Page } from '@playwright/test'
import type { Earmark } from '../../../e2e/app.ts'
import { type Act, unlessKilled } from '../act.ts'

const expect = expectSoon.configure({ timeout: 30_000 })
const betweenKeysMs = 12
const words = [
  'queues',
  'drain',
  'slowly',
  'für',
  'Köche',
  '夜',
  'and',
  '“quotes”',
  '---',
  '😀',
  'clocks',
  '\\n',
] as const

/** A note is typed, which is a note from its first word on and written with each key, and saved. */
export const typing: Act = {
  name: 'typing',
  begin: async ({ stage, ledger, random, moment, isWhole }) => {
    const earmark = stage.earmark()
    const { page } = earmark
    const editor = await openEditor(earmark)
    await hearWhatIsShown(page, (text) => {
      if (isWhole()) ledger.shownAsSaved(text)
    })
    const text = `Moment ${moment}: ${Array.from({ length: random.whole(4, 10) }, () => random.pick(words)).join(' ')}.`
    ledger.begin(text)
    const typed = page.keyboard
      .type(text, { delay: betweenKeysMs })
      .then(() => page.keyboard.press('Control+Enter'))
      .then(() => expect(editor).toBeHidden())
      .then(() => {
        if (isWhole()) ledger.savedAsNote()
      })
    return { began: Promise.resolve(), ended: unlessKilled(typed) }
  },
  lookAfter: async ({ stage, ledger }) => {
    const { page } = stage.earmark()
    const editor = page.getByRole('textbox', { name: 'Note', exact: true })
    // The one that was being written is open again, unless it was done with.
    if (!(await editor.isVisible())) return []
    const shown = await editor.inputValue()
    if (!ledger.notes().includes(shown)) return [`the editor shows “${shown}”, which is no note`]
    await editor.press('Escape')
    await expect(editor).toBeHidden()
    return []
  },
}

/** Of a new note, near where the player is. */
async function openEditor({ page, player }: Earmark) {
  const editor = page.getByRole('textbox', { name: 'Note', exact: true })
  // On a busy machine the one of an earlier moment opens again only now, and what is typed would go into that.
  if (await editor.isVisible()) {
    await editor.press('Escape')
    await expect(editor).toBeHidden()
  }
  await player.getByRole('button', { name: 'Add note' }).click()
  await expect(editor).toHaveValue('')
  await editor.focus()
  return editor
}

const listening = new WeakMap<Page, (text: string) => void>()

/** Tells each text at the moment at which the page calls it saved. */
async function hearWhatIsShown(page: Page, hear: (text: string) => void): Promise<void> {
  const isKnown = listening.has(page)
  listening.set(page, hear)
  if (!isKnown) await page.exposeFunction('shownAsSaved', (text: string) => listening.get(page)?.(text))
  await page.evaluate(() => {
    const tell = (text: string): void => {
      const { shownAsSaved } = globalThis as unknown as { shownAsSaved: (text: string) => void }
      shownAsSaved(text)
    }
    new MutationObserver(() => {
      const area = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Note"]')
      const standings = area?.form?.querySelectorAll('span') ?? []
      const isSaved = Array.from(standings).some(({ textContent }) => textContent === 'Saved')
      if (area !== null && isSaved) tell(area.value)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}
