import { join } from 'node:path'
import { app, dialog, ipcMain, Menu, protocol, session, shell } from 'electron'
import { dataFolderProblem, wantedDataFolder } from './app/data-folder.ts'
import { endFailedStart, endWithoutPage, faultInWords } from './app/failed-start.ts'
import { logFaults } from './app/faults.ts'
import { type OpenedLog, openLog } from './app/log.ts'
import { createFarewell } from './app/page-farewell.ts'
import { standBesidePage } from './app/page-first.ts'
import { createPageHandler, pageAddress } from './app/page-scheme.ts'
import { endOnceWritten } from './app/quitting.ts'
import { confineNavigation, refusePermissions } from './app/security.ts'
import { openWindow } from './app/window.ts'
import { createWindowLife } from './app/window-life.ts'
import { openPageDatabase } from './chromium-database/page-database.ts'
import { createEventSender } from './ipc/events.ts'
import { openGate } from './ipc/gate.ts'
import { mediaScheme } from './media/media-address.ts'
import { pause, systemTimers } from './net/timers.ts'
import type { Parts } from './parts.ts'

// Chromium takes a good while to make a window and its page, and is left to it as early as can be: what stands here is
// what has to be said before, and small. The parts of the app are read in and opened meanwhile (`parts.ts`).

const wantedFolder = wantedDataFolder(process.env)
if (wantedFolder !== null) app.setPath('userData', wantedFolder)
const dataDirectory = app.getPath('userData')
// Chromium's own files apart from ours, which outlive it.
app.setPath('sessionData', join(dataDirectory, 'chromium'))

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  {
    scheme: mediaScheme,
    privileges: { standard: true, secure: true, stream: true, corsEnabled: true, supportFetchAPI: false },
  },
])
// Else Electron builds one of its own, and ours comes once the window is there.
Menu.setApplicationMenu(null)

/** A page that was not even asked for by then is not waited for. */
const longestForScriptMs = 500
/** The style sheet and other scripts are asked for within this time of the first. */
const besideScriptMs = 20

const failedStart = { app, dialog, say: (line: string) => process.stderr.write(line) }
const folderProblem = dataFolderProblem(dataDirectory)
if (folderProblem !== null) void endFailedStart(folderProblem, failedStart)
else if (app.requestSingleInstanceLock()) {
  const log = openLog(dataDirectory, app.isPackaged)
  logFaults(process, log)
  run(log).catch(async (error: unknown) => {
    log.error('the start failed', error)
    await log.written()
    return endFailedStart(faultInWords(error), failedStart)
  })
} else app.quit()

async function run(log: OpenedLog): Promise<void> {
  standBesidePage()
  confineNavigation(app, shell, pageAddress)
  const database = openPageDatabase({
    databasesFolder: join(app.getPath('sessionData'), 'IndexedDB'),
    asideFolder: join(dataDirectory, 'damaged-databases'),
    clear: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    now: () => new Date(),
    log,
  })
  const events = createEventSender()
  const farewell = createFarewell(() => events.send('app.closing', null))
  const opening = Promise.withResolvers<Parts>()
  /** A page that goes away before they are there has nothing of them. */
  let parts: Parts | null = null

  const pageIsGone = (): void => {
    events.pageIsGone()
    gate.pageIsGone()
    parts?.pageIsGone()
  }
  const windowLife = createWindowLife({
    app,
    platform: process.platform,
    open: () =>
      openWindow({
        preloadPath: join(import.meta.dirname, '../preload/preload.cjs'),
        place: opening.promise.then(({ place }) => place),
        log,
        settlePage: farewell.settle,
        pageGone: pageIsGone,
        pageKeepsFailing: () => void endWithoutPage(failedStart),
      }),
    pageIsGone,
  })
  const desk = opening.promise.then((opened) => opened.desk)
  // Whoever waits for it is told; where nobody does, the start says why it failed.
  desk.catch(() => undefined)
  const gate = openGate({
    ipc: ipcMain,
    log,
    isOurPage: windowLife.isOurPage,
    desk,
  })
  endOnceWritten(app, () =>
    opening.promise
      .then(
        ({ stop }) => stop(),
        () => undefined,
      )
      .finally(log.written),
  )

  await app.whenReady()
  const { promise: scriptGiven, resolve: giveScript } = Promise.withResolvers<void>()
  const pageDirectory = join(import.meta.dirname, '../renderer')
  const respondWithPage = createPageHandler(pageDirectory, database.ready, giveScript)
  // Deprecated, and without a successor in the runtime that is used: `handle` reads in half of a browser’s `fetch` first, and pumps
  // each file through this thread.
  protocol.registerFileProtocol('app', (request, answer) => void respondWithPage(request).then(answer))
  protocol.handle(mediaScheme, async (request) => (await opening.promise).respondWithMedia(request))
  refusePermissions(session.defaultSession)
  windowLife.begin()

  // Reading the parts in takes this thread, which Chromium asks for the page: they come while the page's script begins.
  await Promise.race([scriptGiven, pause(systemTimers, longestForScriptMs)])
  await pause(systemTimers, besideScriptMs)
  try {
    const { openParts } = await import('./parts.ts')
    parts = await openParts({
      dataDirectory,
      programDirectory: import.meta.dirname,
      database,
      events,
      farewell,
      windowLife,
      log,
    })
    opening.resolve(parts)
  } catch (error) {
    opening.reject(error)
    throw error
  }
}
