/**
 * Processor time that this process has spent so far, in milliseconds: what else the machine does makes no test of growth fail. Vitest runs each file in a
 * process of its own.
 */
export function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
