import { expect, test } from "vitest";
import { render } from "./render.ts";

test("a task starts with a box that cannot be ticked, and a done one is announced", async () => {
  const { code } = await render("- [ ] To do\n- [x] Done\n- Neither");
  expect(code).toBe(`<ul class="contains-task-list">
<li class="task-list-item"><span class="task" aria-hidden="true">☐</span> To do</li>
<li class="task-list-item"><span class="task" role="img" aria-label="Done">☑</span> Done</li>
<li>Neither</li>
</ul>
`);
});

test("with empty lines between tasks too", async () => {
  const { code } = await render("- [ ] One\n\n- [X] Two\n\n  More");
  expect(code.match(/<p><span class="task"/g)).toHaveLength(2);
  expect(code).not.toContain("<input");
});
