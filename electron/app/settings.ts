import { type Settings, type SettingsChange, settingsSchema } from '../../shared/models/settings.ts'
import { failure, type Result, success } from '../../shared/result.ts'
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
): Promise<SettingsStore> {
  const file: JsonFile<Settings> = await openJsonFile(path, settingsSchema, settingsSchema.parse({}))
  return {
    read: file.read,
    apiBaseUrl: () => apiBaseUrlFromEnvironment ?? file.read().apiBaseUrl.replace(/\/+$/, ''),
    change: async (change) => {
      const before = file.read()
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      try {
        await file.write(settingsSchema.parse({ ...before, ...Object.fromEntries(given) }))
        return success(file.read())
      } catch {
        await file.write(before).catch(() => {})
        return failure('file', 'The settings could not be written to disk, and are as they were before.')
      }
    },
  }
}
