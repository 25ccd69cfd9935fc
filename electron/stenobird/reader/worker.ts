import { parentPort } from 'node:worker_threads'
import { readDocument } from './readings.ts'
import { answerReadings } from './thread-port.ts'

/** The entry of the thread in which documents are read; `thread-reader.ts` is its other end. */
if (parentPort !== null) answerReadings(parentPort, readDocument)
