/** Whether another process with this number runs: in a container, this one may have the number of a killed one. */
export function isOtherRunning(id: number): boolean {
  // 0 is this process's group, not a process.
  if (id === 0 || id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
