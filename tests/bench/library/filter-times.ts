import type { Page } from '@playwright/test'
import { type PageTime, watchPageTime } from '../app/page-time.ts'
import { armPress, type Changes, putBareButton, takePressTime, watchPresses } from './watch-presses.ts'

/** Milliseconds from a click or a key press to the frame that shows the list it asked for. */
export type FilterTimes = {
  /** A topic is chosen where none is. */
  first: number[]
  second: number[]
  off: number[]
  /** A button that changes its own words and nothing else, in the same page. */
  bareButton: number[]
  /** For how long the page's thread had a core, of each press of a topic. */
  ownTime: number[]
}

const chipSelector = 'fieldset[aria-label="Topics"] button'
const bareSelector = '#bare-button'
const answeredMs = 30_000

/** Chooses a topic, then one more, and lets go of both, time and again with others; by mouse and by key in turn. */
export async function measureFilter(page: Page, rounds: number): Promise<FilterTimes> {
  const times: FilterTimes = { first: [], second: [], off: [], bareButton: [], ownTime: [] }
  const time = await watchPageTime(page)
  await page.evaluate(watchPresses)
  await page.evaluate(putBareButton)
  await page.locator(chipSelector).first().waitFor()
  for (let round = 0; round < rounds; round += 1) {
    const by = round % 2 === 0 ? 'mouse' : 'key'
    const chip = async (index: number): Promise<number> => {
      const [ms, ownMs] = await pressed({ page, time }, chipSelector, index, { by, changes: 'list' })
      times.ownTime.push(ownMs)
      return ms
    }
    const first = await narrowingChip(page, round)
    if (first !== null) {
      times.first.push(await chip(first))
      const second = await narrowingChip(page, Math.floor(round / 2))
      if (second !== null) {
        times.second.push(await chip(second))
        times.off.push(await chip(second))
      }
      times.off.push(await chip(first))
    }
    const [ms] = await pressed({ page, time }, bareSelector, 0, { by, changes: 'button' })
    times.bareButton.push(ms)
  }
  await page.evaluate((selector) => document.querySelector(selector)?.remove(), bareSelector)
  await time.stop()
  return times
}

async function pressed(
  { page, time }: { page: Page; time: PageTime },
  selector: string,
  index: number,
  { by, changes }: { by: 'mouse' | 'key'; changes: Changes },
): Promise<[ms: number, ownMs: number]> {
  const button = page.locator(selector).nth(index)
  // Before it counts: the driver looks at what it is about to press.
  if (by === 'mouse') await button.hover()
  else await button.focus()
  await page.evaluate(armPress, changes)
  const before = await time.now()
  if (by === 'mouse') {
    await page.mouse.down()
    await page.mouse.up()
  } else await page.keyboard.press('Enter')
  const handle = await page.waitForFunction(takePressTime, undefined, { timeout: answeredMs, polling: 5 })
  return [(await handle.jsonValue()) ?? Number.NaN, (await time.now()) - before]
}

/** One of the chips that leave some of what is listed now but not all of it; `null` when none does. */
function narrowingChip(page: Page, turn: number): Promise<number | null> {
  return page.evaluate(
    ({ selector, at }) => {
      const length = Number(document.querySelector('ul[aria-label="Episodes"] li')?.ariaSetSize)
      const narrowing = [...document.querySelectorAll<HTMLElement>(selector)].flatMap((chip, index) => {
        const count = Number(chip.querySelector('[aria-hidden]')?.textContent.replace(/\D/g, ''))
        return chip.ariaPressed === 'false' && count > 0 && count < length ? [index] : []
      })
      return narrowing[at % narrowing.length] ?? null
    },
    { selector: chipSelector, at: turn },
  )
}
