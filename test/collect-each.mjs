// Collects every path by itself and prints a line of JSON for each: what became of it, how long it took by the clock
// and in processor time of all threads, and the most memory the process has held so far, in MB.
import { collect } from '../dist/collect/index.js';

for (const path of process.argv.slice(2)) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const outcomes = [];
  for await (const event of collect([path])) {
    outcomes.push({ collected: 'read', skipped: 'passed over' }[event.kind] ?? event.error.code);
  }
  const ms = Math.round(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1000);
  const maxMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ path, outcomes: [...new Set(outcomes)], ms, cpuMs, maxMb })}\n`);
}
