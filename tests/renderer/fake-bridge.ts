import { vi } from 'vitest'
import type { CallInput, CallName, CallValue, EventName, Events } from '../../shared/ipc/contract.ts'
import { type Packed, pack } from '../../shared/packed.ts'
import { failure, type Result, success } from '../../shared/result.ts'

/** What travels packed is answered as it is, and packed on its way. */
type Answered<Name extends CallName> = Result<
  CallValue<Name> extends Packed<infer Value> ? Value : CallValue<Name>
>
type Answers = {
  [Name in CallName]?: (input: CallInput<Name>) => Promise<Answered<Name>> | Answered<Name>
}
const packedCalls: readonly CallName[] = ['sync.pull', 'episode.read', 'home.read', 'home.snapshot-rows']

type Answer = (input: unknown) => Promise<Result<unknown>> | Result<unknown>

export type FakeBridge = {
  /** Can be changed while a test runs. */
  answers: Answers
  inputsOf: <Name extends CallName>(name: Name) => CallInput<Name>[]
  emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  listeners: () => number
  /** Ids of the calls that were taken back. */
  cancelled: () => readonly string[]
}

/** Stands in for the main process: what `electron/preload.ts` exposes, and nothing above it. */
export function fakeBridge(answers: Answers): FakeBridge {
  const calls: { name: string; input: unknown }[] = []
  const cancelled: string[] = []
  const underWay = new Map<string, (answer: Result<never>) => void>()
  const hearers = new Set<(name: string, payload: unknown) => void>()
  const bridge: FakeBridge = {
    answers,
    inputsOf: <Name extends CallName>(wanted: Name) =>
      calls.filter(({ name }) => name === wanted).map(({ input }) => input as CallInput<Name>),
    emit: (name, payload) => {
      for (const hear of hearers) hear(name, payload)
    },
    listeners: () => hearers.size,
    cancelled: () => cancelled,
  }
  vi.stubGlobal('earmark', {
    call: async (name: CallName, input: unknown, id: string) => {
      calls.push({ name, input })
      if (name === 'sync.open-line') return success(null)
      const answer = bridge.answers[name] as Answer | undefined
      if (answer === undefined) return failure('internal', `the test does not answer ${name}`)
      const takenBack = new Promise<Result<never>>((resolve) => underWay.set(id, resolve))
      const result = await Promise.race([answer(input), takenBack])
      return result.ok && packedCalls.includes(name) ? success(pack(result.value)) : result
    },
    cancel: (id: string) => {
      cancelled.push(id)
      underWay.get(id)?.(failure('cancelled', 'taken back'))
    },
    listen: (hear: (name: string, payload: unknown) => void) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  })
  return bridge
}
