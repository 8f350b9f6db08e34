import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    id: string;
    stamp: number;
  }
  interface Session {
    userId?: string;
    stamp?: number;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    stamp?: number;
  }
}
