import type { ReactNode } from 'react'
import { App } from './app.tsx'
import { call, listen } from './bridge.ts'
import { startServiceHold } from './connectivity/service-hold.ts'
import { startConnectivity } from './connectivity/store.ts'
import { keepDatabaseOpen } from './db/keep-open.ts'
import { placeAllOnce } from './db/place-all.ts'
import { readAnnotationsAhead } from './db/use-annotations.ts'
import type { StoredLibrary } from './db/version-check.ts'
import { startAutomaticDownloads } from './downloads/automatic.ts'
import { startDownloads } from './downloads/store.ts'
import { registerExportCommands } from './exports/export-commands.ts'
import { startKeepingUpToDate } from './exports/keep-up-to-date.ts'
import { startExports } from './exports/store.ts'
import { restoreLaneChoice } from './highlights/lanes/lane-store.ts'
import { startHome } from './home/start-home.ts'
import { startHomeView } from './home-view/home-store.ts'
import { registerImportCommands } from './imports/import-commands.ts'
import { startTying } from './imports/start-tying.ts'
import { restoreLibraryFilter } from './library/filter-store.ts'
import { restoreListPlaces } from './library/list-places.ts'
import { registerMonthCommands } from './library/month-jump.ts'
import { registerNoteCommands } from './notes/note-commands.ts'
import { startNotes } from './notes/start-notes.ts'
import { startOutbox } from './outbox/outbox.ts'
import { startTelling } from './outbox/tell-ready.ts'
import { startPlayer } from './player/actions.ts'
import { registerPlayerCommands } from './player/commands.ts'
import { restoreRecentSearches } from './search/recent-searches.ts'
import { readIndexAhead } from './search/the-index.ts'
import { receiveFacts } from './settings/store.ts'
import { ComingBack } from './shell/coming-back.tsx'
import { runCommand } from './shell/commands.ts'
import { giveUpDatabase, startSucceeded } from './shell/failed-start.tsx'
import { startFarewell } from './shell/farewell.ts'
import { afterFirstPicture } from './shell/first-picture.ts'
import { startKeys } from './shell/keys.ts'
import { restoreLocation } from './shell/last-location.ts'
import { MovingIn } from './shell/moving-in.tsx'
import { restorePaneWidths } from './shell/pane-widths.ts'
import { registerShellCommands } from './shell/shell-commands.ts'
import { restoreShownEpisode, showEpisode } from './shell/shown-episode.ts'
import { Stopped } from './shell/stopped.tsx'
import { followTheme } from './shell/theme.ts'
import { registerSkimCommands } from './skim/skim-commands.ts'
import { startSmartLists } from './smart-lists/list-commands.ts'
import { offerGuide } from './sync/guide.ts'
import { startSync } from './sync/start.ts'
import { startTellingDue } from './tracker/tell-due.ts'
import { followDays } from './tracker/today.ts'
import { registerTrackerCommands } from './tracker/tracker-commands.ts'

/**
 * Starts every part in the order in which they need each other, and gives what the page shows; `showMeanwhile` is for
 * what takes long before that.
 */
export async function start(
  stored: StoredLibrary,
  showMeanwhile: (page: ReactNode) => void,
): Promise<ReactNode> {
  if (stored === 'newer') {
    return (
      <Stopped title="Your library was made by a newer version of Earmark">
        This version cannot read it, and has left it as it is. Install the newest Earmark and everything is
        there.
      </Stopped>
    )
  }
  if (stored === 'unopenable') return giveUpDatabase()
  if (stored === 'older') showMeanwhile(<MovingIn />)
  const facts = await call('app.start', null)
  if (!facts.ok) return <Stopped title="Earmark could not start">{facts.problem.message}</Stopped>

  keepDatabaseOpen()
  receiveFacts(facts.value)
  followTheme()
  startFarewell()
  registerPlayerCommands()
  registerSkimCommands()
  registerNoteCommands()
  registerTrackerCommands()
  startSmartLists()
  registerExportCommands()
  registerImportCommands()
  registerShellCommands()
  registerMonthCommands()
  startKeys()
  listen('menu.command', ({ command }) => runCommand(command))
  startConnectivity(facts.value.reachable)
  startServiceHold(facts.value.heldUntilMs)
  startHomeView()
  const lack = Promise.withResolvers<void>()
  const inStep = startHome(facts.value, lack.resolve)
  const isInStep = await soon(inStep, lack.promise, () => showMeanwhile(<ComingBack />))
  await restoreWhatWasShown()
  if (isInStep) await goOnInStep()
  else void inStep.then(goOnInStep)
  void startDownloads()
  void afterFirstPicture().then(beginTheRest)
  return <App />
}

/** What nobody waits for. */
function beginTheRest(): void {
  startSucceeded()
  startSync()
  startTelling()
  startAutomaticDownloads()
  readAnnotationsAhead()
  void placeAllOnce().catch(() => undefined)
  startTying()
  void startExports().then(startKeepingUpToDate)
  void call('app.listening', null)
  // By then it is known whether the service is there: without it nothing is tried in vain.
  void call('connectivity.check', null).then(() => startOutbox())
  followDays()
  startTellingDue()
  readIndexAhead()
}

/** What comes back last comes into a page that is there already: a library of 20,000 notes takes ten seconds. */
const [unnoticedMs, patienceMs] = [200, 1500]

/** That something comes back is said only where something does: a database of an older version takes its time as well. */
async function soon(done: Promise<void>, lacking: Promise<void>, takesLong: () => void): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  let isAwaited = true
  setTimeout(() => resolve(false), patienceMs)
  void done.then(() => resolve(true))
  void lacking.then(() => setTimeout(() => isAwaited && takesLong(), unnoticedMs))
  const isDone = await promise
  isAwaited = false
  return isDone
}

/**
 * By then a guide that the person removed is known to be removed, and the last words of a note, of which the second home may have more than
 * the database, are there to be gone on with.
 */
async function goOnInStep(): Promise<void> {
  await Promise.all([startNotes(), welcome()])
}

/** On the very first start the guide is there before the first picture, and its first part is shown. */
async function welcome(): Promise<void> {
  const guide = await offerGuide()
  if (guide !== null) showEpisode(guide)
}

/** All of it before the first picture, so that nothing jumps into place. */
async function restoreWhatWasShown(): Promise<void> {
  await Promise.all([
    restoreLocation(),
    restoreShownEpisode(),
    restoreLibraryFilter(),
    restoreListPlaces(),
    restoreLaneChoice(),
    restoreRecentSearches(),
    restorePaneWidths(),
    startPlayer(),
  ])
}
