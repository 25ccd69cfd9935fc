import { type Packed, unpack } from '../../../shared/packed.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { EpisodeSource } from '../episode-source.ts'
import type { AnswerTo, FromWorker, QuestionOf, RelayedCall } from './messages.ts'

export type Questions = {
  /** The main process as one pass sees it. */
  sourceFor: (passId: number) => EpisodeSource
  answered: (questionId: number, answer: AnswerTo<RelayedCall>) => void
}

/** Asks the main process through the page, which looks into no answer: what is packed is unpacked here. */
export function createQuestions(post: (message: FromWorker) => void): Questions {
  const waiting = new Map<number, (answer: AnswerTo<RelayedCall>) => void>()
  let lastId = 0

  function ask<Name extends RelayedCall>(
    passId: number,
    question: QuestionOf<Name>,
  ): Promise<AnswerTo<Name>> {
    lastId += 1
    const questionId = lastId
    return new Promise((resolve) => {
      // The answer to a question is of the question's kind.
      waiting.set(questionId, resolve as (answer: AnswerTo<RelayedCall>) => void)
      post({ kind: 'ask', passId, questionId, question } as FromWorker)
    })
  }

  return {
    sourceFor: (passId) => ({
      pull: async (input) => unpacked(await ask(passId, { name: 'sync.pull', input })),
      readEpisode: async (input) => unpacked(await ask(passId, { name: 'episode.read', input })),
      listDownloads: () => ask(passId, { name: 'downloads.list', input: null }),
    }),
    answered: (questionId, answer) => {
      waiting.get(questionId)?.(answer)
      waiting.delete(questionId)
    },
  }
}

function unpacked<Value>(answer: Result<Packed<Value>>): Result<Value> {
  return answer.ok ? success(unpack(answer.value)) : answer
}
