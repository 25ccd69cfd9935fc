import { dirname } from 'node:path'
import { z } from 'zod'
import { type KeptChange, keptChangeSchema } from '../../shared/kept/change.ts'
import { settingsKey } from '../../shared/kept/kinds.ts'
import { laterOf } from '../../shared/kept/merge.ts'
import { understoodChange } from '../../shared/kept/rows.ts'
import { settingsToTake } from '../../shared/kept/settings-change.ts'
import { type Settings, type SettingsChange, settingsSchema } from '../../shared/models/settings.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
import { type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { SecondHome } from '../journal/second-home.ts'

export type SettingsStore = {
  read: () => Settings
  /** The address requests go to: the environment's when it names one, else the person's. */
  apiBaseUrl: () => string
  /** Resolves once the settings' file is on the disk; the second home follows. */
  change: (change: SettingsChange) => Promise<Result<Settings>>
  /** As a row among all others that the person made. */
  asChange: () => KeptChange
  /** The same for settings that were changed elsewhere, and carry the time of that; earlier ones change nothing. */
  take: (change: KeptChange) => Promise<Result<Settings>>
}

type SettingsParts = {
  path: string
  apiBaseUrlFromEnvironment: string | null
  home: Pick<SecondHome, 'append' | 'row' | 'state' | 'onChange'>
  /** Epoch milliseconds. */
  now: () => number
  log: { warn: (text: string) => void }
}

const storedSchema = settingsSchema.extend({
  /** ISO 8601 UTC; a file of an earlier version does not tell. */
  changedAt: z.iso.datetime().nullable().catch(null).default(null),
  /** The id of the second home that has them as they are. */
  keptIn: z.string().nullable().catch(null).default(null),
})
type Stored = z.infer<typeof storedSchema>

/** What nobody changed is older than what anybody did. */
const untouched: Stored = storedSchema.parse({ changedAt: new Date(0).toISOString() })

/**
 * Settings are put into the second home whenever they changed and it takes them. Those whose file is gone, or cannot be read, are
 * taken from there.
 */
export async function openSettings(parts: SettingsParts): Promise<SettingsStore> {
  const { path, apiBaseUrlFromEnvironment, home, now, log } = parts
  const file = await openJsonFile(path, storedSchema.nullable(), null, log)
  if (file.read() === null) {
    // Where nothing can be written, that shows when something is changed.
    await file.write((await settingsIn(home)) ?? untouched).catch(() => {})
  }
  const stored = (): Stored => file.read() ?? untouched
  const read = (): Settings => settingsSchema.parse(stored())

  function asChange(): KeptChange {
    const updatedAt = stored().changedAt ?? untouched.changedAt ?? ''
    return { kind: 'settings', key: settingsKey, updatedAt, row: read() }
  }

  async function keep(): Promise<void> {
    const { homeId } = home.state()
    const kept = stored()
    if (homeId === null || kept.keptIn === homeId) return
    const changedAt = kept.changedAt ?? stampAfter(null, now())
    const appended = await home.append([{ ...asChange(), updatedAt: changedAt }])
    // Else they changed meanwhile, and that is on its way as well.
    if (appended.ok && stored() === kept)
      await file.write({ ...kept, changedAt, keptIn: homeId }).catch(() => {})
  }

  async function write(next: Stored): Promise<Result<Settings>> {
    const before = stored()
    try {
      await file.write(next)
    } catch (error) {
      // In memory it is taken back, also where that cannot be written either.
      await file.write(before).catch(() => {})
      const problem = diskProblem(error, {
        undone: 'The settings were not stored',
        kept: 'They are as they were before.',
        folder: dirname(path),
      })
      if (problem === null) throw error
      return { ok: false, problem }
    }
    void keep()
    return success(read())
  }

  void keep()
  home.onChange(() => void keep())
  return {
    read,
    asChange,
    apiBaseUrl: () => apiBaseUrlFromEnvironment ?? stored().apiBaseUrl.replace(/\/+$/, ''),
    change: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      const changedAt = stampAfter(stored().changedAt, now())
      return write(storedSchema.parse({ ...stored(), ...Object.fromEntries(given), changedAt, keptIn: null }))
    },
    take: async (change) => {
      const here = asChange()
      if (change.kind !== 'settings' || laterOf(here, change) === here) return success(read())
      const taken = settingsToTake(change, here)
      return write(storedSchema.parse({ ...stored(), ...taken, changedAt: change.updatedAt, keptIn: null }))
    },
  }
}

async function settingsIn(home: Pick<SecondHome, 'row' | 'state'>): Promise<Stored | null> {
  const found = await home.row('settings', settingsKey)
  const change = keptChangeSchema.safeParse(found.ok ? found.value : null)
  const understood = change.success ? understoodChange(change.data) : null
  if (understood?.kind !== 'settings' || understood.row === null) return null
  return storedSchema.parse({
    ...understood.row,
    changedAt: understood.updatedAt,
    keptIn: home.state().homeId,
  })
}
