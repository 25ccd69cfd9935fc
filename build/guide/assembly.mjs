// Sets spoken sentences into chapters that begin at whole seconds.

import { sampleRate } from './narration.mjs'

/** Silences in seconds. A chapter begins just after its start, so that a jump never clips the first word. */
const beforeChapter = 0.2
const afterSentence = 0.45
const afterParagraph = 0.9
/** At least this; then up to the next whole second. */
const afterChapter = 1.1

/**
 * @param {Float32Array[][][]} chapters sentences in paragraphs in chapters
 * @returns {{ samples: Float32Array, startSeconds: number[], durationSeconds: number }}
 */
export function assemble(chapters) {
  const pieces = chapters.map(chapterSamples)
  const durations = pieces.map((piece) => piece.length / sampleRate)
  const startSeconds = durations.map((_, index) => sum(durations.slice(0, index)))
  return { samples: joined(pieces), startSeconds, durationSeconds: sum(durations) }
}

/** @param {Float32Array[][]} paragraphs */
function chapterSamples(paragraphs) {
  /** @type {Float32Array[]} */
  const pieces = [silence(beforeChapter)]
  for (const sentences of paragraphs) {
    for (const sentence of sentences) pieces.push(sentence, silence(afterSentence))
    pieces.push(silence(afterParagraph - afterSentence))
  }
  pieces.push(silence(afterChapter - afterParagraph))
  const length = sum(pieces.map((piece) => piece.length))
  const rest = Math.ceil(length / sampleRate) * sampleRate - length
  return joined([...pieces, new Float32Array(rest)])
}

/** @param {number} seconds */
function silence(seconds) {
  return new Float32Array(Math.round(seconds * sampleRate))
}

/** @param {Float32Array[]} pieces */
function joined(pieces) {
  const whole = new Float32Array(sum(pieces.map((piece) => piece.length)))
  let offset = 0
  for (const piece of pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
