import { runInWorker } from '../archive/worker/run-in-worker.ts'
import { markdownHtml } from '../elements/markdown-html.ts'
import { exportTo } from '../exports/acts.ts'
import { notify } from '../shell/notice.ts'

/** Writes it to a file that the person names. */
export function exportDossier(topic: string): Promise<void> {
  return exportTo('topic-dossier', { kind: 'topic', topic })
}

/** Longer ones would hold up the page while they are made rich text of. */
const mostRich = 300_000

/** Copies it as Markdown, and as rich text for whoever pastes it there. */
export async function copyDossier(topic: string): Promise<void> {
  const never = new AbortController().signal
  const order = { kind: 'dossier-text' as const, topic, createdAt: new Date().toISOString() }
  const made = await runInWorker(order, { show: () => undefined, signal: never })
  if (!made.ok) {
    notify({ text: made.problem.message, tone: 'failure' })
    return
  }
  const text = made.value
  const plain = { 'text/plain': new Blob([text], { type: 'text/plain' }) }
  try {
    await navigator.clipboard.write([
      new ClipboardItem(
        text.length > mostRich
          ? plain
          : {
              ...plain,
              'text/html': new Blob([markdownHtml(withoutProperties(text))], { type: 'text/html' }),
            },
      ),
    ])
    notify({ text: `The dossier on “${topic}” is copied.` })
  } catch {
    notify({
      text: 'Your system did not let Earmark copy that. Try again with the window in front.',
      tone: 'failure',
    })
  }
}

function withoutProperties(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
}
