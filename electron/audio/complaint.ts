import { type Signature, signatureOf } from './signatures.ts'

/** Types under which audio is served without being named as such. */
const indefinite =
  /^(?:(?:application|binary)\/(?:octet-stream|ogg|mp4|x-binary|force-download|download)|video\/(?:mp4|webm|ogg|mpeg)|)$/

/** The type without its parameters, in lower case; '' when there is none. */
export function bareContentType(header: string | undefined): string {
  return (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/**
 * What is wrong with what claims to be audio, to be said after "is"; `null` when it is audio. `beginning` holds its first
 * `signatureBytes`, or all there is.
 */
export function complaintAbout(contentType: string, beginning: Uint8Array): string | null {
  return beginning.length === 0 ? 'empty' : complaintAboutSignature(contentType, signatureOf(beginning))
}

function complaintAboutSignature(contentType: string, signature: Signature): string | null {
  if (signature === 'playlist' || /mpegurl/.test(contentType)) return 'a playlist, which Earmark cannot play'
  if (contentType === 'text/html' || contentType === 'application/xhtml+xml') return 'a web page, not audio'
  if (signature === 'markup') return 'text, not audio'
  if (signature === 'audio') return null
  if (contentType.startsWith('audio/')) return null
  return indefinite.test(contentType) ? 'no audio that Earmark knows' : `not audio (${contentType})`
}
