import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'
import { openJsonFile } from '../files/json-file.ts'

const placeSchema = z
  .object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(480),
    height: z.number().int().min(400),
    maximized: z.boolean(),
  })
  .nullable()
type Place = z.infer<typeof placeSchema>

export type WindowPlace = {
  /** Where the window was, when that still is on a screen. */
  bounds: () => (Partial<Rectangle> & { width: number; height: number }) | null
  maximized: () => boolean
  follow: (window: BrowserWindow) => void
}

/** Remembers where the window was. `screens` are the work areas of the screens that are there now. */
export async function openWindowPlace(
  path: string,
  screens: () => Rectangle[],
  log: { warn: (text: string) => void },
): Promise<WindowPlace> {
  const store = await openJsonFile<typeof placeSchema>(path, placeSchema, null, log)
  return {
    bounds: () => placeOnScreen(store.read(), screens()),
    maximized: () => store.read()?.maximized ?? false,
    follow: (window) => {
      window.on('close', () => {
        const { x, y, width, height } = window.getNormalBounds()
        // A place that could not be kept is not worth a word.
        store.write({ x, y, width, height, maximized: window.isMaximized() }).catch(() => {})
      })
    },
  }
}

/** A place of which enough is visible to grab it; without a position when its screen is gone. */
export function placeOnScreen(
  place: Place,
  screens: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number } | null {
  if (place === null) return null
  const { x, y, width, height } = place
  const visible = screens.some(
    (screen) =>
      x + width > screen.x + 80 &&
      x < screen.x + screen.width - 80 &&
      y >= screen.y - 20 &&
      y < screen.y + screen.height - 80,
  )
  return visible ? { x, y, width, height } : { width, height }
}
