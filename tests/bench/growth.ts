import { writeFile } from 'node:fs/promises'
import type { Figure } from './figure.ts'
import { type GrowthPanel, growthChart } from './growth/growth-chart.ts'
import { type LibraryPlan, measureLibrary } from './library/measure-library.ts'
import { libraryFigures } from './library-figures.ts'

export type GrowthPlan = Omit<LibraryPlan, 'size'> & {
  /** Episodes in each library, the smallest first. */
  sizes: readonly number[]
  /** Where to draw it, as SVG; `null` draws nothing. */
  picture: string | null
}

/** Of all that is measured in a library, what tells how it grows. */
const grown = [
  'start to a list that answers, median, beside a bare window',
  'memory of all processes at rest, beside a bare window',
  'topic filter on, 95th percentile',
  'frame while scrolling, 95th percentile',
  'first sync to searchable, gaps on the page, longest',
  'key press to results, 95th percentile',
]

type Run = { size: number; figures: ReadonlyMap<string, Figure> }

/** Measures the same in libraries of several sizes, and draws how it grows from one to the next: anew after each. */
export async function benchGrowth({ sizes, picture, ...plan }: GrowthPlan): Promise<Figure[]> {
  const runs: Run[] = []
  for (const size of sizes) {
    plan.say(`a library of ${size} episodes`)
    const figures = libraryFigures(await measureLibrary({ ...plan, size }))
    runs.push({ size, figures: new Map(figures.map((figure) => [figure.metric, figure])) })
    if (picture !== null) await writeFile(picture, growthChart(grown.map((metric) => panelOf(metric, runs))))
  }
  return grown.flatMap((metric) =>
    runs.flatMap(({ size, figures }) => {
      const figure = figures.get(metric)
      return figure === undefined
        ? []
        : { ...figure, metric: `${metric}, ${size.toLocaleString('en')} episodes` }
    }),
  )
}

function panelOf(metric: string, runs: readonly Run[]): GrowthPanel {
  const points = runs.flatMap(({ size, figures }) => {
    const figure = figures.get(metric)
    return figure === undefined ? [] : { size, ...figure }
  })
  return { title: metric, unit: points[0]?.unit ?? '', points }
}
