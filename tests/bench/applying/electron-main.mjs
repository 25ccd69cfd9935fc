// @ts-check
// A bare window on the address given last: what there is to measure, and nothing of the app.
import { app, BrowserWindow } from 'electron'

const address = process.argv.at(-1) ?? ''
// Not awaited here: Electron is not ready before this file is read to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { backgroundThrottling: false } })
  return window.loadURL(address)
})
