import { parseArgs } from 'node:util'
import { z } from 'zod'
import { markdownLayouts } from './pages/episode-markdown.ts'
import { apiRows, partSchema } from './switches.ts'

const count = z.coerce.number().int()
const flagsSchema = z.object({
  seed: count.default(1),
  podcasts: count.min(1).max(401).default(6),
  episodes: count.min(1).default(40),
  port: count.min(0).max(65_535).default(4010),
  markdown: z.enum(markdownLayouts).default('bullets'),
  off: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(partSchema))
    .default([]),
  only: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(partSchema))
    .optional(),
  'only-known': z.boolean().default(false),
  help: z.boolean().default(false),
})
export type Flags = z.infer<typeof flagsSchema>

export const usage = `npm run server -- [flags]

  --seed N          words, times and durations of the catalogue        (1)
  --podcasts N      how many podcasts, 1 to 401                        (6)
  --episodes N      how many episodes each has                         (40)
  --port N          port on 127.0.0.1; 0 takes a free one              (4010)
  --markdown NAME   layout of K2: ${markdownLayouts.join(', ')}  (bullets)
  --off A3,audio    parts that answer 404 from the start
  --only K2,K3      the only rows of the API that answer
  --only-known      as --only K1,K2,K3,K4,K5
  --help            this

Parts: ${apiRows.join(' ')} (STENOBIRD.md), publisher feed audio image.`

/** Flags of the command line, or what is wrong with them in words. */
export function readFlags(args: readonly string[]): Flags | { wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        podcasts: { type: 'string' },
        episodes: { type: 'string' },
        port: { type: 'string' },
        markdown: { type: 'string' },
        off: { type: 'string' },
        only: { type: 'string' },
        'only-known': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    const flags = flagsSchema.safeParse(values)
    return flags.success ? flags.data : { wrong: z.prettifyError(flags.error) }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}
