import { logScale } from './log-scale.ts'

export type GrowthPanel = {
  title: string
  unit: string
  points: readonly { size: number; value: number; yardstick: number | null }[]
}

const columns = 2
const [panelWidth, panelHeight, gap] = [440, 210, 24]
/** Around what is drawn in a panel: its title, its labels. */
const inset = { left: 52, right: 60, top: 44, bottom: 30 }

// Both themes of the page it is shown on; a picture cannot ask which one that is but by the reader's own preference.
const style = `
  text { font: 12px system-ui, sans-serif; fill: #57606a }
  .title { font-weight: 600; fill: #1f2328 }
  .grid { stroke: #8b949e; stroke-opacity: .3 }
  .value { fill: none; stroke: #0969da; stroke-width: 2.5 }
  .dot { fill: #0969da }
  .number { fill: #0969da; font-weight: 600 }
  .yardstick { fill: none; stroke: #8b949e; stroke-width: 2; stroke-dasharray: 5 4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #9198a1 }
    .title { fill: #f0f6fc }
    .value { stroke: #4493f8 }
    .dot, .number { fill: #4493f8 }
  }
`

/** How measured values grow with the size of the library, a panel each, as SVG; both axes are logarithmic. */
export function growthChart(panels: readonly GrowthPanel[]): string {
  const drawn = panels.filter(({ points }) => points.length > 0)
  const rows = Math.ceil(drawn.length / columns)
  const width = columns * panelWidth + (columns - 1) * gap
  const height = rows * (panelHeight + gap) + 20
  const parts = drawn.map((panel, index) => {
    const x = (index % columns) * (panelWidth + gap)
    const y = Math.floor(index / columns) * (panelHeight + gap)
    return `<g transform="translate(${x} ${y})">${panelParts(panel).join('\n')}</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What a library costs, by its episodes">`,
    `<style>${style}</style>`,
    ...parts,
    `<text x="${inset.left}" y="${height - 8}">Across: episodes in the library. Dashed: what it is held against, in the same run. Both axes are logarithmic.</text>`,
    '</svg>\n',
  ].join('\n')
}

function panelParts({ title, unit, points }: GrowthPanel): string[] {
  const sizes = points.map(({ size }) => size)
  const values = points.flatMap(({ value, yardstick }) => (yardstick === null ? value : [value, yardstick]))
  const across = logScale(sizes, [inset.left, panelWidth - inset.right])
  const up = logScale(values, [panelHeight - inset.bottom, inset.top])
  const [left, right] = [inset.left, panelWidth - inset.right]
  const value = points.map(({ size, value }) => [across.place(size), up.place(value)] as const)
  const yardstick = points.flatMap(({ size, yardstick }) =>
    yardstick === null ? [] : [[across.place(size), up.place(yardstick)] as const],
  )
  return [
    `<text class="title" x="${left}" y="16">${escaped(title)}</text>`,
    ...up.ticks.map((tick) => {
      const y = rounded(up.place(tick))
      return `<path class="grid" d="M${left} ${y}H${right}"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${numberText(tick)}</text>`
    }),
    ...sizes.map(
      (size) =>
        `<text x="${rounded(across.place(size))}" y="${panelHeight - 8}" text-anchor="middle">${numberText(size)}</text>`,
    ),
    `<path class="yardstick" d="${lineThrough(yardstick)}"/>`,
    `<path class="value" d="${lineThrough(value)}"/>`,
    ...value.map(([x, y], at) => {
      const words = `${numberText(points[at]?.value ?? 0)} ${unit}`
      // Not over the numbers of the axis.
      const anchor = at === 0 ? 'start' : 'middle'
      return `<circle class="dot" cx="${rounded(x)}" cy="${rounded(y)}" r="3.5"/><text class="number" x="${rounded(x)}" y="${rounded(y - 9)}" text-anchor="${anchor}">${escaped(words)}</text>`
    }),
  ]
}

function lineThrough(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('')
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

function numberText(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
