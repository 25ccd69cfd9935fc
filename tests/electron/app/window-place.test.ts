import { expect, it } from 'vitest'
import { placeOnScreen } from '../../../electron/app/window-place.ts'

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
const place = { x: 100, y: 50, width: 1280, height: 800, maximized: false }

it('puts the window where it was', () => {
  expect(placeOnScreen(place, screens)).toEqual({ x: 100, y: 50, width: 1280, height: 800 })
})

it.each([
  { ...place, x: 5000 },
  { ...place, x: -1270 },
  { ...place, y: 1070 },
  { ...place, y: -700 },
])('keeps only the size when the place is off every screen: %j', (lost) => {
  expect(placeOnScreen(lost, screens)).toEqual({ width: 1280, height: 800 })
})

it('has nothing to say on the first start', () => {
  expect(placeOnScreen(null, screens)).toBeNull()
})
