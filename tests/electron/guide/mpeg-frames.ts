// Reads the frames of an MPEG audio file, as ISO/IEC 11172-3 and 13818-3 lay them out (layer III only).

const bitRates: Readonly<Record<'mpeg1' | 'mpeg2', readonly number[]>> = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const sampleRates: Readonly<Record<'mpeg1' | 'mpeg2', readonly number[]>> = {
  mpeg1: [44_100, 48_000, 32_000],
  mpeg2: [22_050, 24_000, 16_000],
}

export type Frame = {
  readonly bytes: number
  readonly kilobits: number
  readonly sampleRate: number
  readonly channels: 1 | 2
  /** Length of the sound it holds. */
  readonly seconds: number
}

/**
 * All frames that sound, from the ID3 tag to the end of the file. The first one may hold an encoder's "Xing" or
 * "Info" table instead and is left out. Throws at the first byte that belongs to no frame.
 */
export function framesOf(file: Uint8Array): Frame[] {
  const frames: Frame[] = []
  let offset = tagLength(file)
  while (offset < file.length) {
    const frame = frameAt(file, offset)
    const holdsTable = frames.length === 0 && tableMark.test(latin.decode(file.subarray(offset, offset + 40)))
    if (!holdsTable) frames.push(frame)
    offset += frame.bytes
  }
  if (offset !== file.length) throw new Error('The last frame is cut off.')
  return frames
}

const latin = new TextDecoder('latin1')
const tableMark = /Xing|Info/

/** ID3v2: ten bytes of header, then a length of four times seven bits. */
function tagLength(file: Uint8Array): number {
  if (String.fromCharCode(...file.subarray(0, 3)) !== 'ID3') return 0
  return 10 + file.subarray(6, 10).reduce((length, byte) => length * 128 + byte, 0)
}

function frameAt(file: Uint8Array, offset: number): Frame {
  const [first = 0, second = 0, third = 0, fourth = 0] = file.subarray(offset, offset + 4)
  const version = (second >> 3) & 3
  const isLayerThree = ((second >> 1) & 3) === 1
  if (first !== 0xff || second < 0xe0 || version < 2 || !isLayerThree) {
    throw new Error(`No MPEG layer III frame at byte ${offset}.`)
  }
  const family = version === 3 ? 'mpeg1' : 'mpeg2'
  const kilobits = bitRates[family][third >> 4] ?? 0
  const sampleRate = sampleRates[family][(third >> 2) & 3] ?? 0
  if (kilobits === 0 || sampleRate === 0) throw new Error(`A frame of no known rate at byte ${offset}.`)
  const samples = family === 'mpeg1' ? 1152 : 576
  const padding = (third >> 1) & 1
  return {
    bytes: Math.floor((samples / 8) * ((kilobits * 1000) / sampleRate)) + padding,
    kilobits,
    sampleRate,
    channels: fourth >> 6 === 3 ? 1 : 2,
    seconds: samples / sampleRate,
  }
}
