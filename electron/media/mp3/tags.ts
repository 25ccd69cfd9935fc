import { type FrameHeader, headerBytes } from './frame-header.ts'

/** As much as has to be there to know a tag. */
export const tagHeaderBytes = 10
const id3v1Bytes = 128
const apeHeaderBytes = 32

/** How long a tag is that begins at `at`; 0 when there is none: ID3v2 anywhere, ID3v1 and APEv2 as they stand at the end. */
export function tagBytes(bytes: Uint8Array, at: number): number {
  if (says(bytes, at, 'ID3')) return id3v2Bytes(bytes, at)
  if (says(bytes, at, 'TAG')) return id3v1Bytes
  return says(bytes, at, 'APETAGEX') ? apeHeaderBytes + sizeOfApe(bytes, at) : 0
}

/** Its size has seven bits a byte, and not that of header and footer. */
function id3v2Bytes(bytes: Uint8Array, at: number): number {
  const size = [...bytes.subarray(at + 6, at + tagHeaderBytes)]
  if (size.length < 4 || size.some((byte) => byte > 0x7f)) return 0
  const hasFooter = ((bytes[at + 5] ?? 0) & 0x10) !== 0
  return size.reduce((sum, byte) => sum * 128 + byte, 0) + (hasFooter ? 2 : 1) * tagHeaderBytes
}

function sizeOfApe(bytes: Uint8Array, at: number): number {
  return (bytes[at + 12] ?? 0) + ((bytes[at + 13] ?? 0) << 8) + ((bytes[at + 14] ?? 0) << 16)
}

/** Of a variable bit rate, or of a constant one. */
export type VbrTag = 'variable' | 'constant'

/**
 * What a frame says that holds no sound but facts about the file: Xing's and LAME's stands after the side information,
 * Fraunhofer's 36 bytes in. `null` for a frame of sound.
 */
export function vbrTagOf(bytes: Uint8Array, at: number, header: FrameHeader): VbrTag | null {
  const xing = at + headerBytes + sideBytesOf(header)
  // With a checksum it stands two bytes further.
  for (const place of [xing, xing + 2]) {
    if (says(bytes, place, 'Xing')) return 'variable'
    if (says(bytes, place, 'Info')) return 'constant'
  }
  return says(bytes, at + 36, 'VBRI') ? 'variable' : null
}

function sideBytesOf({ samples, channels }: FrameHeader): number {
  if (samples === 1152) return channels === 1 ? 17 : 32
  return channels === 1 ? 9 : 17
}

function says(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false
  }
  return true
}
