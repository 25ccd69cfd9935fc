import { benchEngines } from './engines.ts'
import type { Figure } from './figure.ts'
import { type LibraryPlan, measureLibrary } from './library/measure-library.ts'
import { libraryFigures } from './library-figures.ts'

/**
 * Measures what a large library costs a person: to start with, to narrow, to scroll, to be made, and to search; then the index alone, beside
 * others that could have been taken.
 */
export async function benchLibrary(plan: LibraryPlan): Promise<Figure[]> {
  const figures = libraryFigures(await measureLibrary(plan))
  return [...figures, ...(await benchEngines(plan))]
}
