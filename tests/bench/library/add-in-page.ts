import type { Page } from '@playwright/test'

/**
 * Adds podcasts by their slugs through the dialog, then shows the library, all from within the page: looking for what to press by its name, as the driver
 * does, takes the page longer than adding a podcast.
 */
export function addInPage(page: Page, slugs: readonly string[]): Promise<void> {
  return page.evaluate(async (names) => {
    async function found<Kind extends HTMLElement>(look: () => Kind | null | undefined): Promise<Kind> {
      for (;;) {
        const element = look()
        if (element) return element
        await new Promise(requestAnimationFrame)
      }
    }
    const buttons = (words: string) =>
      [...document.querySelectorAll('button')].filter(
        (button) => button.textContent === words || button.ariaLabel === words,
      )
    for (const name of names) {
      const opener = await found(() => buttons('Add podcast').at(0))
      opener.click()
      const field = await found(() => document.querySelector<HTMLInputElement>('dialog input'))
      field.focus()
      document.execCommand('insertText', false, name)
      const add = await found(() => buttons('Add').at(0))
      add.click()
      await found(() => (document.querySelector('dialog') === null ? document.body : null))
    }
    location.hash = '#/library'
  }, slugs)
}
