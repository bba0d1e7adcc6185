import type { Html } from 'mdast'
import type { Element } from '../tags/types.ts'
import type { Builder } from './builder.ts'
import { closeTo, make, top } from './builder.ts'

/** Tags rank above all headings: those between two tags are theirs. */
const TAG = 0.5
const STEP = 0.05
/** What a tag says of itself lies below all that may stand in a text. */
const ATTRIBUTE = 11

interface Event {
  at: number
  level: number
  /** Absent where the element ends. */
  opens?: Element
}

/** Opens and closes the parts that elements are, as the blocks of a document come by. */
export class TagEvents {
  readonly #events: readonly Event[]
  readonly #builder: Builder
  #next = 0

  constructor(elements: readonly Element[], builder: Builder) {
    this.#builder = builder
    this.#events = elements
      .flatMap((element): Event[] => {
        const level = TAG + element.depth * STEP
        return [
          { at: element.open.start, level, opens: element },
          { at: element.end, level }
        ]
      })
      .sort(
        (a, b) =>
          a.at - b.at || (a.opens && b.opens ? a.level - b.level : a.opens ? 1 : b.opens ? -1 : b.level - a.level)
      )
  }

  /** All that happens up to an offset, itself included. */
  upTo(offset: number): void {
    const b = this.#builder
    for (let event = this.#events[this.#next]; event && event.at <= offset; event = this.#events[++this.#next]) {
      closeTo(event.level, event.at, b)
      b.dangling = undefined
      if (event.opens) open(event.opens, event.level, b)
    }
  }
}

function open({ name, open: tag, inner, end, attributes }: Element, level: number, b: Builder): void {
  const place = b.lines.placeOf(tag)
  const node: Html = { type: 'html', value: b.source.slice(tag.start, tag.end), position: place }
  const part = make({ form: 'tag', title: name, level, node, place, span: { start: tag.start, end } }, top(b), b)
  part.inner = inner
  b.open.push(part)
  for (const attribute of attributes) {
    const { name: title, span } = attribute
    const drafted = { form: 'attribute' as const, title, level: ATTRIBUTE, node, place: b.lines.placeOf(span) }
    const own = make({ ...drafted, span: { ...span } }, part, b)
    own.value = { text: attribute.text, ...attribute.value }
  }
}
