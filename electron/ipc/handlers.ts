import type { AppFacts } from '../../shared/ipc/contract.ts'
import type { FollowedPodcast } from '../../shared/models/schedule.ts'
import { type Packed, pack } from '../../shared/packed.ts'
import { type Result, success } from '../../shared/result.ts'
import type { Log } from '../app/log.ts'
import type { SettingsStore } from '../app/settings.ts'
import type { Downloads } from '../downloads/downloads.ts'
import type { SecondHome } from '../journal/second-home.ts'
import { sentChanges } from '../journal/sent-changes.ts'
import type { Handlers } from './call-desk.ts'
import type { LaterHandlers } from './later-names.ts'

type HandlerParts = {
  facts: () => AppFacts
  settings: SettingsStore
  settingsChanged: () => void
  home: SecondHome
  downloads: Downloads
  log: Log
  pageIsThere: () => void
  pageIsListening: () => void
  pageSaysFarewell: () => void
  follow: (podcasts: readonly FollowedPodcast[]) => void
  readAnew: (podcastSlugs: readonly string[]) => void
} & {
  openOutside: Handlers['app.open-outside']
  giveUpDatabase: Handlers['database.give-up']
  notify: Handlers['app.notify']
  moveHome: Handlers['home.move']
  showHomeFolder: Handlers['home.show-folder']
  openLine: Handlers['sync.open-line']
  chooseAudioFile: Handlers['audio.choose-file']
  later: LaterHandlers
}

/** Which part answers which call. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    'app.start': () => {
      parts.pageIsThere()
      return success(parts.facts())
    },
    'app.listening': () => {
      parts.pageIsListening()
      return success(null)
    },
    'app.ready-to-close': () => {
      parts.pageSaysFarewell()
      return success(null)
    },
    'app.open-outside': parts.openOutside,
    'app.report-fault': ({ message, stack }) => {
      parts.log.error(`the page: ${message}`, stack)
      return success(null)
    },
    'app.notify': parts.notify,
    'database.give-up': parts.giveUpDatabase,
    'home.append': async ({ changes }) => {
      const sent = sentChanges(changes)
      return sent.ok ? parts.home.append(sent.value) : sent
    },
    'home.standing': async () => success(await parts.home.standing()),
    'home.read': async (wanted) => packed(await parts.home.read(wanted)),
    'home.snapshots': () => parts.home.snapshots(),
    'home.snapshot-rows': async (wanted) => packed(await parts.home.snapshotRows(wanted)),
    'home.take-snapshot': () => parts.home.takeSnapshot(),
    'home.show-folder': parts.showHomeFolder,
    'home.check': () => parts.home.check(),
    'home.retry': () => parts.home.retry(),
    'home.move': parts.moveHome,
    'home.keep-here': () => parts.home.keepHere(),
    ...parts.later,
    'settings.change': async (change) => {
      const changed = await parts.settings.change(change)
      if (changed.ok) parts.settingsChanged()
      return changed
    },
    'sync.follow': ({ podcasts }) => {
      parts.follow(podcasts)
      return success(null)
    },
    'sync.open-line': parts.openLine,
    'sync.read-anew': ({ podcastSlugs }) => {
      parts.readAnew(podcastSlugs)
      return success(null)
    },
    'audio.choose-file': parts.chooseAudioFile,
    'downloads.list': () => success(parts.downloads.list()),
    'downloads.start': parts.downloads.start,
    'downloads.pause': ({ episodeId }) => parts.downloads.pause(episodeId),
    'downloads.resume': ({ episodeId }) => parts.downloads.resume(episodeId),
    'downloads.remove': ({ episodeId }) => parts.downloads.remove(episodeId),
    'downloads.restore': ({ episodeId }) => parts.downloads.restore(episodeId),
    'downloads.forget': ({ episodeId }) => parts.downloads.forget(episodeId),
    'downloads.wanted': ({ episodeIds }) => success(parts.downloads.wanted(episodeIds)),
  }
}

export function packed<Value>(result: Result<Value>): Result<Packed<Value>> {
  return result.ok ? success(pack(result.value)) : result
}
