// Speaks sentences with Festival and reads back what it said.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The voice's own rate, in samples a second. */
export const sampleRate = 32_000

const voice = fileURLToPath(new URL('voice.scm', import.meta.url))
/** Anything quieter than this at a sentence's ends is the synthesiser's own silence (-46 dBFS). */
const silenceLevel = 0.005
/** Kept around the speech, so that soft consonants are not cut off. */
const marginSeconds = 0.03

/**
 * One Festival for all sentences: starting it takes longer than a sentence does.
 *
 * @param {string[]} sentences
 * @returns {Float32Array[]} mono samples in -1 to 1, one array a sentence, without silence at the ends
 */
export function speak(sentences) {
  const folder = mkdtempSync(join(tmpdir(), 'earmark-guide-'))
  try {
    const fileOf = (/** @type {number} */ index) => join(folder, `${index}.wav`)
    const commands = sentences.map(
      (sentence, index) =>
        `(utt.save.wave (utt.synth (Utterance Text ${JSON.stringify(sentence)})) "${fileOf(index)}" 'riff)`,
    )
    const program = join(folder, 'say.scm')
    writeFileSync(program, `${commands.join('\n')}\n`)
    execFileSync('festival', ['--batch', voice, program], { stdio: ['ignore', 'ignore', 'inherit'] })
    return sentences.map((_, index) => trimmed(samplesOf(readFileSync(fileOf(index)))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param {Buffer} wave RIFF, 16 bits, mono, as Festival writes it */
function samplesOf(wave) {
  if (wave.readUInt32LE(24) !== sampleRate || wave.readUInt16LE(34) !== 16) {
    throw new Error('Festival spoke in another format than this was written for.')
  }
  const start = wave.indexOf('data') + 8
  return Float32Array.from(
    { length: (wave.length - start) >> 1 },
    (_, index) => wave.readInt16LE(start + index * 2) / 32_768,
  )
}

/** @param {Float32Array} samples */
function trimmed(samples) {
  const isSpeech = (/** @type {number} */ sample) => Math.abs(sample) > silenceLevel
  const first = samples.findIndex(isSpeech)
  const last = samples.findLastIndex(isSpeech)
  if (first < 0) throw new Error('Festival said nothing.')
  const margin = Math.round(marginSeconds * sampleRate)
  return samples.slice(Math.max(0, first - margin), last + margin)
}
