/** What the first bytes of a file say it is; `null` when they say nothing. */
export type Signature = 'audio' | 'markup' | 'playlist' | null

/** How many bytes are enough to tell. */
export const signatureBytes = 4096

const text = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end))

export function signatureOf(bytes: Uint8Array): Signature {
  const four = text(bytes, 0, 4)
  if (four.startsWith('ID3') || four === 'OggS' || four === 'fLaC' || four === 'caff') return 'audio'
  if (four === 'RIFF' && text(bytes, 8, 12) === 'WAVE') return 'audio'
  if (four === 'FORM' && /^AIF[FC]$/.test(text(bytes, 8, 12))) return 'audio'
  // MP4 and its audio-only kind; WebM and Matroska.
  if (text(bytes, 4, 8) === 'ftyp' || four === '\x1A\x45\xDF\xA3') return 'audio'
  if (isMpegFrame(bytes)) return 'audio'
  const beginning = text(bytes, 0, 512).replace(/^(?:\xEF\xBB\xBF)?\s{0,400}/, '')
  if (beginning.startsWith('#EXTM3U')) return 'playlist'
  return /^<(?:!|\?|[a-z])/i.test(beginning) || /^[[{]/.test(beginning) ? 'markup' : null
}

/** The header of an MPEG audio frame (ISO 11172-3) or of an ADTS frame, where reserved values give away mere chance. */
function isMpegFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false
  const version = (second >> 3) & 3
  const layer = (second >> 1) & 3
  if (version === 1) return false
  if (layer === 0) return (second & 0xf6) === 0xf0
  return third >> 4 !== 15 && ((third >> 2) & 3) !== 3
}
