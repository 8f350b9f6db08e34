import { makeLinkSecret } from "@/lib/people/link-secret";

/** A secret of 256 random bits, with a beginning by which scanners find one that was published. */
export function makeTokenSecret(): string {
  return `rcsr_${makeLinkSecret()}`;
}
