import { defineConfig } from "astro/config";
import gatepost from "gatepost";

export default defineConfig({ integrations: [gatepost()] });
