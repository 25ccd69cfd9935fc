import type { Figure } from './figure.ts'

const headings = ['figure', 'value', 'yardstick', 'goal', 'met'] as const

/** For a terminal: columns as wide as they need to be. */
export function plainTable(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(cells)]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function markdownTable(figures: readonly Figure[]): string {
  return [headings, headings.map(() => '---'), ...figures.map(cells)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

function cells({ metric, value, unit, yardstick, goal, ok }: Figure): readonly string[] {
  return [
    metric,
    withUnit(value, unit),
    yardstick === null ? '' : withUnit(yardstick, unit),
    goal ?? '',
    met(ok),
  ]
}

function withUnit(value: number, unit: string): string {
  return `${value.toLocaleString('en', { maximumSignificantDigits: 6 })} ${unit}`
}

function met(ok: boolean | null): string {
  if (ok === null) return ''
  return ok ? 'yes' : 'no'
}
