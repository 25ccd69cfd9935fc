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

test('a key that is held down does not keep the player from being drawn', () => {
  for (let press = 0; press < 30; press += 1) {
    drawLater(50)
    drawInTurn(draw)
    vi.advanceTimersByTime(33)
  }
  expect(drawn.mock.calls.length).toBeGreaterThanOrEqual(14)
})
