// Reads the frames of an MPEG-2 layer III file in mono, the form the guide is kept in (ISO/IEC 13818-3).

const bitRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const sampleRates = [22_050, 24_000, 16_000]
const samplesPerFrame = 576

export type Frame = {
  readonly bytes: number
  readonly kilobits: number
  readonly sampleRate: number
  /** Length of the sound it holds. */
  readonly seconds: number
  /** Nothing was coded in it: digital silence. */
  readonly isSilent: boolean
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
  if (latin.decode(file.subarray(0, 3)) !== 'ID3') return 0
  return 10 + file.subarray(6, 10).reduce((length, byte) => length * 128 + byte, 0)
}

function frameAt(file: Uint8Array, offset: number): Frame {
  const [sync = 0, form = 0, rates = 0, mode = 0, , sideA = 0, sideB = 0] = file.subarray(offset, offset + 7)
  const isMono = mode >> 6 === 3
  // 0xf3: the rest of the sync word, MPEG-2, layer III, no checksum.
  if (sync !== 0xff || form !== 0xf3 || !isMono) throw new Error(`No frame at byte ${offset}.`)
  const kilobits = bitRates[rates >> 4] ?? 0
  const sampleRate = sampleRates[(rates >> 2) & 3] ?? 0
  if (kilobits === 0 || sampleRate === 0) throw new Error(`A frame of no known rate at byte ${offset}.`)
  const padding = (rates >> 1) & 1
  // After main_data_begin (8 bits) and a private bit: part2_3_length, 12 bits.
  const codedBits = ((sideA & 0x7f) << 5) | (sideB >> 3)
  return {
    bytes: Math.floor((samplesPerFrame / 8) * ((kilobits * 1000) / sampleRate)) + padding,
    kilobits,
    sampleRate,
    seconds: samplesPerFrame / sampleRate,
    isSilent: codedBits === 0,
  }
}
