import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { readDocument } from './readings.ts'
import { answerReadings } from './thread-port.ts'

/** The page goes before, on a machine of few cores: measured, its longest waits are half as long. */
const afterThePage = 10

/** The entry of the thread in which documents are read; `thread-reader.ts` is its other end. */
if (parentPort !== null) {
  // On Linux this thread alone has it (see setpriority(2), "C library/kernel differences"), elsewhere the whole app had.
  if (process.platform === 'linux') setPriority(afterThePage)
  answerReadings(parentPort, readDocument)
}
