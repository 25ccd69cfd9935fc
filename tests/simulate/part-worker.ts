// Simulates a part of the fleet on a core of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { type FleetPart, simulate } from './fleet.ts'

const tally = simulate(workerData as FleetPart)
parentPort?.postMessage(tally, [tally.perSecond.buffer, tally.newsDelayMinutes.buffer])
