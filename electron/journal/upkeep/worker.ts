import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { doUpkeep } from './thread-port.ts'
import { inlineUpkeep } from './upkeep.ts'

/** What is being written goes before. */
const afterThePage = 10

/** The entry of the thread in which a home is looked after; `thread-upkeep.ts` is its other end. */
if (parentPort !== null) {
  // On Linux this thread alone has it (see setpriority(2), "C library/kernel differences"), elsewhere the whole app had.
  if (process.platform === 'linux') setPriority(afterThePage)
  void doUpkeep(parentPort, workerData, inlineUpkeep)
}
