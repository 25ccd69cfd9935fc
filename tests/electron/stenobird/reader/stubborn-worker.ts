import { parentPort } from 'node:worker_threads'
import { readDocument } from '../../../../electron/stenobird/reader/readings.ts'
import { answerReadings } from '../../../../electron/stenobird/reader/thread-port.ts'

/** Reads as the app does, but for documents that name a way to fail. */
if (parentPort !== null) {
  answerReadings(parentPort, (kind, document) => {
    if (document.text.includes('takes for ever')) for (;;);
    if (document.text.includes('throws')) throw new Error('It threw.')
    if (document.text.includes('ends the thread')) process.exit(3)
    return readDocument(kind, document)
  })
}
