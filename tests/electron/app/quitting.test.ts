import { EventEmitter } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { endOnceWritten } from '../../../electron/app/quitting.ts'
import { openJsonFile } from '../../../electron/files/json-file.ts'
import { silentLog } from '../silent-log.ts'

test('ends once what was given to be written on the way out is on the disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'earmark-quitting-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const path = join(directory, 'last.json')
  const file = await openJsonFile(path, z.string(), '', silentLog)
  const events = new EventEmitter()
  const exit = vi.fn(() => readFile(path, 'utf8'))
  const app = { on: (name: string, listener: () => void) => events.on(name, listener), exit }
  endOnceWritten(app as unknown as App, async () => void file.write('the last word'))

  const event = { preventDefault: vi.fn() }
  events.emit('will-quit', event)
  expect(event.preventDefault).toHaveBeenCalled()
  expect(exit).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce())
  expect(await exit.mock.results[0]?.value).toContain('the last word')
})

test('ends once what runs has stopped', async () => {
  const events = new EventEmitter()
  const exit = vi.fn()
  const app = { on: (name: string, listener: () => void) => events.on(name, listener), exit }
  const { promise, resolve } = Promise.withResolvers<void>()
  endOnceWritten(app as unknown as App, () => promise)
  events.emit('will-quit', { preventDefault: () => undefined })
  await new Promise(setImmediate)
  expect(exit).not.toHaveBeenCalled()
  resolve()
  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce())
})

test('ends also where something that was to be stopped fails', async () => {
  const events = new EventEmitter()
  const exit = vi.fn()
  const app = { on: (name: string, listener: () => void) => events.on(name, listener), exit }
  endOnceWritten(app as unknown as App, () => Promise.reject(new Error('The disk was pulled.')))
  events.emit('will-quit', { preventDefault: () => undefined })
  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce())
})
