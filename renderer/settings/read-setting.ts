import { type SettingsChange, settingsChangeSchema } from '../../shared/models/settings.ts'
import { failure, type Result, success } from '../../shared/result.ts'

export type SecondsSetting = 'skipBackSeconds' | 'skipForwardSeconds' | 'noteBackSeconds'

/** Reads whole seconds that a person typed; what is wrong with them comes back as a sentence. */
export function readSeconds(name: SecondsSetting, text: string): Result<SettingsChange> {
  const typed = text.trim()
  const change = settingsChangeSchema.safeParse({ [name]: /^\d{1,6}$/.test(typed) ? Number(typed) : null })
  if (change.success) return success(change.data)
  const { least, most } = secondsBounds[name]
  return failure('bad-arguments', `Whole seconds from ${least} to ${most} can be set. It stays as it was.`)
}

/** As the schema of the settings has them; a test keeps both the same. */
export const secondsBounds: Readonly<Record<SecondsSetting, { least: number; most: number }>> = {
  skipBackSeconds: { least: 5, most: 120 },
  skipForwardSeconds: { least: 5, most: 120 },
  noteBackSeconds: { least: 0, most: 60 },
}

/** Reads the address of a service: http or https, kept without a slash at its end, a query or a fragment. */
export function readBaseAddress(text: string): Result<string> {
  const typed = text.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && /[.:]|^localhost$/.test(url.hostname)
  if (!isWeb || url.username !== '' || url.password !== '') {
    return failure(
      'bad-address',
      'That is not the address of a service. It should look like https://stenobird.com. It stays as it was.',
    )
  }
  return success(`${url.origin}${url.pathname.replace(/\/+$/, '')}`)
}
