// @ts-check
// A bare window on the address given last: what there is to measure, and nothing of the app.
import { setPriority } from 'node:os'
import { app, BrowserWindow } from 'electron'

// As the app does: run as root, Chromium would put this process before all others.
if (process.platform === 'linux') setPriority(0)

const address = process.argv.at(-1) ?? ''
// Not awaited here: Electron is not ready before this file is read to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { backgroundThrottling: false } })
  return window.loadURL(address)
})
