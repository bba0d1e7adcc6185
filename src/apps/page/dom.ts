/** Makes an element; text stays text. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const node = Object.assign(document.createElement(name), properties)
  node.append(...children)
  return node
}

/** An element that the page has. */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  const node = document.getElementById(id)
  if (!node) throw new Error(`Missing #${id}`)
  return node as Kind
}
