import { defineConfig } from "astro/config";
import gatepost from "gatepost";
import { worksheetStyle } from "./src/components/worksheet-style.ts";

export default defineConfig({
  integrations: [gatepost()],
  vite: { plugins: [worksheetStyle] },
});
