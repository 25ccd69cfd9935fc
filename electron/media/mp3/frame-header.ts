/** What the four bytes before a frame of MPEG audio, layer III, say (ISO 11172-3, 2.4.1.3; ISO 13818-3 for the lower rates). */
export type FrameHeader = {
  /** In hertz. */
  sampleRate: number
  samples: 1152 | 576
  /** Of the frame with its header. */
  bytes: number
  channels: 1 | 2
  kilobits: number
}

export const headerBytes = 4

/** By two bits of version; 1 is reserved. */
const sampleRates: readonly (readonly number[])[] = [
  [11_025, 12_000, 8000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
]
const version1 = 3
/** Kilobits a second by four bits; 0 is a free rate, whose frames do not say how long they are. */
const kilobitsOfVersion1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const kilobitsOfOthers = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const layer3 = 1
const oneChannel = 3

/** `null` when there is no such header at `at`. */
export function readFrameHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  const [first, second, third, fourth] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  if (first !== 0xff || second === undefined || third === undefined || fourth === undefined) return null
  if ((second & 0xe0) !== 0xe0 || ((second >> 1) & 3) !== layer3) return null
  const version = (second >> 3) & 3
  const sampleRate = sampleRates[version]?.[(third >> 2) & 3]
  const kilobits = (version === version1 ? kilobitsOfVersion1 : kilobitsOfOthers)[third >> 4]
  if (sampleRate === undefined || kilobits === undefined || kilobits === 0) return null
  const samples = version === version1 ? 1152 : 576
  const padding = (third >> 1) & 1
  return {
    sampleRate,
    samples,
    bytes: Math.floor((samples * kilobits * 125) / sampleRate) + padding,
    channels: fourth >> 6 === oneChannel ? 1 : 2,
    kilobits,
  }
}
