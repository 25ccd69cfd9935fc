/**
 * What runs in the page to time presses. Each function is handed to it by itself, so what they know of each other is left
 * in one place there.
 */
type Watching = { pressTimes: PressTimes }
type PressTimes = {
  /** By what the outcome is known: how many episodes the list says it has, or the bare button's own words. */
  changes: 'list' | 'button'
  before: string
  state: 'idle' | 'armed' | 'pressed'
  pressedMs: number
  tookMs: number | null
  outcome: () => string
}
export type Changes = PressTimes['changes']

export function watchPresses(): void {
  const times: PressTimes = {
    changes: 'list',
    before: '',
    state: 'idle',
    pressedMs: 0,
    tookMs: null,
    outcome: () =>
      (times.changes === 'list'
        ? document.querySelector('ul[aria-label="Episodes"] li')?.ariaSetSize
        : document.querySelector('#bare-button')?.textContent) ?? '',
  }
  Object.assign(globalThis, { pressTimes: times })

  // The click of a mouse comes with its button's release, that of a key with its press.
  for (const name of ['mouseup', 'keydown']) {
    window.addEventListener(
      name,
      ({ timeStamp }) => {
        if (times.state === 'armed') Object.assign(times, { state: 'pressed', pressedMs: timeStamp })
      },
      true,
    )
  }

  new MutationObserver(() => {
    if (times.state !== 'pressed' || times.outcome() === times.before) return
    times.state = 'idle'
    requestAnimationFrame(() => {
      // After the frame, not before it.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        times.tookMs = performance.now() - times.pressedMs
      }
      port2.postMessage(null)
    })
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
}

export function armPress(changes: Changes): void {
  const { pressTimes } = globalThis as unknown as Watching
  Object.assign(pressTimes, { changes, state: 'armed', tookMs: null })
  pressTimes.before = pressTimes.outcome()
}

export function putBareButton(): void {
  const button = document.createElement('button')
  button.id = 'bare-button'
  button.textContent = 'off'
  // Above everything, so that a mouse meets it.
  button.style.cssText = 'position: fixed; inset: auto 0 0 auto; z-index: 9999'
  button.addEventListener('click', () => {
    button.textContent = button.textContent === 'off' ? 'on' : 'off'
  })
  document.body.append(button)
}

/** A time is waited for until it is there: 0 would not do. */
export function takePressTime(): number | null {
  const { tookMs } = (globalThis as unknown as Watching).pressTimes
  return tookMs === null ? null : Math.max(0.001, tookMs)
}
