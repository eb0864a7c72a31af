/**
 * Whether a process with this number runs, and is not this one: in a container, a process often gets the number of the
 * one that was killed before it.
 */
export function isOtherRunning(id: number): boolean {
  // 0 is this process's group, not a process.
  if (id === 0 || id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
