import { measureStart, type StartTime } from './measure-start.ts'

export type StartTimes = { withHome: StartTime[]; withoutHome: StartTime[] }

type Built = { app: string; dataDirectory: string }

/** Starts both apps in turn. The first start of each is not counted: it compiles what later ones find compiled. */
export async function measureStarts({
  withHome,
  withoutHome,
  rounds,
  say,
}: {
  withHome: Built
  withoutHome: Built
  rounds: number
  say: (line: string) => void
}): Promise<StartTimes> {
  const times: StartTimes = { withHome: [], withoutHome: [] }
  const start = ({ app, dataDirectory }: Built): Promise<StartTime> => measureStart(app, dataDirectory)
  await start(withHome)
  await start(withoutHome)
  for (let round = 0; round < rounds; round += 1) {
    // Which goes first changes as well.
    if (round % 2 === 0) times.withHome.push(await start(withHome))
    times.withoutHome.push(await start(withoutHome))
    if (round % 2 === 1) times.withHome.push(await start(withHome))
    const [one, other] = [times.withHome.at(-1), times.withoutHome.at(-1)]
    say(`start: ${one?.answeredMs.toFixed(0)} ms with, ${other?.answeredMs.toFixed(0)} ms without`)
  }
  return times
}
