import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { annotationColours } from '../../../shared/models/annotation-colour.ts'

const sheet = readFileSync(new URL('../../../renderer/elements/tokens.css', import.meta.url), 'utf8')
const colours = new Map(
  [...sheet.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(text: string, ground: string, theme: 'light' | 'dark'): number {
  const [one, other] = [text, ground].map((name) => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`tokens.css has no pair --${name}.`)
    return luminance(colour[theme])
  })
  const [darker = 0, lighter = 0] = [one ?? 0, other ?? 0].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['ground', 'panel', 'raised', 'hover']
const textPairs = [
  ...['ink', 'muted', 'accent', 'danger', 'caution'].flatMap((text) =>
    grounds.map((ground) => [text, ground]),
  ),
  ['ink', 'chosen'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent-soft', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['on-danger-soft', 'danger-soft'],
  ['caution', 'caution-soft'],
  ...['main-idea', 'practical-takeaway', 'failure-mode', 'other', ...annotationColours].flatMap((kind) => [
    [kind, `${kind}-soft`],
    ['ink', `${kind}-soft`],
    [kind, 'ground'],
    [kind, 'raised'],
    [kind, 'hover'],
  ]),
]
/** What can be operated and has no other sign than its line or fill. */
const shapePairs = [
  ...grounds.slice(0, 3).map((ground) => ['line-control', ground]),
  ...grounds.slice(0, 3).map((ground) => ['focus', ground]),
  ['pin', 'panel'],
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(textPairs)('%s on %s can be read (4.5 to 1)', (text = '', ground = '') => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapePairs)('%s on %s can be seen (3 to 1)', (shape = '', ground = '') => {
    expect(contrast(shape, ground, theme)).toBeGreaterThanOrEqual(3)
  })
})
