import { describe, expect, it } from 'vitest'
import { findLogic } from '../../rules/no-implementation-code/code.ts'
import { spent } from '../spent.ts'

describe('signatures and implementations', () => {
  it.each([
    [
      'python',
      'class Limits:\n    burst: int = 5\n    rate: float\n\ndef admit(key: str, limits: Limits) -> bool:\n    ...'
    ],
    ['python', 'def admit(key: str) -> bool: ...\ndef drain(self) -> None: pass'],
    [
      'python',
      'def admit(\n    key: str,\n) -> bool:\n    """Says whether the caller may go on.\n\n    if the bucket is empty: no\n    """\n    raise NotImplementedError'
    ],
    [
      'python',
      '@dataclass(frozen=True)\nclass Job:\n    id: str\n    tags: list[str] = field(default_factory=list)\n\nMAX_AGE = timedelta(days=3)'
    ],
    [
      'ts',
      'export interface Store {\n  get(key: string): Promise<Entry | undefined>\n  put(key: string, entry: Entry): Promise<void>\n}\n\nexport type Clock = () => number'
    ],
    ['typescript', 'export function admit(key: string, now: number): boolean\nexport declare const limits: Limits'],
    [
      'ts',
      'abstract class Source {\n  readonly name: string = "disk"\n  abstract read(from: number): Chunk\n}\n\ntype Keys<T> = T extends string ? T : never'
    ],
    ['ts', 'function admit(key: string): boolean {\n  throw new Error("not implemented")\n}'],
    ['ts', 'function admit(key: string): boolean { ... }\nconst f = (x: number): string => { /* maps */ }'],
    [
      'go',
      'type Store interface {\n\tGet(ctx context.Context, key string) (Entry, error)\n}\n\nfunc Admit(key string) bool\n\nvar ErrFull = errors.New("full")'
    ],
    [
      'rust',
      'pub struct Job { id: u64 }\n\npub trait Queue {\n    fn push(&mut self, job: Job) -> Result<(), Full>;\n}\n\nfn admit(key: &str) -> bool {\n    todo!()\n}'
    ],
    [
      'java',
      'public record Job(String id, int tries) {}\n\npublic interface Queue {\n    void push(Job job) throws FullException;\n}'
    ],
    ['kotlin', 'data class Job(val id: String)\n\nfun admit(key: String): Boolean = TODO("later")'],
    [
      'sql',
      'CREATE TABLE job (\n  id text PRIMARY KEY,\n  tries int NOT NULL DEFAULT 0\n);\nSELECT count(*) FROM job;'
    ],
    ['json', '{ "if": { "properties": { "kind": { "const": "a" } } }, "then": {} }'],
    [undefined, 'client → gate → store\nif the gate is closed → 429\nstore → client'],
    ['', '[gate.py]\n  ↓ calls\n[store.py::get()]'],
    ['bash', 'if true; then make; fi']
  ])('lets %s pass: %j', (lang, code) => {
    expect(findLogic(code, lang)).toBeUndefined()
  })

  it.each([
    ['python', 'def admit(key: str) -> bool:\n    bucket = buckets[key]\n    return bucket.take()', 1],
    [
      'python',
      'class Gate:\n    def admit(self, key: str) -> bool:\n        """Says yes or no."""\n        if self.full(key):\n            return False\n        return True',
      3
    ],
    ['python', 'def double(x: int) -> int: return 2 * x', 0],
    ['python', 'def admit(\n    key: str,\n) -> bool:\n    self.count += 1', 3],
    ['python', 'for job in jobs:\n    job.run()', 0],
    [
      'ts',
      'export function admit(key: string): boolean {\n  const bucket = buckets.get(key)\n  return bucket !== undefined && bucket.take()\n}',
      1
    ],
    ['ts', 'class Gate {\n  admit(key: string): boolean {\n    return this.buckets.has(key)\n  }\n}', 2],
    ['ts', 'const double = (x: number): number => x * 2', 0],
    ['js', 'const admit = async (key) => {\n  await store.put(key)\n}', 1],
    ['go', 'func Admit(key string) bool {\n\treturn buckets[key] > 0\n}', 1],
    ['rust', 'fn admit(key: &str) -> bool {\n    // look it up\n    let bucket = get(key);\n    bucket.take()\n}', 2],
    ['java', 'public boolean admit(String key) {\n    counter.increment();\n}', 1],
    [undefined, 'def admit(key):\n    return key in buckets', 1],
    ['', 'if (full) {\n  reject(key);\n} else {\n  while (queue.size()) {\n    next();\n  }\n}', 0]
  ])('finds the body in %s: %j', (lang, code, line) => {
    expect(findLogic(code, lang)?.line).toBe(line)
  })

  it('stays linear on hostile code', () => {
    const started = spent()
    for (const piece of ['def f(', 'const a = (', 'a.', 'f(x) {', 'x: ', '/*', '):'])
      findLogic(piece.repeat(40_000), 'ts')
    expect(spent() - started).toBeLessThan(1000)
  })
})
