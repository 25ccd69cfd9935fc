/** What the tables of an MP4 file say, as a player reads them. */
export type ReadMp4 = {
  sampleRate: number
  objectType: number
  /** In seconds, as the whole file and the track say. */
  durations: number[]
  /** Of each sample: where it is, how long, and when, in ticks of the sample rate. */
  samples: { offset: number; bytes: number; ticks: number }[]
}

const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl'])

export function readMp4(file: Buffer): ReadMp4 {
  const boxes = new Map<string, Buffer>()
  walk(file, boxes)
  const of = (name: string): Buffer => boxes.get(name) ?? Buffer.alloc(0)
  const [mdhd, mvhd, stts, stsc, stsz, stco, stsd] = [
    ...[of('mdhd'), of('mvhd'), of('stts'), of('stsc'), of('stsz'), of('stco'), of('stsd')],
  ]
  const sampleRate = mdhd?.readUInt32BE(12) ?? 0
  const samples: ReadMp4['samples'] = []
  let line = 0
  for (let chunk = 1; chunk <= (stco?.readUInt32BE(4) ?? 0); chunk += 1) {
    const lines = stsc?.readUInt32BE(4) ?? 0
    if (line < lines && stsc?.readUInt32BE(8 + line * 12) === chunk) line += 1
    const frames = stsc?.readUInt32BE(8 + (line - 1) * 12 + 4) ?? 0
    let offset = stco?.readUInt32BE(8 + (chunk - 1) * 4) ?? 0
    for (let frame = 0; frame < frames; frame += 1) {
      const bytes = stsz?.readUInt32BE(12 + samples.length * 4) ?? 0
      samples.push({ offset, bytes, ticks: samples.length * (stts?.readUInt32BE(12) ?? 0) })
      offset += bytes
    }
  }
  return {
    sampleRate,
    objectType: stsd?.[8 + 36 + 12 + 5 + 2] ?? 0,
    durations: [
      (mvhd?.readUInt32BE(16) ?? 0) / (mvhd?.readUInt32BE(12) ?? 1),
      (mdhd?.readUInt32BE(16) ?? 0) / sampleRate,
    ],
    samples,
  }
}

function walk(bytes: Buffer, found: Map<string, Buffer>): void {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const content = bytes.subarray(at + 8, at + length)
    found.set(name, content)
    if (containers.has(name)) walk(content, found)
    at += length
  }
}
