// Evens out the loudness and writes MP3 with FFmpeg; reads it back to see where speech begins.

import { spawnSync } from 'node:child_process'
import { sampleRate } from './narration.mjs'

/** 72 * bit rate / rate is a whole number of bytes, so that every frame is as long as the next. */
const encodedRate = 24_000
/**
 * Constant, because Chromium misses when it seeks in a variable rate; low enough that an episode stays
 * under a megabyte.
 */
const bitRate = '40k'
/** LUFS. What podcasts in mono are asked for: -19 is as loud as -16 in stereo. */
const loudness = -19
/** Rumble out, the vocoder's buzz softened. */
const colour = 'highpass=f=75,treble=g=-3:f=6500:width_type=o:width=1'
const rawInput = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '1', '-i', 'pipe:0']

/**
 * @param {Float32Array} samples
 * @param {string} file
 * @param {Record<string, string>} tags ID3: title, artist, album, track, date
 */
export function encode(samples, file, tags) {
  const raw = Buffer.from(samples.buffer)
  const gain = loudness - measuredLoudness(raw)
  const filters = `${colour},volume=${gain}dB,alimiter=limit=0.8:level=disabled:latency=true,aresample=${encodedRate}`
  const metadata = Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`])
  const output = ['-c:a', 'libmp3lame', '-b:a', bitRate, '-compression_level', '0', '-id3v2_version', '3']
  ffmpeg([...rawInput, '-af', filters, ...output, '-fflags', '+bitexact', ...metadata, file], raw)
}

/** @param {Buffer} raw */
function measuredLoudness(raw) {
  const { stderr } = ffmpeg([...rawInput, '-af', `${colour},ebur128`, '-f', 'null', '-'], raw)
  const found = /Summary:[\s\S]*?I:\s+(-?[\d.]+) LUFS/.exec(stderr.toString())
  if (!found) throw new Error('FFmpeg measured no loudness.')
  return Number(found[1])
}

/**
 * How long after each moment the sound of the file begins, and how long it was silent before.
 *
 * @param {string} file
 * @param {number[]} momentsSeconds
 * @returns {{ seconds: number, speechAfter: number, silentBefore: number }[]}
 */
export function onsets(file, momentsSeconds) {
  const { stdout } = ffmpeg(['-i', file, '-f', 'f32le', '-ar', String(encodedRate), '-ac', '1', 'pipe:1'])
  const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length))
  const isSpeech = (/** @type {number} */ sample) => Math.abs(sample) > 0.02
  return momentsSeconds.map((seconds) => {
    const at = Math.round(seconds * encodedRate)
    const next = samples.subarray(at).findIndex(isSpeech)
    const last = samples.subarray(0, at).findLastIndex(isSpeech)
    return { seconds, speechAfter: next / encodedRate, silentBefore: (at - last - 1) / encodedRate }
  })
}

/**
 * @param {string[]} options
 * @param {Buffer} [input]
 */
function ffmpeg(options, input) {
  const result = spawnSync('ffmpeg', ['-hide_banner', '-nostats', '-y', ...options], {
    input,
    maxBuffer: 256 * 1024 * 1024,
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`FFmpeg: ${result.stderr.toString().trim().split('\n').at(-1)}`)
  return result
}
