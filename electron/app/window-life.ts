import type { App, BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { pageOrigin } from './page-scheme.ts'

type WindowLifeParts = {
  app: Pick<App, 'on' | 'quit'>
  platform: NodeJS.Platform
  open: () => BrowserWindow
  /** Its window was closed, and the page with it. */
  pageIsGone: () => void
}

export type WindowLife = {
  /** `null` before the first one, and on macOS when it was closed and the app lives on. */
  current: () => BrowserWindow | null
  /** Shows the window, and another one later when there is none and the system asks for it. */
  begin: () => void
  /** Brings it before the person, whatever state it is in. */
  bringForward: () => void
  /** Whether it is the page in the window that calls, and no frame within it and no other. */
  isOurPage: (event: IpcMainInvokeEvent | IpcMainEvent) => boolean
}

/** The app has one window at a time. */
export function createWindowLife({ app, platform, open, pageIsGone }: WindowLifeParts): WindowLife {
  let window: BrowserWindow | null = null

  function show(): void {
    window = open()
    window.on('closed', () => {
      window = null
      pageIsGone()
    })
  }

  function bringForward(): void {
    if (window === null) show()
    else if (window.isMinimized()) window.restore()
    window?.focus()
  }

  return {
    current: () => window,
    begin: () => {
      show()
      app.on('activate', () => {
        if (window === null) show()
      })
      app.on('second-instance', bringForward)
      app.on('window-all-closed', () => {
        if (platform !== 'darwin') app.quit()
      })
    },
    bringForward,
    isOurPage: ({ sender, senderFrame }) =>
      window !== null &&
      sender === window.webContents &&
      // A word of a page that goes away can arrive while its window is still there; asked for its frame, it throws.
      !sender.isDestroyed() &&
      senderFrame === window.webContents.mainFrame &&
      senderFrame.url.startsWith(`${pageOrigin}/`),
  }
}
