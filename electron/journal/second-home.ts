import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { HomeCheck, HomeStanding } from '../../shared/kept/home.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { Log } from '../app/log.ts'
import type { Timers } from '../net/timers.ts'
import { beginCopy, copyRest, copySnapshots, finishCopy, removeCopy } from './copy-home.ts'
import type { Home } from './home.ts'
import { openHome } from './home.ts'
import { openHomePlace } from './home-place.ts'
import { chooseTarget, type HomeTarget, lookInto } from './home-target.ts'
import { readIdentity, writeIdentity } from './identity.ts'
import { lockHome } from './lock.ts'
import { notMoved, notMovedIntoUse } from './not-moved.ts'
import { openUnfinishedMove } from './unfinished-move.ts'
import { inlineUpkeep, type Upkeep } from './upkeep/upkeep.ts'

/** The second home of what a person made, wherever it is just now. */
export type SecondHome = Pick<
  Home,
  'append' | 'read' | 'snapshots' | 'snapshotRows' | 'takeSnapshot' | 'row' | 'standing' | 'state' | 'close'
> & {
  check: () => Promise<Result<HomeCheck>>
  retry: () => Promise<Result<HomeStanding>>
  /**
   * Puts it into a folder the person chose. One that is open is copied there, and stays where it was; a home that is there
   * already becomes this one; else a new one is made, for the page to fill.
   */
  move: (folder: string) => Promise<Result<HomeStanding>>
  /** Gives up a home that is gone, for one in the data folder. */
  keepHere: () => Promise<Result<HomeStanding>>
  /** Hears of trouble and of its end, of snapshots, checks and moves. */
  onChange: (hear: (standing: HomeStanding) => void) => void
}

type SecondHomeParts = {
  dataDirectory: string
  timers: Timers
  log: Log
  upkeep?: Upkeep
}

export async function openSecondHome(parts: SecondHomeParts): Promise<SecondHome> {
  const { dataDirectory, timers, log, upkeep = inlineUpkeep } = parts
  const hearers = new Set<(standing: HomeStanding) => void>()
  const defaultFolder = join(dataDirectory, 'home')
  const place = await openHomePlace(join(dataDirectory, 'home-place.json'), log)
  const unfinishedMove = await openUnfinishedMove(join(dataDirectory, 'home-move.json'), log)
  let current: Home | null = null
  /** While it moves, what is to be written waits. */
  let moved: Promise<unknown> = Promise.resolve()
  const first = await openAt(place.read())
  current = first

  function openAt(at: Place | null): Promise<Home> {
    return openHome({
      wanted: { folder: at?.folder ?? defaultFolder, homeId: at?.homeId ?? null },
      isDefault: at === null,
      timers,
      log,
      upkeep,
      changed: tell,
    })
  }

  function tell(): void {
    void current?.standing().then((standing) => {
      for (const hear of hearers) hear(standing)
    })
  }

  function now(): Home {
    return current ?? first
  }

  /** Opens the home at its new place, of which the pointer is written first. */
  async function settleAt(folder: string, homeId: string): Promise<void> {
    const at = folder === defaultFolder ? null : { folder, homeId }
    await place.write(at)
    current = await openAt(at)
  }

  async function moveTo(target: HomeTarget, mayJoin: boolean): Promise<Result<HomeStanding>> {
    const before = now()
    const { homeId } = before.state()
    try {
      if (homeId !== null && (await canBeCopied(before)) && !(mayJoin && isAnother(target, homeId))) {
        await copyTo(target, before, homeId)
      } else {
        const isKnown = target.kind === 'home' && mayJoin
        const newId = isKnown ? target.homeId : randomUUID()
        if (isKnown && (await isInUse(target.folder))) return notMovedIntoUse(target.folder)
        if (!isKnown) await writeIdentity(target.folder, newId)
        // It may never answer again.
        void before.close({ withSnapshot: false })
        await settleAt(target.folder, newId)
      }
    } catch (error) {
      log.error('the second home could not be moved', error)
      return notMoved(target.folder, error)
    }
    tell()
    return success(await now().standing())
  }

  async function isInUse(folder: string): Promise<boolean> {
    const lock = await lockHome(folder, timers)
    await lock?.release()
    return lock === null
  }

  async function copyTo(target: HomeTarget, before: Home, homeId: string): Promise<void> {
    const to = target.folder
    // An older copy of this home, from when it was there.
    if (target.kind === 'home') await rename(to, `${to} ${nameOfInstant(timers.now())}`)
    const at = place.read()
    try {
      await unfinishedMove.begin(to)
      await beginCopy(to)
      await copySnapshots(before.folder, to)
      const copying = before
        .close({ withSnapshot: false })
        .then(() => copyRest(before.folder, to))
        .then(() => finishCopy(to, homeId))
        .then(() => settleAt(to, homeId))
      moved = copying.catch(() => {})
      await copying
    } catch (error) {
      await removeCopy(to)
      await place.write(at).catch(() => {})
      const again = openAt(at)
      moved = again
      current = await again
      throw error
    } finally {
      await unfinishedMove.end()
    }
  }

  /** One after another. No start waits for what is taken away. */
  let lastMove: Promise<unknown> = unfinishedMove.clear()
  function inTurn(move: () => Promise<Result<HomeStanding>>): Promise<Result<HomeStanding>> {
    const turn = lastMove.then(move)
    lastMove = turn.catch(() => {})
    return turn
  }

  return {
    append: async (changes) => {
      await moved
      return now().append(changes)
    },
    read: (wanted) => now().read(wanted),
    snapshots: () => now().snapshots(),
    snapshotRows: (wanted) => now().snapshotRows(wanted),
    takeSnapshot: async () => {
      await moved
      return now().takeSnapshot()
    },
    row: (kind, key) => now().row(kind, key),
    state: () => now().state(),
    standing: () => now().standing(),
    check: () => now().check(),
    retry: async () => {
      await now().retry()
      return success(await now().standing())
    },
    move: (folder) =>
      inTurn(async () => {
        const target = await chooseTarget(folder, now().folder)
        return target.ok ? moveTo(target.value, true) : target
      }),
    keepHere: () =>
      inTurn(async () => {
        if (now().folder === defaultFolder && (await canBeCopied(now())))
          return success(await now().standing())
        const target = await lookInto(defaultFolder).catch(() => null)
        if (target === null || target === 'newer') {
          return failure('second-home', `Earmark cannot use ${defaultFolder}. Choose another folder.`)
        }
        return moveTo(target, false)
      }),
    onChange: (hear) => void hearers.add(hear),
    close: (how) => now().close(how),
  }
}

type Place = { folder: string; homeId: string }

function isAnother(target: HomeTarget, homeId: string): boolean {
  return target.kind === 'home' && target.homeId !== homeId
}

/** Not one that is gone, that another Earmark is writing to, or whose disk does not answer. */
async function canBeCopied(home: Home): Promise<boolean> {
  const { homeId, trouble } = home.state()
  if (trouble?.code === 'in-use' || trouble?.code === 'slow') return false
  const identity = await readIdentity(home.folder).catch(() => null)
  return identity?.kind === 'home' && identity.homeId === homeId
}

/** Part of a folder's name. */
function nameOfInstant(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-')
}
