/** Of MPEG 1, layer III, at 44,100 Hz. */
const kilobitsOf = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
export const rates = kilobitsOf.slice(1)

/** A frame without sound in it; its bytes are such that none looks like a header. */
export function madeFrame(kilobits: number, { padding = 0, mono = false, fill = 0x11 } = {}): Buffer {
  const bytes = Math.floor((144_000 * kilobits) / 44_100) + padding
  const frame = Buffer.alloc(bytes, fill)
  frame[0] = 0xff
  frame[1] = 0xfb
  frame[2] = (kilobitsOf.indexOf(kilobits) << 4) | (padding << 1)
  frame[3] = mono ? 0xc0 : 0
  return frame
}

/** The frame before all others that tells about them. */
export function madeVbrTag(word: 'Xing' | 'Info'): Buffer {
  const frame = madeFrame(64)
  frame.write(word, 36, 'latin1')
  return frame
}

/** A tag as it stands before the frames, with a picture of so many bytes. */
export function madeId3(bytes: number): Buffer {
  const tag = Buffer.alloc(10 + bytes, 0xff)
  tag.write('ID3\x04\0\0', 0, 'latin1')
  for (const [index, shift] of [21, 14, 7, 0].entries()) tag[6 + index] = (bytes >> shift) & 0x7f
  return tag
}
