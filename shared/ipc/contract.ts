import type { ArchiveProgress, ImportPage, OpenedArchive } from '../archive/imports.ts'
import type { ArchiveForm, ArchivePart, Exported } from '../archive/parts.ts'
import type { ExportOutcome, ExportStanding, ExportWaiting } from '../exports/outcomes.ts'
import type { ExportTarget } from '../exports/targets.ts'
import type { HomeCheck, HomePage, HomeSnapshot, HomeStanding } from '../kept/home.ts'
import type { AudioLocation, AudioTiming, FoundAudio, OpenedAudio, WantedAudio } from '../models/audio.ts'
import type { Download, DownloadAsker } from '../models/download.ts'
import type { EpisodeId } from '../models/identity.ts'
import type { FoundOutlines, Outline } from '../models/outline.ts'
import type { FollowedPodcast, PodcastSchedule } from '../models/schedule.ts'
import type { Settings, SettingsChange } from '../models/settings.ts'
import type { StartRepair } from '../models/start-repair.ts'
import type { EpisodeRequest, LookedUp, PulledPage, PullRequest, ReadEpisode } from '../models/sync.ts'
import type { Packed } from '../packed.ts'

/**
 * Everything the page can ask of the main process: name, argument, answer. Each answer travels as a `Result`.
 * Handlers (`electron/ipc`), argument schemas (`schemas.ts`) and the page's client (`renderer/bridge.ts`) derive from
 * this map; one that is missing does not compile.
 */
type Calls = {
  'app.start': (input: null) => AppFacts
  /** The page hears events from now on; what happened before is told now. */
  'app.listening': (input: null) => null
  /** The page has written what it still held; the window may close. */
  'app.ready-to-close': (input: null) => null
  /** Opens an http(s) or mailto address in the person's browser. */
  'app.open-outside': (input: { url: string }) => null
  /** A fault of the page's, for the log. */
  'app.report-fault': (input: { message: string; stack: string }) => null
  /** Tells the person outside the window, if the settings and the system allow it; a click opens what `opens` names. */
  'app.notify': (input: { title: string; body: string; opens: NotifiedOf }) => null
  /** The page cannot open its database: it is set aside, and an empty one is there when the page is loaded again. Once a start. */
  'database.give-up': (input: null) => null
  /**
   * `changes` is the JSON text of an array of `KeptChange`, as objects of many parts take long to cross. Resolves once they are flushed
   * in the second home, or after two seconds says that they are not yet.
   */
  'home.append': (input: { changes: string }) => { number: number }
  'home.standing': (input: null) => HomeStanding
  /**
   * What changed after that entry, or with `null` everything: each row as it is now, deletions among them, and perhaps rows
   * that changed before. With a `cursor`, the page after the one that gave it; a cursor is good once.
   */
  'home.read': (input: { after: number | null; cursor: string | null }) => Packed<HomePage>
  /** Newest first. */
  'home.snapshots': (input: null) => HomeSnapshot[]
  'home.snapshot-rows': (input: { name: string; cursor: string | null }) => Packed<HomePage>
  /** Takes one of all that was written so far, unless the newest holds it already. */
  'home.take-snapshot': (input: null) => null
  /** Shows its folder in the system's file manager. */
  'home.show-folder': (input: null) => null
  /** Reads the whole of it, which may take a minute. */
  'home.check': (input: null) => HomeCheck
  /** Opens it again, where it could not be; what was not written is for the page to send again. */
  'home.retry': (input: null) => HomeStanding
  /** Lets the person choose a folder and moves it there; `null` when they closed the dialog. */
  'home.move': (input: null) => HomeStanding | null
  /** Moves it into the data folder, or begins a new one there when it is gone. */
  'home.keep-here': (input: null) => HomeStanding
  /** Lets the person choose where an archive is to be written, and begins it; `null` when they closed the dialog. */
  'archive.begin-export': (input: { form: ArchiveForm }) => { exportId: string } | null
  /** Once it fails, nothing of the archive stays. */
  'archive.add': (input: { exportId: string; part: ArchivePart }) => null
  'archive.finish-export': (input: { exportId: string }) => Exported
  /** Takes away what was written of one that is not finished. */
  'archive.abandon-export': (input: null) => null
  /** Shows the archive that was written last in the system's file manager. */
  'archive.show-exported': (input: null) => null
  /** Lets the person choose an archive and reads its rows, without writing anything; `null` when they closed the dialog. */
  'archive.open-import': (input: { form: ArchiveForm }) => OpenedArchive | null
  /** Once the rest of it was read through too: only then may anything of it be taken in. */
  'archive.whole-import': (input: { importId: string }) => null
  /** A page of its rows, from 0; they are best read in their order. */
  'archive.read-import': (input: { importId: string; page: number }) => Packed<ImportPage>
  /** Makes the settings what the archive says, unless those here are later. */
  'archive.take-settings': (input: { importId: string }) => Settings
  'archive.close-import': (input: null) => null
  'exports.standing': (input: null) => ExportStanding
  /** Lets the person choose the folder for Markdown; `null` when they closed the dialog. */
  'exports.choose-folder': (input: null) => ExportStanding | null
  'exports.keep-up-to-date': (input: { isWanted: boolean }) => ExportStanding
  'exports.give-token': (input: { token: string }) => ExportStanding
  'exports.forget-token': (input: null) => ExportStanding
  /**
   * Begins an export; one to a file lets the person name it, and is `null` when they closed the dialog. `episodes` are to be in
   * it too: they have a file that may say more than is true by now.
   */
  'exports.begin': (input: {
    target: ExportTarget
    episodeId: EpisodeId | null
    /** Of a dossier. */
    topic?: string
  }) => { exportId: string; episodes: EpisodeId[] } | null
  /** `part` is the JSON text of an `ExportPart`. */
  'exports.add': (input: { exportId: string; part: string }) => null
  'exports.finish': (input: { exportId: string }) => ExportOutcome
  /** Stops the one that is under way. */
  'exports.abandon': (input: null) => null
  /** Shows what was written last, or the folder, in the system's file manager. */
  'exports.show': (input: null) => null
  'settings.change': (input: SettingsChange) => Settings
  /** Asks at once whether the service can be reached. */
  'connectivity.check': (input: null) => { reachable: boolean }
  /** Reads an address or slug that a person gave and asks the service what it is. */
  'podcast.look-up': (input: { text: string }) => LookedUp
  /** Which podcasts of a list of subscriptions the service knows. */
  'podcast.find-outlines': (input: { outlines: Outline[] }) => FoundOutlines
  /** Which podcasts are followed now; those are looked at when it is time, and no others. */
  'sync.follow': (input: { podcasts: FollowedPodcast[] }) => null
  /** Sends the page a port under this id, over which a worker asks by itself (`line.ts`). */
  'sync.open-line': (input: { lineId: string }) => null
  /** Nothing that was read of these is here any more: they are looked at as soon as may be. */
  'sync.read-anew': (input: { podcastSlugs: string[] }) => null
  /** One page of a podcast's episodes. */
  'sync.pull': (input: PullRequest) => Packed<PulledPage>
  /** Reads one episode from its source, as it is now. */
  'episode.read': (input: EpisodeRequest) => Packed<ReadEpisode>
  /** Looks where STENOBIRD.md, "Finding the audio", says. */
  'audio.find': (input: WantedAudio) => FoundAudio
  /** Checks that audio is there, and gives the address under which the page can play it. */
  'audio.open': (input: { episodeId: EpisodeId; location: AudioLocation }) => OpenedAudio
  /** Looks into a stream at a few places; what cannot be found out counts as exact. */
  'audio.timing': (input: { url: string }) => AudioTiming
  /** Lets the person choose a file; `null` when they closed the dialog. */
  'audio.choose-file': (input: null) => AudioLocation | null
  'downloads.list': (input: null) => Download[]
  /** Begins it, or goes on with one that was paused or failed. */
  'downloads.start': (input: {
    episodeId: EpisodeId
    title: string
    location: AudioLocation
    askedBy: DownloadAsker
  }) => null
  'downloads.pause': (input: { episodeId: EpisodeId }) => null
  'downloads.resume': (input: { episodeId: EpisodeId }) => null
  /** Stops it when it runs. What was fetched can be taken back until it is forgotten, or the app ends. */
  'downloads.remove': (input: { episodeId: EpisodeId }) => null
  'downloads.restore': (input: { episodeId: EpisodeId }) => null
  'downloads.forget': (input: { episodeId: EpisodeId }) => null
  /** Of these, those that may come by themselves: not downloaded, and never removed by the person. */
  'downloads.wanted': (input: { episodeIds: EpisodeId[] }) => EpisodeId[]
  /** Sends one request once; `requestId` is its idempotency key. */
  'transcription.send': (input: { requestId: string; episodeId: EpisodeId; actionUrl: string | null }) => {
    accepted: true
  }
}

/** What the main process tells the page unasked. */
export type Events = {
  /** It is time to look at these, in this order. */
  'sync.due': { podcastSlugs: readonly string[] }
  /** When each podcast was looked at last and is next, by slug; told whenever that changes, at most once a second. */
  'sync.schedule': { podcasts: Readonly<Record<string, PodcastSchedule>> }
  'connectivity.changed': { reachable: boolean }
  /** Until when the service asked to be left alone by everybody, also when that is over: epoch milliseconds; 0 when it did not. */
  'service.held': { untilMs: number }
  'downloads.changed': Download[]
  /** It has trouble or none any more, a snapshot was taken, it was checked or moved. */
  'home.changed': HomeStanding
  /** Of the archive that is being read through, a few times a second. */
  'archive.progress': ArchiveProgress
  /** The export that is under way waits for the other side, or goes on (`null`). */
  'exports.waiting': ExportWaiting
  /** Chosen from the application menu. */
  'menu.command': { command: MenuCommand }
  /** The person clicked on what `app.notify` showed. */
  'notification.opened': NotifiedOf
  /** The window is about to close: write what is held, then call `app.ready-to-close`. */
  'app.closing': null
  /** The computer is about to sleep. */
  'app.sleeping': null
}

/** What a notification is about. */
export type NotifiedOf = { kind: 'episode'; episodeId: EpisodeId } | { kind: 'requests' }
export type MenuCommand = 'add-podcast' | 'sync' | 'settings' | 'keys'

export type AppFacts = {
  version: string
  platform: 'linux' | 'darwin' | 'win32'
  settings: Settings
  /** Set when EARMARK_API_BASE_URL decides, so that Settings can say so. */
  apiBaseUrlFromEnvironment: string | null
  reachable: boolean
  /** `null` when the database is as it was left. */
  databaseRepair: StartRepair | null
  /** As `service.held` tells it later. */
  heldUntilMs: number
  /** The second home, and the number of its newest entry; `homeId` is `null` when it cannot be read. */
  home: { homeId: string | null; lastNumber: number }
}

export type CallName = keyof Calls
export type CallInput<Name extends CallName> = Parameters<Calls[Name]>[0]
export type CallValue<Name extends CallName> = ReturnType<Calls[Name]>
export type EventName = keyof Events
