export { collections } from "gatepost/content.ts";
