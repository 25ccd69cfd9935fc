/** Text with the parts between each pair of `marks` marked. */
export function Marked({ text, marks }: { text: string; marks: readonly number[] }) {
  const parts = partsOf(text, marks)
  return parts.map(({ from, part, isMarked }) => (isMarked ? <mark key={from}>{part}</mark> : part))
}

function partsOf(
  text: string,
  marks: readonly number[],
): { from: number; part: string; isMarked: boolean }[] {
  const ends = [0, ...marks, text.length]
  return ends
    .slice(1)
    .map((to, index) => {
      const from = ends[index] ?? 0
      return { from, part: text.slice(from, to), isMarked: index % 2 === 1 }
    })
    .filter(({ part }) => part !== '')
}
