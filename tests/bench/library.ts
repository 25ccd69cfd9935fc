import type { Figure } from './figure.ts'
import { type LibraryPlan, measureLibrary } from './library/measure-library.ts'
import { libraryFigures } from './library-figures.ts'

/** Measures what a large library costs a person: to start with, to narrow, to scroll, to be made, and to search. */
export async function benchLibrary(plan: LibraryPlan): Promise<Figure[]> {
  return libraryFigures(await measureLibrary(plan))
}
