import { join } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  type Rectangle,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { createArchiveCalls } from './app/archive-calls.ts'
import { createChooseAudioFile } from './app/choose-audio-file.ts'
import { createMoveHome, createShowHomeFolder } from './app/choose-home-folder.ts'
import { dataFolderProblem } from './app/data-folder.ts'
import { readEnvironment } from './app/environment.ts'
import { factsOf } from './app/facts.ts'
import { endFailedStart, endWithoutPage, faultInWords } from './app/failed-start.ts'
import { logFaults } from './app/faults.ts'
import { type Log, openLog } from './app/log.ts'
import { installMenu } from './app/menu.ts'
import { createNotify } from './app/notifications.ts'
import { openExportCalls } from './app/open-export-calls.ts'
import { createFarewell } from './app/page-farewell.ts'
import { letWorkersStandBehind, standBesidePage } from './app/page-first.ts'
import { createPageHandler, pageAddress } from './app/page-scheme.ts'
import { endOnceWritten } from './app/quitting.ts'
import { confineNavigation, openOutside, refusePermissions } from './app/security.ts'
import { openSettings } from './app/settings.ts'
import { openWindow } from './app/window.ts'
import { createWindowLife } from './app/window-life.ts'
import { openWindowPlace } from './app/window-place.ts'
import { createImports } from './archive/reading/imports.ts'
import { openExports } from './archive/writing/exports.ts'
import { createSearchFeed } from './audio/feeds/search-feed.ts'
import { createFindAudio } from './audio/find.ts'
import { createOpenAudio } from './audio/open.ts'
import { createProbe } from './audio/probe.ts'
import { probeAhead } from './audio/probe-ahead.ts'
import { createAudioTiming } from './audio/stream-timing.ts'
import { openPageDatabase } from './chromium-database/page-database.ts'
import { openDownloads } from './downloads/downloads.ts'
import { openNoteExports } from './exports/note-exports.ts'
import { createGuide } from './guide/source.ts'
import type { Handlers } from './ipc/call-desk.ts'
import { createEventSender } from './ipc/events.ts'
import { openGate } from './ipc/gate.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createOpenLine } from './ipc/open-line.ts'
import { openSecondHome } from './journal/second-home.ts'
import { createThreadUpkeep } from './journal/upkeep/thread-upkeep.ts'
import { createFindExactAudio } from './media/exact-audio.ts'
import { openLocalFiles } from './media/local-files.ts'
import { createMediaScheme, mediaScheme } from './media/media-scheme.ts'
import { createFetcher } from './net/fetcher.ts'
import { createReachability } from './net/reachability.ts'
import { systemTimers } from './net/timers.ts'
import { createStenobird } from './stenobird/client.ts'
import { createThreadReader } from './stenobird/reader/thread-reader.ts'
import { createHeldService } from './sync/held-service.ts'
import { openSyncSchedule } from './sync/schedule.ts'
import { createSources } from './sync/sources.ts'
import { createSendTranscriptionRequest } from './transcription/send.ts'

const { environment, complaints } = readEnvironment(process.env, app.isPackaged)
if (environment.userDataDirectory !== null) app.setPath('userData', environment.userDataDirectory)
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

const failedStart = { app, dialog, say: (line: string) => process.stderr.write(line) }
const folderProblem = dataFolderProblem(dataDirectory)
if (folderProblem !== null) void endFailedStart(folderProblem, failedStart)
else if (app.requestSingleInstanceLock()) {
  const log = openLog(dataDirectory, app.isPackaged)
  logFaults(process, log)
  run(log).catch((error: unknown) => {
    log.error('the start failed', error)
    return endFailedStart(faultInWords(error), failedStart)
  })
} else app.quit()

async function run(log: Log): Promise<void> {
  for (const complaint of complaints) log.warn(complaint)
  standBesidePage()
  confineNavigation(app, shell, pageAddress)
  const events = createEventSender()
  const database = openPageDatabase({
    databasesFolder: join(app.getPath('sessionData'), 'IndexedDB'),
    asideFolder: join(dataDirectory, 'damaged-databases'),
    clear: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    now: () => new Date(),
    log,
  })
  const upkeep = createThreadUpkeep({ workerPath: join(import.meta.dirname, 'upkeep-worker.js') })
  const home = await openSecondHome({ dataDirectory, timers: systemTimers, log, upkeep })
  home.onChange((standing) => events.send('home.changed', standing))
  const settings = await openSettings({
    path: join(dataDirectory, 'settings.json'),
    apiBaseUrlFromEnvironment: environment.apiBaseUrl,
    home,
    now: systemTimers.now,
    log,
  })
  const applyTheme = (): void => {
    nativeTheme.themeSource = settings.read().theme
  }
  applyTheme()

  const settingsChanged = (): void => {
    applyTheme()
    // Another service knows nothing of what the last one asked for.
    schedule.wake()
  }
  const schedule = await openSyncSchedule({
    path: join(dataDirectory, 'sync-schedule.json'),
    serviceAddress: settings.apiBaseUrl,
    due: (podcastSlugs) => events.send('sync.due', { podcastSlugs }),
    changed: (podcasts) => events.send('sync.schedule', { podcasts }),
    held: (untilMs) => events.send('service.held', { untilMs }),
    log,
  })
  const fetcher = createFetcher({
    version: app.getVersion(),
    allowLocalAddresses: () => environment.allowLocalAddresses,
    holds: createHeldService({ serviceAddress: settings.apiBaseUrl, schedule, now: systemTimers.now }),
  })
  const guideDirectory = app.isPackaged
    ? join(process.resourcesPath, 'guide')
    : join(app.getAppPath(), 'electron', 'guide', 'content')

  const reader = createThreadReader({ workerPath: join(import.meta.dirname, 'reading-worker.js'), log })
  const stenobird = createStenobird({ fetcher, reader, apiBaseUrl: settings.apiBaseUrl, log })
  const sources = createSources({
    stenobird,
    guide: createGuide(guideDirectory),
    apiBaseUrl: settings.apiBaseUrl,
  })
  const reachability = createReachability({
    fetcher,
    apiBaseUrl: settings.apiBaseUrl,
    systemOnline: () => net.isOnline(),
    changed: (reachable, cause) => {
      events.send('connectivity.changed', { reachable })
      if (reachable) {
        schedule.reachable(cause)
        downloads.networkIsBack()
      } else schedule.unreachable()
    },
  })
  const probe = createProbe(fetcher)
  const media = createMediaScheme(fetcher.openStream)
  const localFiles = await openLocalFiles(join(dataDirectory, 'audio-files.json'), log)
  const downloads = await openDownloads({
    directory: join(dataDirectory, 'downloads'),
    openStream: fetcher.openStream,
    changed: (list) => events.send('downloads.changed', list),
    automaticBytes: () => settings.read().autoDownloadGigabytes * 1e9,
    timers: systemTimers,
    log,
  })

  const exports = await openExports({
    unfinishedPath: join(dataDirectory, 'unfinished-export.json'),
    appVersion: app.getVersion(),
    settings: settings.asChange,
    now: () => new Date(),
    log,
  })
  const imports = createImports({
    settings: settings.asChange,
    progress: (progress) => events.send('archive.progress', progress),
    log,
  })

  const noteExports = await openNoteExports({
    unfinishedPath: join(dataDirectory, 'unfinished-notes.json'),
    appVersion: app.getVersion(),
    now: () => new Date(),
    log,
  })
  const exportCalls = await openExportCalls({
    dataDirectory,
    dialog,
    shell,
    safeStorage,
    window: () => windowLife.current(),
    noteExports,
    fetcher,
    readwiseBaseUrl: environment.readwiseBaseUrl,
    settings,
    waits: (waiting) => events.send('exports.waiting', waiting),
    timers: systemTimers,
    documents: app.getPath('documents'),
    log,
  })

  const farewell = createFarewell(() => events.send('app.closing', null))
  const pageIsGone = (): void => {
    events.pageIsGone()
    schedule.pageIsGone()
    void exports.abandon()
    void noteExports.abandon()
    void imports.close()
    gate.pageIsGone()
  }
  const workAreas = (): Rectangle[] => screen.getAllDisplays().map((display) => display.workArea)
  const place = await openWindowPlace(join(dataDirectory, 'window.json'), workAreas, log)
  const windowLife = createWindowLife({
    app,
    platform: process.platform,
    open: () =>
      openWindow({
        preloadPath: join(import.meta.dirname, '../preload/preload.cjs'),
        place,
        log,
        settlePage: farewell.settle,
        pageGone: pageIsGone,
        pageKeepsFailing: () => void endWithoutPage(failedStart),
      }),
    pageIsGone,
  })

  const handlers: Handlers = createHandlers({
    facts: factsOf({
      version: app.getVersion(),
      settings,
      environment,
      reachable: reachability.reachable,
      databaseRepair: database.repair,
      heldUntilMs: schedule.heldUntilMs,
      home,
    }),
    settings,
    settingsChanged,
    home,
    reachability,
    downloads,
    log,
    pageIsListening: () => {
      const window = windowLife.current()
      if (window === null) return
      events.pageIsListening(window.webContents)
      schedule.start()
      // Nothing may be due for hours, and a person wants to know now whether the service is there.
      void reachability.check()
      downloads.networkIsBack()
    },
    pageSaysFarewell: farewell.pageSaysReady,
    notify: createNotify({
      create: (words) => (Notification.isSupported() ? new Notification(words) : null),
      allowed: () => settings.read().notifyWhenReady,
      opened: (what) => {
        windowLife.bringForward()
        events.send('notification.opened', what)
      },
    }),
    giveUpDatabase: database.giveUp,
    openOutside: ({ url }) => openOutside(url, shell),
    lookUp: sources.lookUp,
    findOutlines: ({ outlines }, signal) => stenobird.findOutlines(outlines, signal),
    openLine: createOpenLine({
      page: () => windowLife.current()?.webContents,
      handlers: () => handlers,
      log,
      heard: letWorkersStandBehind,
    }),
    follow: schedule.follow,
    readAnew: schedule.readAnew,
    pull: schedule.observed(sources.pull),
    readEpisode: sources.readEpisode,
    findAudio: createFindAudio({ fetcher, searchFeed: createSearchFeed(fetcher), probe }),
    openAudio: createOpenAudio({
      addressFor: media.addressFor,
      downloadedFile: downloads.fileOf,
      chosenFile: localFiles.pathOf,
      bundledDirectory: guideDirectory,
      findExact: createFindExactAudio({ folder: join(dataDirectory, 'audio-index'), log }),
      probe: probeAhead(probe),
    }),
    audioTiming: createAudioTiming(fetcher),
    archive: createArchiveCalls({
      dialog,
      shell,
      window: windowLife.current,
      exports,
      imports,
      settings,
      settingsChanged,
      documents: app.getPath('documents'),
      now: () => new Date(),
    }),
    exports: exportCalls,
    moveHome: createMoveHome({ dialog, window: windowLife.current, home }),
    showHomeFolder: createShowHomeFolder({ shell, home }),
    chooseAudioFile: createChooseAudioFile({ dialog, window: windowLife.current, localFiles }),
    sendTranscriptionRequest: createSendTranscriptionRequest({
      fetcher,
      apiBaseUrl: settings.apiBaseUrl,
      log,
    }),
  })
  const gate = openGate({
    ipc: ipcMain,
    log,
    isOurPage: windowLife.isOurPage,
    handlers,
  })

  await app.whenReady()
  protocol.handle('app', createPageHandler(join(import.meta.dirname, '../renderer'), database.ready))
  protocol.handle(mediaScheme, media.respond)
  refusePermissions(session.defaultSession)
  installMenu((command) => events.send('menu.command', { command }), !app.isPackaged)

  windowLife.begin()
  endOnceWritten(app, () => {
    void reader.close()
    void imports.close()
    reachability.stop()
    schedule.stop()
    return Promise.all([
      downloads.stop(),
      exports.abandon(),
      noteExports.abandon(),
      home.close({ withSnapshot: true }),
    ])
  })
  powerMonitor.on('suspend', () => events.send('app.sleeping', null))
  powerMonitor.on('resume', () => {
    schedule.wake()
    downloads.networkIsBack()
    if (!reachability.reachable()) void reachability.check()
  })
}
