import { join } from 'node:path'
import { app, dialog, Notification, nativeTheme, powerMonitor, type Rectangle, screen, shell } from 'electron'
import { createChooseAudioFile } from './app/choose-audio-file.ts'
import { createMoveHome, createShowHomeFolder } from './app/choose-home-folder.ts'
import { readEnvironment } from './app/environment.ts'
import { factsOf } from './app/facts.ts'
import type { Log } from './app/log.ts'
import { installMenu } from './app/menu.ts'
import { createNotify } from './app/notifications.ts'
import type { Farewell } from './app/page-farewell.ts'
import { letWorkersStandBehind } from './app/page-first.ts'
import { openOutside } from './app/security.ts'
import { openSettings } from './app/settings.ts'
import type { WindowLife } from './app/window-life.ts'
import { openWindowPlace, type WindowPlace } from './app/window-place.ts'
import type { PageDatabase } from './chromium-database/page-database.ts'
import { openDownloads } from './downloads/downloads.ts'
import { type CallDesk, type Handlers, openCallDesk } from './ipc/call-desk.ts'
import type { EventSender } from './ipc/events.ts'
import { createHandlers } from './ipc/handlers.ts'
import { laterHandlers } from './ipc/later-handlers.ts'
import { laterNames } from './ipc/later-names.ts'
import { createOpenLine } from './ipc/open-line.ts'
import { openSecondHome } from './journal/second-home.ts'
import { createThreadUpkeep } from './journal/upkeep/thread-upkeep.ts'
import type { LaterParts } from './later-parts.ts'
import { openLocalFiles } from './media/local-files.ts'
import { systemTimers } from './net/timers.ts'
import { openSyncSchedule } from './sync/schedule.ts'

export type PartsInput = {
  dataDirectory: string
  /** Where the built `main.ts` lies, and the threads beside it; what is read in later lies elsewhere. */
  programDirectory: string
  database: PageDatabase
  events: EventSender
  farewell: Farewell
  windowLife: WindowLife
  log: Log
}

/** What stands behind the window. */
export type Parts = {
  place: WindowPlace
  desk: CallDesk
  respondWithMedia: (request: Request) => Promise<Response>
  pageIsGone: () => void
  /** Resolves once nothing is written any more. */
  stop: () => Promise<unknown>
}

/**
 * Opens what answers the page's first calls, and knows how to open the rest (`later-parts.ts`). Rejects where the app cannot
 * start.
 */
export async function openParts(input: PartsInput): Promise<Parts> {
  const { dataDirectory, programDirectory, database, events, farewell, windowLife, log } = input
  const file = (name: string): string => join(dataDirectory, name)
  const { environment, complaints } = readEnvironment(process.env, app.isPackaged)
  for (const complaint of complaints) log.warn(complaint)

  const upkeep = createThreadUpkeep({ workerPath: join(programDirectory, 'upkeep-worker.js') })
  const homeOpened = openSecondHome({ dataDirectory, timers: systemTimers, log, upkeep })
  const settingsOpened = homeOpened.then((opened) =>
    openSettings({
      path: file('settings.json'),
      apiBaseUrlFromEnvironment: environment.apiBaseUrl,
      home: opened,
      now: systemTimers.now,
      log,
    }),
  )
  let opening: Promise<LaterParts> | null = null
  let opened: LaterParts | null = null
  const partsOpened = Promise.withResolvers<void>()
  const workAreas = (): Rectangle[] => screen.getAllDisplays().map((display) => display.workArea)
  const [home, settings, schedule, localFiles, downloads, place] = await Promise.all([
    homeOpened,
    settingsOpened,
    settingsOpened.then((opened) =>
      openSyncSchedule({
        path: file('sync-schedule.json'),
        serviceAddress: opened.apiBaseUrl,
        due: (podcastSlugs) => events.send('sync.due', { podcastSlugs }),
        changed: (podcasts) => events.send('sync.schedule', { podcasts }),
        held: (untilMs) => events.send('service.held', { untilMs }),
        log,
      }),
    ),
    openLocalFiles(file('audio-files.json'), log),
    // What goes on by itself asks the settings.
    settingsOpened.then((opened) =>
      openDownloads({
        directory: file('downloads'),
        openStream: async (url, request) => (await later()).openStream(url, request),
        changed: (list) => events.send('downloads.changed', list),
        automaticBytes: () => opened.read().autoDownloadGigabytes * 1e9,
        timers: systemTimers,
        log,
      }),
    ),
    openWindowPlace(file('window.json'), workAreas, log),
  ])

  partsOpened.resolve()

  const applyTheme = (): void => {
    nativeTheme.themeSource = settings.read().theme
  }
  applyTheme()
  home.onChange((standing) => events.send('home.changed', standing))
  const settingsChanged = (): void => {
    applyTheme()
    // Another service knows nothing of what the last one asked for.
    schedule.wake()
  }

  /** The rest, from the first time that somebody asks for it. */
  function later(): Promise<LaterParts> {
    opening ??= partsOpened.promise.then(open).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  async function open(): Promise<LaterParts> {
    const { openLaterParts } = await import('./later-parts.ts')
    opened = await openLaterParts({
      dataDirectory,
      programDirectory,
      environment,
      settings,
      settingsChanged,
      schedule,
      downloads,
      localFiles,
      events,
      window: windowLife.current,
      log,
    })
    return opened
  }

  const facts = factsOf({
    version: app.getVersion(),
    settings,
    environment,
    reachable: () => opened?.reachability.reachable() ?? true,
    databaseRepair: database.repair,
    heldUntilMs: schedule.heldUntilMs,
    home,
  })
  const handlers: Handlers = createHandlers({
    facts,
    pageIsThere: () => {
      const window = windowLife.current()
      if (window !== null) events.pageIsThere(window.webContents)
    },
    settings,
    settingsChanged,
    home,
    downloads,
    log,
    pageIsListening: () => {
      const window = windowLife.current()
      if (window === null) return
      events.pageIsListening(window.webContents)
      schedule.start()
      // Nothing may be due for hours, and a person wants to know now whether the service is there.
      void later().then(({ reachability }) => reachability.check())
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
    openLine: createOpenLine({
      page: () => windowLife.current()?.webContents,
      handlers: () => handlers,
      log,
      heard: letWorkersStandBehind,
    }),
    follow: schedule.follow,
    readAnew: schedule.readAnew,
    moveHome: createMoveHome({ dialog, window: windowLife.current, home }),
    showHomeFolder: createShowHomeFolder({ shell, home }),
    chooseAudioFile: createChooseAudioFile({ dialog, window: windowLife.current, localFiles }),
    later: laterHandlers(laterNames, async () => (await later()).handlers),
  })
  installMenu((command) => events.send('menu.command', { command }), !app.isPackaged)
  powerMonitor.on('suspend', () => events.send('app.sleeping', null))
  powerMonitor.on('resume', () => {
    schedule.wake()
    downloads.networkIsBack()
    void later().then(({ reachability }) => reachability.reachable() || reachability.check())
  })

  return {
    place,
    desk: openCallDesk({ handlers, log }),
    respondWithMedia: async (request) => (await later()).respondWithMedia(request),
    pageIsGone: () => {
      schedule.pageIsGone()
      opened?.pageIsGone()
    },
    stop: () => {
      schedule.stop()
      return Promise.all([
        downloads.stop(),
        opening?.then(
          ({ stop }) => stop(),
          () => undefined,
        ),
        home.close({ withSnapshot: true }),
      ])
    },
  }
}
