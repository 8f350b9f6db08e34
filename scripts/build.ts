import { build } from "./build-if-needed";

await build();
