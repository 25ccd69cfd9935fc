import { dirname } from 'node:path'
import { type Settings, type SettingsChange, settingsSchema } from '../../shared/models/settings.ts'
import { type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { type JsonFile, openJsonFile } from '../files/json-file.ts'

export type SettingsStore = {
  read: () => Settings
  /** The address requests go to: the environment's when it names one, else the person's. */
  apiBaseUrl: () => string
  change: (change: SettingsChange) => Promise<Result<Settings>>
}

export async function openSettings(
  path: string,
  apiBaseUrlFromEnvironment: string | null,
  log: { warn: (text: string) => void },
): Promise<SettingsStore> {
  const file: JsonFile<Settings> = await openJsonFile(path, settingsSchema, settingsSchema.parse({}), log)
  return {
    read: file.read,
    apiBaseUrl: () => apiBaseUrlFromEnvironment ?? file.read().apiBaseUrl.replace(/\/+$/, ''),
    change: async (change) => {
      const before = file.read()
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      try {
        await file.write(settingsSchema.parse({ ...before, ...Object.fromEntries(given) }))
        return success(file.read())
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
    },
  }
}
