// @ts-check
// A page with nothing but Dexie, as the control: it writes notes or tells how many there are, prints that, and ends.
import { readFileSync } from 'node:fs'
import { app, BrowserWindow, protocol } from 'electron'

const { userData, dexiePath, script, isKilled } = JSON.parse(process.env.BARE_DEXIE ?? '{}')
app.setPath('userData', userData)
app.setPath('sessionData', `${userData}/chromium`)
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

// Not awaited here: Electron is not ready before this file is read to its end.
void app.whenReady().then(async () => {
  protocol.handle('app', ({ url }) => {
    const isScript = url.endsWith('.js')
    const body = isScript ? readFileSync(dexiePath) : '<!doctype html><script src="/dexie.js"></script>'
    return new Response(body, { headers: { 'content-type': isScript ? 'text/javascript' : 'text/html' } })
  })
  const window = new BrowserWindow({ show: false })
  await window.loadURL('app://earmark/index.html')
  const answer = await window.webContents.executeJavaScript(script)
  process.stdout.write(`answer ${JSON.stringify(answer)}\n`, () => {
    if (isKilled) process.kill(process.pid, 'SIGKILL')
    else app.quit()
  })
})
