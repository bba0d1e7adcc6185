import type { Claim, Claims } from '../../src/plan/files/claims.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Replay } from './replay.ts'

interface FileDeed {
  mention: FileMention
  step: number
}

/** A file is created by one step, and modified after that; once it is deleted, it is not modified any more. */
export function* repeatedWork(claims: Claims, replay: Replay): Iterable<Problem<'again' | 'afterwards' | 'late'>> {
  for (const claim of claims.list) {
    const deeds = deedsOf(claim, replay)
    yield* afterDeletion(claim, deeds, replay)
    const second = deeds.findIndex(({ mention }, index) => index > 0 && isCreation(mention))
    const deed = deeds[second]
    const before = deeds[second - 1]
    if (!deed || !before || deeds.slice(0, second).some(({ mention }) => isEnd(mention))) continue
    const earlier = deeds.slice(0, second).find(({ mention }) => isCreation(mention)) ?? deeds[0]!
    const isAgain = isCreation(earlier.mention)
    const step = replay.steps[deed.step]!
    const other = replay.steps[earlier.step]!.part.title
    yield {
      message: isAgain ? 'again' : 'afterwards',
      data: { path: claim.path, name: step.spec.role, title: step.part.title },
      at: deed.mention.written?.place ?? deed.mention.place,
      help: isAgain
        ? `Say that it is modified here, or take it out of "${other}"`
        : `Create it in "${other}", or move that work behind this`,
      related: [{ place: earlier.mention.place, message: isAgain ? 'Created here' : 'Modified here' }]
    }
  }
}

function* afterDeletion({ path }: Claim, deeds: readonly FileDeed[], replay: Replay): Iterable<Problem<'late'>> {
  const at = deeds.findIndex(({ mention }, index) => {
    const before = deeds[index - 1]
    return mention.mark === 'modified' && before !== undefined && isEnd(before.mention)
  })
  const [deletion, deed] = [deeds[at - 1], deeds[at]]
  if (!deletion || !deed) return
  const step = replay.steps[deed.step]!
  const title = replay.steps[deletion.step]!.part.title
  const end = deletion.mention.isLeft ? 'renamed' : 'deleted'
  yield {
    message: 'late',
    data: { path, name: step.spec.role, title: step.part.title, end },
    at: deed.mention.written?.place ?? deed.mention.place,
    help: deletion.mention.isLeft
      ? `Write its new name here, or do this before "${title}"`
      : `Do this before "${title}", or delete it behind this`,
    related: [{ place: deletion.mention.place, message: `${deletion.mention.isLeft ? 'Renamed' : 'Deleted'} here` }]
  }
}

/** Does the file come to be there by it, where it may not have been before? */
function isCreation({ mark, isWritten }: FileMention): boolean {
  return mark === 'new' || (mark === 'renamed' && isWritten === true)
}

/** Is the file there no more behind it? */
function isEnd({ mark, isLeft }: FileMention): boolean {
  return mark === 'deleted' || isLeft === true
}

/** What the steps do to a file, in order, once for each step and deed. */
function deedsOf(claim: Claim, replay: Replay): FileDeed[] {
  const deeds: FileDeed[] = []
  for (const mention of claim.mentions) {
    const step = replay.stepOf(mention)
    const isDeed =
      mention.isWritten ||
      mention.isLeft ||
      mention.mark === 'new' ||
      mention.mark === 'modified' ||
      mention.mark === 'deleted'
    if (step === undefined || !isDeed || mention.kind !== 'file') continue
    // What one step says twice is a matter of that step.
    if (!deeds.some(deed => deed.step === step)) deeds.push({ mention, step })
  }
  return deeds.sort((a, b) => a.step - b.step)
}
