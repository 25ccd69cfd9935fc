import { BrowserWindow, nativeTheme } from 'electron'
import type { Log } from './log.ts'
import { pageAddress } from './page-scheme.ts'
import { createRecovery } from './recovery.ts'
import type { WindowPlace } from './window-place.ts'

type WindowParts = {
  preloadPath: string
  /** The window is not shown before that is known, and the theme with it. */
  place: Promise<WindowPlace>
  log: Log
  /** Asks the page to write what it holds; resolves when it has, or when it takes too long. */
  settlePage: () => Promise<void>
  pageGone: () => void
  /** It came back several times, and ended again each time. */
  pageKeepsFailing: () => void
}

/** The grounds of the two themes (renderer/elements/tokens.css), so that no white flashes before the first paint. */
const grounds = { light: '#fbfaf7', dark: '#171614' }

function ground(): string {
  return nativeTheme.shouldUseDarkColors ? grounds.dark : grounds.light
}

function dress(window: BrowserWindow, place: WindowPlace): void {
  if (window.isDestroyed()) return
  window.setBackgroundColor(ground())
  const bounds = place.bounds()
  if (bounds !== null) window.setBounds(bounds)
  // One whose screen is gone.
  if (bounds !== null && bounds.x === undefined) window.center()
  if (place.maximized()) window.maximize()
  place.follow(window)
}

/** How long a window may take to close once nothing is left to be written. */
const longestClosingMs = 2000

export function openWindow({
  preloadPath,
  place,
  log,
  settlePage,
  pageGone,
  pageKeepsFailing,
}: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Earmark',
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A minimised player goes on keeping positions and sending what waits.
      backgroundThrottling: false,
    },
  })
  // Without a place the app ends, and says why.
  const isDressed = place
    .then((known) => dress(window, known))
    .then(
      () => true,
      () => false,
    )
  window.once('ready-to-show', async () => {
    if ((await isDressed) && !window.isDestroyed()) window.show()
  })

  let ending: 'no' | 'settling' | 'settled' = 'no'
  window.on('close', (event) => {
    if (ending === 'settled') return
    event.preventDefault()
    if (ending === 'settling') return
    ending = 'settling'
    void settlePage().then(() => {
      ending = 'settled'
      if (window.isDestroyed()) return
      window.close()
      // Chromium asks the page whether it may close, and one whose process ends then never answers.
      setTimeout(() => window.isDestroyed() || window.destroy(), longestClosingMs).unref()
    })
  })
  // A page that loads itself anew no longer waits for what it asked for.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) pageGone()
  })
  const recover = createRecovery()
  const reload = (): void => {
    if (!window.isDestroyed()) window.reload()
  }
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error(`the page’s process ended: ${details.reason}`, details)
    pageGone()
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    if (ending !== 'no') {
      setImmediate(() => window.isDestroyed() || window.destroy())
      return
    }
    // Not within the event: Chromium, still busy with the end of the process, would end itself.
    if (recover(performance.now())) setImmediate(reload)
    else pageKeepsFailing()
  })
  void window.loadURL(pageAddress)
  return window
}
