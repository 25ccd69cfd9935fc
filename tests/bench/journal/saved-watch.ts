import type { Page } from '@playwright/test'

export type SavedWatch = {
  /** Milliseconds from the last key press to when the page said "Saved" of the text it made. */
  savedAfterMs: () => Promise<number>
}

/**
 * Watches the note editor from inside the page: from the instant the system gave a key press, until the page's tree says
 * "Saved" after it had said "Saving…".
 */
export async function watchSaved(page: Page): Promise<SavedWatch> {
  const watch = await page.evaluateHandle(() => {
    let pressedAtMs = 0
    let isSaving = false
    let saved = Promise.withResolvers<number>()
    function look(): void {
      const words = [...document.querySelectorAll('form[aria-label="Note editor"] span')].map(
        ({ textContent }) => textContent,
      )
      if (words.includes('Saving…')) isSaving = true
      else if (isSaving && words.includes('Saved')) saved.resolve(performance.now() - pressedAtMs)
    }
    document.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted) return
        pressedAtMs = event.timeStamp
        isSaving = false
        saved = Promise.withResolvers()
      },
      true,
    )
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    return { savedAfterMs: () => saved.promise }
  })
  return { savedAfterMs: () => watch.evaluate(({ savedAfterMs }) => savedAfterMs()) }
}
