import { join } from 'node:path'
import { app, type BrowserWindow, dialog, net, safeStorage, shell } from 'electron'
import { success } from '../shared/result.ts'
import { createArchiveCalls } from './app/archive-calls.ts'
import type { Environment } from './app/environment.ts'
import type { Log } from './app/log.ts'
import { openExportCalls } from './app/open-export-calls.ts'
import type { SettingsStore } from './app/settings.ts'
import { createImports } from './archive/reading/imports.ts'
import { openExports } from './archive/writing/exports.ts'
import { createSearchFeed } from './audio/feeds/search-feed.ts'
import { createFindAudio } from './audio/find.ts'
import { createOpenAudio } from './audio/open.ts'
import { createProbe } from './audio/probe.ts'
import { probeAhead } from './audio/probe-ahead.ts'
import { createAudioTiming } from './audio/stream-timing.ts'
import type { Downloads } from './downloads/downloads.ts'
import { openNoteExports } from './exports/note-exports.ts'
import { createGuide } from './guide/source.ts'
import type { EventSender } from './ipc/events.ts'
import { packed } from './ipc/handlers.ts'
import type { LaterHandlers } from './ipc/later-names.ts'
import { createFindExactAudio } from './media/exact-audio.ts'
import type { LocalFiles } from './media/local-files.ts'
import { createMediaScheme, type MediaScheme } from './media/media-scheme.ts'
import { createFetcher, type Fetcher } from './net/fetcher.ts'
import { createReachability, type Reachability } from './net/reachability.ts'
import { systemTimers } from './net/timers.ts'
import { createStenobird } from './stenobird/client.ts'
import { createThreadReader } from './stenobird/reader/thread-reader.ts'
import { createHeldService } from './sync/held-service.ts'
import type { SyncSchedule } from './sync/schedule.ts'
import { createSources } from './sync/sources.ts'
import { createSendTranscriptionRequest } from './transcription/send.ts'

type LaterPartsInput = {
  dataDirectory: string
  programDirectory: string
  environment: Environment
  settings: SettingsStore
  settingsChanged: () => void
  schedule: SyncSchedule
  downloads: Downloads
  localFiles: LocalFiles
  events: EventSender
  window: () => BrowserWindow | null
  log: Log
}

/** What nobody needs before a person acts or a podcast is due: the network, audio, archives and exports. */
export type LaterParts = {
  handlers: LaterHandlers
  openStream: Fetcher['openStream']
  reachability: Reachability
  respondWithMedia: MediaScheme['respond']
  pageIsGone: () => void
  stop: () => Promise<unknown>
}

export async function openLaterParts(input: LaterPartsInput): Promise<LaterParts> {
  const { dataDirectory, programDirectory, environment, settings, settingsChanged, schedule, downloads } =
    input
  const { localFiles, events, window, log } = input
  const file = (name: string): string => join(dataDirectory, name)
  const appVersion = app.getVersion()
  const documents = app.getPath('documents')
  const now = (): Date => new Date()

  const fetcher = createFetcher({
    version: appVersion,
    allowLocalAddresses: () => environment.allowLocalAddresses,
    holds: createHeldService({ serviceAddress: settings.apiBaseUrl, schedule, now: systemTimers.now }),
  })
  const guideDirectory = app.isPackaged
    ? join(process.resourcesPath, 'guide')
    : join(app.getAppPath(), 'electron', 'guide', 'content')
  const reader = createThreadReader({ workerPath: join(programDirectory, 'reading-worker.js'), log })
  const stenobird = createStenobird({ fetcher, reader, apiBaseUrl: settings.apiBaseUrl, log })
  const sources = createSources({
    stenobird,
    guide: createGuide(guideDirectory),
    apiBaseUrl: settings.apiBaseUrl,
  })
  const pull = schedule.observed(sources.pull)
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
  const imports = createImports({
    settings: settings.asChange,
    progress: (progress) => events.send('archive.progress', progress),
    log,
  })
  const [exports, noteExports] = await Promise.all([
    openExports({
      unfinishedPath: file('unfinished-export.json'),
      appVersion,
      settings: settings.asChange,
      now,
      log,
    }),
    openNoteExports({ unfinishedPath: file('unfinished-notes.json'), appVersion, now, log }),
  ])
  const exportCalls = await openExportCalls({
    dataDirectory,
    dialog,
    shell,
    safeStorage,
    window,
    noteExports,
    fetcher,
    readwiseBaseUrl: environment.readwiseBaseUrl,
    settings,
    waits: (waiting) => events.send('exports.waiting', waiting),
    timers: systemTimers,
    documents,
    log,
  })

  const abandonAll = (): Promise<unknown> => {
    void imports.close()
    return Promise.all([exports.abandon(), noteExports.abandon()])
  }

  return {
    handlers: {
      ...createArchiveCalls({
        dialog,
        shell,
        window,
        exports,
        imports,
        settings,
        settingsChanged,
        documents,
        now,
      }),
      ...exportCalls,
      'connectivity.check': async () => success({ reachable: await reachability.check() }),
      'podcast.look-up': sources.lookUp,
      'podcast.find-outlines': ({ outlines }, signal) => stenobird.findOutlines(outlines, signal),
      'sync.pull': async (request, signal) => packed(await pull(request, signal)),
      'episode.read': async (request, signal) => packed(await sources.readEpisode(request, signal)),
      'audio.find': createFindAudio({ fetcher, searchFeed: createSearchFeed(fetcher), probe }),
      'audio.open': createOpenAudio({
        addressFor: media.addressFor,
        downloadedFile: downloads.fileOf,
        chosenFile: localFiles.pathOf,
        bundledDirectory: guideDirectory,
        findExact: createFindExactAudio({ folder: file('audio-index'), log }),
        probe: probeAhead(probe),
      }),
      'audio.timing': createAudioTiming(fetcher),
      'transcription.send': createSendTranscriptionRequest({
        fetcher,
        apiBaseUrl: settings.apiBaseUrl,
        log,
      }),
    },
    openStream: fetcher.openStream,
    reachability,
    respondWithMedia: media.respond,
    pageIsGone: () => void abandonAll(),
    stop: () => {
      void reader.close()
      reachability.stop()
      return abandonAll()
    },
  }
}
