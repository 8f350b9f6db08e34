import type { NextRequest } from "next/server";
import { answerAuth } from "@/lib/auth/answer-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, context: Context) => answerAuth(request, context);

export { handle as GET, handle as POST };
