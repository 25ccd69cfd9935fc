import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { faultMark, logFaults } from '../../../electron/app/faults.ts'

test('writes down what nobody caught, and what nobody heard', () => {
  const process = new EventEmitter()
  const written: unknown[] = []
  logFaults(process, {
    info: () => undefined,
    warn: () => undefined,
    error: (text, error) => written.push([text, error]),
  })
  process.emit('uncaughtException', new Error('thrown'))
  process.emit('unhandledRejection', new Error('rejected'))
  expect(written).toEqual([
    [faultMark, new Error('thrown')],
    [faultMark, new Error('rejected')],
  ])
})
