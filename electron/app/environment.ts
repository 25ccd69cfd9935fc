import { z } from 'zod'

export type Environment = {
  apiBaseUrl: string | null
  /** Lets the fetch guard reach loopback. A packaged app ignores the variable. */
  allowLocalAddresses: boolean
  /** Where Readwise is. A packaged app ignores the variable: a token is sent there. */
  readwiseBaseUrl: string
}

const baseUrlSchema = z.url({ protocol: /^https?$/ })

/** Reads the variables of INTERFACE.md but for that of the data folder (`data-folder.ts`). One that cannot be used is named in `complaints`, and has no effect. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  packaged: boolean,
): { environment: Environment; complaints: string[] } {
  const complaints: string[] = []
  const given = variables.EARMARK_API_BASE_URL?.trim() ?? ''
  const baseUrl = baseUrlSchema.safeParse(given)
  if (given !== '' && !baseUrl.success) {
    complaints.push(`EARMARK_API_BASE_URL is not an http(s) address and is ignored: ${given}`)
  }
  const readwise = packaged ? null : baseUrlSchema.safeParse(variables.EARMARK_READWISE_BASE_URL?.trim())
  return {
    environment: {
      apiBaseUrl: baseUrl.success ? baseUrl.data.replace(/\/+$/, '') : null,
      allowLocalAddresses: !packaged && variables.EARMARK_ALLOW_LOCAL_ADDRESSES === '1',
      readwiseBaseUrl: readwise?.success === true ? readwise.data.replace(/\/+$/, '') : 'https://readwise.io',
    },
    complaints,
  }
}
