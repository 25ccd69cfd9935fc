import { randomFor } from '../catalogue/random.ts'
import { lessons, people, subjects } from '../words/subjects.ts'

const wordsPerSecond = 2.5
const chunkSeconds = 15

type TranscriptMode = 'preview' | 'full'
export type TranscriptStatus = 'queued' | 'processing' | 'completed'
/** A transcript that was asked for by K4. It gets one step further each time somebody asks how it stands. */
export type TranscriptJob = {
  id: string
  audioUrl: string
  webhookUrl: string | null
  mode: TranscriptMode
  status: TranscriptStatus
  durationSeconds: number
}

export function stepped(status: TranscriptStatus): TranscriptStatus {
  return status === 'queued' ? 'processing' : 'completed'
}

/** What is transcribed, in chunks of 15 seconds. A preview is the first of them. */
export function transcriptChunks(job: TranscriptJob): string[] {
  const heardSeconds =
    job.mode === 'preview' ? Math.min(chunkSeconds, job.durationSeconds) : job.durationSeconds
  const count = Math.max(1, Math.ceil(heardSeconds / chunkSeconds))
  return Array.from({ length: count }, (_, index) => chunkText(job.audioUrl, index))
}

/** Whole minutes, at least one; a preview costs nothing. */
export function billedMinutes(job: TranscriptJob): number {
  return job.mode === 'preview' ? 0 : Math.max(1, Math.ceil(job.durationSeconds / 60))
}

function chunkText(audioUrl: string, index: number): string {
  const random = randomFor('transcript', audioUrl, index)
  const words: string[] = []
  while (words.length < chunkSeconds * wordsPerSecond) {
    const said = `so when ${random.pick(people)} talked about ${random.pick(subjects)} it came down to ${random.pick(lessons)}`
    words.push(...said.split(' '))
  }
  return `${words.slice(0, Math.ceil(chunkSeconds * wordsPerSecond)).join(' ')}.`
}
