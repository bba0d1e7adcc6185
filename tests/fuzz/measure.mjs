/** Preloaded into a process: writes what it used to the file that PLANLINT_USAGE names, as it ends. */
import fs from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  fs.writeFileSync(
    process.env['PLANLINT_USAGE'],
    JSON.stringify({
      megabytes: maxRSS / 1024,
      milliseconds: (userCPUTime + systemCPUTime) / 1000,
      ended: performance.now()
    })
  )
})
