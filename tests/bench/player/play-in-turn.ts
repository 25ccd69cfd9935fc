/** Runs in the page, where nothing outside of this function is: looks for each episode, opens it and plays it; pauses the last. */
export async function playInTurn(titles: readonly string[]): Promise<void> {
  const [lookEveryMs, limitMs, heardSeconds] = [20, 60_000, 0.3]

  function until<Found>(what: string, look: () => Found | null | undefined | false): Promise<Found> {
    return new Promise((resolve, reject) => {
      const untilMs = performance.now() + limitMs
      function lookNow(): void {
        const found = look()
        if (found) resolve(found)
        else if (performance.now() > untilMs) reject(new Error(`There was never ${what}.`))
        else setTimeout(lookNow, lookEveryMs)
      }
      lookNow()
    })
  }
  const first = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)
  const clock = (): number => {
    const { Howler } = globalThis as unknown as {
      Howler?: { _howls: { _sounds: { _node: HTMLAudioElement }[] }[] }
    }
    return Howler?._howls.at(-1)?._sounds[0]?._node.currentTime ?? 0
  }

  async function playOne(title: string): Promise<void> {
    const search = await until('a search field', () =>
      document.querySelector<HTMLInputElement>('input[type="search"][aria-label="Search"]'),
    )
    // As typing does it, past what React knows of the value.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, title)
    search.dispatchEvent(new Event('input', { bubbles: true }))
    const row = await until(`a row of ${title}`, () => {
      const rows = document.querySelectorAll<HTMLElement>('ul[aria-label="Episodes"] [data-row]')
      return [...rows].find(({ textContent }) => textContent?.includes(title))
    })
    row.click()
    await until(`the page of ${title}`, () => first('article h1')?.textContent === title)
    const play = await until('a button that plays it', () => first('article [aria-label^="Play episode"]'))
    play.click()
    await until(
      `sound of ${title}`,
      () =>
        first('section[aria-label="Player"]')?.textContent?.includes(title) &&
        first('section[aria-label="Player"] [aria-label="Pause"]:not([aria-busy])') !== null &&
        clock() > heardSeconds,
    )
  }

  for (const title of titles) await playOne(title)
  first('section[aria-label="Player"] [aria-label="Pause"]')?.click()
}
