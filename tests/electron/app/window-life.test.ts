import { EventEmitter } from 'node:events'
import type { App, BrowserWindow, IpcMainEvent } from 'electron'
import { expect, test } from 'vitest'
import { createWindowLife } from '../../../electron/app/window-life.ts'

/** What is used of a window; `web` stands for its page. */
function standInWindow() {
  const events = new EventEmitter()
  const done: string[] = []
  const mainFrame = { url: 'app://earmark/index.html#/' }
  const window = {
    on: (name: string, listener: () => void) => events.on(name, listener),
    isMinimized: () => true,
    restore: () => done.push('restored'),
    focus: () => done.push('focused'),
    webContents: {
      isDestroyed: () => done.includes('page destroyed'),
      get mainFrame() {
        // As Electron's does.
        if (done.includes('page destroyed')) throw new TypeError('Object has been destroyed')
        return mainFrame
      },
    },
  }
  return { window: window as unknown as BrowserWindow, done, mainFrame, close: () => events.emit('closed') }
}

function arrange(platform: NodeJS.Platform = 'linux') {
  const events = new EventEmitter()
  const opened: ReturnType<typeof standInWindow>[] = []
  const told: string[] = []
  const app = {
    on: (name: string, listener: () => void) => events.on(name, listener),
    quit: () => told.push('quit'),
  }
  const life = createWindowLife({
    app: app as unknown as App,
    platform,
    open: () => {
      const next = standInWindow()
      opened.push(next)
      return next.window
    },
    pageIsGone: () => told.push('page gone'),
  })
  return { life, opened, told, system: (name: string) => events.emit(name) }
}

const callFrom = (sender: unknown, senderFrame: unknown) =>
  ({ sender, senderFrame }) as unknown as IpcMainEvent

test('shows one window, and brings that one forward when the app is started again', () => {
  const { life, opened, system } = arrange()
  life.begin()
  system('activate')
  system('second-instance')
  expect(opened).toHaveLength(1)
  expect(opened[0]?.done).toEqual(['restored', 'focused'])
})

test('a closed window takes its page along, and the app as well but on macOS', () => {
  const here = arrange()
  here.life.begin()
  here.opened[0]?.close()
  here.system('window-all-closed')
  expect(here.told).toEqual(['page gone', 'quit'])

  const mac = arrange('darwin')
  mac.life.begin()
  mac.opened[0]?.close()
  mac.system('window-all-closed')
  expect(mac.told).toEqual(['page gone'])
  expect(mac.life.current()).toBeNull()
  mac.system('activate')
  expect(mac.life.current()).toBe(mac.opened[1]?.window)
})

test('only the page in the window is taken for ours: no frame in it, no other page, none of a closed window', () => {
  const { life, opened } = arrange()
  life.begin()
  const [first] = opened
  const contents = first?.window.webContents
  expect(life.isOurPage(callFrom(contents, first?.mainFrame))).toBe(true)
  expect(life.isOurPage(callFrom(contents, { url: 'app://earmark/index.html' }))).toBe(false)
  expect(life.isOurPage(callFrom({}, first?.mainFrame))).toBe(false)
  if (first !== undefined) first.mainFrame.url = 'https://elsewhere.example/'
  expect(life.isOurPage(callFrom(contents, first?.mainFrame))).toBe(false)
  if (first !== undefined) first.mainFrame.url = 'app://earmark/index.html'
  first?.close()
  expect(life.isOurPage(callFrom(contents, first?.mainFrame))).toBe(false)
})

test('a last word of a page that is gone, in a window that is still there, is not taken for ours', () => {
  const { life, opened } = arrange()
  life.begin()
  const [first] = opened
  first?.done.push('page destroyed')
  expect(life.isOurPage(callFrom(first?.window.webContents, first?.mainFrame))).toBe(false)
})
