import type { Doc } from '../state.ts'
import { refuse } from '../state.ts'
import { finishHtml } from './html-block.ts'
import { finishParagraph } from './paragraph.ts'
import { finishIndented } from './verbatim.ts'

/** Closes the open leaf before the current line. An unclosed fence or comment refuses the document. */
export function finishLeaf(doc: Doc): void {
  const leaf = doc.leaf
  if (leaf === undefined) return
  switch (leaf.kind) {
    case 'paragraph':
      finishParagraph(doc, leaf)
      break
    case 'indented':
      finishIndented(doc, leaf)
      break
    case 'html':
      if (leaf.indent < 6) refuse()
      finishHtml(doc, leaf)
      break
    case 'fence':
      refuse()
      break
    default:
      doc.leaf = undefined
  }
}
