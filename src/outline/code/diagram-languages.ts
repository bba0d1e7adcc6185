/** Languages of fences that draw: what a template asks for with one, what has to be explained, and what holds no implementation. */
export const diagramLanguages: readonly string[] = [
  'mermaid',
  'plantuml',
  'puml',
  'dot',
  'graphviz',
  'd2',
  'ditaa',
  'ascii',
  'svgbob',
  'wavedrom',
  'nomnoml'
]
