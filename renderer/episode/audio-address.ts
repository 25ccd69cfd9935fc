import { type AudioLocation, audioLocationSchema } from '../../shared/models/audio.ts'
import { failure, type Result, success } from '../../shared/result.ts'

/** A person types an address with or without its scheme. */
export function readAudioAddress(text: string): Result<AudioLocation> {
  const typed = text.trim()
  if (typed === '') return failure('bad-address', 'Paste the address of the audio first.')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  const location = audioLocationSchema.safeParse({ kind: 'remote', url: url?.href })
  if (!location.success || url === null || !/[.:]|^localhost$/.test(url.hostname)) {
    return failure(
      'bad-address',
      'That is not a web address. It should look like https://example.com/episode.mp3.',
    )
  }
  return success(location.data)
}
