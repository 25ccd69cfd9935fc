import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawInTurn, drawLater, goOnDrawing } from '../../../renderer/player/drawing.ts'

const drawn = vi.fn()
const draw = (): void => drawn()

beforeEach(() => {
  vi.useFakeTimers()
  drawn.mockReset()
})
afterEach(() => {
  goOnDrawing()
  vi.useRealTimers()
})

test('is drawn at once while nothing is on its way', () => {
  drawInTurn(draw)
  expect(drawn).toHaveBeenCalledOnce()
})

test('what changes while the audio is on its way is drawn once, when it is there', () => {
  drawLater(50)
  drawInTurn(draw)
  drawInTurn(draw)
  expect(drawn).not.toHaveBeenCalled()
  goOnDrawing()
  expect(drawn).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1000)
  expect(drawn).toHaveBeenCalledOnce()
})

test('audio that does not come keeps nobody waiting for longer than was said', () => {
  drawLater(50)
  drawInTurn(draw)
  vi.advanceTimersByTime(49)
  expect(drawn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(drawn).toHaveBeenCalledOnce()
  drawInTurn(draw)
  expect(drawn).toHaveBeenCalledTimes(2)
})

test('of several in a row the last one says how long', () => {
  drawLater(50)
  vi.advanceTimersByTime(40)
  drawLater(50)
  drawInTurn(draw)
  vi.advanceTimersByTime(49)
  expect(drawn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(drawn).toHaveBeenCalledOnce()
})
