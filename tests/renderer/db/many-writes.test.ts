import { expect, test } from 'vitest'
import { onceFewAreWritten, writingMany } from '../../../renderer/db/many-writes.ts'

test('waits until what writes very many rows has ended, also when it fails', async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const order: string[] = []
  const writing = writingMany(() => first.promise.then(() => order.push('written')))
  const failing = writingMany(() => second.promise.then(() => order.push('failed')))
  const waiting = onceFewAreWritten().then(() => order.push('went on'))
  first.resolve()
  await writing
  second.reject(new Error('The disk is full.'))
  await expect(failing).rejects.toThrow('The disk is full.')
  await waiting
  expect(order).toEqual(['written', 'went on'])
})

test('goes on at once where nobody does, and after the limit in any case', async () => {
  await onceFewAreWritten()
  const { promise, resolve } = Promise.withResolvers<void>()
  const writing = writingMany(() => promise)
  await onceFewAreWritten(1)
  resolve()
  await writing
})
