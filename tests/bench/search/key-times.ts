import type { Page } from '@playwright/test'

/** Milliseconds from a key press to the frame that shows what came of it. */
export type KeyTimes = {
  /** The last letter of each search, to its results. */
  results: number[]
  /** A letter in a field with nothing behind it, in the same page. */
  bareField: number[]
}

const answeredMs = 30_000

/** Types each text, and measures its last letter: the page itself tells when it was pressed and when the results were painted. */
export async function measureKeys(page: Page, texts: readonly string[]): Promise<KeyTimes> {
  await page.evaluate(watchKeys)
  const field = page.getByRole('searchbox', { name: 'Search' })
  const results: number[] = []
  for (const text of texts) {
    const last = [...text].at(-1) ?? ''
    await field.fill(text.slice(0, text.length - last.length) || 'a')
    await page.waitForFunction(hasAnswered, undefined, { timeout: answeredMs })
    if (text.length === last.length) await field.selectText()
    await page.evaluate(armFound)
    await page.keyboard.press(last)
    results.push(await measured(page))
  }
  return { results, bareField: await measureBare(page, texts) }
}

async function measureBare(page: Page, texts: readonly string[]): Promise<number[]> {
  await page.evaluate(putBareField)
  const times: number[] = []
  for (const text of texts) {
    await page.evaluate(armBare)
    await page.keyboard.press([...text].at(-1) ?? 'a')
    times.push(await measured(page))
  }
  await page.evaluate(() => document.querySelector('#bare-field')?.remove())
  return times
}

async function measured(page: Page): Promise<number> {
  const handle = await page.waitForFunction(takeTime, undefined, { timeout: answeredMs, polling: 5 })
  return (await handle.jsonValue()) ?? Number.NaN
}

/** What the functions below, which run in the page, know of each other. */
type Watching = {
  keyTimes: { pressedMs: number | null; awaits: 'results' | 'bare' | null; tookMs: number | null }
}

function watchKeys(): void {
  const state: Watching['keyTimes'] = { pressedMs: null, awaits: null, tookMs: null }
  Object.assign(globalThis, { keyTimes: state })
  function painted(): void {
    const { pressedMs } = state
    if (pressedMs === null) return
    state.pressedMs = null
    requestAnimationFrame(() => {
      // After the frame, not before it.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        state.tookMs = performance.now() - pressedMs
      }
      port2.postMessage(null)
    })
  }
  window.addEventListener(
    'keydown',
    (event) => {
      if (state.awaits !== null) state.pressedMs = event.timeStamp
    },
    true,
  )
  window.addEventListener('input', () => {
    if (state.awaits === 'bare') painted()
  })
  new MutationObserver((records) => {
    const isAnswered = records.some(
      ({ target, oldValue }) =>
        target instanceof Element && oldValue === 'true' && target.getAttribute('aria-busy') === 'false',
    )
    if (state.awaits === 'results' && isAnswered) painted()
  }).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
    attributeOldValue: true,
  })
}

function hasAnswered(): boolean {
  return document.querySelector('section[aria-label="Found"]')?.getAttribute('aria-busy') === 'false'
}

function armFound(): void {
  const { keyTimes } = globalThis as unknown as Watching
  Object.assign(keyTimes, { pressedMs: null, awaits: 'results', tookMs: null })
}

function armBare(): void {
  const { keyTimes } = globalThis as unknown as Watching
  Object.assign(keyTimes, { pressedMs: null, awaits: 'bare', tookMs: null })
  document.querySelector<HTMLInputElement>('#bare-field')?.focus()
}

function putBareField(): void {
  const field = document.createElement('input')
  field.id = 'bare-field'
  document.body.append(field)
}

/** A time is waited for until it is there: 0 would not do. */
function takeTime(): number | null {
  const { keyTimes } = globalThis as unknown as Watching
  if (keyTimes.tookMs === null) return null
  keyTimes.awaits = null
  return Math.max(0.001, keyTimes.tookMs)
}
